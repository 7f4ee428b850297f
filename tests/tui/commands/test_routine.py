"""`slowsmile routine`: data on stdout, talk on stderr, 2 for what is wrong."""

import json
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest

from routines.movements import STAGES
from routines.reading.library import library_ids
from tui.cli import main

Out = pytest.CaptureFixture[str]
GOOD = 'schema = 1\nid = "own"\nname = "Own"\nstage = "paretic"\n[[exercise]]\ndo = "frown"\n'
PLAN = (
    'schema = 1\nstage = "paretic"\n'
    '[[slot]]\nname = "morning"\nat = "08:30"\nroutines = ["bells-1", "bells-2"]\n'
)


class Terminal(StringIO):
    """Answers typed at a terminal."""

    def isatty(self) -> bool:
        """It is one."""
        return True


def test_list_names_every_routine(capsys: Out) -> None:
    """A line each: id, stage, length, name."""
    assert main(["routine", "list"]) == 0

    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == list(library_ids())
    assert "daily-gentle          paretic     7 min 40 s   Gentle daily set" in lines


def test_list_shows_own_routines_and_tells_of_broken_ones(capsys: Out, own_home: Path) -> None:
    """Files in the data folder's routines; what cannot be read goes to stderr."""
    folder = own_home / "slowsmile" / "routines"
    folder.mkdir(parents=True)
    (folder / "own.toml").write_text(GOOD, encoding="utf-8")
    (folder / "broken.toml").write_text("schema = 9", encoding="utf-8")

    assert main(["routine", "list"]) == 0

    found = capsys.readouterr()
    assert any(line.startswith("own ") and "own.toml" in line for line in found.out.splitlines())
    assert "broken.toml, line 1: schema" in found.err


def test_an_own_file_that_cannot_be_read_is_not_called_unknown(capsys: Out, own_home: Path) -> None:
    """It may be the one that was meant, also where its name is like an exercise's."""
    folder = own_home / "slowsmile" / "routines"
    folder.mkdir(parents=True)
    (folder / "puckers.toml").write_text("schema = ", encoding="utf-8")

    assert main(["routine", "show", "puckers"]) == 2
    assert "puckers.toml, line 1" in capsys.readouterr().err
    assert main(["routine", "show", "kept-under-another-name"]) == 2
    assert "puckers.toml cannot be read and may be it" in capsys.readouterr().err


def test_a_routine_in_place_of_the_programs_is_told_where_it_is_listed_and_taken(
    capsys: Out, own_home: Path
) -> None:
    """Its id is the library's, and the file in the folder is the one that is used."""
    folder = own_home / "slowsmile" / "routines"
    folder.mkdir(parents=True)
    text = GOOD.replace('id = "own"', 'id = "daily-gentle"')
    (folder / "daily-gentle.toml").write_text(text, encoding="utf-8")

    assert main(["routine", "list"]) == 0
    ours = [line for line in capsys.readouterr().out.splitlines() if "daily-gentle.toml" in line]
    assert [line.endswith("your own, in place of the program's") for line in ours] == [True]
    assert main(["routine", "take", str(folder / "daily-gentle.toml")]) == 2
    assert "The program has a routine with the same id: daily-gentle." in capsys.readouterr().out


def test_list_shows_the_catalogue(capsys: Out) -> None:
    """Every exercise with what the camera can do for it."""
    assert main(["routine", "list", "--exercises"]) == 0

    lines = capsys.readouterr().out.splitlines()
    assert 'pucker                weakly   Pucker the lips, "ooo"' in lines
    assert any("one-corner" in line and "if a therapist allows it" in line for line in lines)


def test_show_is_a_card_to_read(capsys: Out) -> None:
    """For whom, how long, each step, what is left out and why."""
    assert main(["routine", "show", "mimic-set"]) == 0

    card = capsys.readouterr().out
    assert "For the paretic stage. 5 min 22 s, 16 repetitions." in card
    assert " 1. Raise the eyebrows: 4 times, held 3 s, with a helping finger" in card
    assert "Skipped: your therapist must allow this exercise first." in card
    assert max(map(len, card.splitlines())) <= 80


def test_show_tells_an_exercise_too(capsys: Out) -> None:
    """How it is done, what goes wrong, what the camera sees."""
    assert main(["routine", "show", "eye-closure"]) == 0

    card = capsys.readouterr().out
    assert "- Look down first. The upper lids follow." in card
    assert "Eyes: shut; tones or spoken words guide you" in card


@pytest.mark.parametrize("named", ["daily-gentle", "massage-cheek"])
def test_show_gives_everything_as_json(named: str, capsys: Out) -> None:
    """For scripts: resolved doses and limits, or one exercise."""
    assert main(["routine", "show", named, "--json"]) == 0

    document = json.loads(capsys.readouterr().out)
    assert document["id"] == named
    if named == "daily-gentle":
        assert document["seconds"] == 460
        assert document["steps"][0]["scored"] is True
        assert document["steps"][0]["thresholds"]["fatigue"]["stop_drop_percent"] == 30


@pytest.mark.parametrize(
    ("named", "near"), [("dayly-gentle", "daily-gentle"), ("masage-cheek", "massage-cheek")]
)
def test_show_answers_an_unknown_id_with_the_nearest(named: str, near: str, capsys: Out) -> None:
    """Among routines and exercises; nothing on stdout."""
    assert main(["routine", "show", named]) == 2

    found = capsys.readouterr()
    assert f'Did you mean "{near}"?' in found.err
    assert found.out == ""


def test_check_says_how_a_routine_will_run(capsys: Out, tmp_path: Path) -> None:
    """Time, repetitions, what the camera sees and does not, what is skipped."""
    path = tmp_path / "own.toml"
    path.write_text(
        GOOD + '[[exercise]]\ndo = "massage-chin"\n[[exercise]]\ndo = "squint"\n', encoding="utf-8"
    )
    assert main(["routine", "check", str(path)]) == 0

    assert capsys.readouterr().out.splitlines() == [
        "own: 2 min 10 s, 5 repetitions, for the paretic stage.",
        "  Scored with low confidence: frown.",
        "  Not seen by the camera, guided by time: massage-chin.",
        "  Should have been shown by a therapist: massage-chin.",
        "  squint: Skipped: your therapist must allow this exercise first.",
    ]


@pytest.mark.parametrize(
    ("dose", "few"), [("reps = 4", True), ("reps = 5", False), ("reps = 4\nsets = 2", False)]
)
def test_check_hints_at_a_set_too_short_to_show_tiring(
    dose: str, few: bool, capsys: Out, tmp_path: Path
) -> None:
    """No mistake, but somebody who writes it should know; a second set has its own chance."""
    path = tmp_path / "own.toml"
    path.write_text(f"{GOOD}{dose}\n", encoding="utf-8")

    assert main(["routine", "check", str(path)]) == 0
    assert ("Few repetitions: frown." in capsys.readouterr().out) == few


def test_check_goes_on_after_a_wrong_file(capsys: Out, tmp_path: Path) -> None:
    """All files of a folder; the wrong ones on stderr with every error; 2 at the end."""
    (tmp_path / "a.toml").write_text(GOOD + "reps = 99\nhold = 3\n", encoding="utf-8")
    (tmp_path / "b.toml").write_text(GOOD, encoding="utf-8")

    assert main(["routine", "check", str(tmp_path)]) == 2

    found = capsys.readouterr()
    assert "a.toml, line 7" in found.err
    assert 'Did you mean "hold_s"?' in found.err
    assert found.err.splitlines()[-1].startswith("Nothing was run. Correct the file")
    assert found.out.startswith("own: ")


def test_check_knows_a_plan(capsys: Out, tmp_path: Path) -> None:
    """By its name or by what stands in it."""
    path = tmp_path / "for-anna.toml"
    path.write_text(PLAN, encoding="utf-8")
    wrong = tmp_path / "plan.toml"
    wrong.write_text(PLAN.replace("08:30", "8.30"), encoding="utf-8")

    assert main(["routine", "check", str(path), str(wrong)]) == 2

    found = capsys.readouterr()
    assert "08:30 morning: bells-1 and bells-2 in turns (every day)" in found.out
    assert 'slot 1, at: expected a time of day such as "08:30"' in found.err


def test_check_says_what_is_missing(capsys: Out, tmp_path: Path) -> None:
    """A file that is not there, a folder without routines."""
    assert main(["routine", "check", str(tmp_path / "none.toml")]) == 2
    assert "There is no file" in capsys.readouterr().err
    assert main(["routine", "check", str(tmp_path)]) == 2
    assert "no .toml file" in capsys.readouterr().err


@pytest.mark.parametrize("stage", STAGES)
def test_new_asks_nothing_when_given_flags(stage: str, tmp_path: Path, capsys: Out) -> None:
    """It writes a file that checks without errors, and the schema its first line points at."""
    path = tmp_path / "Morning set.toml"

    assert main(["routine", "new", str(path), "--name", "Anna's", "--stage", stage]) == 0
    assert main(["routine", "check", str(path)]) == 0

    found = capsys.readouterr()
    assert found.out.startswith("morning-set: ")
    assert "routine check" in found.err
    pointed = path.read_text(encoding="utf-8").splitlines()[0].removeprefix("#:schema ")
    assert json.loads((tmp_path / pointed).read_text(encoding="utf-8"))["title"]


def test_new_asks_at_a_terminal(
    tmp_path: Path, capsys: Out, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Questions on stderr, an empty answer takes what is proposed."""
    monkeypatch.setattr(sys, "stdin", Terminal("\nsynkinetic\n"))
    path = tmp_path / "quiet-eye.toml"

    assert main(["routine", "new", str(path)]) == 0

    text = path.read_text(encoding="utf-8")
    assert 'name = "Quiet eye"' in text
    assert 'stage = "synkinetic"' in text
    assert "[Quiet eye]" in capsys.readouterr().err


def test_new_makes_an_id_and_a_name_of_any_file_name(tmp_path: Path, capsys: Out) -> None:
    """An accent is dropped from the id and kept in the name; the next command can be pasted."""
    path = tmp_path / "Morgen_\u00dcbung.toml"
    spaced = tmp_path / "two words.toml"

    assert main(["routine", "new", str(path)]) == 0
    assert main(["routine", "new", str(spaced)]) == 0

    text = path.read_text(encoding="utf-8")
    assert 'id = "morgen-ubung"' in text
    assert 'name = "Morgen \u00dcbung"' in text
    assert f"routine check '{spaced}'" in capsys.readouterr().err


def test_new_never_writes_over_a_file_unasked(tmp_path: Path, capsys: Out) -> None:
    """Only with --force."""
    path = tmp_path / "own.toml"
    path.write_text("mine", encoding="utf-8")
    command = ["routine", "new", str(path), "--name", "X", "--stage", "paretic"]

    assert main(command) == 2
    assert path.read_text(encoding="utf-8") == "mine"
    assert "--force" in capsys.readouterr().err
    assert main([*command, "--force"]) == 0


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["new", "own.txt"], "ends in .toml"),
        (["new", "missing/own.toml"], "There is no folder"),
        (["new", "own.toml", "--id", "My Own"], "cannot be an id"),
        (["new", "own.toml", "--stage", "paretisch"], 'Did you mean "paretic"?'),
        (["chek", "x.toml"], 'Did you mean "check"?'),
        ([], "routine list | show | check | new | schema"),
    ],
)
def test_slips_on_the_line_are_answered(words: list[str], told: str, capsys: Out) -> None:
    """A sentence and 2, never a traceback."""
    assert main(["routine", *words]) == 2

    assert told in capsys.readouterr().err


def test_schema_is_json(capsys: Out) -> None:
    """On stdout, ready for a file."""
    assert main(["routine", "schema"]) == 0

    assert json.loads(capsys.readouterr().out)["title"] == "A routine for slowsmile"


def test_global_flags_stand_behind_the_action(tmp_path: Path, capsys: Out) -> None:
    """`routine list --data-dir DIR` looks in that folder."""
    (tmp_path / "routines").mkdir()
    (tmp_path / "routines" / "own.toml").write_text(GOOD, encoding="utf-8")

    assert main(["routine", "list", "--data-dir", str(tmp_path)]) == 0

    assert "\nown " in capsys.readouterr().out


def test_looking_at_routines_needs_no_screen(checkout: Path) -> None:
    """Neither Textual nor numpy is imported, so it answers at once."""
    code = (
        "import sys; from tui.cli import main; main(['routine', 'list']); main(['due']); "
        "main(['learn']); heavy = {'textual', 'rich', 'numpy', 'cv2', 'mediapipe'}; "
        "sys.exit(', '.join(sorted(heavy & set(sys.modules))) or 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=checkout, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr


def test_new_keeps_escapes_of_a_file_name_from_the_terminal(tmp_path: Path, capsys: Out) -> None:
    """Names may hold anything; what is shown does not."""
    path = tmp_path / "a\x1b[2Jb.toml"

    flags = ("--id", "mine", "--name", "Mine", "--stage", "paretic")
    assert main(["routine", "new", str(path), *flags]) == 0

    assert path.exists()
    assert "\x1b" not in capsys.readouterr().err


def test_a_plan_is_checked_with_the_routines_that_lie_beside_it(
    capsys: Out, tmp_path: Path
) -> None:
    """In any folder, as it was handed over."""
    (tmp_path / "own.toml").write_text(GOOD, encoding="utf-8")
    plan = tmp_path / "plan.toml"
    plan.write_text(PLAN.replace("bells-1", "own"), encoding="utf-8")

    assert main(["routine", "check", str(plan)]) == 0
    assert "08:30 morning: own and bells-2 in turns (every day)" in capsys.readouterr().out


def test_a_routine_goes_from_one_folder_to_another_as_a_file(
    capsys: Out, tmp_path: Path, own_home: Path
) -> None:
    """Shown on stdout; kept with --yes only, and what it replaces goes into a backup."""
    mine, theirs = tmp_path / "mine", tmp_path / "theirs"
    (mine / "routines").mkdir(parents=True)
    limit = "[exercise.guards.fatigue]\nstop_drop_percent = 40\n"
    (mine / "routines" / "own.toml").write_text(GOOD + limit, encoding="utf-8")
    (mine / "plan.toml").write_text(PLAN.replace("bells-1", "own"), encoding="utf-8")
    handed = tmp_path / "handed.zip"

    assert main(["--data-dir", str(mine), "routine", "hand-over", "-o", str(handed)]) == 0
    assert main(["--data-dir", str(theirs), "routine", "take", str(handed)]) == 2
    assert not (theirs / "plan.toml").exists()
    shown = capsys.readouterr().out
    assert "08:30 morning: own and bells-2 in turns" in shown
    assert "frown: fatigue stop_drop_percent 40 (usual 30)" in shown
    assert main(["--data-dir", str(theirs), "routine", "take", str(handed), "--yes"]) == 0
    assert main(["--data-dir", str(theirs), "routine", "check", str(theirs / "plan.toml")]) == 0
    (theirs / "plan.toml").write_text(PLAN, encoding="utf-8")
    assert main(["--data-dir", str(theirs), "routine", "take", str(handed), "--yes"]) == 0

    assert "It replaces what is here: plan.toml." in capsys.readouterr().out
    assert len(list((theirs / "backup").glob("replaced-*.zip"))) == 1


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["hand-over"], "no plan here yet. Name a routine"),
        (["hand-over", "no-such"], 'There is no routine "no-such"'),
        (["take"], "Name a FILE, or a camera"),
        (["take", "a.zip", "--source", "camera"], "Name a FILE, or a camera"),
        (["take", "missing.toml"], "missing.toml"),
        (["take", "~nobody-of-this-name/plan.zip"], "~nobody-of-this-name/plan.zip"),
        (["hand-over", "bells-1", "-o", "~nobody-of-this-name/a.zip"], "there is no folder"),
        (["take", "--source", "camera"], "not a terminal"),
    ],
)
def test_what_cannot_be_handed_over_or_taken_says_why(
    capsys: Out, own_home: Path, words: list[str], why: str
) -> None:
    """A sentence, and 2."""
    assert main(["routine", *words]) == 2
    assert why in capsys.readouterr().err
