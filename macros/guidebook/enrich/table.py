"""Guides side by side in one table: a line each, on one scale, with what a reader may filter by."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from guidebook.enrich.catalogue import Catalogue, placed, scale_of
from guidebook.enrich.chart import scale
from guidebook.enrich.summary import Band, Summary
from guidebook.model import Region
from guidebook.money import Money, sign
from guidebook.posted import LEVELS

_MANY = 1_000_000
"""So many units are converted for a rate, since a converted amount is in whole dollars."""


@dataclass(frozen=True, slots=True)
class Listing:
    """A guide as a line of a table; the bar's left end and width are percent of the table's scale."""

    summary: Summary
    company: str
    role: str
    bar: tuple[float, float] | None
    bands: str
    """Each row for a script to filter: `region,level,currency,low,high,open,postings,first,newest`; the first three
    are places in the table's lists, `first` counts the postings that no row before has, the day is year-month-day."""
    others: tuple[str, ...]
    """Currencies of its rows beside that of the base."""


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
    currencies: tuple[tuple[str, str, float], ...]
    """Code and sign of each currency of any row, and US dollars for one unit of it."""


def table(catalogue: Catalogue, summaries: Iterable[Summary]) -> Table:
    """Put guides side by side, the highest base first, those without one last."""
    ordered = sorted(summaries, key=lambda item: (-(item.base_usd.high if item.base_usd else 0), item.id))
    start, end, _step = scale(*_ends(catalogue, ordered))
    counts = Counter(region for item in ordered for region in item.regions)
    regions = sorted(counts, key=lambda name: (-counts[name], name))
    levels = [level for level in LEVELS if any(level in item.levels for item in ordered)]
    currencies = list(dict.fromkeys(band.base.currency for item in ordered for band in item.bands))
    listings = tuple(
        Listing(
            item,
            catalogue.companies[item.company].name,
            catalogue.roles[item.role].name,
            placed(item, start, end),
            ";".join(_band(band, regions, levels, currencies) for band in item.bands),
            _others(item),
        )
        for item in ordered
    )
    return Table(
        listings,
        Money("USD", start, start),
        Money("USD", end, end),
        tuple((name, catalogue.regions[name]) for name in regions),
        tuple(levels),
        tuple((code, sign(code), _rate(catalogue, code)) for code in currencies),
    )


def _ends(catalogue: Catalogue, summaries: Sequence[Summary]) -> tuple[int, int]:
    """Lowest and highest base, USD a year; rows in other currencies than the base count too, for they can be chosen."""
    low, high = scale_of(summaries)
    for summary in summaries:
        for band in summary.bands if _others(summary) else ():
            found = catalogue.in_usd(band.base)
            if found:
                low, high = min(low, found.low), max(high, found.high)
    return low, high


def _band(band: Band, regions: list[str], levels: list[str], currencies: list[str]) -> str:
    base = band.base
    places = (regions.index(band.region), levels.index(band.level), currencies.index(base.currency))
    newest = f"{band.newest:%Y%m%d}" if band.newest else 0
    values = (*places, base.low, base.high, int(base.open), band.postings, band.first, newest)
    return ",".join(str(value) for value in values)


def _others(summary: Summary) -> tuple[str, ...]:
    own = summary.base.currency if isinstance(summary.base, Money) else ""
    return tuple(dict.fromkeys(band.base.currency for band in summary.bands if band.base.currency != own))


def _rate(catalogue: Catalogue, currency: str) -> float:
    """US dollars for one unit; 0 where there is no rate."""
    found = catalogue.in_usd(Money(currency, _MANY, _MANY))
    return found.low / _MANY if found else 0
