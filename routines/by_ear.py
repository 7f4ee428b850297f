"""What leads an exercise with shut eyes, and its sentences where there are no tones. Pure.

The sentences of the catalogue name the tone that each of them waits for ("A falling tone: close
both eyes"). Where no tone sounds they are said without it, as what is not heard cannot lead.
"""

from msgspec.structs import replace

from routines.language import _
from routines.model import LedBy, Routine

SEATED = _("Stay seated for this one: your eyes will be closed.")
LEADS: dict[LedBy, str] = {
    "tones": _("Tones will guide you."),
    "words": _("Spoken words will guide you."),
    "lines": _("A screen reader can guide you. Without one, count slowly by yourself."),
    "nothing": _("Sound is off, so count slowly by yourself."),
}
SIGNALS = (_("A falling tone: "), _("A rising tone: "), _("A low tone: "), _("Short ticks: "))
"""How sentences begin that wait for a tone; those of a translation begin with its words."""


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
