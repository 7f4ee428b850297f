"""The weekly question about an eye that does not close: gap, care, and when to go to a doctor."""

import asyncio

from routines.errors import Trouble
from sessions.care.eye_care import Care, Gap, gap_in, is_asked, previous, trend
from sessions.history.diary import DiaryLine, kept_lines
from tui.flows.asking import keep_line
from tui.person.person import Person
from tui.screens.home_actions import AnyApp
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
    before = await asyncio.to_thread(_before, person)
    done: dict[Care, bool] = {key: key in (ticked or ()) for key in words.CARE}
    line = DiaryLine(when=person.now(), kind="eye", answers={"gap": gap, **done})
    keep_line(app, person, line)
    title = words.TODAY_TITLE if gap == "clear-part" else words.WEEK_TITLE
    await app.push_screen_wait(TodayCard(week_lines(gap, before), title=title, closing=""))


def week_lines(gap: Gap, before: DiaryLine | None) -> tuple[str, ...]:
    """What the answer means, against the one before, and when to go today."""
    last = None if before is None else gap_in(before)
    lines = [words.TREND[trend(before, gap)]]
    if before is not None and last is not None:
        lines[0] += " " + words.LAST.format(
            day=day_in_words(before.when.date()), gap=words.SAID[last]
        )
    return (*lines, words.DO[gap], words.BLINKS, words.WHEN_TODAY)


def _before(person: Person) -> DiaryLine | None:
    try:
        return previous(kept_lines(person.data))
    except Trouble:
        return None
