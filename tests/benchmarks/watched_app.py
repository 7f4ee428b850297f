"""The real program, with notes of what it did: `watched_app NOTES [arguments]`.

`cue MS` for each phase that ended by time, how late; `read SECONDS LOAD SCORED` for each reading.
"""

import signal
import sys
from pathlib import Path
from typing import Any

from sessions.engine.interface.events import Event, Read, Ticked
from sessions.live.conductor import Conductor
from tui.cli import main


def watch(notes: Path) -> None:
    """Write a line for each; a phase's own time is what it is late against."""
    feed = Conductor.feed
    file = notes.open("a", buffering=1)

    def watched(self: Conductor, event: Event) -> None:
        due, phase = self.engine.ends_s, self.engine.phase
        feed(self, event)
        if isinstance(event, Ticked) and due is not None and self.engine.phase != phase:
            file.write(f"cue {1000 * max(0.0, self.now() - due)}\n")
        elif isinstance(event, Read):
            one = event.reading
            file.write(f"read {event.at_s} {one.load} {int(one.left is not None)}\n")

    Conductor.feed = watched


def stand_still_unnoticed() -> None:
    """Let nobody hear that the program was continued: who is held back by signals would otherwise
    begin its screen anew ten times a second, as after Ctrl-Z."""
    usual = signal.signal

    def signals(number: int, handler: Any) -> Any:
        return signal.SIG_DFL if number == signal.SIGCONT else usual(number, handler)

    signal.signal = signals


if __name__ == "__main__":
    stand_still_unnoticed()
    watch(Path(sys.argv.pop(1)))
    sys.exit(main(sys.argv[1:]))
