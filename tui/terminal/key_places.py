"""Letters of keyboards that are not Latin, by the Latin letter on the same physical key.

A key is named by its place on the US keyboard, never by what its letter looks like: Cyrillic "х"
lies on the key of "[" and is no "x". Sources: the layouts ru, ua, by, gr, il and ara of
xkeyboard-config. Where layouts of one script differ, the first of these holds.
"""

import unicodedata

_ROWS = "qwertyuiop", "asdfghjkl", "zxcvbnm"
_LAYOUTS = (
    ("йцукенгшщз", "фывапролд", "ячсмить"),  # Russian
    ("       ў  ", " і       ", "       "),  # Ukrainian і; Belarusian ў
    (" ςερτυθιοπ", "ασδφγηξκλ", "ζχψωβνμ"),  # Greek
    ("  קראטוןםפ", "שדגכעיחלך", " סבהנמצ"),  # Hebrew; its q, w and z keys send signs
    ("ضصثقفغعهخح", "شسيبلاتنم", "ئءؤر ىة"),  # Arabic; its b key sends two letters
)


def _table() -> dict[str, str]:
    table: dict[str, str] = {}
    for layout in _LAYOUTS:
        for latin, row in zip(_ROWS, layout, strict=True):
            for letter, there in zip(latin, row, strict=True):
                if there != " ":
                    table.setdefault(there, letter)
    return table


PLACES = _table()
"""A letter to the Latin letter of its key."""


def letter_of(character: str) -> str:
    """The small Latin letter meant by `character`, upper as lower; "" where it means none.

    Anything that is not a letter is itself.
    """
    if len(character) != 1 or not character.isalpha():
        return character
    small = character.lower()
    if small.isascii():
        return small
    if small in PLACES:
        return PLACES[small]
    bare = unicodedata.normalize("NFD", small)[0]  # Greek with tonos
    return PLACES.get(bare, "") if "GREEK" in unicodedata.name(small, "") else ""
