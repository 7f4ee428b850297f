"""How long history takes with many sessions: `python -m tests.benchmarks.history [--sessions N]`.

Generates N records (2,000), makes the index, opens it again, and runs `history` and the report as
their own processes. Prints a Markdown table; the opening has a budget of 0.3 s.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from sessions.history.index import FILE_NAME, open_history
from sessions.log.record_files import record_files
from tests.sessions.log_samples import MORNING, many

BUDGET_S = 0.3
ROOT = Path(__file__).resolve().parents[2]


def main() -> int:
    """Measure and print; 1 when the budget is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sessions", type=int, default=2000)
    count: int = parser.parse_args().sessions
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        made_s = _timed(lambda: many(data, count, every_days=0.5, until=MORNING))
        size = sum(path.stat().st_size for path in record_files(data))
        index_s = _timed(lambda: open_history(data))
        open_s = min(_timed(lambda: open_history(data)) for _ in range(5))
        history_s = min(_timed(lambda: _run(data, "history")) for _ in range(3))
        report_s = min(_timed(lambda: _run(data, "report")) for _ in range(3))
        bare_s = min(_timed(lambda: _run(data, "--version")) for _ in range(3))
        index_size = (data / FILE_NAME).stat().st_size
    print(f"{count} sessions, {size / 1e6:.1f} MB of records, index {index_size / 1e6:.1f} MB\n")
    print("| what | seconds |\n|---|---|")
    print(f"| write one record, journal left out | {made_s / count:.4f} |")
    print(f"| make the index, once | {index_s:.2f} |")
    print(f"| **open the history (budget {BUDGET_S})** | **{open_s:.3f}** |")
    print(f"| `history`, the whole process (`--version`: {bare_s:.2f}) | {history_s:.2f} |")
    print(f"| `report` as text, the whole process | {report_s:.2f} |")
    return 0 if open_s <= BUDGET_S else 1


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _run(data: Path, command: str) -> None:
    subprocess.run(
        [sys.executable, "-m", "tui", "--data-dir", str(data), command],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )


if __name__ == "__main__":
    sys.exit(main())
