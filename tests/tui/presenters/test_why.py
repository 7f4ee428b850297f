"""`why` in sentences: what happened beside the kept repetitions, and no number that misleads.

The sessions are pieces of the museum.
"""

from functools import cache

import pytest
from msgspec.structs import replace

from sessions.decisions.account import story
from sessions.decisions.rerun import rerun
from sessions.engine.interface.commands import Finished, KeptStepEnd, KeptVerdict
from tests.museum.pieces import read
from tui.presenters.why import EVERYTHING, Chosen, last_line, why_lines


@cache
def told(piece: str, chosen: Chosen = EVERYTHING) -> list[str]:
    """What is told of a session, without the last line."""
    decisions = read(piece)
    again = rerun(decisions)
    return list(why_lines("name", decisions, story(again.commands, again.begins), chosen))


@pytest.mark.parametrize(
    ("piece", "line"),
    [
        ("person/pain", "  Stop, at 0:18: Stopped because of pain."),
        ("person/closed", "  Ended early. The program was closed."),
        ("person/skipped-in-rise", "  Skipped. That was your choice."),
        ("person/rest-taken-while-smiling", "  A repetition, at 0:35: No movement seen this time."),
        ("person/killed-and-resumed", "Here the practice was broken off and gone on with."),
        (
            "camera/by-clock-from-the-start",
            "  What the camera cannot guard: This runs by the clock",
        ),
        ("camera/by-clock-from-the-start", "  A repetition, at 0:14: Done by the clock;"),
        ("guards/flaccid-two-exercises", "  Left out. I see no movement on the left yet."),
        ("guards/flaccid-two-exercises", 'Pucker the lips, "ooo" (pucker): Left out.'),
        ("guards/flaccid-two-exercises", "Massage the cheeks (massage-cheek): Done by the clock."),
    ],
)
def test_what_ended_an_exercise_or_was_not_seen_is_told(piece: str, line: str) -> None:
    """Not only what was counted: the person's own stop ended a set in which nothing was kept."""
    assert any(one.startswith(line) for one in told(piece))


def test_a_stop_of_the_person_is_told_once_and_where_it_was() -> None:
    """Beside the exercise that it ended, not in the first repetition of the next."""
    lines = told("person/stopped-by-person-next")
    stop = next(n for n, line in enumerate(lines) if "You ended the set" in line)
    following = next(n for n, line in enumerate(lines) if line.startswith("Pucker"))
    assert stop < following
    assert sum("You ended the set" in line for line in lines) == 1


@pytest.mark.parametrize("piece", ["links/known-worse-goes-down", "person/felt-annoyed-after-stop"])
def test_all_that_was_said_is_told(piece: str) -> None:
    """Each sentence of a caution or a stop, as often as it was said."""
    commands = rerun(read(piece)).commands
    kept = [one.verdict.sentence for one in commands if isinstance(one, KeptVerdict)]
    assert kept
    for sentence in kept:
        assert sum(sentence in line for line in told(piece)) >= kept.count(sentence)


def test_what_was_said_in_a_try_that_was_lost_stands_apart() -> None:
    """It is not put to the repetition that was kept after it, whose numbers are others."""
    lines = told("person/killed-after-overdriving")
    lost = next(n for n, line in enumerate(lines) if line.startswith("  Caution, at 0:35"))
    assert "182 %" in lines[lost]
    assert lines[lost + 2].startswith("Here the practice was broken off")


def test_a_word_of_a_moment_says_so_beside_a_quiet_hold() -> None:
    """The hold was at 98 %; what was told was seen for a moment."""
    lines = [line for line in told("guards/overdriving-obeys") if "172 %" in line]
    assert lines
    assert all(line.endswith("The number above is the middle of the hold.") for line in lines)


def test_a_stop_by_cautions_does_not_name_a_quiet_hold() -> None:
    """Its last caution was for a moment, in a hold under the gentle size."""
    (stop,) = [line for line in told("guards/overdriving-obeys") if "Stop:" in line]
    assert "moved too much in 3 repetitions of this set: the set ends here." in stop
    assert "98 %" not in stop


def test_what_came_true_in_the_last_repetition_says_why_nothing_ended() -> None:
    """A stop that is told only, since the set was over."""
    (last,) = [line for line in told("guards/tiring-slowly") if "This set is over." in line]
    assert last.endswith("so nothing was left to end.")


def test_a_movement_that_was_none_has_no_percent() -> None:
    """A share of noise would read as a gain."""
    lines = told("person/first-look")
    assert not any("% more than" in line for line in lines)
    unseen = told("camera/low-confidence-hides-a-loss")
    assert any("less than at the start" in line for line in unseen)


def test_a_smaller_target_is_not_told_as_a_loss_from_the_start() -> None:
    """Tiring is judged against the start made as small as the target."""
    retried = told("guards/overdriving-smaller-too", Chosen(set=2))
    assert any("than expected at this target" in line for line in retried)
    assert not any("than at the start" in line for line in retried)


def test_a_known_link_leads_to_a_smaller_try_before_it_ends_a_set() -> None:
    """So two in a row do not yet end it."""
    limits = "Eye with the pucker: limit 10 points, 2 in a row lead to a smaller try"
    assert any(limits in line for line in told("links/known-worse-goes-down"))
    assert any("2 in a row end the set" in line for line in told("links/eye-with-pucker"))


def test_an_eye_that_does_not_narrow_has_no_negative_points() -> None:
    """A minus tells a reader nothing."""
    assert not any(
        "-" in line.split("points")[0] for line in told("guards/steady-smile") if "points" in line
    )
    assert any("it did not come along" in line for line in told("guards/steady-smile"))


def test_one_repetition_stands_without_what_belongs_to_none() -> None:
    """`--rep` names repetitions that were kept."""
    lines = told("person/pain", Chosen(rep=1))
    assert any("Repetition 1" in line for line in lines)
    assert not any("because of pain" in line for line in lines)


def test_a_session_of_older_rules_names_the_change_its_exercise_and_its_version() -> None:
    """Kept by the first set of rules, in which holds that sink apart ended nothing."""
    decisions = read("guards/sinking-holds-apart")
    (stretch,) = decisions.stretches
    at = next(
        n
        for n, one in enumerate(stretch.kept)
        if isinstance(one, KeptVerdict) and one.verdict.level == "stop"
    )
    went_on = (
        *stretch.kept[:at],
        KeptStepEnd(at_s=80.0, step=0, ended="done"),
        Finished(at_s=80.0, ended="finished"),
    )
    old = replace(decisions, rule_set=1, stretches=(replace(stretch, kept=went_on),))
    assert last_line(old, rerun(old).difference) == (
        "This version would decide differently: in Small open smile, then the exercise was done, "
        "now stop for tiring in repetition 4. The rule has changed since version 0.1.0: "
        "Two sinking holds end a set, with steady ones between them too."
    )
