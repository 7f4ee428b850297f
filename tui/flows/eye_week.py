"""The weekly question about an eye that does not close: gap, care, and when to go to a doctor.

On the screen with the weekly questions, in lines before a practice, once a week.
"""

import asyncio
from collections.abc import Collection

from routines.errors import Trouble
from sessions.care.eye_care import (
    Care,
    Gap,
    gap_in,
    is_asked,
    is_due,
    previous,
    seen_open,
    trend,
)
from sessions.care.triage import SORE_EYE
from sessions.history.diary import DiaryLine, add_line, kept_lines
from sessions.history.eye_gaps import in_words
from tui.flows.asking import keep_line
from tui.flows.plain_questions import Ask, Say, ask_option, ask_ticks
from tui.person.past import load_past
from tui.person.person import Person
from tui.screens.home_actions import AnyApp
from tui.texts import day as words_day
from tui.texts import eye as words
from tui.texts.dates import day_in_words


async def ask_about_eye(app: AnyApp, person: Person) -> None:
    """Ask where it is asked, keep the answer in the diary, and say what it means."""
    from tui.screens.questions.pick import Pick
    from tui.screens.questions.ticks import Ticks
    from tui.screens.questions.today import TodayCard

    if not is_asked(person.settings):
        return
    options: dict[str, str] = {**words.GAPS}
    answer = await app.push_screen_wait(Pick(words.WEEK_TITLE, (words.WEEK_ASK,), options))
    if not answer:
        return
    gap: Gap = next(key for key in words.GAPS if key == answer[0])
    care: dict[str, str] = {**words.CARE}
    ticked = await app.push_screen_wait(Ticks(words.CARE_TITLE, (words.CARE_ASK,), care))
    before = previous(await asyncio.to_thread(_lines, person))
    keep_line(app, person, _line(person, gap, ticked or ()))
    title = words.TODAY_TITLE if gap == "clear-part" else words.WEEK_TITLE
    seen = await asyncio.to_thread(_seen_open, person, gap)
    lines = week_lines(gap, before, blinks=_may_blink(person, ticked or ()), seen=seen)
    await app.push_screen_wait(TodayCard(lines, title=title, closing=""))


def week_lines(
    gap: Gap,
    before: DiaryLine | None,
    *,
    blinks: tuple[str, ...] = (words.BLINKS,),
    seen: tuple[str, ...] = (),
) -> tuple[str, ...]:
    """What the answer means, against the one before, or in its place what the camera saw that
    speaks against it (`seen`); what `blinks` says, and when to go today."""
    last = None if before is None else gap_in(before)
    lines = [words.TREND[trend(before, gap)]]
    if before is not None and last is not None:
        lines[0] += " " + words.LAST.format(
            day=day_in_words(before.when.date()), gap=words.SAID[last]
        )
    return (*lines, *(seen or (words.DO[gap],)), *blinks, words.WHEN_TODAY)


def _seen_open(person: Person, gap: Gap) -> tuple[str, ...]:
    """A sentence where the camera surely saw open what the person calls closed."""
    if gap != "closed":
        return ()
    found = seen_open(gap, load_past(person).sessions, person.settings, person.today)
    return () if found is None else (words.SEEN_OPEN.format(gap=in_words(found)),)


def _may_blink(person: Person, ticked: Collection[str]) -> tuple[str, ...]:
    """How to blink by hand, and that practice reminds of it; nothing while the eye is sore."""
    if SORE_EYE in person.settings.answers.red_flags:
        return ()
    reminded = "blinks" in ticked or person.settings.eye_closes is False
    return (words.BLINKS, words.BLINKS_REMINDED) if reminded else (words.BLINKS,)


def ask_about_eye_in_lines(person: Person, ask: Ask, say: Say) -> None:
    """The same in lines of text, where a week has gone by; the end of the input keeps nothing."""
    lines = _lines(person)
    if person.simulated or not is_due(person.settings, lines, person.today):
        return
    for text in ("", f"{words.WEEK_TITLE}.", words.WEEK_ASK):
        say(text)
    answer = ask_option({**words.GAPS}, ask, say, may_leave=True)
    if answer is None:
        return
    gap: Gap = next(key for key in words.GAPS if key == answer)
    say(words.CARE_ASK)
    ticked = ask_ticks({**words.CARE}, words.CARE_NONE, ask, say)
    if ticked is None:
        return
    try:
        add_line(person.data, _line(person, gap, ticked))
    except OSError as error:
        say(words_day.NOT_KEPT.format(why=error.strerror))
    if gap == "clear-part":
        say(f"{words.TODAY_TITLE}.")
    blinks, seen = _may_blink(person, ticked), _seen_open(person, gap)
    for text in week_lines(gap, previous(lines), blinks=blinks, seen=seen):
        say(text)


def _line(person: Person, gap: Gap, ticked: Collection[str]) -> DiaryLine:
    done: dict[Care, bool] = {key: key in ticked for key in words.CARE}
    return DiaryLine(when=person.now(), kind="eye", answers={"gap": gap, **done})


def _lines(person: Person) -> list[DiaryLine]:
    try:
        return kept_lines(person.data)
    except Trouble:
        return []
