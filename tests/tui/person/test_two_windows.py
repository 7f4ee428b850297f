"""Two windows, an editor and a therapist over one settings file: no change of anybody's is lost."""

import datetime
import os
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from sessions.care.settings import Settings
from sessions.care.settings_file import FILE_NAME, SettingsError, load_settings
from tests.tui.people import ANSWERED, somebody
from tui.flows.asking import follow_plan
from tui.person.person import Person
from tui.presenters.elsewhere import changed_elsewhere
from tui.screens.keymap_checks import complaint

DAY = datetime.date(2026, 11, 21)


def on_disk(data: Path) -> Settings:
    """What the file says now."""
    return load_settings(data / FILE_NAME, complaint)


def two_windows(data: Path) -> tuple[Person, Person]:
    """Both opened over the same settings."""
    return somebody(data), somebody(data, None)


def test_a_changed_colour_never_brings_the_other_side_back(tmp_path: Path) -> None:
    """The side was changed in B while A stood there; A only changes its colours."""
    a, b = two_windows(tmp_path)
    heard: list[str] = []
    a.elsewhere = lambda before, after: heard.append(changed_elsewhere(before, after))

    b.change(replace(b.settings, side="right"))
    a.change(replace(a.settings, theme="calm-light"))

    assert on_disk(tmp_path) == replace(ANSWERED, side="right", theme="calm-light")
    assert a.settings == on_disk(tmp_path)
    assert heard == ["Settings were changed in another window: weak side is now right."]


def test_consent_and_answers_of_another_window_hold(tmp_path: Path) -> None:
    """Photos are switched off and a sign for a doctor is ticked in B; A keeps both."""
    a, b = two_windows(tmp_path)
    a.change(replace(a.settings, photos=True, clips=True))
    b.refresh()
    flagged = replace(b.settings.answers, red_flags=("lump",))
    b.change(replace(b.settings, photos=False, clips=False, answers=flagged))

    assert a.photo_consent() == (False, False)
    a.change(replace(a.settings, roomy=True))

    assert not on_disk(tmp_path).photos
    assert on_disk(tmp_path).answers.red_flags == ("lump",)


def test_two_windows_that_add_to_one_list_both_add(tmp_path: Path) -> None:
    """What a therapist showed, and leaves that were confirmed, are entries for themselves."""
    a, b = two_windows(tmp_path)
    a.change(replace(a.settings, taught=("massage-cheek",), declined={"hold a": DAY}))
    b.change(replace(b.settings, taught=("warmth",), declined={"hold b": DAY}))

    assert set(on_disk(tmp_path).taught) == {"massage-cheek", "warmth"}
    assert set(on_disk(tmp_path).declined) == {"hold a", "hold b"}


def test_a_hand_edit_is_noticed_and_kept(tmp_path: Path) -> None:
    """Also one that leaves the size and the time of the file as they were."""
    person = somebody(tmp_path)
    path = tmp_path / FILE_NAME
    before = path.stat()
    path.write_text(path.read_text().replace('name = "Ana"', 'name = "Eva"'))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))

    assert path.stat().st_size == before.st_size
    person.refresh()
    assert person.settings.name == "Eva"
    person.change(replace(person.settings, roomy=True))
    assert on_disk(tmp_path) == replace(ANSWERED, name="Eva", roomy=True)


def test_a_file_damaged_meanwhile_is_said_and_not_overwritten(tmp_path: Path) -> None:
    """The change holds in this window, and is kept once the file is mended."""
    person = somebody(tmp_path)
    path = tmp_path / FILE_NAME
    whole = path.read_text()
    path.write_text("side = lef")
    said: list[str] = []

    person.keep(replace(person.settings, stage="flaccid"), said.append)
    assert "settings.toml, line 1: side" in said[0]
    assert path.read_text() == "side = lef"
    assert person.settings.stage == "flaccid"
    assert not person.look(said.append)
    assert not person.as_seen(person.altered, said.append)
    assert person.photo_consent() == (False, False)

    path.write_text(whole.replace('"left"', '"right"'))
    assert person.look(said.append)
    assert (person.settings.side, person.settings.stage) == ("right", "flaccid")
    person.change(replace(person.settings, roomy=True))
    assert on_disk(tmp_path) == replace(ANSWERED, side="right", stage="flaccid", roomy=True)


def test_an_answer_that_was_not_written_is_written_when_the_file_is_mended(tmp_path: Path) -> None:
    """It is said that it stands in no file; the plan does not follow a stage that may be lost."""
    person = somebody(tmp_path)
    path = tmp_path / FILE_NAME
    whole = path.read_text()
    path.write_text("my_key = 5\n" + whole)
    said: list[str] = []

    person.keep(replace(person.settings, stage="synkinetic"), said.append)
    assert "is not in the file yet" in said[0]
    assert follow_plan(person) == ""
    assert not (tmp_path / "plan.toml").exists()

    path.write_text(whole)
    assert person.look(said.append)
    assert on_disk(tmp_path) == replace(ANSWERED, stage="synkinetic")
    assert follow_plan(person) == ""
    assert 'stage = "synkinetic"' in (tmp_path / "plan.toml").read_text()
    assert len(said) == 1


def test_the_same_answer_given_again_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the disk did not take it the first time; and what is looked at meanwhile is shown."""
    person = somebody(tmp_path)
    said: list[str] = []

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("sessions.care.settings_file.write_private", full)
        person.keep(replace(person.settings, name="Eva"), said.append)
        assert person.look(said.append)
        assert on_disk(tmp_path) == ANSWERED
    person.keep(replace(person.settings, name="Eva"), said.append)

    assert on_disk(tmp_path) == replace(ANSWERED, name="Eva")
    assert len(said) == 1


def test_deleted_settings_do_not_come_back(tmp_path: Path) -> None:
    """`forget` in one window is not undone by a colour in another."""
    a, _ = two_windows(tmp_path)
    (tmp_path / FILE_NAME).unlink()
    a.change(replace(a.settings, theme="calm-light"))

    assert on_disk(tmp_path) == Settings(theme="calm-light")
    assert a.settings.side is None


def test_keys_of_two_windows_that_rob_each_other_are_not_written(tmp_path: Path) -> None:
    """Each keymap is right by itself; together they would lock both windows out."""
    a, b = two_windows(tmp_path)
    a.change(replace(a.settings, keymap={"session.skip": "x", "session.stop": "f9"}))
    with pytest.raises(SettingsError, match="without a key"):
        b.change(replace(b.settings, keymap={"session.rest": "f9"}))

    assert on_disk(tmp_path).keymap == {"session.skip": "x", "session.stop": "f9"}


@pytest.mark.parametrize(
    ("change", "counts"),
    [
        ({"side": "right"}, True),
        ({"stage": "flaccid"}, True),
        ({"eye_covered": True}, True),
        ({"answers": replace(ANSWERED.answers, not_for=("child",))}, True),
        ({"theme": "calm-light"}, False),
        ({"photos": True}, False),
    ],
)
def test_only_what_a_practice_goes_by_stops_a_start(
    tmp_path: Path, change: dict[str, Any], counts: bool
) -> None:
    """Own changes never do."""
    a, b = two_windows(tmp_path)
    a.change(replace(a.settings, name="Eva", stage="synkinetic"))
    b.refresh()
    seen = a.altered
    b.change(replace(b.settings, **change))

    assert a.as_seen(seen, print) is not counts
    assert a.settings == b.settings


SINGLE: dict[str, tuple[Any, ...]] = {
    "side": ("left", "right"),
    "stage": ("flaccid", "paretic", "synkinetic"),
    "theme": ("calm-dark", "calm-light", "high-contrast"),
    "photos": (True, False),
    "name": ("", "Ana", "Eva"),
}
STEPS = st.one_of(
    st.sampled_from(sorted(SINGLE)).flatmap(
        lambda key: st.tuples(st.just(key), st.sampled_from(SINGLE[key]))
    ),
    st.tuples(st.sampled_from(["add", "remove"]), st.sampled_from(["a", "b", "c"])),
    st.tuples(st.just("doctor"), st.sampled_from([True, False, None])),
    st.just(("look", None)),
)


@given(st.lists(st.tuples(st.integers(0, 1), STEPS), max_size=12))
def test_any_interleaving_of_two_windows_loses_no_change(steps: list[Any]) -> None:
    """The file always says the last deliberate word about each field, whoever spoke it."""
    with TemporaryDirectory() as folder:
        data = Path(folder)
        windows = two_windows(data)
        truth = ANSWERED
        for which, (what, value) in steps:
            person = windows[which]
            seen, changed = person.settings, person.settings
            taught = seen.taught
            match what:
                case "look":
                    person.refresh()
                    assert person.settings == truth
                    continue
                case "add" if value not in taught:
                    changed = replace(seen, taught=(*taught, value))
                    if value not in truth.taught:
                        truth = replace(truth, taught=(*truth.taught, value))
                case "remove" if value in taught:
                    changed = replace(seen, taught=tuple(x for x in taught if x != value))
                    truth = replace(truth, taught=tuple(x for x in truth.taught if x != value))
                case "doctor" if seen.answers.seen_by_doctor != value:
                    changed = replace(seen, answers=replace(seen.answers, seen_by_doctor=value))
                    answers = replace(truth.answers, seen_by_doctor=value)
                    truth = replace(truth, answers=answers)
                case _ if what in SINGLE and getattr(seen, what) != value:
                    changed = replace(seen, **{what: value})
                    truth = replace(truth, **{what: value})
                case _:
                    continue
            person.change(changed)
            now = person.settings
            assert replace(now, taught=()) == replace(truth, taught=())
            assert set(now.taught) == set(truth.taught)
            assert on_disk(data) == now
