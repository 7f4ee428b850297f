"""The `Settings` struct: a person's answers and preferences, immutable.

Every field has a default, so an absent file is a person who has answered nothing yet. What the
answers unlock is decided in `access`, never here; reading and writing stand in
`settings_file`. Nothing guesses `side`: it is what the person said, or None.
"""

import datetime
from typing import Annotated, Literal, get_args

import msgspec

from routines.feedback import Feedback
from routines.movements import LinkedPair, LinkedSide, Region, Side, Stage, Watch
from sessions.readings import Load

Cause = Literal["bells", "ramsay-hunt", "surgery", "injury", "growth", "born-with", "other"]
RedFlag = Literal[
    "sudden-limbs-or-speech",
    "eye-pain-or-vision",
    "worsening",
    "ear-rash-or-hearing",
    "lump",
    "fever-or-tick",
    "second-time",
    "weaker-with-use",
]
"""Signs that belong to a doctor first (clinical brief 4.6)."""

Exclusion = Literal["stroke-or-brain", "botulinum", "graft-or-surgery", "both-sides", "child"]
"""Who this program is not for, some of them not without a therapist's plan
(clinical brief 4.6)."""

Operated = Literal["face", "ear", "skull-base"]
View = Literal["bars", "sketch", "mirror", "cue-only"]
ThemeName = Literal["calm-dark", "calm-light", "high-contrast"]
Pitch = Literal["low", "middle", "high"]
Ear = Literal["both", "left", "right"]

VIEWS: tuple[View, ...] = get_args(View)
THEMES: tuple[ThemeName, ...] = get_args(ThemeName)
PITCHES: tuple[Pitch, ...] = get_args(Pitch)
EARS: tuple[Ear, ...] = get_args(Ear)

SCHEMA = 1
"""Of `settings.toml`, as this version writes it."""
CAREFUL: dict[tuple[str, ...], object] = {
    ("eye_closes",): False,
    ("eye_covered",): True,
    ("linked_pairs",): ("other",),
    ("feedback",): "always",
    ("whole_face",): False,
    ("answers", "red_flags"): ("worsening",),
    ("answers", "not_for"): ("both-sides",),
    ("answers", "operated"): ("ear",),
}
"""What is assumed where a file of a newer version says something here that this one does not
understand: a doctor first, no air held, the eye as one that needs care, a linked pair as one that
no camera watches. For every other field the default is the careful value: not answered, not
consented."""


class Sound(msgspec.Struct, frozen=True, kw_only=True):
    """How cues sound. The palsied ear may hurt, so every part of it can be chosen."""

    on: bool = True
    level: Annotated[int, msgspec.Meta(ge=1, le=5)] = 2
    """1 is the softest; the sound check of the first run begins there."""
    pitch: Pitch = "middle"
    ear: Ear = "both"


class Answers(msgspec.Struct, frozen=True, kw_only=True):
    """What was answered on the first run. None means not answered yet."""

    finished_on: datetime.date | None = None
    """When the first run was gone through to its end; None while it was skipped."""
    reached: str = ""
    """The question at which an unfinished first run goes on; empty begins it anew."""
    reached_on: datetime.date | None = None
    """When that question was reached."""
    seen_by_doctor: bool | None = None
    causes_ruled_out: bool | None = None
    swelling_settled: bool | None = None
    exercises_agreed: bool | None = None
    """The exercises were taught by, or agreed with, a clinician."""
    red_flags: tuple[RedFlag, ...] = ()
    flags_asked_on: datetime.date | None = None
    """When the warning signs were last asked again; None: not since the first run."""
    emergency_seen_on: datetime.date | None = None
    """When the person confirmed that a doctor has looked at signs of a stroke."""
    not_for: tuple[Exclusion, ...] = ()
    not_for_asked_on: datetime.date | None = None
    """When the exclusions were last asked again; None: not since the first run."""
    toxin_on: datetime.date | None = None
    """The latest injection of botulinum toxin; None while not known."""
    toxin_asked_on: datetime.date | None = None
    """When its date was last asked for."""
    therapist_plan: bool = False
    """A therapist made the plan; lifts those exclusions that a therapist may lift."""
    cause: Cause | None = None
    operated: tuple[Operated, ...] = ()
    onset: datetime.date | None = None
    regions: tuple[Region, ...] = ()
    tight: bool = False
    spasm: bool = False


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """One person's settings, as in `settings.toml` of the data folder."""

    schema: Literal[1] = 1
    name: str = ""
    """Shown on Home; one data folder a person."""
    language: str = ""
    """The code of a catalogue, such as "de"; empty for the language of the system. From the next
    start on, and English where there is no such catalogue."""
    side: Side | None = None
    """The side that was weak at the start, the person's own left or right."""
    stage: Stage | None = None
    known_linked: bool = False
    linked_pairs: tuple[LinkedPair, ...] = ()
    """Which linked movement is known; with `known_linked` and none listed, every watched pair."""
    linked_sides: dict[LinkedPair, LinkedSide] = {}
    """On which half each listed pair shows; the affected one where nothing is said."""
    linked_fingers: tuple[Watch, ...] = ()
    """Pairs in whose practice a finger rests on the part that is to stay quiet."""
    eye_closes: bool | None = None
    """Whether the affected eye closes fully; None while not answered."""
    eye_full_percent: Annotated[float, msgspec.Meta(ge=50.0, le=110.0)] | None = None
    """What a full closure of the better eye reads, percent of its opening at rest; None while the
    person has not said that it shut."""
    eye_covered: bool = False
    """Taped, patched or behind a chamber: sessions run by the clock, the cover stays on."""
    sides_confirmed: bool = False
    """Asked once whether the sides are swapped; never asked again."""
    answers: Answers = Answers()
    taught: tuple[str, ...] = ()
    """Exercise ids a therapist has shown."""
    leaves_confirmed: tuple[str, ...] = ()
    """Therapists' leaves the person has confirmed, once each."""
    sound: Sound = Sound()
    spoken: bool = False
    """Cues spoken by the system's own speech program."""
    nudge: bool = False
    """A notification of the terminal, or its bell, when a rest is over or the picture was left."""
    feedback: Feedback | None = None
    """When the meters are seen; None while it was not asked, and then always. A plan that says it
    outranks this."""
    view: View = "bars"
    theme: ThemeName = "calm-dark"
    roomy: bool = False
    large_print: bool = False
    """A practice shows the cue, the count and two bars, and nothing else."""
    reduced_motion: bool = False
    source: str = "camera:0"
    """As for `run --source`."""
    mirrored: bool = False
    """Whether the camera itself delivers mirrored pictures, as some virtual cameras do."""
    mirrored_asked: bool = False
    """It was asked, with the camera of `source`, whether it does."""
    mirrored_cameras: dict[str, bool] = {}
    """The same answer for other cameras, by name, such as "camera:1" (`sessions.care.mirrored`)."""
    saver: bool = False
    """At most 15 frames a second are scored, and the halves are read in turns."""
    load: Load | None = None
    """How much is measured, where the person chose it; None where the program does."""
    photos: bool = False
    """Progress photos in a check-up; only ever on by an own answer to that one question."""
    photos_asked: bool = False
    """Offered once before a check-up; never again by itself."""
    clips: bool = False
    """Short clips beside the photos, and only with them; only ever on by an own answer."""
    whole_face: bool = False
    """In some guided steps the strong half is shown as a whole face; only ever on by an own answer
    to that question: many people do not like to see themselves."""
    backups: bool = True
    """A weekly archive in the data folder itself (`sessions.exchange.backup`)."""
    keymap: dict[str, str] = {}
    """Binding id to key or keys, as Textual names them."""
    routine_folders: tuple[str, ...] = ()
    """Further folders with routine files."""
    declined: dict[str, datetime.date] = {}
    """Suggestions that were declined, and when."""
    reviews_put_away: dict[str, datetime.date] = {}
    """Review prompts that were read, and when."""
    still_to_ask: tuple[str, ...] = ()
    """Questions of comfort that the first run left for after the first practice, such as "view"."""
