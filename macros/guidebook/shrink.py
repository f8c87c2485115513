"""Make the site's own scripts and styles small: no comments, no idle space, short local names."""

from functools import lru_cache

import minify

_KINDS = {".js": "application/javascript", ".css": "text/css"}


@lru_cache(maxsize=128)
def shrink(path: str, text: str) -> str:
    """The text of the file at `path`, smaller where it is a script or a style, else as it was."""
    kind = next((kind for ending, kind in _KINDS.items() if path.endswith(ending)), None)
    return str(minify.string(kind, text)) if kind else text
