"""The session a person's settings and history ask for: everything `SessionRequest` wants to know.

Gives no session without a known side: it is asked for first, never guessed.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from routines.errors import Trouble
from routines.for_person import for_person
from routines.model import Routine
from routines.movements import Side
from routines.plan import Plan
from sessions.camera.model_file import find_model
from sessions.camera.source_name import is_simulated, without_password
from sessions.care.day_plan import load_plan
from sessions.care.eye_care import wants_blinks
from sessions.care.mirrored import with_source
from sessions.care.settings import Settings
from sessions.care.therapist_file import shown_references
from sessions.guards.known_reference import KnownReference
from sessions.history.diary import kept_lines
from sessions.history.ladder import ladders, last_gentle
from sessions.history.new_exercises import to_demonstrate
from sessions.history.summary import SessionSummary
from sessions.history.usual import usual_references
from sessions.live.power import on_battery
from sessions.live.request import SessionRequest
from sessions.log.entries import CheckIn
from sessions.log.recovery import Unfinished
from sessions.pictures.photo_director import ROUTINE as PHOTOGRAPHED
from sessions.pictures.photos import first_framing
from sessions.readings import LOADS, Load
from tui.person.feedback import hidden_now
from tui.person.person import Person
from tui.practice.aloud.speech import find_speech


def request_for(
    person: Person,
    routine: Routine,
    side: Side,
    sessions: Sequence[SessionSummary],
    *,
    check_in: CheckIn | None = None,
    overrides: tuple[str, ...] = (),
    shown_ranges: bool = True,
) -> SessionRequest:
    """The request for `routine`; without `shown_ranges` a therapist's do not count, so that they
    can be taken anew.

    Raises Trouble where the landmark model, or what a therapist settled, cannot be used.
    """
    settings = person.settings
    best, least = loads(settings)
    simulated = person.simulated
    usual = usual_references(sessions, side, person.today, simulated=simulated)
    shown = shown_references(person.data, side) if shown_ranges else {}
    references = dict(usual)
    for key, size in shown.items():
        references[key] = _with_scatter(size, usual.get(key))
    ladder = ladders(sessions, side, simulated=simulated) if settings.known_linked else {}
    photos = settings.photos and routine.id == PHOTOGRAPHED
    routine = for_person(routine, settings.stage, eye_closes=_closes(person))
    begins_smaller = ladder or any(step.target_percent < 100.0 for step in routine.steps)
    gentle = last_gentle(sessions, side, person.today, simulated=simulated)
    return SessionRequest(
        routine=routine,
        side=side,
        data=person.data,
        source=settings.source,
        model="" if simulated else str(find_model(person.places.model)),
        known_linked=settings.known_linked,
        linked_pairs=settings.linked_pairs if settings.known_linked else (),
        linked_sides=settings.linked_sides if settings.known_linked else {},
        linked_fingers=settings.linked_fingers if settings.known_linked else (),
        references=references,
        ladder={pair: each.target_percent for pair, each in ladder.items()},
        demonstrated=to_demonstrate(routine, sessions, person.today, simulated=simulated),
        hidden_of_three=hidden_now(_plan(person), settings, routine, sessions, person.today),
        gentle=gentle if begins_smaller else {},
        by_clock=settings.eye_covered and not simulated,
        mirrored=settings.mirrored,
        eye_full_percent=settings.eye_full_percent,
        best=best,
        least=least,
        cache=person.places.cache,
        sound=settings.sound,
        spoken=settings.spoken and find_speech() is not None,
        nudge=settings.nudge,
        view=settings.view,
        reduced_motion=settings.reduced_motion,
        large_print=settings.large_print,
        reminds_to_blink=_reminds_to_blink(person),
        started=person.now(),
        check_in=check_in,
        overrides=overrides,
        photos=photos,
        clips=photos and settings.clips,
        whole_face=settings.whole_face,
        consent=person.photo_consent,
        framing=first_framing(person.data) if photos and not simulated else (),
    )


def loads(settings: Settings, *, battery: bool | None = None) -> tuple[Load, Load]:
    """The most and the least that is to be measured. `battery` is whether the computer runs on it;
    left out, the system is asked."""
    if settings.load is not None:
        return settings.load, settings.load
    if settings.saver:
        return "in-turns", LOADS[-1]
    battery = on_battery() if battery is None else battery
    return ("every-second" if battery else LOADS[0]), LOADS[-1]


def _source(kept: str, known: str) -> str:
    """The source to go on with: a journal keeps no password, the settings may know it."""
    return known if without_password(known) == without_password(kept) else kept


def resumed(person: Person, found: Unfinished) -> SessionRequest:
    """The interrupted session `found`, to be gone on with. It has a header.

    Raises Trouble where the landmark model cannot be used.
    """
    assert found.header is not None
    plan = found.header.plan
    simulated = is_simulated(found.header.source)
    settings = person.settings
    best, least = loads(settings)
    photos = settings.photos and plan.routine.id == PHOTOGRAPHED
    source = _source(found.header.source, settings.source)
    return SessionRequest(
        routine=plan.routine,
        side=plan.side,
        data=person.data,
        source=source,
        model="" if simulated else str(find_model(person.places.model)),
        known_linked=plan.known_linked,
        linked_pairs=plan.linked_pairs,
        linked_sides=plan.linked_sides,
        linked_fingers=plan.linked_fingers,
        references=plan.references,
        by_clock=plan.by_clock,
        speed=found.header.speed,
        mirrored=with_source(settings, source).mirrored,
        eye_full_percent=settings.eye_full_percent,
        best=best,
        least=least,
        cache=person.places.cache,
        sound=settings.sound,
        spoken=settings.spoken and find_speech() is not None,
        nudge=settings.nudge,
        view=settings.view,
        reduced_motion=settings.reduced_motion,
        large_print=settings.large_print,
        reminds_to_blink=_reminds_to_blink(person),
        started=person.now(),
        overrides=found.header.overrides,
        check_in=found.header.check_in,
        photos=photos,
        clips=photos and settings.clips,
        whole_face=settings.whole_face,
        consent=person.photo_consent,
        framing=first_framing(person.data) if photos and not simulated else (),
        resume=found,
    )


def _closes(person: Person) -> bool | None:
    """Whether the eye closes, as answered; the simulated patient's does where nobody answered."""
    closes = person.settings.eye_closes
    return True if closes is None and person.simulated else closes


def _plan(person: Person) -> Plan | None:
    try:
        return load_plan(person.data, person.today, person.routine_folders)
    except Trouble:  # a plan with mistakes is told by Home
        return None


def _reminds_to_blink(person: Person) -> bool:
    try:
        lines = kept_lines(person.data)
    except Trouble:  # a diary that cannot be read is told by Home
        lines = []
    return wants_blinks(person.settings, lines)


def _with_scatter(shown: KnownReference, usual: KnownReference | None) -> KnownReference:
    """A therapist's size with the person's own scatter."""
    if usual is None:
        return shown
    return replace(
        shown,
        affected_spread_mm=usual.affected_spread_mm,
        unaffected_spread_mm=usual.unaffected_spread_mm,
    )
