"""Pages that the finder gives first where somebody types what they are called: indexes and pages of advice."""

from collections.abc import Iterator

from guidebook.page import AUTHORED
from guidebook.passages import Passage
from guidebook.site import Site


def own_names(site: Site, prose: list[Passage]) -> list[tuple[str, str]]:
    """Each page's name and its address: first pages, then the parts of the page about this site.

    Of two by one name the first is meant. Companies, roles, places, levers and guides are found by other ways.
    """
    return [*_made(site), *_written(prose), *_parts(prose)]


def _parts(prose: list[Passage]) -> Iterator[tuple[str, str]]:
    return ((passage.heading, passage.url) for passage in prose if passage.url.startswith("about/#"))


def _written(prose: list[Passage]) -> Iterator[tuple[str, str]]:
    return ((passage.page, passage.url) for passage in prose if passage.url in AUTHORED and passage.url)


def _made(site: Site) -> Iterator[tuple[str, str]]:
    return ((page.title, page.url) for page in site.pages if page.path.endswith(("/index", "/worksheet")))
