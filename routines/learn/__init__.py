"""Short pages to read: what helps to know about a face that is weak on one side.

Facts only, none of them about the reader: no forecast, no diagnosis. Each page is one Markdown
file beside this one; its first line is its title.
"""

from functools import cache
from importlib import resources

import msgspec

from routines.errors import Trouble
from routines.language import _
from routines.language.lists import sentences
from routines.language.pages import translated_page
from routines.program import COMMAND
from routines.reading.problems import did_you_mean

ORDER: tuple[str, ...] = (
    "doctor",
    "what-to-expect",
    "medicines",
    "causes",
    "nerve",
    "muscles",
    "eye",
    "pain",
    "small-and-slow",
    "massage",
    "linked-movement",
    "long-standing",
    "eating",
    "drinking",
    "drooling",
    "speaking",
    "dry-mouth",
    "sound-and-taste",
    "being-seen",
    "later-options",
    "this-program",
)
"""As someone might read them, the first days first."""


class Topic(msgspec.Struct, frozen=True, kw_only=True):
    """One page."""

    id: str
    title: str
    text: str
    """Plain paragraphs and dashes, lines under 80 characters, without the title."""


@cache
def topics() -> tuple[Topic, ...]:
    """All pages in reading order."""
    folder = resources.files("routines.learn")
    found: list[Topic] = []
    for topic_id in ORDER:
        title, _newline, text = (
            folder.joinpath(f"{topic_id}.md").read_text(encoding="utf-8").partition("\n")
        )
        found.append(
            Topic(
                id=topic_id,
                title=_(title.removeprefix("# ")),
                text=translated_page(text.strip()),
            )
        )
    return tuple(found)


def topic(topic_id: str) -> Topic:
    """The page of that id. Raises Trouble with the nearest one for an unknown id."""
    for page in topics():
        if page.id == topic_id:
            return page
    raise Trouble(
        sentences(
            (
                _('There is no page "{topic_id}".').format(topic_id=topic_id),
                did_you_mean(topic_id, ORDER),
                _("See them all with: {command} learn").format(command=COMMAND),
            )
        )
    )
