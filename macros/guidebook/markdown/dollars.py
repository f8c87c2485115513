"""What a bare dollar sign stands for: what a table or the file says of it, and the dollar of a place."""

import re
from functools import lru_cache

from guidebook.cells import UNCLEAR
from guidebook.money import SIGNS

DOLLARS = frozenset({"USD", "AUD", "CAD", "SGD", "HKD", "NZD", "TWD", "MXN", "BRL", "ARS", "CLP", "COP", "UYU"})
"""Currencies that a bare dollar sign may stand for."""
_NAMED = re.compile(
    rf"\b(?P<code>{'|'.join(sorted(DOLLARS))})\b|(?<![A-Za-z])(?P<sign>[A-Z]{{1,2}}\$)"
    r"|\b(?P<words>US|American|Canadian|Australian|Singapore|New Zealand|Hong Kong)\s+dollars?\b"
)
_BY_WORDS = {
    "US": "USD", "American": "USD", "Canadian": "CAD", "Australian": "AUD", "Singapore": "SGD",
    "New Zealand": "NZD", "Hong Kong": "HKD",
}  # fmt: skip
_STATED = re.compile(
    r"\b(?:all|figures?|amounts?|numbers?|ranges?|salaries|values?|comp(?:ensation)?|pay|shown|listed|quoted|stated"
    r"|converted|expressed)\b[^.\n|$]{0,60}?\b(?:in|to|as|are(?! (?:in|to)))\s+(?P<which>[^.\n|]{0,24})",
    re.IGNORECASE,
)
_LOCAL = re.compile(r"\s*(?:the\s+)?(?:respective\s+)?local currenc", re.IGNORECASE)
LOCAL = "local"
"""What a file says whose amounts are each in the currency of their place."""


def dollar_in(words: str) -> str | None:
    """The dollar that words such as a column's heading name; None where they name none or two."""
    found = {_code(match) for match in _NAMED.finditer(words)} - {None}
    return found.pop() if len(found) == 1 else None


def statement(text: str) -> str | None:
    """What a file says of all its amounts, as in `All figures in USD`: a dollar, or LOCAL; None where it does not."""
    found = set()
    for match in _STATED.finditer(text):
        named = _NAMED.match(match["which"])
        found |= {LOCAL if _LOCAL.match(match["which"]) else _code(named) if named else None}
    found -= {None}
    return found.pop() if len(found) == 1 else None


def meant(home: str | None, said: str | None) -> str | None:
    """What a bare dollar sign stands for beside a place whose own currency is `home`; None where it is a US dollar.

    `said` is what the file says of its amounts. UNCLEAR where the place has a dollar of its own and nothing is said.
    """
    if home not in DOLLARS or home == "USD" or said == "USD":
        return None
    return home if said in {LOCAL, home} else UNCLEAR


@lru_cache(maxsize=512)
def of_country(country: str | None) -> str | None:
    """The currency of a country by its two letters, where it is a dollar."""
    if not country:
        return None
    from babel.numbers import get_territory_currencies  # noqa: PLC0415  few files name a country

    found = get_territory_currencies(country)
    return found[-1] if found and found[-1] in DOLLARS else None


@lru_cache(maxsize=1)
def countries() -> dict[str, str]:
    """The two letters of each country by its English name, small letters."""
    from babel import Locale  # noqa: PLC0415  few files name a country

    named = {str(name).casefold(): str(code) for code, name in Locale("en").territories.items() if len(code) == 2}
    return named | {"hong kong": "HK", "uk": "GB", "usa": "US"}


def _code(found: re.Match[str]) -> str | None:
    if found["sign"]:
        code = SIGNS.get(found["sign"])
        return code if code in DOLLARS else None
    return found["code"] or _BY_WORDS[found["words"]]
