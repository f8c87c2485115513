"""Make the site's own scripts and styles small: no comments, no idle space, short local names, parts in one file."""

import json
import re
from functools import lru_cache
from pathlib import Path

import minify

from guidebook.slim import slim

_KINDS = {".js": "application/javascript", ".css": "text/css"}
_IMPORT = re.compile(r'^@import "([^"/]+)";$', re.MULTILINE)
_MARKUP = re.compile(r'"@import ([^"/]+\.html)"')
_IDLE_SPACE = re.compile(r"(?<=>)\s+(?=<)|\s*\n\s*")


def is_code(path: Path) -> bool:
    """True for a script or a style."""
    return path.suffix in _KINDS


def shrunk(path: Path) -> str:
    """The text of a script or a style, smaller, with the files beside it that it imports in their places."""
    text = path.read_text(encoding="utf-8")
    text = _IMPORT.sub(lambda found: shrunk(path.parent / found[1]), text)
    return _small(_KINDS[path.suffix], _MARKUP.sub(lambda found: json.dumps(_markup(path.parent / found[1])), text))


def _markup(path: Path) -> str:
    """The markup that a script puts into the page, on one line."""
    text = slim(path.read_text(encoding="utf-8"))
    return _IDLE_SPACE.sub(lambda found: " " if found.start() and text[found.start() - 1] != ">" else "", text).strip()


@lru_cache(maxsize=128)
def _small(kind: str, text: str) -> str:
    return str(minify.string(kind, text))
