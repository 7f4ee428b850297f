"""What `slowsmile shortcut` says."""

from typing import Final

from routines.language import _

WRITTEN: Final = _("Written: {path}")
REMOVED: Final = _("Removed: {path}")
FOREIGN: Final = _("{path} was not made by this command. It is left as it is.")
NOTHING: Final = _("There is no shortcut to remove.")
HOW: Final = {
    "xdg": _(
        "slowsmile now stands in your menu of programs, and on the desktop if you have one. Your "
        'desktop may ask once: right click on it, then "Allow Launching".'
    ),
    "mac": _("Open it with a double click. A Terminal window appears with the program."),
    "windows": _("Open it with a double click. A window appears with the program."),
}
AGAIN: Final = _(
    "If you move the program's folder, type this command again. To take it away: "
    "{command} shortcut --remove"
)
