"""Every caution is said in lines and by ear: within the repetition, or when it is over."""

import pytest

from sessions.engine.interface.commands import Command, Cue, Hint, KeptVerdict
from sessions.guards.brief import brief
from sessions.reps.rep import Level, Rule, Verdict
from tui.practice.aloud.late_words import LateWords


def verdict(level: Level, rule: Rule = "synkinesis", **detail: float) -> Verdict:
    """What a guard says of the first repetition."""
    return Verdict(
        rule=rule, level=level, t_s=4.0, rep=1, detail={**detail}, sentence=f"A {level}."
    )


def kept(level: Level, rule: Rule = "synkinesis", **detail: float) -> KeptVerdict:
    """The same, kept in the record."""
    return KeptVerdict(at_s=5.0, step=0, set=1, verdict=verdict(level, rule, **detail))


RISE = Cue(at_s=0.0, phase="rise", seconds=2.0, exercise="pucker", target_percent=50.0)
WORD = Hint(at_s=4.0, verdict=verdict("hint"))


@pytest.mark.parametrize(
    ("commands", "told"),
    [
        ([RISE, kept("caution")], [1]),
        ([RISE, WORD, kept("caution")], []),
        ([RISE, WORD, kept("caution"), RISE, kept("caution")], [4]),
        ([RISE, WORD, kept("caution", reps=2, next_target_percent=50.0)], []),
        ([RISE, kept("caution", reps=2, next_target_percent=50.0)], [1]),
        ([RISE, WORD, kept("caution", reps=2)], [2]),
        ([RISE, WORD, kept("stop", reps=2)], []),
        ([RISE, kept("caution", "fatigue")], [1]),
        ([RISE, WORD, kept("caution", "fatigue")], [2]),
        ([RISE, WORD, kept("caution", "fatigue", reps=2)], [2]),
        ([RISE, kept("caution", "self")], []),
        ([RISE, Hint(at_s=4.0, verdict=verdict("hint", "self")), kept("caution")], [2]),
    ],
)
def test_what_is_said_when_a_repetition_is_over(commands: list[Command], told: list[int]) -> None:
    """What was not said before, and what ended with the last repetition; without its numbers."""
    words = LateWords()
    due = {n: late for n, each in enumerate(commands) if (late := words.due(each))}

    assert list(due) == told
    assert all(
        isinstance(kept, KeptVerdict) and due[n] == brief(kept.verdict)
        for n, kept in enumerate(commands)
        if n in due
    )
