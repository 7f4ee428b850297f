"""What one page of questions says."""

import msgspec


class Words(msgspec.Struct, frozen=True, kw_only=True):
    """What one page says."""

    title: str
    text: tuple[str, ...] = ()
    """Paragraphs."""
    options: dict[str, str] = {}
    none: str = ""
    """For lists: the line that says none of it applies."""
