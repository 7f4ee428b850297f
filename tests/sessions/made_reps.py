"""Made-up readings and repetitions for tests of tracker, reference, guards and replay."""

import math
import random
from collections.abc import Callable, Iterator, Sequence

from routines.movements import MEASURES, MeasureKey, Side
from sessions.messages import RestTaken
from sessions.readings import Half, Noise, Pose, Reading
from sessions.reps.rep import HalfRep, Linked, Rep

STILL = Noise((0.05,) * len(MEASURES), 0.8, 0.08)
REST = RestTaken(
    calibration=b"", begin_s=0.3, end_s=1.3, short=False, left=STILL, right=STILL, mm_per_px=0.6
)
SMILES: tuple[MeasureKey, ...] = ("open-smile", "closed-smile")
STRAIGHT = Pose(0.0, 0.0, 0.0)
_PLACES = {key: tuple(map(MEASURES.index, SMILES if key in SMILES else (key,))) for key in MEASURES}


def half(
    mm: float,
    *,
    measure: MeasureKey = "open-smile",
    narrowing: float = 0.0,
    corner: tuple[float, float] = (0.0, 0.0),
) -> Half:
    """One half that moves `mm` in `measure` (both smiles read the same corner)."""
    values = [0.0] * len(MEASURES)
    for at in _PLACES[measure]:
        values[at] = mm
    return Half(tuple(values), narrowing, *corner)


def hump(
    t_s: float, begin_s: float, rise_s: float = 1.0, hold_s: float = 2.0, fall_s: float = 1.0
) -> float:
    """A movement from 0 to 1 and back, with soft edges."""
    up = (t_s - begin_s) / rise_s
    down = (t_s - begin_s - rise_s - hold_s) / fall_s
    return _soft(up) - _soft(down) if up > 0.0 and down < 1.0 else 0.0


def _soft(share: float) -> float:
    share = min(1.0, max(0.0, share))
    return share * share * (3 - 2 * share)


def readings(
    seconds: float,
    left: Callable[[float], float],
    right: Callable[[float], float],
    *,
    measure: MeasureKey = "open-smile",
    noise_mm: float = 0.05,
    fps: float = 30.0,
    seed: int = 1,
) -> Iterator[Reading]:
    """Frames of two halves that move as the functions of time say."""
    rng = random.Random(seed)
    for n in range(int(seconds * fps)):
        t_s = n / fps
        yield Reading(
            n=n,
            t_s=t_s,
            pose=STRAIGHT,
            left=half(left(t_s) + rng.gauss(0.0, noise_mm), measure=measure),
            right=half(right(t_s) + rng.gauss(0.0, noise_mm), measure=measure),
        )


def train(
    sizes: Sequence[float], *, every_s: float = 6.0, first_s: float = 2.0, **shape: float
) -> Callable[[float], float]:
    """A function of time: one hump of each size after another."""

    def at(t_s: float) -> float:
        which = math.floor((t_s - first_s) / every_s)
        if not 0 <= which < len(sizes):
            return 0.0
        return sizes[which] * hump(t_s, first_s + which * every_s, **shape)

    return at


def rep(
    n: int,
    affected: float = 7.0,
    unaffected: float = 8.0,
    *,
    scored: bool = True,
    decay: tuple[float, float] = (0.0, 0.0),
    rise_s: float = 1.0,
    jitter_mm: float = 0.05,
    linked: Linked | None = None,
    **more: object,
) -> Rep:
    """A finished repetition; `decay` is millimetres and percent of the affected half."""
    began = 10.0 * n
    return Rep(
        n=n,
        onset_s=began,
        peak_s=began + rise_s,
        release_s=began + 5.0,
        scored=scored,
        reason=None if scored else "head-turned",
        affected=HalfRep(
            excursion_mm=affected,
            seen=affected >= 1.0,
            rise_s=rise_s,
            decay_mm=decay[0],
            decay_percent=decay[1],
            jitter_mm=jitter_mm,
        ),
        unaffected=HalfRep(excursion_mm=unaffected, seen=unaffected >= 1.0, rise_s=rise_s),
        linked=linked or Linked(),
        **more,  # pyright: ignore[reportArgumentType]
    )


SIDES: tuple[Side, Side] = ("left", "right")
