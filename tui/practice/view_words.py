"""A session's view in words: every line that a practice screen or plain mode shows. Pure.

Words for what is seen, chosen by what matters most at this moment; texts come from
`tui.texts.practice`.
"""

import math

from routines.catalogue import exercises
from routines.language.cells import cells, padded
from routines.language.lists import begun, joined, listed, sentences
from routines.movements import LINKED_PARTS, TOO_COARSE, Side, other_side
from sessions.engine.interface.view import SessionView
from sessions.engine.texts import TURNED
from sessions.guards.brief import brief_blind
from sessions.readings import Reason
from sessions.reps.rep import HalfRep, Rep
from tui.practice.cue_words import caution_word, large_word, line_of, sides_of, word_of
from tui.practice.how_words import size_words
from tui.practice.praise import may_praise, may_praise_now
from tui.texts import practice as words
from tui.texts import seeing as words_seeing

_ROW_OF: dict[Reason, str] = {
    "no-face": "face",
    "two-faces": "face",
    "hand": "face",
    "eye-covered": "face",
    "too-near": "distance",
    "too-far": "distance",
    "off-centre": "centre",
    "too-dark": "light",
    "too-bright": "light",
    "blurred": "light",
    "head-turned": "level",
    "slow": "speed",
}
_NEEDS_FACE = {"distance", "centre", "light", "level"}


def cue_word(view: SessionView) -> str:
    """The one word for now."""
    if view.paused is not None:
        return words.CUE["paused"]
    if cautioned(view):
        return caution_word(view.caution or "self", view.exercise_id)
    if view.moment is not None:
        return large_word(view.moment, view.exercise_id)
    return word_of(view.phase, view.exercise_id)


def cautioned(view: SessionView) -> bool:
    """Whether a caution takes the place of the large word: while the muscle works. On the way
    back and in a rest that is what there is to do, and the caution stands below."""
    working = {"rise", "hold", "your-pace", "assist", "fingers-off"}
    return view.caution is not None and view.paused is None and view.phase in working


def cue_line(view: SessionView) -> str:
    """The one line for now; a pause says why."""
    if view.paused is not None:
        return view.paused
    if cautioned(view):
        return view.hint
    return line_of(view.phase, view.exercise_id, smaller=view.target_percent < 100)


def seconds_shown(view: SessionView) -> str:
    """Whole seconds that are left, counted down to 1; nothing where a phase waits."""
    if view.seconds_left is None or view.paused is not None:
        return ""
    left_s = view.seconds_left
    if view.moment is not None and view.moment.part not in {"told", "rest"}:
        left_s = view.moment.ends_s - _elapsed_s(view)
    left = max(0, math.ceil(left_s - 1e-6))
    return f"{left // 60}:{left % 60:02d}" if left >= 100 else str(left)


def _elapsed_s(view: SessionView) -> float:
    """How far the phase has come, seconds."""
    return (view.seconds_total or 0.0) - (view.seconds_left or 0.0)


def rep_words(view: SessionView) -> str:
    """Which repetition of how many; nothing where none is counted."""
    if not view.reps:
        return ""
    return words.COUNT.format(rep=min(max(1, view.rep), view.reps), reps=view.reps)


def count_line(view: SessionView, in_band_s: float = 0.0) -> str:
    """Which repetition of which set, whether it is a smaller one, and the time in the band."""
    if not view.reps:
        return ""
    parts = [rep_words(view)]
    if view.sets > 1:
        parts.append(words.COUNT_SETS.format(set=view.set, sets=view.sets))
    if view.target_percent < 100:
        parts.append(words.TARGET_SMALLER.format(percent=round(view.target_percent)))
    held = in_band_s >= 0.5 and view.phase in {"hold", "your-pace", "release"}
    if held and may_praise_now(view):
        parts.append(words.HELD_IN_BAND.format(seconds=in_band_s))
    return "   ".join(parts)


SEE_NAMES = 9
"""Cells of the names of what is looked at before a practice, unless one is longer."""
LINKED_LEAST, LINKED_MOST = 6, 15
"""Cells of the small meter; its limit stands after two thirds of them."""


def linked_line(
    view: SessionView, affected: Side, width: int = 80, signs: str = "#.|", edges: str = "[]"
) -> str:
    """What moves along beside its limit, in a word and as a small meter that fits into `width`;
    the ladder before the set begins. `signs` are full, empty and the limit."""
    if view.fingers and view.paused is None:
        parts = dict.fromkeys(LINKED_PARTS[pair] for pair in view.fingers)
        return words.LINKED_FINGER.format(part=joined(parts))
    if view.paused is None and view.phase in {"ready", "between"}:
        return size_words(view.ladder_percent, view.start_percent)
    if view.linked is None:
        return ""
    pair, value, limit, _ = view.linked
    share = value / limit
    text = words.LINKED_METER.format(
        side=words.SIDE_NAMES[affected],
        part=LINKED_PARTS[pair],
        word=next(word for least, word in words.LINKED_WORDS if share >= least),
    )
    full, empty, mark = signs
    count = max(LINKED_LEAST, min(LINKED_MOST, width - cells(text) - 5))
    edge = 2 * count // 3
    filled = max(0, min(count, round(share * edge)))
    drawn = full * filled + empty * (count - filled)
    return f"{text}  {edges[:1]}{drawn[:edge]}{mark}{drawn[edge:]}{edges[1:]}"


def hint_line(view: SessionView, *, blink: bool = False) -> str:
    """What matters now, one thing only: the pause, a guard's word, the camera, or the state."""
    if view.paused is not None:
        own = view.paused_reason in {"person", "asleep"}
        hint = words.PAUSED_HINT if own else words.PAUSED_FACE_HINT
        return f"{hint}\n{words.BY_CLOCK_OFFER}" if view.may_go_by_clock else hint
    if cautioned(view):
        return ""  # it stands under the large word
    if view.hint:
        return f"! {view.hint}"
    if view.scored and view.reading_reason is not None:
        why = words.WHY_NOT_SCORED[view.reading_reason]
        return "? " + sentences((f"{begun(why)}.", what_to_do(view)))
    if view.phase == "ready":
        return ""  # what is to be known of the movement stands there; the state follows with it
    if blink and view.phase == "rest":
        return words.BLINK
    if view.hidden:
        return words.HIDDEN
    if view.blind:
        return brief_blind(view.blind[0])
    if not view.scored:
        return "" if view.phase == "done" else words.NOT_MEASURED
    if view.finding_reference:
        return words.FINDING_REFERENCE
    return words.GUARDS_QUIET if view.linked_now == "quiet" else ""


def what_to_do(view: SessionView) -> str:
    """What helps, so that frames can be scored again; empty while they are."""
    if view.computer_busy:
        return words.COMPUTER_BUSY
    if view.turned is not None:
        return TURNED[view.turned]
    return "" if view.reading_reason is None else words_seeing.WHAT_TO_DO[view.reading_reason]


def about_last(view: SessionView, affected: Side) -> str:
    """What is worth knowing about the repetition before this one. Where only one side is asked to
    move there is no later side."""
    rep = view.last_rep
    if rep is None or view.phase in {"guided", "done"}:  # then it is of an earlier exercise
        return ""
    if not rep.scored:
        return not_scored(rep)
    if doubtful(view.exercise_id, rep):
        return rep_unread(view.exercise_id)
    low = words.LOW_CONFIDENCE if rep.confidence == "low" else ""
    lag = lag_words(rep, affected) if sides_of(view.exercise_id) == "both" else ""
    praised = may_praise_now(view) and may_praise(rep, view.target_percent)
    if lag == words.LAG_TOGETHER and not praised:
        lag = ""
    told = view.last_hidden and view.phase == "rest" and not low
    if told and rep.affected.percent_of_reference is not None:
        return words.DID.format(sizes=sizes_words(rep, affected))  # alone: there is one line
    return f"{lag} {low}".strip()


def sizes_words(rep: Rep, affected: Side) -> str:
    """How far each half went, left first; percent where the own gentle size is known."""
    halves = {affected: rep.affected, other_side(affected): rep.unaffected}
    sides: tuple[Side, Side] = ("left", "right")
    return listed(f"{words.SIDE_NAMES[side]} {_size(halves[side])}" for side in sides)


def _size(half: HalfRep) -> str:
    if not half.seen:
        return words.PLAIN_NOT_SEEN
    if half.percent_of_reference is None:
        return words.PLAIN_SEEN
    return f"{round(half.percent_of_reference)} %"


def not_scored(rep: Rep) -> str:
    """That a repetition was not scored, and why."""
    if rep.reason is None:
        return words.REP_NOT_SCORED_PLAIN
    return words.REP_NOT_SCORED.format(why=words.WHY_NOT_SCORED[rep.reason])


def doubtful(exercise_id: str, rep: Rep) -> bool:
    """Whether the numbers of a repetition of this exercise are not to be trusted."""
    return exercises()[exercise_id].measure in rep.doubtful if exercise_id else False


def rep_unread(exercise_id: str) -> str:
    """That a repetition counts and its size is not known: at this moment, or never."""
    coarse = exercises()[exercise_id].measure in TOO_COARSE
    return words.REP_COARSE if coarse else words.REP_DOUBTFUL


def lag_words(rep: Rep, affected: Side) -> str:
    """Which half came later, if one visibly did."""
    if rep.lag_ms is None:
        return ""
    if abs(rep.lag_ms) < words.LAG_TOGETHER_MS:
        return words.LAG_TOGETHER
    late = affected if rep.lag_ms > 0 else other_side(affected)
    side = begun(words.SIDE_NAMES[late])
    return words.LAG_LATER.format(side=side, seconds=abs(rep.lag_ms) / 1000)


def next_line(view: SessionView) -> str:
    """What comes after this exercise, in its last rest; nothing before, and nothing in a pause."""
    last = view.phase == "rest" and view.rep >= view.reps and view.set >= view.sets
    if not last or view.paused is not None:
        return ""
    return words.NEXT.format(name=view.next_name) if view.next_name else words.LAST_ONE


def check_rows(view: SessionView) -> list[str]:
    """Can I see you: one line for each thing that must be right, with a mark and words."""
    if view.face is None and view.reading_reason is None and view.fps <= 0.0:
        return [words_seeing.SEE_STARTING]
    wrong = None if view.reading_reason is None else _ROW_OF[view.reading_reason]
    faceless = view.reading_reason == "no-face"
    rows: list[str] = []
    names = max(SEE_NAMES, *map(cells, words_seeing.SEE_ROWS.values()))
    for key, name in words_seeing.SEE_ROWS.items():
        if key == wrong and view.reading_reason is not None:
            short = None if view.turned is None else words_seeing.TURNED_SHORT[view.turned]
            mark, text = "!", short or what_to_do(view)
        elif faceless and key in _NEEDS_FACE:
            mark, text = "-", words_seeing.SEE_WAIT
        elif key == "speed" and view.fps > 0:
            mark, text = "+", words_seeing.SEE_RATE.format(fps=view.fps)
        else:
            mark, text = "+", words_seeing.SEE_OK
        rows.append(f"[{mark}] {padded(name, names)} {text}")
    return rows
