"""Which emergency number stands first."""

from pathlib import Path

import pytest

from tui.person.country import place_here, place_of
from tui.texts.doctor import EMERGENCY_NUMBERS, emergency_card


@pytest.mark.parametrize(
    ("zone", "locale", "place"),
    [
        ("Europe/Berlin", "en_US.UTF-8", "europe"),
        ("Europe/London", "", "uk"),
        ("America/New_York", "", "america"),
        ("America/Indiana/Knox", "", "america"),
        ("America/Sao_Paulo", "en_US.UTF-8", ""),
        ("Australia/Perth", "", "australia"),
        ("Pacific/Auckland", "", "new-zealand"),
        ("Asia/Tokyo", "en_GB", ""),
        ("Etc/UTC", "en_GB.UTF-8", "uk"),
        ("", "de_AT", "europe"),
        ("UTC", "C.UTF-8", ""),
        ("", "", ""),
    ],
)
def test_by_zone_then_by_language(zone: str, locale: str, place: str) -> None:
    """What is not known leaves the usual order."""
    assert place_of(zone, locale) == place


def test_this_computer_is_asked(tmp_path: Path) -> None:
    """The variable before the link, the link before the language."""
    link = tmp_path / "localtime"
    link.symlink_to("/usr/share/zoneinfo/Australia/Sydney")

    assert place_here({"TZ": ":Europe/Paris"}, link) == "europe"
    assert place_here({"LANG": "en_GB"}, link) == "australia"
    assert place_here({"LANG": "en_GB"}, tmp_path / "none") == "uk"
    assert place_here({"LC_ALL": "C", "LANG": "en_GB"}, tmp_path / "none") == ""


@pytest.mark.parametrize("first", ["", *EMERGENCY_NUMBERS])
def test_every_number_is_always_shown(first: str) -> None:
    """In the usual order, but for the first."""
    line = emergency_card(first)[0]

    assert all(number in line for number in EMERGENCY_NUMBERS.values())
    assert line.startswith(EMERGENCY_NUMBERS[first or "europe"])
