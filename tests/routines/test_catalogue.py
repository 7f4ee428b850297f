"""The catalogue holds every exercise the program promises, each told in full."""

import re

from msgspec.structs import replace

from routines.catalogue import (
    BLINK_BREAK,
    FIND_MUSCLE,
    POSTURE,
    SEATED,
    exercises,
    instructions,
    opening,
)
from routines.model import CueWords, Step
from routines.movements import LOW_CONFIDENCE, TOO_COARSE
from tests.routines.writing_routines import words

PROMISED = words("""
brow-raise frown eyes-wide eye-closure look-down lid-help brow-stretch lid-stretch lip-corner-out
open-smile closed-smile well-eee one-corner other-corner pucker vowel-series mouth-open
cheek-puff-one cheek-puff-both lips-together nose-wrinkle nostril-flare tongue-up tongue-down
tongue-trace jaw-control blink snarl lower-lip read-aloud words syllables cup-rim-seal straw-shape
massage-mouth-ear-jaw massage-lips massage-chin massage-forehead massage-cheek massage-brow
soft-brush fingertip-tap stretch-both-sides moist-heat neck-stretch breathing relax-face body-scan
meditation imagery eye-care hand-blink squint tight-closure lips-tight mouth-wide
release-weak-side release-cheek release-chin release-neck release-inner-cheek small-expressions
whole-face whole-face-small
""")
STRONG = {
    "squint",
    "tight-closure",
    "lips-tight",
    "mouth-wide",
    "one-corner",
    "other-corner",
    "cheek-puff-one",
    "release-inner-cheek",
}
"""One-sided and stronger variants."""
BANNED = re.compile(
    r"squeez|as (tight|wide|hard|far|high|big) as (you can|possible)|chew|gum\b|electric"
    r"|resist|maxim|strengthen|tightly|synkinesis",
    re.IGNORECASE,
)
ALL = tuple(exercises().values())


def test_every_promised_exercise_is_there() -> None:
    """Nothing is missing, nothing is there that nobody promised."""
    assert sorted(exercises()) == sorted(PROMISED)


def test_each_is_told_in_full() -> None:
    """Two to five sentences, a common mistake, what the camera sees and why, doses with reasons."""
    for exercise in ALL:
        assert 2 <= len(exercise.how) <= 5, exercise.id
        assert all(each[0].isupper() and each.endswith(".") for each in exercise.how), exercise.id
        assert exercise.mistake, exercise.id
        assert exercise.why, exercise.id
        assert exercise.source_dose, exercise.id
        assert exercise.dose_reason, exercise.id
        assert exercise.stages, exercise.id
        assert exercise.muscle or not exercise.active, exercise.id


def test_nothing_harmful_is_asked_for() -> None:
    """No squeezing, chewing, current, resistance or maximum, and patients' words only."""
    for exercise in ALL:
        said = " ".join((exercise.name, *exercise.how, exercise.dose_reason))

        assert not BANNED.search(said), exercise.id


def test_what_the_camera_sees_is_said_truly() -> None:
    """A guided exercise has no measure; a coarse measure is called coarse."""
    for exercise in ALL:
        assert (exercise.measure is None) == (exercise.seen == "guided"), exercise.id
        assert (exercise.measure in TOO_COARSE) == (exercise.seen == "counted"), exercise.id
        if exercise.measure in LOW_CONFIDENCE - TOO_COARSE:
            assert exercise.seen == "weakly", exercise.id
        assert exercise.measure is not None or not exercise.watch, exercise.id


def test_the_flaccid_stage_holds_nothing_active() -> None:
    """Active movement never lists the flaccid stage; massage, care and calm suit every stage."""
    for exercise in ALL:
        assert ("flaccid" in exercise.stages) != exercise.active, exercise.id
        assert exercise.measure is None or exercise.active, exercise.id


def test_strong_and_one_sided_variants_need_a_leave() -> None:
    """Exactly those wait for a therapist, and each carries its caution."""
    waiting = {exercise.id for exercise in ALL if exercise.therapist_only}

    assert waiting == STRONG
    assert all(exercises()[id].cautions and exercises()[id].taught for id in waiting)


def test_air_is_held_only_with_its_caution() -> None:
    """Puffing says for whom it is not."""
    holding = [exercise for exercise in ALL if exercise.holds_air]

    assert {exercise.id for exercise in holding} == {"cheek-puff-one", "cheek-puff-both"}
    assert all("skull base" in exercise.cautions[0] for exercise in holding)


def test_hands_on_the_face_come_with_a_skin_caution() -> None:
    """Massage, brush, tapping, stretch and heat: never on numb or broken skin."""
    touching = [e for e in ALL if re.match("massage|soft-brush|finger|stretch|brow-st|moist", e.id)]

    assert len(touching) == 11
    for exercise in touching:
        assert "numb" in " ".join(exercise.cautions), exercise.id


def test_nose_wrinkling_is_never_watched_for_the_eye() -> None:
    """Most healthy eyes narrow there, so it would accuse nearly everyone."""
    for exercise in ALL:
        if exercise.measure == "snarl":
            assert exercise.watch == ()


def test_eyes_shut_work_is_seated() -> None:
    """The opening of an exercise with shut eyes says so; others do not."""
    assert SEATED in opening(exercises()["eye-closure"])
    assert SEATED not in opening(exercises()["open-smile"])


def test_every_exercise_opens_with_posture_and_the_blink_break() -> None:
    """Posture first, the muscle where one moves, the blink break always."""
    for exercise in ALL:
        lines = opening(exercise)

        assert lines[0] == POSTURE
        assert lines[-1] == BLINK_BREAK
        assert (FIND_MUSCLE in lines) == exercise.active


def test_what_is_counted_has_its_own_word() -> None:
    """ "Smile", "Close", "Round": one or two words, never the general one."""
    for exercise in [e for e in ALL if e.measure or e.turn]:
        cues = {exercise.cues.move, exercise.cues.hold, exercise.cues.release}

        assert len(cues) == 3, exercise.id
        assert CueWords().move not in cues, exercise.id
        assert all(1 <= len(word.split()) <= 2 for word in cues), exercise.id


def test_guided_steps_count_what_can_be_counted() -> None:
    """Every active one but reading, every stretch, and all that is done with shut eyes."""
    for exercise in [e for e in ALL if e.measure is None]:
        counts = exercise.turn is not None or bool(exercise.stations)
        stretch = exercise.id.endswith("stretch") or exercise.id == "stretch-both-sides"

        if (exercise.active and not exercise.texts) or stretch or exercise.eyes_shut:
            assert counts, exercise.id
        if stretch and exercise.turn is not None:
            assert 10 <= exercise.turn.hold_s <= 30, exercise.id


def test_with_shut_eyes_the_text_says_what_will_sound() -> None:
    """A closing falls and an opening rises, in the words as in the tones."""
    for exercise in [e for e in ALL if e.eyes_shut]:
        said = " ".join(exercise.how)
        if exercise.stations:
            assert "low tone" in said, exercise.id
            continue
        down, up = said.index("falling tone"), said.index("rising tone")

        assert (down < up) == exercise.cues.falls, exercise.id
        assert "the tone" not in said, exercise.id


def test_a_helping_finger_has_its_place() -> None:
    """Wherever a finger is allowed the card says where it goes; the four of the sources have it."""
    allowed = {exercise.id for exercise in ALL if exercise.assist_allowed}

    assert all(exercises()[id].finger.endswith(".") for id in allowed)
    assert {"open-smile", "closed-smile", "pucker", "nostril-flare", "brow-raise"} <= allowed
    step = Step(exercise=exercises()["pucker"], dose=exercises()["pucker"].dose, assist=True)
    assert exercises()["pucker"].finger in instructions(step)
    assert exercises()["pucker"].finger not in instructions(replace(step, assist=False))


def test_the_lid_stretch_never_bares_the_eye() -> None:
    """The lid is held closed first, and until the brow is down again."""
    said = " ".join(exercises()["lid-stretch"].how)

    assert said.index("weak lid closed") < said.index("eyebrow up") < said.index("until the brow")


def test_one_side_alone_is_never_both() -> None:
    """One corner after the other: no word of both sides at once."""
    for id in ("one-corner", "other-corner"):
        exercise = exercises()[id]
        assert exercise.sides != "both"
        assert "both" not in " ".join(exercise.how).replace("both sides at rest", "")


def test_speech_brings_its_own_texts() -> None:
    """Texts to read fit a small screen and hold many lip sounds."""
    for id in ("syllables", "words", "read-aloud"):
        texts = exercises()[id].texts

        assert len(texts) >= 3
        for text in texts:
            lines = text.strip().splitlines()
            letters = [c for c in text.lower() if c.isalpha()]
            assert len(lines) <= 7
            assert max(map(len, lines)) <= 60
            assert sum(c in "pbmfvw" for c in letters) / len(letters) > 0.12


def test_a_mirrored_half_is_only_looked_at_while_nothing_moves() -> None:
    """Relax, look, imagine; a movement of both sides stands in the linked stage alone."""
    mirroring = {exercise.id: exercise for exercise in ALL if exercise.mirrors_half}

    assert set(mirroring) == {"whole-face", "whole-face-small"}
    assert all(exercise.measure is None for exercise in mirroring.values())
    assert mirroring["whole-face-small"].stages == ("synkinetic",)
    still = mirroring["whole-face"]
    firsts = [station.split()[0].strip(".") for station in still.stations[:3]]
    assert firsts == ["Relax", "Look", "Imagine"]
    assert not still.active
