"""Makes the pieces that are missing: `.venv/bin/python -m tests.museum.make`.

A piece that is there is never made again: it is what an earlier version decided.
"""

from collections.abc import Mapping
from pathlib import Path

from sessions.decisions.kept_decisions import pack
from tests.museum.outcome import decided, kept_in
from tests.museum.pieces import BLOCKS, block_of, table
from tests.museum.recipes.all import RECIPES
from tests.museum.sessions_made import Made


def make_missing(recipes: Mapping[str, Made], folder: Path) -> list[str]:
    """Write the block of each recipe that has none; say what to add to the table."""
    told: list[str] = []
    rows = table()
    for piece, recipe in recipes.items():
        file = block_of(piece, folder)
        if file.exists():
            continue
        session = recipe.session(piece)
        block = pack(session)
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("xb") as new:
            new.write(block)
        told.append(f"{piece}: {len(block)} bytes")
        if piece not in rows:
            room, name = piece.split("/")
            line = decided(session.plan, kept_in(session))
            told.append(f'[{room}.{name}]\nshows = ""\ndecided = "{line}"')
    return told


if __name__ == "__main__":
    print("\n".join(make_missing(RECIPES, BLOCKS) or ["Nothing is missing."]))
