"""The report on paper: two pages, and text that stays on them.

All that needs matplotlib is in this one file, and imports it in its tests: it takes more than a
second to load in each process of a run.
"""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from sessions.report.about import About
from sessions.report.collect import collect
from sessions.report.contents import Report
from sessions.report.photos import clips_words
from sessions.storage.exported_files import written_files
from tests.sessions.clip_samples import clip_album
from tests.sessions.log_samples import many
from tests.sessions.photo_samples import album
from tests.sessions.reported_weeks import EVIL, TODAY, evil_report, six_weeks
from tui.cli import main

A_MINUTE = 238
"""Words that adults read silently in a minute (Brysbaert 2019, mean of 190 studies)."""
PAGE = re.compile(rb"/Type /Page\b")


@pytest.fixture(scope="module")
def weeks(tmp_path_factory: pytest.TempPathFactory) -> Report:
    """Six weeks with three sessions in each."""
    return six_weeks(tmp_path_factory.mktemp("weeks"), 18)


@settings(max_examples=40)
@given(st.text(max_size=120), st.floats(0.5, 7.0))
def test_no_line_is_wider_than_asked(text: str, width: float) -> None:
    """Any text, any width; nothing of it is lost."""
    from sessions.report.paper import NORMAL, known, wide, wrap

    line = " ".join(known(text).split())
    lines = wrap(line, width, NORMAL)

    assert all(wide(each, NORMAL) <= width for each in lines)
    assert "".join(lines).replace(" ", "") == line.replace(" ", "")


def test_letters_the_font_lacks_become_a_box() -> None:
    """Better a box than a warning or a gap."""
    from sessions.report.paper import known

    assert known("aß漢") == "aß\u25a1"


def test_columns_share_the_width_there_is() -> None:
    """The widest gives way."""
    from sessions.report.paper import NORMAL, column_widths

    rows = [("a", "b" * 400), ("longer", "c")]
    widths = column_widths(rows, 5.0, NORMAL, 0.1)

    assert sum(widths) == pytest.approx(5.0, abs=0.01)
    assert widths[0] < widths[1]


def test_page_one_takes_a_minute(weeks: Report) -> None:
    """All words that are written on it but the days beside the calendar."""
    from sessions.report.paper import SMALL
    from sessions.report.pdf import both_pages

    first, second = (
        [
            word
            for text in sheet.figure.texts
            if float(text.get_fontsize()) > 0.99 * SMALL * sheet.zoom
            for word in text.get_text().split()
        ]
        for sheet in both_pages(weeks, "a4")
    )

    assert 100 < len(first) <= A_MINUTE
    assert "Shortened" not in second


def test_little_to_say_is_printed_larger(weeks: Report, tmp_path: Path) -> None:
    """A half empty page of small letters helps nobody; nothing is cut for size's sake."""
    from sessions.report.pdf import both_pages

    many(tmp_path, 5)
    zooms: list[float] = []
    for report in (collect(tmp_path, TODAY), weeks):
        first, second = both_pages(report, "a4")
        assert first.zoom == second.zoom
        assert not second.crowded
        zooms.append(second.zoom)

    assert zooms[0] > zooms[1] >= 1.0


@pytest.mark.parametrize("paper", ["a4", pytest.param("letter", marks=pytest.mark.long)])
def test_much_and_nasty_text_fits_on_two_pages_of_the_paper_asked_for(
    weeks: Report, tmp_path: Path, paper: str
) -> None:
    """No warning about missing letters, no third page."""
    from sessions.report.paper import SIZES, PaperName
    from sessions.report.pdf import report_pdf

    name: PaperName = "a4" if paper == "a4" else "letter"
    notes = evil_report(tmp_path / "evil").notes * 40
    longer = replace(weeks, about=About(name=EVIL), notes=notes, left_out=(EVIL,) * 30)
    content = report_pdf(longer, name)

    assert content.startswith(b"%PDF")
    assert len(PAGE.findall(content)) == 2
    width, height = (round(72 * inches, 2) for inches in SIZES[name])
    boxes = re.findall(rb"/MediaBox \[ 0 0 ([\d.]+) ([\d.]+) \]", content)
    assert [tuple(map(float, box)) for box in boxes] == [(width, height)] * 2


def test_the_command_writes_photos_and_the_words_on_clips_after_both_pages(
    own_home: Path, tmp_path: Path
) -> None:
    """However little these have to say; clips alone are words without a picture."""
    from sessions.report.pdf_photos import photo_sheets

    data, out = own_home / "slowsmile", tmp_path / "r.pdf"
    many(data, 1)
    album(data)
    clip_album(data)
    assert main(["report", "--photos", "-o", str(out)]) == 0
    content = out.read_bytes()
    (alone,) = photo_sheets([], "a4", clips_words(data))

    assert content.startswith(b"%PDF")
    assert len(PAGE.findall(content)) == 3
    assert content.count(b"/Subtype /Image") == 5
    assert content.count(b"/FontFile2 ") == 2  # one for each weight: no joined letters beside them
    assert len(content) < 200_000
    assert out.stat().st_mode & 0o777 == 0o600
    assert [(each.path, each.what) for each in written_files(data)] == [(str(out), "report")]
    assert "short clips of 2 weekly records" in " ".join(
        text.get_text() for text in alone.figure.texts
    )
    assert alone.figure.axes == []
