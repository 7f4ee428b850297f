"""Notices that nobody is there any more: a question waits and no key comes."""

from sessions.engine.engine import Engine

NOBODY_AFTER_S = 600.0
"""A question that has waited this long is answered by nobody. Ten minutes: longer than any rest,
shorter than it takes to forget a running camera. Engineering default."""


class NobodyThere:
    """Counts the time that a session has waited for an answer since the last key."""

    def __init__(self) -> None:
        self._since_s: float | None = None

    def pressed(self) -> None:
        """Somebody is there."""
        self._since_s = None

    def see(self, engine: Engine) -> bool:
        """Whether the session has waited too long by now."""
        asks = engine.phase in {"demonstration", "stopped"} and engine.ends_s is None
        if not asks or engine.pause is not None:
            self._since_s = None
            return False
        if self._since_s is None:
            self._since_s = engine.at_s
        return engine.at_s - self._since_s >= NOBODY_AFTER_S
