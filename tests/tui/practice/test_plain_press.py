"""A key that bounces in plain mode does once what it was pressed for."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from sessions.engine.interface.events import UserAction
from sessions.engine.interface.view import SessionView
from sessions.live.clock import ManualClock
from sessions.live.conductor import Conductor
from tests.tui.pretend_camera import PretendCamera
from tests.tui.screens.practice_app import request
from tui.practice.plain_press import Presses


class Watched(Conductor):
    """Notes what it is asked for; every wish leads to another exercise, as a skip does."""

    def __init__(self, data: Path) -> None:
        super().__init__(request(data), PretendCamera(), clock=ManualClock())
        self.wishes: list[UserAction] = []

    def view(self) -> SessionView:
        """At the exercise that the wishes led to."""
        return replace(super().view(), step=len(self.wishes))

    def ask(self, action: UserAction) -> None:
        """Note it."""
        self.wishes.append(action)


def wishes_after(data: Path, *presses: tuple[str, float]) -> list[UserAction]:
    """What is asked for when these keys come at these seconds."""
    times = iter([at_s for key, at_s in presses if key not in {"x", "\x1b"}])
    conductor = Watched(data)
    keys = Presses(conductor, lambda line: None, lambda: next(times), lambda: None)
    for key, _ in presses:
        keys.press(key)
    return conductor.wishes


@pytest.mark.parametrize(
    ("presses", "count"),
    [
        ((("s", 1.0), ("s", 1.05)), 1),
        ((("s", 1.0), ("s", 1.05), ("s", 1.1)), 1),
        ((("s", 1.0), ("s", 1.2)), 2),
        ((("s", 1.0), ("+", 1.05)), 2),
        ((("x", 1.0), ("x", 1.05)), 2),
        ((("x", 1.0), ("s", 1.05), ("s", 1.1)), 2),
    ],
)
def test_the_same_key_at_once_is_one_press(
    tmp_path: Path, presses: tuple[tuple[str, float], ...], count: int
) -> None:
    """Other keys, the same key later, and stop are taken every time."""
    assert len(wishes_after(tmp_path, *presses)) == count
