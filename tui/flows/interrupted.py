"""An interrupted practice, asked about on the screen; in lines see `interrupted_lines`.

Another window may have been first: then that is said, and nothing is done.
"""

import asyncio
from functools import partial

from routines.errors import Trouble
from sessions.care.therapist_plan import RANGE
from sessions.live.request import SessionOutcome
from sessions.log.claim import Changed
from sessions.log.recovery import Unfinished, discard, keep_as_is, look_again
from tui.flows.asking import warn
from tui.flows.practice_flow import Practising
from tui.person.person import Person
from tui.practice.request_for import resumed
from tui.presenters.interrupted import Fate, choices, filed, named, settled_unasked, why_closed
from tui.screens.home_actions import AnyApp
from tui.texts import therapist as words_therapist
from tui.texts import unfinished as words


async def settle(app: AnyApp, practising: Practising, found: Unfinished) -> SessionOutcome | None:
    """Go on, keep, or throw away, as the person says; how it went where it was gone on with."""
    person = practising.person
    if found.header is None:
        warn(app, named(found, person.now()))
        return None
    while True:
        fate = settled_unasked(found) or await _asked(app, person, found)
        if fate is None:
            return None
        try:
            if fate == "keep":
                await asyncio.to_thread(keep_as_is, found)
                if found.over:
                    warn(app, filed(found, person.now()))
            elif fate == "discard":
                await asyncio.to_thread(discard, found)
            else:
                if not person.look(partial(warn, app)):
                    return None
                await asyncio.to_thread(look_again, found)
                if why_closed(person, found):
                    continue  # asked anew, without this answer and with the reason
                request = await asyncio.to_thread(resumed, person, found)
                outcome = await practising.run(app, request)
                if request.routine.id == RANGE:
                    warn(app, words_therapist.NOT_FINISHED)
                return outcome
        except Changed as changed:
            warn(app, changed.sentence)
            found = changed.now
            continue
        except (Trouble, OSError) as error:
            warn(app, str(error))
        return None


async def _asked(app: AnyApp, person: Person, found: Unfinished) -> Fate | None:
    """The answer; None where it was left. Throwing away is asked about twice."""
    from tui.screens.questions.ask import Ask
    from tui.screens.questions.pick import Pick

    while True:
        texts, options = choices(person, found)
        pick = Pick(words.TITLE, texts, options, chosen=(next(iter(options)),))
        match await app.push_screen_wait(pick):
            case ("resume",):
                return "resume"
            case ("keep",):
                return "keep"
            case ("discard",):
                about = words.DISCARD_ABOUT.format(line=texts[0])
                yes, no = words.DISCARD_YES, words.DISCARD_NO
                if await app.push_screen_wait(Ask(words.DISCARD_ASK, about, yes, no)):
                    return "discard"
            case _:
                return None
