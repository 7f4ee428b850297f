"""How the program ends: one plain sentence on stderr and an exit code, never a traceback.

Nothing else maps failures to exit codes. What nobody expected is written, with its traceback,
to a log file whose path is printed.
"""

import errno
import io
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import NoReturn

from routines.errors import Trouble, TroubleKind
from routines.language import _, gettext_noop
from routines.program import COMMAND
from routines.safe_text import harmless
from tui.terminal.whole_words import at_words

DONE = 0
UNEXPECTED = 1
USAGE = 2
NOT_USABLE = 3
INTERRUPTED = 130

MOST_LOG_BYTES = 1_000_000
"""A log that has grown beyond this begins anew."""

CODES: dict[TroubleKind, int] = {
    "usage": USAGE,
    "settings": USAGE,
    "camera": NOT_USABLE,
    "video": NOT_USABLE,
    "model": NOT_USABLE,
    "unexpected": UNEXPECTED,
}


_REMEDIES: dict[int, str] = {
    errno.ENAMETOOLONG: gettext_noop("Choose a shorter name."),
    errno.ELOOP: gettext_noop("Its links lead round in a circle: name the file or folder itself."),
    errno.EACCES: gettext_noop(
        "Look at the rights of the folders on the way there, or choose another place."
    ),
    errno.EPERM: gettext_noop(
        "Look at the rights of the folders on the way there, or choose another place."
    ),
    errno.EROFS: gettext_noop("Nothing can be written there: choose another place."),
    errno.ENOSPC: gettext_noop(
        "Free some space, then try again. What was written before is whole."
    ),
    errno.EDQUOT: gettext_noop(
        "Free some space, then try again. What was written before is whole."
    ),
}
"""What to do about what the system refuses: names and disks are the person's matter, no mistake of
the program's, wherever they come up."""
_MOST_NAMED = 120
"""Characters of a name in a sentence."""


def leave_on_signals() -> None:
    """Make SIGTERM end the program with 143 and SIGHUP with 129, letting go of everything.

    A signal that the starter chose to have ignored (nohup) stays ignored. The full-screen app
    puts its own, gentler handlers in place while it runs.
    """
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _leave)


def _leave(number: int, _frame: FrameType | None) -> NoReturn:
    raise SystemExit(128 + number)


def show_what_can_be_shown() -> None:
    """Write out a letter that stdout's encoding does not have, in place of failing over it.

    A closed stdout takes everything and shows nothing; so no file that is opened later stands in
    its place and gets what libraries print.
    """
    if sys.stdout is None:
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")


def guard(body: Callable[[], int], log_file: Callable[[], Path]) -> int:
    """Run `body`; whatever it raises becomes a sentence and an exit code.

    A reader of stdout that has had enough (`| head`) is no failure. `log_file` is asked only
    after something unexpected.
    """
    try:
        try:
            code = body()
            if sys.stdout is not None:
                sys.stdout.flush()
        except BrokenPipeError:
            code = DONE
    except Trouble as trouble:
        say(trouble.sentence)
        code = CODES[trouble.kind]
    except KeyboardInterrupt:
        code = INTERRUPTED
    except Exception as error:
        code = _refused(error) or _unexpected(error, log_file)
    _let_go_of_stdout()
    return code


def say(sentence: str) -> None:
    """Put a sentence on stderr, if there is one; what came from a file cannot steer a terminal."""
    if sys.stderr is not None:
        lines = (at_words(harmless(line), sys.stderr) for line in sentence.split("\n"))
        print("\n".join(lines), file=sys.stderr, flush=True)


def _refused(error: Exception) -> int | None:
    """Say what the system would not do and what to do about it; None for anything else.

    The code is 2 where a name says whose it is, and 1 for output that is not taken.
    """
    if not isinstance(error, OSError) or error.errno not in _REMEDIES:
        return None
    what = _("The output") if error.filename is None else harmless(str(error.filename), _MOST_NAMED)
    say(
        _("{what} cannot be read or written ({strerror}). {remedies}").format(
            what=what, strerror=error.strerror, remedies=_(_REMEDIES[error.errno])
        )
    )
    return UNEXPECTED if error.filename is None else USAGE


def need_stdout() -> None:
    """Raise Trouble where standard output is closed, for what has nothing but lines to give."""
    if sys.__stdout__ is None:
        raise Trouble(
            _(
                "Standard output is closed, so there is no place for the lines. Start it without "
                ">&-."
            )
        )


def _let_go_of_stdout() -> None:
    """Keep the interpreter from complaining at its end about a stdout that takes no more."""
    if sys.stdout is None:
        return
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _unexpected(error: Exception, log_file: Callable[[], Path]) -> int:
    import traceback

    from sessions.camera.source_name import without_passwords
    from sessions.storage.private_files import append_private

    what = _plain(error)
    try:
        path = log_file()
        if path.is_file() and not path.is_symlink() and path.stat().st_size > MOST_LOG_BYTES:
            path.unlink()
        append_private(path, without_passwords("".join(traceback.format_exception(error))) + "\n")
    except (OSError, Trouble, ImportError):
        say(_("{what} Nothing could be written to the log.").format(what=what))
    else:
        say(_("{what} The details are in {path}.").format(what=what, path=path))
    return UNEXPECTED


def _plain(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror:
        where = f" ({error.filename})" if error.filename else ""
        return _("Something could not be read or written: {strerror}{where}.").format(
            strerror=error.strerror, where=where
        )
    if isinstance(error, ImportError):
        return _("A part of the program cannot be loaded ({error}). See {command} doctor.").format(
            error=error, command=COMMAND
        )
    return _("Something unexpected happened ({name}).").format(name=type(error).__name__)
