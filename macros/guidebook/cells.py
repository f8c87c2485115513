"""Read the cells of a pay table that is kept word for word: cells -> amounts -> rows of pay."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from guidebook.model.guide import EquityPay, PayRow
from guidebook.model.table import Axis, PayTable
from guidebook.money import CODES, FORMS, NONE, NOT_DISCLOSED, SIGNS, Amount, Money, MoneyError, Percent, parse
from guidebook.signs import ABOUT, DASH, sign_first
from guidebook.spans import UNCLEAR as UNCLEAR_SPAN
from guidebook.spans import years_of

NOTHING_STATED = frozenset({"", "—", "–", "-", "--", "---", "n/a", "na"})
"""Cells that state nothing."""
UNREVIEWED = "Read from an imported guide that nobody has reviewed yet."

LEAST = 1_000
"""Whole units of any currency below which an amount is no year's pay: an hour's, or thousands without their K."""
_ALSO = {
    "NT$": "TWD", "MX$": "MXN", "RMB": "CNY", "CN¥": "CNY", "NIS": "ILS", "RM": "MYR", "RP": "IDR", "RS": "INR",
    "RS.": "INR", "AU$": "AUD", "R": "ZAR", "₱": "PHP", "฿": "THB", "₫": "VND", "₺": "TRY", "₦": "NGN",
}  # fmt: skip
"""Signs that the data does not write, but guides of elsewhere do."""
_SIGN = (
    r"(?:CN¥|[A-Z]{1,3}\$|[$£€₹₪₩¥₱฿₫₺₦]|(?<![A-Z])(?:R[MP]|RS\.?|R)(?=\s?[0-9])|[A-Z]{3}(?=\s?[0-9$£€]))"
)  # fmt: skip
_END = (
    rf"(?P<XXsign>{_SIGN}\s?[$£€₹]?)?\s?(?P<XXnumber>[0-9][0-9,]*(?:\.[0-9]+)?)"
    r"(?:\s?(?P<XXscale>(?:K|M|L|Cr|Lakhs?|LPA|Crores?)\b))?(?P<XXopen>\+)?"
)
_RANGE = re.compile(
    ABOUT + _END.replace("XX", "low") + rf"(?:(?:\s?/\s?{_SIGN}[^-–—/]+)?{DASH}" + _END.replace("XX", "high") + ")?",
    re.IGNORECASE,
)
_PERCENT = re.compile(
    rf"{ABOUT}([0-9]+(?:\.[0-9]+)?)\s?%?(?:{DASH}([0-9]+(?:\.[0-9]+)?)\s?)?%", re.IGNORECASE
)  # fmt: skip
_SECOND_PERCENT = re.compile(r"[0-9]\s?%(?!\s?(?:vest|payout))", re.IGNORECASE)
_SCALES = {"lakh": "L", "lakhs": "L", "lpa": "L", "crore": "Cr", "crores": "Cr"}
_MONEY_IN = re.compile(rf"(?:CN¥|[A-Z]{{1,3}}\$|[$£€₹₪₩¥₱฿₫₺₦]|\b(?:{'|'.join(sorted(CODES))}))\s?[0-9]", re.IGNORECASE)
_OTHER_CURRENCY = re.compile(rf"\s?[/|(≈]\s?[~≈]?\s?{_SIGN}\s?[0-9].*", re.IGNORECASE)
_SECOND = re.compile(rf"({_SIGN})\s?[0-9]", re.IGNORECASE)
_FIGURES_ALONE = re.compile(r"[$£€₹₪₩][\s0-9.,$£€₹₪₩KMLkm+/~()–—-]*")
_GROUPED_BY_POINTS = re.compile(r"[0-9][0-9,]*\.[0-9]{3}")
_SIGN_ON = re.compile(r"\W*(?:(?:one[\s-]time|cash|guaranteed|(?:yr|year) 1)\W+)*sign[\s-]?(?:ing|on)", re.IGNORECASE)
"""What calls the amount before it a sign-on; `15% (no sign-on)` and `15% (plus sign-on)` do not."""
_NOT_A_YEAR = re.compile(
    r"\s?(?:/|an?\b|per\b)\s?(?:hours?|hrs?|h|days?|d|weeks?|wks?|w|months?|mos?|m|nights?|shifts?|quarters?|qtrs?|paychecks?|monat|mois|m\u00eas|mes)\b\.?"
    r"|\s?(?:hourly|daily|weekly|monthly|bi-?weekly|(?:quarterly|semi-?annual(?:ly)?)(?!\s+vest))\b|\s?[\u00d7x]\s?[0-9]",
    re.IGNORECASE,
)
_SHARE = re.compile(
    r"\s?(?:of (?!(?:the |your )?(?:annual |gross |fixed )?(?:base|salary|pay)\b)|(?:carry|match|equity|points?)\b)",
    re.IGNORECASE,
)
"""What a percentage may be of in place of base: of profits, of a grant."""
UNCLEAR = "unclear"
"""What a bare dollar sign stands for beside a place that has another dollar, where nothing says which is meant."""
_YEN_OR_YUAN = frozenset({"JPY", "CNY"})
_FOOTNOTE = re.compile(r"(?<=[\w%+])[¹²³⁴⁵†‡§*]+$")
_CODE_AFTER = re.compile(r"\s?\(?([A-Z]{3})\b")


@dataclass(frozen=True, slots=True)
class Reading:
    """A cell as it was understood; no amount where the cell is words."""

    amount: Amount | None
    years: int | None = None
    """Years of a whole grant, 1 for an amount a year, 0 where that is not clear, None where the cell does not say."""
    is_sign_on: bool = False


@lru_cache(maxsize=65_536)
def read(words: str, dollar: str | None = None) -> Reading:
    """Read one cell; `dollar` is the currency of a bare dollar sign. MoneyError where its amount is mangled."""
    plain = _FOOTNOTE.sub("", " ".join(words.split()))
    if plain.casefold() in NOTHING_STATED:
        return Reading(NOT_DISCLOSED)
    if plain.casefold() == NONE.text:
        return Reading(NONE)
    amount, rest = _amount(sign_first(plain), dollar)
    return Reading(amount, years_of(rest) if rest else None, _SIGN_ON.match(rest) is not None)


def read_as(holds: str, words: str, dollar: str | None, years: int | None = None) -> Reading:
    """Read a cell of a part of pay; `years` is what its row or column says. Words where it is of other years."""
    found = read(words, dollar)
    is_once = holds == "sign_on" or found.is_sign_on
    if is_once or found.years in {None, 1} or not isinstance(found.amount, Money | Percent):
        return found
    is_clear = holds == "equity" and (found.years != UNCLEAR_SPAN or years)
    return found if is_clear else Reading(None)


def dollar_of(row: str | None, column: str | None) -> str | None:
    """What a bare dollar sign stands for in a cell, by what its row and its column say."""
    said = {code for code in (row, column) if code and code != UNCLEAR}
    return next(iter(said)) if len(said) == 1 else UNCLEAR if said or UNCLEAR in {row, column} else None


def pay_rows(tables: Iterable[PayTable]) -> list[PayRow]:
    """The rows of pay that the tables state, one for each region and level of each table."""
    found = [_row(region, level, grade, parts) for table in tables for (region, level, grade), parts in _groups(table)]
    return [row for row in found if row is not None]


def _amount(plain: str, dollar: str | None) -> tuple[Amount | None, str]:
    if found := _PERCENT.match(plain):
        rest = plain[found.end() :]
        is_words = _MONEY_IN.search(rest) or _SHARE.match(rest) or _SECOND_PERCENT.search(rest)
        return (None, plain) if is_words else (_percent(found), rest)
    found = _RANGE.match(plain)
    if found and dollar == UNCLEAR and "$" in {(found["lowsign"] or "").strip(), (found["highsign"] or "").strip()}:
        dollar = _named(plain[found.end() :])
        if dollar is None:
            return None, plain
    if not found or not _is_known(found["lowsign"], dollar) or _is_ambiguous(found):
        if _FIGURES_ALONE.fullmatch(plain) and not (found and _is_ambiguous(found)):
            raise MoneyError(f"`{plain}` cannot be read as pay; {FORMS}")
        return None, plain
    rest = plain[found.end() :]
    if rest.strip() in {"-", "–", "—", "/"} or re.match(r"\s*[-–—]\s*[-$£€₹–—]", rest):
        raise MoneyError(f"`{plain}` breaks off, or has a dash too many; {FORMS}")
    if _MONEY_IN.search(_OTHER_CURRENCY.sub("", rest)) or (rest and re.match(r"[\w.,%]", rest)):
        return None, plain
    if _NOT_A_YEAR.match(rest) or _has_second(found, rest, dollar):
        return None, plain
    amount = _money(found, _named(rest) or dollar)
    is_too_small = isinstance(amount, Money) and any(0 < end < LEAST for end in (amount.low, amount.high))
    return (None, plain) if is_too_small else (amount, rest)


def _is_known(sign: str | None, dollar: str | None) -> bool:
    """True for a sign that stands for one currency; letters that stand for none are words of the cell."""
    if not sign or (sign.strip() == "¥" and not dollar):
        return False
    named = _currency(sign, dollar).strip()
    return named in CODES or not named[:1].isalpha()


def _has_second(found: re.Match[str], rest: str, dollar: str | None) -> bool:
    """True where a second amount of the same currency follows, as in `$400K ($100K/yr)`: which one is meant?"""
    first = _currency(found["lowsign"], dollar)
    return any(_currency(other[1], dollar) == first for other in _SECOND.finditer(rest))


def _named(rest: str) -> str | None:
    """The currency whose code follows an amount, as in `$120K CAD`."""
    found = _CODE_AFTER.match(rest)
    return found[1] if found and found[1] in CODES else None


def _is_ambiguous(found: re.Match[str]) -> bool:
    """True for `80.000`, which is eighty or eighty thousand."""
    return any(
        found[f"{end}number"] and not found[f"{end}scale"] and _GROUPED_BY_POINTS.fullmatch(found[f"{end}number"])
        for end in ("low", "high")
    )


def _percent(found: re.Match[str]) -> Amount:
    return parse(f"{found[1]}–{found[2] or found[1]}%")


def _money(found: re.Match[str], dollar: str | None) -> Amount:
    """Both ends with sign and scale: in `$152-215K` each end shares what the other has."""
    sign = _currency(found["lowsign"], dollar)
    low_scale, high_scale = _scale(found["lowscale"]), _scale(found["highscale"])
    if found["highnumber"] is None:
        return parse(f"{sign}{found['lownumber']}{low_scale}{found['lowopen'] or ''}")
    if found["highsign"] and _currency(found["highsign"], dollar) != sign:
        raise MoneyError(f"two currencies in one range, `{found[0].strip()}`; write the range once in each")
    is_short = not low_scale and "," not in found["lownumber"] and float(found["lownumber"]) < 1000
    low = f"{sign}{found['lownumber']}{low_scale or (high_scale if is_short else '')}"
    high = f"{sign}{found['highnumber']}{high_scale}{found['highopen'] or ''}"
    return parse(f"{low}–{high}")


def _currency(sign: str, dollar: str | None) -> str:
    wanted = sign.replace(" ", "").upper()
    if len(wanted) == 4 and not wanted[-1].isalpha():
        wanted = wanted[:3]  # as in `GBP £`
    if dollar and ((wanted == "$" and dollar not in _YEN_OR_YUAN) or (wanted == "¥" and dollar in _YEN_OR_YUAN)):
        wanted = dollar
    return f"{_ALSO.get(wanted) or SIGNS.get(wanted, wanted)} "


def _scale(written: str | None) -> str:
    return _SCALES.get((written or "").lower(), written or "")


def _groups(table: PayTable) -> list[tuple[tuple[str, str, str | None], dict[str, Any]]]:
    """Readings by region and level, then by what they hold, in the table's order."""
    groups: dict[tuple[str, str, str | None], dict[str, Any]] = {}
    for row in table.rows:
        for column, words in zip(table.columns, row.cells, strict=False):
            holds = column.holds or row.holds
            if holds is None:
                continue
            level, grade = row.level or column.level or "unstated", row.grade or column.grade
            dollar = dollar_of(row.currency, column.currency)
            reading = _safely(holds, words, dollar, row.years or column.years)
            for region in row.regions or column.regions:
                group = groups.setdefault((region, level, grade), {})
                group.setdefault(
                    "sign_on" if holds == "bonus" and reading.is_sign_on else holds, (reading, row, column)
                )
    return list(groups.items())


def _safely(holds: str, words: str, dollar: str | None, years: int | None) -> Reading:
    """A cell that the importer would refuse is words once it stands in the data."""
    try:
        return read_as(holds, words, dollar, years)
    except MoneyError:
        return Reading(None)


def _row(region: str, level: Any, grade: str | None, parts: dict[str, Any]) -> PayRow | None:
    """A row of pay; None where no cell has an amount. Fields are set without reading them a second time."""
    amounts = {name: reading.amount for name, (reading, _row, _column) in parts.items()}
    if not any(isinstance(amount, Money | Percent) for amount in amounts.values()):
        return None
    total = parts.get("total")
    return PayRow.model_construct(
        region=region,
        level=level,
        grade=grade if level == "unstated" else None,
        base=amounts.get("base") or NOT_DISCLOSED,
        equity=_equity(amounts["equity"], *parts["equity"]) if amounts.get("equity") else None,
        bonus=amounts.get("bonus"),
        sign_on=amounts.get("sign_on"),
        total=amounts.get("total"),
        total_kind="first_year" if total and (total[1].first_year or total[2].first_year) else "average_year",
        unconfirmed=UNREVIEWED,
        sources=[],  # pydantic takes long to find out how to make an empty one
    )


def _equity(amount: Any, reading: Reading, row: Axis, column: Axis) -> EquityPay:
    years = reading.years or row.years or column.years or 1
    kind = column.kind or row.kind
    is_grant = years > 1
    return EquityPay.model_construct(
        amount=amount, kind=kind, per="grant" if is_grant else "year", years=years if is_grant else None
    )
