# ruff: noqa: RUF001  dashes and signs are what it is about
"""Say of pay that cannot be read how it would be written, from what stands there."""

import re
from decimal import Decimal

from guidebook.money import CODES, FORMS, SIGNS, MoneyError, parse

_SIGN = r"[A-Za-z]{0,3}\s?[$£€₹₪₩]|[A-Za-z]{3}"
_END = re.compile(
    rf"(?P<before>{_SIGN})?\s?(?P<number>[0-9][0-9.,]*)\s?(?P<scale>K|M|L|Cr)?(?P<open>\+)?\s?(?P<behind>{_SIGN})?",
    re.IGNORECASE,
)
_DASH = re.compile(r"\s?[-–—]\s?")
_PERCENT = re.compile(r"(.+?)\s?(?:percent|per cent|pct)\.?", re.IGNORECASE)
_DOTTED = re.compile(r"[0-9]{1,3}(\.[0-9]{3})+")
_LARGEST_PERCENT = 100


def advice(written: str) -> str:
    """What is wrong with `written`, and what would be right, built from it where its meaning is plain."""
    if written.lower() in {"none", "not disclosed"}:
        return f"`{written}` cannot be read as pay; write it in small letters, `{written.lower()}`"
    share = _PERCENT.fullmatch(written)
    if share and _is_read(f"{share[1]}%"):
        return f"`{written}` cannot be read as pay; write `{share[1]}%`"
    found = [_END.fullmatch(end) for end in _DASH.split(written)]
    ends = [end for end in found if end]
    if len(ends) == len(found) == 1:
        return _one(written, ends[0])
    if len(ends) == len(found) == 2:
        return _two(written, ends)
    return _plain(written)


def number_advice(number: float) -> str:
    """What would be right where a bare number stands for pay."""
    return advice(str(number)).partition("; ")[2] if number > 0 else FORMS


def _one(written: str, end: re.Match[str]) -> str:
    sign = _sign(end)
    if sign is None or (end["before"] and not end["behind"]):
        return _plain(written)
    if sign:
        amount = _written(sign, end)
        return _if_read(f"{_behind(written)}, like", amount, written)
    if share := _share(end):
        amount = "$185K" if share != end["number"] else f"${share}K"
        right = f"put the currency first, like `{amount}`, or write `{share}%` if it is a share of base"
        return f"`{written}` has no currency; {right}"
    return _if_read(f"`{written}` has no currency; put the currency first, like", _written("$", end), written)


def _two(written: str, ends: list[re.Match[str]]) -> str:
    signs = [_sign(end) for end in ends]
    if None in signs or all(end["before"] and not end["behind"] for end in ends):
        return _plain(written)
    known = next((sign for sign in signs if sign), "")
    shares = [_share(end) for end in ends]
    if not known and all(shares):
        right = f"write `{'–'.join(map(str, shares))}%` if it is a share of base, or money like `$185K–$250K`"
        return f"`{written}` has no currency; {right}"
    scale = (ends[1]["scale"] or "") if float(re.sub(r"[.,]", "", ends[0]["number"])) < 1_000 else ""
    low = _written(signs[0] or known or "$", ends[0], scale)
    amount = f"{low}–{_written(signs[1] or known or '$', ends[1])}"
    if any(end["behind"] for end in ends):
        return _if_read(f"{_behind(written)}, at each end:", amount, written)
    bare = written if not known else next(end[0] for end, sign in zip(ends, signs, strict=True) if not sign)
    like = "its own:" if known else "its own, like"
    return _if_read(f"`{bare}` has no currency; give each end {like}", amount, written)


def _share(end: re.Match[str]) -> str | None:
    """What an end would be in percent, be it written as `15` or as `0.15`; None where it can be no share of base."""
    number = end["number"].replace(",", "")
    if end["scale"] or not number.replace(".", "", 1).isdigit() or float(number) > _LARGEST_PERCENT:
        return None
    return f"{Decimal(number) * 100:f}".rstrip("0").rstrip(".") if 0 < float(number) < 1 else number


def _behind(written: str) -> str:
    return f"`{written}` has its currency behind the number; put the currency first"


def _sign(end: re.Match[str]) -> str | None:
    """The currency of an end as it is written, empty where it has none; None where it is not known, or two."""
    signs = {(end[side] or "").replace(" ", "").upper() for side in ("before", "behind")} - {""}
    if not signs:
        return ""
    (sign, *others) = signs
    return sign if not others and (sign in SIGNS or sign in CODES) else None


def _written(sign: str, end: re.Match[str], scale: str = "") -> str:
    number = end["number"].replace(".", ",") if _DOTTED.fullmatch(end["number"]) else end["number"]
    number = f"{int(number):,}" if number.isdigit() else number
    gap = " " if sign in CODES else ""
    return f"{sign}{gap}{number}{(end['scale'] or scale).upper().replace('CR', 'Cr')}{end['open'] or ''}"


def _if_read(words: str, amount: str, written: str) -> str:
    """The words with the amount, where that can be read; else the same with an amount of our own."""
    if _is_read(amount):
        return f"{words} `{amount}`"
    if "has no currency" in words:
        example = "$185K–$250K" if "each end" in words else "$185K"
        return f"{words.removesuffix(':').removesuffix(', like')}, like `{example}`"
    return _plain(written)


def _is_read(amount: str) -> bool:
    try:
        parse(amount)
    except MoneyError:
        return False
    return True


def _plain(written: str) -> str:
    if re.match(r"[\d.,]+\w*$", written):
        return f"`{written}` has no currency; put the currency first, like `$185K`"
    return f"`{written}` cannot be read as pay; {FORMS}"
