"""Small questions of the sheets: a number within its bounds, a text, one of a few."""

from collections.abc import Mapping

from routines.bounds import Bound
from routines.language import _
from tui.flows.asking import warn
from tui.screens.home_actions import AnyApp
from tui.screens.questions.ask import Ask
from tui.screens.questions.pick import Pick
from tui.screens.questions.typed import Typed
from tui.texts.plan import building as words


async def typed(app: AnyApp, title: str, about: str, now: str) -> str | None:
    """A line of text; None where it was left."""
    text: str | None = await app.push_screen_wait(Typed(title, about, now))
    return text


async def picked(
    app: AnyApp, title: str, options: Mapping[str, str], now: str = "", text: str = ""
) -> str | None:
    """One of `options`; None where it was left."""
    chosen = (now,) if now in options else None
    answer = await app.push_screen_wait(
        Pick(title, (text,) if text else (), dict(options), chosen=chosen)
    )
    return None if answer is None else answer[0]


async def number(
    app: AnyApp,
    label: str,
    bound: Bound,
    now: float | None = None,
    usual: float | None = None,
    *,
    whole: bool = False,
) -> float | None:
    """A number within `bound`, asked for until it is one; None where it was left. An empty line
    takes the usual one, where there is one. `whole`: none with a fraction."""
    about = words.NUMBER if usual is None else words.NUMBER_USUAL
    about = words.NUMBER_ONLY if now is None else about
    said = about.format(low=bound.low, high=bound.high, unit=_(bound.unit), now=now, usual=usual)
    text: str | None = "" if now is None else f"{now:g}"
    while (text := await typed(app, label, said, text)) is not None:
        if not text and usual is not None:
            return usual
        value = _number(text)
        if (
            value is not None
            and bound.low <= value <= bound.high
            and (value.is_integer() or not whole)
        ):
            return value
        warn(app, words.NO_NUMBER.format(text=text or "-", low=bound.low, high=bound.high))
    return None


def _number(text: str) -> float | None:
    """A number as people type it: a comma for the point, a sign of percent after it."""
    try:
        return float(text.replace(",", ".").rstrip("% s"))
    except ValueError:
        return None


async def sure(app: AnyApp, question: str, about: str, yes: str, no: str) -> bool:
    """Whether the person says yes."""
    return bool(await app.push_screen_wait(Ask(question, about, yes, no)))


async def remove(app: AnyApp, name: str) -> bool:
    """Whether `name` is to be taken out."""
    question = words.REMOVE_ASK.format(name=name)
    return await sure(app, question, words.REMOVE_ABOUT, words.REMOVE_YES, words.REMOVE_NO)
