"""The course of a guided step: its sentences, then the turns that are counted.

First every sentence is told, at reading speed; then the turns follow, each a movement, a hold and
the way back, with its number. A step with stations tells those one after another. A step with
neither spreads its sentences over its time. Pure: the engine asks what is due at which second.
"""

from typing import Literal

import msgspec

from routines.catalogue import instructions
from routines.model import Step

WORDS_A_SECOND = 2.5
"""Slow speech, and slow reading from a screen."""
LEAST_TOLD_S = 3.0
MOST_TELLING = 0.5
"""Share of the step that the sentences may take where turns or stations follow."""

Part = Literal["told", "station", "move", "hold", "release", "rest"]


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
    if exercise.turn is None and not exercise.stations:
        return tuple(_told(sentences, [total_s / len(sentences)] * len(sentences)))
    wanted = [max(LEAST_TOLD_S, len(s.split()) / WORDS_A_SECOND) for s in sentences]
    shrink = min(1.0, MOST_TELLING * total_s / sum(wanted))
    told = _told(sentences, [seconds * shrink for seconds in wanted])
    begins_s = told[-1].ends_s
    if exercise.stations:
        return (*told, *_stations(exercise.stations, begins_s, total_s))
    return (*told, *_turns(step, begins_s))


def turns_of(step: Step) -> int:
    """How many turns a guided step counts; 0 where it is only timed."""
    return max((m.turns for m in moments(step) if m.part != "station"), default=0)


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
    parts: tuple[tuple[Part, float], ...] = (
        ("move", turn.move_s),
        ("hold", turn.hold_s),
        ("release", turn.release_s),
        ("rest", turn.rest_s),
    )
    found: list[Moment] = []
    for number in range(1, count + 1):
        for part, seconds in parts:
            found.append(
                Moment(
                    begins_s=begins_s,
                    seconds=seconds * shrink,
                    part=part,
                    turn=number,
                    turns=count,
                )
            )
            begins_s = found[-1].ends_s
    last = found[-1]
    found[-1] = msgspec.structs.replace(last, seconds=total_s - last.begins_s)
    return found
