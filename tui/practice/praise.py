"""When a good word about a repetition is true. Pure.

"Started together" and the seconds in the band are praise. They are silent beside a caution, while
the own size is not known (a movement of any size would be praised), and where the unaffected side
was above its band: that is overcompensation, however even it looked.
"""

from sessions.engine.interface.view import SessionView
from sessions.engine.meters import BAND_PERCENT
from sessions.reps.rep import Rep


def may_praise(rep: Rep, target_percent: float) -> bool:
    """Whether `rep`, asked for at `target_percent` of the own size, may be praised."""
    percent = rep.unaffected.percent_of_reference
    return percent is not None and percent <= BAND_PERCENT[1] * target_percent / 100.0


def may_praise_now(view: SessionView) -> bool:
    """Whether what is being done at this moment may be praised."""
    if view.caution is not None or view.finding_reference:
        return False
    unaffected = None if view.meters is None else view.meters[1]
    if unaffected is None or unaffected.percent is None or unaffected.band is None:
        return True
    return unaffected.percent <= unaffected.band[1]
