"""Every text of the first run, in one place, ready for another language.

Calm, plain, kind and short: no page needs scrolling at 60 columns by 20 lines if it can be
helped. `Words.options` is in the order shown; its keys are the values kept.
"""

from typing import Final

from routines.language import _, pgettext
from routines.program import COMMAND
from sessions.report.words import NOTICE
from tui.texts.holds import EMERGENCY
from tui.texts.linked import LINKED, Words

PAGES: Final[dict[str, Words]] = {
    "welcome": Words(
        title=_("Small, slow, symmetrical"),
        text=(
            _("Three minutes of questions first."),
            _("The camera watches each half of your face and can end a set."),
            _("{notice} Stop at pain, tiredness or unwanted movement.").format(notice=NOTICE),
        ),
    ),
    "flags": Words(
        title=_("A doctor first"),
        text=(EMERGENCY, _("Which of these has no doctor seen yet?")),
        options={
            "sudden-limbs-or-speech": _("Arm, leg, speech or balance changed too"),
            "eye-pain-or-vision": _("Eye pain, redness, sticky; light hurts, sight changed"),
            "worsening": _("Getting worse after the first days"),
            "ear-rash-or-hearing": _("Ear blisters, hearing loss, spinning"),
            "lump": _("Lump in front of the ear"),
            "fever-or-tick": _("Fever, rash, tick bite"),
            "second-time": _("Happened before"),
            "weaker-with-use": _("Eyelids, sight, swallowing weaker with use"),
        },
        none=_("None of these"),
    ),
    "not-for": Words(
        title=_("Which are true?"),
        text=(),
        options={
            "stroke-or-brain": _("Caused by stroke or brain injury"),
            "both-sides": _("Both sides are weak"),
            "botulinum": _("Botulinum toxin, last 4 months"),
            "graft-or-surgery": _("Nerve, face or ear surgery, last 12 months"),
            "child": _("A child's face"),
        },
        none=_("None of these"),
    ),
    "toxin-date": Words(
        title=_("Botulinum toxin"),
        text=(
            _(
                "When was the last injection? 2026-03-14, March 2026, or how long ago: 3 weeks, "
                "5 months."
            ),
            _(
                "Practice waits until 16 weeks after it, unless a therapist has made your plan. "
                "Empty if you do not know. I ask again in a month."
            ),
        ),
    ),
    "therapist-plan": Words(
        title=_("With a therapist"),
        text=(_("Has a therapist made the plan for this practice?"),),
        options={"yes": _("Yes"), "no": _("Not yet")},
    ),
    "doctor": Words(
        title=_("What a doctor said"),
        text=(_("Tick what is sure."),),
        options={
            "seen-by-doctor": _("A doctor has seen my palsy"),
            "causes-ruled-out": _("Other causes: none found, or treated"),
            "swelling-settled": _("First swelling and pain are gone"),
            "exercises-agreed": _("A therapist or doctor agreed to exercises"),
        },
        none=_("None of these"),
    ),
    "cause": Words(
        title=_("What it comes from"),
        text=(_("What were you told?"),),
        options={
            "bells": _("Bell's palsy"),
            "ramsay-hunt": _("Shingles at the ear (Ramsay Hunt)"),
            "surgery": _("An operation"),
            "injury": _("An injury"),
            "growth": _("A growth at the nerve"),
            "born-with": _("From birth"),
            "other": _("Something else, or not known"),
        },
    ),
    "operated": Words(
        title=_("Operations"),
        text=(
            _(
                "Did you ever have an operation here? Then we skip exercises that hold air in the "
                "cheeks."
            ),
        ),
        options={
            "face": _("The face"),
            "ear": _("The ear"),
            "skull-base": _("The base of the skull"),
        },
        none=_("None of these"),
    ),
    "onset": Words(
        title=_("When it began"),
        text=(_("About when? March 2026, or 5 months. Empty: not known."),),
    ),
    "side": Words(
        title=_("Weak side"),
        text=(_("Touch the cheek that was weak at first. Which side?"),),
        options={"left": _("LEFT"), "right": _("RIGHT")},
    ),
    "stage": Words(
        title=_("Where you are now"),
        text=(_("Relax. Try a tiny smile. What does the weak side do?"),),
        options={
            "flaccid": _("Nothing. It hangs loose."),
            "paretic": _("It moves a little, nothing else."),
            "synkinetic": _("Another part, like the eye, moves too, or it feels tight."),
            "unsure": _("Not sure"),
        },
    ),
    "regions": Words(
        title=_("Where it matters to you"),
        text=(_("Which parts would you like to work on?"),),
        options={
            "brow": _("Forehead and brow"),
            "eye": _("Eye"),
            "nose": _("Nose"),
            "cheek": _("Cheek"),
            "mouth": _("Mouth"),
            "neck": _("Neck"),
        },
        none=_("No wish"),
    ),
    "tension": Words(
        title=_("Tight or twitching"),
        text=(_("Does this happen on most days?"),),
        options={"tight": _("Face or neck feels tight"), "spasm": _("It twitches or cramps")},
        none=_("None of these"),
    ),
    "eye-closes": Words(
        title=_("Your eye"),
        text=(_("Close the weak eye softly, without force. Does it shut fully?"),),
        options={
            "yes": _("Yes"),
            "no": _("No, a gap stays"),
            "unsure": _("Not sure"),
        },
    ),
    "eye-covered": Words(
        title=_("A covered eye"),
        text=(
            _(
                "Is it taped, patched or shielded in practice? Leave it covered: the clock leads "
                "then."
            ),
        ),
        options={"no": _("No"), "yes": _("Yes, it stays covered")},
    ),
    **LINKED,
    "sound": Words(
        title=_("Sound"),
        text=(
            _(
                "Soft sounds say when to move, stay and let go. This is the softest one. "
                "If sound hurts, or you hear little, switch it off: every cue is on the screen too."
            ),
        ),
    ),
    "view": Words(
        title=_("Seeing yourself"),
        text=(
            _(
                "You will not see your face. Many people practise better without it, and a mirror "
                "invites big movements. Two bars show how far each side moves. If you like to "
                "look, stand a hand mirror beside the screen."
            ),
        ),
        options={
            "bars": _("Bars, no picture"),
            "cue-only": _("Only the words"),
            "sketch": _("A sketch of dots"),
            "mirror": _("The camera's picture, never kept"),
        },
    ),
    "name": Words(
        title=_("Your name"),
        text=(
            _(
                "We show it on the first screen, so that nobody practises in another person's "
                "notes. You may leave it empty."
            ),
        ),
    ),
    "where": Words(
        title=_("Where your notes live"),
        text=(
            _("On this computer, in a folder only you can open:"),
            "{folder}",
            _("No picture is kept unless you ask for progress photos."),
            _("Nothing is sent anywhere. `{command} forget` deletes it all.").format(
                command=COMMAND
            ),
        ),
    ),
    "end": Words(title=_("Ready")),
}

THEMES: Final = {
    "welcome": _("Welcome"),
    "safety": _("Safety"),
    "palsy": _("Palsy"),
    "face": _("Face"),
    "ready": _("Ready"),
}
PLACE: Final = _("{theme} {number} of {count}")
NOT_KNOWN: Final = _("not known")
LATER_INTRO: Final = _("A question for your comfort. Esc leaves it as it is.")
LATER_FACT: Final = _("A question for your plan and your report. Esc leaves it open.")

HELP: Final = _(
    "Answer with a number, or with the arrows and Enter. Space or a number ticks. b goes back a "
    "question, Ctrl+B where you type. Esc leaves: your answers are kept, and Home goes on from "
    "there. Where an answer is marked, Enter takes it. You can change everything in Settings."
)
CHOOSE_FIRST: Final = _("Choose with a number, or with the arrows and Enter.")
TICK_OR_NONE: Final = _("Tick what fits with the numbers, or press 0 for none of it.")
DATE_NOT_UNDERSTOOD: Final = _("I did not understand that. Try 2026-03, or 5 months.")
DATE_UNDERSTOOD: Final = _("{day}, {ago} ago")
DATE_ENTER: Final = _("{day}, {ago} ago. Enter goes on.")
SIDE_CHOSEN: Final = _("{side}: is your hand there?")
NAME_LABEL: Final = _("Name, then Enter")
ONSET_LABEL: Final = _("When, then Enter")
SOUND_STATE: Final = _("level {level} of 5, {pitch} pitch, {ear}")
SOUND_PITCHES: Final = {
    "low": pgettext("a pitch", "low"),
    "middle": pgettext("a pitch", "middle"),
    "high": pgettext("a pitch", "high"),
}
SOUND_OFF: Final = _("off")
SOUND_EARS: Final = {"both": _("both ears"), "left": _("left ear"), "right": _("right ear")}
SOUND_KEYS: Final = _(
    "1-5  how loud        h  pitch\ne    which ear       o  off or on\nSpace  hear it again"
)
