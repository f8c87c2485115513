"""When Python looks for cycles among objects: neither while thousands of guides are read, nor when all is done."""

import atexit
import contextlib
import gc
from collections.abc import Iterator


@contextlib.contextmanager
def uncollected() -> Iterator[None]:
    """Look for no cycles among objects: reading makes millions of small ones, and looking would take a third of it."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


atexit.register(gc.freeze)
"""The end of the process frees all that was made; to look through it before takes most of a second of a large build."""
