"""Read a Markdown file into lines of plain, safe text: bytes -> lines."""

import codecs
import re
import stat
from dataclasses import dataclass
from pathlib import Path

from guidebook.markdown.htmltables import with_markdown_tables
from guidebook.markdown.markup import MarkupError, without_html
from guidebook.markdown.references import resolved
from guidebook.markdown.refused import Place, RefusedError

LARGEST_FILE = 262_144
"""Bytes that one Markdown file may have."""
LONGEST_LINE = 20_000
"""Characters that one line may have."""

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x85\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
_UNSEEN = re.compile("[\u200b\u200e\u200f\ufeff\u00ad]")
_ENTITY = re.compile(r"&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_SCRIPT_WORD = re.compile(r"\b(javascript|vbscript)\s*:(?=\s|$|[*_`])", re.IGNORECASE)
_SCRIPT = re.compile(r"\b(?:javascript|vbscript)\s*:", re.IGNORECASE)
_BOLD_AND_ITALIC = re.compile(
    r"^([^\w*_]*)(?:\*\*\*|\*\*_|_\*\*|__\*|\*__)(?=[^\s*_])"
    r"([^*_\n`]*\b(?:dna|level mapping|levers?|strategy|evidence|sources)\b[^*_\n`]*)"
    r"(?:\*\*\*|_\*\*|\*\*_|\*__|__\*)",
    re.IGNORECASE,
)
"""The label of a part in bold and italic; bold says the same."""
_FENCE = re.compile(r"[\s>]*(?P<mark>```|~~~)[`~]*(?P<rest>.*)")
_OPEN = re.compile(r"<(?=[A-Za-z/!?])")


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its number from 1, its text without HTML, and the line as it stands in the file."""

    number: int
    text: str
    raw: str


@dataclass(frozen=True, slots=True)
class Source:
    """One file's lines and the path that messages show."""

    path: str
    lines: tuple[Line, ...]

    def refuse(self, line: int, reason: str, wrong: str, right: str, near: str = "") -> RefusedError:
        """Make the refusal of a line, at the words `near` where they stand in it."""
        raw = next((own.raw for own in self.lines if own.number == line), "")
        column = raw.find(near) + 1 if near else len(raw) - len(raw.lstrip()) + 1
        return RefusedError(Place(self.path, line, max(column, 1), raw), reason, wrong, right)


def read(path: Path, shown: str) -> Source:
    """Read the file at `path`, named `shown` in messages; raise RefusedError where it is no Markdown text."""
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise RefusedError(Place(shown), "not a file", "this is a folder", "name the files in it")
        if not stat.S_ISREG(status.st_mode):
            raise RefusedError(Place(shown), "not a file", "this is no ordinary file", "name a Markdown file")
        if status.st_size > LARGEST_FILE:
            wrong = f"the file has {status.st_size:,} bytes, more than {LARGEST_FILE:,}"
            raise RefusedError(Place(shown), "too large", wrong, "split it: a file is one guide")
        raw = path.read_bytes()
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        wrong, right = f"the file cannot be read ({reason})", "check that it exists and may be read"
        raise RefusedError(Place(shown), "cannot be read", wrong, right) from None
    return parse(_decoded(raw, shown), shown)


def parse(text: str, shown: str) -> Source:
    """Split text into lines; raise RefusedError where it is empty or holds what no page may show."""
    if not text.strip():
        raise RefusedError(Place(shown), "empty", "the file is empty", "write a guide that begins with its title")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    raws = text.split("\n")
    while raws and not raws[-1].strip():
        raws.pop()
    source = Source(shown, tuple(Line(number, raw, raw) for number, raw in enumerate(raws, 1)))
    fenced = _fenced(raws) if "```" in text or "~~~" in text else frozenset()
    has_table = any("<table" in line.raw.lower() for line in source.lines if line.number not in fenced)
    lines = _with_tables(text, source) if has_table else source.lines
    texts = [_safe(line, source, is_code=line.number in fenced) for line in lines]
    texts = resolved(texts) if "][" in text else texts
    return Source(shown, tuple(Line(line.number, own, line.raw) for line, own in zip(lines, texts, strict=True)))


def _with_tables(text: str, source: Source) -> list[Line]:
    """The lines with Markdown tables in the place of HTML ones; `raw` of a row is what stands in the file."""
    try:
        found = with_markdown_tables(text)
    except MarkupError as error:
        number = text.count("\n", 0, max(text.find(error.near), 0)) + 1
        wrong = f"the table holds HTML at `{error.near}`"
        raise source.refuse(number, "HTML or script", wrong, error.right, error.near[:8]) from None
    return [Line(number, words, source.lines[number - 1].raw) for number, words in found if number <= len(source.lines)]


def _fenced(raws: list[str]) -> frozenset[int]:
    """The numbers of the lines between two fences, which hold code."""
    inside: set[int] = set()
    begun, mark = 0, ""
    for number, raw in enumerate(raws, 1):
        found = _FENCE.match(raw)
        if not begun and found:
            begun, mark = number, found["mark"]
        elif begun and found and found["mark"] == mark and not found["rest"].strip():
            inside.update(range(begun + 1, number))
            begun = 0
    return frozenset(inside)


def _safe(line: Line, source: Source, *, is_code: bool = False) -> str:
    """The line's text without tags, entities and signs that cannot be seen; its words all stand."""
    raw = line.text
    if len(raw) > LONGEST_LINE:
        raise source.refuse(
            line.number, "too large", f"the line has {len(raw):,} characters", f"break it at {LONGEST_LINE:,}"
        )
    if found := _CONTROL.search(raw):
        wrong = f"the line holds the control character U+{ord(found[0]):04X}"
        raise source.refuse(line.number, "control character", wrong, "delete it", found[0])
    text = _UNSEEN.sub("", raw)
    if "<" in text or "&" in text or "-->" in text:
        text = text if is_code else _without_tags(text, line, source)
        text = _OPEN.sub("< ", _ENTITY.sub(_entity, text))
    text = _SCRIPT_WORD.sub(r"\1 —", text) if "cript" in text or "CRIPT" in text else text
    if ":" in text and (found := _SCRIPT.search(text)):
        wrong = f"the line holds the script address `{found[0]}`"
        raise source.refuse(line.number, "HTML or script", wrong, "write plain text", found[0])
    if found := _CONTROL.search(text):  # an entity may name one
        raise source.refuse(line.number, "control character", "an entity names a control character", "delete it")
    text = _BOLD_AND_ITALIC.sub(r"\1**\2**", text) if "**" in text or "__" in text else text
    return text.replace("\t", "    ").rstrip()


def _without_tags(text: str, line: Line, source: Source) -> str:
    try:
        return without_html(text)
    except MarkupError as error:
        wrong = f"the line holds HTML at `{error.near}`"
        raise source.refuse(line.number, "HTML or script", wrong, error.right, error.near[:8]) from None


def _entity(found: re.Match[str]) -> str:
    import html  # noqa: PLC0415  few files have any

    meant = html.unescape(found[0])
    return " " if meant in {"\n", "\r", "\xa0"} else meant


def _decoded(raw: bytes, shown: str) -> str:
    raw = raw.removeprefix(codecs.BOM_UTF8)
    if b"\x00" in raw[:4096]:
        wrong = "this is no text: it holds zero bytes"
        raise RefusedError(Place(shown), "not UTF-8 text", wrong, "name a Markdown file saved as UTF-8")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        start = before.rfind(b"\n") + 1
        end = raw.find(b"\n", error.start)
        text = raw[start : end if end >= 0 else len(raw)].decode("utf-8", errors="replace")
        column = len(before[start:].decode("utf-8", errors="replace")) + 1
        place = Place(shown, before.count(b"\n") + 1, column, text.rstrip("\r"))
        wrong = f"byte 0x{raw[error.start]:02x} is not UTF-8"
        raise RefusedError(place, "not UTF-8 text", wrong, "save the file as UTF-8") from None
