"""The file `slowsmile routine new` writes: a routine that runs as it stands, with every choice
explained beside it. It is text and not data, because its comments are what it is for.
"""

from routines.bounds import DOSE, SESSION_MINUTES
from routines.movements import Stage
from routines.program import COMMAND
from routines.schema import POINTER

_MASSAGE = """\
[[exercise]]
do = "massage-cheek"        # guided: only a time
for_s = 60
"""
_STEPS: dict[Stage, str] = {
    "flaccid": f"""\
[[exercise]]
do = "eye-care"
for_s = 60

{_MASSAGE}
[[exercise]]
do = "imagery"
for_s = 90
""",
    "paretic": f"""\
[[exercise]]
do = "brow-raise"
# assist = true             # a fingertip helps to begin, then leaves; only the hold is scored

[[exercise]]
do = "open-smile"
reps = 4
# note = "Both corners together."

{_MASSAGE}""",
    "synkinetic": f"""\
[[exercise]]
do = "relax-face"
for_s = 45

[[exercise]]
do = "pucker"
reps = 3
# note = "As small as you can feel; the eye stays open."

{_MASSAGE}""",
}


def starter(routine_id: str, name: str, stage: Stage) -> str:
    """A commented routine for `stage`. `routine_id` and `name` are taken as already checked."""
    low, high = DOSE["reps"].low, DOSE["reps"].high
    hold = DOSE["hold_s"]
    quoted = name.replace("\\", "\\\\").replace('"', '\\"')
    return f"""\
{POINTER}
# A routine for slowsmile. What stands after # is for people and changes nothing.
# Check it:  {COMMAND} routine check FILE
# Try it:    {COMMAND} run FILE --source sim

schema = 1
id = "{routine_id}"
name = "{quoted}"
stage = "{stage}"           # flaccid: nothing active; paretic; synkinetic: smallest range
about = \"\"\"
For whom, how long, and why these doses.\"\"\"

[dose]                      # for every exercise that does not say otherwise
sets = 1
reps = 5                    # {low:g} to {high:g}
rise_s = 2.0                # seconds, slowly up
hold_s = 3.0                # {hold.low:g} to {hold.high:g} seconds
release_s = 2.0
rest_s = 4.0                # after each repetition
between_s = 20.0            # between exercises; {SESSION_MINUTES.high:g} minutes in all at most

# When a set ends by itself. Any limit may be set here for all exercises, or for one, below it,
# under the heading [exercise.guards.fatigue]. routines/README.md says more.
# [guards.fatigue]
# stop_drop_percent = 30    # the weak side reaches this much less than at the start

# The exercises, in order. All ids: {COMMAND} routine list --exercises
{_STEPS[stage]}
# Some exercises run only with a therapist's leave:
# [[therapist_allows]]
# exercise = "one-corner"
# by = "Name of the therapist"
# on = 2026-11-21
# until = 2027-02-21
"""
