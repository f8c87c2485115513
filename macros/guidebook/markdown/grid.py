"""A table of Markdown as plain cells, and whether its rows are of other employers."""

import re
from dataclasses import dataclass

from guidebook.markdown.blocks import Block
from guidebook.markdown.components import part_of
from guidebook.markdown.inline import plain
from guidebook.markdown.lines import Line

_CELL = re.compile(r"(?<!\\)\|")
_OTHERS = re.compile(
    r"\b(?:compan(?:y|ies)|employers?|competitors?|rivals?|peers?|firms?|organi[sz]ations?)\b", re.IGNORECASE
)
"""The heading of a column of employers."""


@dataclass(frozen=True, slots=True)
class Cells:
    """A table's cells as plain words, with the line of each row."""

    head: list[str]
    rows: list[list[str]]
    lines: list[Line]


def read_cells(block: Block) -> Cells:
    """Split a table into its cells; short rows are filled up, a long one widens the table."""
    head, *rows = [_split(line.text) for number, line in enumerate(block.lines) if number != 1]
    width = max(map(len, [head, *rows]))
    filled = [row + [""] * (width - len(row)) for row in [head, *rows]]
    return Cells(filled[0], filled[1:], [line for number, line in enumerate(block.lines) if number > 1])


def is_of_others(found: Cells, own: str) -> bool:
    """True for a table whose rows are of several employers, or of one that is not `own`."""
    at = next((number for number, words in enumerate(found.head) if _OTHERS.search(words) and not part_of(words)), None)
    return at is not None and any(own.casefold() not in row[at].casefold() for row in found.rows if row[at].strip())


def _split(text: str) -> list[str]:
    inner = text.strip()
    inner = inner.removeprefix("|")
    inner = inner[:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner
    return [plain(piece.strip().replace("\\|", "|")) for piece in _CELL.split(inner)]
