"""Whether an error means that the system gave no memory, whatever a library called it."""

import errno

LOADER_SAYS = ("failed to map", ": Cannot allocate memory")
"""What the loader of glibc says of a library for which there is no room; Python raises it as
`ImportError` or, from `ctypes`, as `OSError` without a number."""

_OPENCV_NO_MEMORY = -4
"""`Error::StsNoMem` of OpenCV."""


def no_memory(error: BaseException | None) -> bool:
    """Whether this error, or one that led to it, came from a lack of memory.

    A library that ends its process instead raises nothing.
    """
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        if _itself(error):
            return True
        seen.add(id(error))
        error = error.__cause__ or error.__context__
    return False


def _itself(error: BaseException) -> bool:
    if isinstance(error, MemoryError) or getattr(error, "code", None) == _OPENCV_NO_MEMORY:
        return True
    if isinstance(error, OSError) and error.errno == errno.ENOMEM:
        return True
    said = str(error)
    return isinstance(error, OSError | ImportError) and any(part in said for part in LOADER_SAYS)
