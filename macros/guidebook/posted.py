"""Group the postings of a role: by region, level and currency into rows, by day and places into a list."""

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from guidebook.model import Posting
from guidebook.money import Money

LEVELS = ("entry", "mid", "senior", "staff", "principal", "unstated")
"""Levels in the order in which they are shown."""


@dataclass(frozen=True, slots=True)
class PostedRow:
    """Base bands that one employer posted for one region and level, a year."""

    region: str
    level: str
    base: Money
    """From the lowest posted low to the highest posted high."""
    usual: Money
    """The band posted most often; of equals the newest, then the lower."""
    usual_count: int
    postings: tuple[Posting, ...]
    """The postings, highest band first."""

    @property
    def count(self) -> int:
        """How many postings there are."""
        return len(self.postings)

    @property
    def newest(self) -> datetime.date:
        """The newest day that one was seen."""
        return max(posting.seen for posting in self.postings)

    @property
    def oldest(self) -> datetime.date:
        """The oldest day that one was seen."""
        return min(posting.seen for posting in self.postings)


def posted_rows(postings: Iterable[Posting]) -> list[PostedRow]:
    """Rows of `postings`, the region with most postings first, levels from low to high."""
    groups: dict[tuple[str, str, str], list[tuple[Money, Posting]]] = defaultdict(list)
    weight: Counter[str] = Counter()
    for posting in postings:
        if isinstance(posting.base, Money):
            for region in posting.regions:
                groups[region, posting.level, posting.base.currency].append((posting.base, posting))
                weight[region] += 1
    rows = [_row(region, level, bands) for (region, level, _), bands in groups.items()]
    return sorted(rows, key=lambda row: (-weight[row.region], row.region, LEVELS.index(row.level), row.base.currency))


def _row(region: str, level: str, bands: list[tuple[Money, Posting]]) -> PostedRow:
    usual, usual_count = _usual(bands)
    first = bands[0][0]
    base = Money(
        first.currency,
        min(band.low for band, _ in bands),
        max(band.high for band, _ in bands),
        any(band.open for band, _ in bands),
    )
    ordered = sorted(bands, key=lambda pair: (-pair[0].high, -pair[0].low, pair[1].title, pair[1].url))
    return PostedRow(region, level, base, usual, usual_count, tuple(posting for _, posting in ordered))


def _usual(bands: list[tuple[Money, Posting]]) -> tuple[Money, int]:
    counts = Counter(band for band, _ in bands)
    newest: dict[Money, datetime.date] = {}
    for band, posting in bands:
        newest[band] = max(posting.seen, newest.get(band, posting.seen))
    usual = max(counts, key=lambda band: (counts[band], newest[band], -band.low, -band.high))
    return usual, counts[usual]


def together(postings: Iterable[Posting]) -> tuple[Posting, ...]:
    """The postings with those of one list of places, day and way of seeing beside one another, else in their order.

    Among these, the lower band comes first.
    """
    groups: defaultdict[tuple[object, ...], list[Posting]] = defaultdict(list)
    for posting in postings:
        groups[_seen(posting)].append(posting)
    return tuple(posting for group in groups.values() for posting in sorted(group, key=_band))


def runs(postings: Iterable[Posting]) -> Iterator[list[list[Posting]]]:
    """Postings that stand together, list by list; in each list those of one band in a list of their own."""
    for _, group in groupby(postings, _seen):
        yield [list(band) for _, band in groupby(group, lambda posting: posting.base)]


def _band(posting: Posting) -> tuple[str, int, int]:
    return (
        (posting.base.currency, posting.base.low, posting.base.high) if isinstance(posting.base, Money) else ("", 0, 0)
    )


def _seen(posting: Posting) -> tuple[object, ...]:
    return tuple(posting.regions), posting.seen, posting.via
