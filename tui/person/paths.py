"""Where things live. The only module that knows platformdirs and reads the SLOWSMILE variables.

Nothing is created here: folders come with the first write, mode 0700
(`sessions.storage.private_files`).
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from routines.errors import Trouble
from routines.language import _

DATA_DIR_VARIABLE = "SLOWSMILE_DATA_DIR"
MODEL_VARIABLE = "SLOWSMILE_MODEL"


@dataclass(frozen=True, kw_only=True)
class Places:
    """The folders of one person. With a data folder of their own choice, all lie inside it."""

    data: Path
    """What is theirs: sessions, routines, plan."""
    config: Path
    """Settings."""
    logs: Path
    """Journals of failures and the camera process's own talk."""
    cache: Path
    """What libraries want to remember; may be deleted at any time."""
    model: Path | None = None
    """The landmark model to use in place of the packaged one."""

    @property
    def sessions(self) -> Path:
        """Session records, and nothing else."""
        return self.data / "sessions"

    @property
    def log_file(self) -> Path:
        """Where unexpected failures of the program are described."""
        return self.logs / "slowsmile.log"

    def child_environment(self) -> dict[str, str]:
        """The environment for child processes: their libraries' caches stay in `cache` too."""
        ours = {"XDG_CACHE_HOME": str(self.cache), "MPLCONFIGDIR": str(self.cache / "matplotlib")}
        return {**os.environ, **ours}


def find_places(
    data_dir: str | None = None,
    model: str | None = None,
    environ: Mapping[str, str] | None = None,
) -> Places:
    """Decide by flag, then environment variable, then the platform's custom.

    Raises `Trouble` when the data folder is a file.
    """
    environ = os.environ if environ is None else environ
    chosen = data_dir or environ.get(DATA_DIR_VARIABLE)
    chosen_model = model or environ.get(MODEL_VARIABLE)
    model_path = _absolute(chosen_model) if chosen_model else None
    if chosen:
        root = _absolute(chosen)
        if root.exists() and not root.is_dir():
            raise Trouble(
                _("The data folder {root} is a file. Name a folder with --data-dir.").format(
                    root=root
                )
            )
        return Places(
            data=root,
            config=root,
            logs=root / "logs",
            cache=root / "cache",
            model=model_path,
        )
    import platformdirs

    def place(find: str) -> Path:
        return Path(getattr(platformdirs, find)("slowsmile", appauthor=False))

    return Places(
        data=place("user_data_dir"),
        config=place("user_config_dir"),
        logs=place("user_log_dir"),
        cache=place("user_cache_dir"),
        model=model_path,
    )


def _absolute(path: str) -> Path:
    return Path(path).expanduser().absolute()
