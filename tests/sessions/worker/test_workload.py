"""The workload: which load a machine comes to, by what a frame takes it and its camera sends."""

import pytest

from sessions.readings import LOADS, Load
from sessions.worker.workload import EVERY_S, TURNS_SHARE, Workload


class Machine:
    """A machine on which a whole frame takes so long, with a camera of so many a second."""

    def __init__(self, workload: Workload, took_s: float, fps: float = 30.0) -> None:
        self.workload, self.took_s, self.fps = workload, took_s, fps
        self.now, self.measured = 0.0, True
        self.done: list[float] = []
        self.said: list[Load] = []

    def run(self, seconds: float) -> "Machine":
        """Let frames come; those that come while one is measured are missed, but for the last."""
        until = self.now + seconds
        while self.now < until:
            if self.workload.due(self.now):
                self.workload.begun(self.now)
                share = TURNS_SHARE if self.workload.in_turns else 1.0
                self.now += self.took_s * (share if self.measured else 0.4)
                self.workload.done(self.now, self.fps, measured=self.measured)
                self.done.append(self.now)
                if not self.said or self.said[-1] != self.workload.load:
                    self.said.append(self.workload.load)
            self.now = max(self.now + 1e-4, -(-self.now * self.fps // 1) / self.fps)
        return self

    @property
    def load(self) -> Load:
        """Where it has come to."""
        return self.workload.load

    def rate(self, seconds: float = 4.0) -> float:
        """Frames a second that it measured lately."""
        return sum(t > self.now - seconds for t in self.done) / seconds


@pytest.mark.parametrize(
    ("took_s", "load"),
    [
        (0.015, "every-frame"),
        (0.035, "every-frame"),
        (0.050, "every-second"),
        (0.075, "every-second"),
        (0.100, "in-turns"),
        (0.150, "eight-a-second"),
        (0.600, "eight-a-second"),
    ],
)
def test_each_machine_comes_to_the_load_that_it_can_do(took_s: float, load: Load) -> None:
    """And stays there: within ten seconds, with no going to and fro."""
    machine = Machine(Workload(), took_s).run(10)
    assert machine.load == load
    assert machine.run(120).said in ([load], ["every-frame", load])


@pytest.mark.parametrize("load", LOADS)
def test_so_many_frames_are_measured(load: Load) -> None:
    """Thirty, fifteen, fifteen, eight a second of a camera at thirty."""
    rate = Machine(Workload(best=load), 0.01).run(10).rate()

    assert rate == pytest.approx(min(30.0, 1 / max(EVERY_S[load], 1e-6)), rel=0.06)


def test_one_slow_window_changes_nothing() -> None:
    """Another program starts, and is done."""
    machine = Machine(Workload(), 0.02).run(10)
    machine.took_s = 0.2
    machine.run(1.2)
    machine.took_s = 0.02

    assert machine.run(5).said == ["every-frame"]


def test_a_machine_that_is_free_again_goes_up_one_by_one() -> None:
    """Not before ten seconds of it each."""
    machine = Machine(Workload(), 0.2).run(10)
    machine.took_s = 0.01
    assert machine.run(9).load == "eight-a-second"
    machine.run(60)

    assert machine.said == [
        "every-frame",
        "eight-a-second",
        "in-turns",
        "every-second",
        "every-frame",
    ]


def test_frames_without_measures_are_no_reason_to_go_up() -> None:
    """While the face is looked for a frame costs less than half."""
    machine = Machine(Workload(begin="in-turns"), 0.03)
    machine.measured = False

    assert machine.run(60).load == "in-turns"


def test_they_are_a_reason_to_go_down() -> None:
    """Finding the face alone is too much."""
    machine = Machine(Workload(), 0.3)
    machine.measured = False

    assert machine.run(10).load == "eight-a-second"


@pytest.mark.parametrize(("took_s", "load"), [(0.01, "in-turns"), (0.3, "eight-a-second")])
def test_a_battery_bounds_it_above(took_s: float, load: Load) -> None:
    """Less is still possible."""
    assert Machine(Workload(best="in-turns"), took_s).run(30).load == load


def test_what_was_chosen_stays() -> None:
    """However slow the machine."""
    fixed = Workload(best="every-second", least="every-second", begin="eight-a-second")

    assert Machine(fixed, 0.3).run(30).load == "every-second"


def test_it_begins_where_it_stood() -> None:
    """What this machine could do last time, within what is allowed now."""
    assert Workload(begin="in-turns").load == "in-turns"
    assert Workload(begin="every-frame", best="every-second").load == "every-second"


@pytest.mark.parametrize("fps", [10.0, 15.0])
def test_a_camera_of_few_pictures_is_measured_whole(fps: float) -> None:
    """What it sends is all there is; a machine that can do it is not slow."""
    machine = Machine(Workload(), 0.05, fps).run(30)

    assert machine.load == "every-frame"
    assert machine.rate() == pytest.approx(fps, rel=0.06)


@pytest.mark.parametrize(("took_s", "fps", "working"), [(0.3, 30.0, True), (0.02, 5.0, False)])
def test_it_knows_whether_computer_or_camera_is_slow(
    took_s: float, fps: float, working: bool
) -> None:
    """The one measures all the time, the other waits."""
    assert Machine(Workload(), took_s, fps).run(10).workload.working is working


def test_waiting_for_a_camera_is_no_work() -> None:
    """It has stopped; what was measured before says nothing about now."""
    machine = Machine(Workload(), 0.3).run(10)
    machine.workload.begun(machine.now)
    machine.workload.done(machine.now, 30.0, measured=True)
    machine.workload.waited(machine.now + 3.5)

    assert not machine.workload.working


def test_taking_rest_does_not_count() -> None:
    """Two dozen frames are read in one go, on any machine."""
    machine = Machine(Workload(), 0.02).run(5)
    for _ in range(3):
        machine.workload.begun(machine.now)
        machine.now += 4.0
        machine.workload.took_rest(machine.now)

    assert machine.run(5).load == "every-frame"
