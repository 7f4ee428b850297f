"""What a camera and a computer do: few readings, lost faces, doubtful numbers, standstills."""

from sessions.engine.interface.events import (
    ActionRequested,
    CameraBack,
    CameraLost,
    RestNotTaken,
    SourceEnded,
)
from sessions.readings import Reason
from sessions.simulator.profile import Profile
from tests.museum.seen import (
    all_of,
    doubtful,
    low,
    no_number,
    nothing,
    sinking,
    why_not,
)
from tests.museum.sessions_made import BY_CLOCK, ENTER, RESUME, Made, do

SMILE = (do("open-smile", 3),)
LOST = CameraLost(0.0, "The camera was unplugged.")
BACK = CameraBack(0.0)
MOVING = RestNotTaken(0.0, "moving")
FROM_BELOW = RestNotTaken(0.0, "head-turned", "from-below")
ALWAYS = (0.0, 1000.0)
EACH: tuple[Reason, ...] = (
    "too-near",
    "too-far",
    "off-centre",
    "blurred",
    "too-dark",
    "slow",
    "hand",
)

RECIPES = {
    "eight-a-second-tiring": Made((do("open-smile", 8),), "tiring", rate=8),
    "face-lost-in-hold": Made(SMILE, seen=(why_not("no-face", 18.5, 23.0),)),
    "second-face": Made(SMILE, seen=(why_not("two-faces", 11.0, 15.0),)),
    "distracted": Made((do("open-smile", 5),), "distracted"),
    "computer-busy": Made(SMILE, seen=(why_not("slow", 14.0, 19.0, camera_fps=30.0),)),
    "eye-covered-by-clock": Made(
        SMILE, seen=(why_not("eye-covered", 12.0, 1000.0),), happens={17.0: ENTER}
    ),
    "camera-lost-and-back": Made(
        SMILE, seen=(nothing(18.0, 24.0),), happens={18.5: LOST, 24.0: BACK, 26.0: RESUME}
    ),
    "camera-lost-by-clock": Made(
        (*SMILE, do("pucker", 2)),
        seen=(nothing(12.0, 35.0),),
        happens={12.5: LOST, 15.0: BY_CLOCK, 35.0: BACK},
    ),
    "by-clock-from-the-start": Made((do("pucker", 3),), plan={"by_clock": True}),
    "no-face-ever": Made(
        (do("pucker", 2),),
        seen=(why_not("no-face", *ALWAYS),),
        most_s=60.0,
        happens={12.0: BY_CLOCK},
    ),
    "low-confidence": Made(SMILE, seen=(low(15.0, 40.0),)),
    "low-confidence-hides-a-loss": Made((do("open-smile", 6),), "tiring", seen=(low(33.0, 99.0),)),
    "doubtful-eye": Made((do("pucker"),), "linked-eye", seen=(doubtful("eye-closure", *ALWAYS),)),
    "no-numbers": Made(SMILE, seen=(no_number("left", "open-smile", 18.0, 20.5),)),
    "poor-camera": Made(SMILE, "sensor-noise"),
    "each-reason-once": Made(
        SMILE, seen=tuple(why_not(r, 8.0 + 9.0 * n, 10.0 + 9.0 * n) for n, r in enumerate(EACH))
    ),
    "landmarks-only": Made(SMILE, Profile(name="landmarks", fallback=1.0)),
    "rest-refused": Made(SMILE, happens={0.8: MOVING, 1.4: FROM_BELOW}),
    "stood-still": Made(SMILE, still_s=(19.0, 29.0), happens={31.0: RESUME}),
    "film-ended": Made(SMILE, happens={25.0: SourceEnded(0.0)}),
    "sinking-while-lost": Made(
        (do("open-smile", 5),),
        seen=(
            all_of(
                sinking("left", "open-smile", 0.6, (18.0, 21.2), (36.0, 39.2)),
                why_not("head-turned", 27.0, 27.8),
            ),
        ),
    ),
    "back-to-the-camera": Made(
        SMILE,
        seen=(why_not("too-bright", 12.0, 22.0),),
        happens={16.0: BY_CLOCK, 24.0: ActionRequested(0.0, "by-clock")},
    ),
}
