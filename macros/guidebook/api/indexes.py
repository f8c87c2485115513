"""Lists as documents: what there is, by kind; the law, the rates, the market, the age of the evidence."""

from collections.abc import Mapping
from typing import Any

from guidebook import views
from guidebook.api import parts
from guidebook.api.kinds import KINDS, VERSION
from guidebook.api.list_shapes import (
    Dated,
    EntriesDocument,
    Entry,
    FreshnessDocument,
    GuidesDocument,
    IndexDocument,
    LeversDocument,
    MarketDocument,
    RatesDocument,
    RightsDocument,
)
from guidebook.api.pages import national
from guidebook.api.shapes import Source
from guidebook.enrich.catalogue import Catalogue
from guidebook.enrich.freshness import Dated as DatedItem
from guidebook.enrich.sources import NumberedSource
from guidebook.enrich.summary import Summary
from guidebook.model import Company, Market, Rates, Region, Role
from guidebook.model import Source as SourceModel
from guidebook.page import API as TOP

LICENSE = "CC-BY-4.0"
"""The licence of text and data."""


def index(catalogue: Catalogue, newest: str, site_url: str) -> IndexDocument:
    """Where to begin; `newest` is the newest day of any figure, year-month-day."""
    absent = {name for name in ("rates", "market") if getattr(catalogue, name) is None}
    return {
        "kind": "index",
        "version": VERSION,
        "site": site_url,
        "newest": newest,
        "license": LICENSE,
        "guides": len(catalogue.guides),
        "companies": len(catalogue.companies),
        "documents": [
            {
                "kind": kind.name,
                "address": TOP + kind.address,
                "schema": kind.schema,
                "what": kind.shape.__doc__,
            }
            for kind in KINDS
            if kind.name not in absent
        ],
        "openapi": f"{TOP}openapi.json",
        "feed": "feed.xml",
    }


def guides(catalogue: Catalogue) -> GuidesDocument:
    """All guides, by company and role."""
    return {"kind": "guides", "items": [parts.guide_line(item, catalogue) for item in catalogue.summaries.values()]}


def companies(catalogue: Catalogue) -> EntriesDocument:
    """All companies by name."""
    found = views.by_name(catalogue.companies)
    return {"kind": "companies", "items": [_entry("companies", *pair, catalogue.by_company) for pair in found]}


def roles(catalogue: Catalogue) -> EntriesDocument:
    """All roles by name."""
    found = views.by_name(catalogue.roles)
    return {"kind": "roles", "items": [_entry("roles", *pair, catalogue.by_role) for pair in found]}


def regions(catalogue: Catalogue) -> EntriesDocument:
    """All regions that any guide has figures for, by name."""
    found = [pair for pair in views.by_name(catalogue.regions) if pair[0] in catalogue.by_region]
    return {"kind": "regions", "items": [_entry("regions", *pair, catalogue.by_region) for pair in found]}


def levers(catalogue: Catalogue) -> LeversDocument:
    """The library of levers."""
    return {"kind": "levers", "items": [parts.lever_line(name, lever) for name, lever in catalogue.levers.items()]}


def rights(catalogue: Catalogue) -> RightsDocument:
    """The law on pay by place."""
    return {"kind": "rights", "items": [parts.right(name, rule) for name, rule in catalogue.rights.items()]}


def rates(found: Rates) -> RatesDocument:
    """Exchange rates of one day."""
    return {
        "kind": "rates",
        "date": found.date.isoformat(),
        "per_eur": {currency: float(rate) for currency, rate in found.per_eur.items()},
        "sources": [_source(found.source, 1)],
    }


def market(found: Market) -> MarketDocument:
    """Federal wages of all occupations."""
    return {
        "kind": "market",
        "occupations": dict(found.occupations),
        "prevailing": [parts.wage(wage, found) for wage in found.prevailing],
        "national": [national(wage, found) for wage in found.national],
        "sources": {name: _source(source, number) for number, (name, source) in enumerate(found.sources.items(), 1)},
    }


def freshness(context: Mapping[str, Any]) -> FreshnessDocument:
    """The age of the evidence, from what its page is given."""
    view = context["view"]
    return {
        "kind": "freshness",
        "today": context["today"].isoformat(),
        "limit_months": context["limit"],
        "soon_days": context["soon"],
        "new_days": context["new"],
        "stale": [_dated(item) for item in view.stale],
        "soon": [_dated(item) for item in view.soon],
        "new": [_dated(item) for item in view.new],
    }


def _entry(folder: str, name: str, item: Company | Role | Region, lists: Mapping[str, list[Summary]]) -> Entry:
    return {
        "id": name,
        "page": f"{folder}/{name}/",
        "json": f"{TOP}{folder}/{name}.json",
        "name": item.name,
        "aliases": item.aliases,
        "guides": len(lists.get(name, ())),
    }


def _source(found: SourceModel, number: int) -> Source:
    return parts.source(NumberedSource(number, found))


def _dated(item: DatedItem) -> Dated:
    return {"day": item.day.isoformat(), "page": item.page, "title": item.title, "what": item.what}
