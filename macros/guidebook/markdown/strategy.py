"""Read amounts of a text as ask, acceptance and floor, where the text itself says which and in which unit."""

import re
from dataclasses import dataclass, replace
from typing import Any

from guidebook import cells
from guidebook.markdown import offers
from guidebook.money import Money, MoneyError, parse, text

_AMOUNT = re.compile(
    r"(?P<amount>(?:[A-Z]{1,3}\$|[$£€₹]|\b[A-Z]{3}\s)\s?[0-9][0-9,]*(?:\.[0-9]+)?\s?(?:[KM]\b|L\b|Cr\b)?\+?"
    r"(?:\s?[-–]\s?(?:(?:[A-Z]{1,3}\$|[$£€₹]|[A-Z]{3}\s)\s?[0-9][0-9,]*(?:\.[0-9]+)?\s?(?:[KM]\b|L\b|Cr\b)?"
    r"|[0-9][0-9,]*(?:\.[0-9]+)?\s?(?:[KM]\b|L\b|Cr\b))\+?)?)"
    r"(?!\s?[0-9]|(?:\s?(?:base|salary|gross))?\s?(?:/|per\b|an?\b)\s?(?:h(?:ou)?r|day|wk|week|mo|month|night|shift)\b"
    r"|\s?(?:hourly|daily|weekly|monthly)\b)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"\bbetween\s+(?P<low>(?:[A-Z]{1,3}\$|[$£€₹])\s?[0-9][0-9,.]*[KML]?)\s+and\s+(?=(?:[A-Z]{0,3}[$£€₹])?[0-9])"
)
"""`between $240K and $260K` is a range, as `$240K–$260K` is."""
_UNITS = (
    ("profit_share", re.compile(r"\bprofit[- ]shar", re.IGNORECASE)),
    ("sign_on", re.compile(r"\bsign[- ]?on\b|\bsigning\b", re.IGNORECASE)),
    ("total", re.compile(r"\btotal\b|\bTC\b|\ball[- ]in\b|\bpackage\b|\bcomp\b|\bOTE\b", re.IGNORECASE)),
    ("base", re.compile(r"\bbase\b|\bsalary\b", re.IGNORECASE)),
    ("equity", re.compile(r"\bequity\b|\bRSUs?\b|\bstock\b|\boptions?\b|\bgrant\b", re.IGNORECASE)),
    ("bonus", re.compile(r"\bbonus\b", re.IGNORECASE)),
)
_FLOOR = (
    r"\bfloor\b|\bwalk(?:ing)?[- ]?away\b"
    r"|\b(?:minimum|lowest)(?: acceptable)?\b(?! (?:I|they|we|anyone))|\bbottom line\b"
    r"|\b(?:not|never|won['’]t|can['’]?t|cannot|couldn['’]t|wouldn['’]t|don['’]t|no)\s+(?:\w+\s+){0,3}?"
    r"(?:below|under|less than|lower than)\b"
    r"|\b(?:anything|nothing|walk(?: away)?) (?:below|under|less than)\b|^\W*(?:below|under)\b"
)
_TARGET = r"\baccept(?:ing|able)?\b|\bsettle\b|\bsign (?:today )?(?:at|for)\b|\bland (?:at|on)\b"
_ASK = (
    r"\bask(?:ing|s)?\b|\bto join\b|\bjoin (?:at|for)\b|\blooking for\b|\bneeds?\b|\bopen (?:at|with)\b|\bopening\b"
    r"|\bcounter(?:ing)?\b|\bI want\b"
    r"|\bI(?:'d|’d| would) (?:like|want)\b(?! (?:you )?to (?!join\b|be\b|ask for\b|move from\b))"
    r"|\brequest(?:ing)?\b"
    r"|\bpropos(?:e|ing)\b|\banchor\b|\bpush for\b"
)
_CUES = tuple(
    (name, re.compile(pattern, re.IGNORECASE))
    for name, pattern in (("floor", _FLOOR), ("target", _TARGET), ("ask", _ASK), ("aim", r"\btarget(?:ing)?\b"))
)
_THEY = re.compile(
    r"\b(?:they|recruiters?|HR|the company|the employer|candidates|others)\s+(?:(?!I\b)\w+\s+){0,3}$", re.IGNORECASE
)
_THEIR, _OPENING = re.compile(r"\b(?:their|your)\s+$", re.IGNORECASE), re.compile(r"opening\b", re.IGNORECASE)
"""What the other side does or says is no ask of the reader's."""
_NOT_MEANT = re.compile(r"(?:\bnot|\bnever|n['’]t)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_OF_OTHERS = re.compile(r"\b(?:their|your|its|band|range|[\w]+['’]s)\s+(?:\w+\s+){0,1}$", re.IGNORECASE)
_OF_THE_BAND = re.compile(r"\s+(?:of|for|in)\s+(?:(?:the|their|your|this)\b|\w*[0-9])", re.IGNORECASE)
_NO_NUMBER_OF_ITS_OWN = re.compile(
    r"\b(?:my|their|your|our)\s+(?:\w+\s+)?$|\b(?:above|over|on top of|more than|beyond|match|revisit"
    r"|midpoint of|(?:top|bottom|middle|end|half)"
    r" of)\s+(?:the\s+|your\s+)?$|\b(?:another|extra|additional|by)\s+$|\b(?:bump|increase|raise|uplift)\s+of\s+$"
    r"|\b(?:make|earn|currently|current|paid|tops(?: out)? at|band (?:is|goes|runs|starts|ends))\b",
    re.IGNORECASE,
)
"""Before an amount: it is what somebody has or offers now, or what comes on top of that."""
_ON_TOP = re.compile(
    r"\s*(?:(?:that\s+)?(?:you\s+)?offer(?:ed)?|on the table|range|more|higher|above|over|extra|on top|bump|increase"
    r"|raise|uplift)\b",
    re.IGNORECASE,
)
_FROM = re.compile(r"\bfrom\s+$", re.IGNORECASE)
_MOVE = re.compile(r"\b(?:mov|go|get|rais|increas|bring|lift|bump)\w*\b", re.IGNORECASE)
_ANOTHER_PART = re.compile(r"[,:—–]|\b(?:so|and|but|with|then)\b", re.IGNORECASE)
_CLAUSE = re.compile(r"(?:[^.;!?\n]|\.(?=\d))+")


@dataclass(frozen=True, slots=True)
class Stated:
    """One amount with what the text calls it."""

    cue: str
    unit: str | None
    amount: str


def stated(words: str, known: offers.Known) -> list[Stated]:
    """The amounts that the text calls an ask, an acceptance or a floor; what an offer claims is left out.

    A target is the number to hope for where an ask stands beside it, else the ask.
    """
    found: list[Stated] = []
    for whole in _CLAUSE.findall(_BETWEEN.sub(r"\g<low>–", words)):
        clause = offers.tail_of(whole, known)
        cues = _cues(clause)
        if not cues:
            continue
        amounts = list(_AMOUNT.finditer(clause))
        for number, match in enumerate(amounts):
            cue = _cue_of(clause, cues, amounts, number)
            end = amounts[number + 1].start() if number + 1 < len(amounts) else len(clause)
            unit = _unit(clause[match.end("amount") : min(end, match.end("amount") + 30)], clause[: match.start()])
            if cue and (amount := _money(match["amount"])):
                found.append(Stated(cue, unit, amount))
    aim = "target" if any(item.cue == "ask" and item.unit for item in found) else "ask"
    return [replace(item, cue=aim) if item.cue == "aim" else item for item in found]


def fields(words: str, known: offers.Known) -> tuple[dict[str, Any], list[str]]:
    """The strategy's fields that the text states with their unit, and the amounts that stay text alone."""
    found = stated(words, known)
    if len({_currency(item) for item in found}) > 1:  # one place each, and a strategy is of one
        return {}, [f"{item.cue} {item.amount}, in one of several currencies" for item in found]
    asks = [item for item in found if item.cue == "ask" and item.unit]
    unit = next((item.unit for item in asks if item.unit in {"base", "total"}), None)
    if unit is None:
        unit = next((item.unit for item in found if item.unit in {"base", "total"}), None)
    made: dict[str, Any] = {"unit": unit} if unit else {}
    also: dict[str, str] = {}
    for item in asks:
        if item.unit == unit:
            made.setdefault("ask", item.amount)
        elif item.unit:
            also.setdefault(item.unit, item.amount)
    for cue in ("target", "floor"):
        own = next((item for item in found if item.cue == cue and unit and item.unit == unit), None)
        made |= {cue: own.amount} if own else {}
    left = [_left(item) for item in found if item.unit is None or (item.cue != "ask" and item.unit != unit)]
    return made | ({"also": also} if also else {}), left


def _cues(clause: str) -> list[tuple[int, int, str]]:
    """Where the clause calls an amount something; a cue within another, as in `won't accept less than`, is none."""
    found = sorted((match.start(), -match.end(), name) for name, rule in _CUES for match in rule.finditer(clause))
    kept: list[tuple[int, int, str]] = []
    for start, end, name in found:
        if not kept or start >= kept[-1][1]:
            kept.append((start, -end, name))
    return [(start, end, "" if _is_no_cue(clause, start, end, name) else name) for start, end, name in kept]


def _is_no_cue(clause: str, start: int, end: int, name: str) -> bool:
    """True for `do not open at`, and for a floor that is the band's or the other side's."""
    if name != "floor":
        is_theirs = _THEY.search(clause, 0, start) or (
            _OPENING.match(clause, start) and _THEIR.search(clause, 0, start)
        )
        return bool(is_theirs) or _NOT_MEANT.search(clause, 0, start) is not None
    return _OF_OTHERS.search(clause, 0, start) is not None or _OF_THE_BAND.match(clause, end) is not None


def _cue_of(clause: str, cues: list[tuple[int, int, str]], amounts: list[re.Match[str]], number: int) -> str | None:
    """What the clause calls an amount: by the last cue before it, else by one right after the first amount."""
    match = amounts[number]
    before = [(end, name) for start, end, name in cues if start < match.start()]
    if _is_of_now(clause, before[-1][0] if before else 0, amounts, number):
        return None
    if before:
        return before[-1][1]
    start, _, name = cues[0]
    is_near = number == 0 and start < match.end() + 20
    return name if is_near and not _ANOTHER_PART.search(clause, match.end(), start) else None


def _is_of_now(clause: str, start: int, amounts: list[re.Match[str]], number: int) -> bool:
    """True for an amount that is where pay stands now, or a step: `from $180K to`, `my $180K`, `$20K more`."""
    match = amounts[number]
    lead = clause[start : match.start()]
    follows = re.match(r"(?:\s+(?:base|total))?", clause[match.end() :])
    if _ON_TOP.match(clause, match.end() + (follows.end() if follows else 0)) or _NO_NUMBER_OF_ITS_OWN.search(lead):
        return True
    is_end = number > 0 and _FROM.search(clause, 0, amounts[number - 1].start()) is not None
    return _FROM.search(lead) is not None or (is_end and not _MOVE.search(clause, 0, match.start()))


def _unit(after: str, before: str) -> str | None:
    """The unit that stands right after the amount, else one right before it, as in `base of $245K`."""
    near = re.split(r"[,;:/+—]|\b(?:and|with|plus|or|floor|at)\b", after, maxsplit=1)[0]
    found = [(match.start(), name) for name, rule in _UNITS if (match := rule.search(near))]
    if found:
        return min(found)[1]
    lead = re.search(r"\b([A-Za-z-]+(?:\s[A-Za-z-]+)?)\s+(?:of|at|is|to|to be|:)\s*$|([A-Za-z-]+):?\s*$", before)
    named = [name for name, rule in _UNITS if lead and rule.search(lead[0])]
    return named[0] if named else None


def _left(item: Stated) -> str:
    name = "acceptance" if item.cue == "target" else item.cue
    why = "its unit is not stated" if item.unit is None else f"of {item.unit}, which is not the unit of the ask"
    return f"{name} {item.amount}, {why}"


def _currency(item: Stated) -> str:
    amount = parse(item.amount)
    return amount.currency if isinstance(amount, Money) else ""


def _money(written: str) -> str | None:
    try:
        amount = cells.read(written.strip()).amount
    except MoneyError:
        return None
    return text(amount) if isinstance(amount, Money) else None
