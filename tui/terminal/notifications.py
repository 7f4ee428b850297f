"""The control sequence by which a terminal shows a notification of the desktop. Pure.

Terminals differ: iTerm2 has OSC 9, kitty OSC 99, WezTerm, Ghostty and foot OSC 777 (their own
documentation). In others such a sequence may mean something else or be printed, so only the bell is
rung there; so it is inside tmux and screen, which do not say what terminal is around them.
"""

from collections.abc import Mapping

from tui.terminal.sequences import ESC, STRING_ENDS

BELL = "\x07"
_OSC_777 = frozenset({"WezTerm", "ghostty"})
"""Values of TERM_PROGRAM."""


def notification(environ: Mapping[str, str], title: str, text: str) -> str:
    """What to write so that `text` is noticed; both are plain words without a semicolon."""
    term, program = environ.get("TERM", ""), environ.get("TERM_PROGRAM", "")
    if environ.get("TMUX") or environ.get("STY") or term.startswith(("screen", "tmux")):
        return BELL
    if term == "xterm-kitty" or environ.get("KITTY_WINDOW_ID"):
        return f"{ESC}]99;;{title}: {text}{STRING_ENDS}"
    if program == "iTerm.app":
        return f"{ESC}]9;{title}: {text}{STRING_ENDS}"
    if program in _OSC_777 or term == "foot" or term.startswith("foot-"):
        return f"{ESC}]777;notify;{title};{text}{STRING_ENDS}"
    return BELL
