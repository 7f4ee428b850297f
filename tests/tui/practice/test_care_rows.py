"""The moments that matter to a person, from `care_rows.toml`: answers, what opens, words, record.

The table is the clinical part and is read without this file. Nothing is shown and no process is
started: the gate is that of `run`, the words are those of the plain mode, and the camera is the
simulated patient in the same process.
"""

import asyncio
import itertools
import tomllib
from datetime import timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest
from msgspec.structs import replace

from routines.errors import Trouble
from routines.reading.library import find
from sessions.care.asked_again import questions_due
from sessions.care.settings import Settings, Sound
from sessions.care.weekly_look import movement_to_ask_about
from sessions.engine.interface.commands import Finished, KeptStepEnd
from sessions.engine.interface.plan import SessionPlan
from sessions.guards.known_reference import KnownReference
from sessions.history.summary import summarise
from sessions.live.clock import ManualClock
from sessions.live.request import SessionRequest
from sessions.log.entries import Entry
from sessions.log.record import SessionRecord
from sessions.log.record_builder import record_of
from sessions.log.record_files import read_record, save_record
from sessions.report.collect import collect
from sessions.report.text import report_text
from sessions.simulator.profile import Profile, load_profile
from tests.conftest import ROOT
from tests.patience import patience
from tests.sessions.log_samples import MEASURED, REST, header, kept_rep
from tests.sessions.practising import fewer_readings
from tests.tui.people import ANSWERED, MORNING, somebody
from tests.tui.simulated_camera import SimulatedCamera
from tui.commands.parts.run_request import request_for
from tui.commands.run import add_arguments
from tui.flows.plain_questions import ask_one_page
from tui.parser import Parser
from tui.person.open_routines import shelf
from tui.person.past import load_past
from tui.person.person import Person
from tui.practice.plain import practise
from tui.practice.plain_keys import NoKeys
from tui.presenters.home import home_view
from tui.texts.day import REVIEWS

LIBRARY = ROOT / "routines" / "library"
Case = dict[str, Any]
TABLE: dict[str, list[Case]] = tomllib.loads(
    Path(__file__).with_name("care_rows.toml").read_text(encoding="utf-8")
)
WHO = frozenset({"fact", "person", "answers"})
BEGIN_KEYS = WHO | {
    *("done", "weeks_mm", "opens", "runs", "closed", "never", "because", "overrides"),
    *("home", "first", "review", "listed_before", "asked_again"),
}
DONE_KEYS = WHO | {
    *(
        "patient",
        "gentle_mm",
        "do",
        "routine",
        "says",
        "unsaid",
        "stops",
        "cautions",
        "eye_kept_at",
    ),
    *("report", "left_out", "asks_about", "weak_side_seen", "finished"),
}
ASKED_KEYS = frozenset({"fact", "page", "typed", "says"})


def rows(kind: str) -> pytest.MarkDecorator:
    """The entries of one kind, named by their fact."""
    return pytest.mark.parametrize("case", TABLE[kind], ids=[each["fact"] for each in TABLE[kind]])


def person_of(case: Case, data: Path) -> Person:
    """Whoever the entry describes, with a camera, and the practices that were done."""
    said = {**case.get("answers", {})}
    if said.get("finished_on") == "never":
        said["finished_on"] = None
    usual = msgspec.to_builtins(replace(ANSWERED, source="camera:0", mirrored_asked=True))
    tables = {**usual, **case.get("person", {}), "answers": {**usual["answers"], **said}}
    settings = msgspec.convert(msgspec.to_builtins(tables), type=Settings)
    for each in case.get("done", ()):
        _done(data, each["routine"], timedelta(hours=each["hours_ago"]))
    for week, mm in enumerate(reversed(case.get("weeks_mm", ()))):
        for day in range(4):
            _done(data, "daily-gentle", timedelta(weeks=week, days=day + 6), mm)
    return somebody(data, settings)


def _done(data: Path, routine_id: str, ago: timedelta, affected_mm: float | None = None) -> None:
    """A practice that went to its end, with measured repetitions where a size is given."""
    routine = find(routine_id)
    entries: list[Entry] = [MEASURED, REST]
    for at, step in enumerate(routine.steps):
        if affected_mm is not None and step.scored:
            entries += [kept_rep(n, at, affected=affected_mm) for n in range(1, 6)]
        entries.append(KeptStepEnd(at_s=60.0, step=at, ended="done"))
    entries.append(Finished(at_s=400.0, ended="finished"))
    plan = SessionPlan(routine=routine, side="left")
    save_record(data, record_of(replace(header(MORNING - ago), plan=plan), entries))


def asked_for(person: Person, *typed: str) -> SessionRequest:
    """What `slowsmile run` makes of these words. Raises Trouble where it may not begin."""
    parser = Parser("run", "test")
    add_arguments(parser)
    args = parser.parse_all(list(typed))
    args.places = person.places
    return request_for(args, person.now())


@pytest.fixture(autouse=True)
def no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """The gate needs no landmark model."""
    monkeypatch.setattr("tui.practice.request_for.find_model", lambda path: Path("model.task"))


@rows("begin")
def test_what_may_begin(case: Case, tmp_path: Path) -> None:
    """By id, as a file, with --anyway; with the reason in words; and what Home shows."""
    assert set(case) <= BEGIN_KEYS
    person = person_of(case, tmp_path)
    for routine in case.get("opens", ()):
        assert asked_for(person, routine).overrides == (), routine
    for routine, kept in case.get("runs", {}).items():
        steps = asked_for(person, routine).routine.steps
        assert [step.exercise.id for step in steps if step.skipped is None] == kept
    for routine in (*case.get("closed", ()), *case.get("never", ())):
        with pytest.raises(Trouble) as refused:
            asked_for(person, routine)
        assert ("--anyway" in refused.value.sentence) == (routine in case.get("closed", ()))
    for routine in case.get("never", ()):
        for typed in (routine, copy_of(routine, person)):
            with pytest.raises(Trouble) as refused:
                asked_for(person, typed, "--anyway")
            assert "--anyway" not in refused.value.sentence
    for routine in case.get("closed", ()):
        overrides = asked_for(person, routine, "--anyway").overrides
        assert list(overrides) == case["overrides"]
    for routine in (*case.get("never", ()), *case.get("closed", ()))[:1]:
        with pytest.raises(Trouble) as refused:
            asked_for(person, routine)
        assert_said(refused.value.sentence, case["because"])
    assert_home(case, person)


def copy_of(routine_id: str, person: Person) -> str:
    """The same routine as a file of the person's own."""
    path = person.data / "copy.toml"
    path.write_bytes((LIBRARY / f"{routine_id}.toml").read_bytes())
    return str(path)


def assert_home(case: Case, person: Person) -> None:
    """What Home shows and offers, lists and reviews, and which questions are put again."""
    past = load_past(person)
    view = home_view(person, past)
    if "home" in case:
        assert_said("\n".join((view.headline, view.title, *view.lines)), case["home"])
    if "first" in case:
        assert view.offered.routine == case["first"]
        assert view.enter
    if "review" in case:
        assert view.review is not None
        assert_said(REVIEWS[view.review], case["review"])
    if "asked_again" in case:
        assert list(questions_due(person.settings, person.today)) == case["asked_again"]
    if "listed_before" in case:
        listed = [each.id for each in shelf(person, view.offered.open).routines]
        places = [listed.index(each) for each in case["listed_before"]]
        assert places == sorted(places)
        unasked = replace(person.settings, answers=replace(person.settings.answers, regions=()))
        person.settings = unasked
        again = home_view(person, past).offered.open
        assert [each.id for each in shelf(person, again).routines] != listed


@rows("done")
def test_what_is_said_and_kept(case: Case, tmp_path: Path) -> None:
    """A whole practice of the simulated patient, through the gate of `run`."""
    assert set(case) <= DONE_KEYS
    person = person_of(case, tmp_path)
    request = asked_for(person, case.get("routine") or str(own_routine(case, person)))
    gentle = {
        key: KnownReference(affected_mm=weak, unaffected_mm=strong, origin="usual")
        for key, (weak, strong) in case.get("gentle_mm", {}).items()
    }
    request = replace(
        request, source="sim", model="", sound=Sound(on=False), gentle=gentle, speed=20.0
    )
    with fewer_readings():
        lines, record = asyncio.run(practised(request, profile(case["patient"])))

    assert_said("\n".join(lines), case.get("says", ()))
    unsaid = [(part, line) for part in case.get("unsaid", ()) for line in lines if part in line]
    assert unsaid == []
    assert_kept(case, record)
    if "report" in case:
        assert_said(report_text(collect(person.data, person.today)), case["report"])
    if "asks_about" in case:
        asked = movement_to_ask_about(person.settings, [summarise(record)])
        assert set(case["asks_about"]) <= set(asked)
        assert bool(asked) == bool(case["asks_about"])


def own_routine(case: Case, person: Person) -> Path:
    """A routine file of the exercises of an entry."""
    stage = case.get("person", {}).get("stage", "paretic")
    text = f'schema = 1\nid = "mine"\nname = "Mine"\nstage = "{stage}"\n'
    for name, reps in case["do"]:
        text += f'[[exercise]]\ndo = "{name}"\n' + (f"reps = {reps}\n" if reps else "")
    path = person.data / "mine.toml"
    path.write_text(text, encoding="utf-8")
    return path


def profile(named: str | Case) -> Profile:
    """A simulated patient of the program, or one with something special."""
    return load_profile(named) if isinstance(named, str) else Profile(name="own", **named)


async def practised(request: SessionRequest, who: Profile) -> tuple[list[str], SessionRecord]:
    """The practice in lines, on a clock that never waits, and its record."""
    clock = ManualClock()
    clock.run()
    lines: list[str] = []
    outcome = await asyncio.wait_for(
        practise(
            request,
            SimulatedCamera(who),
            lines.append,
            NoKeys(),
            clock=clock,
            hand_s=itertools.count(1.0).__next__,
        ),
        patience(15.0),
    )
    assert outcome.record is not None
    return lines, read_record(outcome.record)


def assert_kept(case: Case, record: SessionRecord) -> None:
    """What the record holds."""
    if "stops" in case:
        found = [stop.rule for each in record.exercises for stop in each.stops]
        assert found == case["stops"]
    if "cautions" in case:
        sets = (each for exercise in record.exercises for each in exercise.sets)
        assert sum(len(each.cautions) for each in sets) >= case["cautions"]
    if "weak_side_seen" in case:
        seen = [rep.affected_seen for each in record.exercises for rep in each.reps]
        assert seen
        assert any(seen) == case["weak_side_seen"]
    if "left_out" in case:
        kept = {each.id for each in record.exercises if each.ended == "done"}
        out = {each.id for each in record.exercises if each.ended in {"skipped", "left-out"}}
        assert set(case["left_out"]) <= out
        assert kept
    if "finished" in case:
        assert [e.id for e in record.exercises if e.ended == "done"] == case["finished"]
    if "eye_kept_at" in case:
        linked = [each for e in summarise(record).exercises for each in e.linked]
        assert [each.target_percent for each in linked] == case["eye_kept_at"]
        assert all((each.eye_open_percent or 0.0) > 50.0 for each in linked)


@rows("asked")
def test_what_is_said_at_once(case: Case, tmp_path: Path) -> None:
    """The answer itself brings the words."""
    assert set(case) <= ASKED_KEYS
    person = person_of(case, tmp_path)
    typed, told = [case["typed"]], list[str]()

    assert ask_one_page(case["page"], person, lambda question: typed.pop(0), told.append)
    assert_said("\n".join(told), case["says"])


def assert_said(text: str, parts: Any) -> None:
    """Each of the words stands somewhere in the text, whatever the line breaks."""
    flat = " ".join(text.split())
    assert [part for part in parts if part not in flat] == []
