"""Read what a table calls a level: one of this site's where its words say no other rank, else the words themselves."""

import re
from typing import Any

from guidebook.evidence.titles import level_of

Axis = dict[str, Any]

LEVEL_WORDS = re.compile(
    r"\b[A-Z]{1,4}[- ]?[0-9]{1,2}[A-Za-z]?\b|\b(?:entry|junior|mid|senior|staff|principal|lead|director|vp"
    r"|distinguished|fellow|associate|new grad|intern|manager)\b|\b[IV]{1,3}\b",
    re.IGNORECASE,
)  # fmt: skip
_ONE = (
    r"(?:[A-Z]{1,3}-?[0-9]{1,2}|Junior|Senior|Staff|Principal|Mid|Lead|Entry|Associate|Director|Manager|VP|Graduate"
    r"|Distinguished|Fellow)"
)
_PLACE_AND_LEVEL = re.compile(
    rf"(?P<place>.+?)\s*(?:\s[-–—/|]\s|,\s|\()\s*"
    rf"(?P<level>{_ONE}(?:(?:\s?[-–—/+&]\s?|\s){_ONE})*(?:[ -][\w-]+|\s\([^()]*\))?)\)?"
)
_OTHER_RANK = re.compile(
    r"\b(?:director|head|vp|vice|president|partner|counsel|chief|fellow|officer|controller|accountant|attorney|nurse"
    r"|clerk|assistant|surgeon|pilot)\b"
    r"|(?<!product )(?<!program )(?<!project )(?<!engineering )(?<!account )\bmanager\b"
    r"|\b(?:non|sub|pre|post|below|above|under|over|former)\b|\+",
    re.IGNORECASE,
)
"""Words by which a level's name is of another level: `Associate Director` is no associate."""


def level(words: str) -> Axis:
    """The level that the words name: one of this site's, else the words themselves."""
    found = "unstated" if _OTHER_RANK.search(words) else level_of(words)
    if found != "unstated":
        return {"level": found}
    return {"grade": words} if re.search(r"\w", words) else {}


def place_and_level(words: str) -> tuple[str, str]:
    """Place and level of a cell that holds both, as `SF — L4`; else the cell and nothing."""
    found = _PLACE_AND_LEVEL.fullmatch(words)
    if not found or re.search(r"\b(?:tier|zone)\b", words, re.IGNORECASE):
        return words, ""
    return found["place"], found["level"]


def told_apart(axes: list[Axis], words: list[str]) -> list[Axis]:
    """The axes with their own words in the place of a level that another of the same place has by other words."""

    def key(axis: Axis) -> tuple[Any, ...]:
        return axis.get("level"), *axis.get("regions", ())

    said: dict[tuple[Any, ...], set[str]] = {}
    for axis, own in zip(axes, words, strict=True):
        said.setdefault(key(axis), set()).add(own)
    return [
        {**{name: value for name, value in axis.items() if name != "level"}, "grade": own}
        if axis.get("level") and own and len(said[key(axis)]) > 1
        else axis
        for axis, own in zip(axes, words, strict=True)
    ]
