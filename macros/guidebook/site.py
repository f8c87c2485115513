"""What pages the site has, and what each is made of."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from guidebook import age, labels, reference, views
from guidebook.browse import browse
from guidebook.enrich import laws
from guidebook.enrich.blank_sheet import blank_sheet
from guidebook.enrich.catalogue import Catalogue
from guidebook.enrich.freshness import freshness
from guidebook.enrich.sheet import guide_page
from guidebook.enrich.summary import Summary
from guidebook.enrich.table import table
from guidebook.money import CODES, SHOWN, text
from guidebook.page import AUTHORED, Page

ON_HOME = 20
"""How many guides the home page lists."""


@dataclass(slots=True, repr=False)
class Site:
    """All generated pages of a catalogue, by their order, and the addresses that may be linked to."""

    catalogue: Catalogue
    pages: list[Page] = field(default_factory=list)
    urls: set[str] = field(default_factory=lambda: set(AUTHORED))
    newest: str = "2026-01-01"
    """The newest day of any figure: year-month-day."""

    def has(self, url: str) -> bool:
        """True where the site has a page at `url`."""
        return url in self.urls


def site(catalogue: Catalogue, today: datetime.date) -> Site:
    """List the pages that the catalogue gives; `today` is the day that ages are counted to."""
    made = Site(catalogue)
    made.pages = [
        *_indexes(catalogue, today),
        *_own_numbers(catalogue),
        _freshness(catalogue, today),
        *_companies(catalogue),
        *_roles(catalogue),
        *_regions(catalogue),
        *_levers(catalogue),
        *_guides(catalogue),
    ]
    made.urls |= {page.url for page in made.pages}
    made.newest = max([made.newest, *(page.changed for page in made.pages)])
    return made


def _guides(catalogue: Catalogue) -> list[Page]:
    return [_guide(catalogue, name) for name in catalogue.guides]


def _guide(catalogue: Catalogue, name: str) -> Page:
    summary = catalogue.summaries[name]
    company, role = catalogue.companies[summary.company], catalogue.roles[summary.role]
    base = text(summary.base)
    shown = f"base {base}, {summary.basis}" + ("" if summary.is_confirmed else ", not confirmed")
    return Page(
        path=f"guides/{name}",
        template="imported" if summary.has_order else "guide",
        title=f"{role.name} at {company.name}",
        description=f"{role.name} at {company.name}: {shown}. What to ask for, what to say, where each figure is from.",
        context=partial(guide_page, catalogue, name),
        source=f"guides/{name}.yml",
        hide=("edit",),  # it has a link of its own, which says more
        terms=(*company.aliases, *role.aliases),
        changed=summary.newest.isoformat() if summary.newest else "",
    )


def _companies(catalogue: Catalogue) -> list[Page]:
    return [
        Page(
            path=f"companies/{name}",
            template="company",
            title=company.name,
            description=f"Pay at {company.name}: guides by role, equity, levels, and what to ask about.",
            context=partial(_view, views.company, catalogue, name),
            source=f"companies/{name}.yml",
            terms=tuple(company.aliases),
        )
        for name, company in catalogue.companies.items()
    ]


def _roles(catalogue: Catalogue) -> list[Page]:
    return [
        Page(
            path=f"roles/{name}",
            template="role",
            title=role.name,
            description=f"{role.name} pay side by side: every company, its base, where the figure is from.",
            context=partial(_view, views.role, catalogue, name),
            source=f"roles/{name}.yml",
            terms=tuple(role.aliases),
        )
        for name, role in catalogue.roles.items()
    ]


def _regions(catalogue: Catalogue) -> list[Page]:
    return [
        Page(
            path=f"regions/{name}",
            template="region",
            title=region.name,
            description=f"Pay in {region.name}: every guide with figures there, and what the law says on pay.",
            context=partial(_view, views.region, catalogue, name),
            source="regions.yml",
            terms=tuple(region.aliases),
        )
        for name, region in catalogue.regions.items()
        if name in catalogue.by_region
    ]


def _levers(catalogue: Catalogue) -> list[Page]:
    return [
        Page(
            path=f"levers/{name}",
            template="lever",
            title=lever.title,
            description=f"{lever.title}: when it works, what to say, and what to say if they say no.",
            context=partial(_view, views.lever, catalogue, name),
            source=f"levers/{name}.yml",
            terms=(labels.MOVES[lever.moves],),
        )
        for name, lever in catalogue.levers.items()
    ]


def _indexes(catalogue: Catalogue, today: datetime.date) -> list[Page]:
    return [
        _index(
            "index", "home", "Know the pay before you talk about it",
            "Pay guides by company and role: sourced figures, honest scripts, no invented numbers. Free and private.",
            lambda: {"listed": table(catalogue, _best_known(catalogue))}, ("toc",), "Home",
        ),
        _index(
            "companies/index", "companies", "Companies", "Every company with a guide, from A to Z.",
            lambda: {"browse": browse(catalogue, today)},
        ),
        _index(
            "roles/index", "roles", "Roles", "Every role, with the companies that have a guide for it.",
            lambda: {"roles": views.by_name(catalogue.roles)},
        ),
        _index(
            "regions/index", "regions", "Regions", "Every place with figures.",
            lambda: {"regions": [pair for pair in views.by_name(catalogue.regions) if pair[0] in catalogue.by_region]},
        ),
        _index(
            "levers/index", "levers", "Levers", "What can be asked for, and what each needs to be true.",
            lambda: {"levers": views.by_requirement(catalogue)},
        ),
        _index(
            "rights/index", "rights", "Your rights", "What the law says on pay ranges and past pay, by place.",
            lambda: {"countries": laws.by_country(catalogue)}, short="Rights",
        ),
        _index(
            "contribute/fields", "fields", "Fields", "Every field of the data: what it means and what it may hold.",
            lambda: {"parts": reference.parts(), "templates": reference.templates()}, (),
        ),
        _index(
            "contribute/example", "example", "A commented guide", "One whole guide with a comment at each part.",
            lambda: {"example": reference.example()}, (),
        ),
    ]  # fmt: skip


def _best_known(catalogue: Catalogue) -> list[Summary]:
    """One guide of each company, that with the most postings; the companies with the most of them first."""
    best: dict[str, Summary] = {}
    for summary in sorted(catalogue.summaries.values(), key=lambda item: (-item.postings, item.id)):
        best.setdefault(summary.company, summary)
    return list(best.values())[:ON_HOME]


def _freshness(catalogue: Catalogue, today: datetime.date) -> Page:
    return _index(
        "freshness/index", "freshness", "Freshness", "What of the evidence is stale, will be soon, or is new.",
        lambda: {
            "view": freshness(catalogue, today),
            "today": today, "limit": age.WARN_MONTHS, "soon": age.SOON_DAYS, "new": age.NEW_DAYS,
        },
    )  # fmt: skip


def _own_numbers(catalogue: Catalogue) -> list[Page]:
    """Pages where readers put in what they hold."""
    codes = [(code, f"{code} {SHOWN[code]}" if code in SHOWN else code) for code in sorted(CODES)]
    return [
        _index(
            "prepare/worksheet", "worksheet", "Worksheet",
            "Your own numbers for any job: totals year by year, a ladder, and one page to print for the call.",
            lambda: {"codes": codes, "sheet": blank_sheet(catalogue)}, (),
        ),
        _index(
            "compare/index", "compare", "Compare offers",
            "Up to four offers or guides side by side, year by year over four years, in one currency.",
            lambda: {"codes": codes, "rates": catalogue.rates},
        ),
    ]  # fmt: skip


def _index(
    path: str, template: str, title: str, description: str,
    context: Callable[[], dict[str, Any]], hide: tuple[str, ...] = (), short: str = "",
) -> Page:  # fmt: skip
    return Page(path, template, title, description, context, hide=hide, short=short)


def _view(make: Callable[[Catalogue, str], Any], catalogue: Catalogue, name: str) -> dict[str, Any]:
    return {"view": make(catalogue, name)}
