"""Totals of a clinician are kept as typed, and marked only where that is honest."""

from datetime import date
from pathlib import Path

import pytest

from routines.errors import Trouble
from sessions.history.clinician import FILE_NAME, Scale, Total, add_total, changed, read_totals

TODAY = date(2026, 11, 21)


def _add(data: Path, scale: Scale, *values: float) -> None:
    for month, value in enumerate(values, start=1):
        add_total(data, Total(scale=scale, on=date(2026, month, 1), value=value), TODAY)


def test_totals_come_back_by_date_and_are_private(tmp_path: Path) -> None:
    """The same scale on the same day is corrected, not doubled."""
    _add(tmp_path, "sunnybrook", 40, 52)
    add_total(tmp_path, Total(scale="sunnybrook", on=date(2026, 1, 1), value=41), TODAY)

    assert [t.value for t in read_totals(tmp_path)] == [41, 52]
    assert (tmp_path / FILE_NAME).stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    ("scale", "values", "says"),
    [
        ("saq", (70, 45), "-25 since 2026-01-01; below 28.2, about the same"),
        ("saq", (75, 45), "-30 since 2026-01-01; beyond 28.2, changed"),
        ("face", (40, 58), "+18 since 2026-01-01; beyond 17.6, changed"),
        ("face", (40, 57), "+17 since 2026-01-01; below 17.6, about the same"),
        ("sunnybrook", (20, 90), "+70 since 2026-01-01; no accepted limit, so not marked"),
        ("fdi-social", (20,), "one value so far"),
    ],
)
def test_a_change_is_marked_only_beyond_a_published_limit(
    tmp_path: Path, scale: Scale, values: tuple[float, ...], says: str
) -> None:
    """Below it, or without one, nothing is claimed."""
    _add(tmp_path, scale, *values)

    assert changed(read_totals(tmp_path), scale) == says


@pytest.mark.parametrize(("scale", "value"), [("sunnybrook", 101), ("saq", 19), ("face", -1)])
def test_a_total_that_cannot_be_is_refused(tmp_path: Path, scale: Scale, value: float) -> None:
    """With the range in the sentence."""
    with pytest.raises(Trouble, match="totals go from"):
        _add(tmp_path, scale, value)
    assert read_totals(tmp_path) == ()


def test_tomorrow_is_refused(tmp_path: Path) -> None:
    """A slip of the year is noticed."""
    with pytest.raises(Trouble, match="still to come"):
        add_total(tmp_path, Total(scale="saq", on=date(2027, 1, 1), value=50), TODAY)


def test_a_damaged_file_is_said_and_not_overwritten(tmp_path: Path) -> None:
    """Adding to it is refused as well."""
    (tmp_path / FILE_NAME).write_text("total = 3")
    with pytest.raises(Trouble, match=r"total: expected \[\[total\]\].*move the file"):
        _add(tmp_path, "saq", 50)

    assert (tmp_path / FILE_NAME).read_text() == "total = 3"


@pytest.mark.parametrize("on", [date(1, 1, 1), date(1899, 12, 31), date(2026, 11, 22)])
def test_a_day_that_cannot_be_is_refused(tmp_path: Path, on: date) -> None:
    """Long before anybody's life, or still to come."""
    with pytest.raises(Trouble, match=str(on)):
        add_total(tmp_path, Total(scale="saq", on=on, value=60), TODAY)
    assert read_totals(tmp_path) == ()


def test_a_full_disk_keeps_the_earlier_totals(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One sentence with the reason."""
    _add(tmp_path, "saq", 60)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("sessions.history.clinician.write_private", full)
    with pytest.raises(Trouble, match="No space left on device") as raised:
        _add(tmp_path, "saq", 50)
    assert raised.value.kind == "settings"
    assert [total.value for total in read_totals(tmp_path)] == [60]
