"""Turn the parts that documents share into plain data: amounts, scripts, sources, claims, lines."""

import datetime
from collections.abc import Iterable, Mapping
from functools import lru_cache

from guidebook import money
from guidebook.api.shapes import (
    Amount,
    Asked,
    Claim,
    GuideLine,
    LeverLine,
    MarketWage,
    Money,
    Named,
    Right,
    Script,
    Source,
)
from guidebook.blanks import Part
from guidebook.enrich.catalogue import Catalogue
from guidebook.enrich.sources import NumberedSource
from guidebook.enrich.summary import Summary
from guidebook.model import Claim as ClaimModel
from guidebook.model import Company, Lever, Market, Region, Rights, Role
from guidebook.model.places import PrevailingWage
from guidebook.page import API as TOP

PREVAILING = "prevailing-wages"
NATIONAL = "oews"
"""Names of the sources of federal wages in `market.yml`."""

Days = Mapping[int, str | None]
"""The day on which each numbered source was checked."""


@lru_cache(maxsize=65_536)
def amount(value: money.Amount) -> Amount:
    """An amount in its plain shape; equal amounts share one mapping, which nobody changes."""
    if isinstance(value, money.Money):
        return cash(value)
    shown = money.text(value)
    if isinstance(value, money.Percent):
        return {"low_percent": float(value.low), "high_percent": float(value.high), "text": shown}
    if value == money.NONE:
        return {"none": True, "text": shown}
    return {"disclosed": False, "text": shown}


@lru_cache(maxsize=65_536)
def cash(value: money.Money) -> Money:
    """A sum of money in its plain shape; shared as `amount` is."""
    return {
        "currency": value.currency,
        "low": value.low,
        "high": value.high,
        "open": value.open,
        "text": money.text(value),
    }


def cash_or_none(value: money.Money | None) -> Money | None:
    """A sum of money, or None where there is none."""
    return None if value is None else cash(value)


@lru_cache(maxsize=65_536)
def usd(units: int) -> Money:
    """A figure of a US table."""
    return cash(money.Money("USD", units, units))


def maybe(value: money.Amount | None) -> Amount | None:
    """An amount, or None where nothing is said of it."""
    return None if value is None else amount(value)


def day(value: datetime.date | None) -> str | None:
    """A day as year-month-day."""
    return None if value is None else value.isoformat()


def script(parts: Iterable[Part]) -> Script:
    """A script in pieces: words, and each blank by its name."""
    return [{"blank": part.blank, "text": part.text} if part.blank else part.text for part in parts]


def asked(amounts: Iterable[tuple[str, money.Amount]]) -> list[Asked]:
    """What is asked for, by part of the offer."""
    return [{"part": part, "amount": amount(value)} for part, value in amounts]


def source(item: NumberedSource) -> Source:
    """One entry of a document's list of sources."""
    found = item.source
    return {
        "number": item.number,
        "title": found.title,
        "publisher": found.publisher,
        "url": found.url,
        "date": found.date,
        "checked": day(found.checked),
        "basis": found.basis,
        "supports": found.supports,
        "historical": found.historical,
    }


def checked(sources: Iterable[Source]) -> Days:
    """The day on which each source was checked, by its number."""
    return {item["number"]: item["checked"] for item in sources}


def newest(numbers: Iterable[int], days: Days) -> str | None:
    """The newest day on which any of the numbered sources was checked."""
    return max((found for number in numbers if (found := days[number])), default=None)


def claim(item: ClaimModel, numbers: Iterable[int], days: Days) -> Claim:
    """What a statement, an equity or a level rests on."""
    listed = list(numbers)
    return {"basis": item.basis, "unconfirmed": item.unconfirmed, "sources": listed, "as_of": newest(listed, days)}


def named(name: str, item: Company | Role | Region | Rights) -> Named:
    """Something by its name in addresses and its name."""
    return {"id": name, "name": item.name}


def guide_line(summary: Summary, catalogue: Catalogue) -> GuideLine:
    """A guide in one line."""
    name = summary.id
    return {
        "id": name,
        "page": f"guides/{name}/",
        "json": f"{TOP}guides/{name}.json",
        "company": named(summary.company, catalogue.companies[summary.company]),
        "role": named(summary.role, catalogue.roles[summary.role]),
        "base": amount(summary.base),
        "base_usd": cash_or_none(summary.base_usd),
        "basis": summary.basis,
        "is_confirmed": summary.is_confirmed,
        "regions": list(summary.regions),
        "levels": list(summary.levels),
        "postings": summary.postings,
        "as_of": day(summary.newest),
    }


def lever_line(name: str, lever: Lever) -> LeverLine:
    """A lever in one line."""
    return {
        "id": name,
        "page": f"levers/{name}/",
        "json": f"{TOP}levers/{name}.json",
        "title": lever.title,
        "moves": lever.moves,
        "requires": lever.requires,
    }


def right(name: str, rule: Rights) -> Right:
    """The law of one place."""
    return {
        "id": name,
        "name": rule.name,
        "range_duty": rule.range.duty,
        "range_who": rule.range.who,
        "range_since": day(rule.range.since),
        "history_question": rule.history.question,
        "history_since": day(rule.history.since),
        "discuss": rule.discuss,
        "statute": rule.statute,
        "official_url": rule.official_url,
        "evidence": list(rule.evidence),
        "evidence_date": rule.evidence_date,
        "checked": rule.checked.isoformat(),
        "confidence": rule.confidence,
        "note": rule.note,
    }


def wage(item: PrevailingWage, market: Market) -> MarketWage:
    """The prevailing wages of an occupation in an area, with the source of them all."""
    return {
        "region": item.region,
        "area": item.area,
        "occupation": item.occupation,
        "levels": [usd(units) for units in item.levels],
        "basis": "filed",
        "source": PREVAILING,
        "as_of": market.sources[PREVAILING].date if PREVAILING in market.sources else None,
    }
