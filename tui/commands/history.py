"""`slowsmile history`: weeks and past sessions in lines or as JSON, and the diary searched.

Reads records only; camera, model and pictures are never touched. `--total` keeps a total a
clinician gave, on the same time axis.
"""

import argparse
import json
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from routines.counted import counted
from routines.errors import Trouble
from routines.language import _
from routines.language.cells import cells, padded
from routines.language.lists import listed, sentences
from routines.program import COMMAND
from routines.safe_text import harmless
from sessions.engine.interface.commands import Ending
from sessions.history.clinician import NAMES, SCALES, Scale, Total, add_total, read_totals
from sessions.history.diary import diary, search, unread_lines
from sessions.history.index import History, IndexedSession, open_history
from sessions.history.linked_trends import linked_trends
from sessions.history.own_error import own_error_if_readable
from sessions.history.strength import practice_strength
from sessions.history.weeks import exercises_of, trend
from sessions.log.recovery import unfinished
from sessions.pictures.albums import display_name
from sessions.pictures.clips import clip_albums
from sessions.pictures.photos import photo_albums
from sessions.report.linked import linked_changes
from sessions.report.movements import change_in_words
from tui.commands.parts.progress import tell_progress
from tui.commands.parts.typed_date import typed_date
from tui.person.paths import Places
from tui.person.person import local_now
from tui.presenters.history_lines import overview_lines
from tui.presenters.history_overview import overview
from tui.presenters.interrupted import named, settled_unasked
from tui.terminal.exits import DONE, USAGE, say
from tui.texts.dates import day_in_words
from tui.widgets.glyphs import glyphs

LINES = 20
"""Sessions shown without --all."""
WIDTH = 80
"""Of the lines of the overview."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What `history` takes."""
    parser.add_argument("--json", action="store_true", help=_("everything as one JSON object"))
    parser.add_argument(
        "--all",
        action="store_true",
        help=_("more than the last {lines} sessions").format(lines=LINES),
    )
    parser.add_argument(
        "--photos", action="store_true", help=_("progress photos and clips, a file a line")
    )
    parser.add_argument(
        "--search", metavar="WORDS", help=_("notes and answers that hold all words")
    )
    parser.add_argument(
        "--total",
        nargs=2,
        metavar=("SCALE", "VALUE"),
        help=_("keep a total a clinician gave: {scales}").format(scales=listed(SCALES)),
    )
    parser.add_argument(
        "--on", metavar="DATE", help=_('day of that total: 2026-11-30, "5 october"')
    )
    parser.add_argument("--day", metavar="DATE", help=_("the practices and notes of one day"))
    parser.add_argument("--plain", action="store_true", help=_("lines of text, as always here"))


def run(args: argparse.Namespace) -> int:
    """Print the history."""
    places: Places = args.places
    today = local_now().date()
    if args.on is not None and args.total is None:
        raise Trouble(_("--on goes with --total."))
    if args.total is not None:
        scale, value = args.total
        return _keep_total(places, scale, value, args.on, today)
    if args.photos:
        return _pictures(places)
    history = open_history(places.data, tell_progress)
    for problem in history.problems:
        say(_("Left out: {problem}").format(problem=harmless(problem)))
    for sentence in history.unread:
        say(sentence)
    if sentence := unread_lines(places.data):
        say(_("Left out: {sentence}").format(sentence=sentence))
    for found in unfinished(places.data):
        if found.header is None:
            say(
                _("One unfinished practice cannot be read: {problem}").format(problem=found.problem)
            )
        elif settled_unasked(found) == "keep":
            say(named(found, local_now()))
    if any(found.worth_asking for found in unfinished(places.data)):
        say(
            _("A practice was broken off and can be gone on with: open {command}.").format(
                command=COMMAND
            )
        )
    if args.day is not None:
        _day(places, history, typed_date("--day", args.day, today))
        return USAGE if history.unread else DONE
    if args.search is not None:
        _search(places, history, args.search)
        return USAGE if history.unread else DONE
    if args.json:
        print(json.dumps(_everything(places, history, today), indent=1))
    else:
        _table(places, history, today, everything=args.all)
    return USAGE if history.unread else DONE


def _keep_total(places: Places, scale: str, value: str, on: str | None, today: date) -> int:
    from routines.reading.problems import did_you_mean

    known: Scale | None = next((each for each in SCALES if each == scale.casefold()), None)
    if known is None:
        wrong = _("'{scale}' is not one of {scales}.").format(
            scale=harmless(scale, 40), scales=listed(SCALES)
        )
        raise Trouble(sentences((wrong, did_you_mean(scale.casefold(), list(SCALES)))))
    try:
        number = float(value)
    except ValueError as error:
        raise Trouble(_("A total is a number, such as 56.")) from error
    when = today if on is None else typed_date("--on", on, today)
    add_total(places.data, Total(scale=known, on=when, value=number), today)
    say(
        _("Kept: {names} {number:zg} on {when}.").format(
            names=NAMES[known], number=number, when=when
        )
    )
    return DONE


def _pictures(places: Places) -> int:
    lines = picture_lines(places.data)
    print("\n".join(lines), end="\n" if lines else "")
    if not lines:
        say(_("There are no progress photos and no clips."))
    return DONE


def _day(places: Places, history: History, day: date) -> None:
    """What was practised and noted on `day`."""
    ours = [each for each in history.sessions if each.summary.started.date() == day]
    lines = [line for line in diary(places.data, history.summaries) if line.when.date() == day]
    print(f"{day_in_words(day)}: {counted(len(ours), 'practice')}.")
    for each in ours:
        print(_line(each))
    for line in lines:
        print(f"{line.when:%H:%M}  {line.kind:<8}  {harmless(line.words)}")


def _search(places: Places, history: History, wanted: str) -> None:
    found = search(diary(places.data, history.summaries), wanted)
    for line in found:
        print(f"{line.when:%Y-%m-%d %H:%M}  {line.kind:<8}  {harmless(line.words)}")
    if not found:
        say(_("Nothing in the diary holds all of these words."))


def _table(places: Places, history: History, today: date, *, everything: bool) -> None:
    sessions = history.sessions
    if not sessions and history.unread:
        return
    if not sessions:
        say(_("No sessions yet. The first one will stand here."))
        return
    shown = sessions if everything else sessions[-LINES:]
    side = history.summaries[-1].side
    ours = [s for s in history.summaries if s.side == side]
    own, unusable = own_error_if_readable(places.data)
    if unusable:
        say(_("Left out: {unusable}").format(unusable=harmless(unusable, 300)))
    found = overview(ours, diary(places.data, ours), today, own)
    print("\n".join(overview_lines(found, WIDTH, glyphs())) + "\n")
    print(
        f"{padded(_('started'), 17)} {padded(_('routine'), 26)} "
        f"{padded(_('ended'), ended_width())} "
        f"{padded(_('reps'), 4, '>')} {padded(_('min'), 4, '>')}  {_('stops')}"
    )
    for each in shown:
        print(_line(each))
    if len(shown) < len(sessions):
        say(
            _("{sessions}: --all shows all.").format(
                sessions=counted(len(sessions) - len(shown), "older session")
            )
        )
    strength = practice_strength(history.summaries, today)
    if strength is not None:
        print(
            _(
                "\nPractice strength {strength:.0f} of 100 (recent days count more; no streaks)."
            ).format(strength=strength)
        )
    for exercise in exercises_of(ours):
        change = trend(ours, exercise.id, "affected_mm", own).change
        if change is not None:
            print(
                _("{name}, weak side: {change_in_words}").format(
                    name=harmless(exercise.name, 40), change_in_words=change_in_words(change)
                )
            )
    for line in linked_changes(linked_trends(ours, own)):
        print(line)


_ENDED: dict[Ending, str] = {
    "finished": _("finished"),
    "stopped": _("stopped"),
    "abandoned": _("abandoned"),
}


def ended_width() -> int:
    """Cells of the column that says how a session ended."""
    return max(10, *map(cells, _ENDED.values()))


def _line(listed: IndexedSession) -> str:
    s = listed.summary
    name = harmless(s.routine_name, 26)
    stops = ", ".join(sorted({stop.rule for stop in s.stops}))
    simulated = f"  ({_('simulated')})" if s.simulated else ""
    return (
        f"{s.started:%Y-%m-%d %H:%M}  {padded(name, 26)} {padded(_ENDED[s.ended], ended_width())} "
        f"{s.reps:>4} {s.seconds / 60:>4.0f}  {stops}{simulated}"
    ).rstrip()


def _everything(places: Places, history: History, today: date) -> dict[str, Any]:
    summaries = history.summaries
    side = summaries[-1].side if summaries else None
    ours = [s for s in summaries if s.side == side]
    own, _ = own_error_if_readable(places.data)
    return {
        "sessions": [
            {
                "file": each.path,
                **{
                    name: _plain(getattr(each.summary, name))
                    for name in each.summary.__struct_fields__
                },
            }
            for each in history.sessions
        ],
        "practice_strength": practice_strength(summaries, today),
        "trends": [
            msgspec.to_builtins(trend(ours, exercise.id, "affected_mm", own))
            for exercise in exercises_of(ours)
        ],
        "linked_trends": [msgspec.to_builtins(each) for each in linked_trends(ours, own)],
        "clinician": [msgspec.to_builtins(total) for total in read_totals(places.data)],
        "problems": [harmless(problem) for problem in history.problems],
        "as_of": today.isoformat(),
    }


def _plain(value: Any) -> Any:
    """Array-like records as objects with names."""
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, msgspec.Struct):
        return {name: _plain(getattr(value, name)) for name in value.__struct_fields__}
    return msgspec.to_builtins(value)


def picture_lines(data: Path) -> list[str]:
    """Every one, the oldest first: day, kind, what it shows, where it is."""
    kinds = ((_("photo"), photo_albums(data)), (_("clip"), clip_albums(data)))
    found = [
        (album.when, kind, display_name(name), path)
        for kind, albums in kinds
        for album in albums
        for name, path in album.files.items()
    ]
    found.sort(key=lambda line: line[0])
    width = max((cells(what) for _, _, what, _ in found), default=0)
    return [
        f"{when:%Y-%m-%d %H:%M}  {padded(kind, 5)}  {padded(what, width)}  "
        f"{harmless(str(path), 400)}"
        for when, kind, what, path in found
    ]
