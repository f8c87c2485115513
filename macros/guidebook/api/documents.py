"""List the documents of a site, each with what makes its text."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from pydantic_core import to_json

from guidebook.api import export, indexes
from guidebook.api.guide import guide_document
from guidebook.api.kinds import KINDS
from guidebook.api.pages import company_document, lever_document, region_document, role_document
from guidebook.enrich.catalogue import Catalogue
from guidebook.page import API as TOP
from guidebook.page import Page
from guidebook.site import Site

_WITH_VIEW: dict[str, Callable[[Any, Catalogue], Any]] = {
    "guide": guide_document,
    "imported": guide_document,
    "company": company_document,
    "role": role_document,
    "region": region_document,
    "lever": lever_document,
}
_LISTS: dict[str, Callable[[Catalogue], Any]] = {
    "companies": indexes.companies,
    "roles": indexes.roles,
    "regions": indexes.regions,
    "levers": indexes.levers,
    "rights": indexes.rights,
}


def document_text(document: Mapping[str, Any]) -> str:
    """The document as its file holds it: compact JSON with a line's end."""
    return to_json(document).decode() + "\n"


def view_text(page: Page, view: Any, catalogue: Catalogue) -> str:
    """The document of a page that is made of a view; see `Page.companions`."""
    return document_text(_WITH_VIEW[page.template](view, catalogue))


def page_document(page: Page, site: Site, site_url: str) -> Mapping[str, Any]:
    """The document of a page that has one and is made of no view; see `Page.json`."""
    if page.template == "freshness":
        return indexes.freshness(page.context())
    if page.template == "home":
        return indexes.index(site.catalogue, site.newest, site_url)
    listed: Mapping[str, Any] = _LISTS[page.template](site.catalogue)
    return listed


def documents(site: Site, site_url: str) -> Iterator[tuple[str, Callable[[], str]]]:
    """Every document but those made with their pages, and what gives its text: those of pages, then others."""
    for page in site.pages:
        if page.json and page.json not in page.companions:
            yield page.json, partial(_page_text, page, site, site_url)
    for address, make in _others(site.catalogue, site_url).items():
        yield TOP + address, partial(_text, make)


def _page_text(page: Page, site: Site, site_url: str) -> str:
    return document_text(page_document(page, site, site_url))


def _text(make: Callable[[], Mapping[str, Any]]) -> str:
    return document_text(make())


def _others(catalogue: Catalogue, site_url: str) -> dict[str, Callable[[], Mapping[str, Any]]]:
    """The documents that are of no page, by their addresses below TOP."""
    found: dict[str, Callable[[], Mapping[str, Any]]] = {
        "guides/index.json": partial(indexes.guides, catalogue),
        "openapi.json": partial(export.openapi, site_url),
    }
    if catalogue.rates:
        found["rates.json"] = partial(indexes.rates, catalogue.rates)
    if catalogue.market:
        found["market.json"] = partial(indexes.market, catalogue.market)
    return found | {f"schema/{kind.name}.json": partial(_schema, kind.name) for kind in KINDS}


def _schema(name: str) -> dict[str, Any]:
    return export.schemas()[name]
