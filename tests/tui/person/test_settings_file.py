"""Settings are read strictly, written privately, and explained when they are wrong."""

import datetime
import os
import stat
from pathlib import Path

import pytest

from sessions.care.settings import Answers, Settings, Sound
from tui.person.settings_file import SettingsError, load_settings, save_settings
from tui.screens.keymaps import complaint


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the settings of this test live; the folder is not there yet."""
    return tmp_path / "person" / "settings.toml"


def written(path: Path, text: str) -> Path:
    """`text` as a settings file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def refused(path: Path, text: str) -> str:
    """What the person is told about `text`."""
    with pytest.raises(SettingsError) as caught:
        load_settings(written(path, text), complaint)
    return str(caught.value)


def test_no_file_means_nothing_was_answered(path: Path) -> None:
    """Without a file there is no side, no stage and no finished first run."""
    settings = load_settings(path, complaint)

    assert settings == Settings()
    assert settings.side is None
    assert settings.answers.finished_on is None


def test_what_is_saved_comes_back(path: Path) -> None:
    """Every kind of value survives the way to the file and back."""
    settings = Settings(
        name="Ana",
        side="left",
        stage="synkinetic",
        known_linked=True,
        eye_closes=False,
        answers=Answers(
            finished_on=datetime.date(2026, 3, 1),
            seen_by_doctor=True,
            swelling_settled=False,
            red_flags=("worsening",),
            cause="bells",
            onset=datetime.date(2025, 12, 24),
            regions=("mouth", "eye"),
        ),
        taught=("massage-cheek",),
        sound=Sound(on=False, level=5, ear="right"),
        keymap={"session.pause": "space,k"},
        reviews_put_away={"four-weeks": datetime.date(2026, 2, 1)},
    )
    save_settings(settings, path)

    assert load_settings(path, complaint) == settings


def test_file_and_folder_are_private(path: Path) -> None:
    """Health data are 0600 in a folder of 0700, also when the file was there before."""
    written(path, "")
    path.chmod(0o644)
    save_settings(Settings(name="Ana"), path)

    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [entry.name for entry in path.parent.iterdir()] == ["settings.toml"]


def test_a_new_folder_is_closed_to_others(path: Path) -> None:
    """The data folder is made with 0700 whatever the umask allows."""
    old = os.umask(0)
    try:
        save_settings(Settings(), path)
    finally:
        os.umask(old)

    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_only_what_differs_is_written(path: Path) -> None:
    """The file stays short enough to be read: the schema and what was chosen."""
    save_settings(Settings(side="right", sound=Sound(level=1)), path)

    text = path.read_text(encoding="utf-8")

    assert text == 'schema = 1\nside = "right"\n\n[sound]\nlevel = 1\n'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sied = 'left'", "unknown key `sied`. Did you mean `side`?"),
        ("[sound]\nlevle = 2", "unknown key `sound.levle`. Did you mean `level`?"),
        ("side = 'lft'", "key `side` is 'lft', expected one of left, right. Did you mean `left`?"),
        ("[answers]\nred_flags = ['lumb']", "Did you mean `lump`?"),
        ("[sound]\nqqq = 2", "unknown key `sound.qqq`. Known here: on, level, pitch, ear."),
        ("theme = 'calm-drak'", "Did you mean `calm-dark`?"),
        ("roomy = 'yes'", "key `roomy`: expected true or false, got text in quotes."),
        ("[answers]\nonset = '2026-01-02'", "a date like 2026-03-01 without quotes"),
        ("[sound]\nlevel = 9", "key `sound.level`: expected a whole number <= 5."),
        ("schema = 2", "key `schema`"),
        ("[keymap]\n'session.paus' = 'k'", "Did you mean `session.pause`?"),
        ("keymap = {session = 'k'}", "key `keymap`: nothing is called `session`."),
        ("keymap = {xyz = 'k'}", "Their names stand in the help of each screen."),
        ("keymap = {'session.pause' = 'spaec'}", "`spaec` is no key."),
        ("keymap = {'session.skip' = 'x'}", "would leave `session.stop` without a key."),
        ("keymap = {'session.pause' = 3}", "expected text in quotes"),
        ("side = ", "not valid TOML"),
    ],
)
def test_a_mistake_is_named_with_its_remedy(path: Path, text: str, expected: str) -> None:
    """The complaint names file, key, what was expected, the nearest word and what to do."""
    said = refused(path, text)

    assert said.startswith(f"{path}: ")
    assert expected in said
    assert "Correct the line" in said


@pytest.mark.parametrize(
    "text", ["[keymap]\n'session.pause' = 'k'", "[keymap]\nsession.pause = 'k'"]
)
def test_other_keys_may_be_written_either_way(path: Path, text: str) -> None:
    """A dot in a name means a table to TOML, and a name to everybody else."""
    assert load_settings(written(path, text), complaint).keymap == {"session.pause": "k"}


def test_keys_may_change_places(path: Path) -> None:
    """What gives its key away has another one in return."""
    keymap = {"session.skip": "x", "session.stop": "s,f9", "session.rest": "+"}
    save_settings(Settings(keymap=keymap), path)

    assert load_settings(path, complaint).keymap == keymap


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    """A file where the folder should be is a sentence, not a traceback."""
    (tmp_path / "person").write_text("in the way", encoding="utf-8")

    with pytest.raises(SettingsError, match=r"cannot be written .*--data-dir"):
        save_settings(Settings(), tmp_path / "person" / "settings.toml")
