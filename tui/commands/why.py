"""`slowsmile why`: the decisions of a kept session made again, each stop and each non-stop."""

import argparse
import json
from pathlib import Path
from typing import Any

import msgspec

from routines.catalogue import exercises
from routines.errors import Trouble
from routines.program import COMMAND
from routines.reading.problems import did_you_mean
from routines.safe_text import harmless
from sessions.decisions.account import RepAccount, account
from sessions.decisions.columns import Damaged
from sessions.decisions.kept_decisions import KeptDecisions
from sessions.decisions.rerun import Rerun, rerun
from sessions.log.decision_files import DecisionTrouble, read_decisions
from sessions.log.record import SessionRecord
from sessions.log.record_files import read_record, record_files
from tui.person.paths import Places
from tui.presenters import why as present
from tui.terminal.exits import DONE
from tui.texts import why as words


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What `why` takes."""
    parser.add_argument("session", metavar="SESSION", help="such as 2026-11-21T08-30-00")
    parser.add_argument("--exercise", metavar="ID", help="only this exercise")
    parser.add_argument("--set", type=int, metavar="N", help="only this set, from 1")
    parser.add_argument(
        "--rep", type=int, metavar="N", help="only this repetition of a set, from 1"
    )
    parser.add_argument("--json", action="store_true", help="everything as one JSON object")


def run(args: argparse.Namespace) -> int:
    """Print what each guard saw."""
    places: Places = args.places
    path = _record(places.data, args.session)
    record = read_record(path)
    chosen = _chosen(args, record)
    try:
        decisions = read_decisions(places.data, path.stem, record.id)
        again = None if decisions is None else rerun(decisions)
    except (DecisionTrouble, Damaged) as error:
        decisions = again = None
        why = present.broken(error)
    else:
        why = words.NO_SERIES
    if decisions is None or again is None:
        _tell_record(record, path.stem, why, as_json=args.json)
        return DONE
    reps = account(again.commands)
    if args.json:
        print(json.dumps(_document(path.stem, record, decisions, again, reps, chosen), indent=2))
        return DONE
    for line in present.why_lines(path.stem, decisions, reps, chosen):
        print(line)
    print(f"\n{present.last_line(decisions, again.difference)}")
    return DONE


def _record(data: Path, name: str) -> Path:
    """The record's file. Raises Trouble for one that is not there, with the nearest name."""
    stem = name.removesuffix(".toml")
    paths = record_files(data)
    found = next((path for path in paths if path.stem == stem), None)
    if found is None:
        close = did_you_mean(stem, [path.stem for path in paths])
        raise Trouble(f'There is no session "{harmless(name, 60)}"{close}. See {COMMAND} history.')
    return found


def _chosen(args: argparse.Namespace, record: SessionRecord) -> present.Chosen:
    """The repetitions asked about. Raises Trouble for what cannot be."""
    here = [each.id for each in record.exercises]
    if args.exercise is not None and args.exercise not in here:
        close = did_you_mean(args.exercise, here)
        known = "is not in this practice" if args.exercise in exercises() else "is no exercise"
        raise Trouble(f'"{harmless(args.exercise, 60)}" {known}{close}. It has {_listed(here)}.')
    for flag, value in (("--set", args.set), ("--rep", args.rep)):
        if value is not None and value < 1:
            raise Trouble(f"{flag} counts from 1.")
    return present.Chosen(args.exercise, args.set, args.rep)


def _listed(ids: list[str]) -> str:
    return ", ".join(dict.fromkeys(ids))


def _tell_record(record: SessionRecord, stem: str, why: str, *, as_json: bool) -> None:
    """A record whose decisions cannot be made again: what it holds."""
    holds = present.holds_line(record)
    if as_json:
        print(
            json.dumps({"session": stem, "replayed": False, "why": why, "holds": holds}, indent=2)
        )
        return
    for line in present.record_lines(stem, record, why):
        print(line)


def _document(
    stem: str,
    record: SessionRecord,
    decisions: KeptDecisions,
    again: Rerun,
    reps: tuple[RepAccount, ...],
    chosen: present.Chosen,
) -> dict[str, Any]:
    steps = decisions.plan.routine.steps
    return {
        "session": stem,
        "replayed": True,
        "program": decisions.program,
        "rule_set": decisions.rule_set,
        "model_sha256": decisions.model_sha256,
        "routine": record.routine.id,
        "side": record.side,
        "reps": [
            {"exercise": steps[each.step].exercise.id, **msgspec.to_builtins(each)}
            | {"looks": [_look(look) for look in each.looks]}
            for each in reps
            if chosen.takes(each, steps[each.step].exercise.id)
        ],
        "same": again.difference is None,
        "identical": again.identical,
        "last_line": present.last_line(decisions, again.difference),
    }


def _look(look: Any) -> dict[str, Any]:
    return {**msgspec.to_builtins(look), "share_of_caution": present.nearness(look)}
