"""The language that was set is read before anything else is."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from routines.language import VARIABLE, choice
from sessions.care.settings import Settings
from sessions.care.settings_file import FILE_NAME, save_settings
from tui import cli
from tui.person.language import language_in


def test_it_stands_in_the_settings(tmp_path: Path) -> None:
    """As the settings write it; empty is the system's language."""
    assert language_in(tmp_path) == ""

    save_settings(Settings(), tmp_path / FILE_NAME)
    assert language_in(tmp_path) == Settings().language == ""

    save_settings(Settings(language="de"), tmp_path / FILE_NAME)
    assert language_in(tmp_path) == "de"


@pytest.mark.parametrize("content", [b"language = 5", b"not toml", b"\xff\xfe"])
def test_a_wrong_file_is_the_matter_of_whoever_reads_it_whole(
    tmp_path: Path, content: bytes
) -> None:
    """Until then the system's language counts."""
    (tmp_path / FILE_NAME).write_bytes(content)

    assert language_in(tmp_path) == ""


@pytest.mark.parametrize(
    "words", [["--data-dir", "{data}", "due"], ["due", "--data-dir={data}"], ["due"]]
)
def test_the_program_asks_the_settings_of_the_folder_it_will_use(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    """Wherever the folder is named on the line; child processes are told."""
    save_settings(Settings(language="de"), tmp_path / FILE_NAME)
    monkeypatch.setenv("SLOWSMILE_DATA_DIR", str(tmp_path))
    monkeypatch.setenv(VARIABLE, "")
    asked: list[str] = []

    def choose(environ: Mapping[str, str], setting: Callable[[], str]) -> str:
        asked.append(setting())
        return asked[-1]

    monkeypatch.setattr(choice, "choose", choose)
    assert cli.main([word.format(data=tmp_path) for word in words]) == 0

    assert asked == ["de"]
    assert os.environ[VARIABLE] == "de"
