"""The lines of the settings about linked movement."""

from msgspec.structs import replace

from tests.tui.linked_days import LINKED
from tests.tui.people import ANSWERED
from tui.presenters.settings import rows


def test_the_sides_and_the_finger_stand_where_linked_movement_is_known() -> None:
    """Each can be changed there by the question of the first run."""
    said = replace(
        LINKED,
        linked_pairs=("smile-eye", "neck"),
        linked_sides={"neck": "both"},
        linked_fingers=("smile-eye",),
    )
    known = {row.id: row for row in rows(said)}

    assert known["linked"].value == "yes: smile to eye, neck (both sides)"
    assert (known["linked-fingers"].value, known["linked-fingers"].how) == ("smile to eye", "page")
    assert {row.id: row.value for row in rows(LINKED)}["linked-fingers"] == "no"
    assert "linked-fingers" not in {row.id for row in rows(ANSWERED)}
