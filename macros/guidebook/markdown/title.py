"""Read the title of a guide: heading -> role, levels, company."""

import re
from dataclasses import dataclass

from guidebook.markdown.inline import plain
from guidebook.markdown.names import Names

FORM = "`### Role (Level) | Company Global Negotiation Guide`"
_GUIDE = re.compile(
    r"(?P<suffix>(?:(?:the|global|salary|compensation|pay|offer|complete|ultimate)\s+(?:and\s+)?)*"
    r"(?:negotiation|compensation|salary)\s+guide)\b",
    re.IGNORECASE,
)
_BAR = re.compile(r"\s*[|│｜]\s*")
_DASH = re.compile(r"\s*—\s*|\s+[–-]{1,2}\s+")
_AT = re.compile(r"\s+(?:at|@)\s+", re.IGNORECASE)
_ODD_ENDS = " \t-–—|:·,*_#"
_YEAR = re.compile(r"\(?\b20[0-9]{2}(?:\s?[-–]\s?20[0-9]{2})?\b\)?")
_LEVEL = re.compile(
    r"\s*[(\[](?P<level>[^()\[\]]*(?:\b[A-Z]{1,4}[- ]?[0-9]{1,2}[A-Za-z]?\b|\blevels?\b"
    r"|\b(?:entry|junior|mid|senior|staff|principal|lead"
    r"|director|vp|distinguished|fellow|associate|intern|manager|new grad|analyst)\b|\b[IV]{1,3}\b|\b[0-9]{1,3}\b)"
    r"[^()\[\]]*)[)\]]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Title:
    """What a title says; `levels` is None where it names none."""

    words: str
    role: str
    company: str
    levels: str | None


def is_title(words: str) -> bool:
    """True where the words of a heading call the document a guide."""
    return _GUIDE.search(plain(words)) is not None


def read(words: str, names: Names) -> Title | None:
    """Read the title; None where role and company cannot be told apart without guessing."""
    shown = plain(words)
    rest = _YEAR.sub(" ", _GUIDE.sub(" \x00 ", shown))
    for separator in (_BAR, _DASH, _AT):
        pieces = [_trimmed(piece) for piece in separator.split(rest)]
        pieces = [piece for piece in pieces if piece]
        if len(pieces) >= 2:
            role, company = _sides(pieces, names, is_dash=separator is _DASH)
            return _title(shown, role, company) if role and company else None
    return None


def _sides(pieces: list[str], names: Names, *, is_dash: bool) -> tuple[str, str]:
    """Role and company, which comes last unless only the first is a company that is known."""
    first, last = pieces[0], pieces[-1]
    joint = " - " if is_dash else " | "
    if names.company(first) and not names.company(last):
        return joint.join(pieces[1:]), first
    return joint.join(pieces[:-1]), last


def _title(shown: str, role: str, company: str) -> Title | None:
    levels = _LEVEL.search(role)
    name = _trimmed(role[: levels.start()] + " " + role[levels.end() :]) if levels else role
    name, company = " ".join(name.split()), " ".join(company.split())
    if not re.search(r"\w", name) or not re.search(r"\w", company):
        return None
    return Title(shown, name, company, levels["level"].strip() if levels else None)


def _trimmed(piece: str) -> str:
    piece = piece.replace("\x00", " ").strip(_ODD_ENDS)
    piece = re.sub(r"[’']s$", "", piece)
    return re.sub(r"^[^\w(]+|[^\w)+.!]+$", "", piece).strip()
