"""The only door to LiteRT, which runs a network by itself on a picture that the caller made.

Nothing is written, and the library holds no code that opens a socket.
"""

from importlib import import_module
from typing import Any


class NoLiteRT(Exception):
    """LiteRT is not installed or does not run here: the eyes are read without it."""


def interpreter_of(network: bytes) -> Any:
    """LiteRT's interpreter of a network, on one thread, ready to run. Raises `NoLiteRT`."""
    try:
        litert: Any = import_module("ai_edge_litert.interpreter")
        made = litert.Interpreter(model_content=network, num_threads=1)
        made.allocate_tensors()
    except (ImportError, OSError, ValueError, RuntimeError) as error:
        raise NoLiteRT(str(error)) from error
    return made
