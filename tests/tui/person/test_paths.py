"""Where things live, by flag, by variable, by custom."""

from pathlib import Path

import pytest

from routines.errors import Trouble
from tui.person.paths import find_places


def test_one_folder_holds_everything(tmp_path: Path) -> None:
    """With --data-dir nothing is written anywhere else, caches of libraries included."""
    places = find_places(str(tmp_path / "d"), environ={})
    child = places.child_environment()

    for path in (places.data, places.config, places.logs, places.cache, places.log_file):
        assert path.is_relative_to(tmp_path / "d")
    assert child["MPLCONFIGDIR"].startswith(str(tmp_path / "d"))
    assert child["XDG_CACHE_HOME"].startswith(str(tmp_path / "d"))


def test_only_records_live_in_sessions(tmp_path: Path) -> None:
    """Neither logs nor caches nor settings are put among the session records."""
    places = find_places(str(tmp_path), environ={})

    assert places.sessions == tmp_path / "sessions"
    for path in (places.config, places.logs, places.cache):
        assert not path.is_relative_to(places.sessions)


def test_looking_makes_nothing(tmp_path: Path) -> None:
    """Folders come with the first write, not with the question."""
    find_places(str(tmp_path / "d"), environ={})

    assert not (tmp_path / "d").exists()


def test_an_empty_variable_is_no_variable(own_home: Path) -> None:
    """SLOWSMILE_DATA_DIR= is as if it were not set."""
    places = find_places(environ={"SLOWSMILE_DATA_DIR": "", "SLOWSMILE_MODEL": ""})

    assert places.model is None
    assert places.data.is_relative_to(own_home)
    assert places.data.name == "slowsmile"


def test_a_tilde_means_home(own_home: Path) -> None:
    """A path from a settings line that no shell has seen works too."""
    assert find_places("~/practice", environ={}).data == own_home / "practice"


def test_a_relative_folder_is_fixed_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A later change of folder does not move the data."""
    monkeypatch.chdir(tmp_path)
    places = find_places("d", environ={})
    monkeypatch.chdir("/")

    assert places.data == tmp_path / "d"


def test_a_file_is_not_a_data_folder(tmp_path: Path) -> None:
    """Said at once, before a session is practised that could not be kept."""
    file = tmp_path / "notes.txt"
    file.write_text("x")

    with pytest.raises(Trouble, match="is a file"):
        find_places(str(file), environ={})
