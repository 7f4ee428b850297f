"""The three guards of one exercise, and the verdicts that come of their findings.

A guard judges one repetition after another and may find a hint, a caution or a stop, each with
its rule, its numbers and its limits. Guards never use a frame of low confidence or of plain
landmarks, and report what they cannot detect (`blind`). The person's own stop is a guard too: it
needs no numbers and stops at once, so it is part of the engine.
"""

from collections.abc import Collection

from routines.counted import rounded
from routines.movements import (
    TOO_COARSE,
    LinkedPair,
    MeasureKey,
    Side,
    Watch,
    known_pairs,
    other_side,
)
from routines.thresholds import Thresholds
from sessions.guards import blind_sentences, sentences
from sessions.guards.blindness import blindness
from sessions.guards.fatigue import Fatigue
from sessions.guards.finding import Detail, Finding
from sessions.guards.look import Look
from sessions.guards.overcompensation import Overcompensation
from sessions.guards.reference import Reference, usable
from sessions.guards.synkinesis import LinkedNow, LinkedReading, Synkinesis
from sessions.readings import Noise, Reading
from sessions.reps.rep import Level, Rep, Rule, Verdict
from sessions.reps.tracker import RepTracker, Role


class Guards:
    """All guards through all sets of one exercise. `judge` feeds the reference as well."""

    def __init__(
        self,
        thresholds: Thresholds,
        *,
        measure: MeasureKey,
        watch: tuple[Watch, ...],
        affected: Side,
        left: Noise,
        right: Noise,
        reference: Reference,
        known_linked: bool = False,
        linked_pairs: Collection[LinkedPair] = (),
        ladder: bool = True,
        start_percent: float = 100.0,
    ) -> None:
        """With `known_linked` the `linked_pairs` are known, every watched pair where none is
        listed. Without `ladder` known linked movement stops a set as if it were not known.

        `start_percent` is what is aimed at as soon as the own gentle size is known, percent of it.
        """
        noise = left if affected == "left" else right
        self.reference = reference
        self.target_percent = start_percent if reference.ready else 100.0
        """What the next repetition should aim at, percent of the reference. Known linked movement
        that shows makes it smaller."""
        self.release: Verdict | None = None
        """The caution of the last repetition, if it brings a release step."""
        self.looks: tuple[Look, ...] = ()
        """What was compared in the last repetition; nothing where it could not be judged."""
        self._start_percent = start_percent
        self._thresholds = thresholds
        self._sides: dict[Role, Side] = {"affected": affected, "unaffected": other_side(affected)}
        self._overcompensation = Overcompensation(thresholds.overcompensation, reference)
        self._fatigue = Fatigue(thresholds.fatigue, reference, noise.measure(measure))
        known = known_pairs(watch, linked_pairs) if known_linked else ()
        self._synkinesis = Synkinesis(thresholds.synkinesis, watch, noise, known, ladder)
        self._measure: MeasureKey = measure
        self._last: Rep | None = None
        self._doubtful = False

    def live(self, reading: Reading, tracker: RepTracker) -> Verdict | None:
        """A hint or caution about this moment, each at most once a repetition.

        Call it for every reading, after `tracker.feed`.
        """
        t_s, opened_s = reading.t_s, tracker.opened_s
        if tracker.scored:
            self._doubtful = tracker.doubtful
        self._synkinesis.see(t_s, opened_s, tracker.linked)
        if opened_s is None:
            self._overcompensation.rest()
            return None
        mm = tracker.unaffected_mm
        if mm is None or not tracker.usable:
            return None
        grown = self._overcompensation.live(t_s, opened_s, mm)
        if grown is not None:
            return self._verdict("overcompensation", "unaffected", t_s, tracker.n, grown)
        linked = self._synkinesis.word()
        if linked is not None:
            return self._verdict("synkinesis", "affected", t_s, tracker.n, linked)
        return None

    def judge(self, rep: Rep) -> tuple[Verdict, ...]:
        """Judge a repetition that is over: cautions, then at most one stop.

        Repetitions that are not scored, or that guards may not use, are skipped without a verdict.
        """
        self._last = rep
        self._doubtful = self._measure in rep.doubtful
        self.release = None
        self.looks = ()
        if not usable(rep):
            self._overcompensation.skip()
            return ()
        self.reference.add(rep)
        linked = self._synkinesis.judge(rep, self.target_percent)
        grown = self._overcompensation.judge(rep)
        other = "linked" if linked else "overcompensation" if grown else None
        tired = self._fatigue.judge(rep, self.target_percent, other)
        guards = (self._overcompensation, self._fatigue, self._synkinesis)
        self.looks = tuple(look for guard in guards for look in guard.looks)
        self.target_percent = self._synkinesis.next_target(self.target_percent)
        if self.reference.ready:
            self.target_percent = min(self.target_percent, self._start_percent)
        t_s = rep.peak_s if rep.release_s is None else rep.release_s
        rules: list[tuple[Rule, Role, list[Finding]]] = [
            ("synkinesis", "affected", linked),
            ("fatigue", "affected", tired),
            ("overcompensation", "unaffected", grown),
        ]
        if any(one.detail.get("second_sign") == "overcompensation" for one in tired):
            rules.reverse()  # the growth is the plainer rule of the two
        verdicts = [
            self._verdict(rule, role, t_s, rep.n, one)
            for rule, role, found in rules
            for one in found
        ]
        cautions = [v for v in verdicts if v.level != "stop"]
        if self._synkinesis.release_due:
            self.release = next(v for v in cautions if v.rule == "synkinesis")
        return (*cautions, *[v for v in verdicts if v.level == "stop"][:1])

    def new_set(self, target_percent: float | None = None) -> None:
        """Begin a further set: cautions and repetitions in a row count anew, the rest stays.

        `target_percent` makes the target smaller, never larger.
        """
        if target_percent is not None:
            self.target_percent = min(self.target_percent, target_percent)
        for guard in (self._overcompensation, self._fatigue, self._synkinesis):
            guard.new_set()

    def level(self, role: Role) -> Level | None:
        """The hint or caution that holds for this half at this moment."""
        return self._overcompensation.level if role == "unaffected" else None

    @property
    def linked_now(self) -> LinkedNow:
        """Whether something moves along at this moment, as far as it is watched."""
        return self._synkinesis.now

    @property
    def linked_reading(self) -> LinkedReading | None:
        """What moves along at this moment, beside its limit; None where nothing is read."""
        return self._synkinesis.reading

    @property
    def blind(self) -> tuple[str, ...]:
        """Why a guard cannot work here, in plain sentences; they change as repetitions come."""
        coarse = self._measure in TOO_COARSE
        unread = blind_sentences.BLIND_COARSE if coarse else blind_sentences.BLIND_DOUBTFUL
        return blindness(
            self.reference,
            self._fatigue,
            self._overcompensation,
            self._synkinesis,
            self._last,
            unread if self._doubtful else "",
            (
                self._thresholds.fatigue.stop_drop_percent,
                self._thresholds.overcompensation.stop_percent,
            ),
        )

    def _verdict(self, rule: Rule, role: Role, t_s: float, n: int, finding: Finding) -> Verdict:
        detail: Detail = {"side": self._sides[role], **finding.detail}
        told = {k: rounded(v, 2) if isinstance(v, float) else v for k, v in detail.items()}
        return sentences.fill(Verdict(rule=rule, level=finding.level, t_s=t_s, rep=n, detail=told))
