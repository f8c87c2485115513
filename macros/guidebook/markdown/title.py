"""Read the title of a guide: heading -> role, levels, company."""

import re
from dataclasses import dataclass

from guidebook.markdown.inline import plain
from guidebook.markdown.names import Names

FORM = "`### Role (Level) | Company Global Negotiation Guide`"
_GUIDE = re.compile(
    r"(?P<suffix>(?:(?:the|global|salary|compensation|pay|offer|complete|ultimate)\s+(?:(?:and|&)\s+)?)*"
    r"(?:negotiation|compensation|salary)\s+(?:guide|playbook|handbook))\b",
    re.IGNORECASE,
)
_CALLED = re.compile(r"guide|playbook|handbook", re.IGNORECASE)
_LINK = re.compile(r"\[([^\[\]]*)\]\([^()\s]*\)")
_ASIDE_OF_GUIDE = re.compile(r"\x00\s*[(\[][^()\[\]]*[)\]]\s*$")
_AFTER_GUIDE = re.compile(r"(.*\w.*)\x00.*")
"""What follows `Company Negotiation Guide` says which edition it is, as `: EMEA` does, and is no part of the name."""
_BAR = re.compile(r"\s*[|│｜]\s*")
_DASH = re.compile(r"\s*—\s*|\s+[–-]{1,2}\s+")
_AT = re.compile(r"\s+(?:at|@)\s+", re.IGNORECASE)
_WEAK = re.compile(r",\s+|:\s+")
_ODD_ENDS = " \t-–—|:·,*_#"
_YEAR = re.compile(
    r"[(\[]?\b(?:updated?:?\s+)?20[0-9]{2}(?:\s?[-–]\s?20[0-9]{2})?\b(?:\s+(?:edition|version|update)\b)?[)\]]?",
    re.IGNORECASE,
)
_LEVEL = re.compile(
    r"\s*[(\[](?P<level>[^()\[\]]*(?:\b[A-Z]{1,4}[- ]?[0-9]{1,2}[A-Za-z]?\b|\blevels?\b"
    r"|\b(?:entry|junior|mid|senior|staff|principal|lead"
    r"|director|vp|distinguished|fellow|associate|intern|manager|new grad|analyst)\b|\b[IV]{1,3}\b|\b[0-9]{1,3}\b)"
    r"[^()\[\]]*)[)\]]",
    re.IGNORECASE,
)
_SENIORITY = re.compile(
    r"[(\[](?:junior|senior|staff|principal|(?:[LEMP]|IC|SDE|MTS)-?[0-9]{1,2})\b[^()\[\]]*[)\]]", re.IGNORECASE
)
"""A level in brackets, as it stands after a role."""
_JOB = re.compile(
    r"\b(?:engineer|developer|programmer|architect|designer|scientist|researcher|analyst|manager|administrator"
    r"|specialist|consultant|technician|recruiter|accountant|strategist|engineering|sre|swe|sde)s?\s*$",
    re.IGNORECASE,
)
"""How the name of a role ends."""


@dataclass(frozen=True, slots=True)
class Title:
    """What a title says; `levels` is None where it names none."""

    words: str
    role: str
    company: str
    levels: str | None


def is_title(words: str) -> bool:
    """True where the words of a heading call the document a guide, or name a role and with a bar or `@` a company."""
    shown = plain(words)
    return is_of_guide(words) or _is_job_at(shown)


def is_of_guide(words: str) -> bool:
    """True where the words call the document a guide."""
    return _CALLED.search(words) is not None and _GUIDE.search(plain(words)) is not None


def _is_job_at(words: str) -> bool:
    sides = re.split(r"\s+[|│｜@]\s+", words)
    return len(sides) == 2 and _is_job(sides[0]) and bool(re.search(r"\w", sides[1])) and not _is_job(sides[1])


def _is_job(words: str) -> bool:
    return _JOB.search(_LEVEL.sub("", words).strip(_ODD_ENDS)) is not None


def _is_role(words: str) -> bool:
    return _is_job(words) or _SENIORITY.search(words) is not None


def read(words: str, names: Names) -> Title | None:
    """Read the title; None where role and company cannot be told apart without guessing."""
    shown = plain(words)
    rest = _YEAR.sub(" ", _GUIDE.sub(" \x00 ", plain(_LINK.sub(r"\1", words))))
    rest = _ASIDE_OF_GUIDE.sub("\x00", rest)
    for separator in (_BAR, _DASH, _AT):
        split = separator.split(rest)
        pieces = [_trimmed(_AFTER_GUIDE.sub("\\1\x00", piece), names) for piece in split]
        is_first = split[0].endswith("\x00") and bool(pieces[0]) and not names.role(pieces[0])
        pieces = [piece for piece in pieces if piece]
        if len(pieces) >= 2:
            role, company = _sides(pieces, names, is_dash=separator is _DASH, is_first=is_first)
            return _title(shown, role, company, names) if role and company else None
    role, _, company = (_trimmed(piece, names) for piece in rest.partition(":"))
    if company and _is_job(role) and not _is_job(company):
        return _title(shown, role, company, names)
    return _by_known_company(shown, rest, names)


def _by_known_company(shown: str, rest: str, names: Names) -> Title | None:
    """`Role, Company` and `Company: Role`, which could be one role: read only where one end is a known company."""
    pieces = [piece for piece in (_trimmed(piece, names) for piece in _WEAK.split(rest)) if piece]
    first, last = (names.company(pieces[at]) if pieces else None for at in (0, -1))
    if len(pieces) < 2 or bool(first) is bool(last):
        return None
    role, company = (pieces[1:], pieces[0]) if first else (pieces[:-1], pieces[-1])
    return _title(shown, ", ".join(role), company, names)


def _sides(pieces: list[str], names: Names, *, is_dash: bool, is_first: bool) -> tuple[str, str]:
    """Role and company, which comes last unless something shows that it comes first.

    That is: the guide is called its own, only the first is a known one, or only the last is called as roles are.
    """
    first, last = pieces[0], pieces[-1]
    joint = " - " if is_dash else " | "
    is_turned = _is_role(last) and not _is_role(first) and not names.company(last)
    if is_first or is_turned or (names.company(first) and not names.company(last)):
        return joint.join(pieces[1:]), first
    return joint.join(pieces[:-1]), last


def _title(shown: str, role: str, company: str, names: Names) -> Title | None:
    levels = _LEVEL.search(role)
    name = _trimmed(role[: levels.start()] + " " + role[levels.end() :], names) if levels else role
    name, company = " ".join(name.split()), " ".join(company.split())
    if not re.search(r"\w", name) or not re.search(r"\w", company):
        return None
    return Title(shown, name, company, levels["level"].strip() if levels else None)


def _trimmed(piece: str, names: Names) -> str:
    """The piece without marks at its ends, and without the `'s` of a company that is known by its name without it."""
    piece = piece.replace("\x00", " ").strip(_ODD_ENDS)
    without = re.sub(r"[’']s$", "", piece)
    piece = without if names.company(without) and not names.company(piece) else piece
    return re.sub(r"^[^\w(]+|[^\w)+.!]+$", "", piece).strip()
