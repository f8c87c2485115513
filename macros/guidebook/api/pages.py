"""Companies, roles, regions and levers as documents, from the same views as their pages."""

from typing import Any

from guidebook import blanks
from guidebook.api import parts
from guidebook.api.page_shapes import (
    CompanyDocument,
    CompanyLevel,
    Equity,
    LeverDocument,
    LeverUse,
    NationalWage,
    RegionDocument,
    RoleDocument,
)
from guidebook.api.parts import Days
from guidebook.api.shapes import GuideLine, Money, Statement
from guidebook.enrich.catalogue import Catalogue
from guidebook.enrich.table import Table
from guidebook.model import Market
from guidebook.model.places import NationalWage as NationalRow
from guidebook.views import Cited, CompanyView, LeverView, RegionView, RoleView, Use


def company_document(view: CompanyView, catalogue: Catalogue) -> CompanyDocument:
    """A company, and its guides."""
    found = view.company
    sources = [parts.source(item) for item in view.sources]
    days = parts.checked(sources)
    return {
        "kind": "company",
        "id": view.id,
        "page": f"companies/{view.id}/",
        "name": found.name,
        "aliases": found.aliases,
        "ownership": found.ownership,
        "ticker": found.ticker,
        "headquarters": found.headquarters,
        "equity": _equity(view.equity, days) if view.equity else None,
        "bonus": _statement(view.bonus, days) if view.bonus else None,
        "levels": [_level(item, days) for item in view.levels],
        "facts": [_statement(item, days) for item in view.facts],
        "questions": found.questions,
        "guides": _guides(view.table, catalogue),
        "sources": sources,
    }


def role_document(view: RoleView, catalogue: Catalogue) -> RoleDocument:
    """A role, its market, and its guides."""
    found, market = view.role, catalogue.market
    return {
        "kind": "role",
        "id": view.id,
        "page": f"roles/{view.id}/",
        "name": found.name,
        "aliases": found.aliases,
        "occupation": found.occupation,
        "occupation_name": view.occupation,
        "paid_for": found.paid_for,
        "levers": [parts.lever_line(name, lever) for name, lever in view.levers],
        "questions": found.questions,
        "national": national(view.national, market) if view.national and market else None,
        "market": [parts.wage(wage, market) for wage in view.wages] if market else [],
        "guides": _guides(view.table, catalogue),
        "sources": [parts.source(item) for item in view.sources],
    }


def region_document(view: RegionView, catalogue: Catalogue) -> RegionDocument:
    """A place, its law on pay, and the guides with figures there."""
    found = view.region
    return {
        "kind": "region",
        "id": view.id,
        "page": f"regions/{view.id}/",
        "name": found.name,
        "short": found.short,
        "country": found.country,
        "currency": found.currency,
        "aliases": found.aliases,
        "rights": [parts.right(name, rule) for name, rule in view.rights],
        "guides": _guides(view.table, catalogue),
    }


def lever_document(view: LeverView, _catalogue: Catalogue) -> LeverDocument:
    """A lever of the library, and the guides that use it."""
    found = view.lever
    return {
        "kind": "lever",
        "id": view.id,
        "page": f"levers/{view.id}/",
        "title": found.title,
        "moves": found.moves,
        "requires": found.requires,
        "what": found.what,
        "when": found.when,
        "say": parts.script(blanks.fill(found.say, {})),
        "short": parts.script(blanks.fill(found.short, {})),
        "because": parts.script(blanks.fill(found.because, {})),
        "if_no": parts.script(blanks.fill(found.if_no, {})),
        "uses": [_use(item) for item in view.uses],
        "offered": [_use(item) for item in view.offered],
        "fitting": view.fitting,
        "others": [parts.lever_line(name, lever) for name, lever in view.others],
        "sources": [parts.source(item) for item in view.sources],
    }


def national(wage: NationalRow, market: Market) -> NationalWage:
    """The wages of an occupation in the whole US; what is not published is null."""
    published = market.sources.get(parts.NATIONAL)
    return {
        "occupation": wage.occupation,
        "employment": wage.employment,
        "mean": _usd(wage.mean),
        "p10": _usd(wage.p10),
        "p25": _usd(wage.p25),
        "p50": _usd(wage.p50),
        "p75": _usd(wage.p75),
        "p90": _usd(wage.p90),
        "basis": "filed",
        "source": parts.NATIONAL,
        "as_of": published.date if published else None,
    }


def _usd(units: int | None) -> Money | None:
    return None if units is None else parts.usd(units)


def _guides(table: Table, catalogue: Catalogue) -> list[GuideLine]:
    return [parts.guide_line(listing.summary, catalogue) for listing in table.listings]


def _equity(item: Cited, days: Days) -> Equity:
    found: Any = item.claim
    return {
        "kind": found.kind,
        "vesting": found.vesting,
        "schedule": found.schedule,
        "refresh": found.refresh,
        "liquidity": found.liquidity,
        **parts.claim(found, item.numbers, days),
    }


def _level(item: Cited, days: Days) -> CompanyLevel:
    found: Any = item.claim
    return {
        "name": found.name,
        "title": found.title,
        "level": found.level,
        "equals": found.equals,
        "method": found.method,
        **parts.claim(found, item.numbers, days),
    }


def _statement(item: Cited, days: Days) -> Statement:
    return {"text": item.claim.text, **parts.claim(item.claim, item.numbers, days)}


def _use(use: Use) -> LeverUse:
    return {"guide": use.summary.id, "title": use.title, "ask": parts.asked(use.ask)}
