"""The questions of the first run: when each applies, its earlier answer, what a new one changes.

Pure: settings in, settings out. The side is taken from the person's hand and word alone. Questions
that do not apply are left out, so that nobody is asked about a plan that is not needed.
"""

from collections.abc import Callable
from datetime import date
from typing import Any, Literal, cast

import msgspec
from msgspec.structs import replace

from routines.movements import LINKED_NAMES, LinkedPair, LinkedSide
from sessions.care.access import THERAPIST_LIFTS, may_be_operated
from sessions.care.linked_pairs import on_side, with_pairs
from sessions.care.settings import Answers, Settings
from tui.texts.linked import side_page

Kind = Literal["read", "one", "many", "date", "side", "sound", "name", "end"]
Value = tuple[str, ...]
"""What was chosen: keys of the question's options; empty for none of them."""


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """One question. `get` gives the earlier answer (None: not answered), `put` keeps a new one."""

    id: str
    kind: Kind = "one"
    get: Callable[[Settings], Value | None] = lambda settings: None
    put: Callable[[Settings, Value], Settings] = lambda settings, value: settings
    asked: Callable[[Settings], bool] = lambda settings: True
    day: Callable[[Settings], date | None] = lambda settings: None
    """The earlier answer of a question for a date."""
    put_day: Callable[[Settings, date | None], Settings] = lambda settings, day: settings


def question(question_id: str) -> Question:
    """The question called `question_id`."""
    return _BY_ID[question_id]


def began(settings: Settings, onset: date | None) -> Settings:
    """When the palsy began; None where it is not known."""
    return _answer(settings, onset=onset)


def injected(settings: Settings, toxin_on: date | None) -> Settings:
    """When botulinum toxin was given last; None where it is not known."""
    return _answer(settings, toxin_on=toxin_on)


def _answer(settings: Settings, **changes: Any) -> Settings:
    return replace(settings, answers=replace(settings.answers, **changes))


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


_AGREED = {
    "seen-by-doctor": "seen_by_doctor",
    "causes-ruled-out": "causes_ruled_out",
    "swelling-settled": "swelling_settled",
    "exercises-agreed": "exercises_agreed",
}
"""What has to be so before active movement. One list of ticks: only a tick is a yes."""


def _agreed_get(settings: Settings) -> Value | None:
    answers = settings.answers
    said = {key: getattr(answers, name) for key, name in _AGREED.items()}
    if all(value is None for value in said.values()):
        return _none_if(answers)
    return tuple(key for key, value in said.items() if value is True)


def _agreed_put(settings: Settings, value: Value) -> Settings:
    """What is not ticked is no, or not sure; neither opens anything."""
    return _answer(settings, **{name: key in value for key, name in _AGREED.items()})


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


def _side_of(pair: LinkedPair) -> Question:
    """On which side a pair shows; the weak one is offered where it was not asked yet."""
    return Question(
        id=side_page(pair),
        get=lambda settings: (settings.linked_sides.get(pair, "affected"),),
        put=lambda settings, value: on_side(settings, pair, cast(LinkedSide, value[0])),
        asked=lambda settings: _is_linked(settings) and pair in settings.linked_pairs,
    )


def _tense(settings: Settings) -> Value | None:
    answers = settings.answers
    said = tuple(key for key in ("tight", "spasm") if getattr(answers, key))
    return said or (None if "tension" in settings.still_to_ask else _none_if(answers))


def _asks_plan(settings: Settings) -> bool:
    return any(item in THERAPIST_LIFTS for item in settings.answers.not_for)


def _operated_get(settings: Settings) -> Value | None:
    waits = "operated" in settings.still_to_ask
    return settings.answers.operated or (None if waits else _none_if(settings.answers))


def _operated_put(settings: Settings, value: Value) -> Settings:
    """Answered, wherever it was asked: it no longer keeps air from being held (`holds_no_air`)."""
    left = tuple(each for each in settings.still_to_ask if each != "operated")
    return _answer(replace(settings, still_to_ask=left), operated=value)


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


_QUESTIONS: tuple[Question, ...] = (
    Question(id="welcome", kind="read"),
    Question(id="flags", kind="many", **_ticked("red_flags")),
    Question(id="not-for", kind="many", **_ticked("not_for")),
    Question(
        id="toxin-date",
        kind="date",
        asked=lambda settings: "botulinum" in settings.answers.not_for,
        day=lambda settings: settings.answers.toxin_on,
        put_day=injected,
    ),
    Question(
        id="therapist-plan",
        get=lambda settings: _truth_of(settings, settings.answers.therapist_plan or None, "no"),
        put=lambda settings, value: _answer(settings, therapist_plan=value == ("yes",)),
        asked=_asks_plan,
    ),
    Question(id="doctor", kind="many", get=_agreed_get, put=_agreed_put),
    Question(
        id="cause",
        get=lambda settings: _one_of(settings.answers.cause),
        put=lambda settings, value: _answer(settings, cause=value[0]),
    ),
    Question(
        id="operated", kind="many", get=_operated_get, put=_operated_put, asked=may_be_operated
    ),
    Question(id="onset", kind="date", day=lambda settings: settings.answers.onset, put_day=began),
    Question(
        id="side",
        kind="side",
        get=lambda settings: _one_of(settings.side),
        put=lambda settings, value: replace(settings, side=value[0]),
    ),
    Question(id="stage", get=lambda settings: _known(settings, settings.stage), put=_staged),
    Question(id="regions", kind="many", **_ticked("regions")),
    Question(
        id="tension",
        kind="many",
        get=_tense,
        put=lambda settings, value: _answer(
            settings, tight="tight" in value, spasm="spasm" in value
        ),
    ),
    Question(
        id="eye-closes",
        get=lambda settings: _truth_of(settings, settings.eye_closes, "unsure"),
        put=lambda settings, value: replace(settings, eye_closes=_said(value)),
    ),
    Question(
        id="eye-covered",
        get=lambda settings: ("yes" if settings.eye_covered else "no",),
        put=lambda settings, value: replace(settings, eye_covered=value == ("yes",)),
        asked=lambda settings: settings.eye_closes is not True or settings.eye_covered,
    ),
    Question(
        id="linked",
        get=lambda settings: _truth_of(settings, settings.known_linked or None, "no"),
        put=_linked,
        asked=lambda settings: settings.stage != "flaccid",
    ),
    Question(
        id="linked-pairs",
        kind="many",
        get=lambda settings: settings.linked_pairs or _none_if(settings.answers),
        put=lambda settings, value: with_pairs(settings, cast(tuple[LinkedPair, ...], value)),
        asked=_is_linked,
    ),
    *(_side_of(pair) for pair in LINKED_NAMES),
    Question(
        id="linked-fingers",
        kind="many",
        get=lambda settings: settings.linked_fingers,
        put=lambda settings, value: replace(settings, linked_fingers=value),
        asked=_is_linked,
    ),
    Question(id="sound", kind="sound"),
    Question(
        id="view",
        get=lambda settings: (settings.view,),
        put=lambda settings, value: replace(settings, view=value[0]),
    ),
    Question(id="name", kind="name"),
    Question(id="where", kind="read"),
    Question(id="end", kind="end"),
)
_BY_ID = {each.id: each for each in _QUESTIONS}
