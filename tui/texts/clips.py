"""Every text about clips alone, in one place; what they share with photos is in `photos`."""

from typing import Final

from routines.language import _, ngettext, pgettext

ASK: Final = _("Keep short clips too?")
ASK_ABOUT: Final = _(
    "One clip of each expression would be kept beside the photos of a weekly record: at most ten "
    "seconds of your face, without sound. A clip shows more of you than a photo. Nothing is "
    "filmed in a pause. They stay on this computer, in {folder}, about 8 MB a record; nothing is "
    "sent. Delete them at any time: History, then p, c, d. Nothing is missing without them."
)
ASK_YES: Final = _("y   yes, keep clips of my weekly records")
ASK_NO: Final = _("n   no clips (Enter)")
NEED_PHOTOS: Final = _("Clips come beside progress photos. Switch those on first.")
TURNED_OFF: Final = _(
    "No more clips are taken. Those kept so far stay: History, then p, then c, to delete."
)
KEEPING: Final = _(
    "Progress photos and clips are on: rest, and one photo and one clip of each expression, kept "
    "on this computer."
)
SEE: Final = _(
    "Progress photos and clips are on: a few are kept on this computer. Everything else is let go "
    "at once, nothing is sent."
)
NOT_KEPT: Final = _("The clips could not be kept ({why}). The record is not touched by this.")

TITLE: Final = _("Clips, then and now")
HELP: Final = _(
    "An expression as it moved then and as it moves now, like in a mirror. Eight pictures a "
    "second, without sound. Both begin with the same cue. Space stops and goes on, full stop and "
    "comma go one picture on and back. Up and down change the expression, left and right the "
    "practice. d deletes the clips of the practice called now, a all of them; both ask "
    "once. Movement differs from day to day; one pair of clips says little."
)
EMPTY_OFF: Final = _(
    "There are no clips. They are switched off; Settings can switch them on, beside photos."
)
EMPTY_ON: Final = _("There are no clips yet. The next weekly record keeps the first.")
NONE_OF_IT: Final = _("no clip of this")
UNREADABLE: Final = _("this clip cannot be read")
PLAYS: Final = _("{at} of {of} seconds")
STANDS: Final = _("Stands at {exact:.1f} of {of} seconds; Space plays")
DELETE_ASK: Final = _("Delete the clips of {when}?")
DELETE_ABOUT: Final = _("{clips}. The photos and the practice itself stay.")
DELETE_ALL_ASK: Final = _("Delete all clips?")
DELETE_ALL_ABOUT: Final = _("{clips} of all practices. Photos and history stay.")
KEYS: Final = {
    "pause": (_("Pause"), _("stand still, or go on")),
    "before": (pgettext("key", "Before"), _("the expression before")),
    "expression": (pgettext("key", "Next"), _("the next expression")),
    "earlier": (_("Day before"), _("an earlier practice")),
    "practice": (_("Day"), _("a later practice")),
    "back-one": (pgettext("one picture", "Back"), _("one picture back")),
    "on-one": (_("On"), _("one picture on")),
    "delete": (_("Delete"), _("delete the clips of this practice")),
    "delete-all": (_("Delete all"), _("delete all clips")),
    "back": (_("Back"), _("back to the photos")),
}


def lost(count: int) -> str:
    """Clips that went with the camera process; empty for none."""
    if not count:
        return ""
    return ngettext(
        "{number} clip went when the camera process was lost, and is not kept.",
        "{number} clips went when the camera process was lost, and are not kept.",
        count,
    ).format(number=count)
