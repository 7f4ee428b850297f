"""The closed vocabulary: sides, stages, regions, and the nine movements a camera can measure.

Left and right are always the person's own. A measure is a number in millimetres from
rest on one half of the face; an exercise (see `exercises`) is something a person does, and
at most one measure scores it.
"""

from collections.abc import Collection, Iterable, Mapping
from typing import Literal, get_args

from routines.language import _, pgettext

Side = Literal["left", "right"]
Stage = Literal["flaccid", "paretic", "synkinetic"]
Region = Literal["brow", "eye", "nose", "cheek", "mouth", "jaw", "tongue", "neck", "whole"]
MeasureKey = Literal[
    "brow-raise",
    "frown",
    "eye-closure",
    "open-smile",
    "closed-smile",
    "lip-corner-out",
    "pucker",
    "snarl",
    "lower-lip",
]
"""What `score` prints for each half, in this order. The two smiles read the same corners."""

Watch = Literal["pucker-eye", "smile-eye", "closure-corner", "brow-corner"]
"""Linked-movement pairs that are watched: what is done, then what may move along on the
affected half (clinical brief rows 20-23). Snarl to eye is never watched: nine in ten healthy
people do it (Citron 2022)."""
FeltPart = Literal["neck", "chin", "ear", "other"]
"""What may move along on the affected half and only the person can tell."""
LinkedPair = Literal[Watch, FeltPart]
"""Linked movement a person may have, watched or felt."""
LinkedSide = Literal["affected", "unaffected", "both"]
"""On which half a pair shows. The guards watch the affected half."""

SIDES: tuple[Side, ...] = get_args(Side)
FELT_PARTS: tuple[FeltPart, ...] = get_args(FeltPart)
LINKED_NAMES: dict[LinkedPair, str] = {
    "smile-eye": _("smile to eye"),
    "pucker-eye": _("pucker to eye"),
    "closure-corner": _("eye closing to mouth corner"),
    "brow-corner": _("brow to mouth corner"),
    "neck": _("neck"),
    "chin": _("chin"),
    "ear": _("ear"),
    "other": _("another part"),
}
"""Every pair in short words, in the order in which they are asked about."""
LINKED_PARTS: dict[str, str] = {
    "smile-eye": _("eye"),
    "pucker-eye": _("eye"),
    "closure-corner": _("mouth corner"),
    "brow-corner": _("mouth corner"),
}
"""What moves along in each watched pair."""
STAGES: tuple[Stage, ...] = get_args(Stage)
MEASURES: tuple[MeasureKey, ...] = get_args(MeasureKey)
LOW_CONFIDENCE: frozenset[MeasureKey] = frozenset({"frown", "snarl", "pucker", "lower-lip"})
"""Measures whose error is large enough that screens and reports say "low confidence"."""
TOO_COARSE: frozenset[MeasureKey] = frozenset({"snarl", "lower-lip"})
"""Measures that only count repetitions: how large they are is kept, never shown or judged. On
rendered heads the still half seems to do 8 to 38 % (lower lip) and 4 to 11 % (snarl) of what the
other does, and on portraits a quarter of a movement reads as 0.08 to 0.36 of the whole."""


WATCHES: tuple[Watch, ...] = get_args(Watch)
WATCHED_WITH: dict[str, Watch] = {
    "pucker": "pucker-eye",
    "open-smile": "smile-eye",
    "closed-smile": "smile-eye",
    "lip-corner-out": "smile-eye",
    "eye-closure": "closure-corner",
    "brow-raise": "brow-corner",
}
"""The pair that is watched with each measure."""


def is_eye_pair(pair: Watch) -> bool:
    """Whether the part that moves along is the eye; else it is the mouth corner."""
    return pair.endswith("-eye")


def known_pairs(
    watch: Iterable[Watch],
    listed: Collection[LinkedPair],
    sides: Mapping[LinkedPair, LinkedSide] = {},
) -> frozenset[Watch]:
    """Those of `watch` that are known of the affected half; all of them where nothing is listed."""
    return frozenset(
        pair for pair in watch if not listed or (pair in listed and sides.get(pair) != "unaffected")
    )


def linked_name(pair: LinkedPair, side: LinkedSide | None) -> str:
    """A pair in short words, with its side where that is not the affected one alone."""
    name = LINKED_NAMES[pair]
    match side:
        case "both":
            return _("{name} (both sides)").format(name=name)
        case "unaffected":
            return _("{name} (strong side only)").format(name=name)
        case _:
            return name


def side_name(side: str) -> str:
    """A side of the face as it is said: "left", "right", and "weak" for a side that is not told."""
    return {
        "left": pgettext("side of the face", "left"),
        "right": pgettext("side of the face", "right"),
    }.get(side) or pgettext("side of the face", "weak")


def other_side(side: Side) -> Side:
    """The other half of the same face."""
    return "right" if side == "left" else "left"
