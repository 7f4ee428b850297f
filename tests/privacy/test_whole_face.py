"""A mirrored half is looked at and gone: the real camera process leaves no picture on the disk, and
calls nobody."""

import asyncio
import datetime
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from routines.reading.library import find
from sessions.camera.link import Link
from sessions.camera.model_file import find_model
from sessions.camera.supervised_link import SteadyLink
from sessions.engine.interface.commands import Command
from sessions.live.conductor import Conductor
from sessions.live.request import SessionRequest
from tests.patience import patience
from tests.privacy.test_whole_session import PICTURES, watch
from tests.sessions.selftest.portraits import portrait


def filmed(path: Path) -> Path:
    """Ten seconds of a face that keeps still."""
    import cv2

    picture = portrait().picture
    height, width = picture.shape[:2]
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"MJPG"), 15, (width, height))
    for _ in range(150):
        writer.write(picture)
    writer.release()
    return path


class Seen:
    """Notes when a picture is there."""

    def __init__(self, conductor: Conductor) -> None:
        self._conductor = conductor
        self.there = asyncio.Event()

    def hear(self, command: Command) -> None:
        """Nothing to hear."""

    def pass_time(self, at_s: float) -> None:
        """Look."""
        if self._conductor.looking.picture is not None:
            self.there.set()


@pytest.fixture
def any_rights() -> Iterator[None]:
    """A umask that takes no rights away."""
    before = os.umask(0)
    yield
    os.umask(before)


@pytest.mark.usefixtures("any_rights")
async def test_a_mirrored_half_is_shown_and_nothing_of_it_is_kept(
    checkout: Path, tmp_path: Path
) -> None:
    """Neither by the camera process nor by the session, in no file below the folder of both. The
    camera process tries no call to the network, and its log does not name the film."""
    data = tmp_path / "data"
    environment, calls = watch(checkout, tmp_path)
    film = filmed(tmp_path / "still.avi")
    request = SessionRequest(
        routine=find("whole-face", today=datetime.date(2026, 11, 21)),
        side="left",
        data=data,
        source=str(film),
        model=str(find_model()),
        whole_face=True,
    )
    environment["HOME"] = str(data)
    link = SteadyLink(lambda: Link(log=data / "camera.log", environment=environment))
    conductor = Conductor(request, link)
    seen = Seen(conductor)
    conductor.listeners.append(seen)
    running = asyncio.create_task(conductor.run())
    conductor.looking.show_half(True)
    await asyncio.wait_for(seen.there.wait(), patience(15.0))
    shown = conductor.looking.picture
    conductor.leave()
    await running
    await conductor.keep()

    assert shown is not None
    rows = [shown.rgb[n : n + 3 * shown.width] for n in range(0, len(shown.rgb), 3 * shown.width)]
    middle = rows[shown.height // 2]
    assert middle[:3] == middle[-3:]
    written = [path for path in data.rglob("*") if path.is_file()]
    assert any(path.suffix == ".toml" for path in written)
    for path in written:
        content = path.read_bytes()
        assert not content.startswith(PICTURES), path
        assert not any(row in content for row in rows), path
        assert stat.S_IMODE(path.stat().st_mode) == 0o600, path
    for folder in (data, *(path for path in data.rglob("*") if path.is_dir())):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700, folder
    assert film.name not in (data / "camera.log").read_text()
    (process,) = calls.read_text().splitlines()
    assert process.startswith("process ")
