"""Everything that the site shows, by name: what pages lean on, computed once."""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from guidebook.enrich.chart import ends
from guidebook.load import Tree
from guidebook.model import Company, Evidence, Filing, Guide, Lever, Market, Posting, Rates, Region, Rights, Role
from guidebook.model.places import PrevailingWage
from guidebook.money import NOT_DISCLOSED, Amount, Money
from guidebook.posted import PostedRow, posted_rows


@dataclass(frozen=True, slots=True)
class Summary:
    """A guide in one line: what lists and tables of other pages show of it; base is a year."""

    company: str
    role: str
    base: Amount
    base_usd: Money | None
    basis: str
    is_confirmed: bool
    regions: tuple[str, ...]
    levels: tuple[str, ...]
    postings: int
    newest: datetime.date | None
    bands: tuple[tuple[str, str, Money], ...] = ()
    """Region, level and base of each row."""

    @property
    def id(self) -> str:
        """The guide's name in addresses."""
        return f"{self.company}/{self.role}"


@dataclass(slots=True)
class Catalogue:
    """All companies, roles, regions, levers and guides by name, and who leans on whom."""

    companies: dict[str, Company]
    roles: dict[str, Role]
    regions: dict[str, Region]
    levers: dict[str, Lever]
    guides: dict[str, Guide]
    evidence: dict[str, Evidence]
    rights: dict[str, Rights]
    rates: Rates | None
    market: Market | None
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
        if money.currency == "USD":
            return money
        rates = self.rates.per_eur if self.rates else {}
        own = Decimal(1) if money.currency == "EUR" else rates.get(money.currency)
        if own is None or "USD" not in rates:
            return None
        low, high = (int(Decimal(value) * rates["USD"] / own) for value in (money.low, money.high))
        return Money("USD", low, high, money.open)


def build(tree: Tree) -> Catalogue:
    """Make the catalogue of a tree that passed its checks."""
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
        guides={name: entry.value for name, entry in tree.guides.items()},
        evidence={name: entry.value for name, entry in tree.evidence.items()},
        rights=dict(tree.rights.value.root) if tree.rights else {},
        rates=tree.rates.value if tree.rates else None,
        market=tree.market.value if tree.market else None,
    )
    for wage in catalogue.market.prevailing if catalogue.market else ():
        catalogue.prevailing.setdefault(wage.occupation, []).append(wage)
    _summarise(catalogue)
    return catalogue


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


def _summarise(catalogue: Catalogue) -> None:
    by_company, by_role, by_region = defaultdict(list), defaultdict(list), defaultdict(list)
    for name, guide in catalogue.guides.items():
        summary = _summary(guide, catalogue)
        catalogue.summaries[name] = summary
        by_company[guide.company].append(summary)
        by_role[guide.role].append(summary)
        for region in summary.regions:
            by_region[region].append(summary)
    for group in (*by_company.values(), *by_role.values(), *by_region.values()):
        group.sort(key=lambda summary: (-summary.postings, summary.id))
    catalogue.by_company, catalogue.by_role, catalogue.by_region = dict(by_company), dict(by_role), dict(by_region)


def _summary(guide: Guide, catalogue: Catalogue) -> Summary:
    rows = posted_rows(catalogue.postings(guide.company, guide.role)) if not guide.pay else []
    bands = [row.base for row in rows] or [row.base for row in guide.pay if isinstance(row.base, Money)]
    base = _spread([band for band in bands if isinstance(band, Money)])
    return Summary(
        guide.company,
        guide.role,
        base,
        catalogue.in_usd(base) if isinstance(base, Money) else None,
        "posted" if rows else next((row.basis for row in guide.pay), "filed"),
        bool(rows) or not any(row.unconfirmed for row in guide.pay),
        tuple(dict.fromkeys([row.region for row in rows] or [row.region for row in guide.pay])),
        tuple(dict.fromkeys([row.level for row in rows] or [row.level for row in guide.pay])),
        len({posting.url + posting.title for row in rows for posting in row.postings}),
        _newest(guide, rows),
        tuple((row.region, row.level, row.base) for row in rows)
        or tuple((row.region, row.level, row.base) for row in guide.pay if isinstance(row.base, Money)),
    )


def _spread(bands: list[Money]) -> Amount:
    """From the lowest to the highest of the bands in the currency that most of them have."""
    if not bands:
        return NOT_DISCLOSED
    currencies = [band.currency for band in bands]
    usual = max(dict.fromkeys(currencies), key=currencies.count)
    chosen = [band for band in bands if band.currency == usual]
    return Money(
        usual, min(band.low for band in chosen), max(band.high for band in chosen), any(band.open for band in chosen)
    )


def _newest(guide: Guide, rows: list[PostedRow]) -> datetime.date | None:
    seen = [row.newest for row in rows]
    return max(seen or [source.checked for source in guide.sources.values() if source.checked], default=None)
