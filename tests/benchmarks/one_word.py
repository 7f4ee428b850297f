"""The least a Textual app can be: what a first screen costs before we add anything."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class OneWord(App[None]):
    """One word."""

    def compose(self) -> ComposeResult:
        """It."""
        yield Static("hello")


if __name__ == "__main__":
    OneWord().run()
