"""`validate`: the kit is written, values are typed in, nobody's name is in the table."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from sessions.log.record_files import save_record
from sessions.selftest.ruler_study import csv_text, read_csv
from tests.sessions.selftest.test_ruler_study import practised, row
from tui.cli import main

Out = pytest.CaptureFixture[str]
TEN = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n"


@pytest.fixture
def types(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """What is typed from now on."""
    return lambda text: monkeypatch.setattr("sys.stdin", io.StringIO(text))


@pytest.fixture
def clinic(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the data folder of one person, who practised with the kit."""
    monkeypatch.chdir(tmp_path)
    save_record(tmp_path / "P01", replace(practised(confidence="low"), program="1.0"))
    return tmp_path


def add(*more: str) -> int:
    """Add values to the table."""
    return main(["validate", "add", "study.csv", "--subject", "P01", "--data-dir", "P01", *more])


def test_the_kit_is_written_once(clinic: Path, capsys: Out) -> None:
    """A page of at most sixty lines that fit a terminal, and the routine; private."""
    assert main(["validate", "kit", "kit", "--data-dir", "P01"]) == 0
    files = {path.name: path for path in (clinic / "kit").iterdir()}

    assert set(files) == {"protocol.txt", "validation.toml"}
    assert all(path.stat().st_mode & 0o777 == 0o600 for path in files.values())
    page = files["protocol.txt"].read_text().splitlines()
    assert len(page) <= 60
    assert max(map(len, page)) <= 80
    capsys.readouterr()
    assert main(["validate", "protocol"]) == 0
    assert capsys.readouterr().out == files["protocol.txt"].read_text()
    assert main(["validate", "kit", "kit", "--data-dir", "P01"]) == 0
    files["validation.toml"].write_text("ours")
    assert main(["validate", "kit", "kit", "--data-dir", "P01"]) == 2
    assert files["validation.toml"].read_text() == "ours"
    assert "Name another folder." in capsys.readouterr().err
    files["protocol.txt"].write_text("ours")
    assert main(["validate", "kit", "kit", "--data-dir", "P02"]) == 2
    assert files["protocol.txt"].read_text() == "ours"


def test_both_raters_type_their_values(
    clinic: Path, types: Callable[[str], None], capsys: Out
) -> None:
    """Holds that were not scored are passed over; nothing in the table says who, or when."""
    types(TEN)
    assert add("--rater", "1") == 0
    types("1\nsorry\n2\n\n3\n4\n5\n")
    assert add("--rater", "2") == 0
    said = capsys.readouterr()
    text = (clinic / "study.csv").read_text()
    rows = read_csv(text, "study.csv")

    assert len(rows) == 10 + 5
    assert {r.program for r in rows} == {"1.0"}
    assert [r.rater_mm for r in rows if r.rater == 2] == [1.0, 2.0, 3.0, 4.0, 5.0]
    assert [(r.program_mm, r.half) for r in rows if r.rater == 2 and r.movement != "lower-lip"] == [
        (14.0, "unaffected")
    ] * 3
    assert "not scored by the program" in said.err
    assert "Type one number" in said.err
    assert "14.0" not in said.out + said.err
    assert "2026" not in text
    assert (clinic / "study.csv").stat().st_mode & 0o777 == 0o600


def test_nothing_is_kept_where_typing_ends_early(
    clinic: Path, types: Callable[[str], None], capsys: Out
) -> None:
    """Half a person would be no person."""
    types("1\n2\n")

    assert add("--rater", "1") == 0
    assert "Nothing was kept." in capsys.readouterr().err
    assert not (clinic / "study.csv").exists()


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--rater", "1", "--subject", "../x"], "--subject ../x: a made-up name"),
        (["--rater", "1", "--data-dir", "P02"], "no practice of the routine validation"),
        (["--rater", "1", "--session", "2020-01-01T00-00-00"], "no practice of the routine"),
    ],
)
@pytest.mark.usefixtures("clinic")
def test_a_mistake_is_one_sentence(words: list[str], sentence: str, capsys: Out) -> None:
    """Before anything is asked."""
    assert add(*words) == 2
    out, err = capsys.readouterr()
    assert (out, sentence in err) == ("", True)


def test_a_rater_is_asked_once_and_other_tables_stay(
    clinic: Path, types: Callable[[str], None], capsys: Out
) -> None:
    """Values are corrected in the table; a table of something else is never written over."""
    types(TEN)
    assert add("--rater", "1") == 0
    assert add("--rater", "1") == 2
    assert "Correct them there." in capsys.readouterr().err
    (clinic / "study.csv").write_text("name,born\n")
    assert add("--rater", "2") == 2
    assert (clinic / "study.csv").read_text() == "name,born\n"


def test_the_table_of_results_fits_a_terminal(clinic: Path, capsys: Out) -> None:
    """The same code in two clinics is two people; the simulated patient is left out, and said."""
    ours = [row(f"P{n}", program_mm=n, rater_mm=n + 0.5 + n % 2) for n in range(4)]
    for name in ("a.csv", "b.csv"):
        (clinic / name).write_text(csv_text([*ours, row("S", source="sim")]))

    assert main(["validate", "show", "a.csv", "b.csv"]) == 0
    out, err = capsys.readouterr()
    lines = out.splitlines()

    assert max(map(len, lines)) <= 80
    assert "8 codes, 8 values of raters." in lines
    (pucker,) = (line.split() for line in lines if line.startswith("pucker"))
    assert pucker[:4] == ["pucker", "weak", "8", "-1.00"]
    assert "2 rows of the simulated patient" in err
    (clinic / "b.csv").write_text(csv_text([replace(each, rater=2) for each in ours]))
    assert main(["validate", "show", "a.csv", "b.csv", "--same-people"]) == 0
    assert "4 codes, 8 values of raters." in capsys.readouterr().out
    assert main(["validate", "show", "a.csv", "a.csv", "--same-people"]) == 2
    assert "a table before it" in capsys.readouterr().err
    (clinic / "a.csv").write_text(csv_text([replace(each, source="sim") for each in ours]))
    assert main(["validate", "show", "a.csv"]) == 0
    assert capsys.readouterr().out.startswith("SIMULATED PATIENT")
