"""From a base to what is wrong with it as the pay of a year: one that nobody is paid, most often for want of a K."""

from decimal import Decimal

from guidebook.model import Rates
from guidebook.money import Money, text

LEAST, MOST = 1_000, 20_000_000
"""USD; a year's base below or above is a slip of the pen, or of another unit."""
WIDEST = 10
"""A base whose high end is more than this many times its low end has a digit or a K too few at one of them."""

WIDEST_POSTED = 2.5
"""A posted band whose high end is more than this many times its low end is no band of one opening."""


def in_usd(money: Money, rates: Rates | None) -> Money | None:
    """The amount in whole US dollars at the dated reference rate, or None where there is none."""
    if money.currency == "USD":
        return money
    per_eur = rates.per_eur if rates else {}
    own = Decimal(1) if money.currency == "EUR" else per_eur.get(money.currency)
    if own is None or "USD" not in per_eur:
        return None
    low, high = (int(Decimal(value) * per_eur["USD"] / own) for value in (money.low, money.high))
    return Money("USD", low, high, money.open)


def implausible(base: Money, rates: Rates | None) -> tuple[str, str] | None:
    """Why nobody is paid `base` a year, and what would be right; None where somebody may be."""
    if base.high > WIDEST * base.low and base.is_range:
        wrong = f"the high end of the base {text(base)} is more than {WIDEST} times its low end"
        return wrong, "is a K missing, or a digit? write both ends in full"
    usd = in_usd(base, rates)
    if usd is None or LEAST <= usd.low <= usd.high <= MOST:
        return None
    right = "is a K missing?" if usd.low < LEAST else "is there an M for a K, or a digit too many?"
    return f"nobody is paid a base of {text(base)} a year", f"{right} write it like `$185K`"


def too_small(part: Money, rates: Rates | None) -> tuple[str, str] | None:
    """Why `part` of a year's pay may lack its K, and what would be right; None where it is large enough, or nothing."""
    if part.currency == "USD" and part.low >= LEAST:  # nearly all are
        return None
    usd = in_usd(part, rates)
    if usd is None or part.low == part.high == 0 or usd.low >= LEAST or usd.low == 0:
        return None
    scaled = text(Money(part.currency, part.low * 1000, part.high * (1000 if usd.high < LEAST else 1), part.open))
    return f"{text(part)} is little for a year", f"is a K missing, as in `{scaled}`? leave it where it is so"


def too_wide(band: Money) -> tuple[str, str] | None:
    """Why `band` is none that was posted for one opening, and what would be right; None where it may be one."""
    if band.low > 0 and band.high <= WIDEST_POSTED * band.low:
        return None
    wrong = f"{text(band)} is no band of one opening: its high end is more than {WIDEST_POSTED} times its low end"
    return wrong, "is a K missing, or a digit? leave out what is of several levels"


def foreign(base: Money, region: str, currency: str) -> tuple[str, str]:
    """What to say of a base that is not in the currency that its region is paid in."""
    wrong = f"the base is in {base.currency}, but pay in `{region}` is in {currency}"
    return wrong, "check the region and the sign; leave both where the source has it so"
