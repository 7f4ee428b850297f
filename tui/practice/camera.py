"""The camera process as the screens get it: steady, logged to a file, its caches kept in place."""

from sessions.camera.child_process import code_reader_command
from sessions.camera.link import Link
from sessions.camera.supervised_link import SteadyLink
from tui.person.paths import Places

LOG_NAME = "camera.log"


def camera_for(places: Places) -> SteadyLink:
    """A link that is ready to be started."""
    log, environment = places.logs / LOG_NAME, places.child_environment()
    return SteadyLink(lambda: Link(log=log, environment=environment))


def code_reader_for(places: Places) -> SteadyLink:
    """The same for a process that reads QR codes in place of faces."""
    log, environment = places.logs / LOG_NAME, places.child_environment()
    command = code_reader_command()
    return SteadyLink(lambda: Link(log=log, environment=environment, command=command))
