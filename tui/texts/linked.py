"""The pages of the first run about linked movement: whether, which, which side, and the finger."""

from typing import Final

from routines.movements import LINKED_NAMES, LinkedPair
from tui.texts.page_words import Words


def side_page(pair: LinkedPair) -> str:
    """The page that asks on which side `pair` shows."""
    return f"linked-side-{pair}"


def _which_side(name: str) -> Words:
    return Words(
        title=f"{name[:1].upper()}{name[1:]}: which side?",
        text=(
            "On which side do you know this?",
            "Practice watches the weak side. What you say of the strong side is kept and reported.",
        ),
        options={
            "affected": "The weak side",
            "unaffected": "Only the strong side",
            "both": "Both sides",
        },
    )


LINKED: Final[dict[str, Words]] = {
    "linked": Words(
        title="Linked movement",
        text=("Does the eye narrow when the mouth moves, or the mouth move when the eye closes?",),
        options={"yes": "Yes", "no": "No", "unsure": "I am not sure"},
    ),
    "linked-pairs": Words(
        title="What moves along",
        text=("Which of these do you know? The camera cannot see the last four.",),
        options={
            "smile-eye": "The eye narrows when I smile",
            "pucker-eye": "The eye narrows when I pucker the lips",
            "closure-corner": "The mouth moves when I close the eyes",
            "brow-corner": "The mouth moves when I raise the brows",
            "neck": "The neck tightens",
            "chin": "The chin pulls or dimples",
            "ear": "The ear moves, or I hear it",
            "other": "Another part",
        },
        none="I am not sure",
    ),
    **{side_page(pair): _which_side(name) for pair, name in LINKED_NAMES.items()},
    "linked-fingers": Words(
        title="A finger on the quiet part",
        text=(
            (
                "Some people rest a finger lightly on the part that should stay quiet. The camera "
                "cannot judge that part then, and the set earns no step up."
            ),
            "Where will your finger rest?",
        ),
        options={
            "smile-eye": "Beside the eye, when I smile",
            "pucker-eye": "Beside the eye, when I pucker the lips",
            "closure-corner": "At the mouth corner, when I close the eyes",
            "brow-corner": "At the mouth corner, when I raise the brows",
        },
        none="Nowhere: the camera watches",
    ),
}
