"""Films: rendered heads whose movement is known, and public ones."""

from tests.museum.filmed import Filmed
from tests.museum.sessions_made import do

PACE = {"rise_s": 1.0, "hold_s": 1.8, "release_s": 1.0, "rest_s": 1.6}
"""Of the rendered films, seconds."""

SLOW = {"rise_s": 2.0, "hold_s": 2.0, "release_s": 2.0, "rest_s": 2.0}
"""Near to that of the public ones, whose people followed no cue."""

RECIPES = {
    "steady-smile": Filmed(
        "synthetic/steady_smile_left.mp4", do("closed-smile", 6, **PACE), "left"
    ),
    "steady-brow": Filmed("synthetic/steady_brow_right.mp4", do("brow-raise", 6, **PACE), "right"),
    "tiring-smile": Filmed(
        "synthetic/tiring_smile_right.mp4", do("closed-smile", 8, **PACE), "right"
    ),
    "overdriving": Filmed(
        "synthetic/overdriving_smile_left.mp4", do("closed-smile", 8, **PACE), "left"
    ),
    "linked-pucker": Filmed(
        "synthetic/linked_eye_pucker_right.mp4", do("pucker", 6, **PACE), "right"
    ),
    "one-smile": Filmed(
        "real/derived_xface67_session.mp4", do("open-smile", 1, **SLOW), "right", (0.3, 1.5), 14.4
    ),
    "still-half": Filmed(
        "real/derived_half_I_still_left.mp4", do("open-smile", 1, **SLOW), "left", (2.9, 3.5), 0.0
    ),
    "film-ends-in-a-smile": Filmed(
        "real/pyfeat_single_face.mp4", do("open-smile", 1, **SLOW), "left", (0.2, 0.5), 0.5
    ),
}
