"""Time inside the band is counted as it passes."""

import msgspec

from tests.tui.views import LEFT, RIGHT, view
from tui.practice.in_band import InBand
from tui.practice.view_words import count_line


def test_only_time_inside_the_band_counts() -> None:
    """Half a second below the band adds nothing."""
    counter = InBand()
    below = msgspec.structs.replace(LEFT, percent=60.0)
    counter.see(view(at_s=10.0))
    counter.see(view(at_s=11.0))
    counter.see(view(at_s=11.5, meters=(below, RIGHT)))

    assert counter.see(view(at_s=12.0)) == 1.5


def test_every_repetition_begins_anew() -> None:
    """The next rise sets the count back."""
    counter = InBand()
    counter.see(view(at_s=10.0))
    counter.see(view(at_s=12.0))

    assert counter.see(view(phase="rise", at_s=20.0)) == 0.0


def test_a_pause_does_not_count_as_hold() -> None:
    """Neither its time nor the step over it."""
    counter = InBand()
    counter.see(view(at_s=10.0))
    counter.see(view(at_s=20.0, paused="Paused."))

    assert counter.see(view(at_s=60.0)) == 0.0


def test_the_count_is_shown_while_holding() -> None:
    """Whole seconds, beside the repetition; not in the rest."""
    assert count_line(view(), 2.0).endswith("in the band 2 s")
    assert "band" not in count_line(view(phase="rest"), 2.0)
