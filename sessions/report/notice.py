"""What this program is not, in the words of every place that says so."""

from typing import Final

NOTICE: Final = (
    "slowsmile is a practice aid and a personal log. It does not diagnose, it does not measure "
    "a disease, and it does not replace a therapist."
)
