"""`slowsmile why`: the decisions of a kept session made again, each stop and each non-stop."""

import argparse
import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import msgspec

from routines.catalogue import exercises
from routines.errors import Trouble
from routines.language import _
from routines.language.lists import listed, sentences
from routines.program import COMMAND
from routines.reading.problems import did_you_mean
from routines.safe_text import harmless
from sessions.decisions.account import Aside, RepAccount, story
from sessions.decisions.kept_decisions import KeptDecisions
from sessions.history.names import named_record
from sessions.log.decision_files import read_decisions
from sessions.log.record import SessionRecord
from sessions.log.record_files import read_record, record_files
from tui.person.paths import Places
from tui.presenters import why as present
from tui.presenters.why_reps import nearness
from tui.terminal.exits import DONE


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What `why` takes."""
    parser.add_argument("session", metavar="SESSION", help=_("such as 2026-11-21T08-30-00"))
    parser.add_argument("--exercise", metavar="ID", help=_("only this exercise"))
    parser.add_argument("--set", type=int, metavar="N", help=_("only this set, from 1"))
    parser.add_argument(
        "--rep", type=int, metavar="N", help=_("only this repetition of a set, from 1")
    )
    parser.add_argument("--json", action="store_true", help=_("everything as one JSON object"))


def run(args: argparse.Namespace) -> int:
    """Print what each guard saw."""
    places: Places = args.places
    path = _record(places.data, args.session)
    record = named_record(read_record(path))
    chosen = _chosen(args, record)
    load = partial(read_decisions, places.data, path.stem, record.id)
    if args.json:
        print(json.dumps(_document(path.stem, record, load, chosen), indent=2))
        return DONE
    for line in present.all_lines(path.stem, record, load, chosen):
        print(line)
    return DONE


def _record(data: Path, name: str) -> Path:
    """The record's file. Raises Trouble for one that is not there, with the nearest name."""
    stem = name.removesuffix(".toml")
    paths = record_files(data)
    found = next((path for path in paths if path.stem == stem), None)
    if found is None:
        raise Trouble(
            sentences(
                (
                    _('There is no session "{name}".').format(name=harmless(name, 60)),
                    did_you_mean(stem, [path.stem for path in paths]),
                    _("See {command} history.").format(command=COMMAND),
                )
            )
        )
    return found


def _chosen(args: argparse.Namespace, record: SessionRecord) -> present.Chosen:
    """The repetitions asked about. Raises Trouble for what cannot be."""
    here = [each.id for each in record.exercises]
    if args.exercise is not None and args.exercise not in here:
        wrong = (
            _('"{exercise}" is not in this practice.')
            if args.exercise in exercises()
            else _('"{exercise}" is no exercise.')
        )
        raise Trouble(
            sentences(
                (
                    wrong.format(exercise=harmless(args.exercise, 60)),
                    did_you_mean(args.exercise, here),
                    _("It has {listed}.").format(listed=_listed(here)),
                )
            )
        )
    for flag, value in (("--set", args.set), ("--rep", args.rep)):
        if value is not None and value < 1:
            raise Trouble(_("{flag} counts from 1.").format(flag=flag))
    return present.Chosen(args.exercise, args.set, args.rep)


def _listed(ids: list[str]) -> str:
    return listed(dict.fromkeys(ids))


def _document(
    stem: str,
    record: SessionRecord,
    load: Callable[[], KeptDecisions | None],
    chosen: present.Chosen,
) -> dict[str, Any]:
    found = present.go_through(load)
    if isinstance(found, str):
        holds = present.holds_line(record)
        return {"session": stem, "replayed": False, "why": found, "holds": holds}
    decisions, again = found
    steps = decisions.plan.routine.steps
    parts = [
        (each, steps[each.step].exercise.id)
        for each in story(again.commands, again.begins)
        if chosen.takes(each, steps[each.step].exercise.id)
    ]
    return {
        "session": stem,
        "replayed": True,
        "program": decisions.program,
        "rule_set": decisions.rule_set,
        "model_sha256": decisions.model_sha256,
        "routine": record.routine.id,
        "side": record.side,
        "reps": [
            {"exercise": exercise, **msgspec.to_builtins(each)}
            | {"looks": [_look(look) for look in each.looks]}
            for each, exercise in parts
            if isinstance(each, RepAccount)
        ],
        "asides": [
            {"exercise": exercise, **msgspec.to_builtins(each)}
            for each, exercise in parts
            if isinstance(each, Aside)
        ],
        "same": again.difference is None,
        "identical": again.identical,
        "last_line": present.last_line(decisions, again.difference),
    }


def _look(look: Any) -> dict[str, Any]:
    return {**msgspec.to_builtins(look), "share_of_caution": nearness(look)}
