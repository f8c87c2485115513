"""Guides side by side in one table: a line each, on one scale, with what a reader may filter by."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from guidebook.enrich.catalogue import Catalogue, placed, scale_of
from guidebook.enrich.chart import scale
from guidebook.enrich.summary import Summary
from guidebook.model import Region
from guidebook.money import Money
from guidebook.posted import LEVELS


@dataclass(frozen=True, slots=True)
class Listing:
    """A guide as a line of a table; the bar's left end and width are percent of the table's scale."""

    summary: Summary
    company: str
    role: str
    bar: tuple[float, float] | None
    bands: str
    """Each row's base for a script to filter: `region,level,low,high` by their places in the table's lists."""
    usd: float
    """US dollars for one unit of the base's currency."""


@dataclass(frozen=True, slots=True)
class Table:
    """Guides side by side on one scale in USD a year."""

    listings: tuple[Listing, ...]
    start: Money
    end: Money
    regions: tuple[tuple[str, Region], ...]
    """Regions of any line, that of the most lines first."""
    levels: tuple[str, ...]
    """Levels of any line, from low to high."""


def table(catalogue: Catalogue, summaries: Iterable[Summary]) -> Table:
    """Put guides side by side, the highest base first, those without one last."""
    ordered = sorted(summaries, key=lambda item: (-(item.base_usd.high if item.base_usd else 0), item.id))
    start, end, _step = scale(*scale_of(ordered))
    counts = Counter(region for item in ordered for region in item.regions)
    regions = sorted(counts, key=lambda name: (-counts[name], name))
    levels = [level for level in LEVELS if any(level in item.levels for item in ordered)]
    listings = tuple(
        Listing(
            item,
            catalogue.companies[item.company].name,
            catalogue.roles[item.role].name,
            placed(item, start, end),
            _bands(item, regions, levels),
            _rate(item),
        )
        for item in ordered
    )
    return Table(
        listings,
        Money("USD", start, start),
        Money("USD", end, end),
        tuple((name, catalogue.regions[name]) for name in regions),
        tuple(levels),
    )


def _bands(summary: Summary, regions: list[str], levels: list[str]) -> str:
    currency = summary.base.currency if isinstance(summary.base, Money) else ""
    return ";".join(
        f"{regions.index(region)},{levels.index(level)},{base.low},{base.high}"
        for region, level, base in summary.bands
        if base.currency == currency
    )


def _rate(summary: Summary) -> float:
    if not isinstance(summary.base, Money) or summary.base_usd is None:
        return 0
    return round(summary.base_usd.high / summary.base.high, 4)
