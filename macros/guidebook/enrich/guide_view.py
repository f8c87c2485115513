"""What the page of a guide shows: the object that the page, its call sheet and its JSON are made of."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from guidebook.enrich import laws
from guidebook.enrich.chart import Chart, PlacedBar
from guidebook.enrich.levers import LeverView
from guidebook.enrich.ordered import PagePart
from guidebook.enrich.rows import Row
from guidebook.enrich.sources import NumberedSource, name_filings
from guidebook.enrich.strategy import StrategyView
from guidebook.enrich.summary import Summary
from guidebook.model import Company, Filing, Guide, Lever, Posting, Role
from guidebook.model.guide import LevelMap
from guidebook.model.places import PrevailingWage
from guidebook.money import Money, text
from guidebook.posted import runs


@dataclass(frozen=True, slots=True)
class SectionView:
    """A section of the guide's own."""

    title: str | None
    text: str | None
    basis: str
    unconfirmed: str | None
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class MappingView:
    """A level equivalence with its numbered sources."""

    map: LevelMap
    numbers: tuple[int, ...]

    def rest(self) -> tuple[Any, ...]:
        """What is said of the equivalence: how it was made, when, and what it rests on."""
        return self.map.method, self.map.date, self.map.basis, self.map.unconfirmed, self.numbers


@dataclass(frozen=True, slots=True)
class Status:
    """The line under the title: what the page rests on and how old that is."""

    citations: int
    newest: datetime.date | None
    oldest: datetime.date | None
    bases: tuple[str, ...]
    not_disclosed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GuideView:
    """Everything that the page of a guide shows, in the page's order."""

    id: str
    guide: Guide
    company: Company
    role: Role
    tags: tuple[str, ...]
    status: Status
    rows: tuple[Row, ...]
    charts: tuple[Chart, ...]
    market: tuple[PrevailingWage, ...]
    filings: tuple[Filing, ...]
    postings: tuple[Posting, ...]
    mappings: tuple[MappingView, ...]
    sections: tuple[SectionView, ...]
    levers: tuple[LeverView, ...]
    library_levers: tuple[LeverView, ...]
    more_levers: tuple[tuple[str, Lever], ...]
    strategy: StrategyView | None
    questions: tuple[str, ...]
    sources: tuple[NumberedSource, ...]
    rights: laws.Laws
    same_role: tuple[Summary, ...]
    same_company: tuple[Summary, ...]
    figures: Mapping[str, str]
    """What scripts of this guide are filled with."""
    parts: tuple[PagePart, ...] = ()
    """The parts in the guide's own order, where it gives one."""

    @property
    def bars(self) -> dict[int, PlacedBar]:
        """The bar of each row of the table that has one, by the row's number."""
        placed = [bar for chart in self.charts for bar in chart.bars]
        return {bar.bar.row: bar for bar in placed if bar.bar.row is not None}

    @property
    def beside_base(self) -> dict[str, str]:
        """What all rows say of equity, bonus and total, where each is the same words in all of them and no amount."""
        found = {name: {getattr(row, name) for row in self.rows} for name in ("equity", "bonus", "total")}
        amounts = [amount for said in found.values() for amount in said]
        if any(row.sign_on for row in self.rows) or any(isinstance(amount, Money) for amount in amounts):
            return {}
        return {name: text(*said) for name, said in found.items()} if len(amounts) == len(found) else {}

    @property
    def has_filings_to_cite(self) -> bool:
        """True where filings are shown whose file is none of the page's sources."""
        return bool(self.filings) and not name_filings(self.sources)

    @property
    def mapped(self) -> list[list[MappingView]]:
        """The level equivalences, those that stand together and rest on the same in one list."""
        return [list(group) for _, group in groupby(self.mappings, MappingView.rest)]

    @property
    def newest_of_rows(self) -> datetime.date | None:
        """The newest day of each row of postings, where it is one and the same in several rows."""
        days = {row.newest for row in self.rows}
        return days.pop() if len(self.rows) > 1 and len(days) == 1 else None

    @property
    def posted(self) -> Iterator[list[list[Posting]]]:
        """The postings, those seen on the same day for the same places in one list, and in that by band."""
        return runs(self.postings)

    @property
    def references(self) -> list[PlacedBar]:
        """What stands under the rows, on the same scale, and is not the employer's table."""
        return [placed for chart in self.charts for placed in chart.bars if placed.bar.row is None]
