"""Turn small Markdown of the data into safe HTML: paragraphs, lists, bold, italic, code, links."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from markdown_it import MarkdownIt
from markupsafe import Markup

_READER = MarkdownIt("zero").enable(
    ["list", "blockquote", "emphasis", "link", "backticks", "newline", "escape", "balance_pairs"]
)


@dataclass(frozen=True, slots=True)
class Rendered:
    """Small Markdown as safe HTML, and the pages of this site that it links to, from the site's top."""

    html: Markup
    links: tuple[str, ...]


@lru_cache(maxsize=8192)
def rendered(markdown: str, root: str) -> Rendered:
    """Render `markdown`; links to pages of the site are written from its top, `root` leads there."""
    tokens = _READER.parse(markdown)
    links = tuple(_internal(tokens))
    _relink(tokens, root)
    made = _READER.renderer.render(tokens, _READER.options, {})
    return Rendered(Markup(made.replace("\n", " ").strip()), links)  # noqa: S704  markdown-it escapes all text


def internal_links(markdown: str) -> list[str]:
    """The pages of this site that `markdown` links to, from the site's top."""
    return _internal(_READER.parse(markdown))


def _internal(tokens: list[Any]) -> list[str]:
    return [target for target in _targets(tokens) if not target.startswith(("https:", "#"))]


def _relink(tokens: list[Any], root: str) -> None:
    for token in tokens:
        if token.type == "link_open":
            target = token.attrs["href"]
            if target.startswith("https:"):
                token.attrs["rel"] = "noopener"
            elif not target.startswith("#"):
                token.attrs["href"] = root + target
        _relink(token.children or [], root)


def _targets(tokens: list[Any]) -> list[str]:
    found = []
    for token in tokens:
        if token.type == "link_open":
            found.append(token.attrs["href"])
        found += _targets(token.children or [])
    return found
