"""The overview of the history: what stands on top, what each row says, how it fits."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from sessions.history.diary import DiaryLine
from sessions.history.summary import summarise
from tests.sessions.eye_closures import weeks
from tests.sessions.log_samples import ten_weeks
from tests.tui.people import DAY, MORNING, session
from tui.presenters.history_lines import overview_lines, row_line
from tui.presenters.history_overview import EYE_GAP, Overview, overview
from tui.widgets.glyphs import Glyphs
from tui.widgets.sparkline import sparkline

TODAY = MORNING.date()


@pytest.fixture(scope="module")
def grown() -> Overview:
    """All three movements grow by much."""
    return overview(ten_weeks(4.0), [], TODAY)


def test_the_largest_clear_change_stands_on_top(grown: Overview) -> None:
    """In words, with its size and its week, and as the first row."""
    first = grown.rows[0]

    assert grown.headline.startswith(
        f"{first.name.removesuffix(' *')}: the weak side is larger by "
    )
    assert " mm than in the week of " in grown.headline
    assert first.verdict == "clearly larger"


def test_steadiness_is_said_as_a_fine_thing() -> None:
    """No clear change in so many movements."""
    found = overview(ten_weeks(0.0), [], TODAY)

    assert found.headline == (
        "About the same so far: no clear change in 3 movements. That can be fine."
    )
    assert {row.verdict for row in found.rows} == {"about the same"}


def test_a_row_has_both_sides_and_what_moves_along(grown: Overview) -> None:
    """First and last week of the weak side, the strong side, the watched pair."""
    rows = {row.id: row for row in grown.rows}
    weak = [float(end) for end in rows["open-smile"].weak.split(" to ")]

    assert weak[1] - weak[0] > 2.0
    assert float(rows["open-smile"].strong) == pytest.approx(8.0, abs=0.3)
    assert rows["open-smile"].linked == "eye 4 %"
    assert rows["pucker"].name == "Pucker *"


@pytest.mark.parametrize("width", [54, 60, 74, 80, 116])
@pytest.mark.parametrize("glyphs", list(Glyphs))
def test_it_fits_every_width(grown: Overview, width: int, glyphs: Glyphs) -> None:
    """No line is wider; names, weak side and verdict stay whole, the rest where there is room."""
    lines = overview_lines(grown, width, glyphs)
    (smile,) = [line for line in lines[2:] if line.startswith("Open")]

    assert max(map(len, lines)) <= width
    assert smile.startswith("Open smile ")
    assert smile.endswith("clearly larger")
    assert any(line.startswith("Pucker *") for line in lines)
    assert ("eye 4 %" in smile) == (width >= 74)


def test_a_name_that_has_no_room_ends_in_an_ellipsis_and_keeps_its_mark(grown: Overview) -> None:
    """And the verdict has the same words as in a wide window."""
    long = "Lips closed more firmly, as your therapist showed *"
    row = replace(grown.rows[0], name=long, verdict="about the same")
    for glyphs, sign in ((Glyphs.BRAILLE, "\u2026"), (Glyphs.ASCII, "...")):
        line = row_line(row, [row], 54, glyphs)

        assert line.startswith("Lips closed more")
        assert f"{sign} *" in line
        assert line.endswith("about the same")
        assert len(line) <= 54


@pytest.mark.parametrize(
    ("practices", "says"),
    [
        (0, "Your first practice will stand here."),
        (1, "So far: 1 practice on 1 day. With 2 more practices this week"),
        (2, "So far: 2 practices on 2 days. With 1 more practice this week"),
        (3, "A second week with three practices"),
    ],
)
def test_with_little_to_show_it_says_what_is_needed(practices: int, says: str) -> None:
    """And no empty rows."""
    found = overview([session(ago * DAY) for ago in range(practices)][::-1], [], TODAY)

    assert says in found.headline
    assert (found.rows == ()) == (practices < 3)
    assert any(line.startswith("Last practice") for line in found.lines) == (0 < practices < 3)


def test_what_no_camera_measured_makes_no_point() -> None:
    """Massage and practice by the clock count as practice only."""
    timed = replace(session(0 * DAY), exercises=())

    said = overview([timed, session(0 * DAY)], [], TODAY).headline
    assert "So far: 2 practices on 1 day. With 2 more practices this week" in said


def test_the_eye_is_told_in_the_persons_own_answers() -> None:
    """The latest, and what it was before."""
    lines = [
        DiaryLine(when=MORNING - timedelta(weeks=n), kind="eye", answers={"gap": gap})
        for n, gap in ((3, "gap"), (2, "gap"), (1, "closed"))
    ]

    assert overview([], lines, TODAY).lines == (
        "Your eye, as you said: it closes (14 Nov). Before: a gap of white stays (7 Nov).",
    )
    assert overview([], lines[:2], TODAY).lines == (
        "Your eye, as you said: a gap of white stays (7 Nov).",
    )


def test_small_bars_do_not_blow_up_chance() -> None:
    """Differences under the least span stay in the middle; a week without a number is a dot."""
    assert sparkline((1.0, None, 1.1), 9, Glyphs.ASCII, least_span=2.0) == "-.-"
    assert sparkline((0.0, 1.0, 2.0), 9, Glyphs.ASCII) == "_-#"
    assert sparkline((0.0, 1.0, 2.0), 2, Glyphs.ASCII) == "_#"
    assert sparkline((None, None), 9, Glyphs.ASCII) == ""


def test_the_gap_of_the_weak_eye_has_its_first_and_its_latest_week() -> None:
    """With its change; nothing where no closure was read."""
    found = overview([summarise(each) for each in weeks(1.0, 4.0)], [], TODAY)
    (line,) = (line for line in found.lines if "gentle closures" in line)

    assert line == (
        "Weak eye in gentle closures, to the camera, week of 16 Nov: a gap, about 4.0 mm (2.4 to "
        "5.6). Week of 9 Nov: open. The gap is clearly smaller."
    )
    assert not any("gentle closures" in line for line in overview([], [], TODAY).lines)
    assert found.rows[-1].id == EYE_GAP
    assert found.rows[-1].weeks == (7.0, 4.0)
    assert found.rows[-1].verdict == "clearly smaller"
