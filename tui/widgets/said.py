"""A piece of plain text that is laid out again only when it has changed."""

from textual.widgets import Static


class Said(Static):
    """Text without markup; `say` may be called many times a second."""

    def __init__(self, text: str = "", *, id: str | None = None) -> None:
        super().__init__(text, id=id, markup=False)
        self.text = text
        """What is shown."""

    def say(self, text: str) -> None:
        """Replace the text."""
        if text != self.text:
            self.text = text
            self.update(text)
