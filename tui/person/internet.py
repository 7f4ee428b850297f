"""Whether this process may use the internet: only where the pictures come from a network camera.

The camera process gives the internet up by itself. This is the process with the screen, which has
no use for it either, but whatever it starts is bound by its ban too: a camera process could then
not reach a network camera.
"""

import tomllib
from collections.abc import Sequence
from pathlib import Path

from sessions.camera.source_name import parse
from sessions.care.settings_file import FILE_NAME
from sessions.native.network_ban import forbid_internet


def give_up_internet(named: Sequence[object], config: Path) -> bool:
    """Let the kernel refuse this process the internet for good; whether it does.

    `named` are the values of flags that name a source, as far as they were given. Nothing is done
    where one of them, or without them the source in the settings, is a network camera, and on
    systems without such a ban.
    """
    sources = [each for each in named if each and isinstance(each, str)]
    kinds = {parse(source).kind for source in sources or [_kept_source(config / FILE_NAME)]}
    return "url" not in kinds and forbid_internet()


def _kept_source(path: Path) -> str:
    # What is wrong with the file is told where the settings are read.
    try:
        kept = tomllib.loads(path.read_text(encoding="utf-8")).get("source")
    except (OSError, ValueError):
        return ""
    return kept if isinstance(kept, str) else ""
