"""Linked movement, unknown and known: stops, smaller tries, fingers, quiet ones."""

from sessions.guards.known_reference import KnownReference
from sessions.simulator.profile import Profile
from tests.museum.sessions_made import Made, do

GENTLE = {
    "pucker": KnownReference(affected_mm=3.1, unaffected_mm=4.5, origin="usual"),
    "closed-smile": KnownReference(affected_mm=4.9, unaffected_mm=7.0, origin="usual"),
    "brow-raise": KnownReference(affected_mm=4.2, unaffected_mm=6.0, origin="usual"),
    "eye-closure": KnownReference(affected_mm=5.6, unaffected_mm=8.0, origin="usual"),
}
KNOWN = {"known_linked": True, "gentle": GENTLE}
BOTH_EYES = Profile(name="both-eyes", links={"smile-eye": 1.0}, other_links={"smile-eye": 13.0})
FADED = Profile(
    name="faded",
    linked_fade_per_week=0.25,
    weeks_practised=6.0,
    links={"pucker-eye": 26.0, "closure-corner": 3.2},
)
BLINKING = Profile(name="blinking", blinks_per_min=40.0)


def ladder(**pairs: float) -> dict[str, object]:
    """A plan with steps of the ladder; names with an underscore for the dash."""
    return {**KNOWN, "ladder": {pair.replace("_", "-"): step for pair, step in pairs.items()}}


RECIPES = {
    "eye-with-pucker": Made((do("pucker"),), "linked-eye"),
    "eye-with-smile": Made((do("closed-smile"),), "linked-eye"),
    "eye-not-with-brow": Made((do("brow-raise", 3),), "linked-eye"),
    "corner-with-closure": Made((do("eye-closure"),), "linked-mouth"),
    "corner-with-brow": Made((do("brow-raise"),), "linked-mouth", rate=30),
    "link-grows": Made((do("pucker", 6),), "linked-tired"),
    "both-eyes-smile": Made((do("open-smile", 3),), BOTH_EYES),
    "many-blinks": Made((do("pucker", 3),), BLINKING, rate=30),
    "faded-after-weeks": Made((do("pucker", 3),), FADED),
    "known-worse": Made(
        (do("pucker", 6),), "linked-worse", plan=ladder(pucker_eye=50.0), most_s=200.0
    ),
    "known-worse-goes-down": Made(
        (do("pucker", 8),), "linked-worse", plan=ladder(pucker_eye=80.0), rate=8, most_s=200.0
    ),
    "known-at-half": Made((do("pucker", 3),), "known-linked", plan=ladder(pucker_eye=50.0)),
    "known-at-full": Made((do("pucker"),), "known-linked", plan=ladder(pucker_eye=100.0)),
    "known-without-ladder": Made((do("pucker"),), "known-linked", plan=KNOWN, rate=8),
    "known-corner-closure": Made(
        (do("eye-closure"),), "linked-mouth-known", rate=10, plan=ladder(closure_corner=70.0)
    ),
    "known-corner-brow": Made(
        (do("brow-raise"),), "linked-mouth-known", rate=10, plan=ladder(brow_corner=60.0)
    ),
    "known-on-strong-side-only": Made(
        (do("pucker"),),
        "linked-eye",
        plan={
            **KNOWN,
            "linked_pairs": ("pucker-eye",),
            "linked_sides": {"pucker-eye": "unaffected"},
        },
    ),
    "known-another-pair": Made(
        (do("pucker"),), "learning", plan={**KNOWN, "linked_pairs": ("smile-eye",)}
    ),
    "known-finger-on-the-eye": Made(
        (do("closed-smile", 3),),
        "known-linked",
        plan={**KNOWN, "linked_pairs": ("smile-eye",), "linked_fingers": ("smile-eye",)},
    ),
    "known-in-a-record": Made(
        (do("pucker", 3),), "learning", kind="record", plan=ladder(pucker_eye=40.0)
    ),
}
