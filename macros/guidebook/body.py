"""Pages are Markdown whose only Markdown is headings; turn such a page into HTML without a Markdown reader.

A heading is a line `## Words {: #id }`; all that stands between headings is ready HTML.
Any Markdown reader with attribute lists and a table of contents gives the same: a test compares the two.
"""

import re
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from markupsafe import Markup

HEADING = re.compile(r"^(#{1,4}) (.+) \{: #([a-z0-9-]+) \}$", re.MULTILINE)
_SPECIAL = re.compile(r"([\\`*_{}\[\]#!])")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]#!])")
_ANCHOR = re.compile(r'\bid="([^"]+)"')
_BLANK_LINES = re.compile(r"\n\s*\n+")


class Heading(NamedTuple):
    """A heading of a page; `words` are safe HTML."""

    level: int
    id: str
    words: Markup


@dataclass(slots=True)
class TocEntry:
    """A heading and those below it, for the list of contents."""

    heading: Heading
    children: list["TocEntry"] = field(default_factory=list)

    def token(self) -> Any:
        """The entry as Python-Markdown's list of contents has it, which builders read."""
        children = [child.token() for child in self.children]
        return {
            "level": self.heading.level,
            "id": self.heading.id,
            "name": str(self.heading.words),
            "children": children,
        }


def heading_words(words: str) -> Markup:
    """Make plain `words` safe to stand in a Markdown heading."""
    plain = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return Markup(_SPECIAL.sub(r"\\\1", plain))  # noqa: S704  escaped in the same breath; quotes may stand in text


def tidy(markdown: str) -> str:
    """Leave one blank line before and after each heading, and none elsewhere."""
    lines = [line.rstrip() for line in markdown.split("\n")]
    kept = [f"\n{line}\n" if line.startswith("#") and HEADING.match(line) else line for line in lines if line.strip()]
    return _BLANK_LINES.sub("\n\n", "\n".join(kept)).strip("\n") + "\n"


def parts(markdown: str) -> list[Heading | Markup]:
    """The headings of a page and the ready HTML between them, in order; idle space is left out."""
    found: list[Heading | Markup] = []
    ready: list[str] = []
    for line in filter(None, map(str.strip, markdown.split("\n"))):
        heading = HEADING.match(line) if line[0] == "#" else None
        if heading is None:
            ready.append(line)
            continue
        found += _ready(ready)
        ready = []
        words = _ESCAPED.sub(r"\1", heading[2]) if "\\" in heading[2] else heading[2]
        found.append(Heading(len(heading[1]), heading[3], Markup(words)))  # noqa: S704  heading_words escaped it
    return found + _ready(ready)


def contents(found: list[Heading | Markup]) -> list[TocEntry]:
    """The headings as a tree, by their levels."""
    top: list[TocEntry] = []
    open_entries: list[TocEntry] = []
    for part in found:
        if isinstance(part, Heading):
            entry = TocEntry(part)
            while open_entries and open_entries[-1].heading.level >= part.level:
                open_entries.pop()
            (open_entries[-1].children if open_entries else top).append(entry)
            open_entries.append(entry)
    return top


def anchors(html: str) -> set[str]:
    """The ids that links may lead to."""
    return set(_ANCHOR.findall(html))


def _ready(lines: list[str]) -> list[Heading | Markup]:
    return [Markup("\n".join(lines))] if lines else []  # noqa: S704  it came out of an escaping template
