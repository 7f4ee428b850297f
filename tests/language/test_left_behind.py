"""No sentence is left behind in English, but for those that are counted here.

The numbers may only shrink. Their sum stands in tests/README.md.
"""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.language.left_behind import left_behind, sentences
from tests.patience import patience

COUNTED = {
    # Signs by which pip's words are known, programs for a child, a file made by the set-up, a log.
    "tui/__main__.py": 1,
    "tui/setup/fetching.py": 3,
    "tui/setup/looking.py": 1,
    "tui/setup/making.py": 1,
    "tui/setup/proving.py": 2,
    "tui/setup/starter.py": 1,
    "tui/setup/watch.py": 1,
    "tui/setup/wheels.py": 1,
    # What stands in files: columns of an export, the schema of routines, a routine to begin with,
    # how a record was measured, the name of a routine for the range.
    "routines/schema.py": 8,
    "routines/starter.py": 4,
    "sessions/care/therapist_plan.py": 1,
    "sessions/exchange/columns.py": 50,
    "sessions/exchange/tables.py": 1,
    "sessions/log/record_builder.py": 3,
    # What only a log, a developer or another part of the program reads.
    "routines/language/po_file.py": 2,
    "sessions/camera/wire.py": 2,
    "sessions/decisions/columns.py": 2,
    "sessions/face/eye_reader.py": 1,
    "sessions/face/sparing/mesh_network.py": 3,
    "sessions/worker/sources/mjpeg_http.py": 1,
    "sessions/worker/sources/recording.py": 1,
    "sessions/worker/sources/within.py": 1,
    # No sentences: a query, names of places, styles.
    "sessions/history/index.py": 1,
    "tui/person/country.py": 2,
    "tui/widgets/menu.py": 1,
    "tui/widgets/whole_footer.py": 1,
}
"""Texts of four words and more that are not looked up in a catalogue, by file."""
CUT: dict[str, int] = {}
"""Keys of a footer that are cut when every text is 40 % longer, by screen and window."""


def walk(checkout: Path, *parts: str) -> dict[str, dict[str, list[str]]]:
    """What the walk through the program in the pseudo-language found."""
    ran = subprocess.run(
        [sys.executable, "-m", "tests.language.walk", *parts],
        capture_output=True,
        text=True,
        cwd=checkout,
        stdin=subprocess.DEVNULL,
        timeout=patience(90.0),
    )
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout)


def test_every_sentence_is_looked_up_in_a_catalogue(checkout: Path) -> None:
    """Or is counted, with its reason. The numbers shrink with what they count, and the page on
    tests says how many there are."""
    found = {place: len(texts) for place, texts in left_behind().items()}
    page = (checkout / "tests" / "README.md").read_text(encoding="utf-8")

    assert {place: n for place, n in found.items() if n > COUNTED.get(place, 0)} == {}
    assert {place: n for place, n in COUNTED.items() if n > found.get(place, 0)} == {}
    assert re.findall(r"(\d+) sentences are left in\s+English", page) == [
        str(sum(COUNTED.values()))
    ]
    assert re.findall(r"(\d+) lines are cut", page) == [str(sum(CUT.values()))]


def test_a_sentence_that_is_left_behind_is_found() -> None:
    """What is marked, documented or for developers is none."""
    source = '''"""A module says what it is for."""
A = "This one is left behind."
B = f"So is {this} one {here}, too."
C = _("This one is looked up.") + ngettext("One of the days", "More of the days", n)
D = ValueError("This one is for developers.")
E = re.compile("a pattern of some words")
'''

    assert list(sentences(source)) == ["This one is left behind.", "So is {} one {}, too."]


@pytest.mark.long
def test_nothing_is_left_behind_in_lines_of_text(checkout: Path) -> None:
    """Help, lists, reports, pages, and the mistakes of a routine, in the pseudo-language.

    Always: that every sentence in the sources is looked up.
    """
    assert walk(checkout)["left"] == {}


@pytest.mark.long
def test_nothing_is_left_behind_or_cut_on_a_screen(checkout: Path) -> None:
    """Every screen, and a practice, in the pseudo-language; what is cut is counted above."""
    found = walk(checkout, "screens")

    assert found["left"] == {}
    assert {place: len(lines) for place, lines in found["cut"].items()} == CUT


@pytest.mark.long
def test_wide_letters_break_no_line_and_no_table(checkout: Path) -> None:
    """In the small window, where texts are cut first."""
    assert walk(checkout, "wide")["cut"] == {}
