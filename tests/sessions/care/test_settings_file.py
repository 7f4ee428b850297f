"""Settings are read strictly, written privately, and explained when they are wrong."""

import datetime
import os
import stat
import tomllib
from pathlib import Path

import pytest
from msgspec.structs import replace

from sessions.care.access import unlocked
from sessions.care.settings import Answers, Settings, Sound
from sessions.care.settings_file import (
    SettingsError,
    change_settings,
    load_settings,
    save_settings,
)
from tui.screens.keymap_checks import complaint


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
        linked_pairs=("pucker-eye", "neck"),
        linked_sides={"neck": "both"},
        linked_fingers=("pucker-eye",),
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
        ("sied = 'left'", 'line 1: sied: expected a key that is known here. Did you mean "side"?'),
        (
            "[sound]\nlevle = 2",
            'levle: expected one of the keys on, level, pitch, ear. Did you mean "level"?',
        ),
        (
            "side = 'lft'",
            'line 1: side: expected one of left, right, found "lft". Did you mean "left"?',
        ),
        ("[answers]\nred_flags = ['lumb']", 'found "lumb". Did you mean "lump"?'),
        ("[sound]\nqqq = 2", "sound, qqq: expected one of the keys on, level, pitch, ear."),
        ("theme = 'calm-drak'", 'Did you mean "calm-dark"?'),
        (
            "roomy = 'yes'",
            'line 1: roomy: expected true or false, without quotation marks, found "yes".',
        ),
        ("[answers]\nonset = '2026-01-02'", "a date without quotation marks, such as"),
        ("[sound]\nlevel = 9", "line 2: sound, level: expected 1 to 5, found 9."),
        ("schema = 0", "schema: expected the number 1, found 0."),
        ("schema = true", "schema: expected a whole number, the number 1"),
        ("[keymap]\n'session.paus' = 'k'", "Did you mean `session.pause`?"),
        ("keymap = {session = 'k'}", "key `keymap`: nothing is called `session`."),
        ("keymap = {xyz = 'k'}", "Their names stand in the help of each screen."),
        ("keymap = {'session.pause' = 'spaec'}", "`spaec` is no key."),
        ("keymap = {'session.skip' = 'x'}", "would leave `session.stop` without a key."),
        ("keymap = {'session.pause' = 3}", "keymap, session.pause: expected text in quotation"),
        ("answers = 3", "answers: expected a heading [answers] with its keys below, found 3."),
        ("taught = 'pucker'", 'taught: expected a list of texts, such as taught = ["..."]'),
        ("side = ", "line 1: side: expected key = value"),
        ("side = “left”", 'line 1: side: expected straight quotation marks ("), not curly ones'),
        ("side\u00a0= 'left'", "line 1: side: expected ordinary spaces, found a no-break space"),
        ("\u200bside = 'left'", "expected ordinary spaces, found a zero-width space (U+200B)"),
        ("side = 'left\u200b'", 'found "left\\u200b" with a zero-width space (U+200B)'),
        ("[sound]\nlevel = 2,5", "line 2: level: expected a decimal number with a point"),
        ("side = 'left'\nside = 'right'", "line 2: side: expected each key once only"),
        ("[a]\nb = " + "[" * 5000, "nested this deeply"),
        (".".join("a" * 5000) + " = 1", "nested this deeply"),
    ],
)
def test_a_mistake_is_named_with_its_remedy(path: Path, text: str, expected: str) -> None:
    """The complaint names file, key, what was expected, the nearest word and what to do."""
    said = refused(path, text)

    assert said.startswith(f"{path}")
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


NEWER = """schema = 7
side = "left"
theme = "aurora"
eye_covered = "sometimes"
linked_pairs = ["jaw"]
wished = ["a", "b"]

[answers]
red_flags = ["lump", "jaw-locks"]
operated = ["neck"]
sworn = true

[answers.deep]
deeper = 1

[heart]
rate = 61
"""


def test_a_newer_file_is_read_as_far_as_it_is_known(path: Path) -> None:
    """What is not known is no mistake there; where it is a matter of safety, care is taken."""
    settings = load_settings(written(path, NEWER), complaint)

    assert settings.side == "left"
    assert settings.theme == "calm-dark"
    assert settings.eye_covered
    assert settings.linked_pairs == ("other",)
    assert settings.answers.red_flags == ("lump", "worsening")
    assert settings.answers.operated == ("ear",)


def test_an_answer_of_a_newer_version_holds_active_movement_back(path: Path) -> None:
    """A sign this version has no word for is a sign for a doctor."""
    text = 'schema = 2\nside = "left"\nstage = "paretic"\n[answers]\nred_flags = ["jaw-locks"]\n'
    text += "finished_on = 2026-11-01\nseen_by_doctor = true\ncauses_ruled_out = true\n"
    text += "swelling_settled = true\nexercises_agreed = true\n"
    known = text.replace('"jaw-locks"', "")
    day = datetime.date(2026, 11, 21)

    assert unlocked(load_settings(written(path, known), complaint), day).level == "active"
    assert unlocked(load_settings(written(path, text), complaint), day).level == "care"


def test_what_a_newer_version_wrote_is_kept(path: Path) -> None:
    """A change made here leaves every key that is not known here as it was."""
    before = load_settings(written(path, NEWER), complaint)
    change_settings(path, before, replace(before, stage="flaccid", roomy=True), complaint)

    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    assert tables == {**tomllib.loads(NEWER), "stage": "flaccid", "roomy": True}


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_the_editors_of_other_systems_save_it_too(path: Path, encoding: str) -> None:
    """With a byte order mark, as UTF-16, with the line ends of Windows."""
    path.parent.mkdir()
    path.write_bytes('schema = 1\r\nname = "Zoë"\r\nside = "left"\r\n'.encode(encoding))

    assert load_settings(path, complaint) == Settings(name="Zoë", side="left")


def test_a_pipe_or_a_device_is_refused_at_once(path: Path) -> None:
    """Nobody waits for a pipe, and /dev/zero has no end."""
    path.parent.mkdir()
    os.mkfifo(path)
    with pytest.raises(SettingsError, match="a pipe or a device"):
        load_settings(path, complaint)
    path.unlink()
    path.symlink_to("/dev/zero")
    with pytest.raises(SettingsError, match="a pipe or a device"):
        load_settings(path, complaint)


def test_a_name_with_escapes_is_not_obeyed(tmp_path: Path) -> None:
    """A data folder may be called anything."""
    path = written(tmp_path / "a\x1b[2Jb" / "settings.toml", "side = 3")

    assert "\x1b" not in refused(path, "side = 3")
