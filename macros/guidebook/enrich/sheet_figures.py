"""The figures of a call sheet: bands and their basis, the law of the place, sources; each as short as it can be."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from guidebook import labels
from guidebook.enrich.catalogue import Catalogue
from guidebook.enrich.chart import PlacedBar
from guidebook.enrich.fit import COLUMN, trimmed, typeset, width_of
from guidebook.enrich.guide_view import GuideView
from guidebook.enrich.laws import binding
from guidebook.enrich.rows import Row
from guidebook.model import Company, Rights
from guidebook.money import Money, text

RIGHTS, BANDS, SOURCES = 2, 4, 3
"""How many of each the sheet has room for."""


@dataclass(frozen=True, slots=True)
class SheetRight:
    """What the law of one place says on pay, in one line."""

    name: str
    words: str
    checked: str


@dataclass(frozen=True, slots=True)
class SheetBand:
    """A range of the guide's chart: left end and width in percent of its scale."""

    label: str
    detail: str
    amount: str
    basis: str
    left: float
    width: float


def region_of(catalogue: Catalogue, row: Row | None) -> str:
    """The short name of the row's region."""
    if row is None:
        return ""
    region = catalogue.regions[row.region]
    return region.shown


def rights(catalogue: Catalogue, company: Company, row: Row | None) -> Iterator[SheetRight]:
    """The law that binds the company at the row's place, the narrowest first; where nothing was found comes last."""
    names = binding(catalogue, company, row.region) if row else []
    rules = sorted((catalogue.rights[name] for name in names), key=lambda rule: rule.says_nothing)
    return (SheetRight(rule.name, _right(rule), labels.day(rule.checked)) for rule in rules[:RIGHTS])


def bands(catalogue: Catalogue, view: GuideView, row: Row | None) -> tuple[SheetBand, ...]:
    """The row's own range first, then others of its scale; one reference that is not the employer's is kept."""
    currency = row.base.currency if row and isinstance(row.base, Money) else None
    chart = next(
        (chart for chart in view.charts if chart.start.currency == currency), view.charts[0] if view.charts else None
    )
    bars = list(chart.bars) if chart else []
    bars.sort(key=lambda placed: _is_reference(placed, view))
    own = region_of(catalogue, row)
    bars.sort(key=lambda placed: bool(row) and not _is_of(placed, own, row))
    if len(bars) > BANDS:
        reference = next((placed for placed in bars[BANDS:] if _is_reference(placed, view)), bars[BANDS - 1])
        bars = [*bars[: BANDS - 1], reference]
    return tuple(_band(placed) for placed in bars)


def total_of(row: Row | None) -> str:
    """The total of the row where it has one, with its kind."""
    if row is None or not isinstance(row.total, Money):
        return ""
    return f"{text(row.total)}, {row.total_rule}"


def sources(view: GuideView, row: Row | None) -> tuple[str, ...]:
    """The first of what the sheet's figures rest on, each with its date."""
    return tuple(islice(_sources(view, row), SOURCES))


def _sources(view: GuideView, row: Row | None) -> Iterator[str]:
    """Postings and filings, then the sources of the row and of the numbers, then the others."""
    if view.postings:
        newest = max(posting.seen for posting in view.postings)
        count = len(view.postings)
        yield f"{count} {'posting' if count == 1 else 'postings'} by {view.company.name}, newest {labels.day(newest)}"
    if view.filings:
        yield f"US H-1B filings, {view.filings[0].period}, Department of Labor"
    first = {*(row.numbers if row else ()), *(view.strategy.numbers if view.strategy else ())}
    for item in sorted(view.sources, key=lambda item: (item.number not in first, item.number)):
        words = trimmed(f"{item.source.title}, {item.source.publisher}", 28_000)
        yield f"{typeset(words)}, {f'checked {item.checked}' if item.checked else item.published or 'undated'}"


def _right(rule: Rights) -> str:
    duty, history = labels.DUTY_SHORT[rule.range.duty], labels.HISTORY_SHORT[rule.history.question]
    since = [f", since {labels.day(day)}" if day else "" for day in (rule.range.since, rule.history.since)]
    words = f"Range: {duty}{since[0]}. Past pay: {history}{since[1]}."
    if rule.discuss == "protected":
        words += " You may discuss pay."
    return words + (" Not confirmed." if rule.confidence == "low" else "")


def _is_of(placed: PlacedBar, region: str, row: Row | None) -> bool:
    return row is not None and placed.bar.amount == row.base and placed.bar.label.startswith(region)


def _is_reference(placed: PlacedBar, view: GuideView) -> bool:
    return placed.bar.basis not in {row.basis for row in view.rows}


def _band(placed: PlacedBar) -> SheetBand:
    bar = placed.bar
    room = COLUMN - width_of(placed.shown)
    details = [bar.detail, *(["not this employer", ""] if bar.basis == "market" else [bar.basis])]
    detail = next((words for words in details if width_of(bar.label + words) <= room), details[-1])
    return SheetBand(
        typeset(trimmed(bar.label, room - width_of(detail))), detail, placed.shown, bar.basis, placed.left, placed.width
    )
