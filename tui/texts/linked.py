"""Linked movement: the pages of the first run about it, and how far it stays quiet."""

from typing import Final

import msgspec

from routines.language import _
from routines.movements import LINKED_NAMES, LinkedPair, Watch


class Words(msgspec.Struct, frozen=True, kw_only=True):
    """What one page says."""

    title: str
    text: tuple[str, ...] = ()
    """Paragraphs."""
    options: dict[str, str] = {}
    none: str = ""
    """For lists: the line that says none of it applies."""


def side_page(pair: LinkedPair) -> str:
    """The page that asks on which side `pair` shows."""
    return f"linked-side-{pair}"


def _which_side(name: str) -> Words:
    return Words(
        title=_("{name}: which side?").format(name=name[:1].upper() + name[1:]),
        text=(
            _("On which side do you know this?"),
            _(
                "Practice watches the weak side. What you say of the strong side is kept and "
                "reported."
            ),
        ),
        options={
            "affected": _("The weak side"),
            "unaffected": _("Only the strong side"),
            "both": _("Both sides"),
        },
    )


LINKED: Final[dict[str, Words]] = {
    "linked": Words(
        title=_("Linked movement"),
        text=(
            _("Does the eye narrow when the mouth moves, or the mouth move when the eye closes?"),
        ),
        options={"yes": _("Yes"), "no": _("No"), "unsure": _("I am not sure")},
    ),
    "linked-pairs": Words(
        title=_("What moves along"),
        text=(_("Which of these do you know? The camera cannot see the last four."),),
        options={
            "smile-eye": _("The eye narrows when I smile"),
            "pucker-eye": _("The eye narrows when I pucker the lips"),
            "closure-corner": _("The mouth moves when I close the eyes"),
            "brow-corner": _("The mouth moves when I raise the brows"),
            "neck": _("The neck tightens"),
            "chin": _("The chin pulls or dimples"),
            "ear": _("The ear moves, or I hear it"),
            "other": _("Another part"),
        },
        none=_("I am not sure"),
    ),
    **{side_page(pair): _which_side(name) for pair, name in LINKED_NAMES.items()},
    "linked-fingers": Words(
        title=_("A finger on the quiet part"),
        text=(
            _(
                "Some people rest a finger lightly on the part that should stay quiet. The camera "
                "cannot judge that part then, and the set earns no step up."
            ),
            _("Where will your finger rest?"),
        ),
        options={
            "smile-eye": _("Beside the eye, when I smile"),
            "pucker-eye": _("Beside the eye, when I pucker the lips"),
            "closure-corner": _("At the mouth corner, when I close the eyes"),
            "brow-corner": _("At the mouth corner, when I raise the brows"),
        },
        none=_("Nowhere: the camera watches"),
    ),
}

# The ladder of linked movement

LADDER: Final = _("Quiet up to: {pairs} of your own size.")
LADDER_PAIR: Final = "{name} {percent} %"
LADDER_NAMES: Final[dict[Watch, str]] = {
    "pucker-eye": _("pucker"),
    "smile-eye": _("smile"),
    "closure-corner": _("eye closing"),
    "brow-corner": _("brow"),
}
