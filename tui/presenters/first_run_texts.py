"""What a page of the first run says to this person."""

from datetime import date

from sessions.care.access import unlocked
from tui.person.person import Person
from tui.presenters import first_run
from tui.presenters.first_run import THEMES, Page
from tui.presenters.first_run_questions import Question
from tui.texts import first_run as words
from tui.texts import holds as words_holds
from tui.texts.dates import about_day, day_in_words, how_long, understand

MOST_ABOVE = 3
"""Lines of earlier answers above the question that is asked: more would hide it."""


def question_texts(question: Question, person: Person) -> tuple[str, ...]:
    """The paragraphs of `question`; the last one says what is open now, and why not more."""
    text = words.PAGES[question.id].text
    if question.id == "where":
        return tuple(each.format(folder=person.data_shown) for each in text)
    if question.kind == "end":
        found = unlocked(first_run.finish(person.settings, person.today), person.today)
        said = tuple(words_holds.HOLDS[key] for key in found.held_by)
        # What is the work while nothing moves says by itself what is open.
        return said if found.held_by == ("flaccid",) else (words_holds.END[found.level], *said)
    return text


def place_of(page: Page) -> str:
    """Which of the themes it is, such as "Safety 2 of 5"."""
    number = THEMES.index(page.theme) + 1
    return words.PLACE.format(theme=words.THEMES[page.theme], number=number, count=len(THEMES))


def answers_above(page: Page, question: Question, person: Person) -> list[str]:
    """The answers to the questions of `page` before this one, the latest ones.

    A list of which nothing was ticked is left out: "None of these" names no list.
    """
    before = page.questions[: page.questions.index(question.id)]
    asked = (each for each in page.asked(person.settings) if each.id in before)
    told = (each for each in asked if each.kind != "many" or each.get(person.settings))
    return [answer_of(each, person) for each in told][-MOST_ABOVE:]


def answer_of(question: Question, person: Person) -> str:
    """The answer as it stands, in the words of its options."""
    text = words.PAGES[question.id]
    if question.kind == "date":
        day = question.day(person.settings)
        return words.NOT_KNOWN if day is None else about_day(day)
    chosen = question.get(person.settings) or ()
    said = ", ".join(text.options[key] for key in chosen if key in text.options)
    return said or text.none or words.NOT_KNOWN


def understood(typed: str, today: date) -> str:
    """A typed day, shown back; empty where it is none."""
    day = understand(typed, today)
    if day is None:
        return ""
    return words.DATE_ENTER.format(day=day_in_words(day), ago=how_long((today - day).days))
