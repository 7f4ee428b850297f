"""File and folder name patterns of this program; they decide what `forget` may list and delete.

Only these may be deleted. A name that only resembles one, such as `journal/2019.jsonl`, is
somebody else's. Where a name holds a date, it has to be a real one.
"""

import re
from datetime import datetime

from routines.language import _

SESSION = r"\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d(?:-[2-9]|-[1-9]\d{1,3})?"
"""A session's stem; two that began in the same second are told apart by a number from 2 on."""
OWN_SET = "own-set"
"""Id of the routine that is written in a sitting with a therapist."""
REST = "rest"
"""Name of the picture of the face at rest."""

FOLDER = "folder"
"""What `kind_of` says of a folder that the program makes."""

_STEM = re.compile(SESSION, re.ASCII)
_DRAFT = re.compile(
    r"\.(?P<name>.+)\.(?:(?![a-z]{8})[a-z0-9_]{8}|\d+\.[0-9a-f]{8}\.draft)", re.ASCII
)
"""Hidden files that a broken write leaves (`private_files`). An ending of letters alone may be a
word (`.plan.toml.original`), so the one draft in seventeen that ends so is not taken for one."""
_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_KNOWN = r"(?:settings|plan|therapist|clinician|written|diary|history)"

_DATA: tuple[tuple[str, str], ...] = (
    (FOLDER, r"(?:sessions|photos|journal|routines|decisions|backup)"),
    (FOLDER, r"(?:sessions|decisions)/\d{4}"),
    (FOLDER, rf"photos/{SESSION}"),
    ("sessions", rf"sessions/(?P<year>\d{{4}})/(?=(?P=year)-){SESSION}\.toml"),
    (_("unfinished sessions"), rf"journal/{SESSION}\.jsonl"),
    ("diary", r"diary\.jsonl"),
    (_("totals of a clinician"), r"clinician\.toml"),
    (_("own error of measuring"), r"own-error\.toml"),
    (_("plan and own routines"), r"(?:plan|therapist)\.toml"),
    (_("plan and own routines"), r"routines/[a-z][a-z0-9-]{0,59}\.toml"),
    ("photos", rf"photos/{SESSION}/(?:[a-z][a-z0-9-]{{0,59}}\.jpg|framing\.json)"),
    ("clips", rf"photos/{SESSION}/[a-z][a-z0-9-]{{0,59}}\.avi"),
    ("decisions", rf"decisions/(?:\d{{4}}/)?{SESSION}(?:\.[a-z0-9]{{1,8}}){{1,2}}"),
    ("backups", r"backup/(?:[a-z]+-)?\d{4}-\d\d-\d\d(?:T\d\d-\d\d-\d\d)?(?:-\d{1,4})?\.zip"),
    (_("index and lists"), r"history\.sqlite(?:-journal|-wal|-shm)?"),
    (_("index and lists"), rf"written\.toml|\.?{_KNOWN}(?:\.toml|\.jsonl)?\.lock"),
)
_LOGS: tuple[tuple[str, str], ...] = (("logs", r"(?:slowsmile|camera)\.log(?:\.\d{1,3})?"),)
_CACHE: tuple[tuple[str, str], ...] = (
    (FOLDER, r"matplotlib|fontconfig|mesa_shader_cache(?:/[0-9a-f]{2})?"),
    (FOLDER, r"mesa_shader_cache_db(?:/part\d{1,3})?"),
    (FOLDER, r"cues-(?:low|middle|high)-[1-5]-(?:both|left|right)"),
    ("caches", r"matplotlib/fontlist(?:-v[\w.]{1,12})?\.json(?:\.matplotlib-lock)?"),
    ("caches", r"fontconfig/(?:CACHEDIR\.TAG|\.uuid|[0-9a-f-]{32,36}-[\w.-]{1,40}\.cache-[\w-]+)"),
    ("caches", r"mesa_shader_cache/(?:index|marker|[0-9a-f]{2}/[0-9a-f]{36,40}(?:\.tmp)?)"),
    ("caches", r"mesa_shader_cache_db/(?:marker|(?:part\d{1,3}/)?mesa_cache\.(?:db|idx))"),
    ("caches", r"workload\.json"),
    ("caches", r"cues-[a-z]+-[1-5]-[a-z]+/(?:rise|hold|release|rest|done|stop|caution)\.wav"),
)
"""Of libraries: fonts, and programs for the graphics card. And the sounds of the cues, and how much
this machine can do."""


def is_session(name: str) -> bool:
    """Whether `name` is the stem of a record, journal or album of this program."""
    return _STEM.fullmatch(name) is not None and _real(name[:19])


def without_draft(name: str) -> str:
    """The file a draft was to become; any other name as it is."""
    draft = _DRAFT.fullmatch(name)
    return draft["name"] if draft else name


def kind_in_data(path: str) -> str | None:
    """What a path under the data folder is, `FOLDER` for a folder; None for what is not ours."""
    return _kind(_DATA, path)


def kind_in_logs(path: str) -> str | None:
    """The same for the folder of logs."""
    return _kind(_LOGS, path)


def kind_in_cache(path: str) -> str | None:
    """The same for the folder of caches."""
    return _kind(_CACHE, path)


def _kind(known: tuple[tuple[str, str], ...], path: str) -> str | None:
    folder, _, name = path.rpartition("/")
    plain = f"{folder}/{without_draft(name)}" if folder else without_draft(name)
    for kind, pattern in known:
        if re.fullmatch(pattern, plain, re.ASCII):
            ours = all(map(_part_is_ours, plain.split("/"))) and _picture_is_ours(kind, plain)
            return kind if ours and (kind != FOLDER or plain == path) else None
    return None


def _part_is_ours(part: str) -> bool:
    """Dates are real, sessions have a session's name."""
    if re.match(r"\d{4}-\d\d-\d\dT", part):
        return is_session(part.partition(".")[0])
    day = _DATE.search(part)
    return day is None or _real(f"{day[0]}T00-00-00")


def _picture_is_ours(kind: str, path: str) -> bool:
    """Pictures are named for an exercise, or for rest."""
    name = path.rpartition("/")[2]
    if kind not in ("photos", "clips") or name == "framing.json":
        return True
    return is_picture(name.partition(".")[0])


def is_picture(name: str) -> bool:
    """Whether a photo or clip may be called this, before its ending."""
    from routines.catalogue import exercises

    return name == REST or name in exercises()


def _real(moment: str) -> bool:
    """Whether `moment`, of the form of a session's stem, is a day and time there is."""
    try:
        datetime.fromisoformat(moment[:13] + moment[13:].replace("-", ":"))
    except ValueError:
        return False
    return True
