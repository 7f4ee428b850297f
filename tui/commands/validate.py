"""`slowsmile validate`: a kit for a clinic to hold the program's millimetres beside a ruler's.

`kit` writes the protocol and the routine, `add` takes a rater's values for one person into an
anonymous table, `show` prints how far they agree. Nothing is measured here: that is a practice.
"""

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec.structs import replace

from routines.counted import counted
from routines.errors import Trouble
from routines.language import _
from routines.movements import TOO_COARSE, MeasureKey, Side
from routines.program import COMMAND
from routines.reading.files import MOST_BYTES, NotText, reason, regular_bytes, text_of
from routines.reading.library import path_of
from routines.safe_text import harmless, shown_path
from sessions.exchange.pseudonym import pseudonym
from sessions.log.record import SessionRecord
from sessions.log.record_files import records
from sessions.selftest.agreement import Agreement
from sessions.selftest.ruler_study import (
    HALVES,
    MOVEMENTS,
    RATERS,
    ROUTINE,
    Compared,
    Row,
    compare,
    csv_text,
    hold_of,
    program_mm,
    protocol_text,
    read_csv,
    routine_text,
    typed_mm,
)
from sessions.storage.exported_files import remember
from sessions.storage.private_files import private_folder
from tui.commands.parts.own_name import own_name
from tui.person.paths import Places
from tui.person.person import local_now
from tui.terminal.exits import DONE, say
from tui.terminal.output import to_write, write_out
from tui.terminal.typed_lines import typed_line
from tui.texts.commands import validate as words

PAGE, ROUTINE_FILE = "protocol.txt", "validation.toml"
WIDTHS = (13, 8, 4, 17, 27, 9)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The four steps."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION")

    def action(name: str, what: str) -> argparse.ArgumentParser:
        return actions.add_parser(name, help=what, description=what)

    action("protocol", _("print the protocol, one page"))
    kit = action("kit", _("write the protocol and the routine into a folder"))
    kit.add_argument("folder", metavar="FOLDER", help=_("a folder, made where there is none"))
    add = action("add", _("type in what a rater measured during the last practice of the routine"))
    add.add_argument("file", metavar="FILE.csv", help=_("the table of the study"))
    add.add_argument("--subject", metavar="CODE", required=True, help=_("made up, such as P01"))
    add.add_argument("--rater", type=int, choices=RATERS, required=True, help=_("1 or 2"))
    add.add_argument("--session", metavar="NAME", help=_("another practice than the last one"))
    show = action("show", _("bias, limits of agreement and ICC"))
    show.add_argument(
        "--same-people",
        action="store_true",
        help=_("the tables are of one study: a code is the same person in each of them"),
    )
    show.add_argument("files", metavar="FILE.csv", nargs="+", help=_("tables of the study"))


def run(args: argparse.Namespace) -> int:
    """Do what was chosen."""
    chosen: dict[str, Callable[[argparse.Namespace], int]] = {
        "protocol": _protocol,
        "kit": _kit,
        "add": _add,
        "show": _show,
    }
    if args.action is None:
        raise Trouble(
            _("Say what to do: {command} validate {chosen}").format(
                command=COMMAND, chosen=" | ".join(chosen)
            )
        )
    return chosen[args.action](args)


def _protocol(_args: argparse.Namespace) -> int:
    print(protocol_text(), end="")
    return DONE


def _kit(args: argparse.Namespace) -> int:
    places: Places = args.places
    folder = path_of(args.folder).absolute()
    try:
        private_folder(folder)
    except OSError as error:
        raise Trouble(
            _("The folder {shown_path} cannot be made ({reason}).").format(
                shown_path=shown_path(folder), reason=reason(error)
            )
        ) from error
    texts = {PAGE: protocol_text(), ROUTINE_FILE: routine_text()}
    paths = {
        to_write(str(folder / name), (Path(name).suffix,), places.data, _("validate kit")): text
        for name, text in texts.items()
    }
    for path, text in paths.items():
        if path.exists() and _text_at(path) != text:
            raise Trouble(words.CHANGED.format(path=shown_path(path)))
    for path, text in paths.items():
        _write(places, path, text)
        say(words.WRITTEN.format(path=path))
    return DONE


def _write(places: Places, path: Path, text: str) -> None:
    write_out(path, text.encode())
    remember(places.data, path, "export", local_now())


def _add(args: argparse.Namespace) -> int:
    places: Places = args.places
    subject = pseudonym(args.subject, own_name(places), "--subject")
    path = path_of(args.file).resolve()
    if path.suffix.casefold() != ".csv":
        raise Trouble(_("{file}: the name must end in .csv.").format(file=harmless(args.file, 80)))
    rows = _rows(path) if path.exists() else []
    if any((row.subject, row.rater) == (subject, args.rater) for row in rows):
        raise Trouble(words.TWICE.format(rater=args.rater, subject=subject, file=path.name))
    record = _record(places, args.session)
    new = _asked(record, subject, args.rater)
    if not new:
        say(words.NOT_KEPT)
        return DONE
    _write(places, path, csv_text([*rows, *new]))
    values = counted(len(new), "value")
    say(words.KEPT.format(values=values, rater=args.rater, subject=subject, file=path.name))
    return DONE


def _record(places: Places, named: str | None) -> SessionRecord:
    """The last practice of the routine, or the one that was named."""
    found = [each for each in records(places.data) if each.record is not None and not each.copy]
    if named is not None:
        stem = named.removesuffix(".toml")
        found = [each for each in found if each.path.stem == stem]
    ours = [each.record for each in found if each.record and each.record.routine.id == ROUTINE]
    if not ours:
        raise Trouble(words.NO_SESSION)
    return max(ours, key=lambda record: record.started)


def _asked(record: SessionRecord, subject: str, rater: int) -> list[Row]:
    """What the rater types, a movement and half after the other; nothing where input ends."""
    sides: dict[str, Side] = {
        "affected": record.side,
        "unaffected": "right" if record.side == "left" else "left",
    }
    say(words.HOW)
    rows: list[Row] = []
    scored = 0
    for movement in MOVEMENTS:
        for half in HALVES:
            name, shown = words.name_of(movement), words.HALVES[half]
            read = program_mm(record, movement, rater, half)
            if read is None:
                say(words.NOT_SCORED.format(movement=name, half=shown))
                continue
            scored += 1
            question = words.ASK.format(
                movement=name, half=shown, side=sides[half], hold=hold_of(rater, half)
            )
            typed = _typed(question, movement)
            if typed is None:
                return []
            if isinstance(typed, float):
                row = Row(
                    subject=subject,
                    movement=movement,
                    half=half,
                    rater=1 if rater == 1 else 2,
                    program_mm=read,
                    rater_mm=typed,
                    source="sim" if record.simulated else "camera",
                    program=record.program,
                )
                rows.append(row)
    if not scored:
        raise Trouble(words.NO_SCORED.format(rater=rater))
    return rows


def _typed(question: str, movement: MeasureKey) -> float | str | None:
    """Millimetres; an empty text where nothing was measured, None at the end of the input."""
    while (typed := typed_line(question)) is not None:
        if not typed.strip():
            return ""
        try:
            return typed_mm(typed, movement)
        except Trouble as trouble:
            say(trouble.sentence)
    return None


def _rows(path: Path) -> list[Row]:
    return read_csv(_text_at(path), path.name)


def _text_at(path: Path) -> str:
    try:
        return text_of(regular_bytes(path, MOST_BYTES))
    except NotText as error:
        raise Trouble(
            _("{name} cannot be used: {error}.").format(name=path.name, error=error)
        ) from error
    except OSError as error:
        raise Trouble(
            _("{shown_path} cannot be read ({reason}).").format(
                shown_path=shown_path(path), reason=reason(error)
            )
        ) from error


def _show(args: argparse.Namespace) -> int:
    rows: list[Row] = []
    for number, name in enumerate(args.files):
        path = path_of(name).absolute()
        found = _rows(path)
        if args.same_people:
            _refuse_twice(rows, found, path)
            rows += found
        else:
            rows += [replace(row, subject=f"{number}/{row.subject}") for row in found]
    real = [row for row in rows if row.source != "sim"]
    if rows and not real:
        print(words.SIMULATED)
    elif len(real) < len(rows):
        say(words.SIMULATED_LEFT_OUT.format(rows=counted(len(rows) - len(real), "row")))
    print("\n".join(table(real or rows)))
    return DONE


def _refuse_twice(rows: Sequence[Row], more: Sequence[Row], path: Path) -> None:
    """A value that stands in two tables would be counted twice."""
    known = {(row.subject, row.rater) for row in rows}
    for row in more:
        if (row.subject, row.rater) in known:
            raise Trouble(
                words.TWICE_SHOWN.format(rater=row.rater, subject=row.subject, file=path.name)
            )


def table(rows: Sequence[Row]) -> list[str]:
    """The lines to print."""
    codes = counted(len({row.subject for row in rows}), "code")
    lines = [words.SUBJECTS.format(codes=codes, values=counted(len(rows), "value"))]
    for compared in compare(rows):
        lines += ["", words.TITLES[compared.id], _cells(words.HEAD), *_lines(compared)]
    return [*lines, "", *words.LEGEND]


def _lines(compared: Compared) -> list[str]:
    found: list[str] = []
    for each in compared.lines:
        name = each.movement + ("*" if each.movement in TOO_COARSE else "")
        first = (name, words.HALVES[each.half], str(each.pairs))
        found.append(_cells((*first, *_numbers(each.found))))
    return found


def _numbers(found: Agreement | None) -> tuple[str, str, str]:
    if found is None:
        return (words.TOO_FEW, "", "")
    bias = f"{found.bias:+z.2f}" + _either_way(found.bias_either_way)
    limits = _("{low:+z.2f} to {high:+z.2f}").format(low=found.low, high=found.high) + _either_way(
        found.limit_either_way
    )
    return (bias, limits, "-" if found.icc is None else f"{found.icc:z.2f}")


def _either_way(half: float | None) -> str:
    return "" if half is None else f" (\u00b1{half:.2f})"


def _cells(cells: Sequence[str]) -> str:
    """The first two flush left, the others right."""
    return "".join(
        cell.ljust(width) if i < 2 else cell.rjust(width)
        for i, (cell, width) in enumerate(zip(cells, WIDTHS, strict=True))
    ).rstrip()
