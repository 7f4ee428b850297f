"""What the person said in these weeks: answers, questions for the visit, notes. Pure."""

from collections.abc import Sequence
from datetime import date
from statistics import median

from sessions.history.diary import DiaryLine
from sessions.history.weeks import monday_of
from sessions.report.contents import SelfReport
from sessions.report.words import question


def self_reports(lines: Sequence[DiaryLine]) -> list[SelfReport]:
    """Check-ins first, then weekly questions, each in the order they were first answered."""
    answers: dict[tuple[str, str], list[tuple[date, float]]] = {}
    for kind in ("check-in", "weekly"):
        for line in lines:
            for key, answer in line.answers.items() if line.kind == kind else ():
                if isinstance(answer, int | float) and not isinstance(answer, bool):
                    said = (line.when.date(), float(answer))
                    answers.setdefault((kind, key), []).append(said)
    return [_self_report(kind, key, said) for (kind, key), said in answers.items()]


def _self_report(kind: str, key: str, said: Sequence[tuple[date, float]]) -> SelfReport:
    weeks: dict[date, list[float]] = {}
    for day, answer in said:
        weeks.setdefault(monday_of(day), []).append(answer)
    most = max(answer for _, answer in said)
    return SelfReport(
        name=question(kind, key),
        key=key if kind == "check-in" else f"week-{key}",
        weeks=tuple((monday, median(answers)) for monday, answers in sorted(weeks.items())),
        answers=len(said),
        most=most,
        most_on=max(day for day, answer in said if answer == most),
    )


def eye_gaps(lines: Sequence[DiaryLine]) -> tuple[tuple[date, str], ...]:
    """The own weekly answers about the eye that may stay open, oldest first."""
    return tuple(
        (line.when.date(), gap)
        for line in lines
        if line.kind == "eye" and isinstance(gap := line.answers.get("gap"), str)
    )


def questions(lines: Sequence[DiaryLine]) -> tuple[DiaryLine, ...]:
    """Notes that end with a question mark, newest first: what to ask at the visit."""
    return tuple(line for line in reversed(lines) if line.text.rstrip().endswith("?"))


def notes(lines: Sequence[DiaryLine]) -> tuple[DiaryLine, ...]:
    """All other notes, newest first."""
    asked = set(map(id, questions(lines)))
    return tuple(line for line in reversed(lines) if line.text and id(line) not in asked)
