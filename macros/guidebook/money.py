"""Read pay as people write it, and write it one way per currency.

An amount is held in whole units of its currency (US dollars, not cents). What a reader
sees of an amount is always made here, by `text`.
"""

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from babel.numbers import format_decimal

SIGNS = {
    "US$": "USD", "CA$": "CAD", "HK$": "HKD", "NZ$": "NZD", "SG$": "SGD",
    "A$": "AUD", "C$": "CAD", "S$": "SGD", "R$": "BRL", "$": "USD",
    "£": "GBP", "€": "EUR", "₹": "INR", "₪": "ILS", "₩": "KRW",
}  # fmt: skip
"""Signs that stand for one currency. The longest is tried first."""

CODES = frozenset(
    (  # noqa: SIM905
        "AED ARS AUD BGN BHD BRL CAD CHF CLP CNY COP CRC CZK DKK EGP EUR GBP HKD HUF IDR ILS INR ISK JPY KES KRW KWD"
        " LKR MAD MXN MYR NGN NOK NZD PEN PHP PKR PLN QAR RON RSD SAR SEK SGD THB TRY TWD UAH USD UYU VND ZAR"
    ).split()
)
"""ISO 4217 codes that may stand before an amount."""

SHOWN = {
    "USD": "$", "AUD": "A$", "CAD": "C$", "SGD": "S$", "BRL": "R$", "HKD": "HK$",
    "NZD": "NZ$", "GBP": "£", "EUR": "€", "INR": "₹", "ILS": "₪",
}  # fmt: skip
"""How an amount of a currency begins; any other begins with its code and a space."""

SCALES = {"": 1, "K": 1_000, "M": 1_000_000, "L": 100_000, "CR": 10_000_000}
"""What a letter after a number multiplies it by; lakh and crore are for rupees alone."""

_MONEY = re.compile(
    r"(?P<sign>[A-Za-z]{0,3}\s?[$£€₹₪₩¥]|[A-Za-z]{3})\s?"
    r"(?P<number>[0-9][0-9,]*(?:\.[0-9]+)?)\s?(?P<scale>K|M|L|Cr)?(?P<open>\+)?",
    re.IGNORECASE,
)
_PERCENT = re.compile(r"([0-9]+(?:\.[0-9]+)?)\s?%?\s?(?:[-–]\s?([0-9]+(?:\.[0-9]+)?)\s?)?%")
_DASH = re.compile(r"\s?[-–]\s?")
_GROUPED = re.compile(r"[0-9]{1,3}(,[0-9]{3})*|[0-9]+")
_GROUPED_INDIAN = re.compile(r"[0-9]{1,2}(,[0-9]{2})*,[0-9]{3}|[0-9]+")
_POINTED = re.compile(r"[1-9][0-9,]*\.[0-9]{3}(?=\+?$)")
"""Thousands parted by a point: `98.000` is ninety-eight here and ninety-eight thousand in much of Europe."""
_LONGEST = 60
LARGEST = 10**13
"""More whole units than this are nobody's pay."""

FORMS = "write it like `$185K–$250K`, `£75,000`, `₹20L–₹38L`, `10–15%`, `none` or `not disclosed`"


class MoneyError(ValueError):
    """An amount that cannot be read; its text says what is wrong and what would be right."""


class Money(NamedTuple):
    """One amount or a range, in whole units of `currency`; `open` means "or more"."""

    currency: str
    low: int
    high: int
    open: bool = False

    @property
    def is_range(self) -> bool:
        """True where low and high differ."""
        return self.low != self.high


class Percent(NamedTuple):
    """A share of base in percent, exact."""

    low: Decimal
    high: Decimal


class Word(NamedTuple):
    """An amount that is a word: nothing is paid, or nothing is known."""

    text: str


NONE = Word("none")
NOT_DISCLOSED = Word("not disclosed")

Amount = Money | Percent | Word


@lru_cache(maxsize=65_536)
def parse(written: str) -> Amount:
    """Read `written` strictly; raise MoneyError with the right form where it is wrong."""
    wanted = " ".join(written.split())
    if wanted in {NONE.text, NOT_DISCLOSED.text}:
        return NONE if wanted == NONE.text else NOT_DISCLOSED
    if len(wanted) > _LONGEST:
        raise MoneyError(f"an amount of {len(wanted)} characters; {FORMS}")
    if wanted.endswith("%"):
        return _percent(wanted)
    return _money(wanted)


@lru_cache(maxsize=65_536)
def text(amount: Amount) -> str:
    """Write `amount` the one way its currency is written, e.g. `$185K–$250K` or `₹20L`."""
    if isinstance(amount, Word):
        return amount.text
    if isinstance(amount, Percent):
        low, high = (f"{value.normalize():f}" for value in (amount.low, amount.high))
        return f"{low}%" if low == high else f"{low}–{high}%"
    low = _one(amount.currency, amount.low)
    end = "+" if amount.open else ""
    if not amount.is_range:
        return low + end
    return f"{low}–{_one(amount.currency, amount.high)}{end}"


def sign(currency: str) -> str:
    """What stands before an amount of `currency`: `$`, or `CHF ` where it has no sign of its own."""
    return SHOWN.get(currency, f"{currency} ")


def _percent(written: str) -> Percent:
    found = _PERCENT.fullmatch(written)
    if not found:
        raise MoneyError(f"`{written}` is not a percentage; write it like `15%` or `10–15%`")
    low = Decimal(found[1])
    high = Decimal(found[2] or found[1])
    if low > high:
        raise MoneyError(f"the low end {low}% is above the high end {high}%; write the smaller first")
    return Percent(low, high)


def _money(written: str) -> Money:
    ends = _DASH.split(written)
    if len(ends) > 2 or not all(ends):
        raise MoneyError(f"`{written}` cannot be read as pay; {FORMS}")
    low = _end(ends[0], written)
    high = _end(ends[-1], written)
    if low.currency != high.currency:
        raise MoneyError(f"two currencies in one range, {low.currency} and {high.currency}; keep to one")
    if low.open and len(ends) == 2:
        raise MoneyError(f"`{written}` has a + before its end; put + after the high end alone")
    if low.low > high.low:
        raise MoneyError(
            f"the low end {_one(low.currency, low.low)} is above the high end "
            f"{_one(high.currency, high.low)}; write the smaller first"
        )
    return Money(low.currency, low.low, high.low, high.open)


def _end(part: str, written: str) -> Money:
    if pointed := _POINTED.search(part):
        units = int(re.sub("[.,]", "", pointed[0]))
        comma, short = (part.replace(pointed[0], form) for form in (f"{units:,}", _short("", units)))
        right = f"`{comma}`" if comma == short else f"`{comma}` or `{short}`"
        raise MoneyError(f"the point in `{part}` may part thousands; write thousands with a comma or K: {right}")
    found = _MONEY.fullmatch(part)
    if not found:
        from guidebook.money_advice import advice  # noqa: PLC0415  it reads what it proposes with this module

        raise MoneyError(advice(written))
    currency = _currency(found["sign"])
    units = _units(found["number"], (found["scale"] or "").upper(), currency, part)
    return Money(currency, units, units, found["open"] is not None)


def _currency(written: str) -> str:
    mark = written.replace(" ", "").upper()
    if mark in SIGNS:
        return SIGNS[mark]
    if mark in CODES:
        return mark
    if "¥" in mark:
        raise MoneyError("`¥` stands for two currencies; write `JPY 12M` or `CNY 300K`")
    raise MoneyError(f"`{mark}` is not a currency known here; use a sign such as $, £, €, ₹, A$ or a code such as CHF")


def _units(number: str, scale: str, currency: str, part: str) -> int:
    if scale in {"L", "CR"} and currency != "INR":
        raise MoneyError(f"`{part}` counts in lakh or crore, which only rupees do; use K or M")
    whole, _, _ = number.partition(".")
    grouped = _GROUPED_INDIAN if currency == "INR" else _GROUPED
    if not (grouped.fullmatch(whole) or _GROUPED.fullmatch(whole)):
        raise MoneyError(f"the commas of `{part}` are out of place; write it like `185,000`")
    units = Decimal(number.replace(",", "")) * SCALES[scale]
    if units != units.to_integral_value():
        raise MoneyError(f"`{part}` is not a whole amount; leave out what is smaller than one unit")
    if units > LARGEST:
        raise MoneyError(f"`{part}` is more than anyone is paid; count its zeros")
    return int(units)


def _one(currency: str, units: int) -> str:
    return sign(currency) + _short(currency, units)


def _short(currency: str, units: int) -> str:
    if currency == "INR" and units >= 100_000 and units % 10_000 == 0:
        return f"{_plain(Decimal(units) / 100_000)}L"
    if units >= 1_000_000 and units % 10_000 == 0:
        return f"{_plain(Decimal(units) / 1_000_000)}M"
    if units >= 1_000 and units % 1_000 == 0 and units < 1_000_000:
        return f"{units // 1_000}K"
    return str(format_decimal(units, locale="en_IN" if currency == "INR" else "en"))


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"
