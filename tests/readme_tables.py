"""The tables of the READMEs that come from the code: `python -m tests.readme_tables [--write]`.

Each stands between `<!-- table: NAME -->` and `<!-- end of table -->`. Without `--write` the
tables are printed; with it the READMEs are brought up to date. `test_readmes.py` compares both.
"""

import argparse
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from msgspec import structs

from routines.bounds import (
    DAILY_CAP,
    DOSE,
    GAP_HOURS,
    GUARDS,
    LIFTED,
    SESSION_MINUTES,
    SESSION_REPS,
    Bound,
)
from routines.model import Dose
from routines.plan import Plan
from routines.thresholds import Thresholds

ROOT = Path(__file__).resolve().parent.parent
TABLE = re.compile(r"(<!-- table: (\w+) -->\n).*?(<!-- end of table -->)", re.DOTALL)
TIMES = {1: "once", 2: "twice", 3: "three times"}
NTH = {1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth"}


def stops() -> Iterator[str]:
    """What can end a set, with the default limits of each guard."""
    tired, grown = Thresholds().fatigue, Thresholds().overcompensation
    linked = Thresholds().synkinesis
    yield "| it can end a set when | measured on | by default |"
    yield "|---|---|---|"
    yield (
        "| the weak side tires | weak half, against the best two of the first three repetitions | "
        f"{tired.stop_drop_percent:g} % and {tired.stop_floor_mm:g} mm smaller, "
        f"{TIMES[tired.stop_reps]} in a row; or holds that sag by {tired.hold_decay_percent:g} % "
        f"and {tired.hold_decay_floor_mm:g} mm, {TIMES[tired.hold_decay_reps]}; "
        f"or {tired.caution_drop_percent:g} % together with another sign, "
        f"{TIMES[tired.stop_reps]} |"
    )
    yield (
        "| the strong side takes over | strong half, against its own gentle size | "
        f"{grown.stop_percent - 100:g} % and {grown.stop_floor_mm:g} mm bigger, "
        f"{TIMES[grown.stop_reps]} in a row; or the {NTH[grown.stop_cautions]} repetition above "
        f"{grown.caution_percent - 100:g} % and {grown.caution_floor_mm:g} mm. "
        'It says "smaller, softer" long before |'
    )
    yield (
        "| another part moves along | weak side's eye in a pucker or smile; corner of the mouth "
        "when the eye closes or the brow rises | the eye narrows by "
        f"{linked.pucker_eye_stop_points:g} points in a pucker, {TIMES[linked.stop_reps]} in a "
        "row; [all limits](routines/README.md#every-bound) |"
    )
    yield "| you say so | | one key, at once |"


def doses() -> Iterator[str]:
    """Every bound of a dose, a session and a plan."""
    usual, plan = Dose(), Plan(stage="paretic", slots=())
    yield "| key | usual | from, to |"
    yield "|---|---|---|"
    for key, bound in DOSE.items():
        value = "each exercise its own" if key == "for_s" else f"{getattr(usual, key):g}"
        lifted = f", {LIFTED[key].high:g} when lifted" if key in LIFTED else ""
        yield f"| `{key}` | {value} | {_span(bound)}{lifted} |"
    lifted_minutes = LIFTED["session_minutes"].high
    yield (
        f"| a whole session | | at most {SESSION_MINUTES.high:g} {SESSION_MINUTES.unit}, "
        f"{lifted_minutes:g} when lifted; {SESSION_REPS.high:g} {SESSION_REPS.unit} |"
    )
    yield f"| `daily_cap` (plan) | {plan.daily_cap:g} | {_span(DAILY_CAP)} |"
    yield f"| `gap_hours` (plan) | {plan.gap_hours:g} | {_span(GAP_HOURS)} |"


def guards() -> Iterator[str]:
    """Every limit of the guards with its default and its bounds."""
    usual = Thresholds()
    yield "| guard | key | usual | from, to |"
    yield "|---|---|---|---|"
    for guard, bounds in GUARDS.items():
        defaults = structs.asdict(getattr(usual, guard))
        for key, bound in bounds.items():
            yield f"| {guard} | `{key}` | {defaults[key]:g} | {_span(bound)} |"


def _span(bound: Bound) -> str:
    return f"{bound.low:g} to {bound.high:g} {bound.unit}"


TABLES: dict[str, Callable[[], Iterator[str]]] = {"stops": stops, "doses": doses, "guards": guards}


def filled(text: str) -> str:
    """`text` with every marked table as the code has it now."""
    return TABLE.sub(lambda m: m[1] + "\n".join(TABLES[m[2]]()) + "\n" + m[3], text)


def main() -> int:
    """Print the tables, or write them into the READMEs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="bring the READMEs up to date")
    if not parser.parse_args().write:
        print("\n\n".join("\n".join(table()) for table in TABLES.values()))
        return 0
    for path in (ROOT / "README.md", ROOT / "routines" / "README.md"):
        path.write_text(filled(path.read_text(encoding="utf-8")), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
