"""A sitting with a therapist: ranges, leave, plan, and a file that is read strictly."""

import datetime
from pathlib import Path

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot
from textual.widgets import Input

from routines.catalogue import exercises
from routines.errors import Trouble
from routines.plan import read_plan
from routines.reading.library import find
from routines.writing import plan_text, routine_text
from sessions.care.leave_consent import unconfirmed
from sessions.care.settings_file import load_settings
from sessions.care.therapist_file import (
    ShownRange,
    Sitting,
    read_sitting,
    shown_references,
    write_sitting,
)
from sessions.care.therapist_plan import (
    own_set,
    plan_with,
    range_routine,
    ranges_of,
    techniques,
    variants,
)
from sessions.live import nobody_there
from sessions.log.record_builder import record_of
from sessions.messages import Heard
from sessions.readings import Reading
from sessions.storage.private_files import write_private
from tests.sessions.log_samples import header, whole
from tests.tui.people import (
    ANSWERED,
    MORNING,
    app_of,
    at_home,
    fill_in,
    said,
    somebody,
    to_summary,
    until,
    until_screen,
)
from tests.tui.pretend_camera import PretendCamera
from tui.practice.request_for import request_for
from tui.screens.keymap_checks import complaint
from tui.screens.plan.sheet import Sheet
from tui.screens.practice.session import SessionScreen
from tui.screens.questions.pick import Pick
from tui.screens.questions.ticks import Ticks
from tui.screens.questions.typed import Typed
from tui.screens.settings import SettingsScreen
from tui.texts import therapist as words_therapist
from tui.widgets.menu import Menu

TODAY = MORNING.date()
SITTING = Sitting(
    by="M. Weber",
    on=TODAY,
    side="left",
    comment="Small.",
    range={"open-smile": ShownRange(affected_mm=3.0, unaffected_mm=4.5)},
)


def test_the_range_comes_back_as_the_therapists_reference(tmp_path: Path) -> None:
    """For that side only; another side has no shown range."""
    write_sitting(tmp_path, SITTING)

    (known,) = shown_references(tmp_path, "left").values()

    assert read_sitting(tmp_path) == SITTING
    assert (known.affected_mm, known.unaffected_mm, known.origin) == (3.0, 4.5, "therapist")
    assert shown_references(tmp_path, "right") == {}


def test_home_practice_keeps_to_the_shown_range(tmp_path: Path) -> None:
    """The session is asked for with it; taking it anew is not."""
    person = somebody(tmp_path)
    write_sitting(tmp_path, SITTING)
    smile = find("daily-gentle")

    assert request_for(person, smile, "left", ()).references["open-smile"].affected_mm == 3.0
    assert request_for(person, smile, "left", (), shown_ranges=False).references == {}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('side = "left"', 'side = "both"'),
        ("affected_mm = 3.0", "affected_mm = 0.1"),
        ("affected_mm = 3.0", "affected_mn = 3.0"),
        ("[range.open-smile]", "[range.grin]"),
        ("schema = 1", "schema = "),
    ],
)
def test_a_mistake_in_the_file_is_said(tmp_path: Path, old: str, new: str) -> None:
    """Nothing of it is used, and what to do is said."""
    write_sitting(tmp_path, SITTING)
    path = tmp_path / "therapist.toml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")

    with pytest.raises(Trouble, match=r"therapist\.toml.*set up again"):
        shown_references(tmp_path, "left")


def test_ranges_are_taken_from_references_found() -> None:
    """A movement without a reference leaves no range."""
    found = ranges_of(record_of(header(), whole()))
    short = ranges_of(record_of(header(), whole()[:4]))

    assert found == {"open-smile": ShownRange(affected_mm=4.0, unaffected_mm=8.0)}
    assert short == {}


def test_the_measuring_routine_is_short_and_self_paced() -> None:
    """Three of each, at the own pace, guards as usual."""
    routine = range_routine(("eye-closure", "pucker"), "synkinetic")

    assert [step.exercise.id for step in routine.steps] == ["eye-closure", "pucker"]
    assert {(step.dose.reps, step.pace) for step in routine.steps} == {(3, "self")}


def test_an_allowed_variant_runs_for_its_days_only(tmp_path: Path) -> None:
    """Signed with name and dates in a copy of its own; over when its time is over."""
    made = own_set(find("daily-gentle"), ("one-corner",), "M. Weber", TODAY, 4)
    write_private(tmp_path / "own-set.toml", routine_text(made))

    during = find("own-set", (tmp_path,), today=TODAY + datetime.timedelta(weeks=4))
    after = find("own-set", (tmp_path,), today=TODAY + datetime.timedelta(weeks=4, days=1))

    assert during.steps[-1].skipped is None
    assert during.steps[-1].leave is not None
    assert during.steps[-1].leave.by == "M. Weber"
    assert "allowed it until" in str(after.steps[-1].skipped)
    assert [s.exercise.id for s in during.steps[:-1]] == [
        s.exercise.id for s in find("daily-gentle").steps
    ]


def test_what_is_offered_fits_the_stage() -> None:
    """Variants only where they belong; techniques never need a leave."""
    assert "one-corner" in variants("paretic")
    assert not any(exercises()[each].active for each in variants("flaccid"))
    assert not set(techniques()) & set(variants("paretic"))


@pytest.mark.parametrize("times", [1, 2, 3])
def test_a_signed_plan_is_a_good_plan(times: int) -> None:
    """It reads back, with name, comment, cap and a review date."""
    plan = plan_with("paretic", "daily-gentle", times, "M. Weber", "Small.", TODAY)

    assert read_plan(plan_text(plan), source="plan.toml", today=TODAY) == plan
    assert (plan.by, plan.comment, plan.daily_cap, len(plan.slots)) == (
        "M. Weber",
        "Small.",
        times,
        times,
    )


class AtOwnPace(PretendCamera):
    """Moves by himself, every nine seconds for four, once the exercise is his to pace."""

    _since: float | None = None

    def _hear(self, cue: Heard) -> None:
        super()._hear(cue)
        self._since = cue.at_s if cue.phase == "your-pace" else None

    def _reading(self, t_s: float) -> Reading:
        if self._since is not None:
            self._goal = 1.0 if 1.0 <= (t_s - self._since) % 9.0 < 5.0 else 0.0
        return super()._reading(t_s)


async def ask_for_sitting(pilot: Pilot[str]) -> None:
    """Settings, and the line of the set-up."""
    await pilot.press("s")
    await until_screen(pilot, SettingsScreen)
    menu = pilot.app.screen.query_one(Menu)
    menu.highlighted = menu.get_option_index("therapist")
    await pilot.press("enter")


async def test_a_whole_sitting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From Settings: name, techniques, one range, no variants, plan; all of it kept."""
    # The clock runs far ahead of the keys.
    monkeypatch.setattr(nobody_there, "NOBODY_AFTER_S", 1e9)
    person = somebody(tmp_path, ANSWERED)
    app, clock = app_of(person, lambda: AtOwnPace(weak_mm=3.0, strong_mm=5.0))
    async with app.run_test(size=(80, 24)) as pilot:
        await at_home(pilot)
        await ask_for_sitting(pilot)
        await until_screen(pilot, Pick)
        await pilot.press("1")
        await until_screen(pilot, Typed)
        fill_in(pilot, "M. Weber")
        await pilot.press("enter")
        await until_screen(pilot, Ticks)
        await pilot.press("space", "enter")
        await until(pilot, lambda: "The range" in said(app.screen), "the range")
        await pilot.press("down", "down", "space", "enter")
        await until_screen(pilot, SessionScreen)
        clock.run()
        await to_summary(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: "Ranges found" in said(app.screen), "what was found")
        await pilot.press("enter")
        await until(pilot, lambda: "at home?" in said(app.screen), "the routine")
        await pilot.press("1")
        await until_screen(pilot, Ticks)
        await pilot.press("enter")
        await until(pilot, lambda: "How often" in said(app.screen), "how often")
        await pilot.press("2")
        await until_screen(pilot, Typed)
        fill_in(pilot, "Softly")
        await pilot.press("enter")
        await until_screen(pilot, SettingsScreen)
        await until(pilot, lambda: read_sitting(tmp_path) is not None, "what is kept")

    sitting = read_sitting(tmp_path)
    assert sitting is not None
    assert (sitting.by, sitting.comment) == ("M. Weber", "Softly")
    shown = sitting.range["eye-closure"]
    assert shown.affected_mm == pytest.approx(3.0, abs=0.3)
    assert shown.unaffected_mm == pytest.approx(5.0, abs=0.3)
    assert 'by = "M. Weber"' in (tmp_path / "plan.toml").read_text(encoding="utf-8")
    assert len(person.settings.taught) == 1


async def test_what_was_ticked_as_taught_is_kept_at_once(tmp_path: Path) -> None:
    """Whatever becomes of the rest, and that is said; no sitting is without a name. Left before,
    it keeps everything as it was: no plan, no ranges, nothing ticked."""
    person = somebody(tmp_path, ANSWERED)
    app, _ = app_of(person)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_home(pilot)
        await ask_for_sitting(pilot)
        await until_screen(pilot, Pick)
        await pilot.press("1")
        await until_screen(pilot, Typed)
        await pilot.press("enter")
        await until(pilot, lambda: words_therapist.NAME_NEEDED in told(pilot), "why not")
        await until_screen(pilot, Typed)
        await pilot.press(*"W", "enter")
        await until_screen(pilot, Ticks)
        await pilot.press("space", "escape")
        await until_screen(pilot, SettingsScreen)
        assert read_sitting(tmp_path) is None
        assert not (tmp_path / "plan.toml").exists()
        assert person.settings == ANSWERED

        await pilot.press("enter")
        await until_screen(pilot, Pick)
        await pilot.press("1")
        await until_screen(pilot, Typed)
        fill_in(pilot, "M. Weber")
        await pilot.press("enter")
        await until_screen(pilot, Ticks)
        await pilot.press("space", "enter")
        await until(pilot, lambda: "The range" in said(app.screen), "the range")
        kept = load_settings(person.settings_path, complaint).taught
        await pilot.press("escape")
        await until_screen(pilot, SettingsScreen)
        await until(pilot, lambda: words_therapist.LEFT in told(pilot), "what is kept")

    assert len(kept) == 1
    assert read_sitting(tmp_path) is None


def told(pilot: Pilot[str]) -> str:
    """Every toast so far."""
    return "\n".join(each.message for each in pilot.app._notifications)


async def test_a_plan_is_built_in_the_sitting(tmp_path: Path) -> None:
    """In the place of one routine. What was allowed by name in it is confirmed, and no earlier
    leave that nobody looked at. While nothing moves there is no range, and it is said."""
    person = somebody(tmp_path, replace(ANSWERED, stage="flaccid"))
    before = TODAY - datetime.timedelta(days=3)
    for name, by, on in (("now", "M. Weber", TODAY), ("then", "A. Old", before)):
        made = own_set(find("daily-gentle"), ("one-corner",), by, on, 8)
        write_private(tmp_path / f"routines/{name}.toml", routine_text(replace(made, id=name)))
    app, _ = app_of(person)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_home(pilot)
        await ask_for_sitting(pilot)
        await until_screen(pilot, Pick)
        await pilot.press("1")
        await until_screen(pilot, Typed)
        fill_in(pilot, "M. Weber")
        await pilot.press("enter")
        await until_screen(pilot, Ticks)
        await pilot.press("enter")
        await until(pilot, lambda: "at home?" in said(app.screen), "the routine")
        assert words_therapist.FLACCID in told(pilot)
        await pilot.press("up", "enter")
        await until_screen(pilot, Sheet)
        menu = app.screen.query_one(Menu)
        assert "M. Weber" in " ".join(menu.lines)
        menu.highlighted = menu.get_option_index("review")
        await pilot.press("enter")
        await until_screen(pilot, Typed)
        app.screen.query_one(Input).value = ""
        await pilot.press("enter")
        await until_screen(pilot, Sheet)
        await pilot.press("s")
        await until(pilot, (tmp_path / "plan.toml").exists, "the plan")
        await pilot.press("escape")
        await until_screen(pilot, SettingsScreen)
        await until(pilot, lambda: read_sitting(tmp_path) is not None, "what is kept")

        await until(pilot, lambda: "signed by M. Weber." in told(pilot), "that it is kept")

    assert 'by = "M. Weber"' in (tmp_path / "plan.toml").read_text(encoding="utf-8")
    assert person.settings.answers.therapist_plan
    now, then = (find(each, person.routine_folders, today=TODAY) for each in ("now", "then"))
    assert unconfirmed(now, person.settings) == []
    assert [leave.by for leave in unconfirmed(then, person.settings)] == ["A. Old"]
