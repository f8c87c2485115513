# ruff: noqa: RUF001  dashes, signs and digits are what it is about
"""Pay is read in every form in which people write it, written one way, and refused with a reason."""

import re
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guidebook.money import CODES, NONE, NOT_DISCLOSED, SIGNS, Money, MoneyError, Percent, parse, text

FUZZ = settings(deadline=None, derandomize=True, max_examples=300)
FORMS = "write it like `$185K–$250K`, `£75,000`, `₹20L–₹38L`, `10–15%`, `none` or `not disclosed`"
POINT = "may part thousands; write thousands with a comma or K"


def _usd(low, high=None, *, is_open=False):
    return Money("USD", low, high or low, is_open)


@pytest.mark.parametrize(
    ("written", "amount", "canonical"),
    [
        ("$185K-$250K", _usd(185_000, 250_000), "$185K–$250K"),
        ("$185K–$250K", _usd(185_000, 250_000), "$185K–$250K"),
        ("$185,000 – $250,000", _usd(185_000, 250_000), "$185K–$250K"),
        ("$185,000 - $250,000", _usd(185_000, 250_000), "$185K–$250K"),
        ("  $185k  –  $250k ", _usd(185_000, 250_000), "$185K–$250K"),
        ("$ 185 K", _usd(185_000), "$185K"),
        ("US$185,000", _usd(185_000), "$185K"),
        ("USD 185,000", _usd(185_000), "$185K"),
        ("usd 185k", _usd(185_000), "$185K"),
        ("$185000", _usd(185_000), "$185K"),
        ("$185,500", _usd(185_500), "$185,500"),
        ("$185.5K", _usd(185_500), "$185,500"),
        ("$9.5K", _usd(9_500), "$9,500"),
        ("$1.125K", _usd(1_125), "$1,125"),
        ("$185.0", _usd(185), "$185"),
        ("$1.25M", _usd(1_250_000), "$1.25M"),
        ("$1,254,321", _usd(1_254_321), "$1,254,321"),
        ("$1M–$2M", _usd(1_000_000, 2_000_000), "$1M–$2M"),
        ("$950", _usd(950), "$950"),
        ("$0", _usd(0), "$0"),
        ("$185K-$185K", _usd(185_000), "$185K"),
        ("$70K-$150K+", _usd(70_000, 150_000, is_open=True), "$70K–$150K+"),
        ("$145K+", _usd(145_000, is_open=True), "$145K+"),
        ("£75K–£135K", Money("GBP", 75_000, 135_000), "£75K–£135K"),
        ("£75,000", Money("GBP", 75_000, 75_000), "£75K"),
        ("€60,000–€80,000", Money("EUR", 60_000, 80_000), "€60K–€80K"),
        ("CHF 120K–CHF 190K", Money("CHF", 120_000, 190_000), "CHF 120K–CHF 190K"),
        ("chf120k", Money("CHF", 120_000, 120_000), "CHF 120K"),
        ("₹20L–₹38L", Money("INR", 2_000_000, 3_800_000), "₹20L–₹38L"),
        ("₹20L", Money("INR", 2_000_000, 2_000_000), "₹20L"),
        ("₹22.5L", Money("INR", 2_250_000, 2_250_000), "₹22.5L"),
        ("₹1.2Cr", Money("INR", 12_000_000, 12_000_000), "₹120L"),
        ("₹20,00,000", Money("INR", 2_000_000, 2_000_000), "₹20L"),
        ("₹2,000,000", Money("INR", 2_000_000, 2_000_000), "₹20L"),
        ("₹20,34,567", Money("INR", 2_034_567, 2_034_567), "₹20,34,567"),
        ("INR 50K", Money("INR", 50_000, 50_000), "₹50K"),
        ("A$140,000", Money("AUD", 140_000, 140_000), "A$140K"),
        ("C$150K–C$200K", Money("CAD", 150_000, 200_000), "C$150K–C$200K"),
        ("CA$150K", Money("CAD", 150_000, 150_000), "C$150K"),
        ("S$245,000", Money("SGD", 245_000, 245_000), "S$245K"),
        ("R$300K", Money("BRL", 300_000, 300_000), "R$300K"),
        ("HK$900K", Money("HKD", 900_000, 900_000), "HK$900K"),
        ("NZ$120K", Money("NZD", 120_000, 120_000), "NZ$120K"),
        ("₪480K", Money("ILS", 480_000, 480_000), "₪480K"),
        ("KRW 90M", Money("KRW", 90_000_000, 90_000_000), "KRW 90M"),
        ("₩90,000,000", Money("KRW", 90_000_000, 90_000_000), "KRW 90M"),
        ("JPY 12M", Money("JPY", 12_000_000, 12_000_000), "JPY 12M"),
        ("CNY 300K", Money("CNY", 300_000, 300_000), "CNY 300K"),
        ("15%", Percent(Decimal(15), Decimal(15)), "15%"),
        ("10–15%", Percent(Decimal(10), Decimal(15)), "10–15%"),
        ("10-15%", Percent(Decimal(10), Decimal(15)), "10–15%"),
        ("10% – 15%", Percent(Decimal(10), Decimal(15)), "10–15%"),
        ("12.5 %", Percent(Decimal("12.5"), Decimal("12.5")), "12.5%"),
        ("100%", Percent(Decimal(100), Decimal(100)), "100%"),
        ("none", NONE, "none"),
        ("not disclosed", NOT_DISCLOSED, "not disclosed"),
        (" not   disclosed ", NOT_DISCLOSED, "not disclosed"),
    ],
)
def test_form_is_read_and_written_one_way(written, amount, canonical):
    assert parse(written) == amount
    assert text(amount) == canonical


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("$1,85O", f"`$1,85O` cannot be read as pay; {FORMS}"),
        ("-5", f"`-5` cannot be read as pay; {FORMS}"),
        ("$-5", f"`$-5` cannot be read as pay; {FORMS}"),
        ("-$5", f"`-$5` cannot be read as pay; {FORMS}"),
        ("", f"`` cannot be read as pay; {FORMS}"),
        ("$", f"`$` cannot be read as pay; {FORMS}"),
        ("$K", f"`$K` cannot be read as pay; {FORMS}"),
        ("$185K–", f"`$185K–` cannot be read as pay; {FORMS}"),
        ("–$185K", f"`–$185K` cannot be read as pay; {FORMS}"),
        ("$1K–$2K–$3K", f"`$1K–$2K–$3K` cannot be read as pay; {FORMS}"),
        ("$185K a year", f"`$185K a year` cannot be read as pay; {FORMS}"),
        ("$5 million", f"`$5 million` cannot be read as pay; {FORMS}"),
        ("None", "`None` cannot be read as pay; write it in small letters, `none`"),
        ("Not disclosed", "`Not disclosed` cannot be read as pay; write it in small letters, `not disclosed`"),
        ("15 percent", "`15 percent` cannot be read as pay; write `15%`"),
        ("10–15 per cent", "`10–15 per cent` cannot be read as pay; write `10–15%`"),
        ("ten percent", f"`ten percent` cannot be read as pay; {FORMS}"),
        ("undisclosed", f"`undisclosed` cannot be read as pay; {FORMS}"),
        ("$185K — $250K", f"`$185K — $250K` cannot be read as pay; {FORMS}"),
        ("$.5M", f"`$.5M` cannot be read as pay; {FORMS}"),
        ("1e9", "`1e9` has no currency; put the currency first, like `$185K`"),
        ("185k", "`185k` has no currency; put the currency first, like `$185K`"),
        ("245000", "`245000` has no currency; put the currency first, like `$245,000`"),
        ("185,000.50", "`185,000.50` has no currency; put the currency first, like `$185K`"),
        ("15", "`15` has no currency; put the currency first, like `$15K`, or write `15%` if it is a share of base"),
        ("0.1", "`0.1` has no currency; put the currency first, like `$185K`, or write `10%` if it is a share of base"),
        (
            "0.125",
            "`0.125` has no currency; put the currency first, like `$185K`, or write `12.5%` if it is a share of base",
        ),
        ("10-15", "`10-15` has no currency; write `10–15%` if it is a share of base, or money like `$185K–$250K`"),
        (
            "0.1–0.15",
            "`0.1–0.15` has no currency; write `10–15%` if it is a share of base, or money like `$185K–$250K`",
        ),
        ("185,000 USD", "`185,000 USD` has its currency behind the number; put the currency first, like `USD 185,000`"),
        ("185k$", "`185k$` has its currency behind the number; put the currency first, like `$185K`"),
        ("60.000 €", "`60.000 €` has its currency behind the number; put the currency first, like `€60,000`"),
        ("98K GBP", "`98K GBP` has its currency behind the number; put the currency first, like `GBP 98K`"),
        ("20L USD", f"`20L USD` cannot be read as pay; {FORMS}"),
        ("100 apples", f"`100 apples` cannot be read as pay; {FORMS}"),
        ("£5K USD", f"`£5K USD` cannot be read as pay; {FORMS}"),
        ("185K–250K", "`185K–250K` has no currency; give each end its own, like `$185K–$250K`"),
        ("1.5–,5K", "`1.5–,5K` cannot be read as pay; " + FORMS),
        ("250K–185K", "`250K–185K` has no currency; give each end its own, like `$185K–$250K`"),
        ("$185K–250K", "`250K` has no currency; give each end its own: `$185K–$250K`"),
        ("$185–250K", "`250K` has no currency; give each end its own: `$185K–$250K`"),
        ("USD 185K - 250K", "`250K` has no currency; give each end its own: `USD 185K–USD 250K`"),
        ("GBP 98K–133K", "`133K` has no currency; give each end its own: `GBP 98K–GBP 133K`"),
        ("1–2K€", "`1–2K€` has its currency behind the number; put the currency first, at each end: `€1K–€2K`"),
        ("$185,000.50", "`$185,000.50` is not a whole amount; leave out what is smaller than one unit"),
        ("$1.0005K", "`$1.0005K` is not a whole amount; leave out what is smaller than one unit"),
        ("$98.000", f"the point in `$98.000` {POINT}: `$98,000` or `$98K`"),
        ("€60.000–€70.000", f"the point in `€60.000` {POINT}: `€60,000` or `€60K`"),
        ("€60K–€70.500+", f"the point in `€70.500+` {POINT}: `€70,500+`"),
        ("185.000", f"the point in `185.000` {POINT}: `185,000` or `185K`"),
        ("CHF 1250.000", f"the point in `CHF 1250.000` {POINT}: `CHF 1,250,000` or `CHF 1.25M`"),
        ("$185K–£250K", "two currencies in one range, USD and GBP; keep to one"),
        ("A$5K–C$6K", "two currencies in one range, AUD and CAD; keep to one"),
        ("$250K–$185K", "the low end $250K is above the high end $185K; write the smaller first"),
        ("₹38L–₹20L", "the low end ₹38L is above the high end ₹20L; write the smaller first"),
        ("15–10%", "the low end 15% is above the high end 10%; write the smaller first"),
        ("$70K+–$150K", "`$70K+–$150K` has a + before its end; put + after the high end alone"),
        ("¥5M", "`¥` stands for two currencies; write `JPY 12M` or `CNY 300K`"),
        ("JP¥5M", "`¥` stands for two currencies; write `JPY 12M` or `CNY 300K`"),
        ("$18,5000", "the commas of `$18,5000` are out of place; write it like `185,000`"),
        ("$20,00,000", "the commas of `$20,00,000` are out of place; write it like `185,000`"),
        ("$185,", "the commas of `$185,` are out of place; write it like `185,000`"),
        ("$20L", "`$20L` counts in lakh or crore, which only rupees do; use K or M"),
        ("£2Cr", "`£2Cr` counts in lakh or crore, which only rupees do; use K or M"),
        ("$185,000,000M", "`$185,000,000M` is more than anyone is paid; count its zeros"),
        ("ten%", "`ten%` is not a percentage; write it like `15%` or `10–15%`"),
        ("-5%", "`-5%` is not a percentage; write it like `15%` or `10–15%`"),
        ("%", "`%` is not a percentage; write it like `15%` or `10–15%`"),
        ("$5%", "`$5%` is not a percentage; write it like `15%` or `10–15%`"),
        ("x" * 61, f"an amount of 61 characters; {FORMS}"),
        (
            "XYZ 50K",
            "`XYZ` is not a currency known here; use a sign such as $, £, €, ₹, A$ or a code such as CHF",
        ),
    ],
)
def test_refusal_says_what_is_wrong_and_what_is_right(written, message):
    with pytest.raises(MoneyError) as refused:
        parse(written)
    assert str(refused.value) == message


@pytest.mark.parametrize("currency", sorted(CODES))
def test_every_code_may_stand_before_an_amount(currency):
    assert parse(f"{currency} 90K") == Money(currency, 90_000, 90_000)


@pytest.mark.parametrize(("sign", "currency"), SIGNS.items())
def test_every_sign_is_one_currency(sign, currency):
    assert parse(f"{sign}90K") == Money(currency, 90_000, 90_000)


@pytest.mark.parametrize("written", ["$١٨٥K", "$１８５K", "१५%"])
def test_other_digits_are_refused(written):
    """The exported schema, JavaScript and a reader's eye know ten digits."""
    with pytest.raises(MoneyError):
        parse(written)


_LOOKALIKE = r"[$£₹¥A-Z]{0,3} ?[0-9,.]{1,12}[KMLCr%+]{0,3}([-–][$£]?[0-9.,]{1,9}K?)?"
_UNITS = st.integers(0, 10**13) | st.integers(0, 10**8).map(lambda thousands: thousands * 1_000)
_SHARES = st.decimals(0, 1_000, places=2)


@st.composite
def _amounts(draw):
    low, high = sorted((draw(_UNITS), draw(_UNITS)))
    return Money(draw(st.sampled_from(sorted(CODES))), low, draw(st.sampled_from([low, high])), draw(st.booleans()))


@FUZZ
@given(_amounts())
def test_what_is_written_reads_as_the_same_amount(amount):
    assert parse(text(amount)) == amount


@FUZZ
@given(_SHARES, _SHARES)
def test_what_is_written_reads_as_the_same_percentage(one, other):
    share = Percent(min(one, other), max(one, other))
    assert parse(text(share)) == share


@FUZZ
@given(st.text() | st.from_regex(_LOOKALIKE, fullmatch=True))
def test_any_text_is_an_amount_or_refused_with_advice(written):
    refusal = _refusal(written)
    if refusal:
        assert re.fullmatch(r".+; .+", refusal, re.DOTALL)
    else:
        assert parse(text(parse(written))) == parse(written)


def _refusal(written):
    try:
        parse(written)
    except MoneyError as refused:
        return str(refused)
    return None
