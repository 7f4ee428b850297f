"""A rater's values stand beside what the program read in the very same hold."""

import pytest
from msgspec.structs import replace

from routines.errors import Trouble
from routines.reading.reader import read_routine
from sessions.log.record import ExerciseRecord, RepRecord, SessionRecord, SetRecord
from sessions.log.record_builder import record_of
from sessions.selftest.ruler_study import (
    COLUMNS,
    HALVES,
    MOVEMENTS,
    RATERS,
    ROUTINE,
    Row,
    compare,
    csv_text,
    hold_of,
    program_mm,
    read_csv,
    routine_text,
    typed_mm,
)
from tests.sessions.log_samples import MORNING, header, kept_rep


def _rep(hold: int, **changes: object) -> RepRecord:
    made = RepRecord(
        n=hold,
        at_s=10.0 * hold,
        onset_s=1.0,
        peak_s=3.0,
        scored=True,
        affected_mm=float(hold),
        affected_seen=True,
        unaffected_mm=10.0 + hold,
        unaffected_seen=True,
    )
    return replace(made, **changes)


def practised(**changes: object) -> SessionRecord:
    """A practice of the kit: the affected half moved n mm in hold n, the other one 10 mm more.

    `changes` are those of the third hold.
    """
    reps = tuple(_rep(n, **(changes if n == 3 else {})) for n in (1, 2, 3, 4))
    made = record_of(header(MORNING), [kept_rep(1)])
    exercises = tuple(
        ExerciseRecord(
            n=n, id=measure, name=measure, measure=measure, ended="done",
            sets=(SetRecord(n=1, reps=reps),),
        )
        for n, measure in enumerate(MOVEMENTS, 1)
    )  # fmt: skip
    return replace(
        made, routine=replace(made.routine, id=ROUTINE), exercises=exercises, side="left"
    )


def row(subject: str = "P01", **changes: object) -> Row:
    """One value of the first rater."""
    made = Row(
        subject=subject, movement="pucker", half="affected", rater=1, program_mm=3.0, rater_mm=3.5,
        source="camera", program="1.0",
    )  # fmt: skip
    return replace(made, **changes)


def test_the_routine_of_the_kit_has_a_hold_for_each_rater_and_half() -> None:
    """Within the bounds of every routine, which its reader holds."""
    routine = read_routine(routine_text(), source="validation.toml", today=MORNING.date())
    holds = {hold_of(rater, half) for rater in RATERS for half in HALVES}

    assert routine.id == ROUTINE
    assert tuple(step.exercise.measure for step in routine.steps) == MOVEMENTS
    assert holds == {1, 2, 3, 4}
    assert {(step.dose.reps, step.dose.sets) for step in routine.steps} == {(4, 1)}


def test_each_rater_has_holds_of_their_own() -> None:
    """The program's number is of that repetition, and of that half."""
    record = practised()
    read = [program_mm(record, "pucker", rater, half) for rater in RATERS for half in HALVES]

    assert read == [1.0, 12.0, 3.0, 14.0]


@pytest.mark.parametrize(
    "changes",
    [
        {"scored": False, "reason": "hand"},
        {"confidence": "low"},
        {"doubtful": ("pucker",)},
        {"n": 9},
    ],
)
def test_a_hold_that_cannot_be_trusted_is_left_out(changes: dict[str, object]) -> None:
    """The others stay."""
    record = practised(**changes)

    assert program_mm(record, "pucker", 2, "affected") is None
    assert program_mm(record, "pucker", 2, "unaffected") == 14.0
    assert program_mm(record, "snarl", 1, "affected") is None


@pytest.mark.parametrize(
    ("typed", "movement", "mm"),
    [
        ("4.5", "open-smile", 4.5),
        (" 4,5 ", "open-smile", 4.5),
        ("62 57.5", "open-smile", 4.5),
        ("28 31,5", "brow-raise", 3.5),
        ("10 0", "eye-closure", 10.0),
        ("-0.5", "lower-lip", -0.5),
    ],
)
def test_a_movement_or_both_distances_may_be_typed(typed: str, movement: str, mm: float) -> None:
    """With a comma too; what shortens a distance is movement as well."""
    assert typed_mm(typed, movement) == mm  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "typed", ["four", "", "1 2 3", "nan", "inf", "620 57", "-20", "-4.5", "57.5 62"]
)
def test_what_is_no_movement_is_refused(typed: str) -> None:
    """In a sentence."""
    with pytest.raises(Trouble):
        typed_mm(typed, "open-smile")


def test_the_table_is_read_back_also_from_a_spreadsheet() -> None:
    """With a byte order mark, semicolons and decimal commas."""
    rows = [row(), row(half="unaffected", rater_mm=-0.25), row("P02", rater=2)]
    text = csv_text(rows)
    lines = [line.replace(",", ";").replace(".", ",") for line in text.splitlines()]

    assert text.splitlines()[0] == ",".join(COLUMNS)
    assert read_csv(text, "study.csv") == rows
    again = read_csv("\ufeff" + "\r\n".join(lines) + "\r\n\r\n", "study.csv")
    assert [each.rater_mm for each in again] == [3.5, -0.25, 3.5]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", None),
        ("name,born\n", "no table of this study"),
        (csv_text([row()]) + "P02,pucker,affected,3,1,1,camera,1\n", "line 3"),
        (csv_text([row()]) + "P02,dance,affected,1,1,1,camera,1\n", "line 3"),
        (csv_text([row()]) + "P02,pucker,affected,1,nan,1,camera,1\n", "line 3"),
        (csv_text([row()]) + "P02,pucker\n", "line 3"),
        (csv_text([row(), row()]), "line 3: this value stands there twice"),
        (csv_text([row(rater_mm=400.0)]), "no movements in mm"),
    ],
)
def test_other_tables_are_refused_with_the_line(text: str, words: str | None) -> None:
    """An empty one has no rows."""
    if words is None:
        assert read_csv(text, "study.csv") == []
        return
    with pytest.raises(Trouble, match=words):
        read_csv(text, "study.csv")


def test_four_comparisons_of_the_same_people() -> None:
    """Each person's value beside the same person's; those of one rater alone have no partner."""
    rows = [
        row(f"P{n}", rater=rater, program_mm=float(n), rater_mm=n + rater / 2)
        for n in range(5)
        for rater in ((1, 2) if n < 4 else (1,))
    ]
    found = {each.id: each.lines[0] for each in compare(rows)}

    assert {name: line.pairs for name, line in found.items()} == {
        "program-rater-1": 5,
        "program-rater-2": 4,
        "raters": 4,
        "program-holds": 4,
    }
    biases = {name: line.found.bias for name, line in found.items() if line.found is not None}
    assert biases == {
        "program-rater-1": -0.5,
        "program-rater-2": -1.0,
        "raters": -0.5,
        "program-holds": 0.0,
    }
    assert [each.id for each in compare(rows[:1])] == ["program-rater-1"]


def test_a_movement_without_a_size_on_the_screen_has_one_here() -> None:
    """It is always doubtful, and the study is to tell how coarse it is; but scored it must be."""
    doubtful = practised(confidence="low", doubtful=("lower-lip",))

    assert program_mm(doubtful, "lower-lip", 2, "affected") == 3.0
    assert program_mm(practised(scored=False), "lower-lip", 2, "affected") is None
