"""Keep many guides in little memory: packed in a temporary file, and made into models again when they are asked for."""

import os
import pickle
import tempfile
import weakref
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from guidebook.model import Guide


class Store:
    """A file of packed guides, which is gone when no guide in it is kept any more."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile(buffering=0)  # noqa: SIM115  it is open as long as guides are kept
        self._end = 0
        weakref.finalize(self, self._file.close)

    def keep(self, packed: bytes) -> "Kept":
        """Put what `pack` gave at the end of the file."""
        self._file.seek(self._end)
        self._file.write(packed)
        kept = Kept(self, self._end, len(packed))
        self._end += len(packed)
        return kept

    def read(self, start: int, size: int) -> bytes:
        """The bytes at `start`; processes that were forked share the file, and so the place that it is read at."""
        if hasattr(os, "pread"):
            return os.pread(self._file.fileno(), size, start)
        self._file.seek(start)
        return self._file.read(size)


@dataclass(frozen=True, slots=True)
class Kept:
    """Where a packed guide lies."""

    store: Store
    start: int
    size: int

    def read(self) -> bytes:
        """What `pack` gave."""
        return self.store.read(self.start, self.size)


class Shelf(Mapping[str, Guide]):
    """Guides by their names in addresses. Thousands of models would take hundreds of megabytes."""

    def __init__(self) -> None:
        self._kept: dict[str, Kept] = {}

    def put(self, name: str, kept: Kept) -> None:
        """Take in a guide that a store keeps."""
        self._kept[name] = kept

    def __getitem__(self, name: str) -> Guide:
        guide: Guide = pickle.loads(self._kept[name].read())  # noqa: S301  nobody but `pack` made it
        return guide

    def __iter__(self) -> Iterator[str]:
        return iter(self._kept)

    def __len__(self) -> int:
        return len(self._kept)


def pack(guide: Guide) -> bytes:
    """The guide as bytes, for a store."""
    return pickle.dumps(guide, pickle.HIGHEST_PROTOCOL)
