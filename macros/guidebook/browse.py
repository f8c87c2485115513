"""The index of companies: under their letters, with what a reader may filter them by."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from guidebook import age, labels, views
from guidebook.enrich.catalogue import Catalogue
from guidebook.enrich.summary import Summary
from guidebook.model import Company
from guidebook.posted import LEVELS

FRESH = {
    "half-year": "seen in the last 6 months",
    "not-stale": f"seen in the last {age.WARN_MONTHS} months",
    "stale": f"older than {age.WARN_MONTHS} months",
}
"""How new the newest figure of a guide is; what was seen in the last months was seen in the last more months, too."""
_HALF_YEAR = 6
_UNSTATED = "unstated"


@dataclass(frozen=True, slots=True)
class Filter:
    """One thing to filter by: its name in the address, its label, and its options, each a value and its words."""

    name: str
    label: str
    options: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """A company in the index. `own` and `guides` are for the script that filters, by places in the filters' lists.

    `own` is ownership and equity, `1.2`. `guides` has a guide between spaces, all in base 36: two digits for its
    role, one for its basis, one for its freshness as bits; then, for each region, two for it and two for its levels as
    bits.
    """

    id: str
    name: str
    count: int
    own: str
    guides: str


@dataclass(frozen=True, slots=True)
class Browse:
    """What the index of companies shows: `letters` are a heading, its id, and the companies below it."""

    filters: tuple[Filter, ...]
    letters: tuple[tuple[str, str, tuple[Listed, ...]], ...]


def browse(catalogue: Catalogue, today: datetime.date) -> Browse:
    """Make the index of companies; `today` is the day that ages are counted to."""
    filters = _filters(catalogue)
    places = {part.name: {value: place for place, (value, _) in enumerate(part.options)} for part in filters}
    letters = tuple(
        (letter, id_, tuple(_listed(catalogue, name, company, places, today) for name, company in companies))
        for letter, id_, companies in views.letters(catalogue)
    )
    return Browse(filters, letters)


def fresh(newest: datetime.date | None, today: datetime.date) -> set[str]:
    """Which of FRESH hold for a guide; none for one without any day, of which nobody knows how old it is."""
    if not newest:
        return set()
    months = age.months(newest, today)
    if months >= age.WARN_MONTHS:
        return {"stale"}
    return {"not-stale", "half-year"} if months < _HALF_YEAR else {"not-stale"}


def _filters(catalogue: Catalogue) -> tuple[Filter, ...]:
    """Every filter with the options that some company has."""
    regions = [(name, item) for name, item in views.by_name(catalogue.regions) if name in catalogue.by_region]
    companies = catalogue.companies.values()
    return (
        Filter("role", "Role", tuple((name, role.name) for name, role in views.by_name(catalogue.roles))),
        Filter("region", "Place", tuple((name, region.shown) for name, region in regions)),
        Filter("level", "Level", tuple((level, labels.LEVEL[level]) for level in LEVELS)),
        Filter("ownership", "Owned", _known(map(_ownership, companies), {**labels.OWNERSHIP, _UNSTATED: "Not found"})),
        Filter("equity", "Equity", _known(map(_equity, companies), labels.EQUITY)),
        Filter("basis", "Basis", _known((item.basis for item in catalogue.summaries.values()), labels.BASIS)),
        Filter("fresh", "Newest figure", tuple(FRESH.items())),
    )


def _known(values: Iterable[str], words: dict[str, str]) -> tuple[tuple[str, str], ...]:
    found = set(values)
    return tuple((value, label[:1].upper() + label[1:]) for value, label in words.items() if value in found)


def _ownership(company: Company) -> str:
    return company.ownership or _UNSTATED


def _equity(company: Company) -> str:
    return company.equity.kind if company.equity else "not disclosed"


def _listed(
    catalogue: Catalogue, name: str, company: Company, places: dict[str, dict[str, int]], today: datetime.date
) -> Listed:
    summaries = catalogue.by_company.get(name, [])
    own = f"{places['ownership'][_ownership(company)]}.{places['equity'][_equity(company)]}"
    guides = " ".join(_guide(summary, places, today) for summary in summaries)
    return Listed(name, company.name, len(summaries), own, guides)


def _guide(summary: Summary, places: dict[str, dict[str, int]], today: datetime.date) -> str:
    bits: dict[int, int] = {}
    rows = [(band.region, band.level) for band in summary.bands] or [
        (region, level) for region in summary.regions for level in summary.levels
    ]
    for region, level in rows:
        place = places["region"][region]
        bits[place] = bits.get(place, 0) | 1 << places["level"][level]
    head = (places["role"][summary.role], 2), (places["basis"][summary.basis], 1)
    pairs = [pair for place, levels in sorted(bits.items()) for pair in ((place, 2), (levels, 2))]
    ages = sum(1 << places["fresh"][name] for name in fresh(summary.newest, today))
    return "".join(_base36(number, width) for number, width in (*head, (ages, 1), *pairs))


def _base36(number: int, width: int) -> str:
    digits = ""
    while number or len(digits) < width:
        number, digit = divmod(number, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + digits
    return digits
