"""The real program, with a note of how late each cue came: `watched_app NOTES [arguments]`."""

import sys
from pathlib import Path

from sessions.engine.interface.events import Event, Ticked
from sessions.live.conductor import Conductor
from tui.cli import main


def watch(notes: Path) -> None:
    """Note for each phase that ended by time how many milliseconds after its time it did."""
    feed = Conductor.feed

    def watched(self: Conductor, event: Event) -> None:
        due, phase = self.engine.ends_s, self.engine.phase
        feed(self, event)
        if isinstance(event, Ticked) and due is not None and self.engine.phase != phase:
            late_s = self.now() - due
            with notes.open("a") as file:
                file.write(f"{1000 * max(0.0, late_s)}\n")

    Conductor.feed = watched


if __name__ == "__main__":
    watch(Path(sys.argv.pop(1)))
    sys.exit(main(sys.argv[1:]))
