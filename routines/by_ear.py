"""What leads an exercise with shut eyes, and its sentences where there are no tones. Pure.

The sentences of the catalogue name the tone that each of them waits for ("A falling tone: close
both eyes"). Where no tone sounds they are said without it, as what is not heard cannot lead.
"""

from msgspec.structs import replace

from routines.model import LedBy, Routine

SEATED = "Stay seated for this one: your eyes will be closed."
LEADS: dict[LedBy, str] = {
    "tones": "Tones will guide you.",
    "words": "Spoken words will guide you.",
    "nothing": "Sound is off, so count slowly by yourself.",
}
SIGNALS = ("A falling tone: ", "A rising tone: ", "A low tone: ", "Short ticks: ")


def seated(led_by: LedBy) -> str:
    """What comes first where eyes are shut."""
    return f"{SEATED} {LEADS[led_by]}"


def without_signals(sentence: str) -> str:
    """The sentence without the tones it waits for."""
    for signal in SIGNALS:
        first, found, then = sentence.partition(signal)
        while found:
            sentence = f"{first}{then[:1].upper()}{then[1:]}"
            first, found, then = sentence.partition(signal)
    return sentence


def led(routine: Routine, by: LedBy) -> Routine:
    """`routine` with its sentences for what is heard today."""
    return replace(routine, steps=tuple(replace(s, led_by=by) for s in routine.steps))
