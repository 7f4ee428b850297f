"""Overcompensation: the strong half does too much, and practice must not train that.

Theory. After a palsy the healthy half often works harder than it used to, and practice that
lets it win trains just that. A ratio of sides cannot show it, because in a paresis the ratio is
poor by definition; so the unaffected half is compared with its own gentle reference alone.

It is reported while it happens. Within a repetition, above 110 % for a moment there is a hint
("smaller, softer"), and above 120 % and 1.5 mm over the reference for 0.3 s a caution, at most
one a repetition. Two repetitions in a row above 140 % and 1.5 mm over, or the third repetition
with a caution, stop the set.

Why these numbers. Left and right of healthy people agree within 1-5 % (Mehta 2008), repeats
within 0.74-1.12 mm (Johnston 2003), so 120 % with 1.5 mm is outside both. No published cut-off
exists; these are engineering defaults for a therapist to adjust.

Known weakness. At a gentle effort a strong half may move 3-4 mm only. There the millimetres
rule and not the percent: 1.5 mm over 3 mm is 150 %. `blind` says so.
"""

from routines.thresholds import OvercompensationThresholds
from sessions.guards.finding import Detail, Finding
from sessions.guards.look import Look
from sessions.guards.reference import Reference
from sessions.reps.rep import Level, Rep

HINT_FLOOR_SHARE = 0.5
"""The hint has half of the caution's floor: ten percent of a small movement is noise."""

HINT_DWELL_SHARE = 0.5
"""It comes sooner as well, so that there is time to follow it."""


class Overcompensation:
    """Follows the unaffected half through the sets of one exercise."""

    def __init__(self, thresholds: OvercompensationThresholds, reference: Reference) -> None:
        self._limits = thresholds
        self._reference = reference
        self.level: Level | None = None
        """The level that holds in the open repetition at this moment."""
        self.looks: tuple[Look, ...] = ()
        """What was compared in the last repetition."""
        self._new_rep()
        self._cautions = 0
        self._beyond = 0

    def new_set(self) -> None:
        """Count cautions and repetitions in a row anew."""
        self._cautions = self._beyond = 0
        self._new_rep()

    def _new_rep(self) -> None:
        self.level = None
        self._opened_s: float | None = None
        self._hinted = self._cautioned = False
        self._hint_since: float | None = None
        self._caution_since: float | None = None

    def rest(self) -> None:
        """No movement is open: nothing holds at this moment."""
        self.level = None

    def skip(self) -> None:
        """The repetition that ended is not to be judged."""
        self._new_rep()

    def _floor(self, floor_mm: float) -> float:
        spread = self._reference.unaffected_spread_mm
        return floor_mm if spread is None else max(floor_mm, self._limits.spread_factor * spread)

    def live(self, t_s: float, opened_s: float, unaffected_mm: float) -> Finding | None:
        """The finding at this moment of the repetition that opened at `opened_s`, if any."""
        reference = self._reference.unaffected_mm
        if reference is None:
            return None
        if opened_s != self._opened_s:
            self._new_rep()
            self._opened_s = opened_s
        limits = self._limits
        over = unaffected_mm - reference
        percent = 100 * unaffected_mm / max(reference, 0.1)
        floor = self._floor(limits.caution_floor_mm)
        hint = percent > limits.hint_percent and over >= HINT_FLOOR_SHARE * floor
        caution = percent > limits.caution_percent and over >= floor
        self._hint_since = _since(self._hint_since, t_s) if hint else None
        self._caution_since = _since(self._caution_since, t_s) if caution else None
        cautioned = _held(self._caution_since, t_s, limits.caution_dwell_s)
        hinted = _held(self._hint_since, t_s, HINT_DWELL_SHARE * limits.caution_dwell_s)
        self.level = "caution" if cautioned else "hint" if hinted else None
        detail: Detail = {
            "sign": "within-rep",
            "unaffected_mm": unaffected_mm,
            "reference_mm": reference,
            "percent_of_reference": percent,
        }
        if cautioned and not self._cautioned:
            self._cautioned = True
            limit: Detail = {
                "limit_percent": limits.caution_percent,
                "floor_mm": floor,
                "dwell_s": limits.caution_dwell_s,
            }
            return Finding("caution", detail | limit)
        if hinted and not self._hinted and not self._cautioned:
            self._hinted = True
            return Finding("hint", detail | {"limit_percent": limits.hint_percent})
        return None

    def judge(self, rep: Rep) -> list[Finding]:
        """Judge a usable repetition that is over."""
        already = self._cautioned
        self._new_rep()
        reference = self._reference.unaffected_mm
        self.looks = (self._look(None, None),)
        if reference is None:
            return []
        limits = self._limits
        mm = rep.unaffected.excursion_mm
        over = mm - reference
        percent = 100 * mm / max(reference, 0.1)
        floor = self._floor(limits.caution_floor_mm)
        stop_floor = self._floor(limits.stop_floor_mm)
        caution = percent > limits.caution_percent and over >= floor
        beyond = percent > limits.stop_percent and over >= stop_floor
        self._cautions += caution or already
        self._beyond = self._beyond + 1 if beyond else 0
        self.looks = (self._look(percent, over),)
        detail: Detail = {
            "unaffected_mm": mm,
            "reference_mm": reference,
            "percent_of_reference": percent,
        }
        found: list[Finding] = []
        if caution and not already:
            limit: Detail = {
                "sign": "whole-rep",
                "limit_percent": limits.caution_percent,
                "floor_mm": floor,
            }
            found.append(Finding("caution", detail | limit))
        if self._beyond >= limits.stop_reps:
            limit = {
                "sign": "reps-in-a-row",
                "limit_percent": limits.stop_percent,
                "floor_mm": stop_floor,
                "reps": self._beyond,
            }
            found.append(Finding("stop", detail | limit))
        elif (caution or already) and self._cautions >= limits.stop_cautions:
            limit = {
                "sign": "cautions",
                "limit_percent": limits.caution_percent,
                "floor_mm": floor,
                "cautions": self._cautions,
            }
            found.append(Finding("stop", detail | limit))
        return found

    def _look(self, percent: float | None, over_mm: float | None) -> Look:
        limits = self._limits
        return Look(
            rule="overcompensation",
            sign="size",
            unit="percent",
            value=percent,
            value_mm=over_mm,
            caution=limits.caution_percent,
            caution_mm=self._floor(limits.caution_floor_mm),
            stop=limits.stop_percent,
            stop_mm=self._floor(limits.stop_floor_mm),
            in_a_row=self._beyond,
            needed=limits.stop_reps,
            cautions=self._cautions,
            cautions_needed=limits.stop_cautions,
            not_judged="no-reference" if percent is None else None,
        )

    @property
    def works_from_percent(self) -> float | None:
        """From where a stop is possible, percent of reference: the rule's, or the floor's."""
        reference = self._reference.unaffected_mm
        if reference is None:
            return None
        floor = self._floor(self._limits.stop_floor_mm)
        return max(self._limits.stop_percent, 100 * (1 + floor / max(reference, 0.1)))


def _since(since: float | None, t_s: float) -> float:
    """Keep the time at which a condition began to hold; it begins now where there is none."""
    return t_s if since is None else since


def _held(since: float | None, t_s: float, dwell_s: float) -> bool:
    return since is not None and t_s - since >= dwell_s - 1e-9
