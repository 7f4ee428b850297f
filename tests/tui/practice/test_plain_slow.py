"""Plain mode on a slow machine: each line once, and the clock offered once in each trouble."""

from tests.tui.views import view
from tui.practice.plain_slow import SlowLines
from tui.texts import practice as words

OFFER = f"{words.BY_CLOCK_OFFER}."


def test_what_changed_is_said_once() -> None:
    """It stays in the view for a while."""
    lines = SlowLines()
    slow = view(load_told="Every second picture is read.")

    assert list(lines.about(slow)) == ["Every second picture is read."]
    assert list(lines.about(slow)) == []
    assert list(lines.about(view(taking_long="It takes long."))) == ["It takes long."]


def test_while_the_face_is_looked_for_the_clock_is_offered_once() -> None:
    """Also where trouble comes and goes meanwhile."""
    lines = SlowLines()
    said = [
        list(lines.offer(view(phase="finding-face", clock_offered=offered)))
        for offered in (False, True, True, False, True)
    ]

    assert said == [[], [OFFER], [], [], []]


def test_each_pause_offers_it_anew() -> None:
    """And an exercise in between ends the trouble."""
    lines = SlowLines()
    paused = view(phase="hold", paused="Paused.", clock_offered=True)
    assert list(lines.offer(paused, anew=True)) == [OFFER]
    assert list(lines.offer(paused)) == []
    assert list(lines.offer(view(phase="hold"))) == []
    assert list(lines.offer(paused)) == [OFFER]
