"""A process that practises without pause until it is killed; says each thing once it is kept.

Run as `python -m tests.sessions.log.log_child FOLDER`. Prints `begin ID`, `rep ID N`, `done ID`.
"""

import sys
from pathlib import Path

from sessions.engine.interface.commands import Finished
from sessions.log.journal import Journal
from tests.sessions.log_samples import MEASURED, REST, header, kept_rep


def main(folder: Path) -> None:
    """Run sessions of forty repetitions, one after the other."""
    while True:
        journal = Journal.begin(folder, header())
        name = journal.header.id
        print("begin", name, flush=True)
        journal.add(MEASURED)
        journal.add(REST)
        for n in range(1, 41):
            journal.add(kept_rep(n))
            print("rep", name, n, flush=True)
        journal.add(Finished(at_s=410.0, ended="finished"))
        journal.finish()
        print("done", name, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
