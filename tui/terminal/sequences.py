"""Where a terminal's control sequence ends (ECMA-48, xterm's control sequences). Pure."""

ESC = "\x1b"
PASTE_BEGINS = "\x1b[200~"
PASTE_ENDS = "\x1b[201~"
STRING_ENDS = "\x1b\\"
"""ST, where it closes a string."""
_STRINGS = frozenset("]P_^X")
"""OSC, DCS, APC, PM, SOS: text up to BEL or ST."""


def complete(sequence: str) -> bool:
    """Whether `sequence`, which begins with Esc, is whole.

    A second Esc in front is Alt with the sequence after it, as rxvt sends it.
    """
    after = sequence[1:].removeprefix(ESC)
    if not after:
        return False
    kind, rest = after[0], after[1:]
    if kind == "[":
        return _csi_ends(rest)
    if kind == "O":  # SS3: one character, after a modifier in some terminals
        return bool(rest) and not rest[-1].isdigit()
    if kind in _STRINGS:
        return rest.endswith(("\x07", "\x9c"))
    return True


def _csi_ends(rest: str) -> bool:
    """CSI: parameters, then one final character; an old mouse report has three more."""
    if rest.startswith("M"):
        return len(rest) == 4
    if rest.startswith("["):  # a function key of the Linux console
        return len(rest) == 2
    return bool(rest) and "@" <= rest[-1] <= "~"
