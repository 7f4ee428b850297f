"""Which language is spoken: a variable, the setting, the locale, else English.

A language is a file `CODE.po` beside this one, such as `de.po` or `pt_BR.po`. `pt` is taken where
there is no `pt_BR`. A language that is not there is no mistake: English is spoken.
"""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from routines.language import VARIABLE, use

ENGLISH = "en"
LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
"""As POSIX has it: the first that is set counts."""
FOLDER = Path(__file__).parent
HEAD = 4096
"""Characters in which the head of a catalogue stands."""
_NAME = re.compile(r'"X-Language-Name: *([^"\\]+)')


def languages(folder: Path | None = None) -> tuple[str, ...]:
    """Codes of the languages that there are beside English."""
    return tuple(sorted(path.stem for path in (folder or FOLDER).glob("*.po")))


def language_name(code: str, folder: Path | None = None) -> str:
    """What a language calls itself, by the line `X-Language-Name` in the head of its catalogue.

    Its code where there is no such line.
    """
    if code == ENGLISH:
        return "English"
    try:
        with ((folder or FOLDER) / f"{code}.po").open(encoding="utf-8-sig") as file:
            head = file.read(HEAD)
    except (OSError, ValueError):
        return code
    found = _NAME.search(head)
    return found[1].strip() if found else code


def chosen(environ: Mapping[str, str], setting: Callable[[], str], shipped: tuple[str, ...]) -> str:
    """The code of the language to speak.

    `setting` is what the person set, empty for the locale; it is only asked where it counts.
    """
    if not shipped:
        return ENGLISH
    asked = environ.get(VARIABLE) or setting() or _locale(environ)
    return _known(asked, shipped)


def choose(
    environ: Mapping[str, str], setting: Callable[[], str] = str, folder: Path | None = None
) -> str:
    """Speak the language that is chosen; its code.

    A catalogue that cannot be read is no reason not to practise: then English is spoken.
    """
    folder = folder or FOLDER
    code = chosen(environ, setting, languages(folder))
    if code == ENGLISH:
        use(None)
        return code
    from routines.language.po_file import PoError, read_po

    try:
        use(read_po((folder / f"{code}.po").read_text(encoding="utf-8-sig")))
    except (OSError, ValueError, PoError):
        use(None)
        return ENGLISH
    return code


def _locale(environ: Mapping[str, str]) -> str:
    return next((environ[name] for name in LOCALE_VARIABLES if environ.get(name)), "")


def _known(asked: str, shipped: tuple[str, ...]) -> str:
    """`pt_BR.UTF-8` and `pt-BR` as `pt_BR`, else `pt`, else English."""
    code = asked.partition(".")[0].partition("@")[0].replace("-", "_")
    names = {name.lower(): name for name in shipped}
    for name in (code, code.partition("_")[0]):
        if found := names.get(name.lower()):
            return found
    return ENGLISH
