"""What a report says: counted once, nothing hidden, nothing mixed."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from routines.errors import Trouble
from routines.movements import LinkedPair
from sessions.engine.interface.commands import KeptRep
from sessions.history.clinician import Total, add_total
from sessions.history.diary import DiaryLine, add_line
from sessions.log.record_builder import record_of
from sessions.log.record_files import save_record
from sessions.report.collect import collect
from sessions.report.contents import Report
from sessions.report.eye_closing import eye_closing
from sessions.report.person import who
from sessions.report.text import report_text
from sessions.report.words import share_in_words
from sessions.reps.blink_depth import BlinkDepth
from tests.sessions.eye_closures import weeks
from tests.sessions.log_samples import MORNING, header, many, rep, step, whole

TODAY = MORNING.date()


@pytest.fixture(scope="module")
def sixty_days(tmp_path_factory: pytest.TempPathFactory) -> Report:
    """The last eight weeks of sixty days with a session each."""
    data = tmp_path_factory.mktemp("sixty")
    many(data, 60)
    return collect(data, TODAY)


def test_nothing_is_a_report_too(tmp_path: Path) -> None:
    """With the totals and without any claim."""
    add_total(tmp_path, Total(scale="sunnybrook", on=date(2026, 11, 1), value=50), TODAY)
    report = collect(tmp_path, TODAY)

    assert report.side is None
    assert report.movements == ()
    assert report.totals[0].value == 50
    assert report.first == date(2026, 9, 28)


def test_weeks_end_with_this_one_and_older_sessions_are_out(sixty_days: Report) -> None:
    """Eight Mondays; of sixty days, those since the first."""
    report = sixty_days

    assert len(report.mondays) == 8
    assert report.finished == 55
    assert report.days_practised == 55
    assert report.strength == 100.0
    assert [m.id for m in report.movements] == ["open-smile", "brow-raise", "pucker"]


def test_only_words_where_the_ratio_is_coarse(sixty_days: Report) -> None:
    """A fine number for the pucker would be a lie."""
    smile, _, pucker = sixty_days.movements

    assert "(±20)" in smile.share
    assert "%" not in pucker.share
    assert pucker.low_confidence


def test_size_without_the_bars_stands_under_the_movements(tmp_path: Path) -> None:
    """Where some repetitions were done without, and nowhere else."""
    sizes = ((1, 4.0, False), (2, 4.0, False), (3, 3.0, True))
    kept = [
        KeptRep(at_s=9.0 * n, step=0, set=1, rep=rep(n, affected=mm), hidden=hidden)
        for n, mm, hidden in sizes
    ]
    save_record(tmp_path, record_of(header(), kept))
    with_some = collect(tmp_path, TODAY)

    assert with_some.movements[0].kept_percent == 75.0
    assert f"{with_some.movements[0].name} 75 %" in " ".join(report_text(with_some).split())
    assert "without seeing" not in report_text(collect(many_of(tmp_path / "seen"), TODAY))


def many_of(data: Path) -> Path:
    """Sessions in which every repetition was seen."""
    many(data, 6)
    return data


@pytest.mark.parametrize(
    ("percent", "words"),
    [
        (-5, "hardly any"),
        (14.9, "hardly any"),
        (25, "about a quarter"),
        (50, "about half"),
        (70, "about three quarters"),
        (95, "nearly equal"),
    ],
)
def test_shares_in_words(percent: float, words: str) -> None:
    """Coarse bands."""
    assert share_in_words(percent) == words


def test_the_other_side_and_the_simulated_patient_are_left_out_and_said(tmp_path: Path) -> None:
    """Numbers of two halves, or two people, are never mixed."""
    many(tmp_path, 3, source="sim:steady", seed=1)
    wrong = many(tmp_path, 4, seed=2)
    for path in wrong:
        path.write_text(path.read_text().replace('side = "left"', 'side = "right"', 1))
    many(tmp_path, 1, seed=3, until=MORNING.replace(hour=20))
    wrong[0].write_text("schema = 9")
    report = collect(tmp_path, TODAY)

    assert report.side == "left"
    assert report.finished == 1
    assert report.left_out[0] == "3 sessions of the simulated patient"
    assert report.left_out[1].startswith("3 sessions with the other side")
    assert "newer version" in report.left_out[2]


def test_a_report_of_the_simulated_patient_says_so(tmp_path: Path) -> None:
    """Where there is nothing else."""
    many(tmp_path, 3, source="sim")

    assert collect(tmp_path, TODAY).simulated


def test_what_was_not_scored_is_counted_by_reason(tmp_path: Path) -> None:
    """And what was seen at all."""
    unscored = KeptRep(at_s=16, step=0, set=1, rep=rep(1, scored=False))
    save_record(tmp_path, record_of(header(MORNING, "camera:0", step()), [unscored] * 3))
    report = collect(tmp_path, TODAY)

    assert report.unscored == (("head turned", 3),)
    assert report.reps == 3
    assert report.movements[0].counted == 0
    assert report.abandoned == 1


def test_check_ins_and_weekly_questions_are_told_by_week(tmp_path: Path) -> None:
    """Also those of weeks without a session; texts are no numbers."""
    for ago, trouble in ((0, 3), (1, 5), (8, 6)):
        when = MORNING - timedelta(days=ago)
        add_line(tmp_path, DiaryLine(when=when, kind="weekly", answers={"eating": trouble}))
    alone = collect(tmp_path, TODAY)
    many(tmp_path, 2)
    both = collect(tmp_path, TODAY)

    assert [r.name for r in alone.self_reports] == ["Week: eating"]
    assert alone.self_reports[0].weeks == ((date(2026, 11, 9), 6.0), (date(2026, 11, 16), 4.0))
    assert [r.name for r in both.self_reports] == ["Face or neck tight", "Pain", "Week: eating"]
    assert "Week: eating" in report_text(alone)


def test_stops_are_counted_by_exercise_and_reason(sixty_days: Report) -> None:
    """Every seventh session was stopped; with the sentence of the last one."""
    stops = sixty_days.stops

    assert {(s.exercise, s.why) for s in stops} == {
        ("Brow raise", "weak side tiring"),
        ("Brow raise", "strong side too large"),
    }
    assert sum(s.times for s in stops) == 8


def test_before_there_is_a_week_single_days_are_listed(tmp_path: Path) -> None:
    """Newest first, and gone as soon as a week has three sessions."""
    many(tmp_path, 2)
    two = collect(tmp_path, TODAY)
    many(tmp_path, 1, seed=5, until=MORNING.replace(day=20, hour=18))
    three = collect(tmp_path, TODAY)

    assert len(two.single_days) == 6
    assert two.single_days[0].on == TODAY
    assert three.single_days == ()


@pytest.mark.parametrize("weeks", [0, -1, 105])
def test_a_number_of_weeks_that_makes_no_sense_is_refused(tmp_path: Path, weeks: int) -> None:
    """With the range."""
    with pytest.raises(Trouble, match="1 to 104"):
        collect(tmp_path, TODAY, weeks)


@pytest.mark.parametrize(
    ("known", "listed", "line"),
    [
        (True, ("smile-eye", "neck"), "movement (smile to eye; neck (both sides), as felt)."),
        (True, (), "with known linked movement."),
        (False, ("neck",), "Stage: paretic."),
    ],
)
def test_the_linked_movement_that_was_named_is_in_the_first_lines(
    tmp_path: Path, known: bool, listed: tuple[LinkedPair, ...], line: str
) -> None:
    """From the record of the latest session to the page; a list alone says nothing."""
    head = header()
    said = {"known_linked": known, "linked_pairs": listed, "linked_sides": {"neck": "both"}}
    head = replace(head, plan=replace(head.plan, **said))
    save_record(tmp_path, record_of(head, whole()))

    lines = who(collect(tmp_path, MORNING.date())).lines

    assert any(each.endswith(line) for each in lines), lines


def test_a_copy_is_called_a_copy_also_where_its_original_is_gone(tmp_path: Path) -> None:
    """Nothing that can be read is said to be unreadable."""
    kept, lone = many(tmp_path, 2)
    kept.with_name(f"{kept.stem} (1).toml").write_bytes(kept.read_bytes())
    lone.rename(lone.with_name(f"{lone.stem} (1).toml"))
    left_out = collect(tmp_path, MORNING.date()).left_out

    assert len(left_out) == 2
    assert all("a copy of" in each and "cannot be read" not in each for each in left_out)


def test_eyes_in_gentle_closures_stand_beside_the_own_answers(tmp_path: Path) -> None:
    """The latest week, then the first; nothing where no closure was read."""
    for record in weeks(1.0, 4.0):
        save_record(tmp_path, record)
    add_line(tmp_path, DiaryLine(when=MORNING, kind="eye", answers={"gap": "gap"}))
    report = collect(tmp_path, MORNING.date())
    text = " ".join(report_text(report).split())

    assert "EYES IN GENTLE CLOSURES" in text
    assert "smaller (-3.0, can tell 2.2)" in text
    now, first = eye_closing(report).rows
    assert now[1:] == (
        "a gap, about 4.0 mm (2.4 to 5.6)",
        "closed or a thin line",
        "a gap of white stays",
    )
    assert first[1:] == ("open", "closed or a thin line", "-")
    assert "GENTLE CLOSURES" not in report_text(replace(report, eye_weeks=()))


def test_blinks_are_told_with_the_eyes_as_a_lower_bound(tmp_path: Path) -> None:
    """Of the latest session that saw enough of them."""
    first, *others = weeks(4.0)
    seen = BlinkDepth(
        seconds=75.0, blinks=9, affected_at_least_percent=20, unaffected_at_least_percent=70
    )
    for record in (replace(first, blinks=seen), *others):
        save_record(tmp_path, record)
    text = " ".join(report_text(collect(tmp_path, MORNING.date())).split())

    assert "weak lid 20 % of the way or more, strong lid 70 % or more (9 blinks)" in text
