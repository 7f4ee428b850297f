"""The sentences of a report that do not depend on the person: how numbers are made, how far they
can be trusted, what the report is not. Every figure has its source in the validity study or the
clinical brief.
"""

from typing import Final

from routines.safe_text import harmless
from sessions.history.questions import AT_REST, CHECK_IN, WEEKLY
from sessions.history.summary import StopSummary
from sessions.readings import RestPart

NOTICE: Final = (
    "slowsmile is a practice aid and a personal log. It does not diagnose, it does not measure "
    "a disease, and it does not replace a therapist."
)

ABOUT = f"{NOTICE} Its numbers compare one person with himself or herself."

HOW_MADE = (
    (
        "Each half of the face is mirrored into a whole face and read by itself. So the moving "
        "half does not lend its movement to the still one."
    ),
    (
        "Millimetres are from that session's own rest. The scale takes the iris as 11.7 mm: right "
        "to about 7 %, and the same for both halves."
    ),
    (
        "A session's number is the median of its full-size repetitions scored with normal "
        "confidence; a week's is the median of at least three sessions."
    ),
    (
        "A change is named only beyond the smallest change that this person's own scatter allows "
        "to be told; until that is known, beyond 1.5 mm or 20 %, whichever is larger."
    ),
)
"""How the numbers come about."""

KNOWN_ERROR = (
    (
        "Weak side as a share of the strong side: about 20 points either way (95 %) for smile and "
        "brow; coarser for eye closure, pucker and nose, so those are given in words. A healthy "
        "face reads anywhere from 80 to 120 %."
    ),
    (
        "One repetition: about 0.6 mm either way. Where less is seen than can be told from noise, "
        "or than a tenth of the other side, it says: no movement seen."
    ),
    (
        "Linked movement: narrowing of the eye is readable from about 1 mm; a mouth corner that "
        "moves with eye closure is not, below about 2 mm."
    ),
    (
        "Tested on rendered faces and altered photographs, not on people with facial palsy. "
        "Beards, glasses, older faces and many skin tones are untested."
    ),
    (
        "The limits that end a set are cautious choices, not published cut-offs; linked-movement "
        "limits rest on single studies. None of this is a clinical grade."
    ),
)
"""What is known about how wrong they may be (validity study, section 12)."""

OWN_ERROR = (
    "Self-test on this face, {day}: by error alone two readings differ by up to {sizes}{share}. "
    "Where that is worse than the limits of everybody, it stands in their place."
)
OWN_SHARE = "; shares of the strong side were read up to {points:.0f} points wrong"
CORNER_MM = 1.0
"""Error of the difference of the mouth corners at rest (95 %)."""
REST_LINE = (
    "Medians of the week. Mouth corner: right to about {mm:zg} mm (95 %). Eye and brow are not "
    "read well enough for a number."
)
EYE_GAP_LINE = (
    "Medians of the week, 95 % range in brackets. Millimetres only where it is known how this "
    "person's shut eye looks to the camera. It cannot tell a shut eye from a thin line: what the "
    "person or a doctor sees counts."
)
RATING_LINE = "Own rating: uneven at rest, 0 not at all to 10 very much."
"""What a table of the face at rest can be trusted for (`sessions.scoring.at_rest`)."""

IN_BRACKETS = (
    "Weak side: change of the weekly medians, in brackets the smallest one that can be told. "
    "Seen in: sessions in which it moved."
)
LOW_CONFIDENCE_LINE = "* Low confidence: shown, never a fine grade."

WITHOUT_BARS = (
    "Size without seeing the bars, of the size with them, latest session: {told}. It shows what "
    "was learned."
)

NO_NOTE = 'None. A note that ends with "?" is a question for the visit.'

REST_NAMES: dict[RestPart, str] = {"corner": "mouth corner", "eye": "eye", "brow": "brow"}

CAUSES = {
    "bells": "Bell's palsy",
    "ramsay-hunt": "shingles at the ear (Ramsay Hunt)",
    "surgery": "an operation",
    "injury": "an injury",
    "growth": "a growth at the nerve",
    "born-with": "from birth",
    "other": "another cause",
}
"""What the person was told, by the keys of the settings."""

EYE_GAPS = {
    "closed": "it closes",
    "gap": "a gap of white stays",
    "clear-part": "the clear part shows",
}
"""The own weekly answer about the eye, by the keys of the diary."""

STOPPED_BY = {
    "fatigue": "weak side tiring",
    "overcompensation": "strong side too large",
    "synkinesis": "linked movement",
}


def question(kind: str, key: str) -> str:
    """What was asked, in a few words."""
    plain = harmless(key.replace("_", " "), 30)
    if kind == "weekly":
        return f"Week: {WEEKLY.get(key, plain).lower()}"
    return {**CHECK_IN, **AT_REST}.get(key, plain.capitalize())


def stopped_by(stop: StopSummary) -> str:
    """Why a set ended, in a few words."""
    if stop.rule == "self":
        return f"own word: {stop.sign}" if stop.sign not in ("", "not named") else "own word"
    return STOPPED_BY.get(stop.rule, stop.rule)


def share_in_words(percent: float) -> str:
    """A coarse share of the strong side, for movements whose ratio is not known finely."""
    for limit, said in ((15, "hardly any"), (40, "about a quarter"), (60, "about half")):
        if percent < limit:
            return said
    return "about three quarters" if percent < 80 else "nearly equal"
