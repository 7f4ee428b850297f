"""In another language sides and parts are translated, and nothing is decided by their names."""

from collections.abc import Iterator

import pytest

from routines.language import use
from routines.language.po_file import PoCatalogue, key_of
from routines.movements import LINKED_PARTS, Watch
from sessions.engine.texts import no_movement_yet, relax_linked
from sessions.guards.brief import brief
from sessions.guards.sentences import fill
from sessions.reps.rep import Verdict

GERMAN = {
    key_of("left", "side of the face"): "links",
    "Relax your {side} eye. Let it open softly. Then a smaller try.": "Auge",
}


@pytest.fixture(autouse=True)
def german(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A few messages; names of parts are translated when their module is imported."""
    for pair in ("smile-eye", "pucker-eye"):
        monkeypatch.setitem(LINKED_PARTS, pair, "Auge")
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

    assert brief(told) == "Your links Auge moves along."
    assert "Your links Auge" in told.sentence
    assert "links" in no_movement_yet("left")


@pytest.mark.parametrize("pair", ["smile-eye", "pucker-eye"])
def test_it_is_the_eye_that_is_relaxed_when_the_eye_moved_along(pair: Watch) -> None:
    """Whatever an eye is called; else the mouth corner."""
    assert relax_linked(linked(pair)) == "Auge"
    assert "mouth corner" in relax_linked(linked("brow-corner"))
