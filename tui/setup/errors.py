"""Why setting up cannot go on."""


class SetupError(Exception):
    """Setting up cannot go on; `sentence` says why and what to do, `code` is the exit code."""

    def __init__(self, sentence: str, code: int) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.code = code
