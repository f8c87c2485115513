"""Fill the {placeholders} of a script: from the guide's figures, or as a blank for the reader."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

FIGURES = ("company", "role", "region", "level", "posted_low", "posted_high", "opening_ask", "target")
"""Placeholders that the guide fills."""

BLANKS = {
    "your_offer": "your offer",
    "your_number": "your number",
    "floor": "your floor",
    "rival_employer": "the other employer",
    "rival_offer": "their written offer",
    "current_pay": "your pay now",
    "left_behind": "what you leave behind",
    "deadline": "their deadline",
    "amount": "the amount",
    "proof": "your proof",
    "date": "the date",
}
"""Placeholders that only the reader can fill, and what the blank is called."""

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


class Part(NamedTuple):
    """A piece of a script: words to say, or a blank that the reader fills."""

    text: str
    blank: str | None = None


def names(script: str) -> list[str]:
    """The names of the placeholders in `script`, in order."""
    return _PLACEHOLDER.findall(script)


def fill(script: str, figures: Mapping[str, str]) -> tuple[Part, ...]:
    """Split `script` into words and blanks; a figure that is not known becomes a blank too."""
    if figures and any(name in figures for name in _pieces(script)[1::2]):
        return tuple(_parts(script, figures))
    return _blank(script)


def plain(parts: tuple[Part, ...]) -> str:
    """The script as text, blanks in square brackets."""
    return "".join(f"[{part.text}]" if part.blank else part.text for part in parts)


@lru_cache(maxsize=1024)
def _pieces(script: str) -> tuple[str, ...]:
    """Words and names of placeholders, by turns."""
    return tuple(_PLACEHOLDER.split(script))


@lru_cache(maxsize=1024)
def _blank(script: str) -> tuple[Part, ...]:
    """A script with no figures at hand, as many of the library are on each page."""
    return tuple(_parts(script, {}))


def _parts(script: str, figures: Mapping[str, str]) -> Iterator[Part]:
    words = ""
    for number, piece in enumerate(_pieces(script)):
        if number % 2 == 0:
            words += piece
        elif piece in figures:
            words += figures[piece]
        else:
            if words:
                yield Part(words)
            words = ""
            yield Part(BLANKS.get(piece, piece.replace("_", " ")), piece)
    if words:
        yield Part(words)
