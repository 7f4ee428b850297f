"""Which cameras deliver mirrored pictures, as the person said of each. Pure.

`mirrored` and `mirrored_asked` of the settings belong to the camera of `source`; what was said of
others stands in `mirrored_cameras` and comes back with them.
"""

from msgspec.structs import replace

from sessions.camera.source_name import parse, without_password
from sessions.care.settings import Settings


def camera_name(source: str) -> str:
    """One name for one camera, however it was typed, and without a password."""
    kind, which = parse(source)
    return f"camera:{which or 0}" if kind == "camera" else without_password(source)


def with_source(settings: Settings, source: str) -> Settings:
    """`settings` with the camera of `source`, and with what is known of that one."""
    known = _all(settings)
    name = camera_name(source)
    return replace(
        settings,
        source=source,
        mirrored=known.get(name, False),
        mirrored_asked=name in known,
        mirrored_cameras={camera: yes for camera, yes in known.items() if camera != name},
    )


def _all(settings: Settings) -> dict[str, bool]:
    known = dict(settings.mirrored_cameras)
    if settings.mirrored or settings.mirrored_asked:
        known[camera_name(settings.source)] = settings.mirrored
    return known
