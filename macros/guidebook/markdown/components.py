"""What a heading of a pay table says of its amounts: the part of pay, its kind, its years, its dollar."""

import re
from typing import Any

from guidebook.markdown.dollars import dollar_in

Axis = dict[str, Any]

_PARTS = (
    ("total", r"\btotal\b|\btc\b|\bote\b|\bpackage\b|\ball[- ]in\b|\boverall\b|\bctc\b"),
    ("sign_on", r"\bsign(?:ing)?[- ]?(?:on)?\b|\bjoining\b"),
    (
        "equity",
        (
            r"\bstock\b|\bequity\b|\brsus?\b|\boptions?\b|\bshares?\b|\bprofit[- ]shar|\bppus?\b|\bunits?\b"
            r"|\bgrants?\b|\btokens?\b|\bltip?\b|\blong[- ]term incentives?\b|\b[ev]sop\b|\bpsus?\b"
        ),
    ),
    ("bonus", r"\bbonus(?:es)?\b|\bvariable\b|\bcommission\b|\bincentives?\b|\bcarry\b"),
    ("base", r"\bbase\b|\bsalary\b|\bfixed\b"),
)  # fmt: skip
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
_FIRST_YEAR = re.compile(r"\b(?:yr|year|y)\s?1\b|\bfirst[- ]year\b|\b1st[- ]y(?:ea)?r\b", re.IGNORECASE)
_YEARS = re.compile(r"\b([1-9]|10)[\s-]?(?:yrs?|years?)\b", re.IGNORECASE)
_NOT_A_YEAR = re.compile(
    r"\b(?:hourly|daily|weekly|monthly)\b|(?:/|\bper |\ba )\s?(?:h|hr|hour|day|wk|week|mo|month)\b", re.IGNORECASE
)
"""A heading whose amounts are of less than a year, which no field holds: they stay words."""


def part_of(words: str) -> str | None:
    """The part of pay that a heading names; None where it names none, or more than one that differ.

    What stands in brackets counts only where the rest names none: `Variable (OTE)` is a bonus.
    """
    return _part_of(_BRACKETS.sub(" ", words)) or _part_of(words)


def _part_of(words: str) -> str | None:
    named = [name for name, rule in _PART_RULES if rule.search(words)]
    if not named:
        return None
    if named[0] in {"total", "sign_on"} or len(named) == 1:
        return named[0]
    if named[:1] == ["equity"]:
        both = re.search(r"\b(?:base|bonus|salary)\b", words, re.IGNORECASE)
        return None if both else "equity"
    return named[0] if named == ["bonus", "base"] and re.search(r"% of base|of base", words, re.IGNORECASE) else None


def component(words: str, name: str | None) -> Axis:
    """What a heading says of its amounts: what they are, of which kind, for how long."""
    if name is None or _NOT_A_YEAR.search(words):
        return {}
    axis: Axis = {"holds": name}
    if code := dollar_in(words):
        axis["currency"] = code
    if name == "equity":
        kinds = [kind for kind, rule in _KINDS if rule.search(words)]
        axis |= {"kind": kinds[0]} if kinds else {}
        years = _YEARS.search(words)
        axis |= {"years": int(years[1])} if years else {}
    if name == "total" and _FIRST_YEAR.search(words):
        axis["first_year"] = True
    return axis
