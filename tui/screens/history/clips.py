"""Clips of an expression, then and now beside each other, and the keys that stop and delete them.

Both begin together and begin again after a breath. Where a person wants no moving drawings they
stand still until asked. Files are read when they are looked at; nothing of a clip stays when the
screen is left.
"""

from pathlib import Path
from typing import ClassVar

from textual import events, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import Screen
from textual.widgets import Static

from routines.counted import counted
from routines.errors import Trouble
from sessions.live.clock import Clock, MonotonicClock
from sessions.messages import CLIP_FPS, Picture
from sessions.pictures.albums import FOLDER, Album, expressions
from sessions.pictures.clips import clip_albums, delete_clips, read_clip
from sessions.pictures.mjpeg_avi import Film
from tui.person.person import Person
from tui.presenters.clip_player import IN_THE_HOLD, Playing
from tui.presenters.photo_pairs import Shown, day_words, pair
from tui.presenters.photo_pixels import small_frame
from tui.screens.history.deleting import asked_and_deleted
from tui.screens.standing import when_drawn
from tui.texts import clips as words
from tui.texts import photos as words_photos
from tui.widgets.key_line import KeyLine
from tui.widgets.mirror import Mirror

HALVES = ("then", "now")
NEED_CLIPS = frozenset({"pause", "expression", "practice", "step", "delete", "delete_all"})
"""Keys that do something where there are clips."""


def _key(name: str, key: str, action: str, *, show: bool = True) -> Binding:
    label, tooltip = words.KEYS[name]
    return Binding(key, action, label, show=show, tooltip=tooltip, id=f"clips.{name}")


class ClipsScreen(Screen[None]):
    """The clips of `person`, beginning with the expression called `name` where there is one."""

    CSS_PATH = "clips.tcss"
    TITLE = words.TITLE
    HELP = words.HELP
    BINDINGS: ClassVar[list[BindingType]] = [
        _key("pause", "space", "pause"),
        _key("before", "up", "expression(-1)", show=False),
        _key("expression", "down", "expression(1)"),
        _key("earlier", "left", "practice(-1)", show=False),
        _key("practice", "right", "practice(1)"),
        _key("back-one", "comma", "step(-1)", show=False),
        _key("on-one", "full_stop", "step(1)", show=False),
        _key("delete", "d", "delete"),
        _key("delete-all", "a", "delete_all", show=False),
        _key("back", "escape,q", "back"),
    ]

    def __init__(self, person: Person, name: str = "", *, clock: Clock | None = None) -> None:
        super().__init__()
        self._person = person
        self._wanted = name
        self._clock: Clock = clock or MonotonicClock()
        self._albums: list[Album] = []
        self._names: list[str] = []
        self._name = 0
        self._chosen = 0
        self._said: dict[str, str] = {}
        self._films: dict[str, Film] = {}
        self._drawn: dict[tuple[str, int], Picture | None] = {}
        """Pictures in the size of the screen, for as long as this pair is shown."""
        still = person.settings.reduced_motion
        self._playing = Playing(0.0, IN_THE_HOLD + 1, held=IN_THE_HOLD if still else None)

    def compose(self) -> ComposeResult:
        """Title, the two clips with their headings, where they stand, the keys."""
        with Horizontal(id="clips-head"):
            yield Static(id="clips-title", markup=False)
            yield Static(id="clips-place", markup=False)
        with Horizontal(id="clips-pair"):
            for half in HALVES:
                with Vertical(id=f"clips-{half}", classes="clip"):
                    yield Static(id=f"clips-{half}-heading", markup=False)
                    yield Mirror(id=f"clips-{half}-picture")
        yield Static(id="clips-state", markup=False)
        yield Static(id="clips-empty", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """See what there is; begin with the latest practice."""
        self._look()
        self.set_interval(1 / CLIP_FPS, self.refresh_pictures)

    def on_resize(self, _: events.Resize) -> None:
        """Larger or smaller pictures."""
        self._drawn.clear()
        when_drawn(self, self.refresh_pictures)

    def _look(self) -> None:
        try:
            self._albums = clip_albums(self._person.data)
        except Trouble as trouble:
            self._albums = []
            self.notify(trouble.sentence, severity="warning", timeout=12, markup=False)
        self._names = expressions(self._albums)
        self._chosen = len(self._albums) - 1
        self._name = self._names.index(self._wanted) if self._wanted in self._names else 0
        self._read()
        self.refresh_bindings()

    def _read(self) -> None:
        """Read the two clips that are chosen, and begin; what stood still goes on standing."""
        self._drawn.clear()
        self._films.clear()
        self._said.clear()
        for name in ("pair", "state"):
            self.query_one(f"#clips-{name}").display = bool(self._albums)
        self.query_one("#clips-empty").display = not self._albums
        if not self._albums:
            self._say("title", words.TITLE)
            self._say("place", "")
            on = self._person.settings.photos and self._person.settings.clips
            self._say("empty", words.EMPTY_ON if on else words.EMPTY_OFF)
            return
        name = self._names[self._name]
        shown = pair(self._albums, name, self._chosen, self._person.now())
        self._say("title", shown.title)
        place = words_photos.PLACE.format(place=self._name + 1, count=len(self._names))
        self._say("place", place)
        for half, each in zip(HALVES, (shown.then, shown.now), strict=True):
            self.query_one(f"#clips-{half}").display = each is not None
            if each is not None:
                self._read_half(half, each)
        longest = max((len(film.frames) for film in self._films.values()), default=1)
        self._playing = Playing(self._clock.now(), longest, held=self._playing.held)
        when_drawn(self, self.refresh_pictures)

    def _read_half(self, half: str, shown: Shown) -> None:
        film = None if shown.path is None else read_clip(shown.path)
        if film is not None:
            self._films[half] = film
            heading = shown.heading
        else:
            why = words.NONE_OF_IT if shown.path is None else words.UNREADABLE
            heading = f"{shown.heading}: {why}"
        self._say(f"{half}-heading", heading)

    def refresh_pictures(self) -> None:
        """Show the picture that is due of both."""
        if not self._albums or not self.is_current:
            return
        at = self._playing.picture(self._clock.now())
        for half in HALVES:
            self.query_one(f"#clips-{half}-picture", Mirror).show(self._picture(half, at))
        text = words.PLAYS if self._playing.held is None else words.STANDS
        seconds = at / CLIP_FPS
        of = self._playing.count / CLIP_FPS
        self._say("state", text.format(at=int(seconds), exact=seconds, of=round(of)))

    def _picture(self, half: str, at: int) -> Picture | None:
        film = self._films.get(half)
        place = self.query_one(f"#clips-{half}-picture", Mirror).size
        if film is None or not place.width or not place.height:
            return None
        at = min(at, len(film.frames) - 1)
        if (half, at) not in self._drawn:
            frame = film.frames[at]
            self._drawn[half, at] = small_frame(frame, place.width, 2 * place.height)
        return self._drawn[half, at]

    def _say(self, name: str, text: str) -> None:
        """Said once, not eight times a second."""
        if self._said.get(name) != text:
            self._said[name] = text
            self.query_one(f"#clips-{name}", Static).update(text)

    # Keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only the way back where there are no clips."""
        return action not in NEED_CLIPS or bool(self._albums)

    def action_pause(self) -> None:
        """Stand still, or go on."""
        self._playing.turn(self._clock.now())
        self.refresh_pictures()

    def action_step(self, by: int) -> None:
        """One picture on or back, standing still."""
        self._playing.step(by, self._clock.now())
        self.refresh_pictures()

    def action_expression(self, by: int) -> None:
        """Another expression, round at both ends."""
        if self._names:
            self._name = (self._name + by) % len(self._names)
            self._wanted = self._names[self._name]
            self._read()

    def action_practice(self, by: int) -> None:
        """Another practice as now, the first and the last are ends."""
        if self._albums:
            self._chosen = min(max(self._chosen + by, 0), len(self._albums) - 1)
            self._read()

    def action_delete(self) -> None:
        """The clips of the practice called now, after one question."""
        if self._albums:
            album = self._albums[self._chosen]
            when = day_words(album, self._person.now())
            about = words.DELETE_ABOUT.format(clips=counted(len(album.files), "clip"))
            self._delete(words.DELETE_ASK.format(when=when), about, album.name)

    def action_delete_all(self) -> None:
        """All clips, after one question."""
        if self._albums:
            count = sum(len(album.files) for album in self._albums)
            about = words.DELETE_ALL_ABOUT.format(clips=counted(count, "clip"))
            self._delete(words.DELETE_ALL_ASK, about, None)

    @work(group="clips", exclusive=True)
    async def _delete(self, question: str, about: str, session: str | None) -> None:
        data = self._person.data

        def delete() -> list[Path]:
            return delete_clips(data, session)

        if await asked_and_deleted(self, question, about, delete, data / FOLDER):
            self._look()

    def action_back(self) -> None:
        """To the photos."""
        self.dismiss(None)
