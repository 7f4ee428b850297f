"""The pages: all there, short, plain, and saying nothing they must not."""

import re
from importlib import resources

import pytest

from routines.errors import Trouble
from routines.learn import ORDER, Topic, topic, topics

NEVER = re.compile(
    r"Cochrane|Neurology|maxim|squeez|strengthens|nerve (also )?(controls|moves) chewing"
    r"|you (have|suffer from)|we promise|will recover|cure",
    re.IGNORECASE,
)


def by_id(page: Topic) -> str:
    """Names a case."""
    return page.id


def test_every_page_is_listed() -> None:
    """No file without a place, no place without a file."""
    files = {
        entry.name.removesuffix(".md")
        for entry in resources.files("routines.learn").iterdir()
        if entry.name.endswith(".md")
    }
    assert files == set(ORDER)


@pytest.mark.parametrize("page", topics(), ids=by_id)
def test_pages_are_short_and_fit_a_narrow_screen(page: Topic) -> None:
    """One sitting, lines of a terminal."""
    assert 50 <= len(page.text.split()) <= 220
    assert max(map(len, page.text.splitlines())) <= 79
    assert page.title


@pytest.mark.parametrize("page", topics(), ids=by_id)
def test_pages_promise_and_overstate_nothing(page: Topic) -> None:
    """No forecast for the reader, no claims that could not be traced."""
    assert not NEVER.search(page.text)


def test_the_five_signs_are_told() -> None:
    """On the page about linked movement."""
    text = topic("linked-movement").text
    signs = text.split("Five signs")[1].split("\n\n")[0]

    assert signs.count("\n- ") == 5


def test_what_botulinum_toxin_can_add_is_told_with_its_limits() -> None:
    """On the same page: what it does, that it ends, what it can do wrong, who decides."""
    text = " ".join(topic("linked-movement").text.split())
    toxin = text.split("What botulinum toxin can add")[1]

    for said in ("three to four months", "too weak", "The effect ends", "ask a specialist"):
        assert said in toxin
    assert "therapist's plan here or wait 16 weeks" in toxin


def test_emergencies_come_first() -> None:
    """Before the eye, before everything that can wait."""
    text = topic("doctor").text

    assert text.index("emergency") < text.index("same day") < text.index("soon")


def test_what_helps_for_each_need_has_its_page() -> None:
    """Drooling, ear pain, medicines and their hurry, four muscles by name, years later."""
    assert "Swallow" in topic("drooling").text
    assert "Ear pain" in topic("pain").text
    assert "72 hours" in topic("medicines").text
    for muscle in ("frontalis", "orbicularis oculi", "zygomaticus", "orbicularis oris"):
        assert muscle in topic("muscles").text
    assert "can still help" in topic("long-standing").text
    assert "eye doctor" in topic("doctor").text


def test_both_views_on_when_to_begin_are_told() -> None:
    """Within two weeks, or not before three months."""
    text = topic("what-to-expect").text

    assert "within two weeks" in text
    assert "three months" in text


def test_an_unknown_page_is_answered_with_the_nearest() -> None:
    """And with where to look."""
    with pytest.raises(Trouble, match='Did you mean "drinking"'):
        topic("drinkin")
