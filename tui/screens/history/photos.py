"""Progress photos, then and now, and the keys that delete them.

Side by side where the window is wide enough, one at a time elsewhere. Files are read when they
are looked at; nothing of a photo stays when the screen is left.
"""

from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import events, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import Screen
from textual.widgets import Static

from routines.errors import Trouble
from sessions.pictures.albums import FOLDER, Album, expressions
from sessions.pictures.clips import clip_albums, delete_clips
from sessions.pictures.photos import delete_photos, photo_albums
from tui.person.person import Person
from tui.presenters.photo_pairs import Pair, Shown, day_words, pair
from tui.presenters.photo_pixels import small_picture
from tui.screens.history.deleting import asked_and_deleted
from tui.screens.standing import when_drawn
from tui.texts import photos as words
from tui.widgets.key_line import KeyLine
from tui.widgets.mirror import Mirror

NEED_PICTURES = frozenset({"expression", "practice", "turn", "delete", "delete_all"})
"""Keys that do something where there are pictures."""
SIDE_BY_SIDE = 100
"""Columns of a window in which two photos fit."""


def _key(name: str, key: str, action: str, *, show: bool = True) -> Binding:
    label, tooltip = words.KEYS[name]
    return Binding(key, action, label, show=show, tooltip=tooltip, id=f"photos.{name}")


class PhotosScreen(Screen[None]):
    """The photos of `person`."""

    CSS_PATH = "photos.tcss"
    TITLE = words.TITLE
    HELP = words.HELP
    BINDINGS: ClassVar[list[BindingType]] = [
        _key("before", "up", "expression(-1)", show=False),
        _key("expression", "down", "expression(1)"),
        _key("earlier", "left", "practice(-1)", show=False),
        _key("practice", "right", "practice(1)"),
        _key("turn", "space", "turn"),
        _key("clips", "c", "clips"),
        _key("delete", "d", "delete"),
        _key("delete-all", "a", "delete_all", show=False),
        _key("back", "escape,q", "back"),
    ]

    def __init__(self, person: Person) -> None:
        super().__init__()
        self._person = person
        self._albums: list[Album] = []
        self._names: list[str] = []
        self._name = 0
        self._chosen = 0
        self._then = False
        self._clips: dict[str, int] = {}
        """How many clips there are of each practice that has some."""

    def compose(self) -> ComposeResult:
        """Title, the two photos with their headings, the keys."""
        with Horizontal(id="photos-head"):
            yield Static(id="photos-title", markup=False)
            yield Static(id="photos-place", markup=False)
        with Horizontal(id="photos-pair"):
            for half in ("then", "now"):
                with Vertical(id=f"photos-{half}", classes="photo"):
                    yield Static(id=f"photos-{half}-heading", markup=False)
                    yield Mirror(id=f"photos-{half}-picture")
        yield Static(id="photos-empty", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """See what there is; begin with the latest practice at rest."""
        self._look()

    def on_resize(self, _: events.Resize) -> None:
        """One photo or two; larger or smaller."""
        when_drawn(self, self._draw)

    def _look(self) -> None:
        try:
            self._albums = photo_albums(self._person.data)
        except Trouble as trouble:
            self._albums = []
            self.notify(trouble.sentence, severity="warning", timeout=12, markup=False)
        self._names = expressions(self._albums)
        self._chosen = len(self._albums) - 1
        self._name, self._then = 0, False
        self._count_clips()
        self._draw()

    def _count_clips(self) -> None:
        try:
            found = clip_albums(self._person.data)
        except Trouble:  # told by `_look`, which reads the same folder
            found = []
        self._clips = {album.name: len(album.files) for album in found}
        self.refresh_bindings()

    def _draw(self) -> None:
        """Show the expression and practice that are chosen."""
        self.query_one("#photos-pair").display = bool(self._albums)
        empty = self.query_one("#photos-empty", Static)
        empty.display = not self._albums
        if not self._albums:
            on = self._person.settings.photos
            self._say("title", words.TITLE)
            self._say("place", "")
            empty.update(words.EMPTY_ON if on else words.EMPTY_OFF)
            return
        shown = self._pair()
        self._say("title", shown.title)
        count = len(self._names)
        self._say("place", words.PLACE.format(place=self._name + 1, count=count))
        both = self.size.width >= SIDE_BY_SIDE
        then = shown.then is not None and (both or self._then)
        self.query_one("#photos-then").display = then
        self.query_one("#photos-now").display = both or not then
        when_drawn(self, partial(self._fill, shown))

    def _fill(self, shown: Pair) -> None:
        """Draw the photos that are seen, in the size their places have now."""
        if shown.then is not None:
            self._fill_half("then", shown.then)
        self._fill_half("now", shown.now)

    def _fill_half(self, half: str, shown: Shown) -> None:
        place = self.query_one(f"#photos-{half}-picture", Mirror)
        heading = shown.heading
        picture = None
        if place.size.width and place.size.height:
            if shown.path is None:
                heading = f"{heading}: {words.NONE_OF_IT}"
            else:
                picture = small_picture(shown.path, place.size.width, 2 * place.size.height)
                heading = heading if picture else f"{heading}: {words.UNREADABLE}"
        self._say(f"{half}-heading", heading)
        place.show(picture)

    def _pair(self) -> Pair:
        name = self._names[self._name]
        return pair(self._albums, name, self._chosen, self._person.now())

    def _say(self, name: str, text: str) -> None:
        self.query_one(f"#photos-{name}", Static).update(text)

    # Keys

    def action_expression(self, by: int) -> None:
        """Another expression, round at both ends."""
        if self._names:
            self._name = (self._name + by) % len(self._names)
            self._draw()

    def action_practice(self, by: int) -> None:
        """Another practice as now, the first and the last are ends."""
        if self._albums:
            self._chosen = min(max(self._chosen + by, 0), len(self._albums) - 1)
            self._then = False
            self._draw()

    def action_turn(self) -> None:
        """From then to now and back, where only one is seen."""
        self._then = not self._then
        self._draw()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what there is something for."""
        if action == "clips":
            return bool(self._clips)
        return action not in NEED_PICTURES or bool(self._albums)

    def action_clips(self) -> None:
        """The clips of this expression."""
        from tui.screens.history.clips import ClipsScreen

        name = self._names[self._name] if self._names else ""
        self.app.push_screen(ClipsScreen(self._person, name), lambda _: self._count_clips())

    def action_delete(self) -> None:
        """The pictures of the practice called now, after one question."""
        if self._albums:
            album = self._albums[self._chosen]
            when = day_words(album, self._person.now())
            what = words.photos_and_clips(len(album.files), self._clips.get(album.name, 0))
            about = words.DELETE_ABOUT.format(what=what)
            self._delete(words.DELETE_ASK.format(when=when), about, album.name)

    def action_delete_all(self) -> None:
        """All pictures, after one question."""
        if self._albums:
            count = sum(len(album.files) for album in self._albums)
            what = words.photos_and_clips(count, sum(self._clips.values()))
            about = words.DELETE_ALL_ABOUT.format(what=what)
            self._delete(words.DELETE_ALL_ASK, about, None)

    @work(group="photos", exclusive=True)
    async def _delete(self, question: str, about: str, session: str | None) -> None:
        data = self._person.data

        def delete() -> list[Path]:
            return [*delete_photos(data, session), *delete_clips(data, session)]

        if await asked_and_deleted(self, question, about, delete, data / FOLDER):
            self._look()

    def action_back(self) -> None:
        """To History."""
        self.dismiss(None)
