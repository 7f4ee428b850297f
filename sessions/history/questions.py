"""What a person is asked about himself or herself: before a practice, and once a week.

Own words, no questionnaire's items; answers are 0 (not at all) to 10 (very much). The keys stand
in records and in the diary and are never renamed.
"""

from typing import Final

CHECK_IN: Final = {
    "tiredness": "Tired",
    "tightness": "Face or neck tight",
    "pain": "Pain",
    "eye_dryness": "Eye dry or sore",
}
"""Before a practice: how it is just now."""

AT_REST: Final = {"rest_uneven": "Face uneven at rest"}
"""Before a weekly record only; kept with the answers above, shown beside what was measured."""

WEEKLY: Final = {
    "eye": "The eye",
    "drinking": "Drinking",
    "eating": "Eating",
    "speech": "Being understood",
    "sound": "Loud sounds",
    "tightness": "Face and neck tight",
    "confidence": "Being unsure of myself",
    "being_seen": "Being seen by others",
    "low_mood": "Feeling low",
}
"""Once a week: how much trouble there was with it."""
