"""All that the pages of a report say, as plain values. No layout, nothing is worked out here."""

from datetime import date, timedelta

import msgspec

from routines.movements import LinkedPair, LinkedSide, Side, Stage
from sessions.history.at_rest import RestWeek
from sessions.history.clinician import Total
from sessions.history.diary import DiaryLine
from sessions.history.eye_gaps import EyeWeek
from sessions.history.linked_trends import LinkedTrend
from sessions.history.own_error import OwnError
from sessions.history.strength import Day
from sessions.history.weeks import Trend
from sessions.report.about import About
from sessions.report.movements import Movement
from sessions.reps.blink_depth import BlinkDepth
from sessions.version import VERSION


class DoseDone(msgspec.Struct, frozen=True, kw_only=True):
    """One exercise: what the latest session asked for, and what all of them asked for and got."""

    name: str
    dose: str
    """In words, of the latest session that had it."""
    asked: int
    """Repetitions; 0 where the exercise is timed."""
    done: int
    sessions: int
    """In which it was planned."""
    whole: int
    """In which it was done to its end."""


class SingleDay(msgspec.Struct, frozen=True, kw_only=True):
    """One exercise in one session, for as long as there is no week to show."""

    on: date
    name: str
    affected_mm: float
    unaffected_mm: float


class Stopped(msgspec.Struct, frozen=True, kw_only=True):
    """One kind of stop of one exercise."""

    exercise: str
    why: str
    times: int
    last: date
    sentence: str
    """As shown the last time, with its numbers."""


class SelfReport(msgspec.Struct, frozen=True, kw_only=True):
    """One question of the check-in or of the week: medians of the weeks, 0 to 10."""

    name: str
    weeks: tuple[tuple[date, float], ...]
    key: str
    """As it stands in the records and the diary."""
    answers: int
    most: float
    most_on: date
    """The largest answer, and the last day on which it was given."""


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """All that the pages say."""

    made_on: date
    about: About = About()
    """What the person said of himself or herself; empty where nothing was handed in."""
    program: str = VERSION
    first: date
    """A Monday."""
    last: date
    weeks: int
    side: Side | None = None
    stage: Stage | None = None
    known_linked: bool = False
    linked_pairs: tuple[LinkedPair, ...] = ()
    """Those the person named, as in the latest session."""
    linked_sides: dict[LinkedPair, LinkedSide] = {}
    simulated: bool = False
    routines: tuple[tuple[str, int], ...] = ()
    """Name and number of sessions, most practised first."""
    doses: tuple[DoseDone, ...] = ()
    """In the order of the latest session; exercises of earlier ones after them."""
    efforts: tuple[tuple[date, float], ...] = ()
    """Weekly medians of the effort felt, 0 to 10."""
    finished: int = 0
    stopped: int = 0
    abandoned: int = 0
    minutes: float = 0.0
    days_practised: int = 0
    since: date | None = None
    """First day that counts: of the window, or of the first practice where that is later."""
    compared: bool = False
    """Whether its first and last weeks are to stand beside each other."""
    strength: float | None = None
    calendar: dict[date, Day] = {}
    movements: tuple[Movement, ...] = ()
    linked: tuple[LinkedTrend, ...] = ()
    """Linked movement by pair; empty where it is not known and none was loud."""
    finger_sets: int = 0
    """Sets in which a finger rested on the part that was to stay quiet."""
    single_days: tuple[SingleDay, ...] = ()
    """Newest first; only where no week has a median yet."""
    at_rest: tuple[RestWeek, ...] = ()
    """Oldest first."""
    eye_weeks: tuple[EyeWeek, ...] = ()
    """What gentle closures left open, oldest first."""
    eye_trend: Trend | None = None
    blinks: BlinkDepth | None = None
    """Of the latest session that saw enough of them."""
    stops: tuple[Stopped, ...] = ()
    unscored: tuple[tuple[str, int], ...] = ()
    reps: int = 0
    self_reports: tuple[SelfReport, ...] = ()
    eye_gaps: tuple[tuple[date, str], ...] = ()
    """The own weekly answers about the eye that stays open, oldest first."""
    questions: tuple[DiaryLine, ...] = ()
    """Notes that end with a question mark, newest first: for the visit."""
    notes: tuple[DiaryLine, ...] = ()
    """The latest, newest first."""
    totals: tuple[Total, ...] = ()
    own_error: OwnError | None = None
    """Of measuring, as the self-test found it on this face."""
    overrides: tuple[tuple[str, int], ...] = ()
    left_out: tuple[str, ...] = ()
    """What is not in these pages, and why."""

    @property
    def practices(self) -> int:
        """Sessions of all endings."""
        return self.finished + self.stopped + self.abandoned

    @property
    def days(self) -> int:
        """Days that count, the last one included."""
        return 0 if self.since is None else (self.last - self.since).days + 1

    @property
    def mondays(self) -> tuple[date, ...]:
        """The Monday of every week of the window."""
        return tuple(self.first + timedelta(weeks=n) for n in range(self.weeks))
