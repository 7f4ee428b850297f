"""Which repetitions are filmed, and of which of them something is kept."""

from collections.abc import Callable
from typing import Literal

import pytest
from msgspec.structs import replace

from sessions.engine.interface.commands import (
    Command,
    Cue,
    KeptPause,
    KeptRep,
    KeptStepEnd,
    KeptUnseen,
    Phase,
)
from sessions.messages import MOST_FRAME, EndClip, TakeClip
from sessions.pictures.clip_director import MOST_BYTES, Filming
from sessions.reps.rep import HalfRep, Rep
from tests.sessions.clip_samples import clip


def cue(phase: Phase, measure: Literal["frown"] | None = "frown") -> Cue:
    """A cue of an exercise."""
    return Cue(at_s=0.0, phase=phase, seconds=2.0, exercise="frown", measure=measure)


def rep(size_mm: float, *, scored: bool = True) -> KeptRep:
    """A repetition of this size."""
    half = HalfRep(excursion_mm=size_mm, percent_of_reference=100.0, hold_s=2.0, seen=True)
    made = Rep(
        n=1, onset_s=0.0, peak_s=1.0, release_s=2.0, scored=scored, affected=half, unaffected=half
    )
    return KeptRep(at_s=0.0, step=0, set=1, rep=made)


def step_end(ended: Literal["done", "stopped", "skipped"]) -> KeptStepEnd:
    """The exercise is over."""
    return KeptStepEnd(at_s=0.0, step=0, ended=ended)


PAUSE = KeptPause(at_s=0.0, why="You paused.")
UNSEEN = KeptUnseen(at_s=0.0, step=0, set=1, why="No movement was seen.")


class Take:
    """A filming, with what it asked for."""

    def __init__(self) -> None:
        self.asked: list[TakeClip | EndClip] = []
        self.filming = Filming(self.asked.append)

    def hear(self, *commands: Command) -> None:
        """One after another."""
        for command in commands:
            self.filming.hear(command)

    @property
    def kept(self) -> list[int]:
        """The takes that would be kept."""
        return [each.take for each in self.filming.clips()]


def test_a_repetition_is_filmed_from_its_rise_into_its_rest() -> None:
    """Nothing before the first rise, nothing after the last rest, a clip each between."""
    take = Take()
    take.hear(cue("ready"))
    for _ in range(2):
        take.hear(cue("rise"), cue("hold"), cue("release"), rep(4.0), cue("rest"))
    take.hear(step_end("done"), cue("between"), cue("rise", None))

    assert take.asked == [
        TakeClip(name="frown", take=1),
        EndClip(keep=True),
        TakeClip(name="frown", take=2),
        EndClip(keep=True),
    ]


def test_the_clip_of_the_largest_scored_repetition_stays() -> None:
    """Whether it comes before or after the repetition was judged."""
    take = Take()
    for n, size_mm in ((1, 3.0), (2, 5.0), (3, 4.0)):
        take.hear(cue("rise"), cue("hold"))
        if n == 2:
            take.filming.take(clip("frown", n))
        take.hear(rep(size_mm), cue("rest"))
        if n != 2:
            take.filming.take(clip("frown", n))
    take.hear(cue("rise"), cue("hold"), rep(9.0, scored=False))
    take.filming.take(clip("frown", 4))

    assert take.kept == [2]
    assert take.asked[-1] == EndClip(keep=False)


@pytest.mark.parametrize(
    "ended",
    [
        (PAUSE,),
        (UNSEEN,),
        (rep(3.0, scored=False),),
        (cue("stopped"),),
        (step_end("stopped"),),
        (step_end("skipped"),),
        (cue("ready"),),
        (cue("done"),),
        (rep(3.0), PAUSE),
        (rep(3.0), cue("stopped")),
    ],
)
def test_nothing_is_kept_of_a_repetition_that_was_broken_off(ended: tuple[Command, ...]) -> None:
    """A pause, a stop, a skip, the way out, a movement nobody saw: the clip is let go of, even
    where it comes all the same."""
    take = Take()
    take.hear(cue("rise"), cue("hold"), *ended)
    take.filming.take(clip("frown", 1))
    take.hear(KeptPause(at_s=0.0, why=""), rep(3.0))

    assert take.kept == []
    assert take.asked[1:] == [EndClip(keep=False)]


def test_clips_nobody_asked_for_are_dropped() -> None:
    """Of another take, or under another name."""
    take = Take()
    take.filming.take(clip("frown", 1))
    take.hear(cue("rise"), rep(3.0))
    take.filming.take(clip("frown", 7))
    take.filming.take(clip("rest", 1))

    assert take.kept == []


@pytest.mark.parametrize(
    ("before", "lost"),
    [
        (lambda take: None, 0),
        (lambda take: take.hear(cue("rise")), 1),
        (lambda take: take.hear(cue("rise"), rep(3.0), cue("rise")), 2),
        (lambda take: (take.hear(cue("rise")), take.filming.take(clip("frown"))), 0),
    ],
    ids=["none", "running", "on-the-way", "come"],
)
def test_what_a_lost_camera_took_along_is_counted(
    before: Callable[[Take], object], lost: int
) -> None:
    """The clip under way and the one on its way are gone, and said; a later one is kept."""
    take = Take()
    before(take)
    take.filming.lose()
    take.filming.lose()
    take.filming.take(clip("frown", 1))
    assert take.filming.lost == lost
    assert take.kept == []

    take.hear(cue("rise"), rep(3.0))
    asked = [each for each in take.asked if isinstance(each, TakeClip)]
    take.filming.take(clip("frown", asked[-1].take))
    assert len(take.kept) == 1


def test_a_session_holds_no_more_than_its_share() -> None:
    """As many whole clips as fit; a better one of the same expression still takes its place."""
    take = Take()
    full = replace(clip("frown"), frames=(bytes(MOST_FRAME),) * 80)
    for n in range(1, 14):
        name = f"exercise-{n}"
        take.hear(replace(cue("rise"), exercise=name), rep(3.0))
        take.filming.take(replace(full, name=name, take=n))
    take.hear(replace(cue("rise"), exercise="exercise-1"), rep(4.0))
    take.filming.take(replace(full, name="exercise-1", take=14))

    assert len(take.kept) == MOST_BYTES // (80 * MOST_FRAME)
    assert take.kept[0] == 14
