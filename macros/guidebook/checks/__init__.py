"""Checks across fields and files; each is one function, found here by its scope."""

import datetime
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from guidebook.document import Place
from guidebook.enrich.summary import Summary
from guidebook.load import Entry, Tree
from guidebook.model import Guide
from guidebook.problems import Problem


@dataclass(frozen=True, slots=True)
class Link:
    """A link to a page of the site that a guide's text holds, and where that text stands."""

    target: str
    place: Place


@dataclass(frozen=True, slots=True)
class Examined:
    """What is kept of a guide once it was read and checked by itself; a broken one has its problems alone."""

    id: str
    path: str
    digest: bytes
    """Stands for the content of the file and of all that it leans on."""
    problems: tuple[Problem, ...]
    start: Place = (1, 1)
    """Where its content begins."""
    packed: bytes = b""
    summary: Summary | None = None
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Context:
    """What a check may look at: the whole tree, and the day that counts as today."""

    tree: Tree
    today: datetime.date
    employers: tuple[str, ...] = ()
    """The names of all companies."""
    guides: Mapping[str, Examined] = field(default_factory=dict)
    """The guides by the ids of their files; none while they are examined."""


GuideCheck = Callable[[Entry[Guide], Context], Iterator[Problem]]
TreeCheck = Callable[[Context], Iterator[Problem]]


def guide_problems(guide: Entry[Guide], context: Context) -> Iterator[Problem]:
    """Run every check of a single guide."""
    for module in _modules():
        for check in module.GUIDE_CHECKS:
            yield from check(guide, context)


def tree_problems(context: Context) -> Iterator[Problem]:
    """Run every check of the data as a whole."""
    for module in _modules():
        for check in module.TREE_CHECKS:
            yield from check(context)


def _modules() -> tuple[Any, ...]:
    from guidebook.checks import links, names, pay, redirects, references, scripts, sources  # noqa: PLC0415  they import Context

    return references, names, pay, scripts, sources, links, redirects
