"""The guides that changed last, for the Atom feed. Days come from the data, never from the day of the build."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from guidebook.page import Page
from guidebook.site import Site

MOST = 50
"""How many guides the feed holds."""
_SINCE = "2026"
"""The year from which on the site's host names its entries, as tag URIs want it."""


@dataclass(frozen=True, slots=True)
class Feed:
    """What the feed's template is given; days are year-month-day."""

    id: str
    site_url: str
    updated: str
    entries: tuple["Entry", ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One guide, and the newest day of its figures."""

    id: str
    page: Page


def feed(site: Site, site_url: str) -> Feed:
    """The newest guides first; those of one day by their names. A guide without a day is left out."""
    dated = sorted(
        (page for page in site.pages if page.template == "guide" and page.changed), key=lambda page: page.path
    )
    dated.sort(key=lambda page: page.changed, reverse=True)
    tag = f"tag:{urlsplit(site_url).hostname or 'guidebook'},{_SINCE}:"
    entries = tuple(Entry(tag + page.path, page) for page in dated[:MOST])
    return Feed(f"{tag}guides", site_url, entries[0].page.changed if entries else site.newest, entries)
