"""Older forms are lifted step by step; the future is refused elsewhere."""

from routines.reading.migrations import Document, lift, oldest


def second(document: Document) -> Document:
    """Version 1 said `title`."""
    title = document.pop("title", "")
    return {**document, "name": title}


def third(document: Document) -> Document:
    """Version 2 counted minutes."""
    minutes = int(str(document.pop("minutes")))
    return {**document, "seconds": 60 * minutes}


STEPS = {1: second, 2: third}


def test_each_step_is_taken_in_turn() -> None:
    """From the first form to the newest, keeping what no step touches."""
    old: Document = {"schema": 1, "title": "Mine", "minutes": 2, "note": "kept"}

    assert lift(old, STEPS, newest=3) == {
        "schema": 3,
        "name": "Mine",
        "seconds": 120,
        "note": "kept",
    }


def test_the_newest_and_the_unknown_stay_as_they_are() -> None:
    """The reader says what is wrong with them."""
    for document in ({"schema": 3}, {"schema": 9}, {"schema": "1"}, {}):
        assert lift(dict(document), STEPS, newest=3) == document


def test_the_oldest_form_is_known() -> None:
    """Before any step exists it is the newest itself."""
    assert oldest(STEPS, newest=3) == 1
    assert oldest({}, newest=1) == 1
