"""A process whose files may not grow for a while.

Usage: `python -m tests.sessions.log.full_disk_child DIR`.

The limit of the operating system stands for a full disk. Prints the trouble when it begins.
"""

import resource
import sys
from pathlib import Path

from sessions.engine.interface.commands import Finished
from sessions.log.journal import Journal
from tests.sessions.log_samples import header, kept_rep


def main(data: Path) -> None:
    """Four repetitions with room, six without, two with room again."""
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    journal = Journal.begin(data, header())
    for n in range(1, 13):
        if n == 5:
            room = journal.path.stat().st_size + 100
            resource.setrlimit(resource.RLIMIT_FSIZE, (room, hard))
        if n == 11:
            resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
        before = journal.trouble
        journal.add(kept_rep(n))
        if journal.trouble not in {None, before}:
            print(n, journal.trouble)
    journal.add(Finished(at_s=130.0, ended="finished"))
    journal.finish()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
