"""A catalogue with three plural forms is honoured, from the file to what is printed."""

import os
import subprocess
import sys
from pathlib import Path

from tests.language.messages import Message
from tests.language.template import HEADER, entry
from tests.patience import patience
from tests.tui.practised_days import practised

PROGRAM = """
import pathlib, sys
from routines.language import choice
choice.FOLDER = pathlib.Path(sys.argv[1])
from tui import cli
from routines.counted import counted
codes = [cli.main(["--data-dir", sys.argv[2], *words.split()]) for words in sys.argv[3:]]
print([counted(n, "practice") for n in (1, 3, 5, 22)], codes)
"""
"""The program with another folder of catalogues. Its modules are loaded after the language is
chosen, as at every start."""
FORMS = "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"
PRACTICES = "{number} practice", "{number} practices"
TRANSLATED = {
    Message(*PRACTICES): ("{number} sesja", "{number} sesje", "{number} sesji"),
    Message("{number} day", "{number} days"): ("{number} dzień", "{number} dni", "{number} dni"),
    Message("So far: {practices} on {days}."): ("Dotąd: {practices}, {days}.",),
    Message("started"): ("początek",),
}


def test_three_plural_forms_reach_what_is_printed(tmp_path: Path) -> None:
    """Chosen by the locale; headings, numbers in sentences, and English where nothing is given."""
    catalogues, data = tmp_path / "po", tmp_path / "data"
    catalogues.mkdir()
    head = HEADER.replace("nplurals=2; plural=(n != 1);", FORMS)
    entries = [entry(each, ["made up"], forms) for each, forms in TRANSLATED.items()]
    (catalogues / "pl.po").write_text("\n".join([head, *entries]), encoding="utf-8")
    practised(data, 2)
    environ = {name: value for name, value in os.environ.items() if name != "SLOWSMILE_LANGUAGE"}

    ran = subprocess.run(
        [
            *(sys.executable, "-c", PROGRAM, str(catalogues), str(data)),
            *("history", "routine show open-smile"),
        ],
        capture_output=True,
        env=environ | {"LC_ALL": "pl_PL.UTF-8", "PYTHONUTF8": "1"},
        encoding="utf-8",
        timeout=patience(30.0),
    )

    assert ran.returncode == 0, ran.stderr
    assert "['1 sesja', '3 sesje', '5 sesji', '22 sesje'] [0, 0]" in ran.stdout
    assert "początek" in ran.stdout
    assert "routine" in ran.stdout
    assert "Dotąd: 2 sesje, 2 dni." in ran.stdout
