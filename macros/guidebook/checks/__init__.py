"""Checks across fields and files; each is one function, found here by its scope."""

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from guidebook.load import Entry, Tree
from guidebook.model import Guide
from guidebook.problems import Problem


@dataclass(frozen=True, slots=True)
class Context:
    """What a check may look at: the whole tree, and the day that counts as today."""

    tree: Tree
    today: datetime.date
    employers: tuple[str, ...] = ()
    """The names of all companies."""


GuideCheck = Callable[[Entry[Guide], Context], Iterator[Problem]]
TreeCheck = Callable[[Context], Iterator[Problem]]


def run(tree: Tree, today: datetime.date) -> list[Problem]:
    """Run every check over `tree` and give all that they find."""
    from guidebook.checks import links, names, pay, references, scripts, sources  # noqa: PLC0415  they import Context

    modules = (references, names, pay, scripts, sources, links)
    context = Context(tree, today, tuple(entry.value.name for entry in tree.companies.values()))
    found = [problem for module in modules for check in module.TREE_CHECKS for problem in check(context)]
    guide_checks = [check for module in modules for check in module.GUIDE_CHECKS]
    for guide in tree.guides.values():
        for check in guide_checks:
            found += check(guide, context)
    return found
