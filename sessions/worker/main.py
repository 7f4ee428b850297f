"""The camera process: opens one source, measures it, and tells the session over a pipe.

Started as `python -m sessions.worker.main`, one source a process. It reacts to the messages
`ToWorker` on standard input and answers with `FromWorker` on standard output; nothing else ever
reaches either pipe, and standard error is a log file. It ends when its input ends, whatever a
driver is doing. The heavy libraries are loaded only here, and internet sockets are given up
before anything is opened (for a network camera: right after).

It keeps nothing that the session cannot hand it again, and writes no file.
"""

import os
import signal
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import msgspec

from routines.errors import Trouble
from routines.language import _
from routines.language.lists import sentences
from routines.program import COMMAND
from sessions.camera.devices import CameraDevice
from sessions.camera.model_file import SHA256, find_iris_model, find_model
from sessions.camera.source_name import SourceName, parse, parse_file, shown, without_passwords
from sessions.messages import OTHER_VERSION, WIRE_VERSION, Failed, Hello, Open
from sessions.native import garbage, limits, worker_log
from sessions.native.network_ban import forbid_internet, refuse_reporting
from sessions.native.no_memory import no_memory
from sessions.version import VERSION
from sessions.worker.pipes import Inbox, Outbox, leave, take_wire

if TYPE_CHECKING:
    from sessions.worker.live import Reader
    from sessions.worker.recorded import Scout
    from sessions.worker.simulated import SimulatedPatient
    from sessions.worker.sources.camera import Hardware
    from sessions.worker.sources.source import Source

OPEN_S = 8.0
"""A camera that has not opened by then is not going to."""
FLUSH_S = 1.0
Opened = TypeVar("Opened")


class WorkerParts:
    """What a worker is made of. The fault tests start the real worker with parts that break."""

    open_s = OPEN_S
    """Patience while a source opens."""

    def hardware(self) -> "Hardware":
        """The cameras of this machine."""
        from sessions.worker.sources.camera import Hardware

        return Hardware()

    def reader(self, open: Open, *, stills: bool = False) -> "Reader":
        """What measures pictures.

        Raises:
            Trouble: the model or the library cannot be used.
        """
        from sessions.face.face_reader import FaceReader

        model, full = _model(open), open.eye_full_percent
        return _built(lambda: FaceReader(model, find_iris_model(), full, stills=stills))

    def scout(self, open: Open) -> "Scout":
        """What finds rest in recordings.

        Raises:
            Trouble: the model or the library cannot be used.
        """
        from sessions.face.rest_scout import RestScout

        return _built(lambda: RestScout(_model(open)))

    def patient(self, open: Open, profile: str) -> "SimulatedPatient":
        """Who is measured when there is no camera."""
        from sessions.simulator.patient import Patient, load_profile

        return Patient(load_profile(profile), open.side, open.seed)


def main(
    parts: WorkerParts | None = None,
    serve: Callable[[Open, WorkerParts, Inbox, Outbox], None] | None = None,
) -> None:
    """Serve one session, by `measure` where nothing else is said; never returns."""
    limits.no_core_files()
    limits.bound_pictures()
    garbage.put_off()
    # The terminal's Ctrl-C is for the session, which then ends us.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Numpy's own threads busy-wait after the small products of a frame: as dear as measuring it.
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
    os.environ.setdefault("OPENCV_LOG_LEVEL", "OFF")
    os.environ.setdefault("OPENCV_FFMPEG_LOGLEVEL", "-8")
    incoming, outgoing = take_wire()
    worker_log.bound_written_files()
    outbox = Outbox(outgoing)
    inbox = Inbox(incoming)
    try:
        first = inbox.next()
        if not isinstance(first, Open) or first.wire != WIRE_VERSION:
            raise Trouble(OTHER_VERSION, "unexpected")
        (serve or measure)(first, parts or WorkerParts(), inbox, outbox)
    except Trouble as trouble:
        part = "settings" if trouble.kind == "usage" else trouble.kind
        outbox.put(Failed(part=part, sentence=trouble.sentence))
    except Exception as error:
        sys.stderr.write(without_passwords(traceback.format_exc()))
        outbox.put(_failed(error))
    sys.stderr.flush()
    outbox.flush(FLUSH_S)
    leave()


def _failed(error: Exception) -> Failed:
    """An error that nobody had thought of, or no memory."""
    if no_memory(error):
        said = _("The computer has too little free memory to measure.")
        todo = _("Close other programs, then begin again.")
        return Failed(part="model", sentence=sentences((said, todo)))
    said = _(
        "Measuring stopped because of an unexpected error. The camera log says more; "
        "`{command} doctor` prints where it is."
    )
    return Failed(part="unexpected", sentence=said.format(command=COMMAND))


def measure(open: Open, parts: WorkerParts, inbox: Inbox, outbox: Outbox) -> None:
    """Open what was asked for, say hello, and measure until the end.

    Raises:
        Trouble: the source or the model cannot be used, or was lost.
    """
    name = parse_file(open.source) if open.every_frame else parse(open.source)
    if name.kind == "sim":
        _serve_simulated(open, name, parts, inbox, outbox)
    elif open.every_frame:
        _serve_recorded(open, name, parts, inbox, outbox)
    else:
        _serve_live(open, name, parts, inbox, outbox)


def _serve_simulated(
    open: Open, name: SourceName, parts: WorkerParts, inbox: Inbox, outbox: Outbox
) -> None:
    from sessions.worker import simulated

    banned = forbid_internet()
    patient = parts.patient(open, name.which)
    outbox.put(
        Hello(
            wire=WIRE_VERSION,
            program=VERSION,
            mediapipe="",
            model_sha256="",
            source="sim",
            width=640,
            height=480,
            fps=30.0,
            live=False,
            network_banned=banned,
        )
    )
    simulated.serve(patient, open, inbox, outbox)


def _serve_recorded(
    open: Open, name: SourceName, parts: WorkerParts, inbox: Inbox, outbox: Outbox
) -> None:
    if name.kind not in ("file", "sequence"):
        said = _("{name} is not a recording. Name a video or pictures.")
        raise Trouble(said.format(name=shown(open.source)), "usage")
    banned = forbid_internet()
    refuse_reporting(banned)
    from sessions.worker import recorded
    from sessions.worker.sources.opening import open_recorded, opened_within
    from sessions.worker.sources.stills import Stills

    source = opened_within(parts.open_s, name, lambda: open_recorded(name, open))
    stills = isinstance(source, Stills)
    makers = _Makers(parts, open, stills)
    reader = makers.reader()
    said = hello(open, source, "stills" if stills else name.kind, banned)
    outbox.put(msgspec.structs.replace(said, notes=getattr(source, "notes", ())))
    recorded.serve(source, reader, makers, open, inbox, outbox)


class _Makers:
    """Makes measuring parts for one recording."""

    def __init__(self, parts: WorkerParts, open: Open, stills: bool) -> None:
        self._parts = parts
        self._open = open
        self._stills = stills

    def reader(self) -> "Reader":
        """A fresh reader."""
        return self._parts.reader(self._open, stills=self._stills)

    def scout(self) -> "Scout":
        """A fresh scout."""
        return self._parts.scout(self._open)


def _serve_live(
    open: Open, name: SourceName, parts: WorkerParts, inbox: Inbox, outbox: Outbox
) -> None:
    banned = name.kind != "url" and forbid_internet()
    from sessions.worker import live
    from sessions.worker.sources.opening import open_live, opened_within
    from sessions.worker.workload import Workload

    hardware = parts.hardware()
    source = opened_within(
        parts.open_s,
        name,
        lambda: open_live(
            name,
            hardware,
            open.begin_s,
            mirrored=open.mirrored,
            known=None if open.camera is None else CameraDevice(*open.camera),
        ),
    )
    banned = banned or forbid_internet()
    refuse_reporting(banned)
    reader = parts.reader(open)
    if open.calibration is not None:
        reader.restore(open.calibration)
    device, notes = getattr(source, "device", None), getattr(source, "notes", ())
    said = hello(open, source, name.kind, banned)
    outbox.put(msgspec.structs.replace(said, notes=notes, camera=device and tuple(device)))
    workload = Workload(best=open.best, least=open.least, begin=open.load)
    live.serve(source, reader, inbox, outbox, workload)


def hello(open: Open, source: "Source", kind: str, banned: bool) -> Hello:
    """Who speaks, and what was opened."""
    from importlib import metadata  # takes a third of the start of a simulated patient

    return Hello(
        wire=WIRE_VERSION,
        program=VERSION,
        mediapipe=metadata.version("mediapipe"),
        model_sha256=SHA256,
        source=kind,
        width=source.width,
        height=source.height,
        fps=source.fps,
        live=source.live,
        network_banned=banned,
        eye_full_percent=open.eye_full_percent,
    )


def _model(open: Open) -> Path:
    return find_model(Path(open.model) if open.model else None)


def _built(make: Callable[[], Opened]) -> Opened:
    from sessions.face.landmarker import BrokenLibrary

    try:
        built = make()
    except BrokenLibrary as error:
        sys.stderr.write(without_passwords(traceback.format_exc()))
        raise Trouble(str(error), "model") from error
    garbage.keep_what_is_there()
    return built


if __name__ == "__main__":
    main()
