"""Resolve links by reference: `[words][1]` becomes a link where a line `[1]: https://...` says where to."""

import re
from collections.abc import Iterable

from guidebook.markdown.inline import is_link

_DEFINED = re.compile(r"\s{0,3}\[(?P<name>[^\[\]^][^\[\]]*)\]:\s*<?(?P<address>https://[^\s<>]+)>?")
_USED = re.compile(r"(?<![\\!])\[(?P<words>[^\[\]]+)\]\[(?P<name>[^\[\]]*)\]")


def resolved(texts: Iterable[str]) -> list[str]:
    """The lines with a link in the place of each reference that the file defines; its name stands after it."""
    lines = list(texts)
    known = {
        found["name"].casefold(): found["address"]
        for found in map(_DEFINED.match, lines)
        if found and is_link(found["address"])
    }

    def link(found: re.Match[str]) -> str:
        address = known.get((found["name"] or found["words"]).casefold())
        if not address:
            return found[0]
        return f"[{found['words']}]({address})" + (f" [{found['name']}]" if found["name"] else "")

    return [_USED.sub(link, line) if known and "][" in line else line for line in lines]
