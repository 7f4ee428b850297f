"""The command line: a table of subcommands, and the import of the one that was chosen.

`--version` and `--help` import nothing heavy. What a command raises is turned into a sentence
and an exit code by `exits`; a command itself returns its code.
"""

import contextlib
import importlib
import importlib.util
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from routines.errors import Trouble
from routines.program import COMMAND
from sessions.native import limits
from sessions.version import VERSION
from tui.terminal import exits

if TYPE_CHECKING:
    import argparse

    from textual.screen import Screen

    from sessions.care.settings import Settings
    from tui.app import LastScreen
    from tui.person.paths import Places

COMMANDS: dict[str, str] = {
    "run": "practise: a routine, or what is due today",
    "due": "what is due today, and why",
    "setup": "side, stage and plan, with or without a therapist",
    "learn": "how practice works, in short pages",
    "routine": "list, show, check, write, hand over and take routines",
    "history": "past sessions",
    "why": "why a set of a past session was ended, or was not",
    "report": "a report of the last weeks, to show a therapist",
    "export": "all records as CSV, JSON or ZIP",
    "import": "take in an export, or records from another machine",
    "replay": "analyse a recorded set",
    "score": "measures of each half of the face, a row a frame",
    "shortcut": "a starter to click, for those who use no terminal",
    "doctor": "check camera, model, folders and terminal",
    "selftest": "check the measuring itself",
    "validate": "for clinics: measure beside a ruler, and see how far both agree",
    "forget": "delete what the program has kept about you",
}
"""Every subcommand with its one line of help, in the order of `--help`."""

APP = "app"
"""The module that runs when no subcommand is named."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program; returns its exit code."""
    limits.no_core_files()
    words = list(sys.argv[1:] if argv is None else argv)
    exits.leave_on_signals()
    exits.show_what_can_be_shown()
    line = _Line(alone=argv is None)
    return exits.guard(lambda: line.obey(words), lambda: line.places().log_file)


class _Line:
    """One command line being obeyed."""

    def __init__(self, alone: bool = False) -> None:
        """`alone` says that the whole process is for this line, so that it may be restricted."""
        self._alone = alone
        self.data_dir: str | None = None
        self.model: str | None = None

    def places(self) -> "Places":
        """Where things live, as far as the line has been read."""
        from tui.person.paths import find_places

        return find_places(self.data_dir, self.model)

    def obey(self, words: list[str]) -> int:
        """Read the global flags, import the chosen command, run it."""
        rest = self._take_globals(words)
        if rest and rest[0] in ("-h", "--help"):
            print(overview())
            return exits.DONE
        if rest and rest[0] == "--version":
            print(f"slowsmile {VERSION}")
            return exits.DONE
        name = _chosen(rest)
        module = importlib.import_module(_module(name))
        from tui.parser import Parser

        prog = COMMAND if name == APP else f"{COMMAND} {name}"
        parser = Parser(prog, COMMANDS.get(name, "guided facial practice"))
        module.add_arguments(parser)
        args = parser.parse_all(rest if name == APP else rest[1:])
        self.data_dir = args.data_dir or self.data_dir
        self.model = args.model or self.model
        try:
            args.places = self.places()
        except ImportError:
            if name != "doctor":  # it must run to name what cannot be imported
                raise
            args.places = None
        if self._alone and args.places is not None:
            _give_up_internet(args)
        args.show = _show
        return int(module.run(args))

    def _take_globals(self, words: list[str]) -> list[str]:
        """The words after the global flags that stand first."""
        rest = list(words)
        while rest and rest[0].partition("=")[0] in ("--data-dir", "--model"):
            flag, equals, value = rest.pop(0).partition("=")
            if not equals:
                if not rest:
                    raise Trouble(f"{flag} needs a path after it.")
                value = rest.pop(0)
            if flag == "--model":
                self.model = value
            else:
                self.data_dir = value
        return rest


def _give_up_internet(args: "argparse.Namespace") -> None:
    with contextlib.suppress(ImportError):  # whatever is missing, `doctor` must run to name it
        from tui.person.internet import give_up_internet

        named = [getattr(args, flag, None) for flag in ("source", "camera")]
        give_up_internet(named, args.places.config)


def _show(
    first: "Screen[Any]",
    settings: "Settings",
    warning: str = "",
    last: "LastScreen | None" = None,
) -> int:
    """Run the full-screen app, its first screen `first`; the exit code. `last` as in the app."""
    from tui.app import SlowsmileApp, show

    return show(SlowsmileApp(first, settings, warning, last))


def available() -> list[str]:
    """The subcommands this build has."""
    return [name for name in COMMANDS if _exists(name)]


def overview() -> str:
    """What `--help` prints: examples first, one screen."""
    examples = {
        "": "open the app",
        " run --side left": "practise what is due, with the camera",
        " run --source sim": "try it with a simulated patient",
    }
    lines = ["slowsmile: small, slow, symmetrical facial practice.", ""]
    lines += [f"  {COMMAND + words:<34}{what}" for words, what in examples.items()]
    lines.append("Commands; all take --help, --data-dir DIR (all that is written), --model PATH:")
    lines += [f"  {name:<9} {COMMANDS[name]}" for name in available()]
    return "\n".join(lines)


def _chosen(rest: list[str]) -> str:
    if not rest or rest[0].startswith("-"):
        return APP
    if rest[0] not in available():
        from routines.reading.problems import did_you_mean

        close = did_you_mean(rest[0], available())
        raise Trouble(f"There is no command '{rest[0]}'{close}. See {COMMAND} --help.")
    return rest[0]


def _module(name: str) -> str:
    return f"tui.commands.{name + '_' if name == 'import' else name}"


def _exists(name: str) -> bool:
    return importlib.util.find_spec(_module(name)) is not None
