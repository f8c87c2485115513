"""What files the site has beside its pages: data that scripts and other programs read."""

from collections.abc import Callable
from dataclasses import dataclass

from guidebook import finder
from guidebook.site import Site


@dataclass(frozen=True, slots=True)
class SiteFile:
    """A file to be made: its path below the site's top, and what gives its text."""

    path: str
    content: Callable[[], str]


def files(site: Site) -> list[SiteFile]:
    """List the files that the site has beside its pages."""
    names = finder.script(site)
    return [SiteFile(names.path, lambda: names.text)]
