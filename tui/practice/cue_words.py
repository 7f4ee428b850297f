"""The words a movement is led with: each exercise has its own. Pure.

The same words stand on the screen, in plain mode's lines, and are spoken. Phases that are alike
in every exercise keep the words of `tui.texts.practice`.
"""

from routines.catalogue import exercises
from routines.guided import Moment, Part
from routines.model import CueWords, Sides
from sessions.engine.interface.commands import Phase
from sessions.guards.brief import brief
from sessions.reps.rep import Rule, Verdict
from tui.texts import how as words_how
from tui.texts import practice as words

_PHASE_OF: dict[Part, Phase] = {
    "told": "guided",
    "station": "guided",
    "move": "rise",
    "hold": "hold",
    "release": "release",
    "rest": "rest",
    "change": "rest",
}
"""The phase of a repetition whose word a part of a guided step has."""


def cues_of(exercise_id: str) -> CueWords:
    """The exercise's words; the usual ones for an id that is not known."""
    exercise = exercises().get(exercise_id)
    return CueWords() if exercise is None else exercise.cues


def sides_of(exercise_id: str) -> Sides:
    """Which half the exercise asks to move."""
    exercise = exercises().get(exercise_id)
    return "both" if exercise is None else exercise.sides


def word_of(phase: Phase, exercise_id: str) -> str:
    """The one word for a phase."""
    cues = cues_of(exercise_id)
    match phase:
        case "rise":
            return cues.move
        case "hold":
            return cues.hold
        case "release":
            return cues.release
        case _:
            return words.CUE[phase]


def line_of(phase: Phase, exercise_id: str, *, smaller: bool = False) -> str:
    """The one line below the word; a one-sided exercise is never told that both go together."""
    sides = sides_of(exercise_id)
    if phase == "your-pace":
        cues = cues_of(exercise_id)
        return words.YOUR_PACE.format(move=cues.move, hold=cues.hold, release=cues.release)
    if phase == "assist":
        exercise = exercises().get(exercise_id)
        if exercise is not None and exercise.finger:
            return exercise.finger
    if phase == "rise":
        line = words.ONE_SIDE[sides] if sides != "both" else words.CUE_LINE["rise"]
        return f"{words.SMALLER_NOW} {line}" if smaller else line
    if phase == "release" and sides != "both":
        return words.ONE_SIDE_BACK
    return words.CUE_LINE[phase]


def caution_word(rule: Rule, exercise_id: str) -> str:
    """The one word of a caution. Where the weak side alone is asked to move, the strong side is to
    stay still, not to do less."""
    if rule == "overcompensation" and sides_of(exercise_id) == "weak":
        return words.CAUTION_STILL
    return words.CAUTION[rule]


def told_now(verdict: Verdict, exercise_id: str) -> str:
    """What is said of a verdict in the middle of a repetition: a caution by its word first."""
    if verdict.level != "caution":
        return verdict.sentence
    return f"{caution_word(verdict.rule, exercise_id)}. {brief(verdict)}"


def moment_word(moment: Moment, exercise_id: str) -> str:
    """The word for a moment of a guided step."""
    if moment.part == "change":
        return words_how.CHANGE_SIDES
    return word_of(_PHASE_OF[moment.part], exercise_id)


def large_word(moment: Moment, exercise_id: str) -> str:
    """The same in large letters, which have room for few."""
    if moment.part == "change":
        return words_how.CHANGE_LARGE
    if breathes(exercise_id):
        return words_how.BREATH_LARGE.get(moment.part, moment_word(moment, exercise_id))
    return moment_word(moment, exercise_id)


def breathes(exercise_id: str) -> bool:
    """Whether the exercise leads the breath."""
    exercise = exercises().get(exercise_id)
    return exercise is not None and exercise.paced_breath


def turn_count(moment: Moment) -> str:
    """Which turn of how many; empty while sentences are told."""
    return words.TURN.format(turn=moment.turn, turns=moment.turns) if moment.turn else ""
