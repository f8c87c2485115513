"""A guide in one line: what lists, tables and other pages show of it, so that its whole model need not be kept."""

import datetime
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from guidebook.enrich.strategy import asked, derived_numbers
from guidebook.model import Guide, Posting, Source
from guidebook.model.base import first_day
from guidebook.money import NOT_DISCLOSED, Amount, Money
from guidebook.posted import PostedRow, posted_rows

Dated = tuple[datetime.date, str]
"""A day, and the evidence that is of that day."""


@dataclass(frozen=True, slots=True)
class Use:
    """A lever of the library as a guide uses it: under which title, and what is asked with it."""

    lever: str
    title: str | None
    ask: tuple[tuple[str, Amount], ...]


@dataclass(frozen=True, slots=True)
class Band:
    """The base of one row of a guide, a year, and the postings behind it."""

    region: str
    level: str
    base: Money
    postings: int = 0
    first: int = 0
    """How many of the postings no row before this one has: a posting may name several regions."""
    newest: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Summary:
    """What other pages show of a guide; base is a year."""

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
    ask: Amount | None
    """The opening ask: the guide's own, else the rule's for the row with most postings."""
    bands: tuple[Band, ...] = ()
    uses: tuple[Use, ...] = ()
    dated: tuple[Dated, ...] = ()
    """Its evidence by day, but for what is kept as history."""
    written: int = 0
    """How many of its parts somebody wrote out."""
    has_order: bool = False
    """True where it gives the order of its parts, as an imported guide does."""

    @property
    def id(self) -> str:
        """The guide's name in addresses."""
        return f"{self.company}/{self.role}"


def summary(guide: Guide, postings: Sequence[Posting], in_usd: Callable[[Money], Money | None]) -> Summary:
    """Make the summary of a guide; `postings` are the employer's for its role, `in_usd` converts at the dated rate."""
    rows = posted_rows(postings) if not guide.pay else []
    bands = tuple(_posted(rows)) or tuple(
        Band(row.region, row.level, row.base) for row in guide.pay if isinstance(row.base, Money)
    )
    base = _spread(bands)
    return Summary(
        guide.company,
        guide.role,
        base,
        in_usd(base) if isinstance(base, Money) else None,
        "posted" if rows else next((row.basis for row in guide.pay), "filed"),
        bool(rows) or not any(row.unconfirmed for row in guide.pay),
        tuple(dict.fromkeys([row.region for row in rows] or [row.region for row in guide.pay])),
        tuple(dict.fromkeys([row.level for row in rows] or [row.level for row in guide.pay])),
        sum(band.first for band in bands),
        _newest(guide, rows),
        _opening_ask(guide, rows),
        bands,
        tuple(Use(lever.lever, lever.title, asked(lever.ask)) for lever in guide.levers if lever.lever),
        tuple(_dated(guide, postings)),
        sum(bool(part) for part in (guide.worth, guide.sections, guide.levers, guide.strategy, guide.pay)),
        bool(guide.order),
    )


def within(whole: Summary, region: str, in_usd: Callable[[Money], Money | None]) -> Summary:
    """What a summary says of one region alone: its base, levels, postings and newest day there."""
    bands = tuple(replace(band, first=band.postings) for band in whole.bands if band.region == region)
    base = _spread(bands)
    return replace(
        whole,
        base=base,
        base_usd=in_usd(base) if isinstance(base, Money) else None,
        regions=(region,),
        levels=tuple(dict.fromkeys(band.level for band in bands)) or whole.levels,
        postings=sum(band.first for band in bands),
        newest=max((band.newest for band in bands if band.newest), default=whole.newest),
        bands=bands,
    )


def day_of(source: Source) -> datetime.date | None:
    """The day that a source counts from: that of its publication, else the one it was last looked at."""
    return first_day(source.date) if source.date else source.checked


def _posted(rows: Iterable[PostedRow]) -> Iterator[Band]:
    known: set[str] = set()
    for row in rows:
        own = {_identity(posting) for posting in row.postings}
        yield Band(row.region, row.level, row.base, len(own), len(own - known), row.newest)
        known |= own


def _identity(posting: Posting) -> str:
    return posting.url + posting.title


def _spread(bands: Sequence[Band]) -> Amount:
    """From the lowest to the highest of the bands in the currency that most postings have; of equals, most rows."""
    if not bands:
        return NOT_DISCLOSED
    weight: Counter[str] = Counter()
    rows: Counter[str] = Counter()
    for band in bands:
        weight[band.base.currency] += band.first
        rows[band.base.currency] += 1
    usual = max(rows, key=lambda currency: (weight[currency], rows[currency]))
    chosen = [band.base for band in bands if band.base.currency == usual]
    return Money(
        usual, min(band.low for band in chosen), max(band.high for band in chosen), any(band.open for band in chosen)
    )


def _newest(guide: Guide, rows: list[PostedRow]) -> datetime.date | None:
    seen = [row.newest for row in rows]
    return max(seen or [source.checked for source in guide.sources.values() if source.checked], default=None)


def _opening_ask(guide: Guide, rows: list[PostedRow]) -> Amount | None:
    if guide.strategy:
        return guide.strategy.ask
    row = max(rows, key=lambda item: item.count, default=None)
    return derived_numbers(row.usual)[0] if row else None


def _dated(guide: Guide, postings: Sequence[Posting]) -> list[Dated]:
    days = Counter(posting.seen for posting in postings if not guide.pay and not posting.historical)
    found = [(day, f"{count} posting" if count == 1 else f"{count} postings") for day, count in days.items()]
    return found + [
        (day, source.title) for source in guide.sources.values() if (day := day_of(source)) and not source.historical
    ]
