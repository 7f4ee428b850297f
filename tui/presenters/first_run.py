"""The first run as pages of questions in five themes: the way through them, and where it goes on.

A page holds one question, or a few that belong together and are asked in turn. It may be left at
any question: each answer is kept with the place that was reached. What decides nothing before
the first practice is asked after it (`LATER`). Pure: settings in, settings out.
"""

from collections.abc import Iterator
from datetime import date
from typing import Final, Literal

import msgspec
from msgspec.structs import replace

from routines.movements import LINKED_NAMES
from sessions.care.asked_again import MONTH
from sessions.care.settings import Settings
from sessions.care.triage import flags_for_today
from tui.presenters.first_run_questions import Question, question
from tui.texts.linked import LINKED, side_page

Theme = Literal["welcome", "safety", "palsy", "face", "ready"]
THEMES: Final[tuple[Theme, ...]] = ("welcome", "safety", "palsy", "face", "ready")


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """What is asked together, by the ids of its questions."""

    theme: Theme
    questions: tuple[str, ...]

    @property
    def id(self) -> str:
        """Called after its first question."""
        return self.questions[0]

    def asked(self, settings: Settings) -> list[Question]:
        """The questions that apply to what was answered so far, in order."""
        found = (question(each) for each in self.questions)
        return [each for each in found if _before_practice(each, settings)]


def _before_practice(asked: Question, settings: Settings) -> bool:
    """Whether it is asked before the first practice; while nothing moves some of it can wait."""
    waits = settings.stage == "flaccid" and asked.id in ("onset", "tension")
    return asked.asked(settings) and not waits


PAGES: Final = (
    Page(theme="welcome", questions=("welcome",)),
    Page(theme="safety", questions=("flags",)),
    Page(theme="safety", questions=("not-for", "toxin-date", "therapist-plan")),
    Page(theme="safety", questions=("doctor",)),
    Page(theme="palsy", questions=("side",)),
    Page(theme="palsy", questions=("stage", "onset")),
    Page(
        theme="face",
        questions=(
            "tension",
            "linked",
            "linked-pairs",
            *(side_page(pair) for pair in LINKED_NAMES),
        ),
    ),
    Page(theme="face", questions=("eye-closes", "eye-covered")),
    Page(theme="ready", questions=("end",)),
)
FACTS: Final = ("cause", "operated", "onset", "tension")
"""Of these nothing depends before the first practice: no air is held until the cause is said. While
something moves, onset and tension choose that practice, and are asked before it."""
LATER: Final = (*FACTS, "sound", "view", "regions", "linked-fingers", "name", "where")
"""Asked after the first practice; sound before it where a plan has steps with closed eyes."""
MOST_LATER = 5
"""Questions after one practice; the others come after the next."""
_IN_PAGES: Final = {each for page in PAGES for each in page.questions}
ORDER: Final = (
    *(each for page in PAGES for each in page.questions),
    *(each for each in LATER if each not in _IN_PAGES),
)
"""Every question by its id."""


def pages(settings: Settings) -> list[Page]:
    """The pages that apply to what was answered so far, in order."""
    return [page for page in PAGES if page.asked(settings)]


def questions(settings: Settings) -> list[Question]:
    """The questions of these pages, in order."""
    return [each for page in PAGES for each in page.asked(settings)]


def page_of(question_id: str) -> Page:
    """The page on which it is asked; one that is asked later stands alone."""
    alone = Page(theme="ready", questions=(question_id,))
    return next((page for page in PAGES if question_id in page.questions), alone)


def after(question_id: str, settings: Settings) -> Question | None:
    """The question that follows `question_id`, or None after the last."""
    return next(_following(question_id, settings, 1), None)


def before(question_id: str, settings: Settings) -> Question | None:
    """The question that comes before `question_id`, or None before the first."""
    return next(_following(question_id, settings, -1), None)


def _following(question_id: str, settings: Settings, step: int) -> Iterator[Question]:
    ids = [each for page in PAGES for each in page.questions]
    if question_id not in ids:
        return
    here = ids.index(question_id)
    others = ids[here + 1 :] if step > 0 else reversed(ids[:here])
    yield from (found for found in map(question, others) if _before_practice(found, settings))


def more_linked(question_id: str, settings: Settings) -> Question | None:
    """What else is asked of linked movement after `question_id`, where it is asked by itself."""
    ids = list(LINKED)
    found = map(question, ids[ids.index(question_id) + 1 :])
    return next((each for each in found if each.asked(settings)), None)


def start(settings: Settings, today: date) -> str:
    """The question to begin with: where it was left, if that is less than a month ago.

    Warning signs are asked about once a month, so an older beginning is not gone on with.
    """
    answers = settings.answers
    on = answers.reached_on
    if answers.finished_on is not None or on is None or not timely(on, today):
        return "welcome"
    asked = {each.id for each in questions(settings)}
    return answers.reached if answers.reached in asked else "welcome"


def timely(on: date, today: date) -> bool:
    """Whether what was answered `on` a day needs no asking again."""
    return on <= today and today - on < MONTH


def reached(settings: Settings, question_id: str, today: date) -> Settings:
    """An unfinished first run goes on at `question_id`.

    The date stays that of its first answer: by it the warning signs are known to be fresh.
    """
    answers = settings.answers
    if answers.finished_on is not None:
        return settings
    first = answers.reached_on
    since = first if first is not None and answers.reached and timely(first, today) else today
    return replace(settings, answers=replace(answers, reached=question_id, reached_on=since))


def finish(settings: Settings, today: date) -> Settings:
    """The first run was gone through to its end; what is left for later is noted the first time.

    Until sounds were chosen they are the softest, because the palsied ear may hurt.
    """
    answers = settings.answers
    changed = replace(answers, finished_on=today, toxin_asked_on=today, reached="", reached_on=None)
    settings = replace(settings, answers=changed)
    if answers.finished_on is not None:
        return settings
    asked = {each.id for each in questions(settings)}
    left = tuple(each for each in LATER if each not in asked)
    return replace(settings, still_to_ask=left, sound=replace(settings.sound, level=1))


def later(settings: Settings) -> list[Question]:
    """What is still to be asked after a practice, in order."""
    left = [question(each) for each in LATER if each in settings.still_to_ask]
    return [each for each in left if each.asked(settings)]


def asked_later(settings: Settings, question_id: str) -> Settings:
    """`question_id` was put after a practice, whether it was answered or not.

    What was operated is put again until it is answered: only that opens what holds air.
    """
    left = tuple(each for each in settings.still_to_ask if each != question_id)
    return settings if question_id == "operated" else replace(settings, still_to_ask=left)


def eye_doctor(question_id: str, settings: Settings) -> bool:
    """Whether the answer is a matter for an eye doctor: a gap stays."""
    return question_id == "eye-closes" and settings.eye_closes is False


def at_once(question_id: str, settings: Settings) -> tuple[str, ...]:
    """What the answer makes a matter for a doctor today: keys of `HOLDS`."""
    if question_id == "flags":
        return flags_for_today(settings)
    if question_id == "doctor" and settings.answers.seen_by_doctor is not True:
        return ("seen-by-doctor",)
    return ()
