"""How soon a doctor has to look, from the answers: at once, today, or soon. Pure.

Signs of a stroke are an emergency. A sore eye (cornea), blisters at the ear or hearing loss
(Ramsay Hunt) and a weak face that no doctor has seen belong to a doctor the same day: steroids
for Bell's palsy help most within 72 hours (NHS; College of Optometrists: new cases are
emergencies). The other signs are for an appointment soon.
"""

import datetime

from msgspec.structs import replace

from sessions.care.settings import RedFlag, Settings

EMERGENCY: RedFlag = "sudden-limbs-or-speech"
SORE_EYE: RedFlag = "eye-pain-or-vision"
TODAY: tuple[RedFlag, ...] = (SORE_EYE, "ear-rash-or-hearing")


def emergency(settings: Settings) -> bool:
    """Whether signs of a stroke were ticked and no doctor has looked at them."""
    return EMERGENCY in settings.answers.red_flags


def flags_for_today(settings: Settings) -> tuple[str, ...]:
    """Keys of `texts.holds` for the ticked signs that a doctor should see today."""
    return tuple(f"flag-{flag}" for flag in TODAY if flag in settings.answers.red_flags)


def doctor_looked(settings: Settings, on: datetime.date) -> Settings:
    """The person confirmed on the emergency card that a doctor has looked at the signs."""
    answers = settings.answers
    left = tuple(flag for flag in answers.red_flags if flag != EMERGENCY)
    return replace(settings, answers=replace(answers, red_flags=left, emergency_seen_on=on))
