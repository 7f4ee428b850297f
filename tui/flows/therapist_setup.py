"""The sitting with a therapist, from the first question to the signed plan: one conversation.

Runs inside a worker of the app. Nothing is kept before the end but what was ticked as taught, and a
plan that was built and kept; leaving with escape keeps everything else as it was.
"""

import asyncio
from typing import Any

from msgspec.structs import replace
from textual.app import App

from routines.errors import Trouble
from routines.language.cells import padded
from routines.movements import MeasureKey, Side, Stage
from routines.plan import Plan
from routines.reading.library import find
from routines.writing import routine_text
from sessions.care.access import unlocked
from sessions.care.day_plan import keep_signed
from sessions.care.leave_consent import confirmed_with
from sessions.care.merging import merged
from sessions.care.therapist_file import ShownRange, Sitting, read_sitting, write_sitting
from sessions.care.therapist_plan import (
    own_set,
    plan_with,
    range_choices,
    range_routine,
    ranges_of,
    techniques,
    variants,
)
from sessions.log.record_files import read_record
from sessions.storage.file_patterns import OWN_SET
from sessions.storage.private_files import write_private
from tui.flows.asking import ask_all, emergency_first, warn
from tui.flows.practice_flow import Practising
from tui.person.open_routines import shelf
from tui.person.past import plan_state
from tui.person.person import Person
from tui.screens.questions.pick import Pick
from tui.screens.questions.ticks import Ticks
from tui.screens.questions.typed import Typed
from tui.texts import therapist as words
from tui.texts.dates import day_in_words

Ranges = dict[MeasureKey, ShownRange]
BUILD = " build"
"""In place of a routine's id: none has a blank in it."""


class Left(Exception):
    """The sitting was left before its end."""


class SettingUp:
    """One sitting for `person`; sessions are begun through `practice_flow`."""

    def __init__(self, app: App[Any], person: Person, practising: Practising) -> None:
        self._app = app
        self._person = person
        self._practising = practising
        self._taught_kept = False

    async def run(self) -> str:
        """The whole sitting; what was kept, in a sentence, or empty where nothing was."""
        try:
            return await self._sitting()
        except Left:
            return words.LEFT if self._taught_kept else ""
        except Trouble as trouble:
            warn(self._app, trouble.sentence)
        except OSError as error:
            warn(self._app, words.NOT_KEPT.format(why=error.strerror))
        return ""

    async def _sitting(self) -> str:
        person = self._person
        await emergency_first(self._app, person)
        if await self._pick(words.TITLE, words.INTRO, words.INTRO_OPTIONS) == "leave":
            raise Left
        side, stage = await self._known()
        planned = plan_state(person)
        old = await asyncio.to_thread(read_sitting, person.data)
        by = await self._by(old.by if old else "")
        await self._taught()
        ranges = dict(old.range) if old is not None and old.side == side else {}
        if stage == "flaccid":
            self._app.notify(words.FLACCID, timeout=8, markup=False)
        else:
            ranges |= await self._ranges(side, stage)
        routine_id = await self._home_set(stage, by)
        if routine_id == BUILD:
            plan = await self._built(stage, by)
        else:
            times = await self._pick(words.TIMES_TITLE, (words.TIMES_TEXT,), words.TIMES_OPTIONS)
            comment = await self._type(words.COMMENT_TITLE, words.COMMENT_ABOUT)
            plan = plan_with(stage, routine_id, int(times), by, comment, person.today)
            if plan_state(person) != planned:
                warn(self._app, words.CHANGED_MEANWHILE)
        sitting = Sitting(by=by, on=person.today, side=side, comment=plan.comment, range=ranges)
        write_sitting(person.data, sitting, old)
        if routine_id != BUILD:  # a plan that was built is kept by then
            keep_signed(person.data, plan)
        answers = replace(person.settings.answers, therapist_plan=True)
        person.change(replace(person.settings, answers=answers))
        return done_words(plan.by, plan)

    async def _by(self, before: str) -> str:
        """The therapist's name; a plan is signed with one."""
        while not (by := await self._type(words.NAME_TITLE, words.NAME_ABOUT, before)):
            warn(self._app, words.NAME_NEEDED)
        return by

    async def _taught(self) -> None:
        """Keep at once what was shown: the rest of the sitting may take long, and may be left."""
        person = self._person
        shown = person.settings.taught
        taught = await self._tick(words.TAUGHT_TITLE, words.TAUGHT_TEXT, techniques(), shown)
        person.change(
            replace(person.settings, taught=merged(shown, taught, person.settings.taught))
        )
        self._taught_kept = taught != shown

    async def _known(self) -> tuple[Side, Stage]:
        """Side and stage, asked for where they are missing."""
        person = self._person
        if person.settings.side is None or person.settings.stage is None:
            self._app.notify(words.NEED_ANSWERS, markup=False)
            await ask_all(self._app, person)
        side, stage = person.settings.side, person.settings.stage
        if side is None or stage is None:
            raise Left
        return side, stage

    async def _ranges(self, side: Side, stage: Stage) -> Ranges:
        """Measure what was ticked, and ask which of it is kept."""
        chosen = await self._tick(words.RANGE_TITLE, words.RANGE_TEXT, range_choices())
        if not chosen:
            return {}
        routine = range_routine(chosen, stage)
        outcome = await self._practising.session(self._app, routine, (), shown_ranges=False)
        if outcome is None or outcome.record is None:
            raise Left
        found = ranges_of(await asyncio.to_thread(read_record, outcome.record))
        if not found:
            self._app.notify(words.NO_RANGES, markup=False)
            return {}
        names = range_choices()
        lines = {
            str(key): words.KEEP_LINE.format(
                name=padded(names[key], 28),
                affected=shown.affected_mm,
                unaffected=shown.unaffected_mm,
            )
            for key, shown in found.items()
        }
        kept = await self._tick(words.KEEP_TITLE, words.KEEP_TEXT, lines, tuple(lines))
        return {key: shown for key, shown in found.items() if key in kept}

    async def _built(self, stage: Stage, by: str) -> Plan:
        """A plan of several exercises; what is allowed by name in this sitting is confirmed here,
        together. An earlier leave waits for the question before the routine runs."""
        from tui.flows.plan.menu import built_with

        kept = await built_with(self._app, self._person, by, stage)
        if kept is None:
            raise Left
        for routine in kept.routines:
            read = find(routine.id, self._person.routine_folders, today=self._person.today)
            given = (
                step
                for step in read.steps
                if step.leave is not None
                and (step.leave.by, step.leave.on) == (kept.plan.by, self._person.today)
            )
            given_now = replace(read, steps=tuple(given))
            self._person.change(confirmed_with(self._person.settings, given_now))
        return kept.plan

    async def _home_set(self, stage: Stage, by: str) -> str:
        """The routine for home, with what is allowed by leave added to a copy of its own; `BUILD`
        where a plan is to be built."""
        person = self._person
        found = unlocked(person.settings, person.today)
        fitting = [
            routine
            for routine in (await asyncio.to_thread(shelf, person, found)).routines
            if routine.kind == "practice" and routine.id != OWN_SET and routine.suits(stage)
        ]
        options = {routine.id: routine.name for routine in fitting}
        chosen = await self._pick(words.ROUTINE_TITLE, (), options | {BUILD: words.BUILD})
        if chosen == BUILD:
            return BUILD
        offered = variants(stage)
        allowed: tuple[str, ...] = ()
        if offered:
            allowed = await self._tick(words.VARIANTS_TITLE, words.VARIANTS_TEXT, offered)
        if not allowed:
            return chosen
        weeks = await self._pick(words.WEEKS_TITLE, (words.WEEKS_TEXT,), words.WEEKS_OPTIONS)
        base = find(chosen, person.routine_folders, today=person.today)
        made = own_set(base, allowed, by, person.today, int(weeks))
        write_private(person.data / "routines" / f"{OWN_SET}.toml", routine_text(made))
        person.change(confirmed_with(person.settings, made))
        return OWN_SET

    # One question each

    async def _pick(self, title: str, texts: tuple[str, ...], options: dict[str, str]) -> str:
        answer = await self._app.push_screen_wait(Pick(title, texts, options))
        if answer is None:
            raise Left
        return answer[0]

    async def _tick(
        self, title: str, text: str, options: dict[str, str], chosen: tuple[str, ...] = ()
    ) -> tuple[str, ...]:
        answer = await self._app.push_screen_wait(Ticks(title, (text,), options, chosen))
        if answer is None:
            raise Left
        return answer

    async def _type(self, title: str, about: str, text: str = "") -> str:
        answer = await self._app.push_screen_wait(Typed(title, about, text))
        if answer is None:
            raise Left
        return answer


def done_words(by: str, plan: Plan) -> str:
    """What the sitting ends with; a plan that was built may have no day of review."""
    if plan.review is None:
        return words.DONE_NO_REVIEW.format(by=by)
    return words.DONE.format(by=by, review=day_in_words(plan.review))
