"""Reading a text file someone named, with every way it can fail said in a sentence."""

from pathlib import Path

from routines.errors import Trouble


def read_text(path: Path) -> str:
    """The text of `path`. Raises Trouble when there is none to be had."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise Trouble(f"There is no file {path}. Check the name and the folder.") from None
    except IsADirectoryError:
        raise Trouble(f"{path} is a folder. Name one .toml file in it.") from None
    except UnicodeDecodeError:
        raise Trouble(
            f"{path} is not plain text. Save it as text (UTF-8), not as a document.", "settings"
        ) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise Trouble(f"{path} cannot be read ({reason}). Check its permissions.") from None
