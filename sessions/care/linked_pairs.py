"""The list of linked movement in a person's settings, changed pair by pair. Pure."""

from msgspec.structs import replace

from routines.movements import LinkedPair, LinkedSide
from sessions.care.settings import Settings


def with_pair(settings: Settings, pair: LinkedPair) -> Settings:
    """`pair` is known of the affected half too. Where every watched pair is known already, that
    stays so."""
    if settings.known_linked and pair in settings.linked_pairs:
        elsewhere = settings.linked_sides.get(pair) == "unaffected"
        return on_side(settings, pair, "both") if elsewhere else settings
    if settings.known_linked and not settings.linked_pairs:
        return settings
    listed = settings.linked_pairs if settings.known_linked else ()
    return with_pairs(replace(settings, known_linked=True), (*listed, pair))


def with_pairs(settings: Settings, pairs: tuple[LinkedPair, ...]) -> Settings:
    """`pairs` and no others are known; what was said of the others is taken back."""
    return replace(
        settings,
        linked_pairs=pairs,
        linked_sides={pair: side for pair, side in settings.linked_sides.items() if pair in pairs},
    )


def on_side(settings: Settings, pair: LinkedPair, side: LinkedSide) -> Settings:
    """`pair` shows on this half; what is usual is left out."""
    sides = {each: said for each, said in settings.linked_sides.items() if each != pair}
    return replace(settings, linked_sides=sides if side == "affected" else {**sides, pair: side})
