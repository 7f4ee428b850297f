"""The real face of the tests: the astronaut of scikit-image.

Her picture is read as a file: to import the package takes half a second in each process.
"""

from functools import cache
from importlib.util import find_spec
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray


@cache
def astronaut() -> NDArray[np.uint8]:
    """512x512x3 BGR; not to be changed."""
    found = find_spec("skimage")
    assert found is not None
    assert found.origin is not None
    picture = cv2.imread(str(Path(found.origin).parent / "data" / "astronaut.png"))
    assert picture is not None
    picture.flags.writeable = False
    return np.asarray(picture, dtype=np.uint8)
