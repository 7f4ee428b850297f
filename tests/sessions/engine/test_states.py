"""Every edge of the transition table is driven by events, and events lead along no other."""

import random

import pytest
from msgspec.structs import replace

from routines.model import Step
from sessions.engine import states
from sessions.engine.engine import Engine
from sessions.engine.interface.commands import AskForRest, KeptRep, Phase
from sessions.engine.interface.events import (
    ActionRequested,
    Began,
    CameraBack,
    CameraLost,
    Event,
    Felt,
    Read,
    RestKnown,
    RestNotTaken,
    SourceEnded,
    Ticked,
    UserAction,
)
from sessions.engine.states import FOLLOWS, SessionError
from tests.sessions.driving import REST, Drive, brow, linked_smile, massage, plan, reading, smile

Edge = tuple[Phase, Phase]

EDGES: list[Edge] = [(phase, after) for phase in FOLLOWS for after in sorted(FOLLOWS[phase])]
SELF_PACED = replace(smile(reps=3), pace="self")
ASSISTED = replace(smile(reps=3), assist=True)
LINKED = linked_smile(reps=3)
ROUTINES: dict[Edge, tuple[Step, ...]] = {
    ("finding-face", "guided"): (massage(),),
    ("taking-rest", "guided"): (massage(), smile()),
    ("rest", "between"): (smile(reps=1), brow()),
    ("ready", "between"): (smile(reps=1, sets=2),),
    ("resuming", "between"): (smile(reps=2, sets=2),),
    ("rest", "your-pace"): (SELF_PACED,),
    ("rest", "assist"): (ASSISTED,),
    ("ready", "your-pace"): (SELF_PACED,),
    ("ready", "assist"): (ASSISTED,),
    ("rest", "release-step"): (LINKED,),
    ("resuming", "your-pace"): (SELF_PACED,),
    ("resuming", "assist"): (ASSISTED,),
    ("between", "guided"): (smile(reps=1), massage()),
    ("relax", "guided"): (massage(),),
    ("between", "demonstration"): (smile(reps=1), brow()),
    ("stopped", "finding-face"): (smile(reps=3),),
}
"""Steps for edges that need particular ones; see `steps_for`."""
NEXT_STEP: set[Phase] = {"demonstration", "ready", "guided"}
FIRST_STEP: dict[Phase, Step] = {
    "your-pace": SELF_PACED,
    "assist": ASSISTED,
    "fingers-off": ASSISTED,
    "guided": massage(),
    "between": smile(reps=1, sets=2),
    "release-step": LINKED,
}


def steps_for(edge: Edge) -> tuple[Step, ...]:
    """A routine that goes through the first phase and can leave it along the edge."""
    phase, following = edge
    usual = (FIRST_STEP.get(phase, smile(reps=3)), massage() if following == "guided" else brow())
    return ROUTINES.get(edge, usual)


def demonstrated(edge: Edge) -> tuple[str, ...]:
    """The exercises that are shown on the way along an edge."""
    if edge[0] == "demonstration":
        return tuple(step.exercise.id for step in steps_for(edge))
    first = edge[0] in {"finding-face", "taking-rest"}
    return (steps_for(edge)[0 if first else -1].exercise.id,) if "demonstration" in edge else ()


def ask(drive: Drive, action: UserAction) -> None:
    """Press one key."""
    drive.send(ActionRequested(drive.at_s, action))


def go_to(drive: Drive, edge: Edge) -> None:
    """Drive to the first phase of an edge."""
    phase, following = edge
    if phase == "finding-face" and following in NEXT_STEP:
        return  # left by `Began`
    drive.answers_rest = "taking-rest" not in edge or following == "stopped"
    if edge == ("rest", "resuming"):  # only a repetition that was not seen is asked for again
        drive.left = drive.right = (0.0,)
    if "release-step" in edge:
        drive.linked = (30.0,)
    drive.begin()
    match phase:
        case "finding-face" | "taking-rest" if following == "stopped":
            drive.run(lambda: drive.engine.phase == "hold")
            drive.answers_rest = False
            ask(drive, "new-rest")
        case "ready" if following == "between":
            drive.run(lambda: drive.engine.phase == "rest" and bool(drive.of(KeptRep)))
            ask(drive, "again")
        case "resuming" if following == "between":
            drive.left = drive.right = (0.0, 4.0)
            drive.run(lambda: drive.asked == 3)
            drive.send(CameraLost(drive.at_s, "It is gone."))
            ask(drive, "by-clock")
        case "resuming":
            drive.run(lambda: drive.engine.phase in {"rise", "your-pace", "assist"})
            ask(drive, "pause")
            ask(drive, "resume")
        case "stopped" | "relax":
            drive.run(lambda: drive.engine.phase in {"hold", "guided"})
            ask(drive, "stop-set")
            if phase == "relax":
                ask(drive, "rest")
        case "rest" if following == "release-step":
            drive.run(lambda: drive.asked == 2)
        case _:
            pass
    drive.run(lambda: drive.engine.phase == phase)


def leave(drive: Drive, edge: Edge, taken: list[Edge]) -> None:
    """Send the event that leads along an edge, or let time pass where time does."""
    match edge:
        case (_, "done"):
            ask(drive, "enough")
        case (_, "stopped"):
            ask(drive, "stop-set")
        case (_, "resuming"):
            ask(drive, "pause")
            ask(drive, "resume")
        case ("taking-rest", "finding-face"):
            drive.send(RestNotTaken(drive.at_s, "moving"))
        case (_, "finding-face"):
            ask(drive, "new-rest")
        case ("finding-face", "ready" | "guided" | "demonstration"):
            drive.begin()
        case ("taking-rest", "ready" | "guided" | "demonstration"):
            drive.send(RestKnown(drive.at_s, REST))
        case ("stopped", "ready" | "guided" | "demonstration"):
            ask(drive, "next")
        case ("stopped", "relax"):
            ask(drive, "rest")
        case ("release-step" | "demonstration", "ready"):
            drive.run(lambda: bool(taken))
        case (phase, "ready" | "guided" | "demonstration") if phase not in {"between", "relax"}:
            ask(drive, "skip")
        case _:
            drive.run(lambda: bool(taken))


@pytest.mark.parametrize("edge", EDGES, ids=" to ".join)
def test_each_edge_of_the_table_is_driven(edge: Edge, monkeypatch: pytest.MonkeyPatch) -> None:
    """From its first phase the engine takes that edge and no other."""
    taken: list[Edge] = []
    check = states.check

    def noting(current: Phase, following: Phase) -> None:
        taken.append((current, following))
        check(current, following)

    monkeypatch.setattr(states, "check", noting)
    by_clock = edge in {("finding-face", "ready"), ("finding-face", "demonstration")}
    known = "release-step" in edge
    steps, shown = steps_for(edge), demonstrated(edge)
    given = plan(*steps, by_clock=by_clock, known_linked=known, demonstrated=shown)
    drive = Drive(Engine(given))
    go_to(drive, edge)
    assert drive.engine.phase == edge[0]
    taken.clear()

    leave(drive, edge, taken)

    assert taken == [edge]
    assert drive.engine.phase == edge[1]


def test_what_is_not_in_the_table_is_refused() -> None:
    """Each pair of phases that is no edge raises."""
    phases: list[Phase] = list(FOLLOWS)
    others: list[Edge] = [(a, b) for a in phases for b in phases if (a, b) not in EDGES]
    for current, following in others:
        with pytest.raises(SessionError, match=f"'{following}' cannot follow '{current}'"):
            states.check(current, following)


def _random_event(walk: random.Random, at_s: float) -> Event:
    action: UserAction = walk.choice(ACTIONS)
    event = walk.choice(
        [
            Felt(at_s, "tired"),
            CameraLost(at_s, "The camera was unplugged."),
            CameraBack(at_s),
            RestKnown(at_s, REST),
            RestNotTaken(at_s, "moving"),
            Ticked(at_s),
        ]
    )
    return walk.choice([ActionRequested(at_s, action), ActionRequested(at_s, action), event])


ACTIONS: tuple[UserAction, ...] = (
    "pause",
    "resume",
    "continue",
    "continue",
    "skip",
    "again",
    "more-rest",
    "new-rest",
    "stop-set",
    "rest",
    "next",
)


def _after_a_walk(seed: int) -> Engine:
    """An engine that has heard sixty events in a random order."""
    walk = random.Random(seed)
    quick = smile(reps=1, sets=2, rise_s=0.5, hold_s=0.5, release_s=0.5, rest_s=0.5)
    steps = [quick, massage(2), replace(quick, pace="self"), replace(quick, assist=True)]
    walk.shuffle(steps)
    engine, at_s = Engine(plan(*steps)), 0.0
    engine.handle(Began(at_s))
    for _ in range(60):
        seen = walk.random() < 0.9
        for _ in range(walk.choice([1, 3, 6, 30])):
            at_s += 0.1
            frame = reading(round(10 * at_s), at_s, None, 0.0, 0.0)
            commands = engine.handle(Read(at_s, frame) if seen else Ticked(at_s))
            if any(isinstance(c, AskForRest) for c in commands) and walk.random() < 0.8:
                engine.handle(RestKnown(at_s, REST))
        engine.handle(_random_event(walk, at_s))
    engine.handle(SourceEnded(at_s))
    return engine


def test_no_list_of_events_leaves_the_table() -> None:
    """Whatever comes in whatever order, no transition is refused."""
    for seed in range(80):
        assert _after_a_walk(seed).phase == "done", seed
