"""Split lines into blocks by their form alone: headings, paragraphs, lists, quotes, tables, rules."""

import re
from dataclasses import dataclass
from typing import Literal

from guidebook.markdown.lines import Line

Kind = Literal["heading", "text", "list", "quote", "table", "code"]
MOST_NESTED = 8
"""Quotes within quotes beyond this are read as text."""

HEADING = re.compile(r"\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*")
_TIGHT_HEADING = re.compile(r"\s{0,3}(#{2,6})(?=[^\s#])(.*?)\s*#*\s*")
RULE = re.compile(r"\s*([-*_=])(?:\s*\1){2,}\s*")
QUOTE = re.compile(r"\s{0,3}>\s?")
MARKER = re.compile(r"(\s*)([-*+•▪◦‣●→➜➤►▸]|\d{1,3}[.)]|\d\ufe0f?\u20e3)(?:\s+|$)")
PART = re.compile(
    r"[^\w*]{0,4}(?:\*\*|__)[^*]{0,30}?"
    r"(?:negotiation dna|level mapping|\blevers\b|negotiate[- ]up|evidence (?:&|and) sources)"
    r"[^*\n]{0,60}?(?:\s*[:—–-]\s*(?:\*\*|__)|(?:\*\*|__)\s*[:—–-])",
    re.IGNORECASE,
)  # fmt: skip
"""The bold label of a part of the guide, which begins a paragraph even where no blank line stands before it."""
LABELLED = re.compile(r"[^\w*]{0,4}(\*\*|__)[^*_\n]{2,60}(?::\s*\1|\1\s*:)")
"""A line that begins with a label, as `**Culture:** slow`."""
_IN_ITALICS = re.compile(r"([*_])(?![*_\s])[^*_\n]+\1\s*")
DELIMITER = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")
FENCE = re.compile(r"\s*(`{3,}|~{3,})(.*)")
BOLD_LINE = re.compile(
    r"(?P<lead>[^\w*]{0,6})(?P<mark>\*\*|__)(?P<words>(?:(?!(?P=mark)).)+)(?P=mark)(?P<end>[^\w*]{0,6})"
)
_LONGEST_BOLD_HEADING = 110


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list: its marker, and its lines without marker and indent."""

    marker: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """One block; `level` of a heading is 1 to 6, 7 for a bold line that stands as one."""

    kind: Kind
    lines: tuple[Line, ...]
    level: int = 0
    words: str = ""
    items: tuple[Item, ...] = ()

    @property
    def line(self) -> int:
        """The number of its first line."""
        return self.lines[0].number

    @property
    def text(self) -> str:
        """Its lines as they were written."""
        return "\n".join(line.text for line in self.lines)


def blocks(lines: tuple[Line, ...] | list[Line]) -> list[Block]:
    """Split `lines` into blocks, in order. Rules and blank lines have no words and give none."""
    found: list[Block] = []
    position = 0
    while position < len(lines):
        text = lines[position].text
        if not text.strip() or (RULE.fullmatch(text) and not _is_table(lines, position)):
            position += 1
            continue
        block, position = _block(lines, position)
        found += block
    return found


def _block(lines: tuple[Line, ...] | list[Line], start: int) -> tuple[list[Block], int]:
    text = lines[start].text
    if FENCE.fullmatch(text):
        return _fence(lines, start)
    if heading := HEADING.fullmatch(text) or _TIGHT_HEADING.fullmatch(text):
        if not heading[2].strip("#* "):
            return [], start + 1
        return [Block("heading", (lines[start],), len(heading[1]), heading[2])], start + 1
    if _is_table(lines, start):
        end = start + 2
        while end < len(lines) and "|" in lines[end].text and not QUOTE.match(lines[end].text):
            end += 1
        return [Block("table", tuple(lines[start:end]))], end
    if QUOTE.match(text):
        end = start
        while (
            end < len(lines) and lines[end].text.strip() and (QUOTE.match(lines[end].text) or not _starts(lines, end))
        ):
            end += 1
        return [Block("quote", tuple(_unquoted(line) for line in lines[start:end]))], end
    if MARKER.match(text):
        return _list(lines, start)
    return _paragraph(lines, start)


def _unquoted(line: Line) -> Line:
    return Line(line.number, QUOTE.sub("", line.text, count=1), line.raw)


def _fence(lines: tuple[Line, ...] | list[Line], start: int) -> tuple[list[Block], int]:
    """The lines between fences; a word after the opening fence is kept as the first of them."""
    opening = FENCE.fullmatch(lines[start].text)
    assert opening
    end = start + 1
    while end < len(lines) and not re.fullmatch(rf"\s*{re.escape(opening[1][:3])}+\s*", lines[end].text):
        end += 1
    first = Line(lines[start].number, opening[2].strip(" `~"), lines[start].raw)
    inside = (first, *lines[start + 1 : end]) if first.text else tuple(lines[start + 1 : end])
    kept = tuple(line for line in inside if line.text.strip())
    return [Block("code", kept)] if kept else [], end + 1


def _list(lines: tuple[Line, ...] | list[Line], start: int) -> tuple[list[Block], int]:
    """Items with all that is indented under them; ends at a blank line that nothing of the list follows."""
    first = MARKER.match(lines[start].text)
    assert first
    indent, is_numbered = len(first[1]), first[2][0].isdigit()
    items: list[list[Line]] = []
    markers: list[str] = []
    position = end = start
    while position < len(lines):
        line = lines[position]
        marker = MARKER.match(line.text)
        if not line.text.strip():
            position += 1
            continue
        is_own = marker and len(marker[1]) <= indent + 1 and marker[2][0].isdigit() == is_numbered
        if marker and is_own and not RULE.fullmatch(line.text):
            markers.append(marker[2])
            items.append([Line(line.number, line.text[marker.end() :], line.raw)])
        elif items and (_indent(line) > indent + 1 or (position == end and not _ends_list(lines, position))):
            items[-1].append(Line(line.number, line.text[min(_indent(line), indent + 3) :], line.raw))
        else:
            break
        position = end = position + 1
        if items and end < len(lines) and not lines[end].text.strip():
            items[-1].append(Line(lines[end].number, "", ""))
    made = tuple(Item(marker, tuple(_trimmed(own))) for marker, own in zip(markers, items, strict=True))
    return [Block("list", tuple(lines[start:end]), items=made)], end


def _trimmed(own: list[Line]) -> list[Line]:
    while own and not own[-1].text.strip():
        own.pop()
    return own


def _paragraph(lines: tuple[Line, ...] | list[Line], start: int) -> tuple[list[Block], int]:
    end = start + 1
    is_labelled = LABELLED.match(lines[start].text) is not None
    while end < len(lines) and lines[end].text.strip() and not _starts(lines, end):
        if is_labelled and LABELLED.match(lines[end].text):
            break
        end += 1
    own = tuple(lines[start:end])
    if end < len(lines) and re.fullmatch(r"\s{0,3}=+\s*", lines[end].text):
        return [Block("heading", own, 1, " ".join(line.text.strip() for line in own))], end + 1
    found = BOLD_LINE.fullmatch(own[0].text.strip())
    if not found or len(own[0].text) > _LONGEST_BOLD_HEADING or found["words"].rstrip().endswith((".", ",")):
        return [Block("text", own)], end
    heading = Block("heading", own[:1], 7, f"{found['lead']}{found['words']}{found['end']}".strip())
    return [heading, Block("text", own[1:])] if own[1:] else [heading], end


def _ends_list(lines: tuple[Line, ...] | list[Line], position: int) -> bool:
    """True where a line right under an item is none of its words: it begins a block, has a label, or is in italics."""
    text = lines[position].text
    return _starts(lines, position) or bool(LABELLED.match(text)) or _IN_ITALICS.fullmatch(text) is not None


def _starts(lines: tuple[Line, ...] | list[Line], position: int) -> bool:
    """True where a line begins a block of its own."""
    text = lines[position].text
    if HEADING.fullmatch(text) or _TIGHT_HEADING.fullmatch(text) or QUOTE.match(text) or FENCE.fullmatch(text):
        return True
    if RULE.fullmatch(text) or MARKER.match(text) or _is_table(lines, position) or PART.match(text):
        return True
    found = BOLD_LINE.fullmatch(text.strip())
    return found is not None and len(text) <= _LONGEST_BOLD_HEADING and not found["words"].rstrip().endswith((".", ","))


def _is_table(lines: tuple[Line, ...] | list[Line], position: int) -> bool:
    if position + 1 >= len(lines) or "|" not in lines[position].text:
        return False
    below = lines[position + 1].text
    return "-" in below and "|" in below and DELIMITER.fullmatch(below) is not None


def _indent(line: Line) -> int:
    return len(line.text) - len(line.text.lstrip())
