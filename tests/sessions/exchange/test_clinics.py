"""The lines of the page for clinics, run by DuckDB on a folder of exports."""

import csv
import re
from datetime import date
from io import StringIO
from pathlib import Path

import duckdb
import pytest

from sessions.exchange.pseudonym import nameless
from sessions.exchange.tables import write_csv
from sessions.history.index import open_history
from sessions.history.weeks import exercises_of, trend
from sessions.log.record_files import records
from tests.conftest import ROOT
from tests.sessions.log_samples import many

SQL = re.compile(r"^```sql\n(.*?)^```$", re.DOTALL | re.MULTILINE)
PEOPLE = {"P001": 1.5, "P002": 0.0}
"""And how far the weak side grows, mm."""


@pytest.fixture(scope="module")
def exports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an export of each of them, as `export --as` writes it."""
    around = tmp_path_factory.mktemp("clinic")
    folder = around / "exports"
    folder.mkdir()
    for seed, (person, growth_mm) in enumerate(PEOPLE.items()):
        many(around / person, 12, growth_mm=growth_mm, seed=seed)
        table = StringIO(newline="")
        kept = (found.record for found in records(around / person) if found.record)
        write_csv((nameless(each, notes=False) for each in kept), table, person=person)
        (folder / f"{person}.csv").write_text(table.getvalue(), encoding="utf-8", newline="")
    return folder


def test_the_page_for_clinics_counts_as_the_program_does(
    exports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each person's weekly medians, and the sets that ended early."""
    monkeypatch.chdir(exports.parent)
    (lines,) = SQL.findall((ROOT / "sessions" / "README.md").read_text(encoding="utf-8"))
    with duckdb.connect() as database:
        database.execute(lines)
        weeks = database.execute("FROM weeks").fetchall()
        stops = database.execute(
            "SELECT person, rule, sum(sets) FROM stops GROUP BY ALL"
        ).fetchall()

    assert weeks
    for person in PEOPLE:
        sessions = open_history(exports.parent / person).summaries
        ours: dict[tuple[str, date], float] = {
            (exercise, monday): mm for who, exercise, monday, _, mm in weeks if who == person
        }
        own = {
            (exercise.id, week.monday): week.median
            for exercise in exercises_of(sessions)
            for week in trend(sessions, exercise.id, "affected_mm").weeks
            if week.median is not None
        }
        assert ours == pytest.approx(own, abs=0.001)
        said = {rule: sets for who, rule, sets in stops if who == person}
        rules = [stop.rule for session in sessions for stop in session.stops]
        assert said == {rule: rules.count(rule) for rule in set(rules)}


def test_a_pseudonymous_table_names_nobody(exports: Path) -> None:
    """The made-up name stands in each row; cameras by their kind alone."""
    rows = list(csv.DictReader((exports / "P001.csv").read_text(encoding="utf-8").splitlines()))

    assert {row["person"] for row in rows} == {"P001"}
    assert {row["source"] for row in rows} == {"camera"}
