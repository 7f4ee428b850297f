"""Reading one table of a TOML file strictly: every value typed, bounded, and asked for by name.

A `Table` hands out values and notes what is wrong; it never raises, so a file is read to its
end. A key nobody asked for is a problem too, with the nearest key that exists.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import TypeVar, cast

from routines.language import _
from routines.language.lists import listed
from routines.reading.problems import nearest
from routines.reading.report import ReadingReport
from routines.reading.toml_lines import Path
from routines.reading.values import is_tables, shown_value, span, within

Option = TypeVar("Option", bound=str)

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
NOWHERE: Mapping[str, str] = {}
_LISTED = 16
"""Known keys that are listed beside the nearest; more of them would bury it."""


class Table:
    """One table. Ask for each key it may have, then call `close`."""

    def __init__(
        self, report: ReadingReport, table: Mapping[str, object], path: Path = (), name: str = ""
    ) -> None:
        self.report = report
        self.path = path
        self.name = name
        self._table = table
        self._asked: list[str] = []

    def _get(self, key: str) -> object | None:
        self._asked.append(key)
        return self._table.get(key)

    def has(self, key: str) -> bool:
        """Whether the key stands in the file, right or wrong."""
        return key in self._table

    def note(
        self,
        key: str,
        expected: str,
        found: object = None,
        near: str | None = None,
        advice: str = "",
    ) -> None:
        """A problem with `key` of this table."""
        shown = "" if found is None else shown_value(found)
        self.report.add((*self.path, key), self._label(key), expected, shown, near, advice)

    def _label(self, key: str) -> str:
        shown = key if key.strip() else f'"{key}"'
        return f"{self.name}, {shown}" if self.name else shown

    def _note_heading(self, key: str, *, once: bool) -> None:
        """A heading with the wrong number of brackets; `once` where it may stand once only."""
        path = ".".join(part for part in (*self.path, key) if isinstance(part, str))
        pair = (f"[{path}]", f"[[{path}]]")
        right, wrong = pair if once else reversed(pair)
        once_only = _("Write {right} with single brackets.")
        advice = once_only if once else _("Write {right} with two brackets.")
        place = (*self.path, key, 0) if once else (*self.path, key)
        self.report.add(place, self._label(key), right, wrong, advice=advice.format(right=right))

    def note_whole(self, expected: str, found: object = None) -> None:
        """A problem with the table as a whole."""
        shown = "" if found is None else shown_value(found)
        self.report.add(self.path, self.name or _("the file"), expected, shown)

    def number(
        self, key: str, low: float | None = None, high: float | None = None, unit: str = ""
    ) -> float | None:
        """A number within `low` to `high`, ends included."""
        value = self._get(key)
        if value is None:
            return None
        expected = span(low, high, unit)
        if isinstance(value, bool) or not isinstance(value, int | float):
            wanted = _("a number, {span}, without quotation marks")
            if not expected:
                wanted = _("a number, without quotation marks")
            self.note(key, wanted.format(span=expected), value)
        elif not within(value, low, high):
            self.note(key, expected or _("an ordinary number"), value)
        else:
            return float(value)
        return None

    def whole(
        self, key: str, low: int | None = None, high: int | None = None, unit: str = ""
    ) -> int | None:
        """A whole number within `low` to `high`, ends included."""
        value = self._get(key)
        if value is None:
            return None
        expected = span(low, high, unit)
        if isinstance(value, bool) or not isinstance(value, int):
            wanted = _("a whole number, {span}, without quotation marks")
            if not expected:
                wanted = _("a whole number, without quotation marks")
            self.note(key, wanted.format(span=expected), value)
        elif not within(value, low, high):
            self.note(key, expected or _("an ordinary number"), value)
        else:
            return value
        return None

    def string(self, key: str) -> str | None:
        """Any text at all, an empty one too."""
        value = self._get(key)
        if value is None or isinstance(value, str):
            return value
        self.note(key, _('text in quotation marks, such as {key} = "..."').format(key=key), value)
        return None

    def strings(self, key: str) -> tuple[str, ...] | None:
        """A list of texts, of any kind; None when the key is not there."""
        value = self._get(key)
        if value is None:
            return None
        entries = cast(list[object], value) if isinstance(value, list) else [None]
        good = [entry for entry in entries if isinstance(entry, str)]
        if len(good) < len(entries):
            self.note(
                key, _('a list of texts, such as {key} = ["..."]').format(key=key), self._table[key]
            )
            return None
        return tuple(good)

    def text(self, key: str, *, longest: int = 120, lines: bool = False) -> str | None:
        """Printable text that is not blank; several lines only where `lines` says so."""
        value = self.string(key)
        if value is None:
            return None
        flat = value.replace("\n", " ") if lines else value
        if not flat.strip():
            self.note(key, _("some text, not a blank"), value)
        elif len(value) > longest:
            self.note(
                key,
                _("at most {longest} characters").format(longest=longest),
                _("{count} characters").format(count=len(value)),
            )
        elif not flat.isprintable():
            self.note(key, _("plain text") if lines else _("plain text on one line"), value)
        else:
            return value.strip()
        return None

    def id(self, key: str) -> str | None:
        """A short name in small letters, digits and single hyphens."""
        value = self.text(key, longest=60)
        if value is not None and not _ID.fullmatch(value):
            self.note(key, _('small letters, digits and hyphens, such as "morning-set"'), value)
            return None
        return value

    def choice(self, key: str, options: Sequence[Option]) -> Option | None:
        """One of the words in `options`."""
        value = self._get(key)
        return None if value is None else self._one_of(key, value, options)

    def choices(self, key: str, options: Sequence[Option]) -> tuple[Option, ...] | None:
        """A list of words out of `options`, each once; None when the key is not there."""
        value = self._get(key)
        if value is None:
            return None
        if not isinstance(value, list):
            self.note(
                key,
                _('a list in square brackets, such as {key} = ["{options}"]').format(
                    key=key, options=options[0]
                ),
                value,
            )
            return None
        found = [self._one_of(key, entry, options) for entry in cast(list[object], value)]
        return tuple(dict.fromkeys(word for word in found if word is not None))

    def words(self, key: str) -> tuple[str, ...]:
        """A list of texts that are not blank, or one text standing for a list of one."""
        value = self._get(key)
        if value is None:
            return ()
        entries = cast(list[object], value) if isinstance(value, list) else [value]
        good = [e for e in entries if isinstance(e, str) and e.strip() and e.isprintable()]
        if len(good) < len(entries) or not good:
            self.note(
                key,
                _('a list of ids, such as {key} = ["daily-gentle"]').format(key=key),
                self._table[key],
            )
        return tuple(good)

    def _one_of(self, key: str, value: object, options: Sequence[Option]) -> Option | None:
        if isinstance(value, str):
            for option in options:
                if option == value:
                    return option
        few = len(options) <= 8
        named = _("one of {options}").format(options=listed(options)) if few else _("a known name")
        near = nearest(value, options) if isinstance(value, str) else None
        self.note(key, named, value, near)
        return None

    def flag(self, key: str) -> bool | None:
        """true or false."""
        value = self._get(key)
        if value is not None and not isinstance(value, bool):
            self.note(key, _("true or false, without quotation marks"), value)
            return None
        return value

    def day(self, key: str) -> date | None:
        """A date, written 2026-11-21."""
        value = self._get(key)
        if value is None:
            return None
        if isinstance(value, date) and not isinstance(value, datetime):
            return value
        self.note(key, _("a date without quotation marks, such as 2026-11-21"), value)
        return None

    def need(self, *keys: str) -> None:
        """Note those of `keys` that are missing."""
        for key in keys:
            if key not in self._table:
                label = f"{self.name}, {key}" if self.name else key
                self.report.add(self.path, label, _("{key} = ... to be given here").format(key=key))

    def table(self, key: str, name: str = "") -> "Table | None":
        """The table under `key`, to be read and closed like this one."""
        value = self._get(key)
        if value is None:
            return None
        if is_tables(value):
            self._note_heading(key, once=True)
            return None
        if not isinstance(value, dict):
            self.note(key, _("a heading [{key}] with its keys below").format(key=key), value)
            return None
        full = f"{self.name}, {name or key}" if self.name else name or key
        return Table(self.report, cast(dict[str, object], value), (*self.path, key), full)

    def tables(self, key: str) -> list["Table"]:
        """The tables of a `[[key]]` list, named "key 1", "key 2" and so on."""
        value = self._get(key)
        if value is None:
            return []
        if isinstance(value, dict):
            self._note_heading(key, once=False)
            return []
        if not isinstance(value, list):
            self.note(
                key, _("[[{key}]] in double square brackets, once for each").format(key=key), value
            )
            return []
        sections: list[Table] = []
        for place, entry in enumerate(cast(list[object], value)):
            name = f"{key} {place + 1}"
            if isinstance(entry, dict):
                table = cast(dict[str, object], entry)
                sections.append(Table(self.report, table, (*self.path, key, place), name))
            else:
                expected = _("a heading [[{key}]]").format(key=key)
                self.report.add((*self.path, key), name, expected, shown_value(entry))
        return sections

    def written(self) -> list[str]:
        """The keys that stand in the file."""
        return list(self._table)

    def close(self, *also: str, elsewhere: Mapping[str, str] = NOWHERE) -> None:
        """Note every key that nobody asked for; keys in `also` count as asked.

        `elsewhere` names the heading under which a key would be right.
        """
        known = list(dict.fromkeys(self._asked))
        for key in self._table:
            if key in known or key in also:
                continue
            if key in elsewhere:
                place = elsewhere[key]
                self.note(key, _("this key under a heading such as {place}").format(place=place))
                continue
            near = nearest(key, known)
            expected = _("one of the keys {known}").format(known=listed(known))
            if near is not None and len(known) > _LISTED:
                expected = _("a key that is known here")
            self.note(key, expected, None, near)
