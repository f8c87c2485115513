"""Compare what was taken in with the file: every word and figure, in the file's order, or the file is refused."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from guidebook.markdown.inline import plain
from guidebook.markdown.lines import Line, Source
from guidebook.markdown.refused import RefusedError

_TOKEN = re.compile(r"[^\W_]+|[$£€₹₩¥₪%]")
_ADDRESS = re.compile(r"\bhttps?://[^\s()\[\]<>\"'|*`]+")
_MARKER = re.compile(r"^\s*(?:>\s*)*\d{1,3}[.)](?=\s|$)")
_HEAD_MARKS = re.compile(r"[#>]")


def tokens(words: str) -> list[str]:
    """The words and figures of a text, small letters, without addresses."""
    return _TOKEN.findall(_ADDRESS.sub(" ", words).casefold())


def addresses(words: str) -> list[str]:
    """The addresses in a text."""
    return [found.rstrip(".,;:!?") for found in _ADDRESS.findall(words)]


def source_tokens(lines: Iterable[Line]) -> Iterator[tuple[Line, str]]:
    """Each word and figure of the lines, without the numbers that only mark a list."""
    for line in lines:
        for token in tokens(plain(_MARKER.sub(" ", line.text))):
            yield line, token


def check(source: Source, data: dict[str, Any], order: list[str]) -> None:
    """Raise RefusedError at the first word of the file that the guide has not, or has elsewhere."""
    ready = iter([token for words in _texts(data, order) for token in tokens(words)])
    for line, token in source_tokens(source.lines):
        if token not in ready:  # an iterator: it is read up to the token, and goes on from there
            raise _lost(source, line, token)
    everything = str(data)
    for line in source.lines:
        for address in addresses(line.text):
            if address not in everything:
                raise _lost(source, line, address)


def is_same(stands: Any, data: dict[str, Any]) -> bool:
    """True where an imported guide that stands holds the same words and figures in the same order, and no others.

    What is made of them may differ: it depends on the companies, roles and places that were known at the time.
    """
    if not isinstance(stands, dict) or stands.get("status") != "imported":
        return False
    try:
        return _words(stands) == _words(data)
    except (AttributeError, IndexError, KeyError, TypeError, ValueError):  # somebody took a part of it away by hand
        return False


def _words(data: dict[str, Any]) -> list[str]:
    return [token for words in _texts(data, data["order"]) for token in [*tokens(words), *addresses(words)]]


def _lost(source: Source, line: Line, token: str) -> RefusedError:
    at = line.raw.casefold().find(token)
    near = line.raw[at : at + len(token)] if at >= 0 else ""
    wrong = f"`{token}` and what follows would not stand in the guide in this order"
    return source.refuse(line.number, "words that would be lost", wrong, "write this part more simply", near)


def _texts(data: dict[str, Any], order: list[str]) -> Iterator[str]:
    """The texts of a guide in the order of its page."""
    sources = list(data.get("sources", {}).values())
    for part in order:
        kind, _, number = part.partition("-")
        at = int(number) - 1 if number else 0
        yield from _part(kind, at, data, sources)


def _part(kind: str, at: int, data: dict[str, Any], sources: list[dict[str, Any]]) -> Iterator[str]:
    match kind:
        case "heading" | "worth":
            yield data[kind]
        case "dna":
            yield from data["dna"]
        case "table":
            yield from _table(data["tables"][at])
        case "section":
            yield from _section(data["sections"][at])
        case "mapping":
            yield from (f"{name.get('at', '')} {name['level']}" for name in data["level_mapping"][at]["equals"])
        case "lever":
            yield str(data["levers"][at].get("number", at + 1))
            yield from _said(data["levers"][at])
        case "strategy":
            yield data["strategy"].get("text", "")
            yield from (words for script in data["strategy"].get("scripts", []) for words in _said(script))
        case "source":
            yield f"{sources[at]['title']} {sources[at].get('supports', '')}"


def _table(table: dict[str, Any]) -> Iterator[str]:
    yield from (column["words"] for column in table["columns"])
    for row in table["rows"]:
        yield from row["cells"]
    yield table.get("note", "")


def _section(section: dict[str, Any]) -> Iterator[str]:
    yield section.get("title", "")
    yield plain_text(section.get("text", ""))
    if table := section.get("table"):
        yield from table["columns"]
        for row in table["rows"]:
            yield from row


def _said(part: dict[str, Any]) -> Iterator[str]:
    """A script that was given blanks stands in its author's words as the example."""
    yield part.get("title", "")
    yield plain_text(part.get("why", part.get("when", "")))
    yield part.get("example", part.get("say", ""))
    yield plain_text(part.get("note", ""))


def plain_text(words: str) -> str:
    """The words of Markdown over several lines."""
    if not words:
        return ""
    return "\n".join(plain(line) for line in words.split("\n"))
