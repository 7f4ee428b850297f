"""Every text about progress photos, in one place."""

from typing import TYPE_CHECKING, Final

from routines.counted import counted
from routines.language import _, pgettext
from routines.language.lists import joined
from routines.program import COMMAND
from sessions.live.pictures import PicturesKept
from tui.texts import clips as words_clips

if TYPE_CHECKING:
    from sessions.live.request import SessionRequest

ASK: Final = _("Keep progress photos?")
ASK_ABOUT: Final = _(
    "Each weekly record would keep one photo at rest and one of each expression, to "
    "compare then and now. They stay on this computer, in {folder}, for you alone. Nothing is "
    "sent, and no place is written in them. Delete them at any time: History, then p, then d. "
    "Many people do not want them, and nothing is missing without them."
)
ASK_YES: Final = _("y   yes, keep photos of my weekly records")
ASK_NO: Final = _("n   no photos (Enter)")
TURNED_OFF: Final = _(
    "No more photos or clips are taken. Those kept so far stay: History, then p, to delete."
)
KEEPING: Final = _(
    "Progress photos are on: rest, and one of each expression, kept on this computer."
)
SIMULATED: Final = _("The simulated patient has no picture, so no photos are kept.")
UNWATCHED: Final = _("The camera is not used today, so no photos are kept.")
KEPT: Final = _("{what} {were} kept with it: History, then p.")
KEPT_PLAIN: Final = _("{what} {were} kept with it. This lists them: {command} history --photos")
NOT_KEPT: Final = _("The photos could not be kept ({why}). The record is not touched by this.")
LINE_UP: Final = _("Dots: your first photos. Move until they meet.")
SEE: Final = _(
    "Progress photos are on: a few are kept on this computer. Everything else is let go at once, "
    "nothing is sent."
)

TITLE: Final = _("Progress photos")
HELP: Final = _(
    "Your own photos, then and now, like in a mirror. Up and down change the expression, "
    "left and right the practice. Where both do not fit side by side, Space turns from one to "
    "the other. c shows clips, where there are some. d deletes the photos and clips of the "
    "practice called now, a all of them; both ask once. Rest and movement differ from day "
    "to day; one pair of photos says little."
)
EMPTY_OFF: Final = _(
    "There are no photos. They are switched off; Settings can switch them on for weekly records."
)
EMPTY_ON: Final = _("There are no photos yet. The next weekly record keeps the first.")
THEN: Final = _("Then: {when}")
NOW: Final = _("Now: {when}")
ONLY: Final = _("{when}, the first")
NONE_OF_IT: Final = _("no photo of this")
UNREADABLE: Final = _("this photo cannot be read")
PLACE: Final = _("{place} of {count}")
DELETE_ASK: Final = _("Delete the pictures of {when}?")
DELETE_ABOUT: Final = _("{what}. The practice itself stays in your history.")
DELETE_ALL_ASK: Final = _("Delete all pictures?")
DELETE_ALL_ABOUT: Final = _("{what} of all practices. Your history stays.")
DELETE_YES: Final = _("y   delete them")
DELETE_NO: Final = _("n   keep them (Enter)")
DELETED: Final = _("Deleted. Copies in backups or synced folders are out of this program's reach.")
STAYED: Final = _("{files} could not be deleted; look in {folder}.")
KEYS: Final = {
    "expression": (pgettext("key", "Next"), _("the next expression")),
    "before": (pgettext("key", "Before"), _("the expression before")),
    "practice": (_("Day"), _("a later practice")),
    "earlier": (_("Day before"), _("an earlier practice")),
    "turn": (pgettext("key", "Turn"), _("turn from then to now where only one fits")),
    "clips": (_("Clips"), _("the clips of it, then and now")),
    "delete": (_("Delete"), _("delete the photos and clips of this practice")),
    "delete-all": (_("Delete all"), _("delete all photos and clips")),
    "back": (_("Back"), _("back to History")),
}


def about_photos(request: "SessionRequest") -> str:
    """What is said of photos when a session begins; empty where they are off."""
    if not request.photos:
        return ""
    if request.simulated:
        return SIMULATED
    if not request.takes_photos:
        return UNWATCHED
    return words_clips.KEEPING if request.takes_clips else KEEPING


def kept_here(*, photos: bool, clips: bool) -> str:
    """What is said beside the face before the first one; empty where nothing is kept."""
    return words_clips.SEE if clips else SEE if photos else ""


def photos_and_clips(photos: int, clips: int) -> str:
    """`11 photos and 10 clips`; empty where there are none of either."""
    counts = ((photos, counted(photos, "photo")), (clips, counted(clips, "clip")))
    return joined(said for count, said in counts if count)


def what_came(kept: PicturesKept, *, plain: bool = False) -> str:
    """What came of a session's pictures, at its end; empty where there are none. `plain` is for
    lines of text, where there is no screen to look at them."""
    refused = ((NOT_KEPT, kept.photos_refused), (words_clips.NOT_KEPT, kept.clips_refused))
    parts = [
        kept_with_record(kept.photos, kept.clips, plain=plain),
        *(text.format(why=why) for text, why in refused if why),
        words_clips.lost(kept.clips_lost),
    ]
    return " ".join(part for part in parts if part)


def kept_with_record(photos: int, clips: int, *, plain: bool = False) -> str:
    """What was kept with a record; empty where that is nothing."""
    what = photos_and_clips(photos, clips)
    if not what:
        return ""
    were = "was" if photos + clips == 1 else "were"
    return (KEPT_PLAIN if plain else KEPT).format(what=what, were=were, command=COMMAND)
