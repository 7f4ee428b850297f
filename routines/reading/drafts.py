"""A routine file as it was written: every key checked by itself, nothing put together yet.

`read_draft` knows which keys there are and how far each may go. Whether the whole makes a
routine that may be run is decided in `reader`.
"""

from dataclasses import dataclass, field

from routines.bounds import DOSE, GUARDS, LEAVE_DAYS, LIFTED, TARGET_PERCENT, Bound
from routines.catalogue import exercises
from routines.language import _
from routines.model import KINDS, PACES, Exercise, Kind, Pace, Permission
from routines.movements import STAGES, Stage
from routines.program import COMMAND
from routines.reading.fields import Table
from routines.reading.migrations import NEWEST, lift, oldest
from routines.reading.problems import nearest
from routines.reading.report import ReadingReport
from routines.reading.toml_lines import Path
from routines.safe_text import harmless

Doses = dict[str, float]
Guards = dict[str, dict[str, float]]

WHOLE = {"sets", "reps", "stop_reps", "hold_decay_reps", "stop_cautions"}
"""Keys that count something."""
REP_KEYS = ("sets", "reps", "rise_s", "hold_s", "release_s", "rest_s", "between_s")
GUIDED_KEYS = ("for_s", "between_s")
BREATH_KEYS = ("breath_in_s", "breath_out_s")
ONCE_COUNTED = frozenset({"vowel-series", "lips-together"})
"""Guided now, counted before: files written then still carry keys of repetitions. They are read,
and mean nothing any more."""


def keys_of(exercise: Exercise) -> tuple[str, ...]:
    """Which dose keys mean something for an exercise."""
    if exercise.paced_breath:
        return (*GUIDED_KEYS, *BREATH_KEYS)
    return GUIDED_KEYS if exercise.measure is None else REP_KEYS


@dataclass
class StepDraft:
    """One `[[exercise]]` as written."""

    exercise: Exercise
    path: Path
    name: str
    """As a person would say it: "exercise 2 (pucker)"."""
    dose: Doses = field(default_factory=Doses)
    guards: Guards = field(default_factory=Guards)
    pace: Pace | None = None
    assist: bool | None = None
    note: str | None = None
    target_percent: float | None = None


@dataclass
class LeaveDraft:
    """One `[[therapist_allows]]` as written."""

    leave: Permission
    path: Path
    name: str


@dataclass
class RoutineDraft:
    """A routine file as written."""

    id: str | None = None
    name: str | None = None
    stage: Stage | None = None
    about: str | None = None
    extends: str | None = None
    kind: Kind | None = None
    pace: Pace | None = None
    also_for: tuple[Stage, ...] | None = None
    lifts: dict[str, str] = field(default_factory=dict[str, str])
    dose: Doses = field(default_factory=Doses)
    guards: Guards = field(default_factory=Guards)
    steps: list[StepDraft] = field(default_factory=list[StepDraft])
    lost: bool = False
    """Exercises are missing here that the file means to have; what is wrong with them is noted."""
    drop: tuple[str, ...] = ()
    allows: list[LeaveDraft] = field(default_factory=list[LeaveDraft])


def known_version(report: ReadingReport, document: dict[str, object], what: str) -> bool:
    """Whether the file's `schema` can be read; notes it when not."""
    top = Table(report, document)
    version = document.get("schema")
    if version is None:
        top.note(
            "schema",
            _("schema = {newest} as the first line of a {what}").format(newest=NEWEST, what=what),
        )
    elif isinstance(version, int) and not isinstance(version, bool) and version > NEWEST:
        top.note(
            "schema",
            _(
                "{newest} or older: this {what} was written for a newer slowsmile, so update the "
                "program, or ask its author for an older form"
            ).format(newest=NEWEST, what=what),
            version,
        )
    elif isinstance(version, bool) or not isinstance(version, int) or version < oldest():
        top.note("schema", _("the number {newest}").format(newest=NEWEST), version)
    else:
        return True
    return False


def read_draft(report: ReadingReport, text: str) -> RoutineDraft | None:
    """What `text` says, or None when nothing more can be made of it. Notes all problems."""
    document = report.parse(text)
    if document is None or not known_version(report, document, "routine"):
        return None
    document = lift(document)
    top = Table(report, document)
    top.whole("schema", NEWEST, NEWEST)
    draft = RoutineDraft(
        id=top.id("id"),
        name=top.text("name"),
        stage=top.choice("stage", STAGES),
        about=top.text("about", longest=2000, lines=True),
        extends=top.text("extends"),
        kind=top.choice("kind", KINDS),
        pace=top.choice("pace", PACES),
        also_for=top.choices("also_for", STAGES),
        drop=top.choices("drop", tuple(exercises())) or (),
    )
    top.need("id")
    if draft.extends is None and not top.has("extends"):
        top.need("name", "stage")
        if draft.drop:
            top.note("drop", _("extends = ... above it: only what a routine takes over is dropped"))
    draft.lifts = _lifts(top)
    reps = LIFTED["reps"] if "reps" in draft.lifts else DOSE["reps"]
    dose = top.table("dose")
    if dose is not None:
        draft.dose = _doses(dose, (*REP_KEYS, "for_s"), reps)
        dose.close()
    draft.guards = _guards(top)
    sections = top.tables("exercise")
    for section in sections:
        step = _step(section, reps)
        if step is not None:
            draft.steps.append(step)
    unread = top.has("exercise") and not sections
    draft.lost = unread or len(draft.steps) < len(sections)
    for section in top.tables("therapist_allows"):
        leave = _leave(section)
        if leave is not None:
            draft.allows.append(LeaveDraft(leave, section.path, section.name))
    top.close(elsewhere={**_limits(""), **dict.fromkeys(DOSE, "[dose]")})
    return draft


def _lifts(top: Table) -> dict[str, str]:
    section = top.table("lifts")
    if section is None:
        return {}
    found: dict[str, str] = {}
    for name in LIFTED:
        why = section.text(name, longest=300)
        if why is not None:
            found[name] = why
    section.close()
    return found


def _doses(section: Table, keys: tuple[str, ...], reps: Bound) -> Doses:
    found: Doses = {}
    for key in keys:
        bound = reps if key == "reps" else DOSE[key]
        value = _bounded(section, key, bound)
        if value is not None:
            found[key] = value
    return found


def _bounded(section: Table, key: str, bound: Bound) -> float | None:
    if key in WHOLE:
        return section.whole(key, int(bound.low), int(bound.high), bound.unit)
    return section.number(key, bound.low, bound.high, bound.unit)


def _guards(owner: Table) -> Guards:
    section = owner.table("guards")
    if section is None:
        return {}
    found: Guards = {}
    for guard, bounds in GUARDS.items():
        table = section.table(guard)
        if table is None:
            continue
        values = {key: _bounded(table, key, bound) for key, bound in bounds.items()}
        found[guard] = {key: value for key, value in values.items() if value is not None}
        table.close()
    section.close(elsewhere=_limits("exercise." if owner.path else ""))
    return found


def _limits(owner: str) -> dict[str, str]:
    """For a limit that was put too high up: the heading it belongs under."""
    guards = reversed(GUARDS.items())
    return {key: f"[{owner}guards.{guard}]" for guard, keys in guards for key in keys}


def _step(section: Table, reps: Bound) -> StepDraft | None:
    catalogue = exercises()
    section.need("do")
    written = section.text("do")
    exercise = None if written is None else catalogue.get(written)
    if written is not None and exercise is None:
        expected = _(
            "the id of an exercise ({command} routine list --exercises shows them)"
        ).format(command=COMMAND)
        section.note("do", expected, written, nearest(written, tuple(catalogue)))
    if written is not None:
        section.name = f"{section.name} ({harmless(written, 40)})"
    pace, assist = section.choice("pace", PACES), section.flag("assist")
    note = section.text("note", longest=300)
    aim = TARGET_PERCENT
    target = section.number("target_percent", aim.low, aim.high, aim.unit)
    if exercise is None:
        _doses(section, (*REP_KEYS, "for_s"), reps)
        _guards(section)
        section.close(elsewhere=_limits("exercise."))
        return None
    scored = exercise.measure is not None
    dose = _doses(section, keys_of(exercise), reps)
    guards = _guards(section) if scored else {}
    for key in section.written():
        if exercise.id in ONCE_COUNTED:
            continue
        if not scored and key in REP_KEYS and key not in GUIDED_KEYS:
            section.note(key, _("for_s = ... instead: this exercise is guided by time"), key)
        elif not scored and key in ("guards", "pace", "target_percent"):
            section.note(key, _("no such key: this exercise is guided, nothing is scored"), key)
        elif scored and key == "for_s":
            section.note(key, _("reps = ... instead: this exercise is counted"), key)
    if assist and not exercise.assist_allowed:
        section.note(
            "assist",
            _("no assist: a finger does not help with {id}").format(id=exercise.id),
            assist,
        )
    if exercise.paced_breath:
        _check_breath(section, exercise, dose)
    for key in BREATH_KEYS:
        if section.has(key) and not exercise.paced_breath:
            section.note(key, _("no such key: only a paced breath has it"), key)
    section.close(*REP_KEYS, *BREATH_KEYS, "for_s", "guards", elsewhere=_limits("exercise."))
    return StepDraft(
        exercise=exercise,
        path=section.path,
        name=section.name,
        dose=dose,
        guards=guards,
        pace=pace,
        assist=assist,
        note=note,
        target_percent=target if scored else None,
    )


def _check_breath(section: Table, exercise: Exercise, dose: Doses) -> None:
    """The breath out is the longer one, as the exercise says."""
    into_s = dose.get("breath_in_s", exercise.dose.breath_in_s)
    out_s = dose.get("breath_out_s", exercise.dose.breath_out_s)
    if out_s < into_s:
        section.note(
            "breath_out_s",
            _("at least {into_s:g} seconds, as long as the breath in").format(into_s=into_s),
            out_s,
        )


def _leave(section: Table) -> Permission | None:
    catalogue = exercises()
    section.need("exercise", "by", "on", "until")
    allowed = tuple(e.id for e in catalogue.values() if e.therapist_only)
    exercise = section.choice("exercise", allowed)
    by = section.text("by")
    on, until = section.day("on"), section.day("until")
    section.close()
    if on is None or until is None:
        return None
    if not LEAVE_DAYS.low <= (until - on).days <= LEAVE_DAYS.high:
        section.note(
            "until",
            _("a day within {high:g} days after on = {on}").format(high=LEAVE_DAYS.high, on=on),
            until,
        )
        return None
    if exercise is None or by is None:
        return None
    return Permission(exercise=exercise, by=by, on=on, until=until)
