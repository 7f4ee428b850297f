"""JSON export of all records, totals and diary lines as one document, and its JSON Schema."""

import json
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

import msgspec

from routines.errors import Trouble
from routines.language import _
from routines.reading.files import NotText, text_of
from sessions.history.clinician import Total, read_totals
from sessions.history.diary import DiaryLine, kept_lines
from sessions.history.own_error import OwnError, own_error_if_readable
from sessions.log.record import SessionRecord
from sessions.log.record_files import records
from sessions.version import VERSION

DOCUMENT_SCHEMA = 1
KIND = "slowsmile-export"


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """What `export --format json` prints."""

    kind: Literal["slowsmile-export"] = KIND
    schema: int = DOCUMENT_SCHEMA
    program: str = VERSION
    made: datetime
    person: str = ""
    """A made-up name, where one was asked for."""
    sessions: tuple[SessionRecord, ...] = ()
    diary: tuple[DiaryLine, ...] = ()
    """Lines given outside a session."""
    clinician: tuple[Total, ...] = ()
    own_error: OwnError | None = None
    unreadable: tuple[str, ...] = ()
    """Files that could not be read, each with its reason."""


class _Version(msgspec.Struct, frozen=True):
    schema: int


def document(data: Path, made: datetime) -> Document:
    """Read everything under the data folder. Raises Trouble when totals cannot be read."""
    found = list(records(data))
    own, damaged = own_error_if_readable(data)
    problems = [each.problem for each in found if each.problem is not None]
    return Document(
        made=made,
        sessions=tuple(each.record for each in found if each.record is not None),
        diary=tuple(kept_lines(data)),
        clinician=read_totals(data),
        own_error=own,
        unreadable=(*problems, *([damaged] if damaged else ())),
    )


def document_text(given: Document) -> Iterable[str]:
    """The document as ASCII JSON, in pieces; nothing in it can speak to a terminal."""
    encoder = json.JSONEncoder(indent=1, ensure_ascii=True)
    yield from encoder.iterencode(msgspec.to_builtins(given))
    yield "\n"


def read_document(content: bytes) -> Document:
    """Read a document back. Raises Trouble in plain words."""
    try:
        tables: Any = msgspec.json.decode(text_of(content))
        if msgspec.convert(tables, _Version).schema > DOCUMENT_SCHEMA:
            raise Trouble(_("It was exported by a newer version of this program; update this one."))
        return msgspec.convert(tables, Document)
    except (msgspec.MsgspecError, NotText, RecursionError) as error:
        raise Trouble(
            _("It is not an export of this program ({error}).").format(error=error)
        ) from error


def document_schema() -> str:
    """The JSON Schema of a document."""
    schema = msgspec.json.schema(Document)
    return json.dumps(
        {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}, indent=1
    )
