"""Do the same work for many items on all cores, with the results in order."""

import gc
import multiprocessing
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

FEWEST = 200
"""Fewer items are not worth a second process."""
_CHUNK = 40

_work: Callable[[Any], Any] | None = None


def each(work: Callable[[Item], Result], items: Sequence[Item]) -> Iterator[Result]:
    """Give `work(item)` for each item, in the items' order.

    Processes are forked, so that they see all that is in memory by now without a copy of it; where there is
    one core only, few items, or a system on which a fork is not safe, the work is done here. An error in `work`
    is raised here.
    """
    cores = os.cpu_count() or 1
    if len(items) < FEWEST or cores == 1 or not sys.platform.startswith("linux"):
        yield from map(work, items)
        return
    global _work  # noqa: PLW0603  what is forked finds its work here; no work can be sent through a pipe
    _work = work
    gc.freeze()  # what stands by now is left alone, so that its memory stays shared
    try:
        with multiprocessing.get_context("fork").Pool(min(cores, 4)) as pool:
            yield from pool.imap(_do, items, _CHUNK)
    finally:
        gc.unfreeze()
        _work = None


def _do(item: Any) -> Any:
    assert _work is not None
    return _work(item)
