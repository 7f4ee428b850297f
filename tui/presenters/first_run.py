"""The pages of the first run: which there are, when each is asked, and what its answer changes.

Pure: settings in, settings out. The side is taken from the person's hand and word alone. Pages
that do not apply are left out, so that nobody is asked about a plan he does not need.
"""

from collections.abc import Callable
from datetime import date
from typing import Any, Literal, cast

import msgspec
from msgspec.structs import replace

from routines.movements import LINKED_NAMES, LinkedPair, LinkedSide
from sessions.care.access import THERAPIST_LIFTS
from sessions.care.linked_pairs import on_side, with_pairs
from sessions.care.settings import Answers, Settings
from sessions.care.triage import flags_for_today
from tui.texts.linked import LINKED, side_page

Kind = Literal["read", "one", "many", "date", "side", "sound", "name", "end"]
Value = tuple[str, ...]
"""What was chosen: keys of the page's options; empty for none of them."""


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """One page. `get` gives the earlier answer (None: not answered), `put` keeps a new one."""

    id: str
    kind: Kind = "one"
    get: Callable[[Settings], Value | None] = lambda settings: None
    put: Callable[[Settings, Value], Settings] = lambda settings, value: settings
    asked: Callable[[Settings], bool] = lambda settings: True
    day: Callable[[Settings], date | None] = lambda settings: None
    """The earlier answer of a page that asks for a date."""
    put_day: Callable[[Settings, date | None], Settings] = lambda settings, day: settings


def pages(settings: Settings) -> list[Page]:
    """The pages that apply to what was answered so far, in order."""
    return [page for page in _PAGES if page.asked(settings)]


def page(page_id: str) -> Page:
    """The page called `page_id`."""
    return _PAGES[_position(page_id)]


def after(page_id: str, settings: Settings) -> Page | None:
    """The page that follows `page_id`, or None after the last."""
    found = _position(page_id)
    return next((page for page in _PAGES[found + 1 :] if page.asked(settings)), None)


def before(page_id: str, settings: Settings) -> Page | None:
    """The page that comes before `page_id`, or None before the first."""
    found = _position(page_id)
    return next((page for page in reversed(_PAGES[:found]) if page.asked(settings)), None)


def more_linked(page_id: str, settings: Settings) -> Page | None:
    """What else is asked of linked movement after `page_id`, one of its pages."""
    following = after(page_id, settings)
    return following if following is not None and following.id in LINKED else None


def finish(settings: Settings, today: date) -> Settings:
    """The first run was gone through to its end."""
    return _answer(settings, finished_on=today, toxin_asked_on=today)


def began(settings: Settings, onset: date | None) -> Settings:
    """When the palsy began; None where it is not known."""
    return _answer(settings, onset=onset)


def injected(settings: Settings, toxin_on: date | None) -> Settings:
    """When botulinum toxin was given last; None where it is not known."""
    return _answer(settings, toxin_on=toxin_on)


def eye_doctor(page_id: str, settings: Settings) -> bool:
    """Whether the answer to `page_id` is a matter for an eye doctor: a gap stays."""
    return page_id == "eye-closes" and settings.eye_closes is False


def at_once(page_id: str, settings: Settings) -> tuple[str, ...]:
    """What the answer to `page_id` makes a matter for a doctor today: keys of `HOLDS`."""
    if page_id == "flags":
        return flags_for_today(settings)
    if page_id == "seen-by-doctor" and settings.answers.seen_by_doctor is not True:
        return ("seen-by-doctor",)
    return ()


def _position(page_id: str) -> int:
    return [page.id for page in _PAGES].index(page_id)


def _answer(settings: Settings, **changes: Any) -> Settings:
    return replace(settings, answers=replace(settings.answers, **changes))


def _truth(name: str) -> dict[str, Any]:
    """`get` and `put` of a yes / no / not sure answer among the answers."""

    def get(settings: Settings) -> Value | None:
        return _truth_of(settings, getattr(settings.answers, name), "unsure")

    def put(settings: Settings, value: Value) -> Settings:
        return _answer(settings, **{name: _said(value)})

    return {"get": get, "put": put}


_TRUTH = {True: "yes", False: "no", None: "unsure"}


def _said(value: Value) -> bool | None:
    return {"yes": True, "no": False}.get(value[0])


def _ticked(name: str) -> dict[str, Any]:
    """`get` and `put` of a list among the answers; not answered until something was ticked."""

    def get(settings: Settings) -> Value | None:
        return getattr(settings.answers, name) or _none_if(settings.answers)

    def put(settings: Settings, value: Value) -> Settings:
        return _answer(settings, **{name: value})

    return {"get": get, "put": put}


def _none_if(answers: Answers) -> Value | None:
    """Nothing ticked counts as an answer only once the first run was finished."""
    return () if answers.finished_on is not None else None


def _staged(settings: Settings, value: Value) -> Settings:
    stage = None if value[0] == "unsure" else value[0]
    staged = replace(settings, stage=stage)
    return _linked(staged, ("no",)) if stage == "flaccid" else staged


def _linked(settings: Settings, value: Value) -> Settings:
    """Without linked movement there are no pairs of it."""
    known = value == ("yes",)
    if known:
        return replace(settings, known_linked=True)
    return with_pairs(replace(settings, known_linked=False, linked_fingers=()), ())


def _is_linked(settings: Settings) -> bool:
    return settings.known_linked and settings.stage != "flaccid"


def _side_of(pair: LinkedPair) -> Page:
    """On which side a pair shows; the weak one is offered where it was not asked yet."""
    return Page(
        id=side_page(pair),
        get=lambda settings: (settings.linked_sides.get(pair, "affected"),),
        put=lambda settings, value: on_side(settings, pair, cast(LinkedSide, value[0])),
        asked=lambda settings: _is_linked(settings) and pair in settings.linked_pairs,
    )


def _tense(settings: Settings) -> Value | None:
    answers = settings.answers
    said = tuple(key for key in ("tight", "spasm") if getattr(answers, key))
    return said or _none_if(answers)


def _asks_plan(settings: Settings) -> bool:
    return any(item in THERAPIST_LIFTS for item in settings.answers.not_for)


def _was_operated(settings: Settings) -> bool:
    return settings.answers.cause in {"surgery", "injury", "growth", "other"} or (
        "graft-or-surgery" in settings.answers.not_for
    )


def _one_of(value: str | None) -> Value | None:
    return None if value is None else (value,)


def _known(settings: Settings, value: str | None) -> Value | None:
    """`value`, or "unsure" where a finished first run left it open."""
    if value is None and settings.answers.finished_on is not None:
        return ("unsure",)
    return _one_of(value)


def _truth_of(settings: Settings, value: bool | None, left_open: str) -> Value | None:
    """`value` as a word, or `left_open` where a finished first run left it open."""
    if value is None:
        return _one_of(left_open) if settings.answers.finished_on is not None else None
    return (_TRUTH[value],)


_PAGES: tuple[Page, ...] = (
    Page(id="welcome", kind="read"),
    Page(id="flags", kind="many", **_ticked("red_flags")),
    Page(id="not-for", kind="many", **_ticked("not_for")),
    Page(
        id="toxin-date",
        kind="date",
        asked=lambda settings: "botulinum" in settings.answers.not_for,
        day=lambda settings: settings.answers.toxin_on,
        put_day=injected,
    ),
    Page(id="therapist-plan", **_truth("therapist_plan"), asked=_asks_plan),
    Page(id="seen-by-doctor", **_truth("seen_by_doctor")),
    Page(id="causes-ruled-out", **_truth("causes_ruled_out")),
    Page(id="swelling-settled", **_truth("swelling_settled")),
    Page(id="exercises-agreed", **_truth("exercises_agreed")),
    Page(
        id="cause",
        get=lambda settings: _one_of(settings.answers.cause),
        put=lambda settings, value: _answer(settings, cause=value[0]),
    ),
    Page(id="operated", kind="many", **_ticked("operated"), asked=_was_operated),
    Page(id="onset", kind="date", day=lambda settings: settings.answers.onset, put_day=began),
    Page(
        id="side",
        kind="side",
        get=lambda settings: _one_of(settings.side),
        put=lambda settings, value: replace(settings, side=value[0]),
    ),
    Page(id="stage", get=lambda settings: _known(settings, settings.stage), put=_staged),
    Page(id="regions", kind="many", **_ticked("regions")),
    Page(
        id="tension",
        kind="many",
        get=_tense,
        put=lambda settings, value: _answer(
            settings, tight="tight" in value, spasm="spasm" in value
        ),
    ),
    Page(
        id="eye-closes",
        get=lambda settings: _truth_of(settings, settings.eye_closes, "unsure"),
        put=lambda settings, value: replace(settings, eye_closes=_said(value)),
    ),
    Page(
        id="eye-covered",
        get=lambda settings: ("yes" if settings.eye_covered else "no",),
        put=lambda settings, value: replace(settings, eye_covered=value == ("yes",)),
    ),
    Page(
        id="linked",
        get=lambda settings: _truth_of(settings, settings.known_linked or None, "no"),
        put=_linked,
        asked=lambda settings: settings.stage != "flaccid",
    ),
    Page(
        id="linked-pairs",
        kind="many",
        get=lambda settings: settings.linked_pairs or _none_if(settings.answers),
        put=lambda settings, value: with_pairs(settings, cast(tuple[LinkedPair, ...], value)),
        asked=_is_linked,
    ),
    *(_side_of(pair) for pair in LINKED_NAMES),
    Page(
        id="linked-fingers",
        kind="many",
        get=lambda settings: settings.linked_fingers,
        put=lambda settings, value: replace(settings, linked_fingers=value),
        asked=_is_linked,
    ),
    Page(id="sound", kind="sound"),
    Page(
        id="view",
        get=lambda settings: (settings.view,),
        put=lambda settings, value: replace(settings, view=value[0]),
    ),
    Page(id="name", kind="name"),
    Page(id="where", kind="read"),
    Page(id="end", kind="end"),
)
