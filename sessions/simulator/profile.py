"""What a simulated patient is like: a small TOML file, read strictly.

Every key has a default, a unit in its name and bounds; a file says only what is special about
its patient. `steady` is a file without faults. Copy one, change it, and run a routine on it with
`--source sim:FILE.toml`.
"""

from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta

from routines.errors import Trouble
from routines.language import _
from routines.language.lists import listed, sentences
from routines.movements import MeasureKey, Side, Watch
from routines.reading.files import read_text
from routines.reading.problems import did_you_mean
from routines.reading.typed import read_typed

FOLDER = Path(__file__).with_name("profiles")

Share = Annotated[float, Meta(ge=0.0, le=1.0)]
Factor = Annotated[float, Meta(ge=0.0, le=3.0)]
Seconds = Annotated[float, Meta(ge=0.0, le=600.0)]
Millimetres = Annotated[float, Meta(ge=0.0, le=20.0)]
Offset = Annotated[float, Meta(ge=-10.0, le=10.0)]
Degrees = Annotated[float, Meta(ge=0.0, le=45.0)]
PerMinute = Annotated[float, Meta(ge=0.0, le=120.0)]
Percent = Annotated[float, Meta(ge=0.0, le=100.0)]
LinkStrength = Annotated[float, Meta(ge=0.0, le=100.0)]
Whole = Annotated[int, Meta(ge=1, le=100)]

GENTLE_MM: dict[MeasureKey, float] = {
    "brow-raise": 6.0,
    "frown": 2.7,
    "eye-closure": 8.0,
    "open-smile": 7.0,
    "closed-smile": 7.0,
    "lip-corner-out": 5.0,
    "pucker": 4.5,
    "snarl": 4.0,
    "lower-lip": 3.5,
}
"""A healthy half at a gentle effort: about two thirds of full movements (clinical brief, 2.3)."""


class Profile(msgspec.Struct, frozen=True, kw_only=True):
    """One simulated patient."""

    name: str
    about: str = ""
    side: Side = "left"
    """Affected side, where the command line does not say."""
    seed: int = 0
    """Added to the session's seed, so that profiles differ in chance as well."""

    strength: Share = 0.75
    """Movement of the affected half, as a share of the other half's."""
    strengths: dict[MeasureKey, Share] = {}
    """The same for single movements, where they differ."""
    gentle_mm: dict[MeasureKey, Millimetres] = {}
    """Gentle movement of the unaffected half, where it differs from the usual."""
    rep_spread: Share = 0.04
    """Standard deviation of size and speed from repetition to repetition."""

    reaction_s: Annotated[float, Meta(ge=0.2, le=5.0)] = 0.45
    """From a cue to the movement."""
    rise_s: Annotated[float, Meta(ge=0.2, le=10.0)] = 1.6
    release_s: Annotated[float, Meta(ge=0.2, le=10.0)] = 1.4
    own_hold_s: Annotated[float, Meta(ge=0.5, le=20.0)] = 3.0
    """Hold at the own pace, where no cue ends it."""
    lag_ms: Annotated[float, Meta(ge=0.0, le=1000.0)] = 0.0
    """The affected half follows this much later."""
    slower: Factor = 1.0
    """Rise time of the affected half, times the other half's."""

    loss_per_rep: Share = 0.0
    """Share of its size the affected half loses with each repetition of an exercise."""
    loss_from_rep: Whole = 2
    hold_sag: Share = 0.0
    """Share of its size the affected half loses within three seconds of hold."""
    sag_from_rep: Whole = 1

    overdrive_per_rep: Factor = 0.0
    """Share of its size the unaffected half gains with each repetition of a set."""
    overdrive_from_rep: Whole = 4
    overdrive_most: Factor = 1.0
    """The largest gain."""
    obeys: Share = 0.0
    """Share of the excess that is given up after a hint."""

    linked_eye_percent: Percent = 0.0
    """Narrowing of the affected eye in a full gentle mouth movement."""
    linked_corner_mm: Millimetres = 0.0
    """Movement of the affected mouth corner in a full gentle eye closure or brow raise."""
    links: dict[Watch, LinkStrength] = {}
    """The same for single pairs on the affected side, percent or mm, where they differ."""
    other_links: dict[Watch, LinkStrength] = {}
    """What moves along on a healthy half; the affected one does the same, and its links are on
    top."""
    linked_from_rep: Whole = 1
    linked_effort_power: Annotated[float, Meta(ge=0.5, le=4.0)] = 1.0
    """How links grow with the size of the movement: 1 in step, under 1 they are there at once and
    over 1 late."""
    linked_gain_per_rep: Factor = 0.0
    """Share by which links grow with each repetition of an exercise."""
    linked_fade_per_week: Share = 0.0
    """Share of their strength that links lose with each week of practice."""
    weeks_practised: Annotated[float, Meta(ge=0.0, le=520.0)] = 0.0

    rest_brow_mm: Offset = 0.0
    """At rest the affected brow lies this much higher than the other; negative is lower."""
    rest_eye_mm: Offset = 0.0
    """At rest the affected eye is open this much wider."""
    rest_corner_mm: Offset = 0.0
    """At rest the affected mouth corner lies this much higher."""

    tremor_mm: Millimetres = 0.02
    """In the hold, about six times a second."""
    noise_mm: Millimetres = 0.06
    """Of the measuring, in each frame."""
    drift_mm: Millimetres = 0.08
    """Slow drift of every measure, as a head at rest makes."""
    wobble_mm: Millimetres = 0.06
    """Quicker wandering of every measure, about once a second."""
    pose_drift_deg: Degrees = 1.0
    fallback: Share = 0.0
    """Share of the time measured without half composites."""

    blinks_per_min: PerMinute = 12.0
    talks_every_s: Seconds = 0.0
    """0 is never; talking lasts a second and a half."""
    looks_away_every_s: Seconds = 0.0
    looks_away_for_s: Seconds = 2.0
    leaves_every_s: Seconds = 0.0
    leaves_for_s: Seconds = 4.0
    keep: Share = 0.7
    """With a helping finger: share of its size that stays when the finger is gone."""


def load_profile(which: str) -> Profile:
    """The profile called `which`, or read from the file at that path.

    Raises `routines.errors.Trouble` with what was expected and the nearest valid word.
    """
    path = Path(which)
    if path.suffix != ".toml":
        path = FOLDER / f"{which}.toml"
        if which not in profile_names():
            raise Trouble(
                sentences(
                    (
                        _("There is no simulated patient called {which!r}.").format(which=which),
                        did_you_mean(which, profile_names()),
                        _(
                            "There are: {profile_names}. A file of your own must end in .toml."
                        ).format(profile_names=listed(profile_names())),
                    )
                ),
                "usage",
            )
    return parse_profile(read_text(path), str(path))


def parse_profile(text: str, where: str) -> Profile:
    """The profile written in `text`; `where` names it in errors."""
    advice = _("Correct the line, or name another simulated patient.")
    return read_typed(text, Profile, file=where, advice=advice)[0]


def profile_names() -> list[str]:
    """The profiles that come with the program."""
    return sorted(path.stem for path in FOLDER.glob("*.toml"))
