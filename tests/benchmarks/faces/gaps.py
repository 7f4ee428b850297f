"""What is left open of an eye: how far what is read lies from the truth, and what is then said.

    python -m tests.benchmarks.faces.gaps [--stills FOLDER] PICTURE [PICTURE ...]

Each PICTURE holds one face whose lids are slid down by known amounts; FOLDER is as in
`tests.benchmarks.rest_pose`. An eye is read before and after own calibration by what the *other*
eye of the same face reads when it is shut. A line for each closure and state: how many eyes, the
true gap, bias and 90th percentile of the error, how often the range held the truth, and how often
millimetres, words and nothing were said. Then how many shut eyes were said to be surely open, and
how many open by half to be closed; and what a full closure, half and a quarter of one read as, as
shares of that of the other eye. Of rendered heads the travel of the lids is known, 7.9 mm, and
taken for the opening at rest, which is up to 0.8 mm more; of photographs the millimetres are those
of the program's own landmarks.
"""

import argparse
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import cv2
import numpy as np

from routines.movements import SIDES, Side, other_side
from sessions.camera.model_file import find_iris_model, find_model
from sessions.face.face_reader import FaceReader
from sessions.messages import RestRefused, RestTaken
from sessions.readings import Reading
from sessions.reps.eye_gap import EyeGap, eye_gap
from sessions.selftest.numbers import PerSide
from sessions.selftest.seated_face import SeatedFace

KEY = "eye-closure"
SHUT = 0.97
LEVELS = tuple(
    PerSide(left, right)
    for left, right in (
        (1.0, 1.0), (1.0, 0.25), (0.25, 1.0), (1.0, 0.5), (0.5, 1.0), (1.0, 0.75), (0.75, 1.0),
        (1.0, 0.9), (0.9, 1.0),
    )
)  # fmt: skip
GOALS = {1.0: (0.85, 1.15), 0.5: (0.45, 0.55), 0.25: (0.2, 0.3)}
NEAR = 0.03
HEAD = (
    "| closed by | calibrated | eyes | true gap | bias | 90 % within | range held it | said |",
    "|---" * 8 + "|",
)
"""Said: how often millimetres, words only, and nothing."""


class Eye(NamedTuple):
    """One eye in one picture."""

    face: str
    side: Side
    closed: float
    """True share of a full closure."""
    gap_mm: float
    """True."""
    read_mm: float
    """What it was read to have closed by."""
    opening_mm: float
    """As read at rest."""


class Judged(NamedTuple):
    """What would be kept of it."""

    eye: Eye
    gap: EyeGap


def of_photograph(path: Path) -> Iterator[Eye]:
    """Both eyes at every level."""
    picture = np.asarray(cv2.imread(str(path)), dtype=np.uint8)
    seated = SeatedFace(picture, find_model())
    rest, portrait = seated.rest(), seated.portrait
    for level in LEVELS:
        read = seated.settled(portrait.moved(KEY, level))
        for side in SIDES:
            full = portrait.truth_mm(KEY, side, 1.0)
            yield from _eye(path.stem, rest, read, side, level.of(side), full)
    seated.close()


def of_renders(folder: Path) -> Iterator[Eye]:
    """Both eyes of every closure of one head in one pose; none where its rest is refused."""
    truth: list[dict[str, Any]] = json.loads((folder / "truth.json").read_text())
    rows = [row for row in truth if row["movement"] == KEY]
    full = max(row["left_mm"] for row in rows)
    with FaceReader(find_model(), find_iris_model(), stills=True) as reader:
        reader.take_rest(0.0)
        reader.read(np.asarray(cv2.imread(str(folder / "rest.jpg"))), 0, 0.0)
        rest = reader.rest_result() or reader.finish_rest()
        if isinstance(rest, RestRefused):
            return
        for n, row in enumerate(rows, 1):
            one = reader.read(np.asarray(cv2.imread(str(folder / row["file"]))), n, float(n))
            for side in SIDES:
                yield from _eye(folder.name, rest, [one], side, row[f"{side}_mm"] / full, full)


def _eye(
    face: str, rest: RestTaken, read: list[Reading], side: Side, closed: float, full_mm: float
) -> Iterator[Eye]:
    halves = [one.half(side) for one in read if KEY not in one.doubtful]
    mm = [half.measure(KEY) for half in halves if half is not None]
    if mm and rest.at_rest is not None:
        opening = rest.at_rest.half(side).eye_mm
        yield Eye(face, side, closed, (1 - closed) * full_mm, float(np.median(mm)), opening)


def shut_share(eyes: list[Eye], face: str, side: Side) -> float:
    """What this eye reads when it is shut, as a share of its opening at rest."""
    shut = [each for each in eyes if (each.face, each.side) == (face, side)]
    return float(np.median([each.read_mm / each.opening_mm for each in shut if each.closed > SHUT]))


def judged(eyes: list[Eye], *, calibrated: bool) -> Iterator[Judged]:
    """Each eye; calibrated by what the other one reads when it is shut."""
    for eye in eyes:
        gain = shut_share(eyes, eye.face, other_side(eye.side)) if calibrated else 1.0
        read = [eye.read_mm / gain] * 2
        gap = eye_gap(read, [eye.opening_mm] * 2, calibrated=calibrated)
        if gap is not None:
            yield Judged(eye, gap)


def line(found: list[Judged]) -> str:
    """Cells of the table."""
    off = np.array([each.gap.mm - each.eye.gap_mm for each in found])
    held = sum(each.gap.low_mm <= each.eye.gap_mm <= each.gap.high_mm for each in found)
    mm = sum(each.gap.in_mm for each in found)
    words = sum(bool(each.gap.words) and not each.gap.in_mm for each in found)
    return (
        f"{len(found)} | {np.mean([each.eye.gap_mm for each in found]):.1f} mm "
        f"| {off.mean():+.1f} mm | {np.quantile(abs(off), 0.9):.1f} mm "
        f"| {100 * held / len(found):.0f} % | {mm}, {words}, {len(found) - mm - words}"
    )


def table(eyes: list[Eye]) -> Iterable[str]:
    """Lines of Markdown."""
    yield from HEAD
    for calibrated in (False, True):
        all_of_them = list(judged(eyes, calibrated=calibrated))
        for level in sorted({round(eye.closed, 2) for eye in eyes}):
            found = [each for each in all_of_them if round(each.eye.closed, 2) == level]
            yield f"| {level:.2f} | {'yes' if calibrated else 'no'} | {line(found)} |"
        shut = [each for each in all_of_them if each.eye.closed > SHUT]
        half = [each for each in all_of_them if abs(each.eye.closed - 0.5) < 0.05]
        alarms = sum(each.gap.surely_open for each in shut)
        missed = sum("closed" in each.gap.words for each in half)
        yield f"| | | surely open although shut: {alarms} of {len(shut)} | | | | | |"
        yield f"| | | closed although half open: {missed} of {len(half)} | | | | | |"


def shares(eyes: list[Eye]) -> Iterator[str]:
    """Lines of Markdown: each eye by what the other one of its face reads when it is shut."""
    yield "| closed by | eyes | reads, of the other eye's full closure | mean | within the goal |"
    yield "|---" * 5 + "|"
    for closed, (low, high) in GOALS.items():
        read: dict[tuple[str, Side], list[float]] = {}
        for eye in eyes:
            if abs(eye.closed - closed) < NEAR:
                read.setdefault((eye.face, eye.side), []).append(eye.read_mm / eye.opening_mm)
        found = [
            float(np.median(each)) / shut_share(eyes, face, other_side(side))
            for (face, side), each in read.items()
        ]
        if found:
            good = sum(low <= each <= high for each in found)
            yield (
                f"| {closed:.2f} | {len(found)} | {min(found):.2f}-{max(found):.2f} "
                f"| {np.mean(found):.2f} | {good} of {len(found)} in {low:.2f}-{high:.2f} |"
            )


def main() -> None:
    """Read every picture and print the tables."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--stills", type=Path)
    parser.add_argument("pictures", nargs="*", type=Path)
    args = parser.parse_args()
    photographs = [eye for path in args.pictures for eye in of_photograph(path)]
    heads = sorted(args.stills.iterdir()) if args.stills else []
    rendered = [eye for folder in heads if folder.is_dir() for eye in of_renders(folder)]
    for name, eyes in (("Photographs", photographs), ("Rendered heads", rendered)):
        if eyes:
            print(f"\n{name}\n")
            print("\n".join(table(eyes)))
            print("\n" + "\n".join(shares(eyes)), flush=True)


if __name__ == "__main__":
    main()
