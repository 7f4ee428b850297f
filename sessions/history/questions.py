"""What a person is asked about himself or herself: before a practice, and once a week.

Own words, no questionnaire's items; answers are 0 (not at all) to 10 (very much). The keys stand
in records and in the diary and are never renamed.
"""

from typing import Final

from routines.language import _

CHECK_IN: Final = {
    "tiredness": _("Tired"),
    "tightness": _("Face or neck tight"),
    "pain": _("Pain"),
    "eye_dryness": _("Eye dry or sore"),
}
"""Before a practice: how it is just now."""

AT_REST: Final = {"rest_uneven": _("Face uneven at rest")}
"""Before a weekly record only; kept with the answers above, shown beside what was measured."""

WEEKLY: Final = {
    "eye": _("The eye"),
    "drinking": _("Drinking"),
    "eating": _("Eating"),
    "speech": _("Being understood"),
    "sound": _("Loud sounds"),
    "tightness": _("Face and neck tight"),
    "confidence": _("Being unsure of myself"),
    "being_seen": _("Being seen by others"),
    "low_mood": _("Feeling low"),
}
"""Once a week: how much trouble there was with it."""
