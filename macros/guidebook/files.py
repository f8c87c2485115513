"""What files the site has beside its pages: data that scripts and other programs read."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from guidebook import finder, redirects
from guidebook.site import Site


@dataclass(frozen=True, slots=True)
class SiteFile:
    """A file to be made: its path below the site's top, and what gives its text."""

    path: str
    content: Callable[[], str]


def files(site: Site) -> list[SiteFile]:
    """List the files that the site has beside its pages."""
    names = finder.script(site)
    found = [SiteFile(names.path, lambda: names.text)]
    for old, new in redirects.redirects(site.catalogue).items():
        found.append(SiteFile(f"{old}index.html", partial(redirects.page, old, new)))
    return found
