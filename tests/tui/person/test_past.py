"""What a day counts besides records: what was broken off, goes on elsewhere, or was not kept."""

from pathlib import Path
from typing import Any, cast

import pytest
from msgspec.structs import replace

from sessions.care.next_practice import Offer
from sessions.engine.interface.commands import KeptStepEnd
from sessions.live.request import SessionOutcome, SessionRequest
from sessions.log.journal import Journal
from sessions.log.recovery import keep_as_is, unfinished
from sessions.storage.listing import Unreadable
from tests.sessions.log_samples import header, kept_rep, massage
from tests.tui.people import ANSWERED, MORNING, Now, somebody
from tests.tui.pretend_camera import PretendCamera
from tui.flows.practice_flow import Practising
from tui.person import past as past_module
from tui.person.past import load_past
from tui.person.person import Person
from tui.presenters.home import home_view

SIM = "sim:steady"


def offered(person: Person) -> Offer:
    """What Home offers now."""
    return home_view(person, load_past(person)).offered


def begun(data: Path, source: str = SIM, reps: int = 2) -> Journal:
    """A practice that began this morning, and goes on."""
    journal = Journal.begin(data, header(MORNING, source))
    for n in range(1, reps + 1):
        journal.add(kept_rep(n))
    return journal


def test_a_practice_that_was_broken_off_counts_before_it_is_settled(tmp_path: Path) -> None:
    """Leaving the question open offers no second one; kept, it counts once."""
    person = somebody(tmp_path, now=Now(MORNING))
    assert offered(person).kind == "routine"
    begun(tmp_path).close()
    left = offered(person)
    assert (left.kind, left.resting, left.nth_today) == ("wait", "gap", 1)
    keep_as_is(unfinished(tmp_path)[0])
    kept = offered(person)
    assert (kept.kind, kept.resting, kept.nth_today) == ("wait", "gap", 1)


def test_one_in_which_nothing_was_done_does_not_count(tmp_path: Path) -> None:
    """Nor one of the simulated patient for a person before the camera."""
    begun(tmp_path, reps=0).close()
    assert offered(somebody(tmp_path)).kind == "routine"
    with_camera = somebody(tmp_path, replace(ANSWERED, source="camera:0"))
    begun(tmp_path, reps=3).close()
    assert offered(with_camera).kind == "routine"


def test_massage_and_care_alone_count_for_no_rest(tmp_path: Path) -> None:
    """Broken off, or going on in another window: kept, they would not count either."""
    cheek = massage()
    cheek = replace(cheek, exercise=replace(cheek.exercise, active=False))
    journal = Journal.begin(tmp_path, header(MORNING, SIM, cheek))
    journal.add(KeptStepEnd(at_s=60.0, step=0, ended="done"))
    assert offered(somebody(tmp_path)).kind == "routine"
    journal.close()
    assert offered(somebody(tmp_path)).kind == "routine"


def test_one_that_goes_on_in_another_window_counts(tmp_path: Path) -> None:
    """From its beginning on, so that two windows do not practise at once."""
    person = somebody(tmp_path)
    before = load_past(person).state
    journal = begun(tmp_path, reps=0)
    assert offered(person).resting == "gap"
    assert load_past(person).state != before  # Home looks again before a practice begins
    journal.close()


async def test_one_that_could_not_be_kept_counts_in_this_window(tmp_path: Path) -> None:
    """As on a full disk, which has nothing of it."""

    class Ends:
        """An app whose practice ends without a record."""

        async def push_screen_wait(self, _screen: object) -> SessionOutcome:
            return SessionOutcome(ended="finished", unrecorded=MORNING)

    person = somebody(tmp_path)
    request = SessionRequest(
        routine=header().plan.routine, side="left", data=tmp_path, source=SIM, started=MORNING
    )
    await Practising(person, camera=PretendCamera).run(cast("Any", Ends()), request)
    begun(tmp_path).close()  # what the disk has of it is the same practice
    found = offered(person)
    assert (found.resting, found.nth_today) == ("gap", 1)


def test_nothing_is_offered_where_the_records_cannot_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As after one run with sudo: nobody knows what was done today, and Home says so."""

    def refuse(data: Path) -> None:
        raise Unreadable(data, data / "sessions", PermissionError(13, "Permission denied"))

    person = somebody(tmp_path)
    monkeypatch.setattr(past_module, "open_history", refuse)
    view = home_view(person, load_past(person))
    assert (view.offered.kind, view.offered.resting, view.enter) == ("wait", "unread", "")
    assert view.headline == "Your practices cannot be read"
    assert "sessions" in view.trouble
    assert view.next == ""


def test_a_diary_that_cannot_be_read_closes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not before the first practice either: no practice is counted by it."""

    def refuse(data: Path, _sessions: object) -> None:
        raise Unreadable(data, data / "diary.jsonl", PermissionError(13, "Permission denied"))

    monkeypatch.setattr(past_module, "diary", refuse)
    past = load_past(somebody(tmp_path))
    assert (past.unread, past.sessions) == (False, ())
    assert "diary" in past.trouble
