"""The sentences of a report that do not depend on the person: how numbers are made, how far they
can be trusted, what the report is not. Every figure has its source in the validity study or the
clinical brief.
"""

from typing import Final

from routines.language import _
from routines.language.lists import begun, within
from routines.safe_text import harmless
from sessions.history.questions import AT_REST, CHECK_IN, WEEKLY
from sessions.history.summary import StopSummary
from sessions.history.weeks import Verdict
from sessions.readings import RestPart

NOTICE: Final = _(
    "slowsmile is a practice aid. It does not diagnose, measure a disease or replace a therapist."
)

VERDICTS: dict[Verdict, str] = {
    "larger": _("larger"),
    "smaller": _("smaller"),
    "about the same": _("about the same"),
}
UNSCORED: dict[str, str] = {
    "no-face": _("no face"),
    "two-faces": _("two faces"),
    "too-near": _("too near"),
    "too-far": _("too far"),
    "off-centre": _("off centre"),
    "head-turned": _("head turned"),
    "too-dark": _("too dark"),
    "too-bright": _("too bright"),
    "blurred": _("blurred"),
    "slow": _("slow"),
    "hand": _("hand"),
    "eye-covered": _("eye covered"),
    "too few frames": _("too few frames"),
}
"""Why a repetition was not scored, by what its record says."""
ABOUT = _("{notice} Its numbers compare one person with himself or herself.").format(notice=NOTICE)

HOW_MADE = (
    _(
        "Each half of the face is mirrored into a whole face and read by itself. So the moving "
        "half does not lend its movement to the still one."
    ),
    _(
        "Millimetres are from that session's own rest. The scale takes the iris as 11.7 mm and the "
        "pupils as 62 mm apart: right to about 7 %, and the same for both halves."
    ),
    _(
        "A session's number is the median of its full-size repetitions scored with normal "
        "confidence; a week's is the median of at least three sessions."
    ),
    _(
        "A change is named only beyond the smallest change that this person's own scatter allows "
        "to be told; until that is known, beyond 1.5 mm or 20 %, whichever is larger."
    ),
)
"""How the numbers come about."""

KNOWN_ERROR = (
    _(
        "Weak side as a share of the strong side: about 20 points either way (95 %) for smile and "
        "brow; coarser for eye closure, pucker and nose, so those are given in words. A healthy "
        "face reads anywhere from 80 to 120 %."
    ),
    _(
        "One repetition: about 0.6 mm either way. Where less is seen than can be told from noise, "
        "or than a tenth of the other side, it says: no movement seen."
    ),
    _(
        "Linked movement: narrowing of the eye is readable from about 1 mm; a mouth corner that "
        "moves with eye closure is not, below about 2 mm."
    ),
    _(
        "Tested on rendered faces and altered photographs, not on people with facial palsy. "
        "Beards, glasses, older faces and many skin tones are untested."
    ),
    _(
        "The limits that end a set are cautious choices, not published cut-offs; linked-movement "
        "limits rest on single studies. None of this is a clinical grade."
    ),
)
"""What is known about how wrong they may be (validity study, section 12)."""

OWN_ERROR = _(
    "Self-test on this face, {day}: by error alone two readings differ by up to {sizes}. "
    "Where that is worse than the limits of everybody, it stands in their place."
)
OWN_ERROR_AND_SHARE = _(
    "Self-test on this face, {day}: by error alone two readings differ by up to {sizes}; shares of "
    "the strong side were read up to {points:.0f} points wrong. Where that is worse than the "
    "limits of everybody, it stands in their place."
)
CORNER_MM = 1.0
"""Error of the difference of the mouth corners at rest (95 %)."""
REST_LINE = _(
    "Medians of the week. Mouth corner: right to about {mm:zg} mm (95 %). Eye and brow are not "
    "read well enough for a number."
)
EYE_GAP_LINE = _(
    "Medians of the week, 95 % range in brackets. Millimetres only where it is known how this "
    "person's shut eye looks to the camera. It cannot tell a shut eye from a thin line: what the "
    "person or a doctor sees counts."
)
RATING_LINE = _("Own rating: uneven at rest, 0 not at all to 10 very much.")
"""What a table of the face at rest can be trusted for (`sessions.scoring.at_rest`)."""

IN_BRACKETS = _(
    "Weak side: change of the weekly medians, in brackets the smallest one that can be told. "
    "Seen in: sessions in which it moved."
)
LOW_CONFIDENCE_LINE = _("* Low confidence: shown, never a fine grade.")

WITHOUT_BARS = _(
    "Size without seeing the bars, of the size with them, latest session: {told}. It shows what "
    "was learned."
)

NO_NOTE = _('None. A note that ends with "?" is a question for the visit.')

REST_NAMES: dict[RestPart, str] = {"corner": _("mouth corner"), "eye": _("eye"), "brow": _("brow")}

CAUSES = {
    "bells": _("Bell's palsy"),
    "ramsay-hunt": _("shingles at the ear (Ramsay Hunt)"),
    "surgery": _("an operation"),
    "injury": _("an injury"),
    "growth": _("a growth at the nerve"),
    "born-with": _("from birth"),
    "other": _("another cause"),
}
"""What the person was told, by the keys of the settings."""

EYE_GAPS = {
    "closed": _("it closes"),
    "gap": _("a gap of white stays"),
    "clear-part": _("the clear part shows"),
}
"""The own weekly answer about the eye, by the keys of the diary."""

STOPPED_BY = {
    "fatigue": _("weak side tiring"),
    "overcompensation": _("strong side too large"),
    "synkinesis": _("linked movement"),
}


FELT = {
    "tired": _("own word: tired"),
    "annoyed": _("own word: enough"),
    "pain": _("own word: pain"),
}
"""A set that the person ended, by the feeling that was named."""


def question(kind: str, key: str) -> str:
    """What was asked, in a few words."""
    plain = harmless(key.replace("_", " "), 30)
    if kind == "weekly":
        return _("Week: {get}").format(get=within(WEEKLY.get(key, plain)))
    return {**CHECK_IN, **AT_REST}.get(key, begun(plain))


def stopped_by(stop: StopSummary) -> str:
    """Why a set ended, in a few words."""
    if stop.rule == "self":
        return FELT.get(stop.sign, _("own word"))
    return STOPPED_BY.get(stop.rule, stop.rule)


def share_in_words(percent: float) -> str:
    """A coarse share of the strong side, for movements whose ratio is not known finely."""
    for limit, said in ((15, _("hardly any")), (40, _("about a quarter")), (60, _("about half"))):
        if percent < limit:
            return said
    return _("about three quarters") if percent < 80 else _("nearly equal")
