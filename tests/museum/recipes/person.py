"""What a person does: pauses, stops, pain, helps with a finger, goes on another day."""

from sessions.engine.interface.events import ActionRequested, Closed, Felt, UserAction
from sessions.simulator.profile import Profile
from tests.museum.sessions_made import NEXT, PAIN, PAUSE, RESUME, Made, do

SMILE = (do("open-smile", 3),)
FAINT = Profile(name="faint", strength=0.2)


def key(action: UserAction) -> ActionRequested:
    """A wish by key."""
    return ActionRequested(0.0, action)


RECIPES = {
    "pause-in-hold": Made(SMILE, happens={19.0: PAUSE, 23.0: RESUME}),
    "once-again": Made(SMILE, happens={19.0: key("again")}),
    "skipped-in-rise": Made((*SMILE, do("pucker", 2)), happens={17.0: key("skip")}),
    "rest-taken-anew": Made(SMILE, happens={14.5: key("new-rest")}),
    "rest-taken-while-smiling": Made(SMILE, happens={20.0: key("new-rest")}),
    "stopped-by-person-next": Made(
        (*SMILE, do("pucker", 2)), happens={19.0: key("stop-set"), 22.0: NEXT}
    ),
    "felt-annoyed-after-stop": Made(
        SMILE,
        happens={19.0: key("stop-set"), 21.0: Felt(0.0, "annoyed"), 23.0: key("enough")},
    ),
    "pain": Made(SMILE, happens={19.0: PAIN}),
    "closed": Made(SMILE, happens={19.0: Closed(0.0)}),
    "killed-and-resumed": Made(SMILE, killed_s=(20.0,)),
    "killed-twice": Made((do("open-smile", 4),), killed_s=(17.0, 17.0)),
    "killed-on-the-stop-card": Made(
        (do("open-smile", 6), do("brow-raise", 1)), "tiring", rate=10, killed_s=(53.0,)
    ),
    "killed-after-overdriving": Made(
        (do("open-smile", 6),), "overdriving", rate=10, killed_s=(40.0,)
    ),
    "own-pace": Made((do("open-smile", 3, pace="self"),)),
    "own-pace-tiring": Made((do("open-smile", 8, pace="self"),), "tiring"),
    "finger-helps": Made((do("brow-raise", 3, assist=True),), "finger-assist"),
    "lagging": Made(SMILE, "lagging", rate=30),
    "restless": Made(SMILE, "restless", rate=30),
    "guided-between": Made((do("massage-cheek"), do("open-smile", 2), do("breathing"))),
    "first-look": Made((do("brow-raise", 1), do("open-smile", 1)), "flaccid", kind="first-look"),
    "weekly-look": Made((do("brow-raise", 2), do("open-smile", 2)), FAINT, kind="weekly-look"),
    "record-overdriving": Made((do("open-smile", 4),), "overdriving", kind="record"),
}
