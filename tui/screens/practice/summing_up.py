"""From the end of a session to its record: the summary, effort and note, and where it was kept."""

from functools import partial
from typing import Any

from textual.app import App

from routines.safe_text import shown_path
from sessions.history.own_error import own_error_if_readable
from sessions.live.conductor import Conductor
from sessions.live.request import SessionOutcome
from sessions.log.record_files import record_name
from tui.presenters.why import all_lines
from tui.screens.practice.summary import Summary, try_again
from tui.texts import photos as words_photos
from tui.texts import summary as words_summary


async def sum_up(app: App[Any], conductor: Conductor, *, asks: bool) -> SessionOutcome:
    """Show the summary where `asks`, and keep the record; tried again while the disk is full."""
    ended, record = conductor.view().ended, conductor.record()
    said = None
    if asks and record is not None and ended is not None:
        why = partial(all_lines, record_name(record.started), record, conductor.decisions)
        own, _ = own_error_if_readable(conductor.request.data)
        said = await app.push_screen_wait(Summary(record, conductor.trouble, why, own))
    path = await (conductor.keep(said.note, said.effort) if said else conductor.keep())
    while path is None and said is not None and await try_again(app, conductor.trouble):
        path = await conductor.keep()
    if path is None:
        sentence = words_summary.NOT_KEPT.format(why=conductor.trouble)
    else:
        kept = words_summary.KEPT.format(path=shown_path(path))
        photos = words_photos.what_came(conductor.pictures.kept)
        # The record may be kept though what explains its decisions is not.
        sentence = " ".join(part for part in (kept, photos, conductor.trouble) if part)
    unrecorded = record.started if path is None and record is not None else None
    return SessionOutcome(
        ended=ended, record=path, sentence=sentence, left=not asks, unrecorded=unrecorded
    )
