"""Over the night in which the clocks change, times ahead are told as clocks will show them."""

import time
from collections.abc import Generator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from tests.tui.people import Now, session, somebody
from tui.person.local_zone import LOCAL, with_rules
from tui.person.past import Past
from tui.presenters.home import home_view

CET, CEST = timezone(timedelta(hours=1)), timezone(timedelta(hours=2))
HOUR = timedelta(hours=1)


@pytest.fixture
def berlin(monkeypatch: pytest.MonkeyPatch) -> Generator[None, None, None]:
    """A computer in Berlin, by the rules of POSIX, which need no files."""
    if not hasattr(time, "tzset"):
        pytest.skip("this system sets its zone in another way")
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3")
        time.tzset()
        yield
    time.tzset()


@pytest.mark.usefixtures("berlin")
@pytest.mark.parametrize("month", [1, 3, 7, 10])
def test_every_instant_comes_back_as_itself(month: int) -> None:
    """Also in the hour that there is twice, and around the one that there is not."""
    start = datetime(2026, month, 24, tzinfo=UTC)
    for quarter in range(4 * 24 * 4):
        at = start + quarter * HOUR / 4
        here = at.astimezone(LOCAL)
        assert here.astimezone(UTC) == at
        assert here.utcoffset() == at.astimezone().utcoffset()


@pytest.mark.usefixtures("berlin")
def test_a_time_of_another_zone_stays_in_it() -> None:
    """Only this computer's own time follows its rules."""
    other = datetime(2026, 10, 24, 22, tzinfo=timezone(timedelta(hours=9)))
    assert with_rules(other) is other
    own = datetime(2026, 10, 24, 22, tzinfo=CEST)
    assert with_rules(own) == own
    assert with_rules(own).tzinfo is LOCAL


@pytest.mark.usefixtures("berlin")
@pytest.mark.parametrize(
    ("began", "says"),
    [
        (datetime(2026, 10, 25, 1, 30, tzinfo=CEST), "02:30"),
        (datetime(2026, 3, 29, 0, 30, tzinfo=CET), "03:30"),
        (datetime(2026, 11, 25, 0, 30, tzinfo=CET), "02:30"),
    ],
)
def test_the_end_of_the_gap_is_told_as_the_clock_will_show_it(
    tmp_path: Path, began: datetime, says: str
) -> None:
    """Two hours after the practice, whatever the clocks do in between."""
    person = somebody(tmp_path, now=Now(began + HOUR / 2))
    past = Past(sessions=(session(HOUR, started=began),))

    view = home_view(person, past)

    assert view.offered.from_time is not None
    assert view.offered.from_time.astimezone(UTC) == began + 2 * HOUR
    assert f"{view.offered.from_time:%H:%M}" == says
    assert says in " ".join(view.lines)
