"""What files the site has beside its pages: data that scripts and other programs read."""

from collections.abc import Callable
from dataclasses import dataclass

from guidebook.site import Site


@dataclass(frozen=True, slots=True)
class SiteFile:
    """A file to be made: its path below the site's top, and what gives its text."""

    path: str
    content: Callable[[], str]


def files(site: Site) -> list[SiteFile]:  # noqa: ARG001  each kind of file adds itself here
    """List the files that the site has beside its pages."""
    return []
