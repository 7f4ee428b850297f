"""The list of linked movement in a person's settings, changed by one pair at a time. Pure."""

from msgspec.structs import replace

from routines.movements import LinkedPair
from sessions.care.settings import Settings


def with_pair(settings: Settings, pair: LinkedPair) -> Settings:
    """`pair` is known too. Where every watched pair is known already, that stays so."""
    if settings.known_linked and (not settings.linked_pairs or pair in settings.linked_pairs):
        return settings
    listed = settings.linked_pairs if settings.known_linked else ()
    return replace(settings, known_linked=True, linked_pairs=(*listed, pair))
