"""Keep many guides in little memory: packed, and made into models again when they are asked for."""

import pickle
from collections.abc import Iterator, Mapping

from guidebook.model import Guide


class Shelf(Mapping[str, Guide]):
    """Guides by their names in addresses. Thousands of models would take hundreds of megabytes."""

    def __init__(self) -> None:
        self._packed: dict[str, bytes] = {}

    def put(self, name: str, packed: bytes) -> None:
        """Keep what `pack` gave."""
        self._packed[name] = packed

    def __getitem__(self, name: str) -> Guide:
        guide: Guide = pickle.loads(self._packed[name])  # noqa: S301  nobody but `pack` made it
        return guide

    def __iter__(self) -> Iterator[str]:
        return iter(self._packed)

    def __len__(self) -> int:
        return len(self._packed)


def pack(guide: Guide) -> bytes:
    """The guide as bytes, for a shelf."""
    return pickle.dumps(guide, pickle.HIGHEST_PROTOCOL)
