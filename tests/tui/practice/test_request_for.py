"""What a session is asked for with where linked movement is known."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from routines.movements import LinkedPair
from routines.reading.library import find
from sessions.live.request import SessionRequest
from tests.tui.linked_days import LINKED, quiet_days
from tests.tui.people import ANSWERED, somebody
from tui.practice.request_for import request_for


def asked(data: Path, *listed: LinkedPair, known: bool = True) -> SessionRequest:
    """The request of somebody after two quiet days."""
    settings = replace(LINKED if known else ANSWERED, linked_pairs=listed)
    return request_for(somebody(data, settings), find("daily-gentle"), "left", quiet_days(2))


def test_the_ladder_goes_along_where_linked_movement_is_known(tmp_path: Path) -> None:
    """Two quiet days are one step; a pair that was not practised begins at half."""
    found = asked(tmp_path)

    assert found.known_linked
    assert found.ladder["pucker-eye"] == 60.0
    assert found.ladder["brow-corner"] == 50.0


def test_without_known_linked_movement_there_is_no_ladder(tmp_path: Path) -> None:
    """And no pair that an older answer left behind."""
    found = asked(tmp_path, "pucker-eye", known=False)

    assert (found.known_linked, found.linked_pairs) == (False, ())
    assert (found.ladder, found.gentle) == ({}, {})


@pytest.mark.parametrize(
    ("listed", "percent"),
    [((), 60.0), (("pucker-eye", "neck"), 60.0), (("smile-eye",), None), (("neck",), None)],
)
def test_only_listed_pairs_begin_on_their_ladder(
    tmp_path: Path, listed: tuple[LinkedPair, ...], percent: float | None
) -> None:
    """A pucker with a pair that is not listed begins at full size; none listed means all."""
    plan = asked(tmp_path, *listed).plan
    pucker = next(s for s in find("check-up").steps if s.exercise.measure == "pucker")

    assert plan.linked_pairs == listed
    assert plan.ladder_percent(pucker) == percent
