"""Decides every piece again: `PYTHON -m tests.museum`, for any Python that has msgspec."""

import platform
import sys
import time

from tests.museum.outcome import decided, digest, kept_again, kept_in
from tests.museum.pieces import README, changed, read, table


def differing() -> list[str]:
    """The pieces that come out otherwise than they were kept, or than the list says."""
    listed = changed(README.read_text(encoding="utf-8"))
    found: list[str] = []
    for piece, row in table().items():
        kept = read(piece)
        now = kept_again(kept)
        expected = listed[piece].outcome if piece in listed else digest(kept_in(kept))
        if digest(now) != expected or decided(kept.plan, now) != row.decided:
            found.append(piece)
    return found


if __name__ == "__main__":
    began = time.process_time()
    wrong = differing()
    took = time.process_time() - began
    print(f"Python {platform.python_version()}: {len(table())} kept sessions, {took:.1f} s")
    print("\n".join(["Other than kept:", *wrong]) if wrong else "All come out to the bit.")
    sys.exit(bool(wrong))
