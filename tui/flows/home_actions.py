"""What Home begins: the day itself, a practice, and the other screens.

Each is one conversation over several screens, written from top to bottom; called inside a worker.
Screens are imported when they are needed, so that Home stands there quickly.
"""

import asyncio
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from routines.errors import Trouble
from sessions.care.access import unlocked
from sessions.history.diary import DiaryLine
from sessions.live.clock import Clock
from sessions.live.request import SessionOutcome
from sessions.log.recovery import running, unfinished
from tui.flows.ask_again import ask_again
from tui.flows.asking import ask_all, ask_page, emergency_first, keep_line, warn
from tui.flows.eye_week import ask_about_eye
from tui.flows.interrupted import settle
from tui.flows.photo_consent import turn_clips, turn_photos
from tui.flows.practice_flow import Practising
from tui.flows.whole_face import turn_whole_face
from tui.person.past import load_past
from tui.person.person import Person
from tui.practice.sound import Speaker
from tui.screens.home_actions import AnyApp
from tui.texts import day as words_day
from tui.texts import unfinished as words_unfinished

if TYPE_CHECKING:
    from sessions.live.conductor import Camera
    from sessions.report.contents import Report


class Starting:
    """Begins things for `person`. Tests hand in a camera, a clock and a speaker."""

    def __init__(
        self,
        person: Person,
        *,
        camera: "Callable[[], Camera] | None" = None,
        clock: Clock | None = None,
        sounds: Speaker | None = None,
    ) -> None:
        self.person = person
        self.practising = Practising(person, camera=camera, clock=clock, sounds=sounds)

    async def day(self, app: AnyApp) -> None:
        """What comes before Home: an emergency, the very first run, interrupted practices."""
        await emergency_first(app, self.person)
        if not self.person.settings_path.exists():
            await self.first_run(app)
        try:
            if await asyncio.to_thread(running, self.person.data):
                warn(app, words_unfinished.ALREADY_RUNNING)
            begun = await asyncio.to_thread(unfinished, self.person.data)
        except Trouble as trouble:
            warn(app, trouble.sentence)
            return
        for found in begun:
            await settle(app, self.practising, found)
        await self.again(app)

    async def again(self, app: AnyApp) -> None:
        """Safety questions that are due, and what the weekly look saw."""
        await ask_again(app, self.person)
        await emergency_first(app, self.person)

    async def interrupted(self, app: AnyApp) -> SessionOutcome | None:
        """Interrupted practices until one is gone on with: how that went; None where none was."""
        for found in await asyncio.to_thread(unfinished, self.person.data):
            outcome = await settle(app, self.practising, found)
            if outcome is not None:
                return outcome
        return None

    async def first_run(self, app: AnyApp) -> bool:
        """The questions; True when they were gone through to their end."""
        ended = await ask_all(app, self.person, partial(self.example, app))
        # While no active movement is open it can wait: it is asked before the first such practice.
        if ended and unlocked(self.person.settings, self.person.today).level == "active":
            await self.practising.offer_hand(app)
        return ended

    async def example(self, app: AnyApp) -> None:
        """A short practice with the simulated patient."""
        await self.practising.example(app)

    async def history(self, app: AnyApp) -> None:
        """Weeks and days."""
        from tui.screens.history.history import HistoryScreen

        await app.push_screen_wait(HistoryScreen(self.person))

    async def report(self, app: AnyApp) -> None:
        """The report for a therapist, as text."""
        from sessions.care.for_report import about
        from sessions.report.collect import DEFAULT_WEEKS, collect
        from sessions.report.text import report_text
        from tui.screens.report import ReportScreen

        person = self.person

        def collected() -> "Report":
            said = about(person.settings, load_past(person).plan)
            return collect(person.data, person.today, DEFAULT_WEEKS, said)

        try:
            report = await asyncio.to_thread(collected)
        except Trouble as trouble:
            warn(app, trouble.sentence)
            return
        await app.push_screen_wait(ReportScreen(partial(report_text, report)))

    async def learn(self, app: AnyApp) -> None:
        """Short pages to read."""
        from tui.screens.learn import LearnScreen

        await app.push_screen_wait(LearnScreen())

    async def therapist(self, app: AnyApp) -> str:
        """One sitting with a therapist; what was kept, in a sentence."""
        from tui.flows.therapist_setup import SettingUp

        return await SettingUp(app, self.person, self.practising).run()

    async def plan(self, app: AnyApp) -> str:
        """Build, hand over and take plans and routines; what there is to say afterwards."""
        from tui.flows.plan.menu import plan_and_routines

        return await plan_and_routines(app, self.person)

    async def settings(self, app: AnyApp) -> None:
        """Change anything; the plan follows a changed stage."""
        from tui.screens.settings import SettingsScreen

        async def ask(page: str) -> None:
            if page == "all":
                await self.first_run(app)
            elif page in {"therapist", "plan"}:
                kept = await (self.plan(app) if page == "plan" else self.therapist(app))
                if kept:
                    app.notify(kept, timeout=8, markup=False)
            elif page == "photos":
                await turn_photos(app, self.person)
            elif page == "clips":
                await turn_clips(app, self.person)
            elif page == "whole-face":
                await turn_whole_face(app, self.person)
            elif page == "mirrored":
                await self.practising.ask_hand(app)
            else:
                await ask_page(app, self.person, page)

        await app.push_screen_wait(SettingsScreen(self.person, ask))

    async def note(self, app: AnyApp) -> None:
        """A line for oneself, outside a session."""
        from tui.screens.questions.typed import Typed

        text = await app.push_screen_wait(Typed(words_day.NOTE_TITLE, words_day.NOTE_ABOUT))
        if text:
            line = DiaryLine(when=self.person.now(), kind="note", text=text)
            keep_line(app, self.person, line)

    async def weekly(self, app: AnyApp) -> None:
        """The weekly questions."""
        from tui.screens.questions.weekly import WeeklyScreen

        answers = await app.push_screen_wait(WeeklyScreen())
        if answers:
            line = DiaryLine(when=self.person.now(), kind="weekly", answers={**answers})
            keep_line(app, self.person, line)
            await ask_about_eye(app, self.person)
