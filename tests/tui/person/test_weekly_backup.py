"""The weekly backup at the start: made beside it, off by one switch, its trouble said once."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from sessions.care.settings_file import FILE_NAME, load_settings
from tests.patience import patience
from tests.sessions.log_samples import many
from tests.tui.people import ANSWERED, app_of, at_home, said, somebody, until
from tui.cli import main
from tui.person.weekly_backup import begin_backup
from tui.presenters.settings import rows
from tui.screens.keymap_checks import complaint

SHORT = """
schema = 1
id = "short"
name = "Two smiles"
stage = "paretic"
[[exercise]]
do = "open-smile"
reps = 2
"""


@pytest.fixture
def run(tmp_path: Path) -> list[str]:
    """The words that run a short practice."""
    routine = tmp_path / "short.toml"
    routine.write_text(SHORT)
    words = ["--source", "sim", "--plain", "--speed", "1000", "--no-sound"]
    return ["run", str(routine), *words]


def test_it_is_made_in_a_thread(tmp_path: Path) -> None:
    """Whoever begins it does not wait, and leaving does not either."""
    many(tmp_path, 1)
    troubles: list[str] = []

    thread = begin_backup(somebody(tmp_path), troubles.append)
    assert thread is not None
    assert thread.daemon
    thread.join(patience(10.0))

    assert (tmp_path / "backup" / "2026-11-21.zip").is_file()
    assert troubles == []


def test_one_switch_turns_it_off_and_is_kept(tmp_path: Path) -> None:
    """On by itself; Enter on its line of the settings turns it over."""
    many(tmp_path, 1)
    person = somebody(tmp_path)
    (row,) = [row for row in rows(person.settings) if row.id == "backups"]
    assert row.value == "yes"
    assert row.turn is not None
    person.change(row.turn(person.settings))

    assert begin_backup(person, print) is None
    assert not (tmp_path / "backup").exists()
    assert load_settings(tmp_path / FILE_NAME, complaint) == replace(ANSWERED, backups=False)


async def test_home_makes_it_and_says_its_trouble_once(tmp_path: Path) -> None:
    """A file in the way of the folder: a notice, and Home as ever."""
    many(tmp_path, 1)
    (tmp_path / "backup").write_text("in the way")
    app, _ = app_of(somebody(tmp_path))
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        home = await at_home(pilot)
        await until(pilot, lambda: len(app._notifications) == 1, "the notice")
        (notice,) = app._notifications
        offered = said(home)

    assert "weekly backup cannot be written" in notice.message
    assert "Gentle daily set" in offered


async def test_home_makes_it(tmp_path: Path) -> None:
    """Where one is due."""
    many(tmp_path, 1)
    app, _ = app_of(somebody(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await at_home(pilot)
        made = tmp_path / "backup" / "2026-11-21.zip"
        await until(pilot, made.is_file, "the backup")
        assert not app._notifications


def test_run_says_its_trouble_after_the_practice(
    own_home: Path, run: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """On stderr, once; the practice is kept and the code is 0."""
    data = own_home / "slowsmile"
    many(data, 1)
    (data / "backup").write_text("in the way")

    assert main(run) == 0
    assert capsys.readouterr().err.count("The weekly backup cannot be written") == 1


def test_run_makes_it(own_home: Path, run: list[str]) -> None:
    """As Home does."""
    data = own_home / "slowsmile"
    many(data, 1)

    assert main(run) == 0
    assert len(list((data / "backup").glob("*.zip"))) == 1
