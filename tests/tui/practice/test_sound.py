"""Cues: all different, soft, and never in the way."""

import io
import wave
from pathlib import Path

import pytest

from sessions.care.settings import Sound
from tui.practice.sound import (
    CUES,
    Bell,
    CueName,
    Player,
    Silence,
    find_player,
    speaker,
    synthesise,
)


def samples(cue: CueName, sound: Sound) -> tuple[list[int], list[int]]:
    """Left and right samples of a cue."""
    with wave.open(io.BytesIO(synthesise(cue, sound))) as file:
        assert (file.getnchannels(), file.getsampwidth()) == (2, 2)
        data = memoryview(file.readframes(file.getnframes())).cast("h").tolist()
    return data[::2], data[1::2]


def test_every_cue_sounds_different() -> None:
    """Eyes shut, each can be told from the others."""
    assert len({synthesise(cue, Sound()) for cue in CUES}) == len(CUES)


@pytest.mark.parametrize("cue", CUES)
def test_cues_begin_and_end_softly_and_stay_quiet(cue: CueName) -> None:
    """No click at either end, no more than the level asks for, and short."""
    left, _ = samples(cue, Sound(level=1))

    assert abs(left[0]) < 20
    assert abs(left[-1]) < 20
    assert 0 < max(map(abs, left)) <= 0.05 * 32767 + 1
    assert len(left) / 22050 <= 1.0


def test_a_higher_level_is_louder() -> None:
    """Five steps, each louder than the one before."""
    peaks = [max(samples("rise", Sound(level=level))[0]) for level in (1, 2, 3, 4, 5)]

    assert peaks == sorted(set(peaks))


def test_one_ear_can_be_spared() -> None:
    """The palsied ear may hurt: it then hears nothing at all."""
    left, right = samples("done", Sound(ear="right"))

    assert not any(left)
    assert any(right)


def test_without_sound_nothing_is_played(tmp_path: Path) -> None:
    """Switched off is silence, not a bell."""
    assert isinstance(speaker(Sound(on=False), tmp_path, pytest.fail), Silence)


def test_without_a_player_the_bell_rings_for_what_matters() -> None:
    """No sound program and no device is never an error; ticks do not ring."""
    rung: list[int] = []
    bell = Bell(lambda: rung.append(1))
    for cue in CUES:
        bell.play(cue)

    assert 0 < len(rung) < len(CUES)


def test_the_players_of_the_system_are_found_in_order() -> None:
    """The sound servers' own players come before the bare device."""
    here = {"aplay": "/usr/bin/aplay", "paplay": "/usr/bin/paplay"}

    assert find_player(here.get) == ("paplay",)
    assert find_player({"aplay": "/usr/bin/aplay"}.get) == ("aplay", "-q")
    assert find_player({}.get) is None


def test_a_player_that_fails_gives_way_to_the_bell(tmp_path: Path) -> None:
    """No device: the player ends with an error, and from then on the bell rings."""
    script = tmp_path / "player"
    script.write_text("#!/bin/sh\nexit 1\n")
    script.chmod(0o700)
    rung: list[int] = []
    player = Player((str(script),), Sound(), tmp_path, Bell(lambda: rung.append(1)))
    player.play("rise")
    player.wait()
    player.play("release")
    player.close()

    assert rung == [1]


def test_a_player_that_is_gone_gives_way_at_once(tmp_path: Path) -> None:
    """The program was removed meanwhile; nothing is raised."""
    rung: list[int] = []
    player = Player((str(tmp_path / "nothing"),), Sound(), tmp_path, Bell(lambda: rung.append(1)))
    player.play("stop")
    player.close()

    assert rung == [1]


def test_the_sound_files_are_private_and_made_once(tmp_path: Path) -> None:
    """They lie in the cache, readable to nobody else, and are not written again."""
    note = tmp_path / "note"
    script = tmp_path / "player"
    script.write_text(f'#!/bin/sh\nprintf %s "$1" > {note}\n')
    script.chmod(0o700)
    player = Player((str(script),), Sound(), tmp_path / "cache", Silence())
    player.play("rise")
    player.wait()
    player.close()
    played = Path(note.read_text())
    made = played.stat().st_mtime_ns
    Player((str(script),), Sound(), tmp_path / "cache", Silence()).close()

    assert played.name == "rise.wav"
    assert played.stat().st_mode & 0o777 == 0o600
    assert played.parent.stat().st_mode & 0o777 == 0o700
    assert played.stat().st_mtime_ns == made


def test_a_folder_that_takes_nothing_leaves_the_bell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk costs the soft cues and nothing else."""
    blocked = tmp_path / "file"
    blocked.write_text("")
    monkeypatch.setattr("tui.practice.sound.find_player", lambda: ("player",))

    assert isinstance(speaker(Sound(), blocked / "cache", lambda: None), Bell)
