"""What a page of the first run says to this person."""

from sessions.care.access import unlocked
from tui.person.person import Person
from tui.presenters import first_run
from tui.presenters.first_run import Page
from tui.texts import first_run as words
from tui.texts import holds as words_holds


def page_texts(page: Page, person: Person) -> tuple[str, ...]:
    """The paragraphs of `page`; the last one says what is open now, and why not more."""
    text = words.PAGES[page.id].text
    if page.id == "where":
        return tuple(each.format(folder=person.data_shown) for each in text)
    if page.kind == "end":
        found = unlocked(first_run.finish(person.settings, person.today), person.today)
        return (words_holds.END[found.level], *(words_holds.HOLDS[key] for key in found.held_by))
    if page.id == "welcome":
        return (*text, words.SKIP_NOTE)
    return text
