"""What may be asked after a practice: were the sides swapped, and what the log suggests next.

One thing at a time, each with its reason, asked and never decided. A suggestion that was declined
is not repeated for two weeks.
"""

import asyncio
from datetime import timedelta
from functools import partial
from typing import Any

from msgspec.structs import replace
from textual.app import App

from routines.errors import Trouble
from routines.model import Routine
from routines.movements import other_side
from routines.reading.library import find
from sessions.care.linked_pairs import with_pair
from sessions.care.own_dose import keep_dose, may_change, with_proposal
from sessions.care.side_check import maybe_swapped
from sessions.care.stage_today import stage_today
from sessions.history.found_pairs import found_pairs
from sessions.history.proposals import Proposal, proposals
from tui.flows.ask_again import ask_about_movement
from tui.flows.asking import settle_plan
from tui.person.past import Past, load_past
from tui.person.person import Person
from tui.screens.questions.pick import Pick
from tui.texts import day as words_day

AGAIN_AFTER = timedelta(days=14)


class Afterwards:
    """The questions after one practice of `person`."""

    def __init__(self, app: App[Any], person: Person) -> None:
        self._app = app
        self._person = person
        self._warn = partial(app.notify, severity="warning", timeout=12, markup=False)

    async def ask(self, routine: Routine) -> str:
        """Ask what there is to ask; the page of the first run to show next, or empty."""
        past = await asyncio.to_thread(load_past, self._person)
        if not past.sessions:
            return ""
        await self._swapped(past)
        if routine.kind == "weekly-look":
            return "linked" if await ask_about_movement(self._app, self._person) else ""
        if routine.kind == "record":
            await self._found_pairs(past)
        return await self._suggest(past, routine.id) if routine.kind == "practice" else ""

    async def _found_pairs(self, past: Past) -> None:
        """Linked movement that this check-up saw and the person has not named, pair by pair."""
        person, settings, last = self._person, self._person.settings, past.sessions[-1]
        if last.side != settings.side or stage_today(settings) in {None, "flaccid"}:
            return
        for found in found_pairs(last, settings.known_linked, settings.linked_pairs):
            if found.pair is None or self._declined(found):
                continue
            text = f"{found.because}\n\n{found.sentence}"
            answer = await self._pick(words_day.SUGGEST_TITLE, text, words_day.SUGGEST_PAIR)
            now = person.settings  # another window may have been asked meanwhile
            if answer == "yes":
                person.keep(with_pair(now, found.pair), self._warn)
                await settle_plan(self._app, person)
            elif answer == "no":
                self._decline(found)

    async def _swapped(self, past: Past) -> None:
        """Asked once in a lifetime, and only with a reason."""
        person, settings = self._person, self._person.settings
        if (
            settings.sides_confirmed
            or settings.side is None
            or not maybe_swapped(past.sessions[-1])
        ):
            return
        names = {"side": settings.side, "other": other_side(settings.side)}
        answer = await self._pick(
            words_day.SWAPPED_TITLE,
            words_day.SWAPPED.format(**names),
            {key: text.format(**names) for key, text in words_day.SWAPPED_OPTIONS.items()},
        )
        if answer:
            now = person.settings  # another window may have been asked meanwhile
            swap = answer == "swap" and now.side == settings.side
            side = other_side(settings.side) if swap else now.side
            person.keep(replace(now, side=side, sides_confirmed=True), self._warn)

    async def _suggest(self, past: Past, routine_id: str) -> str:
        """What the log suggests, one after another."""
        person = self._person
        stage = stage_today(person.settings)
        if stage is None:
            return ""
        try:
            routine = find(
                routine_id,
                person.routine_folders,
                today=person.today,
                ear_surgery=person.ear_surgery,
            )
        except Trouble:
            return ""
        regions = person.settings.answers.regions
        for proposal in proposals(past.sessions, routine, stage, regions):
            if not self._declined(proposal) and await self._offer(proposal, routine, past):
                return "stage"
        return ""

    async def _offer(self, proposal: Proposal, routine: Routine, past: Past) -> bool:
        """Ask about one suggestion; True when the stage is to be looked at."""
        person = self._person
        dose = bool(proposal.exercise)
        own = may_change(person.data, routine, past.plan)
        options = words_day.SUGGEST_DOSE if dose else words_day.SUGGEST_STAGE
        texts = [proposal.because, proposal.sentence]
        if dose and not own:
            options = words_day.SUGGEST_SHOW
            texts.append(words_day.SUGGEST_THERAPIST)
        answer = await self._pick(words_day.SUGGEST_TITLE, "\n\n".join(texts), options)
        if answer == "yes" and dose:
            try:
                await asyncio.to_thread(keep_dose, person.data, with_proposal(routine, proposal))
            except OSError as error:
                self._warn(words_day.NOT_KEPT.format(why=error.strerror))
        elif answer in {"no", "yes"}:
            self._decline(proposal)
        return answer == "yes" and not dose

    def _decline(self, proposal: Proposal) -> None:
        settings = self._person.settings
        declined = {**settings.declined, _name(proposal): self._person.today}
        self._person.keep(replace(settings, declined=declined), self._warn)

    def _declined(self, proposal: Proposal) -> bool:
        last = self._person.settings.declined.get(_name(proposal))
        return last is not None and self._person.today - last < AGAIN_AFTER

    async def _pick(self, title: str, text: str, options: dict[str, str]) -> str:
        answer = await self._app.push_screen_wait(Pick(title, (text,), options))
        return answer[0] if answer else ""


def _name(proposal: Proposal) -> str:
    return f"{proposal.kind} {proposal.pair or proposal.exercise}".strip()
