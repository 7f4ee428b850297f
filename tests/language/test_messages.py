"""Every message can be found, handed to a translator, and read back."""

import ast

from routines.catalogue import CUE
from routines.language.po_file import placeholders, read_po
from tests.language.messages import (
    MARKS,
    ROOT,
    Message,
    all_messages,
    asking_calls,
    in_code,
    name_of,
)
from tests.language.pseudo import LONGER, PseudoCatalogue
from tests.language.template import entry, template


def test_messages_come_from_code_and_data() -> None:
    """Screens, guards, numbers with a plural, exercises, routines, pages to read."""
    places = {place.partition(":")[0] for found in all_messages().values() for place in found}

    assert Message("{number} practice", "{number} practices") in all_messages()
    assert Message("Move") in all_messages()
    assert {
        "tui/texts/practice.py",
        "sessions/guards/sentences.py",
        "routines/exercises/mouth.toml",
        "routines/library/daily-gentle.toml",
        "routines/learn/doctor.md",
    } <= places
    assert len(all_messages()) > 3000


def test_what_marks_a_message_is_found() -> None:
    """And what is looked up by a name is not: it is marked elsewhere."""
    source = """x = [
    _("One"), gettext_noop("Two"), ngettext("a", "b", n), counted(n, "file"), _(y),
    pgettext("key", "Close"), pgettext("key", z),
]"""

    assert [message for message, _line in in_code(source)] == [
        Message("One"),
        Message("Two"),
        Message("a", "b"),
        Message("{number} file", "{number} files"),
        Message("Close", context="key"),
    ]


def test_a_word_of_an_exercise_and_the_same_word_of_a_key_are_two_messages() -> None:
    """ "Close" is said of an eye, and closes a page."""
    assert {Message("Close", context=CUE), Message("Close", context="key")} <= set(all_messages())
    assert Message("Close") not in all_messages()
    template_of = entry(Message("Close", context="key"), ["tui/screens/help.py:46"])
    assert template_of.splitlines()[1:3] == ['msgctxt "key"', 'msgid "Close"']


def test_no_sentence_is_filled_before_it_is_looked_up() -> None:
    """`_(f"...")` would look for a sentence that no catalogue has."""
    wrong: list[str] = []
    for path, calls in asking_calls(ROOT).items():
        for node in calls:
            if name_of(node) not in (*MARKS, "pgettext"):
                continue
            text = node.args[-1]
            filled = isinstance(text, ast.JoinedStr | ast.BinOp)
            # A context that the template would not know.
            unknown = isinstance(text, ast.Constant) and not isinstance(node.args[0], ast.Constant)
            wrong += [f"{path}:{node.lineno}"] * (filled or unknown)
            if isinstance(text, ast.Call) and path.parent.name != "language":
                wrong += [str(path)] * (getattr(text.func, "attr", "") == "format")

    assert wrong == []


def test_what_is_counted_is_named_where_it_is_counted() -> None:
    """A word that comes from elsewhere would be missing in the template."""
    wrong = [
        f"{path}:{node.lineno}"
        for path, calls in asking_calls(ROOT).items()
        for node in calls
        if name_of(node) == "counted" and not isinstance(node.args[-1], ast.Constant)
    ]

    assert wrong == []


def test_what_is_filled_in_has_a_name() -> None:
    """A language may need it in another place; both forms of a number are filled alike."""
    messages = all_messages()
    names = {message: placeholders(message.one) for message in messages if "{" in message.one}

    assert [message for message, found in names.items() if "" in found or found & set("0123")] == []
    assert [m for m in messages if m.many and placeholders(m.one) != placeholders(m.many)] == []


def test_a_whole_catalogue_is_written_and_read_back() -> None:
    """In the pseudo-language; the template itself translates nothing."""
    pseudo = PseudoCatalogue()
    entries = [
        entry(each, places, [pseudo.message(each.one), pseudo.message(each.many)])
        for each, places in all_messages().items()
    ]
    read = read_po("\n".join(entries))

    every = all_messages()
    assert read_po(template(every)).messages == {}
    assert [m for m in every if read.message(m.one, m.context) != pseudo.message(m.one)] == []


def test_the_pseudo_language_is_longer_and_keeps_what_is_filled_in() -> None:
    """Line by line, blanks at both ends as they were."""
    said = PseudoCatalogue().message(" {name} is kept in {path:>20}, as before.\n\nEnd ")
    first, empty, last = said.split("\n")

    assert first.startswith(" [{name} ")
    assert "{path:>20}" in first
    assert len(first) >= len(" {name} is kept in {path:>20}, as before.") + LONGER * 20
    assert (empty, last) == ("", "[Éñď] ")
    assert PseudoCatalogue().message("") == ""
    assert PseudoCatalogue().plural("one", "many", 2) == PseudoCatalogue().message("many")
