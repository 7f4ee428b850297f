"""Which questions are asked, and what an answer changes."""

import datetime
from typing import get_args

import pytest
from msgspec.structs import replace

from routines.movements import LINKED_NAMES, LinkedPair
from sessions.care.settings import Answers, Settings
from tests.tui.people import ANSWERED
from tui.presenters.first_run import after, before, finish, page, pages
from tui.texts.first_run import PAGES
from tui.texts.holds import HOLDS


def ids(settings: Settings) -> list[str]:
    """The pages asked of this person."""
    return [each.id for each in pages(settings)]


def test_every_page_has_its_words() -> None:
    """No page without a title, no words without a page."""
    every = replace(LINKED, answers=full(), linked_pairs=get_args(LinkedPair))
    asked = {each.id for each in pages(every)}

    assert asked == set(PAGES)


def full() -> Answers:
    """Answers to which every page applies."""
    return replace(ANSWERED.answers, not_for=("botulinum",), cause="surgery")


LINKED = replace(ANSWERED, stage="synkinetic", known_linked=True)


@pytest.mark.parametrize("question", ["not-for", "flags"])
def test_every_hold_has_its_sentence(question: str) -> None:
    """Whatever holds back can be said."""
    keys = PAGES[question].options
    prefix = "flag-" if question == "flags" else ""

    assert all(f"{prefix}{key}" in HOLDS for key in keys)


def test_a_plan_is_asked_about_only_where_it_lifts_something() -> None:
    """After stroke or with two weak sides no plan makes a difference here."""
    assert "therapist-plan" not in ids(Settings())
    assert "therapist-plan" in ids(Settings(answers=Answers(not_for=("child",))))
    assert "therapist-plan" not in ids(Settings(answers=Answers(not_for=("stroke-or-brain",))))


def test_linked_movement_is_not_asked_while_nothing_moves() -> None:
    """And choosing that stage takes an older answer back."""
    linked = replace(LINKED, linked_pairs=("smile-eye",))

    flaccid = page("stage").put(linked, ("flaccid",))

    assert "linked" not in ids(flaccid)
    assert "linked-pairs" not in ids(flaccid)
    assert not flaccid.known_linked
    assert flaccid.linked_pairs == ()


def test_which_linked_pairs_is_asked_after_a_yes_only() -> None:
    """On the next page; a no, or not being sure, takes an older list back."""
    unlinked = replace(ANSWERED, stage="paretic")
    yes = page("linked").put(unlinked, ("yes",))
    following = after("linked", yes)
    assert following is not None
    listed = following.put(yes, ("pucker-eye", "neck"))

    assert "linked-pairs" not in ids(unlinked)
    assert following.id == "linked-pairs"
    assert listed.linked_pairs == ("pucker-eye", "neck")
    assert following.get(listed) == ("pucker-eye", "neck")
    assert page("linked").put(listed, ("yes",)) == listed
    for word in ("no", "unsure"):
        assert page("linked").put(listed, (word,)) == unlinked


def test_each_listed_pair_is_asked_for_its_own_side() -> None:
    """The weak side is offered; what was said of a pair goes with the pair."""
    listed = page("linked-pairs").put(LINKED, ("smile-eye", "neck"))
    sides = [each for each in pages(listed) if each.id.startswith("linked-side-")]
    both = page("linked-side-neck").put(listed, ("both",))

    assert [each.id for each in sides] == ["linked-side-smile-eye", "linked-side-neck"]
    assert all(each.get(listed) == ("affected",) for each in sides)
    assert both.linked_sides == {"neck": "both"}
    assert page("linked-side-neck").put(both, ("affected",)) == listed
    assert page("linked-pairs").put(both, ("smile-eye",)).linked_sides == {}
    assert page("linked").put(both, ("no",)).linked_sides == {}


def test_every_linked_pair_can_be_ticked_and_named_in_settings() -> None:
    """The options are the pairs that can be kept, no more and no fewer."""
    assert set(PAGES["linked-pairs"].options) == set(get_args(LinkedPair)) == set(LINKED_NAMES)


def test_nothing_is_preset_before_the_first_answers() -> None:
    """Yes, no and none of these are never chosen for anybody."""
    questions = [each for each in pages(Settings()) if each.kind in {"one", "many", "side"}]
    preset = {each.id for each in questions if each.get(Settings()) is not None}

    assert preset == {"eye-covered", "view"}


def test_answers_come_back_when_the_questions_are_gone_through_again() -> None:
    """After a finished first run every page knows its earlier answer."""
    settings = replace(ANSWERED, answers=full())
    questions = [each for each in pages(settings) if each.kind in {"one", "many", "side"}]

    assert all(each.get(settings) is not None for each in questions)


@pytest.mark.parametrize(
    ("question", "value", "field", "expected"),
    [
        ("seen-by-doctor", "yes", "seen_by_doctor", True),
        ("causes-ruled-out", "no", "causes_ruled_out", False),
        ("swelling-settled", "unsure", "swelling_settled", None),
        ("cause", "bells", "cause", "bells"),
    ],
)
def test_an_answer_changes_its_own_field(
    question: str, value: str, field: str, expected: object
) -> None:
    """And nothing else."""
    before_it = Settings()

    found = page(question).put(before_it, (value,))

    assert getattr(found.answers, field) == expected
    assert replace(found, answers=replace(found.answers, **{field: None})) == before_it


def test_the_side_is_what_was_said() -> None:
    """Left is left."""
    assert page("side").put(Settings(), ("left",)).side == "left"
    assert page("side").put(Settings(side="left"), ("right",)).side == "right"


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


def test_finishing_says_when() -> None:
    """The day is kept; it opens what the answers allow."""
    day = datetime.date(2026, 11, 21)

    assert finish(Settings(), day).answers.finished_on == day
