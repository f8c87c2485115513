"""Make the site's own scripts and styles small: no comments, no idle space, short local names, parts in one file."""

import re
from functools import lru_cache
from pathlib import Path

import minify

_KINDS = {".js": "application/javascript", ".css": "text/css"}
_IMPORT = re.compile(r'^@import "([^"/]+)";$', re.MULTILINE)


def is_code(path: Path) -> bool:
    """True for a script or a style."""
    return path.suffix in _KINDS


def shrunk(path: Path) -> str:
    """The text of a script or a style, smaller, with the files beside it that it imports in their places."""
    text = path.read_text(encoding="utf-8")
    return _small(_KINDS[path.suffix], _IMPORT.sub(lambda found: shrunk(path.parent / found[1]), text))


@lru_cache(maxsize=128)
def _small(kind: str, text: str) -> str:
    return str(minify.string(kind, text))
