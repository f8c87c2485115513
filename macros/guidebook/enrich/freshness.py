"""What of the site's evidence is stale, will be soon, or is new."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from guidebook.age import NEW_DAYS, SOON_DAYS, WARN_MONTHS, is_stale
from guidebook.enrich.catalogue import Catalogue
from guidebook.enrich.summary import day_of
from guidebook.model import Source


@dataclass(frozen=True, order=True, slots=True)
class Dated:
    """Evidence of one day: what it is, and the page that shows it."""

    day: datetime.date
    page: str
    title: str
    what: str


@dataclass(frozen=True, slots=True)
class Freshness:
    """Evidence by its age, the oldest first; what is new has the newest first."""

    stale: tuple[Dated, ...]
    soon: tuple[Dated, ...]
    new: tuple[Dated, ...]
    total: int
    """How much evidence has a day at all."""


def freshness(catalogue: Catalogue, today: datetime.date, limit: int = WARN_MONTHS) -> Freshness:
    """Sort all evidence by age; it is stale at `limit` months."""
    evidence = sorted(set(_dated(catalogue)))
    ahead = today + datetime.timedelta(days=SOON_DAYS)
    since = today - datetime.timedelta(days=NEW_DAYS)
    return Freshness(
        tuple(item for item in evidence if is_stale(item.day, today, limit)),
        tuple(item for item in evidence if not is_stale(item.day, today, limit) and is_stale(item.day, ahead, limit)),
        tuple(item for item in reversed(evidence) if item.day >= since),
        len(evidence),
    )


def _dated(catalogue: Catalogue) -> Iterator[Dated]:
    for name, summary in catalogue.summaries.items():
        title = f"{catalogue.roles[summary.role].name} at {catalogue.companies[summary.company].name}"
        for day, what in summary.dated:
            yield Dated(day, f"guides/{name}/", title, what)
    for name, company in catalogue.companies.items():
        for source in company.sources.values():
            yield from _source(source, f"companies/{name}/", company.name)
    for jurisdiction, rule in catalogue.rights.items():
        yield Dated(rule.checked, f"rights/#right-{jurisdiction.lower()}", "Your rights", rule.name)
    if catalogue.rates:
        yield Dated(catalogue.rates.date, "roles/", "Exchange rates", catalogue.rates.source.title)
    for source in catalogue.market.sources.values() if catalogue.market else ():
        yield from _source(source, "roles/", "Market references")


def _source(source: Source, page: str, title: str) -> Iterator[Dated]:
    day = day_of(source)
    if day and not source.historical:
        yield Dated(day, page, title, source.title)
