"""Every combination of answers against the table of what may open, and what must hold always."""

from collections.abc import Callable
from itertools import islice
from typing import Any

import hypothesis
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from routines.catalogue import exercises
from routines.reading.library import find, library_ids
from routines.stages import is_weekly_look
from sessions.care.access import LIFTED_BY_ANYWAY, Resting, against, may_open, opened, unlocked
from sessions.care.settings import Settings
from sessions.care.triage import SORE_EYE
from tests.sessions.care.access_table import (
    DAY,
    EXCLUSIONS,
    FLAGS,
    GROUP,
    QUESTIONS,
    STAGES,
    TABLE,
    TOXIN,
    TRUTHS,
    Asked,
    everybody,
    person,
    rule_for,
    with_several,
)

TOUCHING_THE_EYE = frozenset(
    key for key, exercise in exercises().items() if exercise.region == "eye" and key != "eye-care"
)
ROUTINES = {key: find(key) for key in library_ids()}

anybody = st.builds(
    person,
    flags=st.lists(st.sampled_from(FLAGS), unique=True).map(tuple),
    not_for=st.lists(st.sampled_from(EXCLUSIONS), unique=True).map(tuple),
    plan=st.booleans(),
    truths=st.tuples(*[st.sampled_from(TRUTHS)] * 4),
    stage=st.sampled_from(STAGES),
    side=st.booleans(),
    finished=st.booleans(),
    toxin=st.sampled_from(sorted(TOXIN)),
    linked=st.booleans(),
)
answers_that_differ = st.one_of(
    st.builds(lambda flag: {"flags": (flag,)}, st.sampled_from(FLAGS)),
    st.builds(lambda item: {"not_for": (item,)}, st.sampled_from(EXCLUSIONS)),
    st.builds(lambda stage: {"stage": stage}, st.sampled_from(STAGES)),
    st.builds(
        lambda at, said: {"truths": tuple(said if n == at else True for n in range(4))},
        st.integers(0, 3),
        st.sampled_from((False, None)),
    ),
    st.sampled_from(
        ({"plan": True}, {"side": False}, {"finished": False}, {"toxin": "within-16-weeks"})
    ),
)


def with_answers(changes: list[dict[str, Any]]) -> Settings:
    """Somebody to whom everything is open, but for these answers; the later of two counts."""
    merged: dict[str, Any] = {}
    for each in changes:
        merged |= each
    return person(**merged)


almost_open = st.lists(answers_that_differ, max_size=2).map(with_answers)
"""Somebody to whom everything is open, but for two answers at the most. Of answers drawn at random
hardly any person is left to whom anything is open, and no property could fail."""
people = st.integers(0, 3).flatmap(lambda n: anybody if n == 0 else almost_open)
many = hypothesis.settings(max_examples=100)
RESTING: tuple[Resting, ...] = ("", "gap", "cap")


def open_to(settings: Settings) -> frozenset[str]:
    """The exercises that may open."""
    found = unlocked(settings, DAY, look_due=True)
    return frozenset(key for key, each in exercises().items() if may_open(each, found))


def groups_open_to(settings: Settings) -> frozenset[str]:
    """The groups that are open; each group opens whole or not at all."""
    may = open_to(settings)
    groups = frozenset(GROUP[key] for key in may)
    assert may == {key for key, group in GROUP.items() if group in groups}
    return groups


def test_the_groups_are_the_exercises_that_move_nothing() -> None:
    """Each is in the catalogue, in one group, and no active one is in any."""
    grouped = [key for keys in TABLE["groups"].values() for key in keys]

    assert sorted(grouped) == sorted(key for key, each in exercises().items() if not each.active)


@pytest.mark.parametrize(
    "every", [7, pytest.param(1, marks=pytest.mark.long)], ids=["a-seventh", "all"]
)
@pytest.mark.parametrize("combinations", [everybody, with_several])
def test_every_combination_opens_what_the_table_says(
    combinations: Callable[[], Asked], every: int
) -> None:
    """Two hundred thousand people, each judged by the policy and by the table.

    Each seventh of them has every pair of answers: no answer has seven forms or a multiple of it.
    """
    groups: dict[tuple[str, bool], frozenset[str]] = {}
    fitting: set[str] = set()
    for answers in islice(combinations(), None, None, every):
        settings = person(**answers)
        found = unlocked(settings, DAY, look_due=True)
        key = (found.level, found.sore_eye)
        if key not in groups:
            groups[key] = groups_open_to(settings)
        rule = rule_for(settings)
        fitting.add(rule["who"])
        assert groups[key] == frozenset(rule["opens"]), (settings, rule)
        assert found.look == rule.get("weekly_look", False), (settings, rule)
        assert bool(found.held_by) == (found.level != "active")
    if combinations is everybody:
        assert fitting == {each["who"] for each in TABLE["rule"]}, "a rule that fits nobody"


@many
@given(people, st.sampled_from(QUESTIONS))
def test_a_missing_answer_opens_no_more_than_the_most_careful_one(
    settings: Settings, question: str
) -> None:
    """Left out, "not sure" and "no" to a question that opens something are the same."""

    def answered(value: bool | None) -> frozenset[str]:
        return open_to(replace(settings, answers=replace(settings.answers, **{question: value})))

    assert answered(None) <= answered(False)
    assert answered(None) <= answered(True)


@many
@given(people)
def test_a_missing_stage_side_or_list_opens_no_more_than_the_most_careful_one(
    settings: Settings,
) -> None:
    """The most careful stage is flaccid; lists are missing while the questions are not over."""
    most_careful = frozenset.intersection(
        *(open_to(replace(settings, stage=stage)) for stage in STAGES if stage is not None)
    )
    assert open_to(replace(settings, stage=None)) <= most_careful
    assert open_to(replace(settings, side=None)) <= open_to(replace(settings, side="left"))
    unfinished = replace(settings, answers=replace(settings.answers, finished_on=None))
    assert open_to(unfinished) == frozenset()


@many
@given(people)
def test_a_warning_never_opens_more_than_its_absence(settings: Settings) -> None:
    """Each sign and each exclusion, whatever else was said."""
    for warning in (*FLAGS, *EXCLUSIONS):
        answers = settings.answers
        name = "red_flags" if warning in FLAGS else "not_for"
        without = tuple(item for item in getattr(answers, name) if item != warning)
        ticked = replace(answers, **{name: (*without, warning)})
        unticked = replace(answers, **{name: without})
        warned = open_to(replace(settings, answers=ticked))
        assert warned <= open_to(replace(settings, answers=unticked)), warning


@many
@given(people)
def test_nothing_that_touches_the_eye_opens_with_a_sore_eye(settings: Settings) -> None:
    """Whatever else was said, a plan among it."""
    flags = tuple({*settings.answers.red_flags, SORE_EYE})
    sore = replace(settings, answers=replace(settings.answers, red_flags=flags))

    assert not open_to(sore) & TOUCHING_THE_EYE


@many
@given(people)
def test_nothing_active_opens_while_nothing_moves(settings: Settings) -> None:
    """Also on a day on which the weekly look is open, which opens as a whole routine alone."""
    still = open_to(replace(settings, stage="flaccid"))

    assert not {key for key in still if exercises()[key].active}


@many
@given(people, st.sampled_from(sorted(ROUTINES)), st.sampled_from(RESTING))
def test_no_emergency_and_no_unanswered_person_begins_anything(
    settings: Settings, routine_id: str, resting: Resting
) -> None:
    """No routine, and nothing that `--anyway` lifts."""
    routine = ROUTINES[routine_id]
    stroke = tuple({*settings.answers.red_flags, "sudden-limbs-or-speech"})
    emergency = replace(settings, answers=replace(settings.answers, red_flags=stroke))
    unfinished = replace(settings, answers=replace(settings.answers, finished_on=None))

    for nobody in (emergency, unfinished):
        found = unlocked(nobody, DAY, look_due=True)
        assert opened(routine, found, "") is None
        (reason,) = against(routine, nobody, resting, found)
        assert reason not in LIFTED_BY_ANYWAY


@many
@given(people, st.sampled_from(sorted(ROUTINES)), st.sampled_from(RESTING))
def test_what_anyway_lifts_never_opens_what_an_answer_closes(
    settings: Settings, routine_id: str, resting: Resting
) -> None:
    """Past all that may be lifted, each step that would run is one that is open."""
    routine = ROUTINES[routine_id]
    found = unlocked(settings, DAY, look_due=True)
    run = opened(routine, found, "Later.")
    reasons = against(routine, settings, resting, found)

    if run is None:
        assert not set(reasons) & LIFTED_BY_ANYWAY
        assert reasons
        return
    assert set(reasons) <= LIFTED_BY_ANYWAY
    kept = [step.exercise for step in run.steps if step.skipped is None]
    assert kept
    if is_weekly_look(routine):
        assert settings.stage == "flaccid"
        assert found.held_by == ("flaccid",)
        assert all(step.dose.sets == step.dose.reps == 1 for step in run.steps)
    else:
        assert all(may_open(exercise, found) for exercise in kept)
    if settings.stage == "flaccid":
        assert is_weekly_look(routine) or not any(exercise.active for exercise in kept)
        assert "stage" not in reasons
    if "eye-pain-or-vision" in settings.answers.red_flags:
        assert not {exercise.id for exercise in kept} & TOUCHING_THE_EYE
    if not routine.active:
        assert reasons == ()


@many
@given(people, st.sampled_from([*FLAGS, *EXCLUSIONS]))
def test_the_weekly_look_opens_to_no_warning_and_no_missing_answer(
    settings: Settings, warning: str
) -> None:
    """Nor before a week is over; and then nothing of it is left."""
    answers = settings.answers
    name = "red_flags" if warning in FLAGS else "not_for"
    ticked = tuple({*getattr(answers, name), warning})
    warned = replace(settings, answers=replace(answers, **{name: ticked}))
    assert unlocked(warned, DAY, look_due=True).look <= unlocked(settings, DAY, look_due=True).look
    for question in QUESTIONS:
        open_one = replace(settings, answers=replace(answers, **{question: None}))
        assert not unlocked(open_one, DAY, look_due=True).look
    assert opened(ROUTINES["weekly-look"], unlocked(settings, DAY), "") is None


@many
@given(people)
def test_a_date_that_was_left_out_opens_no_more_than_any_date(settings: Settings) -> None:
    """Of botulinum toxin; and an older injection never opens less than a later one."""

    def given_on(key: str) -> frozenset[str]:
        return open_to(replace(settings, answers=replace(settings.answers, toxin_on=TOXIN[key])))

    assert given_on("unknown") == given_on("within-16-weeks") <= given_on("longer-ago")


@many
@given(people)
def test_known_linked_movement_opens_no_more(settings: Settings) -> None:
    """It changes which movement is for this person, never whether any is."""

    def linked(known: bool) -> frozenset[str]:
        return open_to(replace(settings, known_linked=known))

    assert linked(True) == linked(False)


def test_anyway_lifts_four_things() -> None:
    """As many as the table names."""
    assert len(TABLE["anyway"]["lifts"]) == len(LIFTED_BY_ANYWAY) == 4
