"""Reads `access.toml`, the table of what may open, and asks it about one person.

The table is kept apart from the code it judges: this reader knows no rule of its own.
"""

import datetime
import itertools
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar, get_args

from routines.catalogue import exercises
from routines.movements import Stage
from sessions.care.settings import Answers, Exclusion, RedFlag, Settings

TABLE: dict[str, Any] = tomllib.loads(
    Path(__file__).with_name("access.toml").read_text(encoding="utf-8")
)
FLAGS: tuple[RedFlag, ...] = get_args(RedFlag)
EXCLUSIONS: tuple[Exclusion, ...] = get_args(Exclusion)
STAGES: tuple[Stage | None, ...] = (*get_args(Stage), None)
TRUTHS: tuple[bool | None, ...] = (True, False, None)
QUESTIONS = ("seen_by_doctor", "causes_ruled_out", "swelling_settled", "exercises_agreed")
DAY = datetime.date(2026, 11, 1)
TOXIN: dict[str, datetime.date | None] = {
    "unknown": None,
    "within-16-weeks": DAY - datetime.timedelta(days=111),
    "longer-ago": DAY - datetime.timedelta(days=112),
}
"""When botulinum toxin was given, as the table says it, seen from `DAY`."""
T = TypeVar("T")
_SAID = {True: "yes", False: "no", None: "unsure"}

GROUPED = {key: group for group, keys in TABLE["groups"].items() for key in keys}
GROUP = {key: GROUPED.get(key, "active") for key in exercises()}
"""The group of each exercise of the catalogue."""


def person(
    *,
    flags: tuple[RedFlag, ...] = (),
    not_for: tuple[Exclusion, ...] = (),
    plan: bool = False,
    truths: tuple[bool | None, ...] = (True,) * 4,
    stage: Stage | None = "paretic",
    side: bool = True,
    finished: bool = True,
    toxin: str = "unknown",
    linked: bool = False,
) -> Settings:
    """Somebody with these answers; `truths` answer `QUESTIONS`."""
    answers = Answers(
        finished_on=DAY if finished else None,
        red_flags=flags,
        not_for=not_for,
        toxin_on=TOXIN[toxin],
        therapist_plan=plan,
        **dict(zip(QUESTIONS, truths, strict=True)),
    )
    return Settings(
        side="left" if side else None, stage=stage, known_linked=linked, answers=answers
    )


def rule_for(settings: Settings) -> dict[str, Any]:
    """The first rule of the table that fits."""
    answers = settings.answers
    known: dict[str, Any] = {
        "finished": answers.finished_on is not None,
        "plan": answers.therapist_plan,
        "stage": settings.stage or "unknown",
        "side": settings.side or "unknown",
        "toxin": next(key for key, on in TOXIN.items() if on == answers.toxin_on),
        **{name.replace("_", "-"): _SAID[getattr(answers, name)] for name in QUESTIONS},
    }
    several = {"flags": answers.red_flags, "not_for": answers.not_for}
    return next(rule for rule in TABLE["rule"] if _fits(rule, known, several))


def _fits(
    rule: dict[str, Any], known: dict[str, Any], several: Mapping[str, Sequence[str]]
) -> bool:
    for name, wanted in rule.items():
        if name in {"who", "opens", "weekly_look"}:
            continue
        if name in several:
            fits = any(item in several[name] for item in wanted)
        else:
            fits = known[name] in wanted if isinstance(wanted, list) else known[name] == wanted
        if not fits:
            return False
    return True


Asked = Iterator[dict[str, Any]]
"""Answers, each for a `person`."""


def everybody() -> Asked:
    """Every single flag and exclusion, or none, with every other answer there is."""
    one_flag: list[tuple[RedFlag, ...]] = [(), *((flag,) for flag in FLAGS)]
    one_exclusion: list[tuple[Exclusion, ...]] = [(), *((item,) for item in EXCLUSIONS)]
    for flags, not_for, plan, truths, stage, side, finished in itertools.product(
        one_flag,
        one_exclusion,
        (False, True),
        itertools.product(TRUTHS, repeat=4),
        STAGES,
        (True, False),
        (True, False),
    ):
        for toxin in TOXIN if not_for == ("botulinum",) else ("unknown",):
            yield {
                "flags": flags,
                "not_for": not_for,
                "plan": plan,
                "truths": truths,
                "stage": stage,
                "side": side,
                "finished": finished,
                "toxin": toxin,
            }


def with_several() -> Asked:
    """Every set of flags and every set of exclusions, with every stage, plan or none."""
    flag_sets: list[tuple[RedFlag, ...]] = _subsets(FLAGS)
    exclusion_sets: list[tuple[Exclusion, ...]] = _subsets(EXCLUSIONS)
    for flags, not_for, plan, stage in itertools.product(
        flag_sets, exclusion_sets, (False, True), STAGES
    ):
        yield {"flags": flags, "not_for": not_for, "plan": plan, "stage": stage}


def _subsets(items: tuple[T, ...]) -> list[tuple[T, ...]]:
    sizes = range(len(items) + 1)
    return [each for size in sizes for each in itertools.combinations(items, size)]
