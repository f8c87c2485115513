"""Checks across fields and files; each is one function, found here by its scope."""

import datetime
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from guidebook.document import Place
from guidebook.enrich.summary import Summary
from guidebook.load import Entry, Tree
from guidebook.model import Guide
from guidebook.problems import Problem
from guidebook.shelf import Kept


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
    packed: bytes | Kept | None = None
    """The guide itself: as bytes from the process that read it, then as the place where they are kept."""
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


KINDS = {
    "no_pay": "guides without pay",
    "percent_for_money": "percentages where money belongs",
    "two_currencies": "rows of two currencies",
    "implausible_base": "bases that nobody is paid a year",
    "implausible_part": "equity, bonuses and other amounts too small or too large for a year",
    "figure_without_source": "rows of pay without a source",
    "wrong_total": "totals that their parts do not give",
    "grant_without_years": "grants of no stated length",
    "numbers_out_of_order": "floors or targets above the ask",
    "ask_in_another_currency": "asks in another currency than the pay",
    "ask_outside_evidence": "asks far outside the evidence",
    "basis_above_sources": "rows that claim more than their sources",
    "strategy_without_row": "strategies for a region or a level that has no row",
    "incomplete_lever": "levers without an answer to no, or without a script",
    "repeated_lever": "levers of the library that stand twice",
    "unheld_offer": "scripts that claim an offer",
    "unheld_offer_in_line": "questions or steps that claim an offer",
    "claim_in_text": "texts with words that claim an offer",
    "rival_named": "scripts that name another employer",
    "figure_of_a_rival": "scripts that give a figure of another employer",
    "no_path_without_offer": "guides with no path for somebody without an offer",
    "unknown_placeholder": "scripts with a blank that nothing fills",
    "dates_of_guide_sources": "sources without a day on which they were checked, or too old",
}
"""Checks whose findings in an imported guide are warnings, and what a report calls them."""


def guide_problems(guide: Entry[Guide], context: Context) -> Iterator[Problem]:
    """Run every check of a single guide; what they find in an imported one is a warning where it may be."""
    is_imported = guide.value.status == "imported"
    for module in _modules():
        for check in module.GUIDE_CHECKS:
            kind = KINDS.get(check.__name__, "") if is_imported else ""
            for problem in check(guide, context):
                yield replace(problem, is_warning=True, kind=kind) if kind else problem


def tree_problems(context: Context) -> Iterator[Problem]:
    """Run every check of the data as a whole."""
    for module in _modules():
        for check in module.TREE_CHECKS:
            yield from check(context)


def _modules() -> tuple[Any, ...]:
    from guidebook.checks import (  # noqa: PLC0415  they import Context
        evidence,
        figures,
        links,
        names,
        order,
        pay,
        redirects,
        references,
        rows,
        scripts,
        sources,
        spoken,
        started,
    )

    return references, names, pay, rows, figures, evidence, scripts, spoken, sources, started, links, redirects, order
