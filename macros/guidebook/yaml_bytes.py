"""From the bytes of a file to its text, and the place of what cannot be text."""

import codecs

import yaml

from guidebook.document import Place, Unreadable
from guidebook.problems import Problem


def decoded(raw: bytes, shown: str) -> str:
    """The text that the bytes of the file `shown` are; raise Unreadable where they are none."""
    raw = raw.removeprefix(codecs.BOM_UTF8)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line, column = _place_of_byte(raw, error.start)
        wrong = f"byte 0x{raw[error.start]:02x} is not UTF-8"
        raise Unreadable([Problem(shown, line, column, wrong, "save the file as UTF-8")]) from None


def odd_character(error: yaml.reader.ReaderError, text: str, shown: str) -> Unreadable:
    """What to raise of a character that YAML has none of; the parser counts bytes of UTF-8, not characters."""
    position = error.position if isinstance(error.position, int) else 0
    line, column = _place_of_byte(text.encode("utf-8"), position)
    return Unreadable([Problem(shown, line, column, "a character that YAML does not allow", "delete it")])


def _place_of_byte(raw: bytes, position: int) -> Place:
    before = raw[:position]
    start = before.rfind(b"\n") + 1
    return before.count(b"\n") + 1, len(before[start:].decode("utf-8", errors="replace")) + 1
