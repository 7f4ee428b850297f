"""Which questions are asked, and what an answer changes."""

import datetime
from pathlib import Path
from typing import get_args

import pytest
from msgspec.structs import replace

from routines.movements import LINKED_NAMES, LinkedPair
from sessions.care.access import holds_no_air
from sessions.care.settings import Answers, Settings
from tests.tui.people import ANSWERED, somebody
from tui.presenters import first_run
from tui.presenters.first_run import after, before, finish, pages
from tui.presenters.first_run_questions import question
from tui.presenters.first_run_texts import answers_above
from tui.texts.first_run import PAGES, SIDE_CHOSEN, THEMES
from tui.texts.holds import HOLDS, OPENS


def ids(settings: Settings) -> list[str]:
    """The questions asked of this person before the first practice."""
    return [each.id for each in first_run.questions(settings)]


def test_every_question_has_its_words() -> None:
    """No question without a title, no words without a question."""
    assert set(first_run.ORDER) == set(PAGES)
    assert len(first_run.ORDER) == len(PAGES)


def test_the_longest_way_has_twelve_pages_at_most() -> None:
    """In five themes; every question before the first practice is on one of them."""
    every = replace(LINKED, answers=full(), linked_pairs=get_args(LinkedPair))
    longest = pages(every)

    assert len(longest) <= 12
    assert [each.theme for each in longest] == sorted(
        (each.theme for each in longest), key=first_run.THEMES.index
    )
    assert {each.theme for each in longest} == set(first_run.THEMES)
    only_later = set(first_run.LATER) - {"onset", "tension"}
    assert set(first_run.ORDER) - only_later == set(ids(every))


def full() -> Answers:
    """Answers to which every page applies."""
    return replace(ANSWERED.answers, not_for=("botulinum",), cause="surgery")


LINKED = replace(ANSWERED, stage="synkinetic", known_linked=True, eye_closes=None)


@pytest.mark.parametrize("asked", ["not-for", "flags", "doctor"])
def test_every_hold_has_its_sentence(asked: str) -> None:
    """Whatever holds back can be said."""
    keys = PAGES[asked].options
    prefix = "flag-" if asked == "flags" else ""

    assert all(f"{prefix}{key}" in HOLDS for key in keys)


def test_a_plan_is_asked_about_only_where_it_lifts_something() -> None:
    """After stroke or with two weak sides no plan makes a difference here."""
    assert "therapist-plan" not in ids(Settings())
    assert "therapist-plan" in ids(Settings(answers=Answers(not_for=("child",))))
    assert "therapist-plan" not in ids(Settings(answers=Answers(not_for=("stroke-or-brain",))))


def test_linked_movement_is_not_asked_while_nothing_moves() -> None:
    """And choosing that stage takes an older answer back."""
    linked = replace(LINKED, linked_pairs=("smile-eye",))

    flaccid = question("stage").put(linked, ("flaccid",))

    assert "linked" not in ids(flaccid)
    assert "linked-pairs" not in ids(flaccid)
    assert not flaccid.known_linked
    assert flaccid.linked_pairs == ()


def test_which_linked_pairs_is_asked_after_a_yes_only() -> None:
    """On the next page; a no, or not being sure, takes an older list back."""
    unlinked = replace(ANSWERED, stage="paretic")
    yes = question("linked").put(unlinked, ("yes",))
    following = after("linked", yes)
    assert following is not None
    listed = following.put(yes, ("pucker-eye", "neck"))

    assert "linked-pairs" not in ids(unlinked)
    assert following.id == "linked-pairs"
    assert listed.linked_pairs == ("pucker-eye", "neck")
    assert following.get(listed) == ("pucker-eye", "neck")
    assert question("linked").put(listed, ("yes",)) == listed
    for word in ("no", "unsure"):
        assert question("linked").put(listed, (word,)) == unlinked


def test_each_listed_pair_is_asked_for_its_own_side() -> None:
    """The weak side is offered; what was said of a pair goes with the pair."""
    listed = question("linked-pairs").put(LINKED, ("smile-eye", "neck"))
    sides = [each for each in first_run.questions(listed) if each.id.startswith("linked-side-")]
    both = question("linked-side-neck").put(listed, ("both",))

    assert [each.id for each in sides] == ["linked-side-smile-eye", "linked-side-neck"]
    assert all(each.get(listed) == ("affected",) for each in sides)
    assert both.linked_sides == {"neck": "both"}
    assert question("linked-side-neck").put(both, ("affected",)) == listed
    assert question("linked-pairs").put(both, ("smile-eye",)).linked_sides == {}
    assert question("linked").put(both, ("no",)).linked_sides == {}


def test_every_linked_pair_can_be_ticked_and_named_in_settings() -> None:
    """The options are the pairs that can be kept, no more and no fewer."""
    assert set(PAGES["linked-pairs"].options) == set(get_args(LinkedPair)) == set(LINKED_NAMES)


def test_nothing_is_preset_before_the_first_answers() -> None:
    """Yes, no and none of these are never chosen for anybody."""
    every = map(question, first_run.ORDER)
    asking = [each for each in every if each.kind in {"one", "many", "side"}]
    preset = {each.id for each in asking if each.get(Settings()) is not None}
    sides = {each for each in preset if each.startswith("linked-side-")}

    assert preset - sides == {"eye-covered", "view", "linked-fingers"}


def test_a_covered_eye_is_asked_about_where_a_gap_may_stay() -> None:
    """Not where the eye shuts; but where it was once covered it can be taken back."""
    shuts, covered = replace(ANSWERED, eye_closes=True), replace(ANSWERED, eye_covered=True)

    assert "eye-covered" not in ids(shuts)
    assert "eye-covered" in ids(replace(shuts, eye_closes=False))
    assert "eye-covered" in ids(replace(shuts, eye_closes=None))
    assert "eye-covered" in ids(covered)


def test_while_nothing_moves_the_date_and_tension_wait() -> None:
    """They choose an active practice, which is closed then; afterwards they are still asked."""
    still = replace(Settings(), stage="flaccid")
    day = datetime.date(2026, 11, 21)

    assert not {"onset", "tension"} & set(ids(still))
    assert {"onset", "tension"} <= set(ids(replace(still, stage="paretic")))
    assert finish(still, day).still_to_ask[:4] == first_run.FACTS
    moving = finish(replace(still, stage="paretic"), day)
    assert not {"onset", "tension"} & set(moving.still_to_ask)


def test_what_was_operated_opens_air_only_where_it_is_answered() -> None:
    """Leaving it open is no answer, and none of these is not chosen for anybody."""
    said = replace(Settings(), answers=replace(ANSWERED.answers, finished_on=None))
    settings = finish(said, datetime.date(2026, 11, 21))
    asked = question("operated")

    assert holds_no_air(settings)
    assert not holds_no_air(question("cause").put(settings, ("bells",)))
    growth = question("cause").put(settings, ("growth",))
    left = first_run.asked_later(first_run.asked_later(growth, "cause"), "operated")
    assert first_run.later(left)[0].id == "operated"
    assert asked.get(left) is None
    assert holds_no_air(left)
    none, ear = asked.put(left, ()), asked.put(left, ("ear",))
    assert asked.get(none) == ()
    assert "operated" not in none.still_to_ask
    assert (holds_no_air(none), holds_no_air(ear)) == (False, True)


def test_tension_is_not_answered_for_anybody() -> None:
    """While it waits nothing is chosen; asked for, none of these is an answer."""
    waits = finish(replace(Settings(), stage="flaccid"), datetime.date(2026, 11, 21))
    asked = question("tension")
    answered = first_run.asked_later(asked.put(waits, ()), "tension")

    assert asked.get(waits) is None
    assert asked.get(answered) == ()


def test_answers_come_back_when_the_questions_are_gone_through_again() -> None:
    """After a finished first run every page knows its earlier answer."""
    settings = replace(ANSWERED, answers=full())
    every = first_run.questions(settings)
    asking = [each for each in every if each.kind in {"one", "many", "side"}]

    assert asking
    assert all(each.get(settings) is not None for each in asking)


@pytest.mark.parametrize(
    ("asked", "value", "field", "expected"),
    [
        ("therapist-plan", "yes", "therapist_plan", True),
        ("cause", "bells", "cause", "bells"),
        ("flags", "lump", "red_flags", ("lump",)),
    ],
)
def test_an_answer_changes_its_own_field(
    asked: str, value: str, field: str, expected: object
) -> None:
    """And nothing else."""
    before_it = Settings()

    found = question(asked).put(before_it, (value,))

    assert getattr(found.answers, field) == expected
    usual = getattr(Answers(), field)
    assert replace(found, answers=replace(found.answers, **{field: usual})) == before_it


def test_only_a_tick_is_a_yes_of_what_a_doctor_said() -> None:
    """What is left out of the list opens nothing, and is known when it is asked again."""
    some = question("doctor").put(Settings(), ("seen-by-doctor", "swelling-settled"))
    none = question("doctor").put(some, ())

    assert some.answers.seen_by_doctor is True
    assert some.answers.swelling_settled is True
    assert some.answers.causes_ruled_out is some.answers.exercises_agreed is False
    assert question("doctor").get(some) == ("seen-by-doctor", "swelling-settled")
    assert question("doctor").get(none) == ()
    assert none.answers.seen_by_doctor is False
    assert first_run.at_once("doctor", none) == ("seen-by-doctor",)
    assert first_run.at_once("doctor", some) == ()


def test_the_side_is_what_was_said() -> None:
    """Left is left."""
    assert question("side").put(Settings(), ("left",)).side == "left"
    assert question("side").put(Settings(side="left"), ("right",)).side == "right"


def test_there_is_a_way_forward_and_back_through_all_pages() -> None:
    """Forward from the first comes to the last, and back again."""
    settings = Settings()
    way = ["welcome"]
    while (following := after(way[-1], settings)) is not None:
        way.append(following.id)
    back = [way[-1]]
    while (earlier := before(back[-1], settings)) is not None:
        back.append(earlier.id)

    assert way == ids(settings)
    assert back == way[::-1]


def test_what_was_left_is_gone_on_with_for_a_month() -> None:
    """From the question that was reached; later, or once finished, it begins anew."""
    first, left = datetime.date(2026, 11, 1), datetime.date(2026, 11, 20)
    early = first_run.reached(Settings(), "not-for", first)
    settings = first_run.reached(early, "side", left)
    soon = left + datetime.timedelta(days=5)

    assert first_run.start(Settings(), first) == "welcome"
    assert first_run.start(settings, soon) == "side"
    assert first_run.start(settings, first + datetime.timedelta(days=30)) == "welcome"
    assert first_run.start(settings, first - datetime.timedelta(days=1)) == "welcome"
    assert first_run.start(first_run.reached(settings, "no-question", soon), soon) == "welcome"
    assert first_run.start(finish(settings, soon), soon) == "welcome"
    assert first_run.reached(finish(settings, soon), "side", soon) == finish(settings, soon)


def test_what_is_left_for_later_is_asked_once() -> None:
    """After the first practice, and not of somebody who was asked by an older version."""
    day = datetime.date(2026, 11, 21)
    settings = finish(Settings(), day)

    assert [each.id for each in first_run.later(settings)] == [
        "cause",
        "sound",
        "view",
        "regions",
        "name",
        "where",
    ]
    assert settings.sound.level == 1
    assert first_run.later(ANSWERED) == []
    assert first_run.later(finish(ANSWERED, day)) == []
    assert first_run.later(replace(settings, still_to_ask=("unheard", "view")))[0].id == "view"
    asked = first_run.asked_later(settings, "sound")
    assert [each.id for each in first_run.later(asked)][:2] == ["cause", "view"]


def test_finishing_says_when() -> None:
    """The day is kept; it opens what the answers allow."""
    day = datetime.date(2026, 11, 21)

    assert finish(Settings(), day).answers.finished_on == day


def test_every_hold_says_what_opens_it_again() -> None:
    """But signs of a stroke, which have their own card, and questions that are only unanswered."""
    assert set(HOLDS) - set(OPENS) == {"not-answered", "flag-sudden-limbs-or-speech"}


def test_a_list_of_which_nothing_was_ticked_is_not_told_above_the_next_question(
    tmp_path: Path,
) -> None:
    """ "None of these" without its list would be read as an answer to the question below."""
    linked = first_run.page_of("linked")
    quiet, tight = (
        somebody(tmp_path, replace(ANSWERED, answers=replace(ANSWERED.answers, tight=each)))
        for each in (False, True)
    )

    assert answers_above(linked, question("linked"), quiet) == []
    assert answers_above(linked, question("linked"), tight) == ["Face or neck feels tight"]


def test_the_shortest_way_reads_in_ninety_seconds() -> None:
    """At 200 words a minute: three hundred with titles and what is said of the side and at the end.

    What stands on two pages counts once, as the benchmark counts it on the real screen.
    """
    way = finish(replace(ANSWERED, stage="flaccid"), datetime.date(2026, 11, 21))
    asked = [each.id for each in first_run.questions(way)]
    lines = {
        line
        for each in asked
        for words in (PAGES[each],)
        for line in (words.title, *words.text, *words.options.values(), words.none)
    }
    counted = {f"{name} of" for name in THEMES.values()} | {SIDE_CHOSEN, HOLDS["flaccid"]}
    said = [word for line in lines | counted for word in line.split()]

    assert asked == [
        "welcome",
        "flags",
        "not-for",
        "doctor",
        "side",
        "stage",
        "eye-closes",
        "end",
    ]
    assert sum(any(map(str.isalpha, word)) for word in said) <= 300
