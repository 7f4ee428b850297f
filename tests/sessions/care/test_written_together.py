"""Plan, sitting and totals, written by two at once: each keeps what the other wrote."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from routines.errors import Trouble
from routines.plan import default_plan
from sessions.care.day_plan import follow_stage, keep_signed, load_plan
from sessions.care.settings import Settings
from sessions.care.settings_file import FILE_NAME, change_settings, load_settings
from sessions.care.therapist_file import ShownRange, Sitting, read_sitting, write_sitting
from sessions.history.clinician import SCALES, Total, add_total, read_totals

TODAY = date(2026, 11, 21)
SMALL = ShownRange(affected_mm=3.0, unaffected_mm=4.5)
LARGE = ShownRange(affected_mm=5.0, unaffected_mm=6.0)
FIRST = Sitting(by="M. Weber", on=TODAY, side="left", range={"open-smile": SMALL, "pucker": SMALL})


def test_a_signed_plan_is_never_followed_over(tmp_path: Path) -> None:
    """The program's own plan follows the stage; one that was signed meanwhile stands."""
    follow_stage(tmp_path, "paretic", TODAY)
    signed = replace(default_plan("paretic", TODAY), by="M. Weber")
    keep_signed(tmp_path, signed)
    follow_stage(tmp_path, "flaccid", TODAY)

    assert load_plan(tmp_path, TODAY) == signed


def test_a_damaged_plan_is_said_and_left(tmp_path: Path) -> None:
    """The stage does not write over it."""
    (tmp_path / "plan.toml").write_text("stage = par", encoding="utf-8")
    with pytest.raises(Trouble, match=r"plan\.toml, line 1"):
        follow_stage(tmp_path, "flaccid", TODAY)

    assert (tmp_path / "plan.toml").read_text(encoding="utf-8") == "stage = par"


def test_ranges_kept_in_two_sittings_at_once_all_stand(tmp_path: Path) -> None:
    """Each changes the movements it measured; the last word about one movement holds."""
    write_sitting(tmp_path, FIRST)
    theirs = replace(FIRST, comment="Slow.", range={**FIRST.range, "snarl": LARGE})
    write_sitting(tmp_path, theirs, FIRST)
    ours = replace(FIRST, by="A. Roth", range={**FIRST.range, "pucker": LARGE})
    write_sitting(tmp_path, ours, FIRST)

    found = {"open-smile": SMALL, "pucker": LARGE, "snarl": LARGE}
    assert read_sitting(tmp_path) == replace(FIRST, by="A. Roth", comment="Slow.", range=found)


def test_ranges_of_the_other_side_are_not_mixed_in(tmp_path: Path) -> None:
    """They belong to a face that is weak on the other side."""
    write_sitting(tmp_path, FIRST)
    other = replace(FIRST, side="right", range={"snarl": LARGE})
    write_sitting(tmp_path, other, FIRST)

    assert read_sitting(tmp_path) == other


def test_a_damaged_sitting_is_said_and_left(tmp_path: Path) -> None:
    """A new one does not write over it."""
    (tmp_path / "therapist.toml").write_text("by = ", encoding="utf-8")
    with pytest.raises(Trouble, match=r"therapist\.toml, line 1"):
        write_sitting(tmp_path, FIRST)

    assert (tmp_path / "therapist.toml").read_text(encoding="utf-8") == "by = "


def test_totals_typed_at_once_are_all_kept(tmp_path: Path) -> None:
    """From several threads, each its own scale."""
    totals = [Total(scale=scale, on=TODAY, value=30.0) for scale in SCALES if "house" not in scale]
    with ThreadPoolExecutor(len(totals)) as pool:
        list(pool.map(lambda total: add_total(tmp_path, total, TODAY), totals))

    assert set(read_totals(tmp_path)) == set(totals)


def test_settings_changed_at_once_are_all_kept(tmp_path: Path) -> None:
    """From several threads that all began with the same file."""
    path = tmp_path / FILE_NAME
    changed = [
        Settings(side="right"),
        Settings(stage="paretic"),
        Settings(taught=("warmth",)),
        Settings(taught=("massage-cheek",)),
        Settings(photos_asked=True),
    ]

    def change(after: Settings) -> None:
        change_settings(path, Settings(), after, lambda _: "")

    with ThreadPoolExecutor(len(changed)) as pool:
        list(pool.map(change, changed))

    kept = load_settings(path, lambda _: "")
    assert (kept.side, kept.stage, kept.photos_asked) == ("right", "paretic", True)
    assert set(kept.taught) == {"warmth", "massage-cheek"}
