"""The decisions of kept sessions on disk: one file a session, beside its record and by its name.

They are made from the journal when the record is. A session without them is as good as any other;
only its decisions cannot be made again.
"""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from routines.errors import Trouble
from routines.language import _
from routines.reading.files import reason, regular_bytes
from sessions.decisions.columns import Damaged
from sessions.decisions.kept_decisions import (
    MOST_BYTES,
    KeptDecisions,
    Stretch,
    joined,
    pack,
    unpack,
)
from sessions.engine.interface.commands import KEPT_TYPES, Kept
from sessions.log.entries import Entry, Header, HeardEvents, Measured, Resumed
from sessions.storage import private_files
from sessions.storage.file_patterns import kind_in_data
from sessions.storage.listing import entries

FOLDER = "decisions"
"""Under the data folder."""
ENDING = ".xz"


class DecisionTrouble(Trouble):
    """Kept decisions cannot be used. The sentence names the file and says why."""


def decisions_of(header: Header, kept: Sequence[Entry]) -> KeptDecisions | None:
    """What a journal holds of them; None where nothing was heard, or where some of it is lost."""
    stretches: list[Stretch] = []
    try:
        for part in _stretches(kept):
            chunks = [e.events for e in part if isinstance(e, HeardEvents)]
            if not chunks:
                return None
            done: list[Kept] = [e for e in part if isinstance(e, KEPT_TYPES)]  # pyright: ignore[reportAssignmentType]
            stretches.append(Stretch(events=joined(chunks), kept=tuple(done)))
    except Damaged:
        return None
    measured = [e for e in kept if isinstance(e, Measured)]
    return KeptDecisions(
        session=header.id,
        program=header.program,
        model_sha256=measured[-1].model_sha256 if measured else "",
        plan=header.plan,
        stretches=tuple(stretches),
    )


def decision_file(data: Path, stem: str) -> Path:
    """Where the decisions of the session with this record's name are."""
    return data / FOLDER / stem[:4] / f"{stem}{ENDING}"


def save_decisions(data: Path, record: Path, header: Header, kept: Sequence[Entry]) -> None:
    """Keep the decisions beside the `record` that was written. Raises OSError."""
    decisions = decisions_of(header, kept)
    if decisions is not None:
        private_files.write_private(decision_file(data, record.stem), pack(decisions))


def read_decisions(data: Path, stem: str, session: str) -> KeptDecisions | None:
    """The decisions of one session; None where none are kept. Raises DecisionTrouble."""
    path = decision_file(data, stem)
    try:
        decisions = unpack(regular_bytes(path, MOST_BYTES))
    except FileNotFoundError:
        return None
    except OSError as error:
        raise DecisionTrouble(
            _("{path} cannot be read ({reason}).").format(path=path, reason=reason(error))
        ) from error
    except Damaged as error:
        raise DecisionTrouble(
            _("{name} cannot be used: {error}.").format(name=path.name, error=error)
        ) from error
    if decisions.session != session:
        raise DecisionTrouble(_("{name} belongs to another session.").format(name=path.name))
    return decisions


def decision_files(data: Path) -> list[Path]:
    """Every file of kept decisions. Raises Unreadable."""
    return [
        Path(entry.path)
        for year in entries(data, FOLDER)
        if year.is_dir(follow_symlinks=False)
        for entry in entries(data, FOLDER, year.name)
        if kind_in_data(f"{FOLDER}/{year.name}/{entry.name}") and entry.name[0] != "."
        if entry.is_file(follow_symlinks=False)
    ]


def adopt_decisions(data: Path, content: bytes, records: Mapping[str, str]) -> bool:
    """Keep decisions that came from elsewhere beside their record; False where they are here.

    `records` gives the name of each record here by its session's id. Raises Damaged where they
    are none, or have no record; OSError.
    """
    decisions = unpack(content)
    stem = records.get(decisions.session)
    if stem is None:
        raise Damaged(_("its session is not here"))
    target = decision_file(data, stem)
    if target.exists():
        return False
    private_files.write_private(target, content)
    return True


def _stretches(kept: Iterable[Entry]) -> list[list[Entry]]:
    parts: list[list[Entry]] = [[]]
    for entry in kept:
        if isinstance(entry, Resumed):
            parts.append([])
        parts[-1].append(entry)
    return parts
