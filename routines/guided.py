"""The course of a guided step: its sentences, then the turns, places or breaths that are counted.

First every sentence is told, at reading speed. Then the turns follow, each a movement, a hold and
the way back, with its number; or the stations, or the breaths. In a step with none of these the
cautions are told at reading speed, and the sentences of what to do share the rest of the time.
Pure: the engine asks what is due at which second.
"""

from typing import Literal

import msgspec

from routines.catalogue import instructions, to_heed
from routines.model import Step

WORDS_A_SECOND = 2.5
"""Slow speech, and slow reading from a screen."""
LEAST_TOLD_S = 3.0
MOST_TELLING = 0.5
"""Share of the step that the sentences may take where turns or stations follow."""

Part = Literal["told", "station", "move", "hold", "release", "rest", "change"]
"""`change` is the rest in which the hands go to the other side. Of a breath, `move` is the breath
in and `release` the breath out."""


class Moment(msgspec.Struct, frozen=True, kw_only=True):
    """What begins `begins_s` seconds into the step, and lasts `seconds`."""

    begins_s: float
    seconds: float
    part: Part
    text: str = ""
    """The sentence of a "told" or "station" part."""
    turn: int = 0
    """From 1; 0 while sentences are told."""
    turns: int = 0
    """How many turns or stations this step has."""

    @property
    def ends_s(self) -> float:
        """Seconds into the step."""
        return self.begins_s + self.seconds


def moments(step: Step) -> tuple[Moment, ...]:
    """Every moment of a guided step in order; they fill its time."""
    exercise, total_s = step.exercise, step.dose.for_s
    sentences = instructions(step)
    wanted = [max(LEAST_TOLD_S, len(s.split()) / WORDS_A_SECOND) for s in sentences]
    shrink = min(1.0, MOST_TELLING * total_s / sum(wanted))
    told_s = [seconds * shrink for seconds in wanted]
    if exercise.paced_breath:
        return _breaths(step, sentences, told_s)
    if exercise.turn is not None:
        told = _told(sentences, told_s)
        return (*told, *_turns(step, told[-1].ends_s))
    if exercise.stations:
        told = _told(sentences, told_s)
        return (*told, *_stations(exercise.stations, told[-1].ends_s, total_s))
    return tuple(_told(sentences, _shared(step, sentences, told_s)))


def turns_of(step: Step) -> int:
    """How many turns a guided step counts; 0 where it is only timed."""
    return max((m.turns for m in moments(step) if m.part != "station"), default=0)


def _shared(step: Step, sentences: tuple[str, ...], told_s: list[float]) -> list[float]:
    """What is to be heeded at reading speed, so that what is to be done has the time."""
    heed = to_heed(step.exercise)
    doing = sum(sentence not in heed for sentence in sentences)
    if not doing:
        return [step.dose.for_s / len(sentences)] * len(sentences)
    heeding_s = sum(s for text, s in zip(sentences, told_s, strict=True) if text in heed)
    each_s = (step.dose.for_s - heeding_s) / doing
    return [s if text in heed else each_s for text, s in zip(sentences, told_s, strict=True)]


def _told(sentences: tuple[str, ...], lasts: list[float]) -> list[Moment]:
    told: list[Moment] = []
    for text, seconds in zip(sentences, lasts, strict=True):
        begins_s = told[-1].ends_s if told else 0.0
        told.append(Moment(begins_s=begins_s, seconds=seconds, part="told", text=text))
    return told


def _stations(texts: tuple[str, ...], begins_s: float, total_s: float) -> list[Moment]:
    seconds = (total_s - begins_s) / len(texts)
    return [
        Moment(
            begins_s=begins_s + n * seconds,
            seconds=seconds,
            part="station",
            text=text,
            turn=n + 1,
            turns=len(texts),
        )
        for n, text in enumerate(texts)
    ]


def _turns(step: Step, begins_s: float) -> list[Moment]:
    """As many whole turns as fit, one at the least; the last rest takes what is left over."""
    turn, total_s = step.exercise.turn, step.dose.for_s
    assert turn is not None
    count = max(1, int((total_s - begins_s + 1e-6) // turn.seconds))
    shrink = min(1.0, (total_s - begins_s) / turn.seconds)
    between: Part = "change" if turn.change_sides else "rest"
    parts: list[tuple[Part, float]] = [
        ("move", turn.move_s * shrink),
        ("hold", turn.hold_s * shrink),
        ("release", turn.release_s * shrink),
        (between, turn.rest_s * shrink),
    ]
    found = _repeated(parts, begins_s, count)
    last = found[-1]
    found[-1] = msgspec.structs.replace(last, part="rest", seconds=total_s - last.begins_s)
    return found


def _breaths(step: Step, sentences: tuple[str, ...], told_s: list[float]) -> tuple[Moment, ...]:
    """As many whole breaths as fit; the sentences take what is left over, so that none is held."""
    dose = step.dose
    breath_s, left_s = dose.breath_in_s + dose.breath_out_s, dose.for_s - sum(told_s)
    count = max(1, int((left_s + 1e-6) // breath_s))
    shrink = min(1.0, left_s / breath_s)
    begins_s = dose.for_s - count * breath_s * shrink
    longer = begins_s / sum(told_s)
    told = _told(sentences, [seconds * longer for seconds in told_s])
    parts: list[tuple[Part, float]] = [
        ("move", dose.breath_in_s * shrink),
        ("release", dose.breath_out_s * shrink),
    ]
    return (*told, *_repeated(parts, told[-1].ends_s, count))


def _repeated(parts: list[tuple[Part, float]], begins_s: float, count: int) -> list[Moment]:
    found: list[Moment] = []
    for turn in range(1, count + 1):
        for part, seconds in parts:
            moment = Moment(begins_s=begins_s, seconds=seconds, part=part, turn=turn, turns=count)
            found.append(moment)
            begins_s = moment.ends_s
    return found
