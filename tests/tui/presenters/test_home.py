"""Home in words: the offer, the last note, the reminder, the strength."""

import datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from routines.movements import LinkedPair
from sessions.care.settings import Settings
from sessions.history.diary import DiaryLine
from tests.tui.linked_days import LINKED, quiet_days
from tests.tui.people import ANSWERED, MORNING, Now, session, somebody
from tui.person.objections import objections
from tui.person.open_routines import shelf
from tui.person.past import Past
from tui.presenters.home import home_view, weekly_due

HOUR = datetime.timedelta(hours=1)
DAY = datetime.timedelta(days=1)


def test_the_first_practice_of_the_day(tmp_path: Path) -> None:
    """Name, which practice of the day, what, and how long; no count of days."""
    view = home_view(somebody(tmp_path), Past())

    assert view.greeting == "Good morning, Ana."
    assert view.headline == "First practice today"
    assert view.title == "Gentle daily set, about 8 min"
    assert view.enter
    assert view.strength is None


def test_the_second_practice_says_so(tmp_path: Path) -> None:
    """After the gap the next slot is the second practice."""
    person = somebody(tmp_path, now=Now(MORNING.replace(hour=15)))

    view = home_view(person, Past(sessions=(session(HOUR),)))

    assert view.headline == "Second practice today"


def test_a_short_practice_is_called_good_only_where_one_is_open(tmp_path: Path) -> None:
    """Before the questions are answered only Learn is open."""
    assert "short one" in home_view(somebody(tmp_path), Past()).last
    assert home_view(somebody(tmp_path, Settings()), Past()).last == ""


@pytest.mark.parametrize(
    ("hour", "greeting"), [(5, "Good morning"), (14, "Good day"), (22, "Good evening")]
)
def test_the_greeting_follows_the_hour(tmp_path: Path, hour: int, greeting: str) -> None:
    """Also at night nobody is told off for the hour."""
    person = somebody(tmp_path, now=Now(MORNING.replace(hour=hour)))

    assert home_view(person, Past()).greeting.startswith(greeting)


def test_resting_has_nothing_to_enter(tmp_path: Path) -> None:
    """While the face rests Enter begins nothing, and the time is said."""
    view = home_view(somebody(tmp_path), Past(sessions=(session(HOUR),)))

    assert view.headline == "Your face is resting."
    assert view.lines == ("Next practice from 10:00.",)
    assert view.enter == ""
    assert view.routine is None


def test_what_holds_back_is_said(tmp_path: Path) -> None:
    """A flaccid face gets the weekly look, then soft hands, and the reason in plain words."""
    person = somebody(tmp_path, replace(ANSWERED, stage="flaccid"))
    view = home_view(person, Past())
    assert (view.headline, view.title) == ("The weekly look", "Weekly look, about 2 min")
    assert "There is no goal" in view.lines[0]

    looked = replace(session(DAY), routine_id="weekly-look")
    view = home_view(person, Past(sessions=(looked,)))

    assert view.routine is not None
    assert not view.routine.active
    assert "While nothing moves" in view.lines[0]


def test_care_only_leaves_out_massage(tmp_path: Path) -> None:
    """Until a doctor has looked, only the steps that care or calm are run."""
    settings = replace(ANSWERED, answers=replace(ANSWERED.answers, red_flags=("lump",)))

    routine = home_view(somebody(tmp_path, settings), Past()).routine

    assert routine is not None
    kept = {step.exercise.id for step in routine.steps if step.skipped is None}
    assert kept == {"eye-care", "hand-blink", "breathing", "imagery"}


def test_nothing_answered_offers_the_questions(tmp_path: Path) -> None:
    """The side stays unknown; nothing is guessed."""
    view = home_view(somebody(tmp_path, Settings()), Past())

    assert view.who == "weak side not known"
    assert view.headline == "A few questions first"


def test_the_last_note_comes_from_sessions_and_diary(tmp_path: Path) -> None:
    """The latest line wins, wherever it was written."""
    lines = (
        DiaryLine(when=MORNING - 2 * DAY, kind="note", text="older"),
        DiaryLine(when=MORNING - DAY, kind="note", text="felt lighter"),
        DiaryLine(when=MORNING - HOUR, kind="check-in", answers={"pain": 1}),
    )

    view = home_view(somebody(tmp_path), Past(lines=lines))

    assert view.note == "Last note (yesterday 09:00): felt lighter"


def test_weekly_questions_come_once_a_week(tmp_path: Path) -> None:
    """For somebody who practises; a week after the last answers."""
    done = (session(DAY),)
    asked = DiaryLine(when=MORNING - 7 * DAY, kind="weekly", answers={"eye": 2})
    lately = DiaryLine(when=MORNING - 6 * DAY, kind="weekly", answers={"eye": 2})

    assert not weekly_due(Past(), MORNING)
    assert weekly_due(Past(sessions=done), MORNING)
    assert weekly_due(Past(sessions=done, lines=(asked,)), MORNING)
    assert not weekly_due(Past(sessions=done, lines=(asked, lately)), MORNING)


def test_a_review_shows_until_it_is_put_away(tmp_path: Path) -> None:
    """Three months after the beginning."""
    answers = replace(ANSWERED.answers, onset=MORNING.date() - 100 * DAY)
    person = somebody(tmp_path, replace(ANSWERED, answers=answers))

    assert home_view(person, Past()).review == "three-months"


@pytest.mark.parametrize(
    ("listed", "line"),
    [
        ((), ("Quiet up to: pucker 50 %, smile 50 % of your own size.",)),
        (("smile-eye", "neck"), ("Quiet up to: smile 50 % of your own size.",)),
        (("neck",), ()),
    ],
)
def test_the_ladder_is_a_line_on_home(
    tmp_path: Path, listed: tuple[LinkedPair, ...], line: tuple[str, ...]
) -> None:
    """Of the pairs that are listed and were practised; with none listed, of all of them."""
    person = somebody(tmp_path, replace(LINKED, linked_pairs=listed))
    lines = home_view(person, Past(sessions=quiet_days(2))).lines

    assert tuple(each for each in lines if each.startswith("Quiet")) == line


def test_without_known_linked_movement_home_has_no_ladder(tmp_path: Path) -> None:
    """Nor before anything was practised."""
    unknown = home_view(somebody(tmp_path / "a"), Past(sessions=quiet_days(2)))
    new = home_view(somebody(tmp_path / "b", LINKED), Past())

    assert not [each for each in (*unknown.lines, *new.lines) if each.startswith("Quiet")]


def test_what_is_offered_opens_on_every_way(own_home: Path) -> None:
    """A weekly look that is due stands on Home, on the shelf and in the palette, and nothing
    stands against typing it: all go by what the offer unlocked."""
    flaccid = replace(ANSWERED, stage="flaccid", source="camera:0")
    person = somebody(own_home, flaccid)
    view = home_view(person, Past())

    assert view.routine is not None
    assert view.routine.id == "weekly-look"
    assert "weekly-look" in [each.id for each in shelf(person, view.offered.open).routines]
    assert objections(person, view.routine, view.offered) == []


def test_a_long_note_and_a_long_name_leave_room_for_the_rest(tmp_path: Path) -> None:
    """Both are cut where they are shown; the weak side stands whole beside the name."""
    person = somebody(tmp_path, replace(ANSWERED, name="A" * 105))
    note = DiaryLine(when=MORNING - HOUR, kind="note", text="x" * 1_000_000)
    view = home_view(person, Past(lines=(note,)))

    assert view.who.startswith("A" * 15 + "\u2026   weak side: left")
    assert len(view.who) < 60
    assert len(view.note) < 260
