"""The design this program does not have: three landmarkers in a thread beside the screen.

`python -m tests.benchmarks.naive_app FILM MODEL`: shows a count of frames; `v` answers with the
next number, so that the time from key to screen can be measured from outside.
"""

import sys
import threading
from itertools import islice

from textual import events
from textual.app import App, ComposeResult
from textual.widgets import Static

from tests.benchmarks.bare_loop import frames, landmarker


class Naive(App[None]):
    """A thread that measures, a timer that draws."""

    def __init__(self, film: str, model: str) -> None:
        super().__init__()
        self._film, self._model = film, model
        self._done = self._pressed = 0

    def compose(self) -> ComposeResult:
        """Two lines."""
        yield Static(id="frames")
        yield Static(id="pressed")

    def on_mount(self) -> None:
        """Begin to measure and to draw."""
        threading.Thread(target=self._measure, daemon=True).start()
        self.set_interval(1 / 12, self._draw)

    def _draw(self) -> None:
        self.query_one("#frames", Static).update(f"frames {self._done}.")

    def _measure(self) -> None:
        pictures = list(islice(frames(self._film), 60))
        finders = [landmarker(self._model) for _ in range(3)]
        while True:
            for picture in pictures:
                self._done += 1
                for finder in finders:
                    finder.detect_for_video(picture, self._done * 33)

    def on_key(self, event: events.Key) -> None:
        """Answer."""
        if event.key == "v":
            self._pressed += 1
            self.query_one("#pressed", Static).update(f"pressed {self._pressed}.")


if __name__ == "__main__":
    Naive(sys.argv[1], sys.argv[2]).run()
