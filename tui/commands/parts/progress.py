"""Says on stderr that many records are being read, where that takes long."""

import sys

from routines.language import _
from tui.terminal.exits import say

MANY = 200
"""So many unread records take seconds, and are announced."""


def tell_progress(done: int, of: int) -> None:
    """Say that many records are being read, on stderr."""
    if of >= MANY and sys.stderr is not None and done % (5 * MANY) == 0:
        say(_("Reading records: {done} of {of} ...").format(done=done, of=of))
