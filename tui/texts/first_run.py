"""Every text of the first run, in one place, ready for another language.

Calm, plain, kind and short: no page needs scrolling at 60 columns by 20 lines if it can be
helped. `Words.options` is in the order shown; its keys are the values kept.
"""

from typing import Final

from routines.program import COMMAND
from sessions.report.words import NOTICE
from tui.texts.holds import EMERGENCY
from tui.texts.linked import LINKED
from tui.texts.page_words import Words

PAGES: Final[dict[str, Words]] = {
    "welcome": Words(
        title="Small, slow, symmetrical",
        text=(
            "About three minutes of questions, then practice.",
            "The camera watches each half of your face by itself. It can end a set.",
            f"{NOTICE} Stop when you feel pain, tiredness or a movement you did not want.",
            "e: an example first, 30 seconds.",
        ),
    ),
    "flags": Words(
        title="A doctor first",
        text=(EMERGENCY, "Which of these has no doctor seen yet?"),
        options={
            "sudden-limbs-or-speech": "Arm, leg, speech or balance changed too",
            "eye-pain-or-vision": "Eye pain, redness, light hurts, sight changed",
            "worsening": "It gets worse, after days or over weeks",
            "ear-rash-or-hearing": "Blisters at the ear, hearing loss, spinning",
            "lump": "A lump in front of the ear",
            "fever-or-tick": "Fever, a rash or a tick bite",
            "second-time": "It is the second time",
            "weaker-with-use": "Lids, sight or swallowing weaken with use",
        },
        none="None of these",
    ),
    "not-for": Words(
        title="Not for everybody",
        text=("Does any of these describe you?",),
        options={
            "stroke-or-brain": "It comes from a stroke or brain injury",
            "both-sides": "Both sides of the face are weak",
            "botulinum": "Botulinum toxin, in the last 4 months",
            "graft-or-surgery": "Nerve, face or ear surgery, last 12 months",
            "child": "The person practising is a child",
        },
        none="None of these",
    ),
    "toxin-date": Words(
        title="Botulinum toxin",
        text=(
            (
                "When was the last injection? 2026-03-14, March 2026, or how long ago: 3 weeks, "
                "5 months."
            ),
            (
                "Practice waits until 16 weeks after it, unless a therapist has made your plan. "
                "Empty if you do not know. I ask again in a month."
            ),
        ),
    ),
    "therapist-plan": Words(
        title="With a therapist",
        text=("Has a therapist made the plan for this practice?",),
        options={"yes": "Yes", "no": "Not yet"},
    ),
    "doctor": Words(
        title="What a doctor said",
        text=("Tick what is so. Leave out what is not so, or not sure.",),
        options={
            "seen-by-doctor": "A doctor has looked at my facial palsy",
            "causes-ruled-out": "Other causes: none found, or treated",
            "swelling-settled": "Swelling and pain of the first days are gone",
            "exercises-agreed": "A therapist or doctor agreed to exercises",
        },
        none="None of these",
    ),
    "cause": Words(
        title="What it comes from",
        text=("What were you told?",),
        options={
            "bells": "Bell's palsy",
            "ramsay-hunt": "Shingles at the ear (Ramsay Hunt)",
            "surgery": "An operation",
            "injury": "An injury",
            "growth": "A growth at the nerve",
            "born-with": "From birth",
            "other": "Something else, or not known",
        },
    ),
    "operated": Words(
        title="Operations",
        text=(
            (
                "Did you ever have an operation here? Then we skip exercises that hold air in the "
                "cheeks."
            ),
        ),
        options={"face": "The face", "ear": "The ear", "skull-base": "The base of the skull"},
        none="None of these",
    ),
    "onset": Words(
        title="When it began",
        text=("About when? March 2026, or 5 months. Empty: not known.",),
    ),
    "side": Words(
        title="Your weak side",
        text=("Touch the cheek that was weak when it began. The drawing is like a mirror.",),
        options={"left": "LEFT cheek", "right": "RIGHT cheek"},
    ),
    "stage": Words(
        title="Where you are now",
        text=("Relax your face. Try a very small smile. What does the weak side do?",),
        options={
            "flaccid": "Nothing moves yet. It hangs loose.",
            "paretic": "It moves a little, and nothing else moves.",
            "synkinetic": (
                "It moves, but another part moves too (for example the eye), or it feels tight."
            ),
            "unsure": "Not sure",
        },
    ),
    "regions": Words(
        title="Where it matters to you",
        text=("Which parts would you like to work on?",),
        options={
            "brow": "Forehead and brow",
            "eye": "Eye",
            "nose": "Nose",
            "cheek": "Cheek",
            "mouth": "Mouth",
            "neck": "Neck",
        },
        none="No wish",
    ),
    "tension": Words(
        title="Tight or twitching",
        text=("On most days?",),
        options={"tight": "Face or neck feels tight", "spasm": "It twitches or cramps"},
        none="None of these",
    ),
    "eye-closes": Words(
        title="Your eye",
        text=("Close the weak eye softly. Does it close all the way? Do not force it.",),
        options={"yes": "Yes, all the way", "no": "No, a gap stays", "unsure": "I am not sure"},
    ),
    "eye-covered": Words(
        title="A covered eye",
        text=(
            "Is it taped, patched or shielded in practice? Leave it covered: the clock leads then.",
        ),
        options={"no": "No", "yes": "Yes, it stays covered"},
    ),
    **LINKED,
    "sound": Words(
        title="Sound",
        text=(
            (
                "Soft sounds say when to move, stay and let go. This is the softest one. "
                "If sound hurts, or you hear little, switch it off: every cue is on the screen too."
            ),
        ),
    ),
    "view": Words(
        title="Seeing yourself",
        text=(
            (
                "You will not see your face. Many people practise better without it, and a mirror "
                "invites big movements. Two bars show how far each side moves. If you like to "
                "look, stand a hand mirror beside the screen."
            ),
        ),
        options={
            "bars": "Bars, no picture",
            "cue-only": "Only the words",
            "sketch": "A sketch of dots",
            "mirror": "The camera's picture, never kept",
        },
    ),
    "name": Words(
        title="Your name",
        text=(
            (
                "We show it on the first screen, so that nobody practises in another person's "
                "notes. You may leave it empty."
            ),
        ),
    ),
    "where": Words(
        title="Where your notes live",
        text=(
            "On this computer, in a folder only you can open:",
            "{folder}",
            "No picture is kept unless you ask for progress photos.",
            f"Nothing is sent anywhere. `{COMMAND} forget` deletes it all.",
        ),
    ),
    "end": Words(title="Ready"),
}

THEMES: Final = {
    "welcome": "Welcome",
    "safety": "Safety",
    "palsy": "Your palsy",
    "face": "Your face",
    "ready": "Ready",
}
PLACE: Final = "{theme} {number} of {count}"
ANSWERED: Final = "{title}: {answer}"
NOT_KNOWN: Final = "not known"
LATER_INTRO: Final = "A question for your comfort. Esc leaves it as it is."

HELP: Final = (
    "Answer with a number, or with the arrows and Enter. Space or a number ticks. b goes back a "
    "question, Ctrl+B where you type. Esc leaves: your answers are kept, and Home goes on from "
    "there. Where an answer is marked, Enter takes it. You can change everything in Settings."
)
CHOOSE_FIRST: Final = "Choose with a number, or with the arrows and Enter."
TICK_OR_NONE: Final = "Tick what fits with the numbers, or press 0 for none of it."
DATE_NOT_UNDERSTOOD: Final = "I did not understand that. Try 2026-03, or 5 months."
DATE_UNDERSTOOD: Final = "{day}, {ago} ago"
DATE_ENTER: Final = ". Enter goes on."
SIDE_CHOSEN: Final = "Your {side} side was weak. Is your hand on that cheek? Then Enter."
SIDE_ASK: Final = "Press its arrow key."
NAME_LABEL: Final = "Name, then Enter"
ONSET_LABEL: Final = "When, then Enter"
SOUND_STATE: Final = "level {level} of 5, {pitch} pitch, {ear}"
SOUND_OFF: Final = "off"
SOUND_EARS: Final = {"both": "both ears", "left": "left ear", "right": "right ear"}
SOUND_KEYS: Final = (
    "1-5  how loud        h  pitch\ne    which ear       o  off or on\nspace  hear it again"
)
