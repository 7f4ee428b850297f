"""Every number a guard judges by, with its unit in its name and its source beside it.

A routine may override any of them, for all its exercises or for one, within `BOUNDS`
(see `reader`). No published cut-off exists for ending a facial set because of fatigue or
overcompensation; those defaults are engineering choices anchored on measured repeat error
(same-day repeats of healthy people differ by 0.74-1.12 mm, Johnston 2003) and are meant to be
adjusted by the therapist. Linked-movement limits have single-study support.
"""

import msgspec


class FatigueThresholds(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Affected half, against the mean of its best two of the first three reps."""

    caution_drop_percent: float = 20.0
    caution_floor_mm: float = 1.0
    stop_drop_percent: float = 30.0
    stop_floor_mm: float = 1.5
    stop_reps: int = 2
    hold_decay_percent: float = 25.0
    """Last quarter of a hold against its first second. A gentle 3-5 s hold should not decay:
    facial endurance at half of maximum is 13-41 s (Jeong 2017)."""
    hold_decay_floor_mm: float = 1.0
    hold_decay_reps: int = 2
    slow_rise_percent: float = 50.0
    """Longer time to peak than in the first three reps; supports, never stops alone."""
    restless_ratio: float = 2.0
    """Jitter in the hold over own rest jitter; supports, never stops alone."""
    help_growth_percent: float = 15.0
    """Growth of the unaffected half over its reference; supports, never stops alone."""
    spread_factor: float = 3.0
    """The floor is at least this many times the person's own rep-to-rep spread, once known."""


class OvercompensationThresholds(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True
):
    """Unaffected half, against its own gentle reference (never a ratio of sides)."""

    hint_percent: float = 110.0
    caution_percent: float = 120.0
    caution_floor_mm: float = 1.5
    caution_dwell_s: float = 0.3
    stop_percent: float = 140.0
    stop_floor_mm: float = 1.5
    stop_reps: int = 2
    stop_cautions: int = 3
    spread_factor: float = 3.0
    retry_target_percent: float = 80.0
    """Of what was aimed at when it stopped."""
    rest_s: float = 30.0


class SynkinesisThresholds(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Linked movement on the affected half.

    Narrowing is 100 x (1 - aperture / own rest aperture). Healthy eyes narrow 1.7 % in a
    pucker, synkinetic ones 30 % (Renne 2025); in a smile healthy eyes already narrow 21.6 %,
    so only the difference between the eyes counts there (lary.23778).
    """

    pucker_eye_caution_points: float = 10.0
    pucker_eye_stop_points: float = 15.0
    smile_eye_difference_points: float = 15.0
    closure_corner_caution_mm: float = 1.5
    closure_corner_stop_mm: float = 2.5
    brow_corner_difference_mm: float = 2.0
    known_eye_points: float = 10.0
    known_corner_mm: float = 1.5
    """With known linked movement: from this much over the own first repetitions the words say how
    much more it was. It allows nothing and stops nothing."""
    live_dwell_s: float = 0.4
    """Over the caution by more than own noise for so long without a break: then a word comes within
    the repetition. A blink takes 0.1 to 0.4 s."""
    stop_reps: int = 2
    smallest_target_percent: float = 50.0
    """With known linked movement: what is aimed at after `stop_reps` loud repetitions in a row,
    percent of own gentle size, and where as many end the exercise. Practice below the link
    begins at 40 to 50 % (clinical judgement, no published value)."""
    spread_factor: float = 3.0


class Thresholds(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All guards of one exercise, resolved."""

    fatigue: FatigueThresholds = FatigueThresholds()
    overcompensation: OvercompensationThresholds = OvercompensationThresholds()
    synkinesis: SynkinesisThresholds = SynkinesisThresholds()
