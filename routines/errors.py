"""`Trouble`: the exception for expected failures (bad input, missing device, full disk).

Every layer may raise it. Only the command line turns it into words on stderr and an exit code,
so the sentence must stand alone: what is wrong, and what to do next.
"""

from typing import Literal

TroubleKind = Literal["usage", "settings", "camera", "video", "model", "unexpected"]
"""Whose matter it is: what was typed, what was written in a file, what could not be used."""


class Trouble(Exception):
    """An expected failure in plain words; `kind` decides the exit code."""

    def __init__(self, sentence: str, kind: TroubleKind = "usage") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.kind: TroubleKind = kind
