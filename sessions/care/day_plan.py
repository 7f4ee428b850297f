"""The plan of the day on disk: read for Home, and written once the stage is known.

A plan that a therapist signed is never overwritten; the program's own follows the stage.
"""

from datetime import date
from pathlib import Path

from msgspec.structs import replace

from routines.movements import Stage
from routines.plan import FILE_NAME, Plan, Slot, default_plan, read_plan
from routines.reading.files import text_if_there
from routines.writing import plan_text
from sessions.care.access import Unlocked
from sessions.care.settings import Settings
from sessions.care.stage_today import stage_today
from sessions.storage.private_files import locked, write_private

USUAL, FLICKERS = "daily-gentle", "first-flickers"
"""The usual practice of the paretic stage, and the one it begins with."""


def load_plan(data: Path, today: date, folders: tuple[Path, ...] = ()) -> Plan | None:
    """The plan in `data`, None where there is none yet. Raises Trouble for one that is wrong."""
    path = data / FILE_NAME
    text = text_if_there(path)
    if text is None:
        return None
    return read_plan(text, source=str(path), today=today, folders=folders)


def follow_stage(data: Path, stage: Stage, today: date, folders: tuple[Path, ...] = ()) -> None:
    """Write the careful default for `stage` where no plan, or the program's own for another
    stage, stands. Raises Trouble for a plan that cannot be read, OSError where none can be kept.
    """
    with locked(data):
        plan = load_plan(data, today, folders)
        if plan is None or (not plan.by and plan.stage != stage):
            write_private(data / FILE_NAME, plan_text(default_plan(stage, today)))


def keep_signed(data: Path, plan: Plan) -> None:
    """Write the plan of a sitting with a therapist, in place of an earlier one. Raises OSError."""
    with locked(data):
        write_private(data / FILE_NAME, plan_text(plan))


def plan_today(
    plan: Plan | None, settings: Settings, found: Unlocked, today: date, *, beginning: bool = False
) -> Plan:
    """The plan to go by, whatever the file says: soft tissue and care while more is not open.

    Linked movement leads to the synkinetic plan, and the paretic stage is begun with first
    flickers, unless the plan is a therapist's or was written by hand.
    """
    stage = stage_today(settings) or "flaccid"
    if found.level != "active":
        return plan if plan is not None and plan.stage == "flaccid" else soft_plan(today)
    if plan is None or (not plan.by and plan.stage != stage):
        plan = default_plan(stage, today)
    ours = not plan.by and plan.slots == default_plan(plan.stage, today).slots
    if beginning and ours and not settings.answers.therapist_plan:
        return replace(plan, slots=tuple(_begun_with_flickers(slot) for slot in plan.slots))
    return plan


def _begun_with_flickers(slot: Slot) -> Slot:
    routines = tuple(FLICKERS if each == USUAL else each for each in slot.routines)
    return replace(slot, routines=routines)


def soft_plan(today: date) -> Plan:
    """What is done while nothing active is open."""
    return default_plan("flaccid", today)
