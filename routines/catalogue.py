"""The catalogue: every exercise the program knows, read once from `exercises/*.toml`.

The files are data, one a region, so that a therapist can read and correct them without reading
code. They are part of the program: a mistake in them is a defect and fails the tests, not a
message to a person.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import cast

import msgspec
from msgspec import structs

from routines.by_ear import LEADS, SEATED, seated, without_signals
from routines.language import _, is_english, pgettext
from routines.model import Exercise, Step

POSTURE = _("Sit upright, feet on the floor, shoulders and jaw loose, mouth empty.")
FIND_MUSCLE = _("Feel for the muscle for two seconds before you move it.")
BLINK_BREAK = _("If the eye feels dry: look away and close the weak lid with a clean finger.")


SENTENCES = ("name", "muscle", "mistake", "why", "finger", "source_dose", "dose_reason")
LISTS = ("how", "stations", "cautions", "texts")
CUES = ("move", "hold", "release")
CUE = "a large word"
"""What of an exercise, and of its cues, is read by a person."""


class CatalogueError(Exception):
    """The exercise data shipped with the program is invalid; a defect, not a user error."""


@cache
def exercises() -> Mapping[str, Exercise]:
    """Every exercise by its id, in the order of the files (regions, then gentle to particular)."""
    known = english_exercises()
    if is_english():
        return known
    return MappingProxyType({id: _translated(exercise) for id, exercise in known.items()})


@cache
def english_exercises() -> Mapping[str, Exercise]:
    """The same as they are written, for what a machine reads."""
    found: dict[str, Exercise] = {}
    folder = resources.files("routines").joinpath("exercises")
    for entry in sorted(folder.iterdir(), key=lambda e: e.name):
        if not entry.name.endswith(".toml"):
            continue
        document = tomllib.loads(entry.read_text(encoding="utf-8"))
        for table in cast(list[object], document["exercise"]):
            try:
                exercise = msgspec.convert(table, Exercise)
            except msgspec.ValidationError as error:
                raise CatalogueError(f"{entry.name}: {error}") from error
            if exercise.id in found:
                raise CatalogueError(f"{entry.name}: {exercise.id} stands there twice")
            found[exercise.id] = exercise
    return MappingProxyType(found)


def _translated(exercise: Exercise) -> Exercise:
    """The same with all that is read in the language in use."""
    return structs.replace(
        exercise,
        **{key: _(getattr(exercise, key)) for key in SENTENCES},
        **{key: _each(getattr(exercise, key)) for key in LISTS},
        how_by_stage={stage: _each(how) for stage, how in exercise.how_by_stage.items()},
        cues=structs.replace(
            exercise.cues, **{key: pgettext(CUE, getattr(exercise.cues, key)) for key in CUES}
        ),
    )


def _each(sentences: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(_(sentence) for sentence in sentences)


def instructions(step: Step) -> tuple[str, ...]:
    """What is said for a step, sentence by sentence: eyes, how it is done, where a helping finger
    goes, its note, cautions.

    What is done with hands, warmth or drops says first where it must not be done.
    """
    exercise = step.exercise
    shut = (seated(step.led_by),) if exercise.eyes_shut else ()
    heard = step.led_by == "tones"
    how = exercise.how if heard else tuple(without_signals(said) for said in exercise.how)
    note = (step.note,) if step.note else ()
    finger = (exercise.finger,) if step.assist and exercise.finger else ()
    if exercise.active:
        return (*shut, *how, *finger, *note, *exercise.cautions)
    return (*shut, *exercise.cautions, *how, *finger, *note)


def to_heed(exercise: Exercise) -> frozenset[str]:
    """The sentences of `instructions` that say what to be careful about, not what to do."""
    return frozenset((*map(seated, LEADS), *exercise.cautions))


def opening(exercise: Exercise) -> tuple[str, ...]:
    """How an exercise begins: posture, eyes, the muscle, the blink break."""
    lines = [POSTURE]
    if exercise.eyes_shut:
        lines.append(SEATED)
    if exercise.active:
        lines.append(FIND_MUSCLE)
    lines.append(BLINK_BREAK)
    return tuple(lines)
