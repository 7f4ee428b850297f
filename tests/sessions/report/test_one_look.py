"""The first page of a report: what a therapist who sees it for the first time asks."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from routines.errors import Trouble
from sessions.history.diary import DiaryLine
from sessions.history.summary import StopSummary
from sessions.report.collect import collect
from sessions.report.contents import Report
from sessions.report.one_look import one_look
from sessions.report.person import who
from sessions.report.text import SCREEN_LINES, WIDTH, report_screen, report_text
from sessions.report.words import stopped_by
from tests.sessions.log_samples import MORNING, many
from tests.sessions.reported_weeks import ABOUT, TODAY, six_weeks


def _said(report: Report) -> dict[str, str]:
    return dict(one_look(report))


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of these weeks."""
    return tmp_path_factory.mktemp("weeks")


@pytest.fixture(scope="module")
def weeks(kept: Path) -> Report:
    """Six weeks of a person who practised on most days, with answers, notes and two questions."""
    return six_weeks(kept)


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("Who, and which side?", "For: Ana. Weak side: the person's own left."),
        ("Which stage now, and what moves along?", "Stage: synkinetic, with known linked movement"),
        ("Which pairs?", "(smile to eye; neck, as felt)"),
        ("From what, since when?", "Bell's palsy. Began in Apr 2026, 7 months ago."),
        ("How often?", "35 of 41 days, 35 times, 6 a week."),
        ("And how often was it planned?", "The plan now: 21 a week, review 5 Dec 2026."),
        ("At which dose?", "Now 6 exercises, each 1 x 5, hold 3\u00a0s"),
        ("What changed, beyond chance?", "Weak side larger: open smile 3."),
        ("And what did not?", "About the same: linked movement."),
        ("Why did sets end?", "weak side tiring 2 (brow raise)"),
        ("And for the strong side?", "strong side too large 3 (brow raise)"),
        ("Pain and tightness?", "pain 0, most 2; tight 3, most 6; eye dry or sore 4 (0 to 10)."),
        ("The eye?", "Eye: it closes (19 Nov), a gap of white stays on 22 Oct."),
        ("At rest?", "At rest, weak side: mouth corner about 2 mm lower; eye open wider."),
        ("What does the person ask?", "May I chew gum again? Is tape at night still needed?"),
    ],
)
def test_page_one_answers_what_a_therapist_asks_first(
    weeks: Report, asked: str, answer: str
) -> None:
    """Each from the first page alone."""
    page = " ".join([*who(weeks).lines, *_said(weeks).values()])

    assert answer in page, asked


def test_the_text_is_one_screen(weeks: Report) -> None:
    """With how to get the rest."""
    text = report_screen(weeks, "All of it: --full.")
    lines = text.splitlines()

    assert len(lines) <= SCREEN_LINES
    assert max(map(len, lines)) <= WIDTH
    assert lines[0] == "Practice report, 12 Oct 2026 to 21 Nov 2026: Ana"
    for name in _said(weeks):
        assert f"\n{name}: " in text
    assert "All of it: --full." in text


def test_long_answers_do_not_push_it_off_the_screen(weeks: Report) -> None:
    """Each item has three lines at most."""
    line = DiaryLine(when=MORNING, kind="note", text="Why " * 60 + "?")
    longer = replace(weeks, questions=(line,) * 9, about=replace(ABOUT, name="A" * 60))

    assert len(report_screen(longer, "more").splitlines()) <= SCREEN_LINES


def test_nothing_recorded_claims_nothing(tmp_path: Path) -> None:
    """No practice, no answer, no plan."""
    said = _said(collect(tmp_path, TODAY))

    assert said == {
        "Practice": "none in these weeks.",
        "Clear changes": "too few weeks to compare. A week needs three practices.",
        "Ended early": "-",
        "Pain, tight, eye": "not asked in these weeks.",
        "Questions": "none noted.",
    }


def test_days_before_the_first_practice_are_not_counted_as_left_out(tmp_path: Path) -> None:
    """Three days of practice in a window of eight weeks."""
    many(tmp_path, 3)

    assert _said(collect(tmp_path, TODAY))["Practice"] == "3 of 3 days, 3 times."


@pytest.mark.usefixtures("weeks")
def test_two_dates_stand_beside_each_other(kept: Path) -> None:
    """The week of each, and the change by the rule of the trends."""
    since = TODAY - timedelta(weeks=7)
    report = collect(kept, TODAY, about=ABOUT, between=(since, TODAY))
    text = report_text(report)
    rows = text.split("THEN AND NOW\n")[1].split("\n\n")[0].splitlines()
    at = rows.index("Open smile, weak side, mm")
    smile = report.movements[0].affected
    medians = [week for week in smile.weeks if week.median is not None]

    assert (report.first, report.last, report.weeks) == (date(2026, 9, 28), TODAY, 8)
    assert rows[at + 1].endswith(f"{medians[0].median:.1f} ({medians[0].monday:%-d %b})")
    assert rows[at + 2] == f"  Week of 16 Nov 2026: {medians[-1].median:.1f}"
    assert rows[at + 3].startswith("  Change: larger +")
    assert "Practices in the week" in rows
    assert len(report_screen(report, "more").splitlines()) <= SCREEN_LINES


@pytest.mark.parametrize(
    ("first", "last"),
    [(TODAY, TODAY), (TODAY, TODAY - timedelta(days=30)), (date(2020, 1, 1), TODAY)],
)
def test_dates_that_cannot_be_compared_are_refused(tmp_path: Path, first: date, last: date) -> None:
    """The same week, backwards, or more than two years."""
    with pytest.raises(Trouble, match=r"compared|weeks at most"):
        collect(tmp_path, TODAY, between=(first, last))


def test_the_dose_says_what_was_asked_for_and_what_was_done(weeks: Report) -> None:
    """Counted in repetitions and in whole exercises."""
    brow = next(each for each in weeks.doses if each.name == "Brow raise")

    assert (brow.dose, brow.asked, brow.done) == ("1 x 5, hold 3\u00a0s", 175, 175)
    assert (brow.sessions, brow.whole) == (35, 30)


def test_the_own_word_is_that_of_the_stop_card() -> None:
    """Its name in the record is another, and no feeling may be named at all."""
    said = {
        sign: stopped_by(StopSummary("Smile", "self", sign, ""))
        for sign in ("own word", "", "annoyed", "pain")
    }
    assert said == {
        "own word": "own word",
        "": "own word",
        "annoyed": "own word: enough",
        "pain": "own word: pain",
    }
