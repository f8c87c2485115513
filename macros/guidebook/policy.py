"""Finish the Content-Security-Policy of a page: its own inline scripts are allowed by their hashes, and no others."""

import base64
import hashlib
import re

PLACE = "'inline-scripts'"
"""What the theme writes where the hashes belong, which only the finished page gives."""

_INLINE_SCRIPT = re.compile(r"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", re.DOTALL)


def with_hashes(html: str) -> str:
    """The page with the hashes of its inline scripts in its policy."""
    hashes = {_hash(script) for script in _INLINE_SCRIPT.findall(html) if script}
    return html.replace(PLACE, " ".join(sorted(hashes)))


def _hash(script: str) -> str:
    digest = hashlib.sha256(script.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
