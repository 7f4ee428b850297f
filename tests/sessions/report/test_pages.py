"""The same report as text and HTML: whole and harmless."""

import base64
import re
from datetime import date, timedelta
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path

import msgspec
import pytest
from fontTools.ttLib import TTFont
from msgspec.structs import replace

from sessions.engine.interface.commands import KeptRep
from sessions.history.clinician import Total, add_total
from sessions.log.record_builder import record_of
from sessions.log.record_files import save_record
from sessions.report import html
from sessions.report.about import About
from sessions.report.collect import collect
from sessions.report.contents import Report
from sessions.report.html import report_html
from sessions.report.text import WIDTH, report_text
from sessions.report.words import NOTICE
from sessions.reps.rep import Linked
from tests.sessions.log_samples import MORNING, header, kept_rep, many, rep, step
from tests.sessions.reported_weeks import TODAY, evil_report
from tui.texts.first_run import PAGES


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Report:
    """Eight weeks, nine movements, totals."""
    data = tmp_path_factory.mktemp("full")
    many(
        data,
        16,
        every_days=3.3,
        measures=(
            "open-smile",
            "closed-smile",
            "brow-raise",
            "pucker",
            "eye-closure",
            "snarl",
            "frown",
            "lower-lip",
            "lip-corner-out",
        ),
    )
    for month, value in ((9, 40), (11, 52)):
        add_total(data, Total(scale="sunnybrook", on=date(2026, month, 1), value=value), TODAY)
    return collect(data, TODAY, about=About(name="Ada"))


@pytest.fixture
def letters_of_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page without a font of its own: to cut two takes longer than all the rest of it."""
    monkeypatch.setattr(html, "font_faces", lambda _letters: "")


class TestText:
    """Plain text for a terminal or a mail."""

    def test_it_fits_eighty_columns_and_says_all(self, full: Report) -> None:
        """Every part of the report has its heading."""
        text = report_text(full)

        assert max(map(len, text.splitlines())) <= WIDTH
        for width in (54, 74):
            assert max(map(len, report_text(full, width).splitlines())) <= width
        said = " ".join(text.split())
        for part in (
            "For: Ada.",
            "own left. Stage: paretic",
            "16 sessions",
            "WEEKLY MEDIANS",
            "ENDED EARLY",
            "IN THE PERSON'S OWN WORDS",
            "NOT SCORED, AND WHY",
            "AT REST, WEAK SIDE",
            "about 2 mm lower open wider no clear difference",
            "Sunnybrook",
            "no accepted limit",
            "not on people with facial palsy",
            "does not diagnose",
        ):
            assert part in said

    def test_no_verdict_of_a_day_no_grade_no_promise(self, full: Report) -> None:
        """Words that are never used."""
        words = report_text(full).lower()

        for banned in (
            "better",
            "worse",
            "improv",
            "score of",
            "grade i",
            "prognos",
            "normal face",
        ):
            assert banned not in words

    def test_escapes_and_tricks_are_shown_and_not_obeyed(self, tmp_path: Path) -> None:
        """A note cannot speak to the terminal."""
        text = report_text(evil_report(tmp_path))

        assert "\x1b" not in text
        assert "\\x1b" in text
        assert "\u202e" not in text
        assert max(map(len, text.splitlines())) <= WIDTH

    def test_nothing_is_said_kindly(self, tmp_path: Path) -> None:
        """An empty report is not a reproach."""
        text = report_text(collect(tmp_path, TODAY))

        assert "No session in these weeks." in text
        assert "0 sessions" not in text


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the tag and whatever it points to."""
        self.tags.add(tag)
        self.addresses += [v or "" for k, v in attrs if k in ("src", "href", "action", "data")]


class TestHtml:
    """One file that fetches nothing."""

    def test_it_points_nowhere_and_runs_nothing(self, full: Report, tmp_path: Path) -> None:
        """No link, no script, no address; a policy that forbids them."""
        for page in (report_html(full), report_html(evil_report(tmp_path / "evil"))):
            links = _Links()
            links.feed(page)

            assert links.addresses == []
            assert not links.tags & {"script", "link", "img", "iframe", "object"}
            assert not re.search(r"https?://|url\((?!data:font/woff;base64,)|@import", page)
            assert "default-src 'none'" in page
            assert "\x1b" not in page

    def test_it_brings_its_own_letters(self, full: Report, monkeypatch: pytest.MonkeyPatch) -> None:
        """Two small faces, allowed by the policy; without matplotlib the system's letters."""
        page = report_html(full)
        faces = re.findall(r"@font-face [^}]*base64,([A-Za-z0-9+/=]+)\)", page)
        regular, bold = (
            set(TTFont(BytesIO(base64.b64decode(face))).getBestCmap() or {}) for face in faces
        )

        assert {ord(letter) for letter in "aZ09±"} <= regular
        assert regular == bold
        assert sum(map(len, faces)) < 40_000
        assert "; font-src data:" in page
        monkeypatch.setattr(html, "find_spec", lambda _name: None)
        html.font_faces.cache_clear()
        assert "font-face" not in (bare := report_html(full))
        assert "font-src" not in bare
        html.font_faces.cache_clear()

    @pytest.mark.usefixtures("letters_of_the_system")
    def test_a_chart_for_each_movement_and_a_day_for_each_day(self, full: Report) -> None:
        """Drawn inline; none for the two movements whose size is not told."""
        page = report_html(full)

        assert page.count("<svg") == 7
        assert page.count('class="done"') == full.days_practised
        assert page.count('class="done"') + page.count('class="none"') == 55

    @pytest.mark.usefixtures("letters_of_the_system")
    def test_a_gap_of_weeks_is_not_drawn_over(self, tmp_path: Path) -> None:
        """Two runs of weeks are two lines for each side."""
        many(tmp_path, 10, until=MORNING - timedelta(days=28), measures=("open-smile",))
        many(tmp_path, 10, measures=("open-smile",), seed=9)
        page = report_html(collect(tmp_path, TODAY))

        assert page.count(' line"') == 4


@pytest.mark.usefixtures("letters_of_the_system")
def test_what_it_is_not_is_said_alike_everywhere(tmp_path: Path) -> None:
    """On the first page of the program and at the head of each report."""
    report = collect(tmp_path, TODAY)

    assert NOTICE in " ".join(report_text(report).split())
    assert NOTICE in report_html(report)
    assert any(NOTICE in each for each in PAGES["welcome"].text)


@pytest.mark.usefixtures("letters_of_the_system")
@pytest.mark.parametrize("sessions", [1, 16])
def test_nought_is_never_shown_with_a_minus(tmp_path: Path, sessions: int) -> None:
    """Single days, weeks and their change, linked movement: a hair under nought, either way."""
    for n in range(sessions):
        began = MORNING - timedelta(days=2 * n)
        still = replace(
            rep(1, -0.04, -0.03),
            linked=Linked(
                eye_narrowing_percent=-0.4,
                other_eye_narrowing_percent=-0.3,
                corner_mm=-0.04,
                other_corner_mm=-0.03,
            ),
        )
        entries = [KeptRep(at_s=10.0 * i, step=0, set=1, rep=still) for i in range(1, 4)]
        save_record(tmp_path, record_of(header(began, "camera:0", step("pucker")), entries))
    report = collect(tmp_path, TODAY)

    for page in (report_text(report), report_html(report)):
        assert "0.0" in page
        assert re.findall(r"[-\u2212]0(?:\.0+)?(?![\d.])", page) == []


@pytest.mark.usefixtures("letters_of_the_system")
def test_known_linked_movement_is_read_in_a_minute(tmp_path: Path) -> None:
    """Two rows a pair with the same weeks, what they mean, and why sizes have gaps."""
    for week in range(6):
        for n in range(3):
            loud = week < 3
            kept = [kept_rep(rep) for rep in (1, 2, 3)]
            along = Linked(eye_narrowing_percent=14.0 if loud else 4.0 - week / 10)
            small = [
                msgspec.structs.replace(
                    each,
                    target_percent=50.0,
                    rep=msgspec.structs.replace(each.rep, linked=along),
                )
                for each in kept
            ]
            began = MORNING - timedelta(weeks=5 - week, days=n)
            head = header(began, "camera:0", step("pucker", 3))
            made = msgspec.structs.replace(record_of(head, small), known_linked=True)
            save_record(tmp_path, made)
    report = collect(tmp_path, TODAY)
    text, html = report_text(report), report_html(report)
    section = text.split("LINKED MOVEMENT\n")[1].split("\n\n")[0].splitlines()

    assert len(section) <= 16
    assert section[0] == "Eye, in a pucker: open, %"
    assert section[1] == "  Weeks 12 Oct to 16 Nov, oldest first: 86 86 86 96 96 96"
    assert "Practice with known linked movement" in " ".join(text.split())
    for said in ("86 86 86 96 96 96", "Weeks 12 Oct to 16 Nov, oldest first", "Quiet to:"):
        assert said in html
    assert max(map(len, text.splitlines())) <= WIDTH
