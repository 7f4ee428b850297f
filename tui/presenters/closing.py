"""What the closing picture after a practice says. Pure."""

from datetime import datetime

import msgspec

from sessions.care.next_practice import own_sessions
from tui.person.past import Past
from tui.person.person import Person
from tui.presenters.week import good_thing, of_this_side, week_of, when_next


class Closing(msgspec.Struct, frozen=True, kw_only=True):
    """The week, and the sentences below it."""

    week: tuple[int, ...]
    today: int
    """Number of the day in the week, Monday is 0."""
    good: str = ""
    """One good thing that is true; empty where none is."""
    next: str = ""
    """The next practice; empty where none is known."""

    @property
    def lines(self) -> tuple[str, ...]:
        """The sentences, from top to bottom."""
        return tuple(line for line in (self.good, self.next) if line)


def closing(person: Person, past: Past, now: datetime) -> Closing:
    """The picture as it stands after the last practice in `past`."""
    settings = person.settings
    own = own_sessions(settings, past.sessions)
    return Closing(
        week=week_of(own, now.date()),
        today=now.weekday(),
        good=good_thing(of_this_side(settings, own), now.date(), past.own_error),
        next=when_next(person, past, now),
    )
