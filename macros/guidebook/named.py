"""Find the amounts of money that words name, however people write them: `$912K`, `$185-250k`, `912,000 dollars`."""

import re
from decimal import Decimal
from typing import NamedTuple

from guidebook.money import CODES, SIGNS


class Named(NamedTuple):
    """An amount in a text: the words themselves, and its ends in whole units of a currency."""

    words: str
    currency: str
    low: int
    high: int


_SCALES = {
    "k": 1_000, "thousand": 1_000, "m": 1_000_000, "mn": 1_000_000, "million": 1_000_000, "bn": 10**9,
    "billion": 10**9, "l": 100_000, "lakh": 100_000, "lakhs": 100_000, "cr": 10**7, "crore": 10**7, "crores": 10**7,
}  # fmt: skip
_SPOKEN = {"dollars": "USD", "euros": "EUR", "pounds": "GBP", "rupees": "INR", "francs": "CHF"}
_MARKS = {"¥": "JPY", "₩": "KRW", "CAD$": "CAD", "AUD$": "AUD", "SGD$": "SGD"}
_CODE = "|".join(sorted(CODES))
_SIGN = "|".join(re.escape(sign) for sign in sorted({*SIGNS, *_MARKS}, key=len, reverse=True))
_NUMBER = r"[0-9]{1,3}(?:[,\u00a0 ][0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?"
_SCALE = rf"(?:\s?(?:{'|'.join(sorted(_SCALES, key=len, reverse=True))})(?![A-Za-z0-9]))"
_AMOUNT = re.compile(
    rf"(?<![A-Za-z0-9$])(?P<sign>{_SIGN}|(?-i:{_CODE}))\s?(?P<low>{_NUMBER})(?P<low_scale>{_SCALE})?"
    rf"(?:\s?[-\u2013]\s?(?:{_SIGN}|(?-i:{_CODE})\s?)?(?P<high>{_NUMBER})(?P<high_scale>{_SCALE})?)?(?![A-Za-z0-9%])"
    rf"|(?<![\w.,$€£₹])(?P<bare>{_NUMBER})(?P<bare_scale>{_SCALE})?\s(?P<unit>(?-i:{_CODE})|{'|'.join(_SPOKEN)})\b",
    re.IGNORECASE,
)


def amounts(words: str | None) -> list[Named]:
    """The amounts that words name, in their order."""
    return [_named(found) for found in _AMOUNT.finditer(words or "")]


def _named(found: re.Match[str]) -> Named:
    if found["bare"]:
        units = _units(found["bare"], found["bare_scale"])
        unit = found["unit"]
        return Named(found[0], _SPOKEN.get(unit.lower(), unit.upper()), units, units)
    sign = found["sign"].strip().upper()
    currency = SIGNS.get(sign) or _MARKS.get(sign) or sign
    is_short = len(found["low"]) <= len("999")  # the thousands of `$185-250K` are said once
    low = _units(found["low"], found["low_scale"] or (found["high_scale"] if is_short else None))
    high = _units(found["high"], found["high_scale"]) if found["high"] else low
    return Named(found[0].strip(), currency, min(low, high), max(low, high))


def _units(number: str, scale: str | None) -> int:
    factor = _SCALES[scale.strip().lower()] if scale else 1
    return int(Decimal(re.sub(r"[,\s]", "", number)) * factor)
