"""Every kept session of the museum comes out again, or stands in the list of decisions."""

import math
from pathlib import Path

import pytest
from msgspec.structs import replace

from sessions.decisions.kept_decisions import unpack
from sessions.engine.interface.commands import Kept, KeptRep, KeptVerdict
from sessions.simulator.profile import profile_names
from tests.museum.make import make_missing
from tests.museum.outcome import decided, digest, kept_again, kept_in, numbers
from tests.museum.pieces import BLOCKS, MARKER, README, block_of, changed, read, table
from tests.museum.recipes.all import RECIPES

MOST_BYTES = 6_500
"""Of one piece."""
MOST_BYTES_ON_AVERAGE = 4_400
TABLE = table()
CHANGED = changed(README.read_text(encoding="utf-8"))
LINE = "| guards/tiring-smile | 0.2.0 | stops later | a new limit | `0123456789ab` |"


@pytest.mark.parametrize("piece", TABLE)
def test_every_piece_comes_out_again(piece: str) -> None:
    """Each number to the bit, and the decisions of the table. What differs must be in the list of
    decisions of tests/README.md, with the outcome it has now."""
    kept = read(piece)
    then, now = kept_in(kept), kept_again(kept)
    expected = CHANGED[piece].outcome if piece in CHANGED else digest(then)
    assert digest(now) == expected, _what_to_do(piece, then, now)
    assert decided(kept.plan, now) == TABLE[piece].decided


def test_the_list_of_decisions_names_what_is_there() -> None:
    """A line for a piece that comes out as it was kept would hide a later change."""
    assert set(CHANGED) <= set(TABLE)
    same = [
        piece for piece, line in CHANGED.items() if line.outcome == digest(kept_in(read(piece)))
    ]
    assert same == []


def test_table_blocks_and_recipes_are_the_same_pieces() -> None:
    """None is missing, none lies about, and all of them are small."""
    files = {path: path.stat().st_size for path in BLOCKS.rglob("*") if path.is_file()}
    assert set(files) == {block_of(piece) for piece in TABLE}
    assert set(TABLE) == set(RECIPES)
    assert max(files.values()) <= MOST_BYTES
    assert sum(files.values()) <= MOST_BYTES_ON_AVERAGE * len(files)
    assert all(row.shows.endswith(".") for row in TABLE.values())


def test_every_profile_is_in_it() -> None:
    """A new one wants a piece."""
    used = {recipe.profile for recipe in RECIPES.values() if isinstance(recipe.profile, str)}
    assert used == set(profile_names())


def test_a_number_changed_in_its_last_bit_is_noticed() -> None:
    """Also where every decision stays the same."""
    kept = read("guards/steady-smile")
    then = kept_in(kept)
    at, rep = next((n, k) for n, k in enumerate(then) if isinstance(k, KeptRep))
    half = rep.rep.affected
    half = replace(half, excursion_mm=math.nextafter(half.excursion_mm, math.inf))
    now = list(then)
    now[at] = replace(rep, rep=replace(rep.rep, affected=half))
    assert digest(now) != digest(then)
    assert decided(kept.plan, now) == decided(kept.plan, then)


def test_a_sentence_may_be_mended() -> None:
    """Words are held by tests of their own."""
    then = kept_in(read("guards/tiring-smile"))
    at, stop = next((n, k) for n, k in enumerate(then) if isinstance(k, KeptVerdict))
    now = list(then)
    now[at] = replace(stop, verdict=replace(stop.verdict, sentence="Other words."))
    assert now[at] != then[at]
    assert digest(now) == digest(then)


def test_another_limit_is_noticed() -> None:
    """As a changed rule would be: the set goes on, and the table says that it stops."""
    kept = read("guards/tiring-smile")
    step = kept.plan.routine.steps[0]
    fatigue = replace(step.thresholds.fatigue, stop_drop_percent=90.0, caution_drop_percent=85.0)
    step = replace(step, thresholds=replace(step.thresholds, fatigue=fatigue))
    plan = replace(kept.plan, routine=replace(kept.plan.routine, steps=(step,)))
    now = kept_again(replace(kept, plan=plan))
    assert digest(now) != digest(kept_in(kept))
    assert decided(plan, now) != TABLE["guards/tiring-smile"].decided


def test_the_list_of_decisions_is_read() -> None:
    """A line with its five parts; one with fewer, twice, or without the list is an error."""
    head = f"{MARKER}\n|---|---|---|---|---|\n"
    assert changed(f"Words.\n\n{head}\nMore.") == {}
    (line,) = changed(f"{head}{LINE}\n").values()
    assert line == ("guards/tiring-smile", "0.2.0", "stops later", "a new limit", "0123456789ab")
    for wrong in (f"{head}{LINE}\n{LINE}", f"{head}| a | b |", f"{head}| a | b | c | | d |", LINE):
        with pytest.raises(ValueError, match="list of decisions"):
            changed(wrong)


def test_a_piece_that_is_there_is_never_made_again(tmp_path: Path) -> None:
    """Only the missing one is made, and it comes out again."""
    there, missing = "camera/no-face-ever", "camera/by-clock-from-the-start"
    block_of(there, tmp_path).parent.mkdir()
    block_of(there, tmp_path).write_bytes(b"as it was")
    recipes = {piece: RECIPES[piece] for piece in (there, missing)}
    assert len(make_missing(recipes, tmp_path)) == 1
    assert block_of(there, tmp_path).read_bytes() == b"as it was"
    made = unpack(block_of(missing, tmp_path).read_bytes())
    assert digest(kept_again(made)) == digest(kept_in(made))
    assert make_missing(recipes, tmp_path) == []


def _what_to_do(piece: str, then: tuple[Kept, ...], now: tuple[Kept, ...]) -> str:
    """The first thing that differs, and the line for the list."""
    old, new = numbers(then), numbers(now)
    at = next((n for n, pair in enumerate(zip(old, new, strict=False)) if pair[0] != pair[1]), None)
    first = f"then {len(old)} things were kept, now {len(new)}"
    if at is not None:
        first = f"then {old[at]}, now {new[at]}"
    return (
        f"{piece}: {first}. If that is meant, add to the list of decisions in tests/README.md, "
        f"in a commit of its own: | {piece} | VERSION | WHAT CHANGED | WHY | `{digest(now)}` |"
    )
