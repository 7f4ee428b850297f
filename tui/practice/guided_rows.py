"""All steps of a guided exercise, with the present one and the time it has left. Pure."""

import math
from typing import NamedTuple

from routines.guided import Moment, moments, turns_of
from routines.language.cells import wrapped
from routines.model import Step
from tui.practice.cue_words import breathes, cues_of, turn_count
from tui.texts import how as words
from tui.texts.practice import TURN


class Row(NamedTuple):
    """One step of the card."""

    text: str
    now: bool = False
    seconds: int | None = None
    """What is left of the present one; how long one to come takes; None of one that is behind."""


def guided_rows(step: Step, now: Moment | None, elapsed_s: float) -> list[Row]:
    """The sentences, or stations, in order, then the turns in one row.

    `elapsed_s` is how far the exercise has come.
    """
    rows = [_row(each.text, each, now, elapsed_s) for each in moments(step) if each.turn == 0]
    stations = [each for each in moments(step) if each.part == "station"]
    rows += [_row(each.text, each, now, elapsed_s) for each in stations]
    turns = turns_of(step)
    if turns:
        cues = cues_of(step.exercise.id)
        led = words.ONE_LINE.format(move=cues.move, hold=cues.hold, release=cues.release)
        if breathes(step.exercise.id):
            led = words.ONE_BREATH.format(move=cues.move, release=cues.release)
        turning = now is not None and now.turn > 0
        count = turn_count(now) if now is not None and turning else TURN.format(turn=0, turns=turns)
        rows.append(Row(f"{led} {count}", now=turning))
    return rows


def step_lines(rows: list[Row], width: int, height: int) -> tuple[list[str], frozenset[int]]:
    """The rows broken to `width` columns, and which lines are the present row's.

    Where they do not fit into `height` lines, what is behind goes first.
    """
    lines: list[str] = []
    bright: list[int] = []
    for row in rows:
        text = row.text if row.seconds is None else f"{row.text}  {row.seconds} s"
        first = "> " if row.now else "  "
        broken = wrapped(f"{first}{text}", max(8, width), "  ")
        if row.now:
            bright += range(len(lines), len(lines) + len(broken))
        lines += broken
    behind = max(0, min(min(bright, default=0), len(lines) - height))
    return lines[behind:], frozenset(n - behind for n in bright)


def _row(text: str, each: Moment, now: Moment | None, elapsed_s: float) -> Row:
    if now is not None and each.begins_s == now.begins_s and each.part == now.part:
        return Row(text, now=True, seconds=max(0, math.ceil(each.ends_s - elapsed_s - 1e-6)))
    behind = each.ends_s <= elapsed_s + 1e-6
    return Row(text, seconds=None if behind else round(each.seconds))
