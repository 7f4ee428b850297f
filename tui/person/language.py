"""The language that was set, read before any module with sentences is imported."""

import tomllib
from pathlib import Path


def language_in(config: Path) -> str:
    """The key `language` of the settings in `config`; empty where there is none.

    What is wrong with the file is said later, by whoever reads all of it.
    """
    try:
        found = tomllib.loads((config / "settings.toml").read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return ""
    code = found.get("language", "")
    return code if isinstance(code, str) else ""
