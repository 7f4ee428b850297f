"""What Home and the closing picture say of the week, the last weeks and the next practice."""

from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from sessions.care.settings import Answers
from sessions.history.summary import StopSummary
from tests.sessions.history.test_clear_change import weeks
from tests.tui.people import ANSWERED, DAY, MORNING, session, somebody
from tui.person.past import Past
from tui.presenters.closing import closing
from tui.presenters.home import home_view
from tui.presenters.week import good_thing, true_sentence, week_in_words, week_of, when_next

TODAY = MORNING.date()
HOUR = timedelta(hours=1)


def test_the_week_counts_its_own_days() -> None:
    """From Monday; today is a Saturday."""
    made = [session(8 * DAY), session(3 * DAY), session(HOUR), session(HOUR * 2)]

    assert week_of(made, TODAY) == (0, 0, 1, 0, 0, 2, 0)


@pytest.mark.parametrize(
    ("sizes", "sentence"),
    [
        (((4.0, 6.0), (6.0, 6.0)), "Smile: your weak side moves 2.0 mm more than in the week of"),
        (((6.0, 6.0), (4.0, 6.0)), "Smile: your weak side moves 2.0 mm less than in the week of"),
        (((4.0, 6.0), (4.1, 6.0)), "Your movements are about the same as in the week of"),
        (((4.0, 6.0),), "You practised on 3 days of the last 28."),
        ((), ""),
    ],
)
def test_one_true_sentence(sizes: tuple[tuple[float, float], ...], sentence: str) -> None:
    """A clear change, for better or worse; else how steady it was; else nothing."""
    said = true_sentence(weeks(*sizes), TODAY)

    assert said.startswith(sentence)
    assert bool(said) == bool(sentence)


def test_the_good_thing_is_a_gain_or_a_count() -> None:
    """Never a loss; nothing is said to somebody whom it hurt."""
    gain = weeks((4.0, 6.0), (6.0, 3.0))
    loss = weeks((6.0, 6.0), (4.0, 6.0))
    hurt = replace(loss[-1], stops=(StopSummary("Smile", "self", "pain", "It hurt."),))

    assert good_thing(gain, TODAY).startswith("Smile: your weak side moves 2.0 mm more")
    assert good_thing(loss, TODAY) == "This was your third practice this week."
    assert good_thing([*loss[:-1], hurt], TODAY) == ""
    assert good_thing([], TODAY) == ""


def test_when_the_next_practice_is(tmp_path: Path) -> None:
    """After the gap today, or by the plan of another day; not where a doctor comes first."""
    person = somebody(tmp_path)
    rested = when_next(person, Past(sessions=(session(HOUR),)), MORNING)
    evening = MORNING.replace(hour=22)
    full = tuple(session(HOUR * ago) for ago in (1, 2, 3))
    calm = replace(session(HOUR), started=evening - HOUR, routine_id="wind-down")

    assert "today from" in rested
    assert when_next(person, Past(sessions=full), MORNING) == "Next: Wind down, today from 20:00."
    assert "tomorrow from" in when_next(person, Past(sessions=(*full, calm)), evening)
    unseen = replace(ANSWERED, answers=replace(ANSWERED.answers, seen_by_doctor=None))
    unanswered = replace(ANSWERED, answers=Answers())
    for settings in (unseen, unanswered):
        assert when_next(somebody(tmp_path, settings), Past(), MORNING) == ""


def test_the_closing_picture_has_the_week_the_good_thing_and_the_next(tmp_path: Path) -> None:
    """In this order."""
    shown = closing(somebody(tmp_path), Past(sessions=(session(HOUR),)), MORNING)

    assert (shown.week, shown.today) == ((0, 0, 0, 0, 0, 1, 0), 5)
    assert shown.lines[0] == "This was your first practice this week."
    assert shown.lines[1].startswith("Next: ")


def test_home_says_what_is_closed_why_and_what_opens_it(tmp_path: Path) -> None:
    """By the answer that holds back."""
    answers = replace(ANSWERED.answers, exercises_agreed=False)
    soft = home_view(somebody(tmp_path, replace(ANSWERED, answers=answers)), Past())
    signs = replace(ANSWERED.answers, red_flags=("lump",))
    care = home_view(somebody(tmp_path, replace(ANSWERED, answers=signs)), Past())

    assert "Closed now: movement." in soft.lines
    assert any("whether exercises are right" in line for line in soft.lines)
    assert any("tick it: Settings, What a doctor said" in line for line in soft.lines)
    assert "Closed now: movement, massage and warmth." in care.lines
    assert any("Let a doctor look at the lump soon" in line for line in care.lines)
    assert any("untick it: Settings, Warning signs" in line for line in care.lines)


def test_home_says_when_only_where_nothing_is_offered_now(tmp_path: Path) -> None:
    """While the face rests; the card has what may begin."""
    person = somebody(tmp_path)

    assert home_view(person, Past()).next == ""
    assert home_view(person, Past(sessions=(session(HOUR),))).next.startswith("Next: ")


def test_the_week_in_words_names_its_days() -> None:
    """For lines of text, which have no dots."""
    assert week_in_words((1, 0, 0, 2, 0, 0, 0)) == "This week: Monday, Thursday."
    assert week_in_words((0,) * 7) == ""
