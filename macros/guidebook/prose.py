"""Turn small Markdown of the data into safe HTML: paragraphs, lists, bold, italic, code, links."""

from functools import lru_cache
from typing import Any

from markdown_it import MarkdownIt
from markupsafe import Markup

_READER = MarkdownIt("zero").enable(
    ["list", "blockquote", "emphasis", "link", "backticks", "newline", "escape", "balance_pairs"]
)


@lru_cache(maxsize=8192)
def html(markdown: str, root: str) -> Markup:
    """Render `markdown`; links to pages of the site are written from its top, `root` leads there."""
    tokens = _READER.parse(markdown)
    _relink(tokens, root)
    rendered = _READER.renderer.render(tokens, _READER.options, {})
    return Markup(rendered.replace("\n", " ").strip())  # noqa: S704  markdown-it escapes all text; its HTML is off


def internal_links(markdown: str) -> list[str]:
    """The pages of this site that `markdown` links to, from the site's top."""
    return [target for target in _targets(_READER.parse(markdown)) if not target.startswith(("https:", "#"))]


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
