"""Goes through the program in the pseudo-language and prints, as JSON, what was left behind.

    .venv/bin/python -m tests.language.walk           what is said in lines
    .venv/bin/python -m tests.language.walk screens   every screen in two sizes and a practice, too
    .venv/bin/python -m tests.language.walk wide      the same in the small window, in wide letters

It is a process of its own: a language is chosen before the first module with texts is imported.
"""

import asyncio
import contextlib
import html
import io
import json
import os
import re
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, get_args

from tests.language.pseudo import WideCatalogue, speak

if __name__ == "__main__":
    speak(WideCatalogue() if sys.argv[1:] == ["wide"] else None)

from msgspec.structs import replace
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static
from textual.widgets._footer import FooterKey

from routines.catalogue import exercises
from routines.learn import ORDER
from routines.movements import MeasureKey, Stage
from routines.reading.library import library_ids
from sessions.exchange.guest_settings import TAKEABLE
from sessions.history.clinician import SCALES
from sessions.live.request import SessionOutcome
from sessions.readings import LOADS
from tests.tui.people import ANSWERED, app_of, at_home, somebody
from tests.tui.practised_days import practised
from tests.tui.pretend_camera import PretendCamera
from tests.tui.screens.cut_text import cut_texts
from tests.tui.screens.practice_app import practice
from tests.tui.screens.test_nothing_is_cut import LONG, SCREENS
from tui import cli
from tui.app import SlowsmileApp
from tui.screens.questions.first_run import FirstRun
from tui.texts.first_run import PAGES
from tui.widgets.lines import Lines

SIZES = ((80, 24), (60, 20))
SETTLES = 4
"""Times that a screen is left alone before it is looked at: its footer is laid out last."""
WORD = re.compile(r"[A-Za-z]{2,}")
"""A plain word: each letter of a message has an accent."""
MADE_UP = (
    *(LONG, LONG[:40], LONG[:30], "Yes, do that", "No, leave it", "A day", "Take it", "Leave it"),
    *("Open smile", "Cheek massage", "M. Weber", "Ana"),
)
"""What the tests themselves put on a screen."""
WRONG = """
schema = 1
id = "wrong"
name = 5
stage = "paretc"
[[exercise]]
do = "puker"
reps = 900
"""
"""A routine with a mistake of each kind."""
TYPED = sorted(
    {
        *cli.COMMANDS,
        *ORDER,
        *library_ids(),
        *exercises(),
        *get_args(Stage),
        *get_args(MeasureKey),
        *LOADS,
        *SCALES,
        *TAKEABLE,
        *re.findall(r"[a-z]+", WRONG),
        *("camera", "sim", "slowsmile", "python3 -m tui", "chmod", "auto", "practice"),
        *("list", "show", "check", "new", "schema", "hand-over", "take"),  # of `routine`
        *("protocol", "kit", "add"),  # of `validate`
    },
    key=len,
    reverse=True,
)
ALLOWED = re.compile(
    "|".join(r"\s+".join(map(re.escape, text.split())) for text in MADE_UP)
    + r"|(?<![\w-])(?:"
    + "|".join(map(re.escape, TYPED))
    + r")(?![\w-])"
    r"|(?<!\w)--?[a-z][\w-]*|\{[\w,-]+\}|\b[\w-]+\.(?:toml|zip|csv|pdf|html|txt|json|ics)\b"
    r"|\b(?:mm|min|ms|cm|px|kB|MB|fps|Hz)\b|/[\w./-]+|camera:\w+|https?://\S+"
    r"|\b(?:Enter|Esc|Space|Ctrl|Tab|F1|enter|esc|space|ctrl|tab)\b"
)
"""What is no sentence: names of commands, pages, routines, exercises, stages and measures as they
are typed and stand in files; flags; names of files; units; keys; and what is made up."""
METAVAR = re.compile(r"\b[A-Z][A-Z_]+\b|\b(?:left|right)\b")
"""What stands for a value in a command's help, or is typed there."""

Found = dict[str, list[str]]


def plain_lines(text: str) -> list[str]:
    """Each line with a plain word in it."""
    return [line.strip()[:70] for line in text.splitlines() if WORD.search(line)]


def texts_of(screen: Screen[Any]) -> Iterator[str]:
    """All that a screen says."""
    for widget in screen.walk_children(Widget):
        if not all(each.display for each in widget.ancestors_with_self if isinstance(each, Widget)):
            continue
        if isinstance(widget, FooterKey):
            yield widget.description
        elif isinstance(widget, Lines):
            yield widget.text
        elif isinstance(widget, Static):
            yield str(widget.render())


class Walk:
    """What was found, place by place."""

    def __init__(self) -> None:
        self.left: Found = {}
        self.cut: Found = {}

    def hear(self, place: str, text: str) -> None:
        """Look at lines that were printed."""
        text = ALLOWED.sub(" ", text)
        if place.endswith("--help"):
            text = METAVAR.sub(" ", text)
        if found := plain_lines(text):
            self.left.setdefault(place, []).extend(found)

    def see(self, place: str, screen: Screen[Any]) -> None:
        """Look at a screen that was drawn."""
        width, height = screen.app.size
        if (width, height) == SIZES[0]:
            for text in texts_of(screen):
                self.hear(place, text)
        if found := cut_texts(screen):
            self.cut.setdefault(f"{place} {width}x{height}", []).extend(found)


async def screens(walk: Walk, data: Path, size: tuple[int, int]) -> None:
    """All but a practice, after eight days of it."""
    practised(data, 8)
    person = somebody(data, ANSWERED)
    app, _ = app_of(person)
    async with app.run_test(size=size) as pilot:
        walk.see("Home", await at_home(pilot))
    app = SlowsmileApp(Screen[SessionOutcome](), person.settings)
    async with app.run_test(size=size) as pilot:

        async def shown(place: str, screen: Screen[Any]) -> None:
            app.push_screen(screen)
            for _turn in range(SETTLES):
                await pilot.pause()
            walk.see(place, screen)
            app.pop_screen()

        for kind, made in SCREENS.items():
            await shown(kind.__name__, made(person))
        for page in PAGES:
            if page != "end":
                await shown(f"FirstRun {page}", FirstRun(person, page=page, only=True))


async def phases(walk: Walk, data: Path, size: tuple[int, int]) -> None:
    """A practice, from the card of how it is done to a pause."""
    camera = PretendCamera(strong_grows=0.2)
    shown = ("open-smile",)
    async with practice(data, camera=camera, size=size, demonstrated=shown) as running:
        await running.walk(lambda name: walk.see(f"practice {name}", running.screen))


LINES: dict[str, tuple[str, ...]] = {
    "--help": ("--help",),
    **{f"{name} --help": (name, "--help") for name in cli.COMMANDS},
    "due": ("due",),
    "history": ("history",),
    "report": ("report", "--full"),
    "learn": ("learn",),
    "learn doctor": ("learn", "doctor"),
    "routine list": ("routine", "list"),
    "routine show": ("routine", "show", "daily-gentle"),
    "routine show exercise": ("routine", "show", "pucker"),
    "routine check": ("routine", "check", "wrong.toml"),
    "a command that is not there": ("practice",),
}
"""What is said in lines, by what is typed."""
PRACTICE: dict[str, tuple[str, ...]] = {
    "a practice": (
        *("run", "first-flickers", "--source", "sim", "--speed", "1000"),
        *("--plain", "--no-sound", "--anyway"),
    ),
}


def lines(walk: Walk, data: Path, typed: Mapping[str, Sequence[str]]) -> None:
    """The commands, with records and a wrong routine at hand."""
    practised(data, 8)
    somebody(data, replace(ANSWERED, name=""))
    (data / "wrong.toml").write_text(WRONG)
    os.environ |= {"SLOWSMILE_DATA_DIR": str(data), "COLUMNS": "200"}
    for place, words in typed.items():
        line = [str(data / word) if word == "wrong.toml" else word for word in words]
        walk.hear(place, said_by(lambda line=line: cli.main(line)))
    page = data / "report.html"
    said_by(lambda: cli.main(["report", "-o", str(page)]))
    written = page.read_text(encoding="utf-8")
    spoken = re.findall(r'(?:aria-label|alt)="([^"]*)"', written)
    body = re.sub(r"(?s)<style.*?</style>|<[^>]+>", "\n", written)
    walk.hear("report.html", html.unescape("\n".join([body, *spoken])))


def said_by(run: Callable[[], object]) -> str:
    """What it prints, on either stream."""
    out = io.StringIO()
    with (
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(out),
        contextlib.suppress(SystemExit),
    ):
        run()
    return out.getvalue()


def main(parts: Sequence[str]) -> None:
    """Walk, and print what was found."""
    walk = Walk()
    small = "wide" in parts
    if not small:
        with tempfile.TemporaryDirectory() as data:
            lines(walk, Path(data), {**LINES, **PRACTICE} if parts else LINES)
    for size in SIZES[small:] if parts else ():
        for part in (screens, phases):
            with tempfile.TemporaryDirectory() as data:
                asyncio.run(part(walk, Path(data), size))
    json.dump({"left": walk.left, "cut": walk.cut}, sys.stdout, indent=1, ensure_ascii=False)


if __name__ == "__main__":
    main(sys.argv[1:])
