"""Linked movement over the weeks, pair by pair: how open the eye stays, and how large is quiet.

All repetitions of practice count, at whatever size they were asked for. The weekly record does not:
it is taken at full size, and would hide what practice at a smaller one is like.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from statistics import median

import msgspec

from routines.language import _
from routines.movements import WATCHES, Watch, is_eye_pair
from sessions.history.linked_sets import LinkedSet
from sessions.history.own_error import OwnError
from sessions.history.summary import SessionSummary
from sessions.history.weeks import Quantity, Trend, monday_of, trend_of
from sessions.pictures.photo_director import ROUTINE as WEEKLY_RECORD

NAMES: dict[Watch, str] = {
    "pucker-eye": _("Eye, in a pucker"),
    "smile-eye": _("Eye, in a smile"),
    "closure-corner": _("Mouth corner, in eye closing"),
    "brow-corner": _("Mouth corner, in brow raising"),
}


class LinkedTrend(msgspec.Struct, frozen=True, kw_only=True):
    """One pair over the weeks."""

    pair: Watch
    name: str
    kept: Trend
    """Eye opening at the size asked for, percent of rest; of a mouth corner, how far it moved
    along, mm."""
    quiet: Trend
    """Largest quiet size, percent of own gentle size."""
    loud: int
    """Loud repetitions in all."""


def linked_trends(
    sessions: Sequence[SessionSummary], own: OwnError | None = None
) -> list[LinkedTrend]:
    """Every pair that was read; `sessions` of one affected side, in any order."""
    found = [_trend(sessions, pair, own) for pair in WATCHES]
    return [each for each in found if each.quiet.weeks]


def _trend(sessions: Sequence[SessionSummary], pair: Watch, own: OwnError | None) -> LinkedTrend:
    kept, quiet = defaultdict[date, list[float]](list), defaultdict[date, list[float]](list)
    loud = 0
    eye = is_eye_pair(pair)
    for session in sessions:
        if session.routine_id == WEEKLY_RECORD:
            continue
        sets = [each for e in session.exercises for each in e.linked if each.pair == pair]
        if not sets:
            continue
        week = monday_of(session.started.date())
        values = [value for each in sets if (value := _kept(each, eye=eye)) is not None]
        if values:
            kept[week].append(median(values))
        quiet[week].append(max((e.target_percent for e in sets if e.quiet), default=0.0))
        loud += sum(len(each.loud_percents) for each in sets)
    name = NAMES[pair]
    quantity: Quantity = "eye_open_percent" if eye else "corner_mm"
    return LinkedTrend(
        pair=pair,
        name=name,
        kept=trend_of(kept, quantity, pair, name, own=own),
        quiet=trend_of(quiet, "quiet_percent", pair, name),
        loud=loud,
    )


def _kept(each: LinkedSet, *, eye: bool) -> float | None:
    return each.eye_open_percent if eye else each.moved
