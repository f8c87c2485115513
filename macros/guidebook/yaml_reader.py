"""Read one YAML file safely into plain data that knows the line and column of each part.

YAML 1.2's core schema but for odd numbers (`no` is a word; `2024-01-01`, `0x1F` and `1e9` are text), no duplicate
keys, no tags, no merges, and limits on size, nesting and aliases. Every fault is a `Problem`, never a traceback.
"""

import re
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

import yaml
from yaml._yaml import CParser
from yaml.composer import ComposerError

from guidebook.document import Document, Unreadable
from guidebook.problems import Problem
from guidebook.yaml_advice import advice
from guidebook.yaml_bytes import decoded, odd_character
from guidebook.yaml_comments import cut_off

LARGEST_FILE = 1_048_576
"""Bytes that one file may have."""
DEEPEST = 24
"""Levels of nesting that one file may have."""
MOST_VALUES = 200_000
"""Values and names of fields that one file may hold once its aliases are followed."""
_LOOKS_ON = 5_000
"""How much of a file that is refused is still looked through; the parser takes ever longer the deeper it is in."""
_TOO_DEEP = f"values are nested more than {DEEPEST} levels deep"
_TOO_MANY = f"the file holds more than {MOST_VALUES:,} values once its aliases are followed"

_WORDS: dict[str, bool | None] = dict.fromkeys(("", "~", "null", "Null", "NULL"))
_WORDS |= dict.fromkeys(("true", "True", "TRUE"), True) | dict.fromkeys(("false", "False", "FALSE"), False)
"""Words that stand for a value that is no text."""
_Scalar, _MappingEnd = yaml.ScalarEvent, yaml.MappingEndEvent  # they are asked for at every value
_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]{0,15})")
_FLOAT = re.compile(r"[-+]?[0-9]{1,15}\.[0-9]{1,15}")


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
        right = "check that it exists and may be read"
        raise _unreadable(shown, f"the file cannot be read ({reason})", right) from None


def document(raw: bytes, shown: str) -> Document:
    """Turn the bytes of a file into a Document; raise Unreadable with its problems."""
    return parse(decoded(raw, shown), shown)


def parse(text: str, shown: str) -> Document:
    """Turn YAML text into a Document; raise Unreadable with its problems."""
    parser = CParser(text)
    try:
        found = _Reader(parser.get_event, shown).document()
    except yaml.MarkedYAMLError as error:
        (line, column), wrong, right = advice(error, text)
        raise Unreadable([*cut_off(text, shown), Problem(shown, line, column, wrong, right)]) from None
    except yaml.reader.ReaderError as error:
        raise odd_character(error, text, shown) from None
    finally:
        parser.dispose()
    if problems := cut_off(text, shown):
        raise Unreadable(problems)
    return found


class _Reader:
    """Turns what the parser meets into data, noting where each key and value begins in the order met.

    What a plain word means is decided here. The parser's own tree of nodes is not made: it takes longer than all else.
    """

    def __init__(self, following: Callable[[], Any], shown: str) -> None:
        self.following = following
        self.shown = shown
        self.marks: list[Any] = []
        self.problems: list[Problem] = []
        self.anchors: dict[str, tuple[Any, int, int] | None] = {}
        """What an anchor names, and which of the marks belong to that; nothing while it is read."""

    def document(self) -> Document:
        """Read the one document of the file."""
        self.following()  # the stream begins
        first = self.following()
        if type(first) is not yaml.DocumentStartEvent:
            raise _unreadable(
                self.shown, "the file is empty", "fill it in, or delete it; `guidebook new` starts a guide"
            )
        data = self.value(self.following(), 1)
        self.following()  # the document ends
        last = self.following()
        if type(last) is yaml.DocumentStartEvent:
            raise ComposerError(None, None, "but found another document", last.start_mark)  # type: ignore[arg-type]
        if self.problems:
            raise Unreadable(self.problems)
        return Document(self.shown, data, self.marks)

    def value(self, event: Any, depth: int) -> Any:
        """The value that begins with `event`."""
        if depth > DEEPEST:
            self._stop(event, _TOO_DEEP)
        kind = type(event)
        if kind is _Scalar and event.anchor is None and event.tag is None:  # nearly all are
            self.marks.append(event.start_mark)
            return event.value if event.style else _meant(event.value)
        if kind is yaml.AliasEvent:
            return self._again(event, depth)
        if event.anchor is not None:
            self._name(event)
        start = len(self.marks)
        self.marks.append(event.start_mark)
        if is_tagged := event.tag is not None and event.tag != "!":  # a lone mark says what holds without it
            self._tagged(event)
        if kind is _Scalar:
            found = event.value if event.style or is_tagged else _meant(event.value)
        elif kind is yaml.MappingStartEvent:
            found = self._mapping(depth + 1)
        else:
            found = self._list(depth + 1)
        if event.anchor is not None:
            self.anchors[event.anchor] = (found, start, len(self.marks))
        return found

    def _mapping(self, depth: int) -> dict[str, Any]:
        found: dict[str, Any] = {}
        first: dict[str, Any] = {}
        following, value, marks = self.following, self.value, self.marks
        while type(key := following()) is not _MappingEnd:
            if type(key) is not _Scalar:
                what = "an alias" if type(key) is yaml.AliasEvent and self._named(key) else "a list or a mapping"
                self._stop(key, f"{what} stands where a field's name should")
            name = key.value
            if name == "<<" and not key.style:
                self._stop(key, "merges with `<<` are not allowed")
            if name in found:
                wrong = f"`{name}` is given twice, first on line {first[name].line + 1}"
                self._add(key, wrong, "keep one of the two")
                value(following(), depth)
                continue
            first[name] = mark = key.start_mark
            marks.append(mark)
            if key.anchor is not None:
                self._name(key)
                self.anchors[key.anchor] = (name, len(marks) - 1, len(marks))
            found[name] = value(following(), depth)
        return found

    def _list(self, depth: int) -> list[Any]:
        found = []
        while type(event := self.following()) is not yaml.SequenceEndEvent:
            found.append(self.value(event, depth))
        if len(self.marks) > MOST_VALUES:
            self._stop(event, _TOO_MANY)
        return found

    def _name(self, event: Any) -> None:
        """Note the anchor that stands before a value."""
        if event.anchor in self.anchors:
            self._add(event, f"the anchor `&{event.anchor}` is given twice", "keep one of the two")
        self.anchors[event.anchor] = None

    def _again(self, alias: Any, depth: int) -> Any:
        """What an alias stands for."""
        found, start, end = self._named(alias)
        if len(self.marks) + end - start > MOST_VALUES:
            self._stop(alias, _TOO_MANY)
        if depth + _levels(found) > DEEPEST + 1:
            self._stop(alias, _TOO_DEEP)
        self.marks += self.marks[start:end]
        return found

    def _named(self, alias: Any) -> tuple[Any, int, int]:
        """What the alias names, and which of the marks belong to it."""
        if alias.anchor not in self.anchors:
            raise ComposerError(None, None, "found undefined alias", alias.start_mark)
        named = self.anchors[alias.anchor]
        if named is None:
            self._stop(alias, f"the alias `*{alias.anchor}` stands in what it names")
        return named

    def _tagged(self, event: Any) -> None:
        tag = event.tag.replace("tag:yaml.org,2002:", "!!")
        self._add(event, f"the tag `{tag}` is not allowed", "write plain values without a `!`")

    def _add(self, event: Any, wrong: str, right: str) -> None:
        mark = event.start_mark
        self.problems.append(Problem(self.shown, mark.line + 1, mark.column + 1, wrong, right))

    def _stop(self, event: Any, wrong: str) -> NoReturn:
        """Give up; where what comes next is no YAML, the parser says so, and that is the better reason."""
        self._add(event, wrong, "write it out more simply")
        for _ in range(_LOOKS_ON):
            if self.following() is None:
                break
        raise Unreadable(self.problems)


def _meant(text: str) -> Any:
    """The value of a plain word."""
    if text in _WORDS:
        return _WORDS[text]
    if text[0] in "-+.0123456789":
        if _INTEGER.fullmatch(text):
            return int(text)
        if _FLOAT.fullmatch(text):
            return float(text)
    return text


def _levels(data: Any) -> int:
    """How many levels `data` has, itself one of them."""
    children = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    return 1 + max(map(_levels, children), default=0)


def _unreadable(shown: str, wrong: str, right: str) -> Unreadable:
    return Unreadable([Problem(shown, 1, 1, wrong, right)])
