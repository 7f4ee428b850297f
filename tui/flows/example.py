"""Shows the example over a screen, or in lines of text."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from sessions.live.clock import Clock
from tui.person.person import Person
from tui.practice.example import example_request
from tui.practice.sound import Speaker
from tui.screens.home_actions import AnyApp
from tui.texts import practice as words

if TYPE_CHECKING:
    from sessions.live.conductor import Camera


async def show_example(
    app: AnyApp,
    person: Person,
    camera: "Callable[[], Camera]",
    clock: Clock | None = None,
    sounds: Speaker | None = None,
) -> None:
    """A short practice with the simulated patient, to its end or until it is left."""
    from tui.screens.practice.example import ExampleScreen

    with example_request(person.settings, person.now()) as request:
        screen = ExampleScreen(request, camera, clock=clock, sounds=sounds)
        outcome = await app.push_screen_wait(screen)
    if outcome.sentence:
        app.notify(outcome.sentence, severity="warning", timeout=12, markup=False)


def example_in_lines(person: Person) -> None:
    """The same as lines of text."""
    from tui.practice.plain import run_plain

    with example_request(person.settings, person.now()) as request:
        print(words.EXAMPLE_OF)
        run_plain(request, person.places, keeps=False)
        print(words.EXAMPLE_OVER)
