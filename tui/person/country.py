"""In which of the places with an emergency number of its own this computer seems to stand.

Time zone before language: a language is spoken in many countries. It only orders the line of
numbers, all of which are always shown.
"""

import os
from collections.abc import Mapping
from pathlib import Path

_ZONES = {
    "Europe/London": "uk",
    "Europe/Belfast": "uk",
    "Europe/": "europe",
    "Australia/": "australia",
    "Pacific/Auckland": "new-zealand",
    "Pacific/Chatham": "new-zealand",
    "US/": "america",
    "Canada/": "america",
    "Pacific/Honolulu": "america",
}
"""How a zone's name begins, the narrower first."""
_NORTH = """
New_York Chicago Denver Los_Angeles Phoenix Anchorage Detroit Boise Indiana Kentucky North_Dakota
Juneau Nome Adak Sitka Metlakatla Yakutat Menominee Toronto Vancouver Edmonton Winnipeg Halifax
Regina Moncton St_Johns Whitehorse Yellowknife Iqaluit
"""
"""Of the zones America/...: those of the US and Canada; others have numbers of their own."""
_EUROPE = """
AT BE BG CH CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK
"""
_COUNTRIES = {"GB": "uk", "US": "america", "CA": "america", "AU": "australia", "NZ": "new-zealand"}
LOCALTIME = Path("/etc/localtime")


def place_of(zone: str, locale: str) -> str:
    """The key of the place's number, or empty where it cannot be told."""
    for start, place in _ZONES.items():
        if zone.startswith(start):
            return place
    area, _, city = zone.partition("/")
    if area == "America":
        return "america" if city.split("/")[0] in _NORTH.split() else ""
    if area not in {"", "Etc", "UTC", "GMT"}:
        return ""
    country = locale.partition(".")[0].partition("_")[2]
    return "europe" if country in _EUROPE.split() else _COUNTRIES.get(country, "")


def place_here(environ: Mapping[str, str] = os.environ, localtime: Path = LOCALTIME) -> str:
    """The place by this computer's time zone, else by its language setting."""
    zone = environ.get("TZ", "").lstrip(":")
    if not zone:
        try:
            zone = str(localtime.readlink()).rpartition("zoneinfo/")[2]
        except OSError:
            zone = ""
    names = (environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return place_of(zone, next((name for name in names if name), ""))
