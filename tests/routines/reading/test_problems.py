"""The nearest word: by how it begins, by what it holds, then by spelling, or none."""

import pytest

from routines.reading.problems import nearest

LIMITS = ("stop_reps", "stop_drop_percent", "caution_drop_percent", "hold_decay_percent")
ROUTINES = ("mimic-set", "mouth-set", "daily-gentle", "bells-1", "tight-day")


@pytest.mark.parametrize(
    ("word", "options", "near"),
    [
        ("Stop-Reps", LIMITS, "stop_reps"),
        ("stop_drop", LIMITS, "stop_drop_percent"),
        ("decay percent", LIMITS, "hold_decay_percent"),
        ("mimic", ROUTINES, "mimic-set"),
        ("gentle", ROUTINES, "daily-gentle"),
        ("dayly-gentle", ROUTINES, "daily-gentle"),
        ("foo", ("roomy", "photos", "sound"), None),
        ("s", ROUTINES, None),
        ("", ROUTINES, None),
    ],
)
def test_the_nearest_word(word: str, options: tuple[str, ...], near: str | None) -> None:
    """A guess is only made where it is likely to be right."""
    assert nearest(word, options) == near
