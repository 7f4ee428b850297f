"""A practice from Home: the check-in, another routine where one is proposed, the session, and what
may be asked afterwards. One conversation, written from top to bottom; called inside a worker.
"""

import asyncio
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace

from routines.catalogue import exercises
from routines.errors import Trouble
from routines.model import Routine
from routines.reading.library import find
from sessions.care.access import opened
from sessions.care.leave_consent import mark, unconfirmed, without_unconfirmed
from sessions.care.lighter import lighter
from sessions.care.next_practice import Offer, unlocked_now
from sessions.history.diary import DiaryLine
from sessions.history.summary import SessionSummary
from sessions.live.clock import Clock
from sessions.live.request import SessionOutcome, SessionRequest
from sessions.log.entries import CheckIn
from tui.flows.asking import ask_page, keep_line, warn
from tui.flows.later_questions import ask_later, ask_sound_first
from tui.flows.mirrored_camera import ask_hand, offer_hand
from tui.flows.photo_consent import offer_photos
from tui.person.local_zone import with_rules
from tui.person.open_routines import shelf
from tui.person.past import day_state, load_past
from tui.person.person import Person
from tui.practice.request_for import request_for
from tui.practice.sound import Speaker
from tui.screens.home_actions import AnyApp
from tui.texts import day as words_day
from tui.texts import practice as words
from tui.texts import settings as words_settings
from tui.texts import therapist as words_therapist

if TYPE_CHECKING:
    from sessions.live.conductor import Camera

SOFT_ROUTINE = "tight-day"

Seen = tuple[int, object]
"""What a person saw of settings (`Person.altered`) and of the day (`day_state`)."""


class Practising:
    """Practices of `person`. Tests hand in a camera, a clock and a speaker."""

    def __init__(
        self,
        person: Person,
        *,
        camera: "Callable[[], Camera] | None" = None,
        clock: Clock | None = None,
        sounds: Speaker | None = None,
    ) -> None:
        self.person = person
        self._camera = camera or self._process
        self._clock = clock
        self._sounds = sounds

    def _process(self) -> "Camera":
        """The camera process; what drives it is imported with the first session."""
        from tui.practice.camera import camera_for

        return camera_for(self.person.places)

    async def practice(
        self,
        app: AnyApp,
        routine: Routine,
        sessions: Sequence[SessionSummary],
        overrides: tuple[str, ...] = (),
    ) -> SessionOutcome | None:
        """Check-in, then the session; None where it did not come to one."""
        from tui.screens.questions.check_in import CheckInScreen

        settings, seen = self.person.settings, self._seen()
        checked = await app.push_screen_wait(
            CheckInScreen(
                eye_closes=settings.eye_closes,
                eye_exercises=_moves_eye(routine),
                weekly_record=routine.kind == "record",
            )
        )
        if checked is None or checked.decision == "not-now":
            if checked is not None and checked.answers:
                now = self.person.now()
                line = DiaryLine(when=now, kind="check-in", answers={**checked.answers})
                keep_line(app, self.person, line)
            return None
        if checked.decision == "take":
            routine = await self._instead(routine, checked.advice.change)
        answers = dict(checked.answers)
        check_in = CheckIn(answers={**answers}) if answers else None
        if not self._as_seen(app, seen):
            return None
        return await self.session(app, routine, sessions, check_in, overrides)

    async def other(
        self, app: AnyApp, sessions: Sequence[SessionSummary], offered: Offer
    ) -> SessionOutcome | None:
        """Another routine than the one that is offered."""
        from tui.screens.routines import RoutinesScreen

        found = await asyncio.to_thread(shelf, self.person, offered.open)
        chosen = await app.push_screen_wait(RoutinesScreen(found))
        if chosen is None:
            return None
        return await self.named(app, chosen, sessions, offered)

    async def named(
        self,
        app: AnyApp,
        chosen: Routine,
        sessions: Sequence[SessionSummary],
        offered: Offer,
    ) -> SessionOutcome | None:
        """A routine the person named; cap and gap are said, not forced."""
        from tui.screens.questions.ask import Ask

        if not (chosen.active and offered.resting):
            return await self.practice(app, chosen, sessions)
        time = "" if offered.from_time is None else f"{offered.from_time:%H:%M}"
        about = words_day.RESTING[offered.resting].format(time=time)
        ask = Ask(words_day.RESTING_ASK, about, words_day.RESTING_YES, words_day.RESTING_NO)
        if not await app.push_screen_wait(ask):
            return None
        return await self.practice(app, chosen, sessions, (words_day.OVERRIDES[offered.resting],))

    async def session(
        self,
        app: AnyApp,
        routine: Routine,
        sessions: Sequence[SessionSummary],
        check_in: CheckIn | None = None,
        overrides: tuple[str, ...] = (),
        *,
        shown_ranges: bool = True,
    ) -> SessionOutcome | None:
        """Ask for the side where it is not known, then run the session as far as it is open."""
        seen = self._seen()
        if self.person.settings.side is None:
            await ask_page(app, self.person, "side")
        side = self.person.settings.side
        if side is None:
            return None
        allowed = self._allowed(routine, sessions, with_therapist=not shown_ranges)
        if allowed is None:
            warn(app, words.NOT_OPEN.format(name=routine.name))
            return None
        routine = await self._with_leaves(app, allowed)
        await ask_sound_first(app, self.person, routine)
        if routine.active:
            await self.offer_hand(app)
        await offer_photos(app, self.person, routine)
        if not self._as_seen(app, seen):
            return None
        try:
            request = await asyncio.to_thread(
                request_for,
                self.person,
                routine,
                side,
                sessions,
                check_in=check_in,
                overrides=overrides,
                shown_ranges=shown_ranges,
            )
        except Trouble as trouble:
            warn(app, trouble.sentence)
            return None
        outcome = await self.run(app, request)
        if outcome is not None and outcome.record is not None and shown_ranges:
            from tui.flows.after_practice import Afterwards

            page = await Afterwards(app, self.person).ask(routine)
            if page:
                await ask_page(app, self.person, page)
            await ask_later(app, self.person)
            await self._close(app)
        return outcome

    async def _close(self, app: AnyApp) -> None:
        """The closing picture."""
        from tui.presenters.closing import closing
        from tui.screens.closing import ClosingScreen

        past = await asyncio.to_thread(load_past, self.person)
        now = with_rules(self.person.now())
        await app.push_screen_wait(ClosingScreen(closing(self.person, past, now)))

    async def example(self, app: AnyApp) -> None:
        """A short practice with the simulated patient; nothing is kept."""
        from tui.flows.example import show_example

        await show_example(app, self.person, self._camera, self._clock, self._sounds)

    async def offer_hand(self, app: AnyApp) -> None:
        """Ask once which hand the camera sees."""
        await offer_hand(app, self.person, self._camera)

    async def ask_hand(self, app: AnyApp) -> None:
        """The same from Settings, as often as wanted."""
        await ask_hand(app, self.person, self._camera)

    def _seen(self) -> Seen:
        return self.person.altered, day_state(self.person)

    def _as_seen(self, app: AnyApp, seen: Seen) -> bool:
        """Whether a session may begin by what the person saw; where not, it is said."""
        altered, state = seen
        if self.person.as_seen(altered, partial(warn, app)) and day_state(self.person) == state:
            return True
        warn(app, words_settings.LOOK_AGAIN)
        return False

    def _allowed(
        self, routine: Routine, sessions: Sequence[SessionSummary], *, with_therapist: bool
    ) -> Routine | None:
        """`routine` as the answers open it. A therapist who sits beside the person is the plan."""
        settings = self.person.settings
        if self.person.simulated:
            return routine
        if with_therapist:
            answers = replace(settings.answers, therapist_plan=True, exercises_agreed=True)
            settings = replace(settings, answers=answers)
        return opened(
            routine, unlocked_now(settings, sessions, self.person.now()), words_day.LEFT_OUT_FOR_NOW
        )

    async def _with_leaves(self, app: AnyApp, routine: Routine) -> Routine:
        """Ask once about what a therapist allows; what is not confirmed is left out."""
        from tui.screens.questions.pick import Pick

        person = self.person
        for leave in unconfirmed(routine, person.settings):
            name = exercises()[leave.exercise].name
            text = words_therapist.LEAVE_TEXT.format(
                exercise=name, by=leave.by, on=leave.on, until=leave.until
            )
            answer = await app.push_screen_wait(
                Pick(words_therapist.LEAVE_TITLE, (text,), words_therapist.LEAVE_OPTIONS)
            )
            if answer == ("yes",):
                marks = (*person.settings.leaves_confirmed, mark(leave))
                person.keep(replace(person.settings, leaves_confirmed=marks), partial(warn, app))
        return without_unconfirmed(routine, person.settings, words_therapist.LEAVE_NOT_CONFIRMED)

    async def run(self, app: AnyApp, request: SessionRequest) -> SessionOutcome | None:
        """Run a session that is wholly described; say what is to be said afterwards."""
        from tui.screens.practice.session import SessionScreen

        screen = SessionScreen(request, self._camera, clock=self._clock, sounds=self._sounds)
        outcome = await app.push_screen_wait(screen)
        if outcome is not None and outcome.exit_code and outcome.sentence:
            warn(app, outcome.sentence)
        began = None if outcome is None else outcome.unrecorded
        counts = request.simulated == self.person.simulated and request.routine.active
        if began is not None and counts:
            self.person.unrecorded.append(began.replace(tzinfo=None))
        return outcome

    async def _instead(self, routine: Routine, change: str) -> Routine:
        """What was proposed in place of `routine`."""
        if change == "lighter":
            return lighter(routine)
        return await asyncio.to_thread(find, SOFT_ROUTINE, today=self.person.today)


def _moves_eye(routine: Routine) -> bool:
    """Whether a step of today works the eye."""
    kept = (step.exercise for step in routine.steps if step.skipped is None)
    return any(exercise.active and exercise.region == "eye" for exercise in kept)
