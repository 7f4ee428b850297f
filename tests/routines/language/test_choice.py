"""The variable outranks the setting, the setting the locale; what is not there is English."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from routines.language import VARIABLE, _, choice, use
from routines.language.choice import choose, chosen, languages

SHIPPED = ("de", "pt", "pt_BR")


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    """Whatever a test chose."""
    yield
    use(None)


@pytest.mark.parametrize(
    ("environ", "setting", "code"),
    [
        ({}, "", "en"),
        ({"LANG": "de_DE.UTF-8"}, "", "de"),
        ({"LANG": "de_DE.UTF-8", "LC_ALL": "pt_PT"}, "", "pt"),
        ({"LANG": "de_DE.UTF-8", "LC_ALL": "C"}, "", "en"),
        ({"LANG": "de_DE@euro"}, "", "de"),
        ({"LANG": "fr_FR.UTF-8"}, "", "en"),
        ({"LANG": "fr_FR.UTF-8"}, "pt-br", "pt_BR"),
        ({"LANG": "de_DE.UTF-8"}, "en", "en"),
        ({"LANG": "de_DE.UTF-8", VARIABLE: "pt"}, "pt-br", "pt"),
        ({}, "../../etc", "en"),
    ],
)
def test_which_language(environ: dict[str, str], setting: str, code: str) -> None:
    """By what is said, and by what there is."""
    assert chosen(environ, lambda: setting, SHIPPED) == code


def test_without_another_language_nothing_is_asked() -> None:
    """Neither the settings nor a catalogue is read."""

    def setting() -> str:
        raise AssertionError

    assert chosen({VARIABLE: "de"}, setting, ()) == "en"


def test_a_catalogue_is_read_and_used(tmp_path: Path) -> None:
    """A file beside the others is all a language needs."""
    (tmp_path / "de.po").write_text('msgid "Softer"\nmsgstr "Sanfter"\n', encoding="utf-8")

    assert languages(tmp_path) == ("de",)
    assert choose({"LANG": "de_AT"}, folder=tmp_path) == "de"
    assert _("Softer") == "Sanfter"
    assert choose({"LANG": "C"}, folder=tmp_path) == "en"
    assert _("Softer") == "Softer"


def test_a_catalogue_may_begin_with_a_byte_order_mark(tmp_path: Path) -> None:
    """Some editors write one."""
    content = 'msgid "Softer"\nmsgstr "Sanfter"\n'
    (tmp_path / "de.po").write_text(content, encoding="utf-8-sig")

    assert choose({"LANG": "de"}, folder=tmp_path) == "de"
    assert _("Softer") == "Sanfter"


@pytest.mark.parametrize("content", [b"nonsense", b"\xff\xfe"])
def test_a_damaged_catalogue_is_no_reason_not_to_practise(tmp_path: Path, content: bytes) -> None:
    """English is spoken."""
    (tmp_path / "de.po").write_bytes(content)

    assert choose({"LANG": "de"}, folder=tmp_path) == choice.ENGLISH
    assert _("Softer") == "Softer"
