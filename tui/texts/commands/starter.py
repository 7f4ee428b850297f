"""What `slowsmile shortcut` says."""

from typing import Final

WRITTEN: Final = "Written: {path}"
REMOVED: Final = "Removed: {path}"
FOREIGN: Final = "{path} was not made by this command. It is left as it is."
NOTHING: Final = "There is no shortcut to remove."
HOW: Final = {
    "xdg": (
        "slowsmile now stands in your menu of programs, and on the desktop if you have one. Your "
        'desktop may ask once: right click on it, then "Allow Launching".'
    ),
    "mac": "Open it with a double click. A Terminal window appears with the program.",
    "windows": "Open it with a double click. A window appears with the program.",
}
AGAIN: Final = (
    "If you move the program's folder, type this command again. To take it away: "
    "{command} shortcut --remove"
)
