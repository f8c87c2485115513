"""A page to be made: where it stands, what makes it, and what the theme is told of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

API = "api/v1/"
"""Where JSON stands, below the top of the site."""
AUTHORED = ("", "prepare/", "prepare/before/", "prepare/during/", "prepare/after/", "prepare/equity/",
            "prepare/honest/", "negotiate/", "about/", "api/", "contribute/")  # fmt: skip
"""Addresses of pages that `docs/` holds, which generated pages may link to."""

INDEXES = ("companies/", "roles/", "regions/", "levers/", "rights/", "freshness/", "prepare/worksheet/", "compare/",
           "contribute/fields/", "contribute/example/")  # fmt: skip
"""Addresses of generated pages that every site has."""

_WITH_JSON = {"home", "companies", "company", "roles", "role", "regions", "region", "levers", "lever", "rights",
              "freshness", "guide", "imported"}  # fmt: skip
_OF_ITS_VIEW = {"guide", "imported", "company", "role", "region", "lever"}
_WITH_SHEET = {"guide", "imported"}


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
    hide: tuple[str, ...] = ()
    """What the theme leaves out: `toc`, the list of contents; `edit`, its own link to the page's file."""
    short: str = ""
    """What the nav calls the page, where that is not its title."""
    terms: tuple[str, ...] = ()
    """Other words that a search should find the page by."""
    changed: str = ""
    """The newest day of the page's own figures, where it has any: year-month-day."""

    is_file: bool = False
    """True where links begin at the page's Markdown file; a builder moves them with it."""

    @property
    def url(self) -> str:
        """The page's address below the site's, with a slash at its end."""
        folder, _, name = self.path.rpartition("/")
        return (f"{folder}/" if folder else "") if name == "index" else f"{self.path}/"

    @property
    def json(self) -> str:
        """The address of the page's own JSON below the site's, or nothing where the page has no data of its own."""
        return f"{API}{self.path}.json" if self.template in _WITH_JSON else ""

    @property
    def sheet(self) -> str:
        """The address of a guide's call sheet below the site's, or nothing where the page is no guide."""
        return f"{self.url}sheet.html" if self.template in _WITH_SHEET else ""

    @property
    def companions(self) -> tuple[str, ...]:
        """The addresses of what is made of the page's own view, and so at the same time: its JSON, its call sheet."""
        found = (self.json, self.sheet) if self.template in _OF_ITS_VIEW else ()
        return tuple(filter(None, found))

    @property
    def own_folder(self) -> str:
        """The way from the page to the folder of its address."""
        return f"{self.path.rpartition('/')[2]}/" if self.is_file else ""

    @property
    def root(self) -> str:
        """The way from the page to the top of the site."""
        return "../" * self.folder.count("/")

    @property
    def folder(self) -> str:
        """The folder that the page's links begin in, with a slash at its end."""
        return self.path[: self.path.rfind("/") + 1] if self.is_file else self.url


@dataclass(frozen=True, slots=True)
class Settings:
    """What pages and files say of the site, from the builder's configuration; each may be empty but the name."""

    site_name: str = "Pay guides"
    site_url: str = ""
    """With a slash at its end."""
    repo_url: str = ""
    edit_url: str = ""
    """Where files of the data folder are edited, with a slash at its end."""


def addresses(config: Mapping[str, Any]) -> Settings:
    """What pages and files say of the site: its name and address, where the repository is, where data is edited."""
    repository = (config.get("repo_url") or "").rstrip("/")
    prefix = (config.get("edit_uri") or "").removesuffix("docs/")
    address = config.get("site_url") or ""
    return Settings(
        config.get("site_name") or "Pay guides",
        f"{address.rstrip('/')}/" if address else "",
        repository,
        f"{repository}/{prefix}data/" if repository and prefix else "",
    )
