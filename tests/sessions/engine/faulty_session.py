"""A session in which things go wrong at random moments, and a ledger of what was asked for.

The face is that of `driving`: it moves when it is asked to, by sizes drawn for this session. A
restart goes through the bytes of a journal, so that what a resumed session knows is what a disk
would give back.
"""

import random
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from msgspec.structs import replace

from routines.model import Step
from sessions.engine.engine import Engine
from sessions.engine.interface.commands import KEPT_TYPES, Command, Cue, Kept, KeptVerdict
from sessions.engine.interface.events import (
    ActionRequested,
    Began,
    CameraBack,
    CameraLost,
    Closed,
    Event,
    Felt,
    RestNotTaken,
    Ticked,
    UserAction,
)
from sessions.engine.interface.plan import SessionPlan
from sessions.log.entries import Entry, Header
from sessions.log.journal_format import line_of, read_journal
from sessions.readings import Reason
from tests.sessions.driving import Drive, brow, linked_smile, massage, plan, smile
from tests.sessions.log_samples import header

FAULTS = (
    "face",
    "camera",
    "lag",
    "no-rest",
    "bounce",
    "pause",
    "again",
    "more-rest",
    "new-rest",
    "by-clock",
    "restart",
    "damage",
    "pain",
)
"""Lost face, lost camera, a standstill, a rest that is refused, a key that bounces, keys, a
restart, one from a journal of which a line is damaged, and pain: no fault, but the last word."""
KEYS: tuple[UserAction, ...] = ("continue", "pause", "resume", "again", "more-rest", "by-clock")
DOSE = {"rise_s": 0.8, "hold_s": 1.0, "release_s": 0.8, "rest_s": 1.0, "between_s": 4.0}
WISHES: dict[str, UserAction] = {"again": "again", "more-rest": "more-rest", "new-rest": "new-rest"}
ASKS = frozenset({"rise", "your-pace", "assist"})
LONGEST_S = 900.0


@dataclass(frozen=True)
class Asked:
    """One repetition that was asked for."""

    step: int
    target_percent: float
    at: int
    """Its place among all commands of the session, restarts included."""


@dataclass
class FaultySession:
    """The session of a seed, from its beginning through every restart to its end."""

    seed: int
    faults: Counter[str] = field(default_factory=Counter[str])
    commands: list[Command] = field(default_factory=list[Command])
    asked: list[Asked] = field(default_factory=list[Asked])
    kept: list[Entry] = field(default_factory=list[Entry])
    """What the journal would give back, as far as it was not damaged."""
    lost: int = 0
    """Lines of the journal that were damaged."""

    def __post_init__(self) -> None:
        dice = random.Random(self.seed)
        self.plan = _plan(dice)
        self._dice = dice
        self._sizes = _sizes(dice)
        self._drive = self._started(self.plan)
        planned = dice.choice((0, 1, 1, 2, 3, 5))
        for _ in range(planned):
            self._run_on(dice.uniform(2.0, 40.0))
            if self._drive.engine.phase == "done":
                break
            self._go_wrong(dice.choice(FAULTS))
        self._run_on(LONGEST_S)

    @property
    def ended(self) -> bool:
        """Whether it came to its end."""
        return self._drive.engine.phase == "done"

    @property
    def fault_count(self) -> int:
        """How often something went wrong; a damaged line counts by itself, and so does the way back
        to a camera, for which rest is taken anew."""
        return self.faults.total() + self.lost + self.faults["by-clock"]

    def stops(self, *rules: str) -> list[tuple[int, KeptVerdict]]:
        """The stops of guards with their place among all commands."""
        return [
            (at, command)
            for at, command in enumerate(self.commands)
            if isinstance(command, KeptVerdict)
            and command.verdict.level == "stop"
            and command.verdict.rule in rules
        ]

    def _started(self, session_plan: SessionPlan) -> Drive:
        left, right, linked = self._sizes
        drive = Drive(Engine(session_plan), left=left, right=right, linked=linked)
        drive.send(Began(0.0))
        self._listen(drive)
        return drive

    def _listen(self, drive: Drive) -> None:
        """Write down what was asked for and kept since the last time."""
        new, drive.out = drive.out, []
        for command in new:
            if isinstance(command, Cue) and command.phase in ASKS:
                step = next(
                    i
                    for i, one in enumerate(self.plan.routine.steps)
                    if one.exercise.id == command.exercise
                )
                self.asked.append(Asked(step, command.target_percent, len(self.commands)))
            if isinstance(command, KEPT_TYPES):
                self.kept.append(cast("Kept", command))
            self.commands.append(command)

    def _run_on(self, seconds: float) -> None:
        drive, until_s = self._drive, self._drive.at_s + seconds
        while drive.engine.phase != "done" and drive.at_s < until_s:
            drive.frame()
            self._listen(drive)
            pause = drive.engine.pause
            if pause is not None and pause.reason == "person":
                self._send(ActionRequested(drive.at_s, "resume"))
            elif drive.engine.phase == "stopped" and drive.engine.ends_s is None:
                self._send(ActionRequested(drive.at_s, "continue"))

    def _send(self, *events: Event) -> None:
        for event in events:
            self._drive.send(event)
        self._listen(self._drive)

    def _go_wrong(self, fault: str) -> None:
        dice, drive = self._dice, self._drive
        self.faults[fault] += 1
        match fault:
            case "face":
                reasons: tuple[Reason, ...] = ("no-face", "two-faces", "head-turned")
                drive.reason = dice.choice(reasons)
                self._run_on(dice.uniform(0.2, 6.0))
                drive.reason = None
            case "camera":
                self._send(CameraLost(drive.at_s, "The camera is gone."))
                drive.at_s += dice.uniform(0.1, 8.0)
                self._send(Ticked(drive.at_s))
                self._send(*[CameraBack(drive.at_s)] * dice.choice((1, 2)))
            case "lag":
                drive.at_s += dice.choice((0.5, 2.0, 5.0, 60.0))
                self._send(Ticked(drive.at_s))
            case "no-rest":
                self._send(RestNotTaken(drive.at_s, "moving"))
            case "bounce":
                key = dice.choice(KEYS)
                for _ in range(dice.randint(2, 4)):
                    drive.at_s += 0.02
                    self._send(ActionRequested(drive.at_s, key))
            case "pause":
                self._send(ActionRequested(drive.at_s, "pause"))
                drive.at_s += dice.uniform(0.1, 30.0)
                self._send(Ticked(drive.at_s), ActionRequested(drive.at_s, "resume"))
            case "by-clock":
                self._send(CameraLost(drive.at_s, "The camera is gone."))
                self._send(ActionRequested(drive.at_s, "by-clock"))
                self._run_on(dice.uniform(1.0, 20.0))
                self._send(CameraBack(drive.at_s), ActionRequested(drive.at_s, "by-clock"))
            case "restart" | "damage":
                self._restart(damaged=fault == "damage")
            case "pain":
                self._send(Felt(drive.at_s, "pain"))
                self._restart(damaged=dice.random() < 0.5)
            case _:
                self._send(ActionRequested(drive.at_s, WISHES[fault]))

    def _restart(self, *, damaged: bool) -> None:
        """Closed (killed, where the end was not kept), and gone on with from the journal."""
        if self._dice.random() < 0.5:
            self._drive.send(Closed(self._drive.at_s))
            self._drive.out = []  # a session that is put aside keeps no end
        lines = [line_of(entry) for entry in self.kept]
        if damaged and lines:
            place = self._dice.randrange(len(lines))
            lines[place] = b"0" + lines[place][1:-3] + b"?\n"
            self.lost += 1
        begin: Header = replace(header(), plan=self.plan)
        found = read_journal(Path("test.jsonl"), b"".join([line_of(begin), *lines]))
        assert found.damaged_lines == (damaged and bool(lines))
        assert found.plan is not None
        self.kept = list(found.entries)
        if not found.over:
            self._drive = self._started(found.plan)


def _plan(dice: random.Random) -> SessionPlan:
    makers = [smile, brow, linked_smile]
    steps: list[Step] = []
    for make in dice.sample(makers[:2] if dice.random() < 0.5 else makers[1:], dice.randint(1, 2)):
        steps.append(make(reps=dice.randint(4, 6), sets=dice.choice((1, 1, 2)), **DOSE))
    if dice.random() < 0.3:
        steps.insert(dice.randint(0, len(steps)), massage(6.0))
    known = dice.random() < 0.3
    ladder = {"smile-eye": dice.choice((50.0, 70.0))} if known and dice.random() < 0.5 else {}
    return plan(*steps, known_linked=known, ladder=ladder)


def _sizes(dice: random.Random) -> tuple[Sequence[float], Sequence[float], Sequence[float]]:
    """Successive sizes of the weak half, the strong half and the narrowing of the eye."""
    fades, grows, links = (dice.choice((0.0, 0.0, 0.15, 0.35)) for _ in range(3))
    return (
        _series(5.0 * (1 - fades * n) * dice.uniform(0.95, 1.05) for n in range(12)),
        _series(6.0 * (1 + grows * n) * dice.uniform(0.95, 1.05) for n in range(12)),
        _series(100 * links * dice.uniform(0.5, 1.5) for _ in range(12)),
    )


def _series(sizes: Iterable[float]) -> Sequence[float]:
    return tuple(max(0.0, size) for size in sizes)
