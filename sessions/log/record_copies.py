"""One session an id: which record files are copies of another, and count nowhere.

A file is a copy by its name (`sync_copies`), or because its id is already counted. Where several
files hold the same id, the one the program would name so is the session.
"""

from collections.abc import Mapping

from sessions.storage.sync_copies import copy_sentence, original_of

Held = tuple[str, str] | None
"""What a record file holds: its session's id, and the stem the program gives to it."""


def copies(files: Mapping[str, Held]) -> dict[str, str]:
    """The sentence for each copy, by path; `files` by path, None for what is no record.

    A file with a copy's name that holds another session than the file it is named after is no
    copy: two devices practised in the same second.
    """
    counted: dict[str, str] = {}
    sentences: dict[str, str] = {}
    unusual: list[tuple[int, str, str | None]] = []
    for path, held in files.items():
        name = _name(path)
        if held is not None and name == f"{held[1]}.toml":
            if (first := counted.setdefault(held[0], path)) != path:
                sentences[path] = copy_sentence(name, _name(first))
        else:
            original = original_of(name)
            own = held is not None and name.startswith(held[1])
            unusual.append((2 if original else 0 if own else 1, path, original))
    for _, path, original in sorted(unusual):
        held = files[path]
        if original is None:
            if held is not None and (first := counted.setdefault(held[0], path)) != path:
                sentences[path] = copy_sentence(_name(path), _name(first))
            continue
        beside = path[: -len(_name(path))] + original
        if held is not None and files.get(beside) is not None and held[0] not in counted:
            counted[held[0]] = path
        else:
            there = beside in files or held is None or held[0] in counted
            sentences[path] = copy_sentence(_name(path), original, there=there)
    return sentences


def _name(path: str) -> str:
    return path.replace("\\", "/").rpartition("/")[2]
