"""A page to be made: where it stands, what makes it, and what the theme is told of it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

WIDE = ("navigation",)
"""Parts of the theme that most pages do without."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page to be made: its path without ending, its template and what that is given."""

    path: str
    template: str
    title: str
    description: str
    context: Callable[[], dict[str, Any]]
    source: str = ""
    """The file of the data that the page can be edited in, below the data folder."""
    hide: tuple[str, ...] = WIDE
    short: str = ""
    """What the nav calls the page, where that is not its title."""
    terms: tuple[str, ...] = ()
    """Other words that a search should find the page by."""
    changed: str = ""
    """The newest day of the page's own figures, where it has any: year-month-day."""

    @property
    def url(self) -> str:
        """The page's address below the site's, with a slash at its end."""
        folder, _, name = self.path.rpartition("/")
        return (f"{folder}/" if folder else "") if name == "index" else f"{self.path}/"

    @property
    def root(self) -> str:
        """The way from the page to the top of the site."""
        return "../" * self.url.count("/")
