"""`slowsmile due`: what is next today, in one line, for a shell prompt or a mail.

It reads and says; it begins nothing, and writes only the calendar that `--ics` names. What should
be looked at (a plan whose review day has come, an interrupted practice) and an emergency go to
stderr, so that a prompt stays one line.
"""

import argparse
import sys

from routines.language import _
from routines.program import COMMAND
from routines.safe_text import harmless
from sessions.care.access import unlocked
from sessions.care.day_plan import load_plan
from sessions.care.next_practice import CARE_ROUTINE, due_now
from sessions.care.triage import emergency
from sessions.history.index import open_history
from sessions.log.recovery import unfinished
from sessions.storage.listing import entries
from tui.commands.parts.person_of import person_of
from tui.commands.parts.progress import tell_progress
from tui.person.country import place_here
from tui.person.local_zone import with_rules
from tui.person.past import uncounted
from tui.person.plan_calendar import write_calendar
from tui.presenters.interrupted import named
from tui.terminal import exits
from tui.texts import holds as words_holds
from tui.texts.commands.calendar import TITLE
from tui.texts.doctor import emergency_lines


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What `due` takes."""
    parser.add_argument(
        "--ics",
        metavar="FILE.ics",
        help=_("write the plan as entries for a calendar instead: times, lengths, the review day"),
    )
    parser.add_argument(
        "--title",
        metavar="WORDS",
        default=TITLE,
        help=_("what the entries of --ics are called (default: {title})").format(title=TITLE),
    )
    parser.epilog = _(
        "Exit code 0 whatever is due; 2 when the plan or the settings are wrong, or something kept "
        "cannot be read."
    )


def run(args: argparse.Namespace) -> int:
    """Print the line; in an emergency only the card, on stderr."""
    for folder in (args.places.data, args.places.config):
        entries(folder)  # says what to type where the folder itself may not be read
    person = person_of(args.places)
    if args.ics is not None:
        return write_calendar(person, args.ics, args.title)
    if emergency(person.settings):
        exits.say(emergency_lines(place_here()))
        return 0
    for found in unfinished(person.data):
        if sentence := named(found, person.now()):
            exits.say(sentence)
    plan = load_plan(person.data, person.today, person.routine_folders)
    found = unlocked(person.settings, person.today)
    if found.level == "unanswered":
        print(
            _("Next: a few safety questions. Answer them first: {command}").format(command=COMMAND)
        )
        return 0
    if found.level == "care":
        print(
            _("Next: {name_of}. {holds}").format(
                name_of=person.name_of(CARE_ROUTINE), holds=words_holds.HOLDS[found.held_by[0]]
            )
        )
        return 0
    history = open_history(person.data, tell_progress)
    history.need_all()
    now = with_rules(person.now())
    coming = due_now(
        person.settings,
        plan,
        history.summaries,
        now,
        person.is_active,
        person.name_of,
        uncounted(person, history),
    )
    print(harmless(coming.sentence))
    if coming.remark:
        print(coming.remark, file=sys.stderr)
    return 0
