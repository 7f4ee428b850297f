"""Fetches pinned wheels with the pip of `.venv`, checks them, puts them in place.

Of pip's settings only those count that say where packages come from and how to get there;
`target`, `prefix`, `root`, `user` and the like would put them where the program does not look.
"""

import ast
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from routines.language import _
from tui.setup import wheels
from tui.setup.errors import SetupError
from tui.setup.making import remove
from tui.setup.project import Project, child_environment

KEPT_SETTINGS = {
    "cache-dir",
    "cert",
    "client-cert",
    "default-timeout",
    "extra-index-url",
    "find-links",
    "index-url",
    "keyring-provider",
    "no-cache-dir",
    "no-index",
    "proxy",
    "retries",
    "timeout",
    "trusted-host",
    "use-deprecated",
    "use-feature",
}
SECTIONS = ("global", "download", "install", ":env:")
"""Of pip's settings; a later one wins."""

NETWORK_SIGNS = (
    "Failed to establish a new connection",
    "Temporary failure in name resolution",
    "Network is unreachable",
    "Max retries exceeded",
    "timed out",
    "ProxyError",
    "SSLError",
    "ConnectionResetError",
)


class Pip:
    """The pip of `.venv`, told of the pins that are wanted.

    `keep_open` are file descriptors that the child inherits: a lock is held as long as it runs.
    """

    def __init__(self, project: Project, keep_open: Sequence[int]) -> None:
        self._project = project
        self._keep_open = keep_open
        self._environment = self._settings()
        self.compared: list[Path] = []
        """Those of the wheels fetched that are in the table, and as it says."""

    def fetch(self, pins: Sequence[str]) -> list[Path]:
        """Fetch a wheel for each of `pins`; raises `SetupError` where the table forbids one."""
        remove(self._project.fetched)
        line = ["download", "--only-binary", ":all:", "--dest", str(self._project.fetched)]
        code, said = self._run([*line, *pins], len(pins))
        if code != 0:
            raise SetupError(_why(said), 1)
        files = sorted(self._project.fetched.iterdir())
        checked = wheels.check(files)
        if checked.tampered:
            raise SetupError(_tampered(checked.tampered), 1)
        if checked.unlisted:
            if os.environ.get(wheels.SWITCH, "0") in ("", "0"):
                raise SetupError(_unlisted(checked.unlisted), 1)
            _say(
                _("Not in the table of known wheels, taken as asked: {files}.").format(
                    files=_names(checked.unlisted)
                )
            )
        self.compared = [file for file in files if file not in checked.unlisted]
        return files

    def put_in_place(self, files: Sequence[Path]) -> None:
        """Install `files` over what may be there."""
        line = ["install", "--no-index", "--force-reinstall", *map(str, files)]
        code, said = self._run(line, len(files))
        if code != 0:
            raise SetupError(_why(said), 1)
        remove(self._project.fetched)

    def _settings(self) -> dict[str, str]:
        """The environment for pip: no settings file, and of the variables only `KEPT_SETTINGS`."""
        bare = child_environment(self._project)
        ours = {name: bare.pop(name) for name in list(bare) if name.startswith("PIP_")}
        asking = dict.fromkeys(("PIP_USER", "PIP_GLOBAL", "PIP_SITE"), "0")
        asking |= {"PIP_QUIET": "0", "PIP_VERBOSE": "0"}
        asking |= {name: ours[name] for name in ours if _setting(name) in KEPT_SETTINGS}
        if "PIP_CONFIG_FILE" in ours:
            asking["PIP_CONFIG_FILE"] = ours["PIP_CONFIG_FILE"]
        ran = subprocess.run(
            [self._project.python, "-m", "pip", "config", "list"],
            capture_output=True,
            text=True,
            errors="replace",
            env={**bare, **asking, "PYTHONUTF8": "1"},
        )
        if ran.returncode != 0:
            raise SetupError(_why((ran.stdout + ran.stderr).splitlines()), 1)
        kept: dict[str, dict[str, str]] = {section: {} for section in SECTIONS}
        for line in ran.stdout.splitlines():
            key, _, value = line.partition("=")
            section, _, name = key.partition(".")
            if section in kept and name in KEPT_SETTINGS:
                kept[section][_variable(name)] = str(ast.literal_eval(value))
        settings = {name: value for section in SECTIONS for name, value in kept[section].items()}
        return {**bare, **settings, "PIP_CONFIG_FILE": os.devnull, "PYTHONUTF8": "1"}

    def _run(self, words: Sequence[str], total: int) -> tuple[int, list[str]]:
        """Run pip; its exit code and what it said."""
        line = [str(self._project.python), "-m", "pip", *words]
        line += ["--no-deps", "--no-input", "--disable-pip-version-check"]
        running = subprocess.Popen(
            line,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            env=self._environment,
            pass_fds=self._keep_open,
        )
        assert running.stdout is not None
        said: list[str] = []
        with running:
            for text in running.stdout:
                said.append(text.rstrip())
                _show(text, said, total)
        if sys.stderr.isatty():
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
        return running.returncode, said


def _variable(name: str) -> str:
    return "PIP_" + name.upper().replace("-", "_")


def _setting(variable: str) -> str:
    return variable.removeprefix("PIP_").lower().replace("_", "-")


def _show(text: str, said: Sequence[str], total: int) -> None:
    """One line that is written over, on a terminal only."""
    if not sys.stderr.isatty():
        return
    if text.startswith("Collecting "):
        count = sum(line.startswith("Collecting ") for line in said)
        name = text.split()[1].partition("=")[0]
        words = f"{count} of {total}: {name}"
    elif text.startswith("Installing collected"):
        words = _("putting everything in its place")
    else:
        return
    print(f"\r\x1b[K  {words}", end="", file=sys.stderr, flush=True)


def _why(said: Sequence[str]) -> str:
    """What pip said, as a sentence with what to do."""
    text = "\n".join(said)
    errors = [line.removeprefix("ERROR: ") for line in said if line.startswith("ERROR: ")]
    last = errors[0] if errors else (said[-1] if said else _("pip gave no reason"))
    if "No space left on device" in text:
        return _("The disk is full: slowsmile needs about 520 MB. Make room, then start again.")
    if any(sign in text for sign in NETWORK_SIGNS):
        return _(
            "The packages could not be fetched: the package index did not answer. "
            "Check the internet connection, then start again; nothing else is "
            "needed."
        )
    if "No matching distribution" in text:
        return _(
            "{last}. There are builds for Python 3.11 to 3.14 on Linux (x86_64, "
            "aarch64, glibc 2.28 or newer), macOS on Apple silicon and Windows x64."
        ).format(last=last)
    return _("The packages could not be installed: {last}. Start again to try once more.").format(
        last=last
    )


def _tampered(files: Sequence[Path]) -> str:
    return _(
        "{files}: this is not the file that its name says (its SHA-256 is "
        "another one). Nothing was installed. Do not trust the package index or "
        "the cache that it came from; use another one, then start again."
    ).format(files=_names(files))


def _unlisted(files: Sequence[Path]) -> str:
    return _(
        "{files}: another build than those that slowsmile knows by their "
        "SHA-256. Nothing was installed. If you trust where it came from, set "
        "{switch}=1 and start again."
    ).format(files=_names(files), switch=wheels.SWITCH)


def _names(files: Sequence[Path]) -> str:
    return ", ".join(file.name for file in files)


def _say(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)
