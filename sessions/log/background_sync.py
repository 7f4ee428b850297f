"""Asks the disk on a background thread to keep a file.

Requests made while one is under way become one. A disk that fails is remembered in `error` until
it works again.
"""

import threading
from collections.abc import Callable
from pathlib import Path

from sessions.storage.private_files import sync, sync_folder

WAIT_S = 5.0
"""How long `stop` waits for a disk that does not answer."""


class DiskSync:
    """One thread that asks; started by the first request, gone after `stop`."""

    def __init__(self, ask: Callable[[int], None] = sync) -> None:
        self.error: OSError | None = None
        self._sync = ask
        self._turn = threading.Condition()
        self._handle: int | None = None
        self._folder: Path | None = None
        self._stopping = False
        self._thread: threading.Thread | None = None

    def ask(self, handle: int, folder: Path | None = None) -> None:
        """Have `handle` synced soon, and the names in `folder`. Never waits."""
        with self._turn:
            self._handle = handle
            self._folder = folder or self._folder
            self._stopping = False
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="disk-sync", daemon=True)
                self._thread.start()
            self._turn.notify()

    def stop(self) -> None:
        """Finish what was asked for and end the thread."""
        with self._turn:
            thread, self._thread = self._thread, None
            self._stopping = True
            self._turn.notify()
        if thread is not None:
            thread.join(WAIT_S)

    def _run(self) -> None:
        while True:
            with self._turn:
                while self._handle is None and not self._stopping:
                    self._turn.wait()
                handle, self._handle = self._handle, None
                folder, self._folder = self._folder, None
            if handle is None:
                return
            try:
                self._sync(handle)
            except OSError as error:
                self.error = error
            else:
                self.error = None
            if folder is not None:
                sync_folder(folder)
