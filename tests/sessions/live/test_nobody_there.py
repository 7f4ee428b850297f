"""A question that nobody answers."""

from sessions.engine.engine import Engine
from sessions.engine.interface.events import ActionRequested, Began, Ticked
from sessions.live.nobody_there import NOBODY_AFTER_S, NobodyThere
from tests.sessions.driving import plan, smile


def waiting() -> Engine:
    """A session at the card of a new movement, at 0 s."""
    engine = Engine(plan(smile(), by_clock=True, demonstrated=("closed-smile",)))
    engine.handle(Began(0.0, attended=True))
    return engine


def test_ten_minutes_without_a_key_are_nobody() -> None:
    """Not a moment before."""
    engine, nobody = waiting(), NobodyThere()
    seen: dict[float, bool] = {0.0: nobody.see(engine)}
    for step in range(1, 302):
        engine.handle(Ticked(2.0 * step))
        seen[2.0 * step] = nobody.see(engine)

    assert min(at_s for at_s, gone in seen.items() if gone) == NOBODY_AFTER_S


def test_a_key_and_what_goes_on_begin_anew() -> None:
    """Somebody who reads help, or went on, is there."""
    engine, nobody = waiting(), NobodyThere()
    nobody.see(engine)
    for step in range(1, 299):
        engine.handle(Ticked(2.0 * step))
        nobody.see(engine)
    nobody.pressed()
    engine.handle(Ticked(598.0))
    first = nobody.see(engine)
    engine.handle(ActionRequested(600.0, "continue"))

    assert not first
    assert not nobody.see(engine)
