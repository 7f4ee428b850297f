"""What may be said of a face at rest: the weak half beside the strong one, in plain words. Pure.

Only the mouth corner is told in millimetres, and only where the head was straight; brow and eye
are not read well enough for a number (`sessions.scoring.at_rest`). A difference below what can be
told is "no clear difference". Nothing here is praise or promise.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from statistics import median
from typing import Final, get_args

import msgspec

from routines.language import _, pgettext
from routines.movements import Side, other_side, side_name
from sessions.history.own_error import OwnError
from sessions.history.questions import AT_REST
from sessions.history.summary import SessionSummary
from sessions.history.weeks import monday_of
from sessions.log.record import AtRestRecord, SessionRecord
from sessions.readings import RestHalf, RestPart

PARTS: tuple[RestPart, ...] = get_args(RestPart)
IN_MM: frozenset[RestPart] = frozenset({"corner"})
"""Parts whose error is at most a millimetre."""
SAME: Final = _("no clear difference")
_PAIRS: dict[RestPart, str] = {"corner": _("Mouth corners"), "eye": _("Eyes"), "brow": _("Brows")}
_WAYS: dict[RestPart, tuple[str, str]] = {
    "corner": (pgettext("mouth corner", "lower"), pgettext("mouth corner", "higher")),
    "eye": (_("open less"), _("open wider")),
    "brow": (pgettext("brow", "lower"), pgettext("brow", "higher")),
}
_SENTENCES: dict[RestPart, str] = {
    "corner": _("Your {side} mouth corner lies {said} than the {other}."),
    "eye": _("Your {side} eye is {said} than the {other}."),
    "brow": _("Your {side} brow lies {said} than the {other}."),
}
(RATING,) = AT_REST
"""The key of the own rating in a check-in."""


class RestWeek(msgspec.Struct, frozen=True, kw_only=True):
    """One week: medians of what its sessions read at rest, and of the own ratings."""

    monday: date
    found: AtRestRecord
    rating: float | None = None


def clear(found: AtRestRecord, part: RestPart) -> float | None:
    """Weak half minus strong half, mm; None where it is no clear difference."""
    mm = found.difference.of(part)
    return mm if abs(mm) >= found.clear_from.of(part) else None


def in_words(found: AtRestRecord, part: RestPart) -> str:
    """For example "about 2 mm lower", "lower", "no clear difference"."""
    mm = clear(found, part)
    if mm is None:
        return SAME
    way = _WAYS[part][mm > 0]
    return (
        _("about {mm:.0f} mm {way}").format(mm=abs(mm), way=way)
        if found.sure and part in IN_MM
        else way
    )


def sentences(record: SessionRecord) -> list[str]:
    """What the rest of a session showed, a sentence a part, and what the person said of it."""
    found = record.at_rest
    if found is None:
        return []
    said = [_sentence(found, part, record.side) for part in PARTS]
    rating = record.check_in.get(RATING)
    if rating is not None:
        said.append(_("You said: uneven {rating} of 10.").format(rating=rating))
    return said


def weeks_at_rest(
    sessions: Sequence[SessionSummary], own: OwnError | None = None
) -> list[RestWeek]:
    """Every week with a rest, oldest first. Sessions with a straight head count, where there are
    any. The mouth corner is clear only beyond the `own` error too, where that is known."""
    least = 0.0 if own is None else own.rest_mm()
    by_week: dict[date, list[SessionSummary]] = defaultdict(list)
    for session in sessions:
        by_week[monday_of(session.started.date())].append(session)
    found: list[RestWeek] = []
    for monday, ours in sorted(by_week.items()):
        rests = [each.at_rest for each in ours if each.at_rest is not None]
        rests = [each for each in rests if each.sure] or rests
        ratings = [float(said) for each in ours if (said := each.check_in.get(RATING)) is not None]
        if rests:
            rating = median(ratings) if ratings else None
            found.append(RestWeek(monday=monday, found=_median(rests, least), rating=rating))
    return found


def _sentence(found: AtRestRecord, part: RestPart, side: Side) -> str:
    said = in_words(found, part)
    if said == SAME:
        return f"{_PAIRS[part]}: {SAME}."
    return _SENTENCES[part].format(
        side=side_name(side), said=said, other=side_name(other_side(side))
    )


def _median(rests: Sequence[AtRestRecord], corner_mm: float) -> AtRestRecord:
    """The strong half at the medians of its heights, the weak half off by those of differences."""
    strong = _half([each.unaffected for each in rests])
    apart = _half([each.difference for each in rests])
    limits = _half([each.clear_from for each in rests])
    limits = msgspec.structs.replace(limits, corner_mm=max(limits.corner_mm, corner_mm))
    return AtRestRecord(
        affected=RestHalf.each(lambda part: strong.of(part) + apart.of(part)),
        unaffected=strong,
        clear_from=limits,
        sure=all(each.sure for each in rests),
    )


def _half(halves: Sequence[RestHalf]) -> RestHalf:
    return RestHalf.each(lambda part: median(half.of(part) for half in halves))
