"""What the halves of a drawn face do: the amounts of each movement, and from what they follow.

Lengths are in face heights, amounts 0 at rest and 1 at the gentle size. The drawing moves little,
because a large movement would invite a large one.
"""

from typing import Literal, NamedTuple

from routines.movements import MeasureKey, Watch

Area = Literal[
    "forehead",
    "glabella",
    "eye-ring",
    "smile-muscle",
    "lip-ring",
    "lip-depressor",
    "nose",
    "cloth",
    "half",
]
"""Where the muscle of a movement lies, where warmth goes, what is to grow soft."""
Quiet = Literal["", "eye", "corner"]
"""The part that is to stay quiet meanwhile."""


class Expression(NamedTuple):
    """One half of the face; every value is an amount but for `gaze`, 1 being a look at the lap."""

    brow: float = 0.0
    frown: float = 0.0
    shut: float = 0.0
    wide: float = 0.0
    gaze: float = 0.0
    smile: float = 0.0
    show: float = 0.0
    """How far a smile parts the lips."""
    out: float = 0.0
    round: float = 0.0
    snarl: float = 0.0
    lower: float = 0.0
    jaw: float = 0.0
    puff: float = 0.0
    flare: float = 0.0
    press: float = 0.0
    tongue: float = 0.0
    """Down to the chin; up where negative."""


REST = Expression()

_OF_MEASURE: dict[MeasureKey, Expression] = {
    "brow-raise": Expression(brow=1.0),
    "frown": Expression(frown=1.0),
    "eye-closure": Expression(shut=1.0),
    "open-smile": Expression(smile=1.0, show=1.0),
    "closed-smile": Expression(smile=1.0),
    "lip-corner-out": Expression(out=1.0),
    "pucker": Expression(round=1.0),
    "snarl": Expression(snarl=1.0),
    "lower-lip": Expression(lower=1.0),
}
_GUIDED: dict[str, Expression] = {
    "cheek-puff-both": Expression(puff=1.0),
    "cheek-puff-one": Expression(puff=1.0),
    "look-down": Expression(gaze=1.0, shut=0.9),
    "lid-help": Expression(gaze=1.0, shut=1.0),
    "hand-blink": Expression(gaze=1.0, shut=1.0),
    "lid-stretch": Expression(shut=1.0, brow=0.8),
    "eyes-wide": Expression(wide=1.0, brow=0.3),
    "squint": Expression(shut=0.5),
    "vowel-series": Expression(round=1.0),
    "mouth-open": Expression(jaw=0.8),
    "mouth-wide": Expression(jaw=1.1),
    "jaw-control": Expression(jaw=0.7),
    "lips-together": Expression(press=0.6),
    "lips-tight": Expression(press=1.0),
    "cup-rim-seal": Expression(press=0.7, round=0.4),
    "syllables": Expression(press=0.8),
    "words": Expression(round=0.6),
    "read-aloud": Expression(jaw=0.35),
    "nostril-flare": Expression(flare=1.0),
    "whole-face": Expression(smile=0.6),
    "whole-face-small": Expression(smile=0.4),
    "small-expressions": Expression(smile=0.5, brow=0.3),
    "tongue-up": Expression(jaw=0.5, tongue=-1.0),
    "tongue-down": Expression(jaw=0.4, tongue=1.0),
    "tongue-trace": Expression(jaw=0.5, tongue=-0.6),
}
_EYES_SHUT = frozenset(
    {"relax-face", "body-scan", "meditation", "imagery", "breathing", "moist-heat"}
)

AREA_OF: dict[MeasureKey, Area] = {
    "brow-raise": "forehead",
    "frown": "glabella",
    "eye-closure": "eye-ring",
    "open-smile": "smile-muscle",
    "closed-smile": "smile-muscle",
    "lip-corner-out": "smile-muscle",
    "pucker": "lip-ring",
    "snarl": "nose",
    "lower-lip": "lip-depressor",
}


def _scaled(full: Expression, amount: float) -> Expression:
    return Expression(*(value * amount for value in full))


def expression_of(measure: MeasureKey | None, amount: float) -> Expression:
    """A scored movement, `amount` of the way."""
    return REST if measure is None else _scaled(_OF_MEASURE[measure], amount)


def guided_expression(exercise_id: str, amount: float) -> Expression:
    """A guided exercise, `amount` of the way; a face at rest where hands or breath do the work."""
    if exercise_id in _EYES_SHUT:
        return Expression(shut=1.0)
    return _scaled(_GUIDED.get(exercise_id, REST), amount)


def quiet_of(watch: tuple[Watch, ...]) -> Quiet:
    """The part that a watched pair asks to stay quiet."""
    if not watch:
        return ""
    return "eye" if watch[0].endswith("-eye") else "corner"
