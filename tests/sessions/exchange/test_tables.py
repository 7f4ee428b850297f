"""The CSV is tidy, reads back equal, and no cell of it is obeyed by a spreadsheet."""

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.exchange.columns import COLUMNS, rows
from sessions.exchange.tables import cell_text, write_csv
from sessions.log.entries import CheckIn
from sessions.log.record_builder import record_of
from tests.sessions.log_samples import header, kept_rep, kept_rest, stop, whole

RECORD = record_of(header(), whole())


def _read_back(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text, newline="")))


def test_a_plain_reader_reads_back_what_was_written() -> None:
    """One row a repetition, numbers equal to the last digit."""
    out = StringIO(newline="")
    assert write_csv([RECORD], out) == 5
    back = _read_back(out.getvalue())

    assert list(back[0]) == list(COLUMNS)
    for row, rep in zip(back, RECORD.exercises[0].reps, strict=True):
        assert row["session_id"] == RECORD.id
        assert row["started"] == "2026-11-21T08:30:00+01:00"
        assert int(row["n"]) == rep.n
        assert float(row["affected_mm"]) == rep.affected_mm
        assert row["symmetry_percent"] == repr(rep.symmetry_percent)
        assert row["scored"] == "true"
        assert row["reason"] == ""


def test_every_row_says_how_the_halves_compared_at_rest() -> None:
    """Weak minus strong, and the own rating; empty where no rest was read."""
    answers = CheckIn(answers={"rest_uneven": 4})
    out = StringIO(newline="")
    write_csv([record_of(header(), [answers, kept_rest(-2.25), kept_rep(1)]), RECORD], out)
    first, other, *_ = _read_back(out.getvalue())
    names = (
        "at_rest_corner_mm",
        "at_rest_eye_mm",
        "at_rest_brow_mm",
        "at_rest_sure",
        "rest_uneven",
    )

    assert [first[name] for name in names] == ["-2.25", "2.0", "-0.5", "true", "4"]
    assert [other[name] for name in names] == [""] * 5


def test_excel_with_decimal_commas_reads_the_same() -> None:
    """A mark for UTF-8, semicolons, commas in numbers; the columns are the same."""
    out, plain = StringIO(newline=""), StringIO(newline="")
    assert write_csv([RECORD], out, excel="comma") == write_csv([RECORD], plain) == 5
    text = out.getvalue()
    assert text.startswith("\ufeffsession_id;started;")
    excel = list(csv.DictReader(StringIO(text[1:], newline=""), delimiter=";"))

    numbers = [name for name in COLUMNS if name.endswith(("_mm", "_s", "_percent", "_ms"))]
    for ours, standard in zip(excel, _read_back(plain.getvalue()), strict=True):
        assert ours["affected_mm"] == standard["affected_mm"].replace(".", ",")
        assert "," in ours["affected_mm"]
        for name in COLUMNS:
            same = ours[name].replace(",", ".") if name in numbers else ours[name]
            assert same == standard[name]


def test_every_row_has_a_cell_for_every_column() -> None:
    """And every column an explanation."""
    assert {len(row) for row in rows(RECORD)} == {len(COLUMNS)}
    assert all(COLUMNS.values())


def test_a_stop_stands_in_the_row_of_its_repetition() -> None:
    """Not in the others."""
    out = StringIO(newline="")
    write_csv([record_of(header(), [kept_rep(1), kept_rep(2), stop(2)])], out)

    assert [row["stop"] for row in _read_back(out.getvalue())] == ["", "fatigue"]


@pytest.mark.parametrize(
    "evil", ["=1+1", "+1", "-2+3", "@SUM(A1)", "\t=1", "  =1", '=HYPERLINK("x")', "\r\n=1"]
)
def test_texts_are_never_formulas(evil: str) -> None:
    """A quote in front makes a spreadsheet show them."""
    assert cell_text(evil).startswith("'")


def test_negative_numbers_stay_numbers() -> None:
    """A minus before a number is no formula."""
    assert cell_text(-1.5) == "-1.5"
    assert cell_text(-3) == "-3"
    assert cell_text(None) == ""


@given(st.text(max_size=80))
def test_any_text_becomes_one_harmless_cell(text: str) -> None:
    """Whatever is in it."""
    out = StringIO(newline="")
    csv.writer(out).writerow([cell_text(text), "end"])
    (cells,) = csv.reader(StringIO(out.getvalue(), newline=""))

    assert cells[1] == "end"
    assert not cells[0].lstrip().startswith(("=", "+", "-", "@"))
    assert "\x1b" not in cells[0]


def test_an_older_record_gives_no_nought_with_a_minus() -> None:
    """As those of earlier releases hold it."""
    assert cell_text(-0.0) == "0.0"
    assert cell_text(-0.0, ",") == "0,0"
