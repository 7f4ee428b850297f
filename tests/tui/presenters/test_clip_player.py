"""Where a clip stands: in time, once round, and still when it is to be still."""

from sessions.messages import CLIP_FPS
from tui.presenters.clip_player import IN_THE_HOLD, LINGER_S, Playing


def test_it_goes_with_the_time_lingers_and_begins_again() -> None:
    """A late drawing shows the picture of its moment, not the next one."""
    playing = Playing(50.0, 16)

    assert [playing.picture(50.0 + s) for s in (0.0, 0.125, 1.0, 1.99)] == [0, 1, 8, 15]
    assert playing.picture(52.0 + LINGER_S - 0.01) == 15
    assert playing.picture(52.0 + LINGER_S) == 0


def test_it_goes_on_where_it_stood_still() -> None:
    """However long that was."""
    playing = Playing(0.0, 80)
    playing.turn(2.0)
    assert playing.held == 2 * CLIP_FPS
    assert playing.picture(60.0) == 2 * CLIP_FPS

    playing.turn(60.0)
    assert playing.held is None
    assert playing.picture(61.0) == 3 * CLIP_FPS


def test_single_pictures_stand_and_end_at_both_ends() -> None:
    """A step stops the film."""
    playing = Playing(0.0, 3)
    stood: list[int | None] = []
    for by in (1, 1, 1, -1, -1, -1):
        playing.step(by, 0.0)
        stood.append(playing.held)

    assert stood == [1, 2, 2, 1, 0, 0]


def test_what_is_not_to_move_begins_in_the_hold() -> None:
    """A shorter clip with its last picture, one without pictures with none."""
    assert Playing(0.0, 80, held=IN_THE_HOLD).picture(9.0) == IN_THE_HOLD
    assert Playing(0.0, 10, held=IN_THE_HOLD).picture(9.0) == 9
    assert Playing(0.0, 0).picture(9.0) == 0
