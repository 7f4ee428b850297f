"""Whatever is measured of a known pair: its words on the screen, in record and report agree."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from routines.movements import WATCHED_WITH, MeasureKey, Watch, is_eye_pair
from routines.thresholds import SynkinesisThresholds
from sessions.guards.synkinesis import Synkinesis
from sessions.history.linked_sets import is_loud
from sessions.history.summary import summarise
from sessions.log.record import SessionRecord
from sessions.log.record_builder import record_of
from sessions.report.movements import movement_of
from sessions.reps.rep import Linked
from tests.sessions.log_samples import MORNING, header, kept_rep, step
from tests.sessions.made_reps import STILL
from tests.tui.views import view
from tui.practice.view_words import hint_line
from tui.texts import practice as words

MEASURED: dict[MeasureKey, Watch] = {
    "pucker": "pucker-eye",
    "open-smile": "smile-eye",
    "eye-closure": "closure-corner",
    "brow-raise": "brow-corner",
}
LIMIT: dict[Watch, float] = {
    "pucker-eye": 10.0,
    "smile-eye": 15.0,
    "closure-corner": 1.5,
    "brow-corner": 2.0,
}
DIFFERENCES = {"smile-eye", "brow-corner"}
"""Judged by affected minus other (design page, the guards' words)."""

moved = st.integers(-3000, 6000).map(lambda n: n / 100) | st.integers(-2, 20).map(float)
"""As finely as a record keeps them."""
numbers = st.builds(
    Linked,
    eye_narrowing_percent=moved,
    other_eye_narrowing_percent=moved,
    corner_mm=moved,
    other_corner_mm=moved,
)
maybe = st.none() | moved


def over(pair: Watch, linked: Linked) -> bool:
    """Whether the pair is at or over its caution, worked out anew."""
    eye = is_eye_pair(pair)
    value = linked.eye_narrowing_percent if eye else linked.corner_mm
    other = linked.other_eye_narrowing_percent if eye else linked.other_corner_mm
    assert value is not None
    assert other is not None
    return value - (other if pair in DIFFERENCES else 0.0) >= LIMIT[pair]


def practised(measure: MeasureKey, linked: Linked, *, scored: bool = True) -> SessionRecord:
    """A record of one repetition in which these parts moved along; the pair is known."""
    kept = kept_rep(1)
    kept = replace(kept, rep=replace(kept.rep, linked=linked, scored=scored))
    head = header(MORNING, "camera:0", step(measure, reps=1))
    return replace(record_of(head, [kept]), known_linked=True)


@given(measure=st.sampled_from(sorted(MEASURED)), linked=numbers, known=st.booleans())
def test_never_all_quiet_over_the_caution(
    measure: MeasureKey, linked: Linked, *, known: bool
) -> None:
    """At any moment of a repetition, in both modes; and the record calls the same loud."""
    pair = MEASURED[measure]
    guard = Synkinesis(SynkinesisThresholds(), (pair,), STILL, (pair,) if known else ())
    guard.see(1.0, 0.0, linked)
    said = hint_line(view(linked_now=guard.now, linked=guard.reading))
    record = practised(measure, linked)
    (exercise,) = record.exercises
    loud = is_loud(exercise, exercise.sets[0], exercise.reps[0])

    assert (said == words.GUARDS_QUIET) is not over(pair, linked)
    assert loud is over(pair, linked)


@given(
    measure=st.sampled_from(sorted(MEASURED)),
    linked=st.builds(Linked, eye_narrowing_percent=maybe, corner_mm=maybe),
    scored=st.booleans(),
)
def test_known_practice_is_never_reported_as_not_watched(
    measure: MeasureKey, linked: Linked, *, scored: bool
) -> None:
    """Not even where nothing could be read."""
    summary = summarise(practised(measure, linked, scored=scored))

    assert movement_of([summary], summary.exercises[0]).linked != "not watched"


def test_the_pairs_are_those_that_are_watched() -> None:
    """None is left out here."""
    assert set(MEASURED.values()) == set(LIMIT) == set(WATCHED_WITH.values())
