"""Holds running processes to a share of one core: all on the same core, stopped and continued in
turns. Linux; needs no rights."""

import contextlib
import os
import signal
import threading
from collections.abc import Callable, Iterable
from pathlib import Path
from types import TracebackType
from typing import Self

PERIOD_S = 0.1


class HeldBack:
    """While the context lasts; `pids` is asked again in each period, so that nobody escapes."""

    def __init__(self, share: float, pids: Callable[[], Iterable[int]]) -> None:
        """`share` of one core, 0 to 1."""
        self._share, self._pids = share, pids
        self._over = threading.Event()
        self._pinned: set[int] = set()
        self._thread = threading.Thread(target=self._hold, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._over.set()
        self._thread.join()

    def _hold(self) -> None:
        core = {max(os.sched_getaffinity(0))}
        while not self._over.is_set():
            pids = list(self._pids())
            for pid in pids:
                self._pin(pid, core)
            if self._share >= 1.0:
                self._over.wait(PERIOD_S)
                continue
            self._tell(pids, signal.SIGSTOP)
            self._over.wait(PERIOD_S * (1.0 - self._share))
            self._tell(pids, signal.SIGCONT)
            self._over.wait(PERIOD_S * self._share)

    def _pin(self, pid: int, core: set[int]) -> None:
        """Threads that begin later inherit it."""
        if pid in self._pinned:
            return
        with contextlib.suppress(OSError):
            for thread in Path(f"/proc/{pid}/task").iterdir():
                os.sched_setaffinity(int(thread.name), core)
            self._pinned.add(pid)

    @staticmethod
    def _tell(pids: Iterable[int], number: signal.Signals) -> None:
        for pid in pids:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, number)
