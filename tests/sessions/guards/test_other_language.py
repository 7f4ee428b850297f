"""In another language sides and parts are translated, and nothing is decided by their names."""

from collections.abc import Iterator

import pytest

from routines.language import use
from routines.language.po_file import PoCatalogue, key_of
from routines.movements import Watch
from sessions.engine.texts import no_movement_yet, relax_linked
from sessions.guards.brief import brief
from sessions.guards.sentences import fill, told_in_last_rep
from sessions.reps.rep import Verdict

GERMAN = {
    key_of("left", "side of the face"): "links",
    "Your {side} eye moves along.": "Dein Auge {side} geht mit.",
    "Your {side} eye narrowed by {number:z.0f} %.": "Dein Auge {side}: {number:z.0f} % enger.",
    "That is linked movement. This set is over.": "Das ist Mitbewegung. Der Satz ist zu Ende.",
    "Relax your {side} eye. Let it open softly. Then a smaller try.": "Auge",
}


@pytest.fixture(autouse=True)
def german() -> Iterator[None]:
    """A few messages."""
    use(PoCatalogue({english: (said,) for english, said in GERMAN.items()}, lambda n: n != 1))
    yield
    use(None)


def linked(pair: Watch) -> Verdict:
    """A caution of linked movement."""
    detail: dict[str, str | float] = {"side": "left", "sign": pair, "linked_points": 22.0}
    return fill(Verdict(rule="synkinesis", level="caution", t_s=9.0, rep=4, detail=detail))


def test_the_side_is_named_in_the_language_spoken() -> None:
    """In the short words of a practice as in those that are kept."""
    told = linked("pucker-eye")

    assert brief(told) == "Dein Auge links geht mit."
    assert "Dein Auge links: 22 % enger." in told.sentence
    assert "links" in no_movement_yet("left")


def test_a_stop_in_a_last_repetition_is_told_in_the_language_spoken() -> None:
    """Its ending is a message of its own, not cut out of another one."""
    detail: dict[str, str | float] = {"side": "left", "sign": "pucker-eye", "linked_points": 22.0}
    stop = fill(Verdict(rule="synkinesis", level="stop", t_s=9.0, rep=4, detail=detail))

    assert told_in_last_rep(stop).sentence == (
        "Dein Auge links: 22 % enger. Das ist Mitbewegung. Der Satz ist zu Ende."
    )


@pytest.mark.parametrize("pair", ["smile-eye", "pucker-eye"])
def test_it_is_the_eye_that_is_relaxed_when_the_eye_moved_along(pair: Watch) -> None:
    """Whatever an eye is called; else the mouth corner."""
    assert relax_linked(linked(pair)) == "Auge"
    assert "mouth corner" in relax_linked(linked("brow-corner"))
