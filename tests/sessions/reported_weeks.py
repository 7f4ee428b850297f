"""Reports for the tests of their pages: of six weeks, and of somebody who means ill."""

from datetime import date, timedelta
from pathlib import Path

from routines.plan import default_plan
from sessions.history.diary import DiaryLine, add_line
from sessions.log.entries import NoteLine
from sessions.log.record_builder import record_of
from sessions.log.record_files import save_record
from sessions.report.about import About
from sessions.report.collect import collect
from sessions.report.contents import Report
from tests.sessions.log_samples import MORNING, header, kept_rep, many, step, stop

TODAY = MORNING.date()
WEEKS = 6
EVIL = "<script>alert(1)</script> \x1b]0;x\x07 ../../etc/passwd \u202egnp.exe $x^2$ =1+1"
ABOUT = About(
    name="Ana",
    cause="bells",
    onset=date(2026, 4, 15),
    stage="synkinetic",
    known_linked=True,
    linked_pairs=("smile-eye", "neck"),
    eye_closes=False,
    plan=default_plan("synkinetic", TODAY - timedelta(weeks=WEEKS)),
)


def six_weeks(data: Path, sessions: int = 36) -> Report:
    """Of a person who practised on most days: so many sessions of six movements, answers, notes and
    two questions."""
    measures = ("open-smile", "brow-raise", "pucker", "eye-closure", "snarl", "lower-lip")
    many(data, sessions, every_days=7 * WEEKS / sessions, growth_mm=3.0, measures=measures)
    for ago, gap in ((30, "gap"), (2, "closed")):
        when = MORNING - timedelta(days=ago)
        add_line(data, DiaryLine(when=when, kind="eye", answers={"gap": gap}))
    add_line(
        data,
        DiaryLine(
            when=MORNING - timedelta(days=9),
            kind="check-in",
            answers={"pain": 2, "tightness": 6, "eye_dryness": 4},
        ),
    )
    for ago, text in ((3, "May I chew gum again?"), (8, "Is tape at night still needed? ")):
        add_line(data, DiaryLine(when=MORNING - timedelta(days=ago), kind="note", text=text))
    return collect(data, TODAY, WEEKS, ABOUT)


def evil_report(data: Path) -> Report:
    """A report whose every text tries something."""
    nasty = step()
    entries = [
        kept_rep(1),
        stop(1, sentence="x"),
        NoteLine(at_s=1, text=EVIL),
        NoteLine(at_s=2, text="中文 😀 " + "long" * 200),
    ]
    record = record_of(header(MORNING, "camera:0", nasty), entries)
    path = save_record(data, record)
    text = path.read_text()
    path.write_text(
        text.replace('"Gentle daily set"', f'"""{EVIL.replace(chr(27), "").replace(chr(7), "")}"""')
    )
    return collect(data, TODAY, about=About(name=EVIL))
