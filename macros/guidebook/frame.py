"""The theme's frame around pages of one kind: rendered once with marks in its holes, then filled for each page.

Thousands of guides differ in a few places of the theme's HTML. Running its templates for each of them takes
longer than all else in a build. The builder's hook has the theme render a sample; all else is here.
"""

import copy
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from markupsafe import escape

from guidebook.body import Heading, TocEntry

P = TypeVar("P", bound=Any)
"""A page as the builder holds it: its `source`, `meta`, `canonical_url` and `edit_url` are read."""

_IDLE_SPACE = re.compile(r"\n\s+")
_HOLE = re.compile(r"zq([a-z_]+)qz")


@dataclass(frozen=True, slots=True)
class Frame:
    """HTML with holes: pieces that stand as they are, and between them the names of holes."""

    pieces: tuple[str, ...]
    entry: tuple[str, ...]
    """One line of the list of contents, in the same form."""


def tight(html: str) -> str:
    """The theme's HTML without empty lines and indentation."""
    return _IDLE_SPACE.sub("\n", html)


def listed(nav: Any) -> Iterator[str]:
    """The files that the nav of a configuration names; the frames of all other pages show none of them as open."""
    if isinstance(nav, str):
        yield nav
    for item in nav.values() if isinstance(nav, dict) else nav if isinstance(nav, list) else ():
        yield from listed(item)


def key(page: P, contents: Sequence[TocEntry]) -> tuple[Any, ...]:
    """What pages of one frame have in common: folder, depth, and which parts the theme shows."""
    source = page.source
    folder = source.path.partition("/")[0]
    return (folder, source.root, source.hide, tuple(page.meta), bool(page.edit_url), bool(contents[0].children))


def sample(page: P, contents: Sequence[TocEntry], heading: Callable[[Heading], str]) -> tuple[P, list[TocEntry]]:
    """A page like `page` with marks where pages differ, for the theme to render, and its list of contents."""
    made = copy.copy(page)
    made.meta = {name: _mark(f"meta_{name}") if isinstance(value, str) else value for name, value in page.meta.items()}
    made.canonical_url = page.canonical_url and _mark("canonical")
    made.edit_url = page.edit_url and _mark("edit")
    made.active = True
    first = Heading(1, _mark("start"), escape(_mark("words")))
    made.content = heading(first)
    lines = [TocEntry(Heading(2, _mark("entry_id"), escape(_mark("entry_words"))))] if contents[0].children else []
    return made, [TocEntry(first, lines)]


def cut(html: str, content: str, entry: str) -> Frame:
    """Cut a rendered sample at its marks.

    `content` is what stood for a page's own HTML, `entry` how the theme wrote the one line of its list of contents.
    """
    for part, hole in ((content, "content"), (entry, "contents")):
        if part not in html:
            raise ValueError(f"the theme's page holds no {hole} as the theme writes it by itself")
        html = html.replace(part, _mark(hole)) if part else html
    return Frame(tuple(_HOLE.split(html)), tuple(_HOLE.split(entry)))


def fill(frame: Frame, page: P, content: str, contents: Sequence[TocEntry]) -> str:
    """The whole page: the frame with the page's own texts, addresses, HTML and list of contents in its holes."""
    first = contents[0]
    lines = [
        _filled(frame.entry, {"entry_id": entry.heading.id, "entry_words": entry.heading.words})
        for entry in first.children
    ]
    values = {f"meta_{name}": value for name, value in page.meta.items() if isinstance(value, str)}
    values |= {"canonical": page.canonical_url, "edit": page.edit_url, "start": first.heading.id}
    return _filled(frame.pieces, {**values, "content": content, "contents": "".join(lines)})


def _mark(hole: str) -> str:
    return f"zq{hole}qz"


def _filled(pieces: tuple[str, ...], values: Mapping[str, str]) -> str:
    found = list(pieces)
    found[1::2] = [values[name] for name in pieces[1::2]]
    return "".join(found)
