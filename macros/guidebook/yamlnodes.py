"""Read one YAML file safely into plain data that knows the line and column of each part.

YAML 1.2's core schema but for odd numbers (`no` is a word; `2024-01-01`, `0x1F` and `1e9` are text), no
duplicate keys, no tags, no merges,
and limits on size, nesting and aliases. Every fault is a `Problem`, never a traceback.
"""

import codecs
import re
import stat
from array import array
from pathlib import Path
from typing import Any

import yaml
from yaml._yaml import CParser

from guidebook.document import Document, Place, Unreadable
from guidebook.problems import Problem
from guidebook.yaml_advice import advice

LARGEST_FILE = 1_048_576
"""Bytes that one file may have."""
DEEPEST = 24
"""Levels of nesting that one file may have."""
MOST_NODES = 200_000
"""Values that one file may hold once its aliases are followed."""

_BOOLEANS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_NULLS = {"", "~", "null", "Null", "NULL"}
_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]{0,15})")
_FLOAT = re.compile(r"[-+]?[0-9]{1,15}\.[0-9]{1,15}")


class _TooDeepError(Exception):
    """Nesting beyond the limit, met before the parser recurses further."""

    def __init__(self, mark: Any) -> None:
        super().__init__(mark)
        self.mark = mark


class _Composer(CParser):
    """The C parser with nothing resolved: what a plain word means is decided in `_scalar`."""

    resolve = staticmethod("".format)
    """The tag of a value that has none: empty. What the parser calls for each value should be no function of Python."""

    def __init__(self, stream: str) -> None:
        CParser.__init__(self, stream)
        self.depth = 0

    def descend_resolver(self, parent: Any, _index: Any) -> None:
        """Stop before the parser, which recurses for each level, could overflow its stack."""
        self.depth += 1
        if self.depth > DEEPEST + 1:
            raise _TooDeepError(parent.start_mark)

    def ascend_resolver(self) -> None:
        self.depth -= 1


def content(path: Path, shown: str) -> bytes:
    """Read the bytes of the file at `path`, named `shown` in messages; raise Unreadable with its problems."""
    try:
        status = path.stat()
        if not (stat.S_ISREG(status.st_mode) or stat.S_ISDIR(status.st_mode)):
            raise _unreadable(shown, "this is no ordinary file", "put a YAML file here")
        if status.st_size > LARGEST_FILE:
            raise _unreadable(shown, f"the file has more than {LARGEST_FILE:,} bytes", "split it or shorten it")
        return path.read_bytes()
    except IsADirectoryError:
        raise _unreadable(shown, "a folder stands where a file should", "put a YAML file here") from None
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise _unreadable(
            shown, f"the file cannot be read ({reason})", "check that it exists and may be read"
        ) from None


def document(raw: bytes, shown: str) -> Document:
    """Turn the bytes of a file into a Document; raise Unreadable with its problems."""
    return parse(_decoded(raw, shown), shown)


def parse(text: str, shown: str) -> Document:
    """Turn YAML text into a Document; raise Unreadable with its problems."""
    composer = _Composer(text)
    try:
        node = composer.get_single_node()
    except yaml.MarkedYAMLError as error:
        (line, column), wrong, right = advice(error, text)
        raise Unreadable([Problem(shown, line, column, wrong, right)]) from None
    except _TooDeepError as error:
        raise _too_deep(error.mark, shown) from None
    except yaml.reader.ReaderError as error:
        raise _odd_character(error, text, shown) from None
    finally:
        composer.dispose()
    if node is None:
        raise _unreadable(shown, "the file is empty", "fill it in, or delete it; `guidebook new` starts a guide")
    builder = _Builder(shown)
    data = builder.value(node, 1)
    if builder.problems:
        raise Unreadable(builder.problems)
    return Document(shown, data, array("L", builder.places))


class _Builder:
    """Turn nodes into data, noting the place of each key and value in the order met."""

    def __init__(self, shown: str) -> None:
        self.shown = shown
        self.places: list[int] = []
        self.problems: list[Problem] = []
        self.count = 0

    def value(self, node: yaml.Node, depth: int) -> Any:
        self.count += 1
        if self.count > MOST_NODES:
            self._stop(node, f"the file holds more than {MOST_NODES:,} values once its aliases are followed")
        if depth > DEEPEST:
            self._stop(node, f"values are nested more than {DEEPEST} levels deep, or an alias stands in what it names")
        mark = node.start_mark
        self.places += (mark.line + 1, mark.column + 1)
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node)
        if node.tag:
            self._tagged(node)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, depth)
        return [self.value(item, depth + 1) for item in node.value]

    def _mapping(self, node: yaml.MappingNode, depth: int) -> dict[str, Any]:
        found: dict[str, Any] = {}
        lines: dict[str, int] = {}
        for key_node, value_node in node.value:
            mark = key_node.start_mark
            if not isinstance(key_node, yaml.ScalarNode):
                self._stop(key_node, "a list or a mapping stands where a field's name should")
            key = key_node.value
            if key == "<<" and not key_node.style:
                self._stop(key_node, "merges with `<<` are not allowed")
            if key in found:
                wrong = f"`{key}` is given twice, first on line {lines[key]}"
                self.problems.append(Problem(self.shown, mark.line + 1, mark.column + 1, wrong, "keep one of the two"))
                self.value(value_node, depth + 1)
                continue
            lines[key] = mark.line + 1
            self.places += (mark.line + 1, mark.column + 1)
            found[key] = self.value(value_node, depth + 1)
        return found

    def _scalar(self, node: yaml.ScalarNode) -> Any:
        text: str = node.value
        if node.tag:
            self._tagged(node)
            return text
        if node.style:  # in quotes, or a block of text
            return text
        if text in _NULLS:
            return None
        if text in _BOOLEANS:
            return _BOOLEANS[text]
        if text[0] in "-+.0123456789":
            if _INTEGER.fullmatch(text):
                return int(text)
            if _FLOAT.fullmatch(text):
                return float(text)
        return text

    def _tagged(self, node: yaml.Node) -> None:
        tag = node.tag.replace("tag:yaml.org,2002:", "!!")
        self._add(node, f"the tag `{tag}` is not allowed", "write plain values without a `!`")

    def _add(self, node: yaml.Node, wrong: str, right: str) -> None:
        mark = node.start_mark
        self.problems.append(Problem(self.shown, mark.line + 1, mark.column + 1, wrong, right))

    def _stop(self, node: yaml.Node, wrong: str) -> None:
        self._add(node, wrong, "write it out more simply")
        raise Unreadable(self.problems)


def _decoded(raw: bytes, shown: str) -> str:
    raw = raw.removeprefix(codecs.BOM_UTF8)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line, column = _place_of_byte(raw, error.start)
        wrong = f"byte 0x{raw[error.start]:02x} is not UTF-8"
        raise Unreadable([Problem(shown, line, column, wrong, "save the file as UTF-8")]) from None


def _place_of_byte(raw: bytes, position: int) -> Place:
    before = raw[:position]
    start = before.rfind(b"\n") + 1
    return before.count(b"\n") + 1, len(before[start:].decode("utf-8", errors="replace")) + 1


def _too_deep(mark: Any, shown: str) -> Unreadable:
    wrong = f"values are nested more than {DEEPEST} levels deep"
    return Unreadable([Problem(shown, mark.line + 1, mark.column + 1, wrong, "write it out more simply")])


def _odd_character(error: yaml.reader.ReaderError, text: str, shown: str) -> Unreadable:
    """The parser counts bytes of UTF-8, not characters."""
    position = error.position if isinstance(error.position, int) else 0
    line, column = _place_of_byte(text.encode("utf-8"), position)
    return Unreadable([Problem(shown, line, column, "a character that YAML does not allow", "delete it")])


def _unreadable(shown: str, wrong: str, right: str) -> Unreadable:
    return Unreadable([Problem(shown, 1, 1, wrong, right)])
