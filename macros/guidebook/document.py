"""The plain data of one file, and the line and column of each part of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from guidebook.problems import Problem

Place = tuple[int, int]
"""A line and a column, both counted from 1."""


class Mark(Protocol):
    """Where a key or a value begins, both counted from 0, as the parser has it."""

    @property
    def line(self) -> int:
        """The line."""

    @property
    def column(self) -> int:
        """The column."""


@dataclass(slots=True)
class Document:
    """The plain data of one file and the place of every key and value in it."""

    path: str
    data: Any
    marks: Sequence[Mark] = field(repr=False)
    _sizes: dict[int, int] = field(default_factory=dict, repr=False, compare=False)
    """How many places each list and mapping takes, by its identity; counted when a place is first asked for."""

    def place(self, location: tuple[str | int, ...]) -> Place:
        """Where the value at `location` begins; of a missing one, where its holder does."""
        return _walk(self, location, want_key=False)

    def key_place(self, location: tuple[str | int, ...]) -> Place:
        """Where the key at the end of `location` begins."""
        return _walk(self, location, want_key=True)


class Unreadable(Exception):  # noqa: N818  it is a result, not a failure of ours
    """A file that gives no data; `problems` says why."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(problems)
        self.problems = problems


def _walk(document: Document, location: tuple[str | int, ...], *, want_key: bool) -> Place:
    sizes = document._sizes  # noqa: SLF001  of this module
    if location and not sizes:
        _count(document.data, sizes)
    at, value, index = 0, document.data, 0
    key_at = 0
    for step in location:
        found = next((entry for entry in _children(value, index, sizes) if entry[0] == step), None)
        if found is None:
            break
        _, key_at, index, value = found
        at = index
    chosen = key_at if want_key else at
    mark = document.marks[chosen]
    return mark.line + 1, mark.column + 1


def _children(value: Any, index: int, sizes: dict[int, int]) -> Iterator[tuple[str | int, int, int, Any]]:
    """Each child of the value whose place has `index`: its step, its key's place, its own, itself."""
    following = index + 1
    if isinstance(value, dict):
        for key, child in value.items():
            yield key, following, following + 1, child
            following += 1 + sizes.get(id(child), 1)
    elif isinstance(value, list):
        for number, child in enumerate(value):
            yield number, following, following, child
            following += sizes.get(id(child), 1)


def _count(value: Any, sizes: dict[int, int]) -> int:
    """How many places the value takes with all that is in it; of lists and mappings it is noted in `sizes`."""
    if isinstance(value, dict):
        size = 1 + sum(1 + _count(child, sizes) for child in value.values())
    elif isinstance(value, list):
        size = 1 + sum(_count(child, sizes) for child in value)
    else:
        return 1
    sizes[id(value)] = size
    return size
