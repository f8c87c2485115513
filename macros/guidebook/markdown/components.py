"""What a heading of a pay table says of its amounts: the part of pay, its kind, its years, its dollar."""

import re
from typing import Any

from guidebook.markdown import grades
from guidebook.markdown.dollars import dollar_in
from guidebook.spans import UNCLEAR, years_of

Axis = dict[str, Any]

_PARTS = (
    ("total", r"\btotal\b|\btc\b|\bote\b|\ball[- ]in\b|\boverall\b|\bctc\b|\bpackage\b(?! (?:[a-d]|[1-9])\b)"),
    ("sign_on", r"\bsign(?:ing)?[- ]?(?:on)?\b|\bjoining\b"),
    (
        "equity",
        (
            r"\bstock\b|\bequity\b|\brsus?\b|\boptions?\b(?! (?:[a-d]|[1-9]|one|two|three)\b)|\bshares?\b"
            r"|\bprofit[- ]shar|\bppus?\b|\bunits?\b"
            r"|\bgrants?\b|\btokens?\b|\bltip?\b|\blong[- ]term incentives?\b|\b[ev]sop\b|\bpsus?\b"
        ),
    ),
    ("bonus", r"\bbonus(?:es)?\b|\bvariable\b|\bcommission\b|\bincentives?\b|\bcarry\b"),
    ("base", r"\bbase\b|\bsalary\b|\bfixed\b"),
)  # fmt: skip
_QUALIFYING = re.compile(r"\b(?:total|overall|package)\b", re.IGNORECASE)
"""Words that may be of one part alone, as in `Total Equity`."""
_WHOLE = re.compile(
    r"\b(?:tc|ote|ctc|all[- ]in)\b|\b(?:total|overall)(?: (?:annual|yearly|target|direct|on[- ]target|gross|est\.?))*"
    r" (?:comp|compensation|cash|pay|salary|package|rewards?|remuneration|earnings)\b|\b(?:salary|pay) package\b",
    re.IGNORECASE,
)
"""What is of all parts, whatever else the heading names."""
_OTHER_THINGS = re.compile(
    r"\b(?:price|strike|409a|valuation|fmv|headcount|budget)\b|\bper (?:share|unit)\b"
    r"|\b(?!(?:total|overall|full|whole|annual|yearly|comp|compensation|pay|salary|equity|stock|cash|bonus|base"
    r"|target|remuneration|all-in)\b)[a-z]+ package\b",
    re.IGNORECASE,
)
"""What is no part of a year's pay, though it is called like one: a share's price, a relocation package."""
_TWO_PARTS = re.compile(
    r"\b(?:base|salary|fixed)\s?[/|]\s?(?:ote|tc|total)\b|\b(?:ote|tc|total)\s?[/|]\s?(?:base|salary|fixed)\b",
    re.IGNORECASE,
)
"""A heading over two amounts, of base and of all parts."""
_POINT = re.compile(
    r"\b(?:low(?:er)?|high(?:er)?|min(?:imum)?|max(?:imum)?|median|mid(?:point)?|p?(?:25|50|75|90)(?:th)?)\b",
    re.IGNORECASE,
)
"""A point of a range."""
_SIGN_ON_ALONE = re.compile(r"\(\s*sign(?:ing)?[- ]?(?:on)?(?: bonus)?\s*\)", re.IGNORECASE)
_WITH = re.compile(r"\b(?:incl(?:uding|\.)?|with|plus|and)\b|[+&/]", re.IGNORECASE)
_BRACKETS = re.compile(r"\([^()]*\)")
_PART_RULES = tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in _PARTS)
_KINDS = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        ("double-trigger-rsu", r"double[- ]trigger"),
        ("rsu", r"\brsus?\b"),
        ("profit-share", r"profit[- ]shar"),
        ("profit-units", r"\bppus?\b|profit (?:participation )?units?"),
        ("options", r"\b(?:stock )?options?\b|\bisos?\b|\bnsos?\b"),
        ("phantom", r"\bphantom\b"),
    )
)
_RANK = re.compile(
    r"[A-Z]{1,4}-?[0-9]{1,2}\b|(?:Junior|Mid|Senior|Staff|Principal|Lead|Entry|Associate|Director|Manager|VP)\b",
    re.IGNORECASE,
)
"""A level that a heading begins with."""
_SIDE = re.compile(
    r"\b(?:current|today|offer(?:ed)?|negotiated|target|asking|counter|market|competitors?|20[0-9]{2})\b", re.IGNORECASE
)
"""Whose an amount is, or of when, where two columns of one part stand side by side."""
_CASH = re.compile(r"\bcash\b", re.IGNORECASE)
_AVERAGE = re.compile(r"\b(?:avg|average|mean|annuali[sz]ed)\b", re.IGNORECASE)
_ANNUALIZED = re.compile(r"\bannuali[sz]ed\b", re.IGNORECASE)
_OTHER_YEAR = re.compile(
    r"\b(?:yrs?|years?|y)\s?(?:[2-9]|1\s?[-\u2013\u2014]\s?[2-9])\b|\b(?:second|third|fourth|2nd|3rd|4th)[- ]year\b",
    re.IGNORECASE,
)
"""A year that is not the first, or several of them."""
_FIRST_YEAR = re.compile(r"\b(?:yr|year|y)\s?1\b|\bfirst[- ]year\b|\b1st[- ]y(?:ea)?r\b", re.IGNORECASE)
_NOT_A_YEAR = re.compile(
    r"\b(?:hourly|daily|weekly|monthly)\b|(?:/|\bper |\ba )\s?(?:h|hr|hour|day|wk|week|mo|month)\b", re.IGNORECASE
)
"""A heading whose amounts are of less than a year, which no field holds: they stay words."""


def part_of(words: str) -> str | None:
    """The part of pay that a heading names; None where it names none, or more than one that differ.

    What stands in brackets counts where the rest names none: `Variable (OTE)` is a bonus. It counts, too, where it
    is all that the brackets hold and narrows the rest, as in `Bonus (Sign-On)`.
    """
    named = _part_of(_BRACKETS.sub(" ", words))
    if named in {"base", "bonus"}:
        inside = {_part_of(aside) for aside in _BRACKETS.findall(words)}
        if named == "bonus" and "sign_on" in inside:
            return "sign_on" if _SIGN_ON_ALONE.search(words) else None if _WITH.search(words) else named
        return None if named == "base" and "total" in inside else named
    return named or _part_of(words)


def is_of_two_parts(words: str) -> bool:
    """True for a heading like `Base / OTE`, whose cells hold two amounts."""
    return _TWO_PARTS.search(words) is not None


def _part_of(words: str) -> str | None:
    if _OTHER_THINGS.search(words) or is_of_two_parts(words):
        return None
    named = [name for name, rule in _PART_RULES if rule.search(words)]
    if not named:
        return None
    if named[0] == "total" and len(named) > 1 and not _WHOLE.search(words):
        return _part_of(_QUALIFYING.sub(" ", words)) or "total"
    if named[0] in {"total", "sign_on"} or len(named) == 1:
        return named[0]
    if named[:1] == ["equity"]:
        both = re.search(r"\b(?:base|bonus|salary)\b", words, re.IGNORECASE)
        return None if both else "equity"
    return named[0] if named == ["bonus", "base"] and re.search(r"% of base|of base", words, re.IGNORECASE) else None


def component(words: str, name: str | None) -> Axis:
    """What a heading says of its amounts: what they are, of which kind, for how long."""
    years = 1 if _ANNUALIZED.search(words) else years_of(words)
    if name is None or _NOT_A_YEAR.search(words) or _is_of_other_years(words, name, years):
        return {}
    axis: Axis = {"holds": name}
    if code := dollar_in(words):
        axis["currency"] = code
    if name == "equity":
        kinds = [kind for kind, rule in _KINDS if rule.search(words)]
        axis |= {"kind": kinds[0]} if kinds else {}
        axis |= {"years": years} if (years or 1) > 1 else {}
    if name == "total" and _FIRST_YEAR.search(words) and not _AVERAGE.search(words):
        axis["first_year"] = True
    return axis


def components(heads: list[str], held: list[str | None]) -> list[Axis]:
    """What each heading of a row says; of two columns of one part the first holds it, of a range's ends none.

    Where every column of such a part names a level, as `L4 Base` and `L5 Base` do, each holds it for its own.
    """
    if of_levels := _of_levels(heads, held):
        return of_levels
    found: list[Axis] = []
    for words, name in zip(heads, held, strict=True):
        alike = [head for head, other in zip(heads, held, strict=True) if other and other == name]
        is_end = (len(alike) > 1 and any(map(_POINT.search, alike))) or _is_of_another_time(words, name, alike)
        is_second = name in [axis.get("holds") for axis in found]
        found.append({} if is_end or is_second else component(words, name))
    return found


def _of_levels(heads: list[str], held: list[str | None]) -> list[Axis] | None:
    """The headings of a part and a level each; None where a part stands once, or a heading names no level."""
    parts = [name for name in held if name]
    if len(set(parts)) == len(parts):
        return None
    found: list[Axis] = []
    for words, name in zip(heads, held, strict=True):
        grade = _RANK.match(words)
        if name and not grade:
            return None
        axis = component(words, name)
        found.append(axis | grades.level(grade[0]) if axis and grade else {})
    keys = [(axis["holds"], axis.get("level"), axis.get("grade")) for axis in found if axis]
    return found if len(set(keys)) == len(keys) else None


def _is_of_another_time(words: str, name: str | None, alike: list[str]) -> bool:
    """True where columns of base or total are of several years or sides, and for a total in cash beside one of all."""
    if name not in {"base", "total"} or len(alike) < 2:
        return False
    if any(map(_SIDE.search, alike)):
        return True
    return bool(_CASH.search(words)) and not all(map(_CASH.search, alike))


def _is_of_other_years(words: str, name: str, years: int | None) -> bool:
    """True for amounts that no field holds: the sum of several years, or the second year's."""
    if _AVERAGE.search(words):
        return False
    return (
        bool(_OTHER_YEAR.search(words))
        or (name != "sign_on" and years == UNCLEAR)
        or (name in {"base", "bonus", "total"} and (years or 1) > 1)
    )
