"""A camera process that breaks the protocol. Run as `python rogue_worker.py HOW`."""

import os
import signal
import sys
import time

from sessions.camera import wire
from sessions.messages import WIRE_VERSION, Failed, FromWorker, Hello, Picture, RestRefused
from sessions.readings import Reading

LATE_S = 0.6
"""How long a worker makes the session wait for its greeting that is late with it."""


def hello(version: int = WIRE_VERSION, *, live: bool = True) -> Hello:
    """An honest greeting."""
    return Hello(
        wire=version,
        program="0",
        mediapipe="0",
        model_sha256="",
        source="camera",
        width=640,
        height=480,
        fps=30.0,
        live=live,
        network_banned=True,
    )


def say(*messages: FromWorker) -> None:
    """Write messages to the wire at once."""
    data = b"".join(wire.encode(message) for message in messages)
    while data:
        data = data[os.write(1, data) :]


def until_told() -> None:
    """Wait for the session to say anything more, or to go."""
    if not os.read(0, 65536):
        os._exit(0)


def main(how: str) -> None:
    """Do one kind of wrong."""
    until_told()
    if how == "mute":
        time.sleep(3600)
    if how == "dies-first":
        sys.exit(3)
    if how == "refuses":
        say(Failed(part="settings", sentence="No such thing. Type something else."))
        return
    if how == "other-version":
        say(hello(WIRE_VERSION + 1))
        time.sleep(3600)
    if how == "prints":
        print("Segmentation fault (but politely)", flush=True)
        time.sleep(3600)
    if how == "late":
        time.sleep(LATE_S)
    say(hello(live=how != "lockstep"))
    if how == "garbage":
        os.write(1, b"\x00\x00\x00\x04oops")
        time.sleep(3600)
    if how == "half-a-message":
        os.write(1, wire.encode(Reading(n=0, t_s=0.0))[:-3])
        return
    if how == "floods":
        while True:
            say(*[Reading(n=n, t_s=float(n)) for n in range(200)])
    if how == "stubborn":
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        say(Reading(n=0, t_s=0.0))
        time.sleep(3600)
    if how in ("bursts", "lockstep"):
        until_told()
        readings = [Reading(n=n, t_s=n / 30) for n in range(300)]
        pictures = [Picture(width=1, height=1, rgb=bytes(3)) for _ in range(20)]
        refusals = [RestRefused(reason="moving")] * 3
        say(*readings, *pictures, *refusals, *pictures, *readings[:100], refusals[0])
        say(Reading(n=999, t_s=999.0))
        until_told()


if __name__ == "__main__":
    main(sys.argv[1])
