"""Everything that the site shows, by name: what pages lean on, computed once."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from guidebook.enrich.chart import ends
from guidebook.enrich.summary import Summary
from guidebook.load import Tree
from guidebook.model import (
    Company,
    Evidence,
    Filing,
    Lever,
    Market,
    Posting,
    Rates,
    Redirects,
    Region,
    Rights,
    Role,
    Sheet,
)
from guidebook.model.places import PrevailingWage
from guidebook.money import Money
from guidebook.shelf import Kept, Shelf
from guidebook.yearly import in_usd


@dataclass(slots=True, repr=False)
class Catalogue:
    """All companies, roles, regions, levers and guides by name, and who leans on whom."""

    companies: dict[str, Company]
    roles: dict[str, Role]
    regions: dict[str, Region]
    levers: dict[str, Lever]
    evidence: dict[str, Evidence]
    rights: dict[str, Rights]
    rates: Rates | None
    market: Market | None
    redirects: Redirects
    sheet: Sheet = field(default_factory=Sheet)
    guides: Shelf = field(default_factory=Shelf)
    """Each guide is made into a model anew when it is asked for; its summary is at hand."""
    prevailing: dict[str, list[PrevailingWage]] = field(default_factory=dict)
    """Prevailing wages by occupation."""
    summaries: dict[str, Summary] = field(default_factory=dict)
    by_company: dict[str, list[Summary]] = field(default_factory=dict)
    by_role: dict[str, list[Summary]] = field(default_factory=dict)
    by_region: dict[str, list[Summary]] = field(default_factory=dict)

    def postings(self, company: str, role: str) -> list[Posting]:
        """What the company posted for the role."""
        evidence = self.evidence.get(company)
        return [posting for posting in evidence.postings if posting.role == role] if evidence else []

    def filings(self, company: str, role: str) -> list[Filing]:
        """What the company filed for the role, all states together first."""
        evidence = self.evidence.get(company)
        found = [filing for filing in evidence.filings if filing.role == role] if evidence else []
        return sorted(found, key=lambda filing: (filing.state != "US", filing.state))

    def in_usd(self, money: Money) -> Money | None:
        """The amount in whole US dollars at the dated reference rate, or None where there is none."""
        return in_usd(money, self.rates)


def build(tree: Tree) -> Catalogue:
    """Make the catalogue of a tree, as yet without guides."""
    catalogue = Catalogue(
        companies={name: entry.value for name, entry in tree.companies.items()},
        roles={name: entry.value for name, entry in tree.roles.items()},
        regions=dict(tree.regions.value.root) if tree.regions else {},
        levers=dict(
            sorted(
                ((name, entry.value) for name, entry in tree.levers.items()),
                key=lambda pair: (pair[1].order, pair[0]),
            )
        ),
        evidence={name: entry.value for name, entry in tree.evidence.items()},
        rights=dict(tree.rights.value.root) if tree.rights else {},
        rates=tree.rates.value if tree.rates else None,
        market=tree.market.value if tree.market else None,
        redirects=tree.redirects.value if tree.redirects else Redirects(),
        sheet=tree.sheet.value if tree.sheet else Sheet(),
    )
    for wage in catalogue.market.prevailing if catalogue.market else ():
        catalogue.prevailing.setdefault(wage.occupation, []).append(wage)
    return catalogue


def add_guides(catalogue: Catalogue, guides: Iterable[tuple[str, Kept, Summary]]) -> None:
    """Add guides to the catalogue: the name of each in addresses, where its model is kept, and its summary."""
    by_company, by_role, by_region = defaultdict(list), defaultdict(list), defaultdict(list)
    for name, kept, summary in guides:
        catalogue.guides.put(name, kept)
        catalogue.summaries[name] = summary
        by_company[summary.company].append(summary)
        by_role[summary.role].append(summary)
        for region in summary.regions:
            by_region[region].append(summary)
    for group in (*by_company.values(), *by_role.values(), *by_region.values()):
        group.sort(key=lambda summary: (-summary.postings, summary.id))
    catalogue.by_company, catalogue.by_role, catalogue.by_region = dict(by_company), dict(by_role), dict(by_region)


def scale_of(summaries: Iterable[Summary]) -> tuple[int, int]:
    """The lowest and highest base of `summaries`, USD a year; 0 and 1 where none has any."""
    amounts = [summary.base_usd for summary in summaries if summary.base_usd]
    if not amounts:
        return 0, 1
    return min(amount.low for amount in amounts), max(amount.high for amount in amounts)


def placed(summary: Summary, start: int, end: int) -> tuple[float, float] | None:
    """Left end and width of the summary's base in percent of the scale, or None."""
    if summary.base_usd is None:
        return None
    return ends(summary.base_usd, start, end, 1.0)
