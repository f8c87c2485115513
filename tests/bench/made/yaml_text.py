"""Write data as YAML the way a person does: short things on one line, long text folded, no anchors."""

import json
import re
import textwrap
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

_WIDTH = 108
_SAFE = re.compile(r"[A-Za-z$£€₹(][^:#{}\[\],&*!|>'\"%@`\\]*[^\s:#{}\[\],&*!|>'\"%@`\\]|[A-Za-z$]")
_WORDS = {"true", "false", "null", "yes", "no", "on", "off", "~"}
_BARE = re.compile(r"https://[A-Za-z0-9./-]+|\d{4}-\d\d-\d\d")


def text(data: dict[str, Any]) -> str:
    """The file of `data`, with a line feed at its end."""
    return "\n".join(_mapping(data, 0)) + "\n"


def _mapping(data: dict[str, Any], indent: int) -> Iterator[str]:
    for name, value in data.items():
        yield from _entry(f"{' ' * indent}{name}:", value, indent + 2)


def _entry(head: str, value: Any, indent: int) -> Iterator[str]:
    """Lines of `value` after `head`; what does not fit on its line is indented."""
    line = f"{head} {_flow(value)}" if _is_flat(value) else ""
    if line and len(line) <= _WIDTH:
        yield line
    elif isinstance(value, dict):
        yield head
        yield from _mapping(value, indent)
    elif isinstance(value, list):
        yield head
        for item in value:
            yield from _item(item, indent)
    else:
        yield from _long(head, str(value), indent)


def _item(value: Any, indent: int) -> Iterator[str]:
    dash = f"{' ' * indent}-"
    line = f"{dash} {_flow(value)}" if _is_flat(value) else ""
    if line and len(line) <= _WIDTH:
        yield line
    elif isinstance(value, dict):
        first, *rest = _mapping(value, indent + 2)
        yield f"{dash} {first.lstrip()}"
        yield from rest
    else:
        yield from _long(dash, str(value), indent + 2)


def _long(head: str, words: str, indent: int) -> Iterator[str]:
    folds = "\n" not in words
    yield f"{head} {'>-' if folds else '|-'}"
    for line in words.split("\n"):
        yield from (f"{' ' * indent}{part}".rstrip() for part in _wrapped(line, _WIDTH - indent))


@lru_cache(maxsize=1024)
def _wrapped(line: str, width: int) -> list[str]:
    hanging = "  " if line.startswith("- ") else ""
    return textwrap.wrap(line, width, subsequent_indent=hanging, break_long_words=False) or [""]


def _is_flat(value: Any) -> bool:
    """True where the value may stand on one line: a word, or a list or mapping of words."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        return all(not isinstance(item, (dict, list)) and "\n" not in str(item) for item in value)
    return "\n" not in str(value)


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name}: {_flow(item)}" for name, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    if isinstance(value, str):
        is_plain = _BARE.fullmatch(value) or (_SAFE.fullmatch(value) and value.lower() not in _WORDS)
        return value if is_plain else json.dumps(value, ensure_ascii=False)
    return json.dumps(value)
