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
BLOCK = re.compile(r"^[^\S\n]|[^\S\n]$|^(?:[-+#=>]|\*\s|\*$|\d+[.)])|[\r\0]", re.MULTILINE)
"""What may begin more than a paragraph, such as a list; or would be left out of one."""
INLINE = re.compile(r"[\\`*_\[\]<>&!]")
"""What may be more than words: text without it, which most prose is, needs no reader of Markdown."""
SIMPLE = re.compile(
    r"(?<!\*)\*\*([^\W_](?:[^\\`*_\[\]<>&!]*(?:[^\W_]|[:.,;?](?=\*\*(?:[ \n]|\Z))))?)\*\*(?!\*)"
    r"|\[([^\\`*_\[\]<>&!]+)\]\((https://[a-z0-9.-]+(?:/[A-Za-z0-9./#-]*)?|[a-z0-9-]+/[a-z0-9/#-]*)\)"
)
"""What else prose holds most: bold words, also with a mark at their end, and words that link to a plain address."""
_HERE = re.compile(r"\]\((?!https:)")
"""What a link to a page of the site takes; most prose links elsewhere, and need not be read for it."""
_LIST = re.compile(r"(?P<words>(?:(?!- ).*(?:\n|\Z))*)(?P<items>(?:- .*(?:\n|\Z))*)")
"""Lines of a paragraph, then items of a list; either may be missing."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """Small Markdown as safe HTML, and the pages of this site that it links to, from the site's top."""

    html: Markup
    links: tuple[str, ...]


@lru_cache(maxsize=512)
def rendered(markdown: str, root: str) -> Rendered:
    """Render `markdown`; links to pages of the site are written from its top, `root` leads there."""
    html: list[str] = []
    links: list[str] = []
    former = ""
    for part in filter(None, (part.strip("\n") for part in markdown.split("\n\n"))):
        shape = _LIST.fullmatch(part)
        if shape is None or BLOCK.search(shape["words"]) or (shape["items"] and former):
            return _whole(markdown, root)
        former = shape["items"]
        if shape["words"]:
            html.append(_BEGIN + _line(shape["words"].rstrip("\n"), root, links) + _END)
        if former:
            items = former.removeprefix("- ").split("\n- ")
            if any(not item or BLOCK.search(item) for item in items):
                return _whole(markdown, root)
            begin, between, end = _LIST_TAGS
            html.append(begin + between.join([_line(item, root, links) for item in items]) + end)
    return Rendered(Markup(" ".join(html)), tuple(links))  # noqa: S704  escaped, or of markdown-it, which escapes


def _whole(markdown: str, root: str) -> Rendered:
    """Markdown of any form, as the reader has it."""
    html, links = _read(READER.parse(markdown), root)
    return Rendered(Markup(html.replace("\n", " ").strip()), links)  # noqa: S704  markdown-it escapes all text


def _line(words: str, root: str, links: list[str]) -> str:
    """The HTML of what stands in one paragraph or item; the pages that it links to are added to `links`."""
    if not INLINE.search(words):
        return escapeHtml(words).replace("\n", " ")
    pieces = SIMPLE.split(words)
    if any(map(INLINE.search, pieces[::4])):
        html, targets = _read(READER.parseInline(words), root)
        links += targets
        return html.replace("\n", " ")
    pieces[::4] = map(escapeHtml, pieces[::4])
    for number in range(1, len(pieces), 4):
        bold, label, target = pieces[number : number + 3]
        if bold:
            pieces[number : number + 3] = _BOLD_TAGS[0], escapeHtml(bold), _BOLD_TAGS[1]
            continue
        if is_page := not target.startswith("https:"):
            links.append(target)
        begin, between, end = _PAGE_TAGS if is_page else _SITE_TAGS
        address = root + target if is_page else target
        pieces[number : number + 3] = begin + address, between + escapeHtml(label), end
    return "".join(pieces).replace("\n", " ")


def _read(tokens: list[Any], root: str) -> tuple[str, tuple[str, ...]]:
    links = tuple(_internal(tokens))
    _relink(tokens, root)
    return READER.renderer.render(tokens, READER.options, {}), links


def internal_links(markdown: str) -> tuple[str, ...]:
    """The pages of this site that `markdown` links to, from the site's top."""
    return rendered(markdown, "").links if _HERE.search(markdown) else ()


def _internal(tokens: list[Any]) -> list[str]:
    return [target for target in _targets(tokens) if not target.startswith(("https:", "#"))]


def _relink(tokens: list[Any], root: str) -> None:
    for token in tokens:
        if token.type == "link_open":
            target = token.attrs["href"]
            if not target.startswith(("https:", "#")):
                token.attrs["href"] = root + target
        _relink(token.children or [], root)


def _targets(tokens: list[Any]) -> list[str]:
    found = []
    for token in tokens:
        if token.type == "link_open":
            found.append(token.attrs["href"])
        found += _targets(token.children or [])
    return found


def _tags(sample: str) -> list[str]:
    """The HTML of Markdown whose words are all `zz`, without the words."""
    return _read(READER.parseInline(sample), "")[0].split("zz")


_BOLD_TAGS, _PAGE_TAGS = _tags("**zz**"), _tags("[zz](zz)")
_SITE_TAGS = [part.removesuffix("https:") for part in _tags("[zz](https:zz)")]
_BEGIN, _END = READER.render("zz").strip().split("zz")
_LIST_TAGS = READER.render("- zz\n- zz").replace("\n", " ").strip().split("zz")
