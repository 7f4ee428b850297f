"""What `run` makes of flags, settings and profiles; what it refuses, in which words."""

import argparse
import datetime
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from routines.errors import Trouble
from routines.plan import FILE_NAME as PLAN_NAME
from routines.plan import default_plan
from routines.writing import plan_text
from sessions.care.settings import Settings, Sound
from sessions.care.settings_file import FILE_NAME, load_settings, save_settings
from sessions.care.triage import EMERGENCY
from sessions.live.request import SessionRequest
from sessions.storage.private_files import write_private
from tests.tui.people import ANSWERED
from tui.cli import main
from tui.commands import run as run_command
from tui.commands.run import add_arguments, request_for
from tui.parser import Parser
from tui.person.paths import find_places
from tui.screens.keymap_checks import complaint
from tui.screens.set_up import SetUp

NOON = datetime.datetime(2026, 11, 21, 12, 0, tzinfo=datetime.UTC)


def asked(*typed: str, settings: Settings | None = None) -> SessionRequest:
    """The request for these words on the command line."""
    places = find_places()
    if settings is not None:
        save_settings(settings, places.config / FILE_NAME)
    parser = Parser("run", "test")
    add_arguments(parser)
    args: argparse.Namespace = parser.parse_all(list(typed))
    args.places = places
    return request_for(args, NOON)


def test_the_simulated_patient_needs_nothing_else() -> None:
    """Side from the profile, the gentle daily set, no model."""
    request = asked("--source", "sim")

    assert request.side == "left"
    assert request.routine.id == "daily-gentle"
    assert request.model == ""
    assert request.speed == 1.0


def test_the_profile_decides_the_side_and_a_flag_outranks_it(tmp_path: Path) -> None:
    """A patient of the person's own making may be weak on the right."""
    profile = tmp_path / "mine.toml"
    profile.write_text('name = "mine"\nside = "right"\n')

    assert asked("--source", f"sim:{profile}").side == "right"
    assert asked("--source", f"sim:{profile}", "--side", "left").side == "left"


def test_settings_speak_where_flags_are_silent() -> None:
    """Side, source, sound and view are the person's own; a flag outranks them."""
    own = replace(ANSWERED, side="right", view="cue-only", sound=Sound(level=4))
    request = asked(settings=own)
    silent = asked("--no-sound", "--side", "left")

    assert (request.side, request.source, request.view) == ("left", "sim:steady", "cue-only")
    assert request.sound.level == 4
    assert not silent.sound.on
    assert silent.side == "left"


def test_what_is_due_today_is_the_default() -> None:
    """The plan's next routine, for whoever has a plan."""
    places = find_places()
    write_private(places.data / PLAN_NAME, plan_text(default_plan("synkinetic", NOON.date())))
    request = asked(settings=replace(ANSWERED, stage="synkinetic"))

    assert request.routine.stage == "synkinetic"


def test_a_camera_needs_to_know_the_side() -> None:
    """Never guessed: the sentence says what to type."""
    with pytest.raises(Trouble, match="run --side left") as caught:
        asked("--source", "camera", settings=replace(ANSWERED, side=None))

    assert caught.value.kind == "usage"


@pytest.mark.parametrize("speed", ["0", "-2", "1e9", "nan"])
def test_a_speed_has_its_bounds(speed: str) -> None:
    """And they are named."""
    with pytest.raises(Trouble, match=r"from 0\.1 to 1000"):
        asked("--source", "sim", f"--speed={speed}")


def test_only_the_simulated_patient_has_a_speed() -> None:
    """A camera cannot be hurried."""
    with pytest.raises(Trouble, match="--source sim"):
        asked("--source", "camera", "--side", "left", "--speed", "2")


def test_an_unknown_routine_names_the_nearest() -> None:
    """A slip of the finger is met with the right word."""
    with pytest.raises(Trouble, match="daily-gentle"):
        asked("daily-gentel", "--source", "sim")


def test_a_routine_that_is_not_open_is_refused_with_its_reason() -> None:
    """Whoever answered that nothing moves yet gets no active exercises from a slip."""
    flaccid = replace(ANSWERED, stage="flaccid", source="camera:0")
    with pytest.raises(Trouble) as caught:
        asked("daily-gentle", settings=flaccid)

    assert "While nothing moves" in caught.value.sentence
    assert "--anyway" not in caught.value.sentence


def test_anyway_goes_past_the_stage_and_the_record_will_say_so() -> None:
    """Between paretic and synkinetic; what was gone past is kept in words."""
    synkinetic = replace(ANSWERED, stage="synkinetic", source="camera:0")
    with pytest.raises(Trouble, match=r"--anyway\.$"):
        asked("bells-2", settings=synkinetic)

    request = asked("bells-2", "--anyway", settings=synkinetic)

    assert request.overrides == ("the stage this routine is made for",)


@pytest.mark.parametrize(
    ("held", "why"),
    [
        ({"red_flags": ("eye-pain-or-vision",)}, "your eye today"),
        ({"not_for": ("botulinum",)}, "botulinum toxin"),
        ({"not_for": ("graft-or-surgery",)}, "operation"),
        ({"not_for": ("both-sides",)}, "Two weak sides"),
        ({"seen_by_doctor": None}, "needs a doctor today"),
        ({"exercises_agreed": False}, "Ask a therapist"),
        ({"finished_on": None}, "safety questions"),
    ],
)
def test_anyway_does_not_go_past_an_answer(held: dict[str, object], why: str) -> None:
    """Nor is it offered."""
    answers = msgspec.structs.replace(ANSWERED.answers, **held)
    settings = replace(ANSWERED, answers=answers, source="camera:0")
    with pytest.raises(Trouble, match=why) as caught:
        asked("daily-gentle", "--anyway", settings=settings)

    assert caught.value.kind == "usage"
    assert "add --anyway" not in caught.value.sentence


def test_care_runs_without_its_closed_steps() -> None:
    """With a sore eye nothing touches it, on the command line as on Home."""
    answers = replace(ANSWERED.answers, red_flags=("eye-pain-or-vision",))
    request = asked("flaccid-care", settings=replace(ANSWERED, answers=answers, source="camera:0"))

    kept = {step.exercise.id for step in request.routine.steps if step.skipped is None}
    assert kept == {"eye-care", "breathing", "imagery"}
    assert request.overrides == ()


@pytest.mark.parametrize("routine", [[], ["daily-gentle"], ["first-look"], ["flaccid-care"]])
@pytest.mark.parametrize("more", [[], ["--plain"], ["--plain", "--anyway"]])
def test_before_the_questions_nothing_begins(
    routine: list[str], more: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """Without a terminal: exit code 2, and the sentence says what to type."""
    code = main(["run", *routine, *more, "--side", "left", "--source", "missing.mp4"])

    found = capsys.readouterr()
    assert (code, found.out) == (2, "")
    assert "safety questions" in found.err
    assert "python3 -m tui" in found.err


def test_the_simulated_patient_may_do_everything() -> None:
    """It has no stage of the person's and no day."""
    flaccid = replace(ANSWERED, stage="flaccid", source="camera:0")

    assert asked("daily-gentle", "--source", "sim", settings=flaccid).overrides == ()


STROKE = replace(ANSWERED, answers=replace(ANSWERED.answers, red_flags=(EMERGENCY,)))


@pytest.mark.parametrize("typed", [[], ["--anyway"], ["flaccid-care"], ["--speed", "7"]])
@pytest.mark.parametrize("source", ["camera", "missing.mp4", "http://127.0.0.1:9/"])
@pytest.mark.parametrize("plain", [[], ["--plain"]])
def test_an_emergency_is_told_and_nothing_else(
    typed: list[str], source: str, plain: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """The card on stderr and exit code 2, whatever the routine, the source and the flags."""
    save_settings(STROKE, find_places().config / FILE_NAME)

    code = main(["run", *typed, *plain, "--source", source])

    found = capsys.readouterr()
    assert code == 2
    assert found.out == ""
    assert found.err.startswith("Call your emergency number now.\n112 Europe")
    assert "--anyway" not in found.err


def test_the_simulated_patient_runs_in_an_emergency_too() -> None:
    """It is somebody else's face."""
    assert asked("--source", "sim", settings=replace(STROKE, source="camera:0")).overrides == ()


def test_without_a_terminal_it_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 2, and the way to lines of text."""
    code = main(["run", "--source", "sim"])

    assert code == 2
    assert "run --plain" in capsys.readouterr().err


@pytest.mark.parametrize("typed", [[], ["setup"]])
def test_what_has_no_lines_of_text_names_what_has(
    typed: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """No flag is named that the command does not have."""
    assert main(typed) == 2
    assert "python3 -m tui run --plain" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("typed", "code", "said"),
    [
        (["--source", "sim:nobody"], 2, "nobody"),
        (["--side", "lft"], 2, 'Did you mean "left"?'),
        (["nothing.toml", "--source", "sim"], 2, "nothing.toml"),
        (["daily-gentle", "--source", "missing.mp4", "--side", "left"], 3, "missing.mp4"),
    ],
)
def test_bad_input_is_one_sentence_and_a_code(
    typed: list[str], code: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """No traceback, the word that was wrong, the code of the contract."""
    save_settings(ANSWERED, find_places().config / FILE_NAME)
    got = main(["run", "--plain", "--no-sound", *typed])
    err = capsys.readouterr().err

    assert got == code
    assert said in err
    assert "Traceback" not in err


def test_what_was_typed_wrong_is_said_before_what_is_missing_here(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A terminal would not help somebody who asked for a routine that is not there."""
    assert main(["run", "NOSUCH", "--source", "sim"]) == 2
    said = capsys.readouterr().err
    assert "NOSUCH" in said
    assert "terminal" not in said


def test_an_older_data_folder_opens_unchanged(capsys: pytest.CaptureFixture[str]) -> None:
    """Settings from before the emergency's date was kept: what was open is open, nothing is
    asked again, and the file stays as it is."""
    places = find_places()
    older = (
        'schema = 1\nname = "Ana"\nside = "right"\nstage = "paretic"\n\n[answers]\n'
        "finished_on = 2026-03-01\nseen_by_doctor = true\ncauses_ruled_out = true\n"
        'swelling_settled = true\nexercises_agreed = true\nred_flags = []\ncause = "bells"\n'
    )
    write_private(places.config / FILE_NAME, older)
    write_private(places.data / PLAN_NAME, plan_text(default_plan("paretic", NOON.date())))

    request = asked("--source", "camera")

    assert (request.routine.id, request.side, request.overrides) == ("daily-gentle", "right", ())
    assert main(["due"]) == 0
    assert "safety questions" not in capsys.readouterr().out
    assert (places.config / FILE_NAME).read_text(encoding="utf-8") == older


def test_a_terminal_is_asked_the_questions_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """The full-screen first run; left unanswered, nothing begins and nothing typed is kept."""
    shown: list[object] = []
    monkeypatch.setattr(run_command, "is_terminal", lambda: True)
    parser = Parser("run", "test")
    add_arguments(parser)
    args = parser.parse_all(["--source", "film.mp4", "--side", "left"])
    args.places = find_places()
    args.show = lambda screen, *rest: shown.append(screen) or 0

    with pytest.raises(Trouble, match="safety questions"):
        run_command.run(args)

    assert isinstance(shown.pop(), SetUp)
    assert not shown
    assert not (args.places.config / FILE_NAME).exists()


def test_plain_asks_in_lines_and_an_emergency_ends_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The sign is kept; the card is on stderr; after "seen" and "yes" it is gone, with its date."""
    typed: list[str] = ["", "1"]  # the example is left out
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", lambda question: typed.pop(0))
    words = ["run", "--plain", "--side", "left", "--source", "film.mp4"]

    assert main(words) == 2
    assert capsys.readouterr().err.startswith("Call your emergency number now.")

    typed += ["seen", "yes"]
    assert main(words) == 2
    assert capsys.readouterr().err.startswith("Call your emergency number now.")
    kept = load_settings(find_places().config / FILE_NAME, complaint).answers
    assert kept.red_flags == ()
    assert kept.emergency_seen_on is not None


@pytest.mark.parametrize(
    ("source", "mirrored", "told"), [("camera:0", True, False), ("camera:1", False, True)]
)
def test_a_camera_that_is_typed_is_not_the_one_of_the_settings(
    source: str, mirrored: bool, told: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    """The answer of the settings' camera is not used, and it is said that there is none."""
    settings = replace(ANSWERED, source="camera:0", mirrored=True, mirrored_asked=True)

    assert asked("wind-down", "--source", source, settings=settings).mirrored is mirrored
    assert ("is not known yet" in capsys.readouterr().err) is told


def test_plain_mode_does_without_textual(checkout: Path) -> None:
    """Its questions too: to load it takes longer than all the rest of the start."""
    code = (
        "import sys, tui.commands.run, tui.flows.interrupted_lines, tui.practice.plain;"
        "sys.exit('textual' in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", code], cwd=checkout).returncode == 0
