"""What the pages of companies, roles, regions and levers show."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from guidebook import labels
from guidebook.enrich.catalogue import Catalogue
from guidebook.enrich.levers import fits
from guidebook.enrich.sources import NumberedSource, SourceList
from guidebook.enrich.summary import Summary, within
from guidebook.enrich.table import Table, table
from guidebook.model import Claim, Company, Lever, Region, Rights, Role
from guidebook.model.places import NationalWage, PrevailingWage
from guidebook.money import Amount

MOST_OFFERED = 100
"""How many of the guides that a lever fits its page lists."""

N = TypeVar("N", Company, Role, Region)


@dataclass(frozen=True, slots=True)
class Cited:
    """A statement, equity, bonus or level with the numbers of its sources."""

    claim: Any
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class CompanyView:
    """What a company's page shows."""

    id: str
    company: Company
    table: Table
    equity: Cited | None
    bonus: Cited | None
    levels: tuple[Cited, ...]
    facts: tuple[Cited, ...]
    sources: tuple[NumberedSource, ...]


@dataclass(frozen=True, slots=True)
class RoleView:
    """What a role's page shows; market rows are of the whole US, USD a year."""

    id: str
    role: Role
    table: Table
    levers: tuple[tuple[str, Lever], ...]
    national: NationalWage | None
    wages: tuple[PrevailingWage, ...]
    occupation: str | None
    sources: tuple[NumberedSource, ...]


@dataclass(frozen=True, slots=True)
class RegionView:
    """What a region's page shows."""

    id: str
    region: Region
    table: Table
    rights: tuple[tuple[str, Rights], ...]


@dataclass(frozen=True, slots=True)
class Use:
    """A guide that uses a lever, and what it asks for with it."""

    summary: Summary
    company: str
    role: str
    title: str
    ask: tuple[tuple[str, Amount], ...]


@dataclass(frozen=True, slots=True)
class LeverView:
    """What a lever's page shows: the guides that use it in their own words, and those it fits."""

    id: str
    lever: Lever
    uses: tuple[Use, ...]
    offered: tuple[Use, ...]
    fitting: int
    """How many guides it fits; `offered` are those with the most evidence."""
    others: tuple[tuple[str, Lever], ...]
    sources: tuple[NumberedSource, ...]


def company(catalogue: Catalogue, name: str) -> CompanyView:
    """Make the view of a company's page."""
    found = catalogue.companies[name]
    sources = SourceList(found.sources)

    def cited(claim: Claim) -> Cited:
        return Cited(claim, sources.numbers(claim.sources))

    return CompanyView(
        name,
        found,
        table(catalogue, catalogue.by_company.get(name, [])),
        cited(found.equity) if found.equity else None,
        cited(found.bonus) if found.bonus else None,
        tuple(cited(level) for level in found.levels),
        tuple(cited(fact) for fact in found.facts),
        sources.all(found.sources),
    )


def role(catalogue: Catalogue, name: str) -> RoleView:
    """Make the view of a role's page."""
    found = catalogue.roles[name]
    market = catalogue.market
    national = next((wage for wage in market.national if wage.occupation == found.occupation), None) if market else None
    return RoleView(
        name,
        found,
        table(catalogue, catalogue.by_role.get(name, [])),
        tuple((lever, catalogue.levers[lever]) for lever in found.levers),
        national,
        tuple(catalogue.prevailing.get(found.occupation or "", ())),
        market.occupations.get(found.occupation or "") if market else None,
        SourceList(found.sources).all(found.sources),
    )


def region(catalogue: Catalogue, name: str) -> RegionView:
    """Make the view of a region's page."""
    found = catalogue.regions[name]
    rights = tuple((jurisdiction, catalogue.rights[jurisdiction]) for jurisdiction in found.rights)
    here = [within(summary, name, catalogue.in_usd) for summary in catalogue.by_region.get(name, [])]
    return RegionView(name, found, table(catalogue, here), rights)


def lever(catalogue: Catalogue, name: str) -> LeverView:
    """Make the view of a lever's page."""
    found = catalogue.levers[name]
    uses, others = [], []
    for summary in catalogue.summaries.values():
        own = [use for use in summary.uses if use.lever == name]
        uses += [_use(catalogue, summary, use.title or found.title, use.ask) for use in own]
        if not own and _fits(catalogue, summary, found):
            others.append(summary)
    others.sort(key=lambda summary: -summary.postings)
    offered = tuple(_offered(catalogue, summary, found.title) for summary in others[:MOST_OFFERED])
    same = tuple((key, item) for key, item in catalogue.levers.items() if item.moves == found.moves and key != name)
    sources = SourceList(found.sources).all(found.sources)
    return LeverView(name, found, tuple(uses), offered, len(others), same, sources)


def letters(catalogue: Catalogue) -> list[tuple[str, str, list[tuple[str, Company]]]]:
    """Companies under the first letter of their name, with an id for each letter; digits under one heading."""
    found: dict[str, list[tuple[str, Company]]] = {}
    for name, item in by_name(catalogue.companies):
        first = unicodedata.normalize("NFD", item.name[0])[0].upper()
        found.setdefault(first if first.isascii() and first.isalpha() else "0 to 9", []).append((name, item))
    return [(letter, f"letter-{letter[0].lower()}", items) for letter, items in sorted(found.items())]


def by_name(items: Mapping[str, N]) -> list[tuple[str, N]]:
    """Companies, roles or regions in the order of their names."""
    return sorted(items.items(), key=lambda pair: pair[1].name.casefold())


def by_requirement(catalogue: Catalogue) -> list[tuple[str, list[tuple[str, Lever]]]]:
    """Levers under what they require, in the order in which the labels stand."""
    found = [
        (requires, [(name, item) for name, item in catalogue.levers.items() if item.requires == requires])
        for requires in labels.REQUIRES
    ]
    return [(requires, items) for requires, items in found if items]


def _fits(catalogue: Catalogue, summary: Summary, found: Lever) -> bool:
    company = catalogue.companies[summary.company]
    return fits(found, summary.role, company, has_posted_band=summary.postings > 0)


def _offered(catalogue: Catalogue, summary: Summary, title: str) -> Use:
    return _use(catalogue, summary, title, (("base", summary.ask),) if summary.ask else ())


def _use(catalogue: Catalogue, summary: Summary, title: str, ask: tuple[tuple[str, Amount], ...]) -> Use:
    return Use(summary, catalogue.companies[summary.company].name, catalogue.roles[summary.role].name, title, ask)
