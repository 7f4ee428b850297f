"""The real program, with notes of what it did: `watched_app NOTES [arguments]`.

`cue MS` for each phase that ended by time, how late; `read SECONDS LOAD SCORED` for each reading.
"""

import sys
from pathlib import Path

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


if __name__ == "__main__":
    watch(Path(sys.argv.pop(1)))
    sys.exit(main(sys.argv[1:]))
