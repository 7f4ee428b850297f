"""What a person's answers leave open, and what each answer that holds back says."""

from typing import Final

from routines.language import _

EMERGENCY: Final = _(
    "Call the emergency number now if a suddenly weak face comes with a weak arm or leg. "
    "Or with trouble speaking or balancing, confusion or the worst headache ever."
)
END: Final = {
    "emergency": _("Nothing is open until a doctor has looked."),
    "active": _(
        "Massage, calm, care of the eye and gentle movement for your stage are open. "
        "Small and soft is right: effort 2 to 3 of 10, never more."
    ),
    "soft": _("Massage, relaxation, eye care and Learn are open."),
    "care": _("Advice for the eye, breathing, calm and Learn are open."),
    "unanswered": _("Learn is open."),
}
HOLDS: Final = {
    "not-answered": _("Some questions are not answered yet."),
    "seen-by-doctor": _(
        "A face that is newly weak needs a doctor today. You cannot tell it from a stroke "
        "yourself. Treatment works best within 72 hours. If it began long ago, make an appointment "
        "soon."
    ),
    "causes-ruled-out": _("Ask your doctor whether other causes were looked for."),
    "swelling-settled": _("Wait until the swelling and pain of the first weeks are gone."),
    "exercises-agreed": _("Ask a therapist or doctor whether exercises are right for you now."),
    "botulinum": _(
        "After botulinum toxin, practise by your therapist's plan, or wait until 16 weeks after "
        "the injection."
    ),
    "graft-or-surgery": _("After an operation, practise by your therapist's plan."),
    "child": _("A child practises by a therapist's plan, with a grown-up."),
    "stroke-or-brain": _(
        "After a stroke or brain injury other exercises help. Ask your therapist."
    ),
    "both-sides": _("Two weak sides should be seen by a doctor. This program cannot guide you."),
    "side": _("Your weak side is not known yet."),
    "stage": _("Where you are now is not known yet: ask your therapist, or look again in a while."),
    "flaccid": _(
        "While nothing moves, effort does not help. The strong side may learn to pull. Massage, "
        "rest, imagining and eye care help."
    ),
    "flag-sudden-limbs-or-speech": EMERGENCY,
    "flag-eye-pain-or-vision": _(
        "Let a doctor look at your eye today. Do not touch it until then."
    ),
    "flag-worsening": _("A palsy that gets worse should be seen by a doctor soon."),
    "flag-ear-rash-or-hearing": _(
        "Blisters at the ear or hearing loss: let a doctor look today. Treatment should begin soon."
    ),
    "flag-lump": _("Let a doctor look at the lump soon."),
    "flag-fever-or-tick": _("Fever, a rash or a tick bite should be seen by a doctor soon."),
    "flag-second-time": _("A second time should be seen by a doctor soon."),
    "flag-weaker-with-use": _("Tell a doctor soon that it weakens with use."),
}
CLOSED: Final = {
    "care": _("Closed now: movement, massage and warmth."),
    "soft": _("Closed now: movement."),
}
"""What an answer closes, by how far the answers reach."""
_DOCTOR: Final = _("Opens when a doctor has looked. Then untick it: Settings, Warning signs.")
_TICK: Final = _("Opens when this is so. Then tick it: Settings, What a doctor said.")
_PLAN: Final = _("Opens with a therapist's plan. Then say so: Settings, A therapist made the plan.")
OPENS: Final = {
    "seen-by-doctor": _(
        "Opens when a doctor has looked. Then tick it: Settings, What a doctor said."
    ),
    "causes-ruled-out": _TICK,
    "swelling-settled": _TICK,
    "exercises-agreed": _TICK,
    "botulinum": _PLAN,
    "graft-or-surgery": _PLAN,
    "child": _PLAN,
    "stroke-or-brain": _("This stays closed here."),
    "both-sides": _("This stays closed here."),
    "side": _("Opens when you choose it: Settings, Weak side."),
    "stage": _("Opens when you choose it: Settings, Where you are now."),
    "flaccid": _("Opens when something moves. The weekly look asks you."),
    "flag-eye-pain-or-vision": _DOCTOR,
    "flag-worsening": _DOCTOR,
    "flag-ear-rash-or-hearing": _DOCTOR,
    "flag-lump": _DOCTOR,
    "flag-fever-or-tick": _DOCTOR,
    "flag-second-time": _DOCTOR,
    "flag-weaker-with-use": _DOCTOR,
}
"""What opens it again, for each key of `HOLDS` that closes something but an emergency."""
STAGE_OPENS: Final = _("Opens when this has changed: Settings, Where you are now.")
LOOK_WAITS: Final = _("The look was done this week. It opens again a week after it.")
