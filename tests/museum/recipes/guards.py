"""Quiet sets, tiring, sinking holds, and the other half taking over."""

from sessions.guards.known_reference import KnownReference
from sessions.simulator.profile import Profile
from tests.museum.seen import sinking
from tests.museum.sessions_made import ENTER, NEXT, Made, do

SMILE = (do("open-smile"),)
USUAL = {"open-smile": KnownReference(affected_mm=5.2, unaffected_mm=7.0, origin="usual")}
THERAPISTS = {"open-smile": KnownReference(affected_mm=4.0, unaffected_mm=6.0, origin="therapist")}
EAGER = Profile(name="eager", overdrive_per_rep=0.6, overdrive_from_rep=3, obeys=1.0)
SLOWLY = Profile(name="slowly", strength=0.9, loss_per_rep=0.13, loss_from_rep=4)
TREMBLING = Profile(
    name="trembling", strength=0.9, loss_per_rep=0.13, loss_from_rep=4, tremor_mm=0.9, slower=1.2
)
SINKING = Profile(name="sinking", strength=0.9, hold_sag=0.4, sag_from_rep=2)
NOISY_AND_TIRED = Profile(
    name="noisy", strength=0.9, noise_mm=0.25, wobble_mm=0.15, loss_per_rep=0.2, loss_from_rep=3
)
LINKED_TWICE = Profile(name="linked", linked_eye_percent=28.0, linked_corner_mm=3.8)
TWO_LINKED = (do("pucker", 3), do("eye-closure", 3), do("frown", 1))


def hold(n: int) -> tuple[float, float]:
    """When the `n`-th hold of a first set is, with the usual dose, as the patient does it."""
    begin = 9.0 + 9.0 * (n - 1)
    return begin, begin + 3.2


RECIPES = {
    "steady-smile": Made(SMILE),
    "steady-brow-right": Made((do("brow-raise"),), side="right"),
    "steady-eye-closure": Made((do("eye-closure", 3),)),
    "tiring-smile": Made((do("open-smile", 8),), "tiring"),
    "tiring-brow": Made((do("brow-raise", 8),), "tiring", rate=10),
    "tiring-slowly": Made((do("open-smile", 6),), SLOWLY),
    "tiring-and-trembling": Made((do("open-smile", 7),), TREMBLING, rate=12),
    "tiring-in-noise": Made((do("open-smile", 6),), NOISY_AND_TIRED),
    "sinking-holds": Made(SMILE, SINKING),
    "sinking-holds-apart": Made(
        (do("open-smile", 5),), seen=(sinking("left", "open-smile", 0.6, hold(2), hold(4)),)
    ),
    "sinking-once": Made(SMILE, seen=(sinking("left", "open-smile", 0.6, hold(3)),)),
    "two-sets-one-sinking-each": Made(
        (do("open-smile", 2, sets=2),),
        seen=(sinking("left", "open-smile", 0.6, hold(2), (35.0, 38.2)),),
    ),
    "overdriving-smile": Made((do("open-smile", 6),), "overdriving"),
    "overdriving-left-by-key": Made(
        (do("open-smile", 6), do("brow-raise", 1)), "overdriving", happens={54.0: NEXT}
    ),
    "overdriving-obeys": Made((do("open-smile", 6),), EAGER),
    "usual-size-odd-beginning": Made(SMILE, "overdriving", plan={"references": USUAL}),
    "therapists-size": Made(SMILE, plan={"references": THERAPISTS}),
    "overdriving-smaller-too": Made((do("open-smile", 10),), "overdriving", rate=8),
    "two-stopped-ends": Made(TWO_LINKED, LINKED_TWICE),
    "two-stopped-goes-on": Made(TWO_LINKED, LINKED_TWICE, happens={80.0: ENTER}),
    "flaccid-two-exercises": Made(
        (do("open-smile", 2), do("brow-raise", 2), do("pucker", 2), do("massage-cheek")),
        "flaccid",
    ),
}
