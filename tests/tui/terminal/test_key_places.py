"""Letters of other keyboards, by their place."""

import string

import pytest

from tui.terminal.key_places import PLACES, letter_of


@pytest.mark.parametrize(
    ("latin", "others"),
    [
        ("x", "XчЧχΧסء"),
        ("p", "PзЗπΠפح"),
        ("y", "YнНυύΎטغ"),
        ("n", "NтТνΝמى"),
        ("s", "SыіІσΣדس"),
        ("e", "EуУεέקث"),
        ("w", "ςц"),
    ],
)
def test_a_letter_is_the_one_on_the_same_key(latin: str, others: str) -> None:
    """Upper as lower, with or without an accent."""
    assert {letter_of(other) for other in others} == {latin}


@pytest.mark.parametrize("character", "хХжéß")
def test_look_alikes_and_other_letters_mean_nothing(character: str) -> None:
    """Cyrillic ha is no x; a letter with no place here is no key."""
    assert letter_of(character) == ""


@pytest.mark.parametrize("look", ["рp", "уy", "аa", "еe", "оo", "ρp", "υu", "νv"])
def test_no_letter_means_what_it_looks_like(look: str) -> None:
    """Where place and look differ the place holds."""
    other, latin = look
    assert letter_of(other) != latin


@pytest.mark.parametrize("character", ["1", "+", " ", "\n", "\x1b", "?", ""])
def test_what_is_no_letter_is_itself(character: str) -> None:
    """Digits, signs and control characters."""
    assert letter_of(character) == character


def test_every_letter_has_one_key() -> None:
    """All Latin letters are their own; the others lead to letters."""
    assert [letter_of(each) for each in string.ascii_letters] == [*string.ascii_lowercase * 2]
    assert set(PLACES.values()) <= set(string.ascii_lowercase)
