"""What the engine itself says to the person, in one place. Guards' sentences are in `sentences`.

Calm and short; left and right are always the person's own; nothing asks for more.
"""

from collections.abc import Sequence

from routines.language import _, gettext_noop
from routines.language.lists import begun, joined
from routines.movements import FeltPart, Side, side_name
from sessions.engine.interface.events import Feeling
from sessions.guards.sentences import eye_moves_along, side_of
from sessions.readings import Load, Turn
from sessions.reps.rep import Verdict

BY_YOU = _("That was your choice.")
CLOSED = _("The program was closed.")
SOURCE_ENDED = _("The recording came to its end.")
PAIN = _(
    "Stopped because of pain. That was right. Rest your face and keep it warm. "
    "Pain in the eye, redness or changed sight: see a doctor the same day. "
    "Other pain that stays: tell your therapist or doctor."
)
YOU_CHOOSE = _("Take the time you need, then choose.")
ENOUGH_FOR_TODAY = _(
    "Two exercises have ended early. This is a good place to stop. You can go on if you like."
)
LAST_ONE = _("That was the last exercise.")
SAME_REGION = _("It works the same part of the face as the exercise that ended early.")
TWO_STOPPED = _("Two exercises ended early. Stopping there was good practice.")
LET_GO_ALL_THE_WAY = _("Let both sides come all the way back.")
LIGHT_CHANGED = _("The light has changed. Press z to take your face at rest again.")
LOADS: dict[Load, str] = {
    "every-frame": _("The computer reads every picture now."),
    "every-second": _("To spare the computer, every second picture is read. That is enough."),
    "in-turns": _("To spare the computer, your two sides are read in turns. That is enough."),
    "eight-a-second": _(
        "To spare the computer, your two sides are read in turns, eight pictures a second. "
        "That is enough. Which side moves later is not told."
    ),
}
SLOW_START = _("The camera takes long to start. Close other programs.")
SLOW_REST = _("Reading your face takes long. Close other programs.")
COMPUTER_BUSY = _("Paused: the computer is too busy to watch your face. Close other programs.")
NOT_SEEN = _("No movement seen this time. That is all right.")
RAN_BY_THE_CLOCK = gettext_noop("Done by the clock; the camera did not watch.")

_PAUSED_BY = _("Paused: {reason}.")
"""Every sentence of a pause for a reason begins as this one does."""
_PAUSED = {
    "person": _("Paused."),
    "asleep": _("Paused: the computer stood still for a while."),
    "camera": _("Paused: no picture comes from the camera."),
    "no-face": _("Paused: your face is out of the picture."),
    "two-faces": _("Paused: there is a second face in the picture."),
    "too-near": _("Paused: a little further from the camera, please."),
    "too-far": _("Paused: a little nearer to the camera, please."),
    "off-centre": _("Paused: move back to the middle of the picture, please."),
    "head-turned": _("Paused: turn your head back to the camera, please."),
    "too-dark": _("Paused: it is too dark. A lamp in front of you helps."),
    "too-bright": _("Paused: the light is too strong or uneven."),
    "blurred": _("Paused: the picture is blurred. Hold still, or wipe the lens."),
    "slow": _("Paused: the camera sends too few pictures. More light often helps."),
    "hand": _("Paused: a hand, a mask or something else is in front of your face."),
    "eye-covered": _(
        "Paused: one eye seems to be covered. If it is taped or patched, leave it so "
        "and go on by the clock."
    ),
}
TURNED: dict[Turn, str] = {
    "from-below": _("The camera looks up at you. Raise the screen a little, or lower your chin."),
    "from-above": _("The camera looks down at you. Lower the screen a little, or lift your chin."),
    "to-left": _("The camera sees you from the side. Turn your face or the screen to your right."),
    "to-right": _("The camera sees you from the side. Turn your face or the screen to your left."),
    "tilted": _("Your head leans to one side. Hold it upright, or set the screen level."),
}
"""Why a head cannot be rest, and what to move."""
_REST_NOT_TAKEN = {
    "moving": _("Relax your face and stay still for a moment."),
    "head-turned": _("Look straight at the camera. Relax your face."),
    "eyes-shut": _("Open your eyes as usual, and relax your face."),
    "mouth-open": _("Let your lips close gently, and relax your face."),
}


def paused(reason: str) -> str:
    """Why the session stands still, and what helps. Unknown reasons are still said."""
    return _PAUSED.get(reason, _PAUSED_BY.format(reason=reason))


def not_now(reason: str, turned: Turn | None = None) -> str:
    """What helps while the face is looked for: the same advice, without "Paused"."""
    return without_paused(paused(reason)) if turned is None else TURNED[turned]


def without_paused(sentence: str) -> str:
    """The advice alone."""
    return begun(sentence.removeprefix(_PAUSED_BY.partition("{reason}")[0]))


def rest_not_taken(reason: str, turned: Turn | None = None) -> str:
    """What to do so that rest can be taken."""
    if turned is not None:
        return TURNED[turned]
    return _REST_NOT_TAKEN.get(reason) or not_now(reason)


CARE_FOLLOWS = _("Massage and care do more now than trying hard. They follow by themselves.")
CARE_ELSEWHERE = _(
    "Massage and care do more now than trying hard. The practice ends here; "
    "they are open on Home at any time."
)
CARE_IS_OPEN = _("Massage and care are open on Home at any time.")


def no_movement_yet(side: Side) -> str:
    """The weak side stayed still in two exercises."""
    return _("I see no movement on the {side} yet. That can be normal.").format(
        side=side_name(side)
    )


def weak_side_unseen(side: Side) -> str:
    """The weak side stayed still in one repetition."""
    return _("No movement seen on the {side} this time. That is all right.").format(
        side=side_name(side)
    )


def then_smaller(rest_s: float) -> str:
    """What follows a stop for overcompensation."""
    return _("Rest for {rest_s:.0f} seconds, then once more, smaller and softer.").format(
        rest_s=rest_s
    )


def then_next(name: str, rest_s: float) -> str:
    """What follows a stopped exercise."""
    return _("Rest for {rest_s:.0f} seconds, then another part of the face: {name}.").format(
        rest_s=rest_s, name=name
    )


_LOOSE: dict[FeltPart, str] = {
    "neck": _("your neck"),
    "chin": _("your chin"),
    "ear": _("your ear"),
    "other": _("the part that moves along"),
}


def keep_loose(parts: Sequence[FeltPart]) -> str:
    """The reminder of what only the person can feel; at least one part."""
    named = joined(_LOOSE[part] for part in parts)
    return _("Let {named} stay loose while you move.").format(named=named)


def relax_linked(verdict: Verdict) -> str:
    """What to do in a release step: for the part that moved along."""
    side = side_of(verdict)
    if eye_moves_along(verdict):
        return _("Relax your {side} eye. Let it open softly. Then a smaller try.").format(side=side)
    return _(
        "Relax your {side} mouth corner. Let the cheek hang loose. Then a smaller try."
    ).format(side=side)


PAIN_STOP = _(
    "Stopped because of pain. That was right. Let your face rest. "
    "Pain in the eye, redness or changed sight: see a doctor the same day."
)


FELT: dict[Feeling, str] = {"tired": _("You felt tired."), "annoyed": _("You had enough of it.")}
"""Kept beside a guard's stop. Pain is not among them: it ends the session."""


def own_word(feeling: Feeling | None, t_s: float, rep: int) -> Verdict:
    """The stop that the person asked for, with the feeling if it was named."""
    words = {
        None: _("You ended the set. That is always right."),
        "tired": _("You felt tired and ended the set. That is always right."),
        "annoyed": _("You had enough and ended the set. That is always right."),
        "pain": PAIN_STOP,
    }[feeling]
    sign = "own word" if feeling is None else feeling
    return Verdict(
        rule="self", level="stop", t_s=t_s, rep=rep, detail={"sign": sign}, sentence=words
    )
