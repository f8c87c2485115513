"""Turn small Markdown of the data into safe HTML: paragraphs, lists, bold, italic, code, links."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markupsafe import Markup

READER = MarkdownIt("zero").enable(
    ["list", "blockquote", "emphasis", "link", "backticks", "newline", "escape", "balance_pairs"]
)
_BEGIN, _END = READER.render("x").strip().split("x")
"""The tags of a paragraph."""
BLOCK = re.compile(r"^[ \t]|[ \t]$|^(?:[-+#=>]|\*\s|\*$|\d+[.)])|[\r\0]", re.MULTILINE)
"""What may begin more than a paragraph, such as a list; or would be left out of one."""
INLINE = re.compile(r"[\\`*_\[\]<>&!]")
"""What may be more than words: text without it, which most prose is, needs no reader of Markdown."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """Small Markdown as safe HTML, and the pages of this site that it links to, from the site's top."""

    html: Markup
    links: tuple[str, ...]


@lru_cache(maxsize=512)
def rendered(markdown: str, root: str) -> Rendered:
    """Render `markdown`; links to pages of the site are written from its top, `root` leads there."""
    if not BLOCK.search(markdown):
        return _paragraphs(markdown, root)
    html, links = _read(READER.parse(markdown), root)
    return Rendered(Markup(html.replace("\n", " ").strip()), links)  # noqa: S704  markdown-it escapes all text


def _paragraphs(markdown: str, root: str) -> Rendered:
    """Paragraphs alone: of each only what stands in it has to be read, and words not even that."""
    found: list[str] = []
    links: list[str] = []
    for part in filter(None, (part.strip("\n") for part in markdown.split("\n\n"))):
        if INLINE.search(part):
            html, targets = _read(READER.parseInline(part), root)
            links += targets
        else:
            html = escapeHtml(part)
        found.append(_BEGIN + html.replace("\n", " ") + _END)
    return Rendered(Markup(" ".join(found)), tuple(links))  # noqa: S704  escaped, or of markdown-it, which escapes


def _read(tokens: list[Any], root: str) -> tuple[str, tuple[str, ...]]:
    links = tuple(_internal(tokens))
    _relink(tokens, root)
    return READER.renderer.render(tokens, READER.options, {}), links


def internal_links(markdown: str) -> list[str]:
    """The pages of this site that `markdown` links to, from the site's top."""
    if BLOCK.search(markdown):
        return _internal(READER.parse(markdown))
    return [target for part in markdown.split("\n\n") if "[" in part for target in _internal(READER.parseInline(part))]


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
