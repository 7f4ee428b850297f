"""`slowsmile doctor --camera`: a few seconds of the camera in plain words; keeps nothing."""

import asyncio
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from statistics import median

from routines.errors import Trouble
from sessions.camera.link import Link
from sessions.messages import SILENT_S, WIRE_VERSION, Failed, Hello, Open
from sessions.readings import SLOW_FPS, Pose, Reading, Reason
from tui.person.paths import Places
from tui.practice.camera import LOG_NAME
from tui.terminal.exits import CODES, DONE
from tui.texts.commands import camera_check as words
from tui.texts.seeing import WHAT_TO_DO

LOOK_S = 4.0
GOOD_FPS, ENOUGH_FPS = 24.0, 12.0
"""Pictures a second: what a camera gives in good light; what most give in the evening."""
DIM, DARK, BRIGHT = 0.22, 0.12, 0.85
"""Mean grey of the face. Below `DARK` nothing is scored (see `sessions.scoring.quality`)."""
STRAIGHT = Pose(6.0, 10.0, 15.0)
"""As the face at rest is taken."""
MOSTLY = 0.8
TOLD: tuple[Reason, ...] = ("too-dark", "too-bright", "head-turned", "slow")
"""Reasons that rate, light and pose have told."""


def look_through(places: Places, source: str, say: Callable[[str], None] = print) -> int:
    """Open the camera, look, and say what there is; the exit code."""
    from sessions.camera.model_file import find_model

    print(words.LOOKING, file=sys.stderr)
    try:
        model = find_model(places.model)
        link = Link(log=places.logs / LOG_NAME, environment=places.child_environment())
        asked = Open(wire=WIRE_VERSION, source=source, model=str(model))
        hello, readings = asyncio.run(_look(link, asked))
    except Trouble as trouble:
        say(trouble.sentence)
        return CODES[trouble.kind]
    for line in in_words(hello, readings):
        say(line)
    return DONE


async def _look(link: Link, asked: Open) -> tuple[Hello, list[Reading]]:
    readings: list[Reading] = []
    try:
        hello = await link.start(asked)
        until = time.monotonic() + LOOK_S
        while (left := until - time.monotonic()) > 0:
            message = await link.next(within_s=max(left, SILENT_S))
            if isinstance(message, Failed):
                raise Trouble(message.sentence, message.part)
            if message is None:
                break
            if isinstance(message, Reading):
                readings.append(message)
    finally:
        await link.close()
    return hello, readings


def in_words(hello: Hello, readings: Sequence[Reading]) -> list[str]:
    """Rate, size, light and pose, a sentence or two each."""
    name = hello.camera[1] if hello.camera else hello.source
    lines = [words.NAME.format(name=name) if name else words.UNNAMED, *hello.notes]
    lines.append(words.SIZE.format(width=hello.width, height=hello.height))
    rates = [one.camera_fps for one in readings if one.camera_fps > 0]
    if not rates:
        return [*lines, words.NO_PICTURES.format(seconds=LOOK_S)]
    lines.append(_rate(median(rates)))
    read = median([one.fps for one in readings if one.fps > 0] or [0.0])
    verdict = words.READ_ENOUGH if read >= SLOW_FPS else words.READ_FEW
    lines.append(words.READ.format(fps=read, verdict=verdict))
    return [*lines, *_face(readings)]


def _rate(fps: float) -> str:
    if fps >= GOOD_FPS:
        return words.RATE_GOOD.format(fps=fps)
    return (words.RATE_ENOUGH if fps >= ENOUGH_FPS else words.RATE_FEW).format(fps=fps)


def _face(readings: Sequence[Reading]) -> list[str]:
    """Whether a face is there, its light, how it is held, and what else is in the way."""
    seen = [one for one in readings if one.face is not None]
    if not seen:
        return [words.NO_FACE]
    share = len(seen) / len(readings)
    often = words.FACE_SOMETIMES.format(percent=100 * share, remedy=WHAT_TO_DO["no-face"])
    lines = [words.FACE_SEEN if share >= MOSTLY else often]
    lines.append(_light(median([one.face.brightness for one in seen if one.face])))
    poses = [one.pose for one in seen if one.pose is not None]
    if poses:
        lines.append(_pose(poses))
    reasons: Counter[Reason] = Counter(one.reason for one in seen if one.reason is not None)
    for reason, count in reasons.most_common(1):
        if count >= len(seen) / 2 and reason not in TOLD:
            lines.append(words.ALSO.format(what=WHAT_TO_DO[reason]))
    return lines


def _light(brightness: float) -> str:
    if brightness < DARK:
        return words.LIGHT_DARK
    if brightness < DIM:
        return words.LIGHT_DIM
    return words.LIGHT_BRIGHT if brightness > BRIGHT else words.LIGHT_GOOD


def _pose(poses: Sequence[Pose]) -> str:
    """The angle that is furthest from straight, if any is too far."""
    found = [
        (abs(median(angles)), most, text)
        for angles, most, text in (
            ([p.yaw_deg for p in poses], STRAIGHT.yaw_deg, words.POSE_TURNED),
            ([p.pitch_deg for p in poses], STRAIGHT.pitch_deg, words.POSE_NODDED),
            ([p.roll_deg for p in poses], STRAIGHT.roll_deg, words.POSE_LEANING),
        )
    ]
    degrees, most, text = max(found, key=lambda one: one[0] / one[1])
    return text.format(degrees=degrees) if degrees > most else words.POSE_GOOD
