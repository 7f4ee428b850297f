"""How a movement is done, in a few short lines and as a drawing that goes round. Pure."""

from routines.by_ear import seated, without_signals
from routines.catalogue import exercises, instructions, to_heed
from routines.model import Dose, Step
from routines.movements import LINKED_PARTS, Watch
from sessions.engine.interface.commands import Phase
from sessions.engine.interface.view import SessionView
from sessions.history.ladder import START_PERCENT, STEP_PERCENT, TOP_PERCENT
from tui.practice.cue_words import cues_of
from tui.texts import how as words
from tui.texts import practice as words_practice

PAUSE_S = 2.0
"""The drawn face rests this long before it shows the movement again."""


def how_lines(step: Step, fingers: tuple[Watch, ...] = ()) -> list[str]:
    """Where eyes are shut, what leads; what to do, what stays quiet, how much effort; then where a
    finger goes, and what to heed.

    `fingers` are the pairs whose quiet part a finger rests on.
    """
    exercise = step.exercise
    cautions = exercise.cautions
    finger = exercise.finger if step.assist else ""
    first = seated(step.led_by)
    apart = {*cautions, finger, first}
    do = [_without_effort(sentence) for sentence in instructions(step) if sentence not in apart]
    lines = [first] if exercise.eyes_shut else []
    lines.append(words.DO.format(text=" ".join(do)))
    if exercise.measure is not None:
        lines += [words.QUIET.format(text=quiet_words(step)), words.EFFORT]
    if fingers:
        parts = " / ".join(dict.fromkeys(LINKED_PARTS[pair] for pair in fingers))
        finger = f"{finger} {words.FINGER_RESTS.format(part=parts)}".strip()
    if finger:
        lines.append(words.FINGER.format(text=finger))
    if cautions:
        lines.append(words.CARE.format(text=" ".join(cautions)))
    return lines


def legend(step: Step) -> str:
    """What the marks on the drawn face mean; nothing where there are none."""
    exercise = step.exercise
    if exercise.measure is None:
        return ""
    return "\n".join([words.SHADED, words.RINGED] if exercise.watch else [words.SHADED])


def quiet_words(step: Step) -> str:
    """What is to stay quiet while the movement is done."""
    exercise = step.exercise
    if exercise.sides != "both":
        return words.QUIET_SIDE[exercise.sides]
    return next((words.QUIET_OF[pair] for pair in exercise.watch), words.QUIET_REST)


def in_one_line(step: Step) -> str:
    """The words the movement is led with, and how often it comes; of a guided step its first
    sentence."""
    if not step.scored:
        return instructions(step)[0]
    return led_line(step.exercise.id, step.dose.reps)


def led_line(exercise_id: str, reps: int) -> str:
    """The words a movement is led with, and how often it comes."""
    cues = cues_of(exercise_id)
    words_led = words.ONE_LINE.format(move=cues.move, hold=cues.hold, release=cues.release)
    return f"{words_led} {words.ONCE if reps == 1 else words.TIMES.format(reps=reps)}"


def ready_lines(view: SessionView, *, shown: bool = False) -> list[str]:
    """The movement in one line. Where its card was not `shown` today: what to be careful about
    before it, and what is no part of the exercise itself, as a therapist's note, behind it. How it
    is done is shown by `h`."""
    if not view.exercise_id:
        return []
    exercise = exercises()[view.exercise_id]
    heed = to_heed(exercise)
    on_card = {*exercise.how, *map(without_signals, exercise.how), exercise.finger}
    left = max(1, view.reps - max(1, view.rep) + 1)
    if shown:
        return [led_line(view.exercise_id, left)]
    return [
        *(line for line in view.how if line in heed),
        led_line(view.exercise_id, left),
        *(line for line in view.how if line not in heed and line not in on_card),
    ]


def shown_at(at_s: float, dose: Dose) -> tuple[Phase, float]:
    """The phase that the drawn face shows at a time, and how far the movement has come, 0 to 1.

    It goes round at the speed of the cues.
    """
    into_s = at_s % (dose.rise_s + dose.hold_s + dose.release_s + PAUSE_S)
    if into_s < dose.rise_s:
        return "rise", into_s / dose.rise_s
    into_s -= dose.rise_s
    if into_s < dose.hold_s:
        return "hold", 1.0
    into_s -= dose.hold_s
    if into_s < dose.release_s:
        return "release", 1.0 - into_s / dose.release_s
    return "rest", 0.0


def _without_effort(sentence: str) -> str:
    for said in words.EFFORT_SAID:
        sentence = sentence.replace(said, "")
    return sentence


def size_words(ladder_percent: float | None, start_percent: float) -> str:
    """How large it shall be today; empty where it is the own gentle size."""
    if ladder_percent is not None and ladder_percent <= start_percent:
        return ladder_words(ladder_percent)
    smaller = start_percent < 100.0
    return words.AIMS_AT.format(target=round(start_percent)) if smaller else ""


def ladder_words(percent: float | None) -> str:
    """Up to which size it was quiet, and what is asked for today; empty without a ladder."""
    if percent is None:
        return ""
    target, quiet = round(percent), round(percent - STEP_PERCENT)
    if percent <= START_PERCENT:
        return words_practice.LADDER_BEGINS.format(target=target)
    text = words_practice.LADDER_TOP if percent >= TOP_PERCENT else words_practice.LADDER_QUIET
    return text.format(quiet=quiet, target=target)
