"""What files the site has beside its pages: data that scripts and other programs read."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec
from pathlib import Path

from jinja2 import Environment

from guidebook import finder, own_names, passages, paydata, redirects
from guidebook.api.documents import documents
from guidebook.api.feed import feed
from guidebook.new import TEMPLATES
from guidebook.page import Settings
from guidebook.shrink import shrunk
from guidebook.site import Site

_DOCUMENTS = TEMPLATES.parent / "docs"
_LUNR = "contrib/search/templates/search/lunr.js"


@dataclass(frozen=True, slots=True)
class SiteFile:
    """A file to be made: its path below the site's top, and what gives its text."""

    path: str
    content: Callable[[], str]
    name: str = ""
    """What the theme calls the file, where its pages lead to it."""


def files(site: Site, environment: Environment) -> list[SiteFile]:
    """List the files that the site has beside its pages; `environment` holds the templates and the settings."""
    settings: Settings = environment.globals["settings"]  # type: ignore[assignment]
    address = settings.site_url
    prose = passages.passages(site.catalogue, _DOCUMENTS)
    ways = own_names.own_names(site, prose)
    names, *others = finder.scripts(site, passages.talk(prose), ways, passages.script(prose))
    lunr = _lunr()  # now: the library that makes scripts small has threads of its own, which no process of a pool has
    found = [
        SiteFile(names.path, lambda: names.text, "finder_names"),
        *(SiteFile(other.path, partial(str, other.text)) for other in others),
        SiteFile("assets/js/finder/lunr.js", lambda: lunr),
    ]
    for old, new in redirects.redirects(site.catalogue).items():
        found.append(SiteFile(f"{old}index.html", partial(redirects.page, old, new)))
    found += [SiteFile(path, content) for path, content in documents(site, address)]
    found.append(SiteFile("feed.xml", partial(_feed, site, environment, address)))
    return [*found, *_pay_data(site)]


def _pay_data(site: Site) -> list[SiteFile]:
    """What Prepare and Compare read, a script a company, so that a page loads no more than it shows."""
    catalogue = site.catalogue
    return [
        SiteFile("assets/data/basics.js", partial(paydata.basics, catalogue)),
        SiteFile("assets/data/guides.js", partial(paydata.index, catalogue)),
        *(
            SiteFile(f"assets/data/pay/{name}.js", partial(paydata.company, catalogue, name))
            for name in catalogue.by_company
        ),
    ]


def _feed(site: Site, environment: Environment, site_url: str) -> str:
    return environment.get_template("feed.xml.jinja").render(feed=feed(site, site_url))


def _lunr() -> str:
    """The library that searches in text, as MkDocs ships it. It is a file of the package; no code of that is used."""
    package = find_spec("mkdocs")
    assert package is not None
    assert package.origin is not None
    script = shrunk(Path(package.origin).parent / _LUNR)
    return f"/* lunr.js 2.3.9, Copyright (C) 2020 Oliver Nightingale, MIT licence */\n{script}"
