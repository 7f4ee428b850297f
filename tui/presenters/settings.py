"""The lines of the settings screen: what each is called, how it stands, how it is changed. Pure.

Whatever the first run asks is changed by the first run's own page, so that each question has one
wording; the rest turns over with Enter or is typed.
"""

from collections.abc import Callable
from typing import Literal

import msgspec
from msgspec.structs import replace

from routines.feedback import FEEDBACKS
from routines.language.choice import ENGLISH, language_name, languages
from routines.movements import LINKED_NAMES, linked_name
from sessions.camera.source_name import without_password
from sessions.care.mirrored import with_source
from sessions.care.settings import THEMES, Settings
from sessions.readings import LOADS
from tui.presenters.first_run_questions import question
from tui.texts import first_run as words_first_run
from tui.texts import settings as words_settings
from tui.texts.dates import about_day, day_in_words

How = Literal[
    "page", "turn", "text", "all", "therapist", "photos", "clips", "whole-face", "plan", "heading"
]


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One line. `change` is the page to ask, or the field to type; `turn` gives the next value."""

    id: str
    label: str
    how: How
    value: str = ""
    turn: Callable[[Settings], Settings] | None = None


def rows(settings: Settings) -> list[Row]:
    """Every line, with headings, as the settings stand."""
    words = words_settings
    return [
        _heading("you"),
        _page("name", settings.name or words.NOT_SAID),
        _page("side", settings.side or words.NOT_SAID),
        _page("stage", words.STAGES.get(settings.stage or "", words.NOT_SAID)),
        *_answers(settings),
        _page("linked", _linked(settings)),
        *([_page("linked-fingers", _fingers(settings))] if settings.known_linked else []),
        _page("eye-closes", words.CLOSES[settings.eye_closes]),
        _page("eye-covered", words.YES if settings.eye_covered else words.NO),
        _row("all", "all"),
        _row("therapist", "therapist"),
        _row("plan", "plan"),
        _heading("screen"),
        _page("view", words_first_run.PAGES["view"].options[settings.view]),
        _turn("theme", words.THEMES[settings.theme], _next_theme),
        _turn("roomy", _yes(settings.roomy), lambda s: replace(s, roomy=not s.roomy)),
        _turn(
            "large-print",
            _yes(settings.large_print),
            lambda s: replace(s, large_print=not s.large_print),
        ),
        _turn(
            "reduced-motion",
            _yes(settings.reduced_motion),
            lambda s: replace(s, reduced_motion=not s.reduced_motion),
        ),
        _turn("feedback", words.FEEDBACKS[settings.feedback or "always"], _next_feedback),
        *_language(settings, languages()),
        _heading("sound"),
        _page("sound", _sound(settings)),
        _turn("spoken", _yes(settings.spoken), lambda s: replace(s, spoken=not s.spoken)),
        _turn("nudge", _yes(settings.nudge), lambda s: replace(s, nudge=not s.nudge)),
        _heading("camera"),
        _row("source", "text", without_password(settings.source)),
        _page("mirrored", _mirrored(settings)),
        _turn("saver", _yes(settings.saver), lambda s: replace(s, saver=not s.saver)),
        _turn("load", words_settings.LOADS[settings.load], _next_load),
        _row("whole-face", "whole-face", _yes(settings.whole_face)),
        _row("photos", "photos", _yes(settings.photos)),
        _row("clips", "clips", _yes(settings.photos and settings.clips)),
        _heading("more"),
        _turn("backups", _yes(settings.backups), lambda s: replace(s, backups=not s.backups)),
        _row("folders", "text", ", ".join(settings.routine_folders) or words.NONE),
        _row("keys", "text", _keys(settings)),
        _page("where", ""),
    ]


def _language(settings: Settings, shipped: tuple[str, ...]) -> list[Row]:
    """One line where there is a language beside English."""
    if not shipped:
        return []
    choices = ("", ENGLISH, *shipped)
    now = choices.index(settings.language) if settings.language in choices else 0
    following = choices[(now + 1) % len(choices)]
    name = language_name(settings.language) if settings.language else words_settings.OF_THE_SYSTEM
    value = words_settings.FROM_NEXT_START.format(language=name)
    return [_turn("language", value, lambda s: replace(s, language=following))]


def _answers(settings: Settings) -> list[Row]:
    """The answers that open or close something; what does not apply is not asked."""
    answers, words = settings.answers, words_settings
    toxin = words.NOT_SAID if answers.toxin_on is None else day_in_words(answers.toxin_on)
    said = {
        "flags": _ticked("flags", answers.red_flags, settings),
        "not-for": _ticked("not-for", answers.not_for, settings),
        "toxin-date": toxin,
        "therapist-plan": _yes(answers.therapist_plan),
        "doctor": _agreed(settings),
        "cause": _ticked("cause", (answers.cause,), settings) if answers.cause else words.NOT_SAID,
        "operated": _ticked("operated", answers.operated, settings),
        "onset": _day(settings),
        "regions": _ticked("regions", answers.regions, settings),
        "tension": _ticked("tension", question("tension").get(settings) or (), settings),
    }
    return [_page(name, value) for name, value in said.items() if question(name).asked(settings)]


def _ticked(page: str, chosen: tuple[str, ...], settings: Settings) -> str:
    """The words of what is ticked, how many where there are more; or that nothing is."""
    options = words_first_run.PAGES[page].options
    if len(chosen) > 1:
        return words_settings.TICKED.format(count=len(chosen), first=options[chosen[0]])
    if chosen:
        return options[chosen[0]]
    finished = settings.answers.finished_on is not None
    return words_settings.NONE if finished else words_settings.NOT_SAID


def _agreed(settings: Settings) -> str:
    """How many of the four are so."""
    chosen = question("doctor").get(settings)
    if chosen is None:
        return words_settings.NOT_SAID
    count = len(words_first_run.PAGES["doctor"].options)
    return words_settings.TICKED_OF.format(count=len(chosen), of=count)


def _linked(settings: Settings) -> str:
    """Whether linked movement is known, and which pairs, where they are listed."""
    if not settings.known_linked or not settings.linked_pairs:
        return _yes(settings.known_linked)
    pairs = (linked_name(pair, settings.linked_sides.get(pair)) for pair in settings.linked_pairs)
    return words_settings.YES_THESE.format(these=", ".join(pairs))


def _fingers(settings: Settings) -> str:
    return ", ".join(LINKED_NAMES[pair] for pair in settings.linked_fingers) or words_settings.NO


def _heading(name: str) -> Row:
    return Row(id=f"heading-{name}", label=words_settings.HEADINGS[name], how="heading")


def _row(name: str, how: How, value: str = "") -> Row:
    return Row(id=name, label=words_settings.LABELS[name], how=how, value=value)


def _page(name: str, value: str) -> Row:
    return _row(name, "page", value)


def _turn(name: str, value: str, turn: Callable[[Settings], Settings]) -> Row:
    return Row(id=name, label=words_settings.LABELS[name], how="turn", value=value, turn=turn)


def _yes(value: bool) -> str:
    return words_settings.YES if value else words_settings.NO


def _mirrored(settings: Settings) -> str:
    """What was asked of the camera, or set by hand."""
    known = settings.mirrored or settings.mirrored_asked
    return _yes(settings.mirrored) if known else words_settings.NOT_SAID


def _day(settings: Settings) -> str:
    onset = settings.answers.onset
    return words_settings.NOT_SAID if onset is None else about_day(onset)


def _sound(settings: Settings) -> str:
    sound = settings.sound
    if not sound.on:
        return words_first_run.SOUND_OFF
    return words_first_run.SOUND_STATE.format(
        level=sound.level,
        pitch=words_first_run.SOUND_PITCHES[sound.pitch],
        ear=words_first_run.SOUND_EARS[sound.ear],
    )


def _next_theme(settings: Settings) -> Settings:
    following = THEMES[(THEMES.index(settings.theme) + 1) % len(THEMES)]
    return replace(settings, theme=following)


def _next_load(settings: Settings) -> Settings:
    choices = (None, *LOADS)
    return replace(settings, load=choices[(choices.index(settings.load) + 1) % len(choices)])


def _next_feedback(settings: Settings) -> Settings:
    now = FEEDBACKS.index(settings.feedback or "always")
    return replace(settings, feedback=FEEDBACKS[(now + 1) % len(FEEDBACKS)])


def _keys(settings: Settings) -> str:
    pairs = ", ".join(f"{name}={keys}" for name, keys in settings.keymap.items())
    return pairs or words_settings.USUAL


def typed_source(settings: Settings, text: str) -> Settings:
    """The source as typed; empty means the first camera. What the field showed, unchanged, keeps
    the password that it did not show."""
    if text == without_password(settings.source):
        return settings
    return with_source(settings, text or Settings().source)


def typed_folders(settings: Settings, text: str) -> Settings:
    """Folders with commas between them."""
    return replace(settings, routine_folders=_parts(text))


def typed_keys(settings: Settings, text: str) -> Settings:
    """Pairs such as session.pause=space. Raises ValueError naming a part that is none."""
    keymap: dict[str, str] = {}
    for part in _parts(text):
        name, equals, keys = (piece.strip() for piece in part.partition("="))
        if not (equals and name and keys):
            raise ValueError(part)
        keymap[name] = keys if name not in keymap else f"{keymap[name]},{keys}"
    return replace(settings, keymap=keymap)


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


def typed_text(settings: Settings, row: str) -> str:
    """What stands in the field before it is changed."""
    match row:
        case "source":
            return without_password(settings.source)
        case "folders":
            return ", ".join(settings.routine_folders)
        case _:
            return ", ".join(f"{name}={keys}" for name, keys in settings.keymap.items())


TYPED: dict[str, Callable[[Settings, str], Settings]] = {
    "source": typed_source,
    "folders": typed_folders,
    "keys": typed_keys,
}
