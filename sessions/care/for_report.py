"""What a report is told of the person: the answers and the plan as they are today. Pure."""

from routines.plan import Plan
from sessions.care.settings import Settings
from sessions.care.stage_today import stage_today
from sessions.report.about import About


def about(settings: Settings, plan: Plan | None) -> About:
    """The lines about the person; what was not answered stays empty."""
    return About(
        name=settings.name,
        cause=settings.answers.cause or "",
        onset=settings.answers.onset,
        stage=stage_today(settings),
        known_linked=settings.known_linked,
        linked_pairs=settings.linked_pairs,
        linked_sides=settings.linked_sides,
        eye_closes=settings.eye_closes,
        plan=plan,
    )
