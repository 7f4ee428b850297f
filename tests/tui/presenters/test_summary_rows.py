"""A line an exercise: name, how much was done, how large or how it went."""

import pytest
from msgspec.structs import replace

from sessions.engine.texts import RAN_BY_THE_CLOCK
from sessions.log.record import ExerciseRecord, SetRecord, UnseenRecord, VerdictRecord
from sessions.reps.rep import Rule
from tests.tui.practice.test_summary_words import record, rep, smile
from tui.presenters.summary_rows import SummaryRow, in_columns, summary_rows


def went(**changes: object) -> str:
    """How one exercise went."""
    (row,) = summary_rows(record(smile(**changes)))
    return row.went


def one_set(*reps: object, **changes: object) -> dict[str, object]:
    """An exercise of one set."""
    return {"sets": (SetRecord(n=1, reps=reps, **changes),)}  # type: ignore[arg-type]


def stop(rule: Rule, **detail: str) -> tuple[VerdictRecord, ...]:
    """A stop by this rule."""
    return (VerdictRecord(rule=rule, level="stop", at_s=9.0, rep=4, detail=dict(detail)),)


LINKED_TWICE = (*stop("synkinesis"), replace(stop("synkinesis")[0], rep=5))


def test_what_went_well_is_its_size() -> None:
    """Of the weak side, as in the history."""
    assert summary_rows(record(smile())) == [
        SummaryRow("Small open smile", "4 of 5", "weak side 4.0 mm")
    ]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        (one_set(rep(1), stops=stop("fatigue", sign="loss")), "it tired"),
        (one_set(rep(1), stops=stop("self", sign="pain")), "pain"),
        (one_set(rep(1), stops=stop("self", sign="tired")), "you ended it"),
        (one_set(*map(rep, range(1, 6)), stops=stop("overcompensation")), "again, smaller"),
        (one_set(rep(1, affected_seen=False)), "none seen yet"),
        (one_set(rep(1), rep(2, scored=False, reason="hand")), "1 not scored"),
        (one_set(rep(1, target_percent=60.0)), "smaller size"),
        (one_set(rep(1, doubtful=("open-smile",))), ""),
        (one_set(rep(1), unseen=(UnseenRecord(at_s=1.0, why=RAN_BY_THE_CLOCK),)), "1 by the clock"),
        (one_set(rep(1), cautions=stop("synkinesis")), "linked, 1 time"),
        (one_set(rep(1), cautions=stop("synkinesis") * 2), "linked, 1 time"),  # twice in one
        (one_set(rep(1), cautions=LINKED_TWICE), "linked, 2 times"),
    ],
)
def test_else_the_one_thing_to_know(changes: dict[str, object], said: str) -> None:
    """In two or three words; a size that is not to be trusted is not said."""
    assert went(**changes) == said


def test_what_was_left_out_stands_last() -> None:
    """Named where it is little, counted where it is much; what was not reached is not there."""

    def left(number: int, ended: str = "left-out") -> ExerciseRecord:
        return smile(name=f"Number {number}", ended=ended, sets=())

    few = summary_rows(record(left(1), smile(), left(2, "not-reached")))
    many = summary_rows(record(smile(), *map(left, range(5))))

    assert [row.done for row in few] == ["4 of 5", "left out"]
    assert many[-1] == SummaryRow("5 other exercises", "left out")


@pytest.mark.parametrize("width", [36, 56, 76])
def test_every_line_fits(width: int) -> None:
    """The columns stand below each other, and a name that is too long says that it goes on."""
    firm = smile(name="Lips closed more firmly, as your therapist showed")
    rows = summary_rows(record(smile(), firm, replace(smile(), measure=None)))
    lines = in_columns(rows, width)

    assert len(lines) == 3
    assert max(map(len, lines)) <= width
    assert len({line.index("weak") for line in lines[:2]} | {lines[2].index("by the")}) == 1
    assert ("\u2026" in lines[1]) == (width < 76)
