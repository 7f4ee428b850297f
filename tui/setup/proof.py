"""Whether this interpreter can import what is pinned: run in a child, by the one that will run.

`python -m tui.setup.proof NAME==VERSION...` prints `trying NAME` before it loads a package, a
line `fault NAME==VERSION` with the reason after a tab for each that will not do, and `done`.
Every importable name of a package is looked up, and must lie in this interpreter's own folders;
packages with native code are really imported. Standard library only.
"""

import importlib
import importlib.util
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from importlib import metadata
from pathlib import Path

from routines.language import _

NATIVE = (".so", ".pyd", ".dylib")


def main(pins: Iterable[str]) -> None:
    """Import each named package and print the result lines that the module docstring describes."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["MPLCONFIGDIR"] = folder  # matplotlib writes a list of fonts when imported
        for pin in pins:
            name, _, version = pin.partition("==")
            print("trying", name, flush=True)
            reason = fault(name, version)
            if reason:
                print(f"fault {pin}\t{reason}", flush=True)
    print("done", flush=True)


def fault(name: str, version: str) -> str | None:
    """Why the package will not do, as the end of a sentence that begins with its name."""
    try:
        found = metadata.distribution(name)
    except metadata.PackageNotFoundError:
        return "is not installed"
    if found.version != version:
        return _("is there in version {found}, not {version}").format(
            found=found.version, version=version
        )
    native = {file.parts[0] for file in found.files or () if file.name.endswith(NATIVE)}
    for module, part in modules(found):
        try:
            spec = importlib.util.find_spec(module)
            if spec is None:
                return f"lacks its part {module}"
            where = spec.origin or next(iter(spec.submodule_search_locations or ()), "")
            if not Path(where).resolve().is_relative_to(Path(sys.prefix).resolve()):
                return f"is shadowed by {where}"
            if part in native:
                importlib.import_module(module)
        except Exception as error:
            return f"cannot be imported: {last_line(error)}"
    return None


def last_line(error: Exception) -> str:
    """What an error says in the end; NumPy's gives a page of advice first."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return lines[-1] if lines else type(error).__name__


def modules(found: metadata.Distribution) -> Iterator[tuple[str, str]]:
    """The names a package can be imported by, each with its file or folder."""
    parts: dict[str, str] = {}
    for file in found.files or ():
        if file.name.endswith((".py", *NATIVE)):
            top = file.parts[0]
            parts.setdefault(top.partition(".")[0] if len(file.parts) == 1 else top, top)
    yield from ((name, part) for name, part in parts.items() if name.isidentifier())


if __name__ == "__main__":
    main(sys.argv[1:])
