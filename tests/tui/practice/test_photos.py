"""Progress photos from the question to the file: asked for only where they were switched on."""

from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace
from textual.app import App, ComposeResult
from textual.containers import Vertical

from routines.model import Routine
from routines.reading.library import find
from sessions.camera.supervised_link import LinkBack, LinkLost
from sessions.engine.interface.commands import Cue, KeptRep
from sessions.live.clock import ManualClock
from sessions.live.conductor import Conductor
from sessions.live.request import SessionRequest
from sessions.messages import EndClip, ShowPictures, StepTo, TakeClip, TakePicture, ToWorker
from sessions.pictures.clips import clip_albums
from sessions.pictures.photo_director import Photographing
from sessions.pictures.photos import photo_albums
from sessions.reps.rep import HalfRep, Rep
from tests.sessions.clip_samples import clip
from tests.sessions.live.test_conductor import play
from tests.sessions.photo_samples import still
from tests.tui.pretend_camera import HELLO, PretendCamera
from tui.screens.practice.parts import Parts
from tui.texts.clips import KEEPING as KEEPING_BOTH
from tui.texts.clips import SEE as SEE_BOTH
from tui.texts.photos import KEEPING, SEE, SIMULATED, UNWATCHED, about_photos, what_came
from tui.texts.seeing import SEE_PRIVATE
from tui.widgets.lines import Said

SCORED = {
    "blink",
    "brow-raise",
    "eye-closure",
    "frown",
    "lower-lip",
    "open-smile",
    "closed-smile",
    "pucker",
    "snarl",
}


class Photographed(PretendCamera):
    """Answers a question for a still at once, as the camera process does; one for a clip when
    that is to end."""

    filmed: TakeClip | None = None

    async def send(self, message: ToWorker) -> None:
        """Hear a message and answer it."""
        await super().send(message)
        match message:
            case TakePicture(name=name):
                self.say(still(name))
            case TakeClip():
                self.filmed = message
            case EndClip(keep=True) if self.filmed is not None:
                self.say(clip(self.filmed.name, self.filmed.take))
                self.filmed = None
            case EndClip():
                self.filmed = None
            case _:
                pass

    @property
    def asked(self) -> list[str]:
        """Names of the stills asked for."""
        return [message.name for message in self.told if isinstance(message, TakePicture)]


@pytest.fixture
def check_up() -> Routine:
    """The weekly record."""
    return find("check-up", (), today=date(2026, 11, 21))


@pytest.fixture
def three(check_up: Routine) -> Routine:
    """The first movements of the weekly record."""
    return replace(check_up, steps=check_up.steps[:3])


@pytest.fixture
def one(check_up: Routine) -> Routine:
    """Its first movement: raised brows."""
    return replace(check_up, steps=check_up.steps[:1])


class WithPictures(SessionRequest, frozen=True):
    """A session kept in lockstep with the test, whose patient does have a picture."""

    @property
    def takes_photos(self) -> bool:
        """As with a camera."""
        return self.photos


THREE = {"brow-raise", "frown", "eye-closure"}
LOST_BY_THEN = 5
"""Clips asked for before the camera process of the test is lost."""


class Dying(Photographed):
    """Is lost in the middle of a repetition, and is there again at once."""

    takes = 0

    async def send(self, message: ToWorker) -> None:
        """Answer, or be lost."""
        await super().send(message)
        if isinstance(message, TakeClip):
            self.takes += 1
            if self.takes == LOST_BY_THEN:
                self.filmed = None
                self.say(LinkLost(sentence="The camera process ended by itself."))
                self.say(LinkBack(hello=HELLO))


async def session(
    asked: SessionRequest, camera: Photographed | None = None
) -> tuple[Photographed, Conductor]:
    """A whole session, kept at its end."""
    camera, clock = camera or Photographed(), ManualClock()
    conductor = Conductor(asked, camera, clock=clock)
    await play(conductor, clock)
    await conductor.keep()
    return camera, conductor


def filmed(data: Path, routine: Routine) -> SessionRequest:
    """A weekly record with photos and clips."""
    return WithPictures(
        routine=routine, side="left", data=data, source="sim", photos=True, clips=True
    )


async def test_a_check_up_keeps_rest_and_each_expression_once_and_a_clip_of_each(
    tmp_path: Path, check_up: Routine
) -> None:
    """Three repetitions are photographed and filmed, one is kept, under the name of the record;
    rest is photographed only. After the first movement one repetition of each is enough."""
    first, *others = check_up.steps
    short = [replace(each, dose=replace(each.dose, reps=1)) for each in others]
    routine = replace(check_up, steps=(first, *short))
    camera, conductor = await session(filmed(tmp_path, routine), Photographed(per_s=15.0))
    (photos,), (clips,) = photo_albums(tmp_path), clip_albums(tmp_path)

    assert camera.asked[0] == "rest"
    assert camera.asked.count("brow-raise") == 3
    assert set(photos.files) == {"rest", *SCORED}
    takes = [message for message in camera.told if isinstance(message, TakeClip)]
    assert len(takes) == 3 + len(SCORED) - 1
    assert set(clips.files) == SCORED
    assert what_came(conductor.pictures.kept).startswith("10 photos and 9 clips were kept")
    (record,) = (tmp_path / "sessions").glob("*/*.toml")
    assert photos.name == clips.name == record.stem


async def test_photos_without_clips_film_nothing(tmp_path: Path, one: Routine) -> None:
    """The one switch is not the other; clips without photos are nothing either."""
    on = filmed(tmp_path, one)
    camera, conductor = await session(replace(on, clips=False))

    assert set(photo_albums(tmp_path)[0].files) == {"rest", "brow-raise"}
    assert what_came(conductor.pictures.kept).startswith("2 photos were kept")
    assert [m for m in camera.told if isinstance(m, TakeClip | EndClip)] == []
    assert clip_albums(tmp_path) == []
    assert not replace(on, photos=False).takes_clips


async def test_a_lost_camera_costs_a_clip_not_the_session(tmp_path: Path, three: Routine) -> None:
    """What was being filmed is let go of, and said; the others are kept."""
    camera, conductor = await session(filmed(tmp_path, three), Dying())
    (kept,) = clip_albums(tmp_path)

    assert conductor.view().ended == "finished"
    assert "1 clip went when the camera process was lost" in what_came(conductor.pictures.kept)
    assert sum(isinstance(m, TakeClip) for m in camera.told) > LOST_BY_THEN
    assert set(kept.files) == THREE


async def test_consent_taken_back_in_another_window_ends_it_at_once(
    tmp_path: Path, three: Routine
) -> None:
    """No further still is asked for, no clip is begun, and what was taken is not written."""
    camera = Photographed()

    def consent() -> tuple[bool, bool]:
        wished = len(camera.asked) < 5
        return (wished, wished)

    _, conductor = await session(replace(filmed(tmp_path, three), consent=consent), camera)

    assert len(camera.asked) == 5
    assert 0 < sum(isinstance(message, TakeClip) for message in camera.told) < 3 * len(THREE)
    assert photo_albums(tmp_path) == clip_albums(tmp_path) == []
    assert conductor.view().ended == "finished"
    assert list((tmp_path / "sessions").glob("*/*.toml"))


async def test_clips_taken_back_leave_the_photos(tmp_path: Path, one: Routine) -> None:
    """Each consent is for itself."""
    asked = replace(filmed(tmp_path, one), consent=lambda: (True, False))
    camera, _ = await session(asked)

    assert not any(isinstance(message, TakeClip) for message in camera.told)
    assert photo_albums(tmp_path)
    assert clip_albums(tmp_path) == []


@pytest.mark.parametrize("on", [False, True])
async def test_switched_off_or_simulated_no_picture_is_ever_asked_for(
    tmp_path: Path, one: Routine, on: bool
) -> None:
    """Neither a still nor a clip nor a mirror picture, and no folder for them."""
    asked = SessionRequest(
        routine=one, side="left", data=tmp_path, source="sim", photos=on, clips=on
    )
    camera, _ = await session(asked)

    never = TakePicture | TakeClip | EndClip | ShowPictures
    assert [m for m in camera.told if isinstance(m, never)] == []
    assert sum(isinstance(m, StepTo) for m in camera.told) > 100
    assert not (tmp_path / "photos").exists()


async def test_a_full_disk_costs_the_photos_not_the_record(tmp_path: Path, one: Routine) -> None:
    """Where the folder cannot be made, that is said; the record stands."""
    (tmp_path / "photos").write_text("in the way")
    asked = filmed(tmp_path, one)
    _, conductor = await session(asked)

    assert "photos could not be kept" in what_came(conductor.pictures.kept)
    assert "clips could not be kept" in what_came(conductor.pictures.kept)
    assert len(list((tmp_path / "sessions").glob("*/*.toml"))) == 1


def test_what_is_said_of_photos_fits_the_session(tmp_path: Path, check_up: Routine) -> None:
    """Nothing while they are off; calmly where there is no picture."""
    off = SessionRequest(routine=check_up, side="left", data=tmp_path)
    on = replace(off, photos=True)

    assert about_photos(off) == ""
    assert about_photos(on) == KEEPING
    assert about_photos(replace(on, clips=True)) == KEEPING_BOTH
    assert about_photos(replace(off, clips=True)) == ""
    assert about_photos(replace(on, source="sim:steady")) == SIMULATED
    assert about_photos(replace(on, by_clock=True)) == UNWATCHED


def test_stills_nobody_asked_for_are_dropped() -> None:
    """A camera process gone wrong decides nothing about the disk."""
    asked: list[TakePicture] = []
    photographing = Photographing(asked.append)
    photographing.take(still("rest"))

    assert photographing.stills() == []
    assert asked == []


def made(n: int, size_mm: float, *, scored: bool = True) -> KeptRep:
    """A repetition of this size."""
    half = HalfRep(excursion_mm=size_mm, percent_of_reference=100.0, hold_s=2.0, seen=True)
    rep = Rep(
        n=n, onset_s=0.0, peak_s=1.0, release_s=2.0, scored=scored, affected=half, unaffected=half
    )
    return KeptRep(at_s=0.0, step=0, set=1, rep=rep)


def test_the_still_of_the_largest_scored_repetition_stays() -> None:
    """Asked for in the middle of each hold; what is not scored is not kept."""
    asked: list[TakePicture] = []
    photographing = Photographing(asked.append)
    colours = [(10, 0, 0), (20, 0, 0), (30, 0, 0)]
    reps = [made(1, 3.0), made(2, 5.0), made(3, 9.0, scored=False)]
    for n, (colour, rep) in enumerate(zip(colours, reps, strict=True)):
        at_s = 10.0 * n
        cue = Cue(at_s=at_s, phase="hold", seconds=2.0, exercise="frown", measure="frown")
        photographing.hear(cue)
        photographing.pass_time(at_s + 0.9)
        assert len(asked) == n
        photographing.pass_time(at_s + 1.0)
        assert len(asked) == n + 1
        photographing.take(still("frown", colour))
        photographing.hear(Cue(at_s=at_s + 2, phase="release", seconds=2.0, exercise="frown"))
        photographing.hear(rep)
    photographing.pass_time(99.0)

    assert len(asked) == 3
    assert photographing.stills() == [still("frown", colours[1])]


async def test_the_screen_never_says_that_nothing_is_kept_while_photos_are(
    tmp_path: Path, check_up: Routine
) -> None:
    """Beside the face, before the first photo."""
    said = {(True, True): SEE_BOTH, (True, False): SEE, (False, True): SEE_PRIVATE}

    class Seen(App[None]):
        def compose(self) -> ComposeResult:
            for photos, clips in said:
                asked = SessionRequest(
                    routine=check_up, side="left", data=tmp_path, photos=photos, clips=clips
                )
                yield Vertical(Parts(asked))

    app = Seen()
    async with app.run_test():
        shown = [parts.query_one("#see-private", Said).text for parts in app.query(Parts)]
    assert shown == list(said.values())
