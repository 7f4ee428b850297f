"""What Home begins: the first run, a practice with its check-in, and the other screens.

Each is one conversation over several screens, written from top to bottom; called inside a worker.
Screens are imported when they are needed, so that Home stands there quickly.
"""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from msgspec.structs import replace
from textual.app import App

from routines.catalogue import exercises
from routines.errors import Trouble
from routines.library import find
from routines.model import Routine
from sessions.diary import DiaryLine, Kind, add_line
from sessions.entries import CheckIn
from sessions.history.summary import SessionSummary
from sessions.recovery import Unfinished, discard, keep_as_is, unfinished
from tui import words_day
from tui.camera import camera_for
from tui.clock import Clock
from tui.conductor import Camera
from tui.interrupted import describe
from tui.leaves import mark, unconfirmed, without_unconfirmed
from tui.lighter import lighter
from tui.offer import Offer
from tui.open_routines import shelf
from tui.person import Person
from tui.plan_file import follow_stage
from tui.session_for import request_for, resumed
from tui.session_request import SessionOutcome, SessionRequest
from tui.sound import Speaker

AnyApp = App[Any]
SOFT_ROUTINE = "tight-day"


class Starting:
    """Begins things for `person`. Tests hand in a camera, a clock and a speaker."""

    def __init__(
        self,
        person: Person,
        *,
        camera: Callable[[], Camera] | None = None,
        clock: Clock | None = None,
        sounds: Speaker | None = None,
    ) -> None:
        self.person = person
        self._camera = camera or (lambda: camera_for(person.places))
        self._clock = clock
        self._sounds = sounds

    async def day(self, app: AnyApp) -> None:
        """What comes before Home: the very first run, and practices that were interrupted."""
        if not self.person.settings_path.exists():
            await self.first_run(app)
        for found in await asyncio.to_thread(unfinished, self.person.data):
            await self.settle(app, found)

    async def settle(self, app: AnyApp, found: Unfinished) -> None:
        """One interrupted practice: go on, keep, or throw away, as the person says."""
        from tui.screens.pick import Pick

        if found.header is None:
            problem = words_day.UNFINISHED_BROKEN.format(problem=found.problem, path=found.path)
            warn(app, problem)
            return
        fate = "keep" if found.over else "discard"
        if found.worth_asking:
            text = describe(found, self.person.now())
            options = words_day.UNFINISHED_OPTIONS
            answer = await app.push_screen_wait(
                Pick(words_day.UNFINISHED_TITLE, (text,), options, chosen=("resume",))
            )
            fate = answer[0] if answer else ""
        try:
            if fate == "resume":
                request = await asyncio.to_thread(resumed, self.person, found)
                await self.run(app, request)
            elif fate == "keep":
                await asyncio.to_thread(keep_as_is, found)
            elif fate == "discard":
                await asyncio.to_thread(discard, found)
        except (Trouble, OSError) as error:
            warn(app, str(error))

    async def first_run(self, app: AnyApp, page: str = "welcome", *, only: bool = False) -> bool:
        """The questions; afterwards the plan follows the stage. True when answered to the end."""
        from tui.screens.first_run import FirstRun

        ended = bool(await app.push_screen_wait(FirstRun(self.person, page=page, only=only)))
        await self.settle_plan(app)
        return ended

    async def settle_plan(self, app: AnyApp) -> None:
        """Let the program's own plan follow the stage."""
        person = self.person
        if person.settings.stage is None or person.settings.answers.finished_on is None:
            return
        try:
            await asyncio.to_thread(
                follow_stage,
                person.data,
                person.settings.stage,
                person.today,
                person.routine_folders,
            )
        except Trouble as trouble:
            warn(app, trouble.sentence)
        except OSError as error:
            warn(app, words_day.PLAN_NOT_KEPT.format(why=error.strerror))

    async def practice(
        self,
        app: AnyApp,
        routine: Routine,
        sessions: Sequence[SessionSummary],
        overrides: tuple[str, ...] = (),
    ) -> SessionOutcome | None:
        """Check-in, then the session; None where it did not come to one."""
        from tui.screens.check_in import CheckInScreen

        settings = self.person.settings
        checked = await app.push_screen_wait(CheckInScreen(eye_closes=settings.eye_closes))
        if checked is None or checked.decision == "not-now":
            if checked is not None and checked.answers:
                self._add(app, self._line("check-in", checked.answers))
            return None
        if checked.decision == "take":
            routine = await self._instead(routine, checked.advice.change)
        answers = dict(checked.answers)
        check_in = CheckIn(answers={**answers}) if answers else None
        return await self.session(app, routine, sessions, check_in, overrides)

    async def other(
        self, app: AnyApp, sessions: Sequence[SessionSummary], offered: Offer
    ) -> SessionOutcome | None:
        """Another routine than the one that is offered; cap and gap are said, not forced."""
        from tui.screens.ask import Ask
        from tui.screens.routines import RoutinesScreen

        chosen = await app.push_screen_wait(
            RoutinesScreen(await asyncio.to_thread(shelf, self.person))
        )
        if chosen is None:
            return None
        if not chosen.active or offered.kind not in words_day.RESTING:
            return await self.practice(app, chosen, sessions)
        time = "" if offered.from_time is None else f"{offered.from_time:%H:%M}"
        about = words_day.RESTING[offered.kind].format(time=time)
        ask = Ask(words_day.RESTING_ASK, about, words_day.RESTING_YES, words_day.RESTING_NO)
        if not await app.push_screen_wait(ask):
            return None
        return await self.practice(app, chosen, sessions, (words_day.OVERRIDES[offered.kind],))

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
        """Ask for the side where it is not known, then run the session."""
        if self.person.settings.side is None:
            await self.first_run(app, "side", only=True)
        side = self.person.settings.side
        if side is None:
            return None
        routine = await self._with_leaves(app, routine)
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
        return await self.run(app, request)

    async def _with_leaves(self, app: AnyApp, routine: Routine) -> Routine:
        """Ask once about what a therapist allows; what is not confirmed is left out."""
        from tui.screens.pick import Pick

        person = self.person
        for leave in unconfirmed(routine, person.settings):
            name = exercises()[leave.exercise].name
            text = words_day.LEAVE_TEXT.format(
                exercise=name, by=leave.by, on=leave.on, until=leave.until
            )
            answer = await app.push_screen_wait(
                Pick(words_day.LEAVE_TITLE, (text,), words_day.LEAVE_OPTIONS)
            )
            if answer == ("yes",):
                marks = (*person.settings.leaves_confirmed, mark(leave))
                person.keep(replace(person.settings, leaves_confirmed=marks), partial(warn, app))
        return without_unconfirmed(routine, person.settings)

    async def run(self, app: AnyApp, request: SessionRequest) -> SessionOutcome | None:
        """Run a session that is wholly described; say what is to be said afterwards."""
        from tui.screens.session import SessionScreen

        screen = SessionScreen(request, self._camera, clock=self._clock, sounds=self._sounds)
        outcome = await app.push_screen_wait(screen)
        if outcome is not None and outcome.exit_code and outcome.sentence:
            warn(app, outcome.sentence)
        return outcome

    async def _instead(self, routine: Routine, change: str) -> Routine:
        """What was proposed in place of `routine`."""
        if change == "lighter":
            return lighter(routine)
        return await asyncio.to_thread(find, SOFT_ROUTINE, today=self.person.today)

    def _add(self, app: AnyApp, line: DiaryLine) -> None:
        """Keep a line given outside a session."""
        try:
            add_line(self.person.data, line)
        except OSError as error:
            warn(app, words_day.NOT_KEPT.format(why=error.strerror))

    async def history(self, app: AnyApp) -> None:
        """Weeks and days."""
        from tui.screens.history import HistoryScreen

        await app.push_screen_wait(HistoryScreen(self.person))

    async def learn(self, app: AnyApp) -> None:
        """Short pages to read."""
        from tui.screens.learn import LearnScreen

        await app.push_screen_wait(LearnScreen())

    async def therapist(self, app: AnyApp) -> str:
        """One sitting with a therapist; what was kept, in a sentence."""
        from tui.setting_up import SettingUp

        return await SettingUp(app, self.person, self).run()

    async def settings(self, app: AnyApp) -> None:
        """Change anything; the plan follows a changed stage."""
        from tui.screens.settings import SettingsScreen

        async def ask(page: str) -> None:
            if page == "all":
                await self.first_run(app)
            elif page == "therapist":
                kept = await self.therapist(app)
                if kept:
                    app.notify(kept, timeout=8, markup=False)
            else:
                await self.first_run(app, page, only=True)

        await app.push_screen_wait(SettingsScreen(self.person, ask))

    async def note(self, app: AnyApp) -> None:
        """A line for oneself, outside a session."""
        from tui.screens.typed import Typed

        text = await app.push_screen_wait(Typed(words_day.NOTE_TITLE, words_day.NOTE_ABOUT))
        if text:
            self._add(app, DiaryLine(when=self.person.now(), kind="note", text=text))

    async def weekly(self, app: AnyApp) -> None:
        """The weekly questions."""
        from tui.screens.weekly import WeeklyScreen

        answers = await app.push_screen_wait(WeeklyScreen())
        if answers:
            self._add(app, self._line("weekly", answers))

    def _line(self, kind: Kind, answers: Mapping[str, int]) -> DiaryLine:
        return DiaryLine(when=self.person.now(), kind=kind, answers={**answers})


def warn(app: AnyApp, sentence: str) -> None:
    """A toast that stays long enough to be read."""
    app.notify(sentence, severity="warning", timeout=12, markup=False)
