"""What a keyboard or a bad line can send: it never ends the program or makes it deaf."""

from pathlib import Path

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


def test_after_noise_the_stop_key_is_heard(tmp_path: Path) -> None:
    """No traceback, and the next key works, whatever came before it."""
    with practising(tmp_path) as window:
        in_practice(window, done=1)
        for noise in NOISE.values():
            window.press(noise)
            window.settle()
            window.press("x")
            window.until(words.STOP_TITLES["choose"])
            window.press("\r")  # go on with this exercise
            window.until(lambda: not window.shows(words.STOP_TITLES["choose"]))
            window.until(r"rep [1-4] of 4")

        assert end_here(window) == 0
        assert "Traceback" not in window.raw
    assert kept(tmp_path).exercises[0].reps


def test_plain_mode_hears_the_stop_key_after_noise(tmp_path: Path) -> None:
    """The same bytes in lines."""
    with practising(tmp_path, *PLAIN) as window:
        in_practice(window)
        for noise in NOISE.values():
            window.press(noise)
            window.settle()
        window.press("x")
        window.until("next exercise")
        window.press("q")
        assert "Traceback" not in window.raw


def test_letters_of_sequences_and_pastes_are_no_keys(tmp_path: Path) -> None:
    """Alt+x, an unknown function key, and pasted text neither stop nor pause."""
    with practising(tmp_path, *PLAIN) as window:
        in_practice(window)
        window.press("\x1bx\x1b[1;9;9x\x1bOx\x1b[200~x q\x1b[201~?")
        window.until(lambda: window.raw.count("Keys: Space") == 2)
        assert "next exercise" not in window.raw
        window.press("q")
