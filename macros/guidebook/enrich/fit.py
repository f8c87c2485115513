"""Fit text into the lines of a printed column, by the widths of its letters.

Widths are those of DejaVu Sans, the widest of the fonts that a sheet may be printed in, so that a text
which fits here fits in Arial, Helvetica or Liberation Sans too. Units are thousandths of the type's size.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

_ASCII = (
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636, 636, 636, 636, 636,
    636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295, 656, 557, 863,
    748, 787, 603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500, 500, 613, 635, 550, 635,
    615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636,
    337, 636, 838,
)  # fmt: skip
_OTHERS = {"–": 500, "…": 1000, "’": 318, "“": 518, "”": 518, "£": 636, "€": 636, "₹": 636, "·": 318}
_WIDE = 1000
_BLANK = 6000
"""The width of a blank that the reader fills."""

COLUMN = 27_400
"""The width of a list in a column of the sheet on A4."""

_BLANK_OR_LETTER = re.compile(r"\{[^{}]*\}|.", re.DOTALL)
_SENTENCE_END = re.compile(r"(?<=[.?!])\s+(?=[A-Z\"“{$£€₹])")
_CLAUSE_END = re.compile(r"[;:]\s|,\s(?=(?:and|or|but|so)\s)")
CONDITION = re.compile(r"(?:If|When|While|As|Since|Because|Although)\b")
"""How a sentence begins that does not stand alone once it is cut."""


def sentences(text: str) -> list[str]:
    """The sentences of `text`, in order."""
    return _SENTENCE_END.split(text)


@lru_cache(maxsize=65_536)  # a site has few different words, and each guide measures some hundreds
def width_of(text: str) -> int:
    """The width of `text` on one line; a {blank} has that of its rule."""
    return sum(_letter(part) if len(part) == 1 else _BLANK for part in _BLANK_OR_LETTER.findall(text))


@lru_cache(maxsize=2048)
def lines(text: str, width: int) -> int:
    """How many lines of `width` thousandths of the type's size `text` takes, broken at spaces."""
    count, left = 1, width
    for word in text.split():
        size = width_of(word)
        if size <= left:
            left -= size + _ASCII[0]
            continue
        count += 1 + max(size - 1, 0) // width if left != width else max(size - 1, 0) // width
        left = width - size % width - _ASCII[0]
    return count


@lru_cache(maxsize=2048)
def fitted(text: str, width: int, most: int) -> str:
    """`text` where it takes at most `most` lines; else its first sentences, a clause, or words and an ellipsis."""
    if lines(text, width) <= most:
        return text
    whole = _longest(_beginnings(sentences(text), " "), width, most)
    if whole:
        return whole
    first = sentences(text)[0]
    return clause(first, width, most) or trimmed(first, width, most)


@lru_cache(maxsize=2048)
def trimmed(text: str, width: int, most: int = 1) -> str:
    """`text` where it takes at most `most` lines; else as many of its words as fit, and an ellipsis."""
    if lines(text, width) <= most:
        return text
    shortened = (words.rstrip(" ,;:(") + "…" for words in _beginnings(text.split(), " "))
    return _longest(shortened, width, most) or "…"


def clause(sentence: str, width: int, most: int) -> str:
    """The clauses that `sentence` begins with, as many as fit; nothing where it begins with a condition."""
    if CONDITION.match(sentence):
        return ""
    mark = sentence[-1] if sentence[-1] in ".?!" else ""
    ends = [found.start() for found in _CLAUSE_END.finditer(sentence)]
    return _longest((sentence[:end] + mark for end in ends), width, most)


def pointed(text: str, needle: str, width: int, most: int) -> str:
    """`text` where it fits; else the sentence that holds `needle`, or its beginning where none does."""
    if lines(text, width) <= most or not needle:
        return fitted(text, width, most)
    return fitted(next((sentence for sentence in sentences(text) if needle in sentence), text), width, most)


def beside(words: str) -> int:
    """The room that `words`, in bold at the end of a line, leave on it."""
    return COLUMN - width_of(words) * 23 // 20 - 1_500


def typeset(words: str) -> str:
    """Apostrophes as printers set them: one byte less than their escapes take."""
    return words.replace("'", "’")


def _beginnings(parts: list[str], between: str) -> Iterator[str]:
    return (between.join(parts[:count]) for count in range(1, len(parts) + 1))


def _longest(candidates: Iterator[str], width: int, most: int) -> str:
    """The last of ever longer candidates that fits, or nothing."""
    found = ""
    for candidate in candidates:
        if lines(candidate, width) > most:
            break
        found = candidate
    return found


@cache
def _letter(letter: str) -> int:
    plain = unicodedata.normalize("NFD", letter)[0]
    if " " <= plain <= "~":
        return _ASCII[ord(plain) - 32]
    return _OTHERS.get(plain, _WIDE)
