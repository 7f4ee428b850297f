"""Choosing how cues sound by hearing them: level, pitch, ear, or no sound at all.

It begins at the softest level, because the palsied ear may hurt.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from msgspec.structs import replace
from textual.binding import Binding, BindingType
from textual.events import Key
from textual.message import Message
from textual.widgets import Static

from routines.language import _
from sessions.care.settings import EARS, PITCHES, Sound
from tui.practice.sound import CueName, Speaker
from tui.texts import first_run as words

SpeakerMaker = Callable[[Sound, Callable[[], None]], Speaker]


class SoundCheck(Static, can_focus=True):
    """Keys change the sound and let it be heard at once."""

    DEFAULT_CSS = """
    SoundCheck { height: auto; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "hear", _("Hear it"), id="sound.hear"),
        Binding("h", "pitch", "pitch", show=False, id="sound.pitch"),
        Binding("e", "ear", "ear", show=False, id="sound.ear"),
        Binding("o", "turn", "off or on", show=False, id="sound.turn"),
        Binding("enter", "confirm", _("Go on"), id="sound.confirm"),
    ]

    @dataclass
    class Chosen(Message):
        """The sound is as it should be."""

        sound: Sound

    def __init__(self, sound: Sound, make: SpeakerMaker) -> None:
        super().__init__(markup=False)
        self.sound = sound
        self._make = make
        self._speaker: Speaker | None = None

    def on_mount(self) -> None:
        """Say how it is set; the first sound waits for the person."""
        self._draw()

    def on_unmount(self) -> None:
        """Let go of the player."""
        self._close()

    def _draw(self) -> None:
        sound = self.sound
        state = words.SOUND_OFF
        if sound.on:
            state = words.SOUND_STATE.format(
                level=sound.level,
                pitch=words.SOUND_PITCHES[sound.pitch],
                ear=words.SOUND_EARS[sound.ear],
            )
        self.update(f"{state}\n\n{words.SOUND_KEYS}")

    def _close(self) -> None:
        if self._speaker is not None:
            self._speaker.close()
            self._speaker = None

    def _set(self, sound: Sound) -> None:
        self.sound = sound
        self._close()
        self._draw()
        self.action_hear()

    def action_hear(self, cue: CueName = "rise") -> None:
        """Play the cue for rising."""
        if self._speaker is None:
            self._speaker = self._make(self.sound, self.app.bell)
        self._speaker.play(cue)

    def action_pitch(self) -> None:
        """The next pitch."""
        following = PITCHES[(PITCHES.index(self.sound.pitch) + 1) % len(PITCHES)]
        self._set(replace(self.sound, pitch=following))

    def action_ear(self) -> None:
        """The next ear."""
        following = EARS[(EARS.index(self.sound.ear) + 1) % len(EARS)]
        self._set(replace(self.sound, ear=following))

    def action_turn(self) -> None:
        """Sound off or on."""
        self._set(replace(self.sound, on=not self.sound.on))

    def action_confirm(self) -> None:
        """This is right."""
        self.post_message(self.Chosen(self.sound))

    def on_key(self, event: Key) -> None:
        """1 to 5 are levels."""
        if event.key in {"1", "2", "3", "4", "5"}:
            event.stop()
            self._set(replace(self.sound, on=True, level=int(event.key)))
