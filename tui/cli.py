"""The command line: a table of subcommands, and the import of the one that was chosen.

`--version` and `--help` import nothing heavy. What a command raises is turned into a sentence
and an exit code by `exits`; a command itself returns its code.
"""

import contextlib
import importlib
import importlib.util
import os
import sys
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from routines.errors import Trouble
from routines.language import VARIABLE, _, choice, gettext_noop
from routines.program import COMMAND
from sessions.native import garbage, limits
from sessions.version import VERSION
from tui.terminal import exits

if TYPE_CHECKING:
    import argparse

    from textual.screen import Screen

    from sessions.care.settings import Settings
    from tui.app import LastScreen
    from tui.person.paths import Places

COMMANDS: dict[str, str] = {
    "run": gettext_noop("practise: a routine, or what is due today"),
    "due": gettext_noop("what is due today, and why"),
    "setup": gettext_noop("side, stage and plan, with or without a therapist"),
    "learn": gettext_noop("how practice works, in short pages"),
    "routine": gettext_noop("list, show, check, write, hand over and take routines"),
    "history": gettext_noop("past sessions"),
    "why": gettext_noop("why a set of a past session was ended, or was not"),
    "report": gettext_noop("a report of the last weeks, to show a therapist"),
    "export": gettext_noop("all records as CSV, JSON or ZIP"),
    "import": gettext_noop("take in an export, or records from another machine"),
    "replay": gettext_noop("analyse a recorded set"),
    "score": gettext_noop("measures of each half of the face, a row a frame"),
    "shortcut": gettext_noop("a starter to click, for those who use no terminal"),
    "doctor": gettext_noop("check camera, model, folders and terminal"),
    "selftest": gettext_noop("check the measuring itself"),
    "validate": gettext_noop("for clinics: measure beside a ruler, and see how far both agree"),
    "forget": gettext_noop("delete what the program has kept about you"),
}
"""Every subcommand with its one line of help, in the order of `--help`."""

ABOUT = gettext_noop("guided facial practice")
APP = "app"
"""The module that runs when no subcommand is named."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program; returns its exit code."""
    limits.no_core_files()
    if argv is None:
        garbage.put_off()
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
        self._choose_language(rest)
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
        parser = Parser(prog, _(COMMANDS.get(name, ABOUT)))
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

    def _choose_language(self, words: list[str]) -> None:
        """Before a module with sentences is imported; child processes are told."""
        data_dir = self.data_dir
        for flag, value in pairwise([*words, ""]):
            if flag.startswith("--data-dir"):
                data_dir = flag.partition("=")[2] or value

        def setting() -> str:
            from tui.person.language import language_in
            from tui.person.paths import find_places

            try:
                return language_in(find_places(data_dir).config)
            except Trouble:  # said later, where the folder is needed
                return ""

        code = choice.choose(os.environ, setting)
        if code != choice.ENGLISH:
            os.environ[VARIABLE] = code

    def _take_globals(self, words: list[str]) -> list[str]:
        """The words after the global flags that stand first."""
        rest = list(words)
        while rest and rest[0].partition("=")[0] in ("--data-dir", "--model"):
            flag, equals, value = rest.pop(0).partition("=")
            if not equals:
                if not rest:
                    raise Trouble(_("{flag} needs a path after it.").format(flag=flag))
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
        "": _("open the app"),
        " run --side left": _("practise what is due, with the camera"),
        " run --source sim": _("try it with a simulated patient"),
    }
    lines = [_("slowsmile: small, slow, symmetrical facial practice."), ""]
    lines += [f"  {COMMAND + words:<34}{what}" for words, what in examples.items()]
    lines.append(
        _("Commands; all take --help, --data-dir DIR (all that is written), --model PATH:")
    )
    lines += [f"  {name:<9} {_(COMMANDS[name])}" for name in available()]
    return "\n".join(lines)


def _chosen(rest: list[str]) -> str:
    if not rest or rest[0].startswith("-"):
        return APP
    if rest[0] not in available():
        from routines.language.lists import sentences
        from routines.reading.problems import did_you_mean

        raise Trouble(
            sentences(
                (
                    _("There is no command '{word}'.").format(word=rest[0]),
                    did_you_mean(rest[0], available()),
                    _("See {command} --help.").format(command=COMMAND),
                )
            )
        )
    return rest[0]


def _module(name: str) -> str:
    return f"tui.commands.{name + '_' if name == 'import' else name}"


def _exists(name: str) -> bool:
    return importlib.util.find_spec(_module(name)) is not None
