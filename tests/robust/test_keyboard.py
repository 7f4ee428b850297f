"""What a keyboard or a bad line can send: it never ends the program or makes it deaf."""

from pathlib import Path

import pytest

from tests.robust.practising import end_here, in_practice, kept, practising
from tui.texts import practice as words

NOISE = {
    "latin-1": b"\xe9",
    "alt-in-8-bit": b"\xf8",
    "cut-off": b"\xf0\x9f",
    "paste-begun": b"\x1b[200~",
    "sequence-begun": b"\x1b[1;",
    "no-number": b"\x1b[97:65;2u",
}
PLAIN = ("--plain", "--no-sound")


@pytest.mark.long
def test_after_noise_the_stop_key_is_heard(tmp_path: Path) -> None:
    """No traceback, and the next key works. On the full screen one noise stands for all, which the
    same reader of keys takes in lines below; where the record is stands on the usual screen."""
    with practising(tmp_path) as window:
        in_practice(window, done=1)
        window.press(NOISE["cut-off"])
        window.settle()
        window.press("x")
        window.until(words.STOP_TITLES["choose"])
        window.press("\r")  # go on with this exercise
        window.until(lambda: not window.shows(words.STOP_TITLES["choose"]))
        in_practice(window)

        assert end_here(window) == 0
        assert "Traceback" not in window.raw
        narration = window.raw.rpartition("\x1b[?1049l")[2]
    (record,) = (tmp_path / "data" / "sessions").rglob("*.toml")
    assert str(record) in narration.replace("\r\n", "")
    assert kept(tmp_path).exercises[0].reps


def test_plain_mode_hears_the_stop_key_after_noise(tmp_path: Path) -> None:
    """Alt+x, an unknown function key, and pasted text neither stop nor pause. After all noises the
    stop key is heard; q ends, and the terminal echoes and reads lines as before."""
    with practising(tmp_path, *PLAIN, "--speed", "6") as window:
        in_practice(window)
        window.press("\x1bx\x1b[1;9;9x\x1bOx\x1b[200~x q\x1b[201~?")
        window.until(lambda: window.raw.count("Keys: Space") == 2)
        assert "next exercise" not in window.raw
        assert "Paused" not in window.raw
        for noise in NOISE.values():
            window.press(noise)
            window.settle()
        window.press("x")
        window.until("next exercise")
        window.press("q")
        window.until("Ended early")

        assert window.leave() == 0
        assert window.restored
        assert "Traceback" not in window.raw
