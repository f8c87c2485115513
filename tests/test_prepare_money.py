"""Prepare reads money as people type it, and writes it as the pages do."""

import pytest

from guidebook import money
from guidebook.money import Money, text

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("typed", "currency", "shown"),
    [
        ("185k", "USD", "$185K"),
        ("$185K", "GBP", "$185K"),
        ("185,000", "USD", "$185K"),
        ("185 000", "EUR", "€185K"),
        ("185'000", "CHF", "CHF 185K"),
        ("185.000", "USD", "$185K"),
        ("1.185.000 €", "USD", "€1,185,000"),
        ("72 LPA", "INR", "₹72L"),
        ("₹20L", "USD", "₹20L"),
        ("20 lakh", "INR", "₹20L"),
        ("₹20,00,000", "INR", "₹20L"),
        ("Rs 20 lakh", "USD", "₹20L"),
        ("1.2 crore", "INR", "₹120L"),
        ("£75K", "USD", "£75K"),
        ("75k GBP", "USD", "£75K"),
        ("75 000 €", "USD", "€75K"),
        ("CHF 120K", "USD", "CHF 120K"),
        ("chf120k", "USD", "CHF 120K"),
        ("$140K", "AUD", "A$140K"),
        ("140K", "SGD", "S$140K"),
        ("KRW 90M", "USD", "KRW 90M"),
        ("1.25m", "USD", "$1.25M"),
        ("185.5k", "USD", "$185,500"),
        ("185,000.00", "USD", "$185K"),
        ("0", "USD", "$0"),
        ("１８５k", "USD", "$185K"),
        ("185k base", "USD", "$185K"),
        ("$185K a year", "USD", "$185K"),
        ("185k/yr", "USD", "$185K"),
        ("300k total", "USD", "$300K"),
        ("185\u00a0000 EUR", "USD", "€185K"),
        ("185 thousand", "USD", "$185K"),
        ("US$185,123", "EUR", "$185,123"),
    ],
)
def test_money_is_read_as_people_type_it(typed, currency, shown, arithmetic):
    read = arithmetic("readMoney", typed, currency)
    assert "word" not in read, read
    assert arithmetic("writeMoney", read["currency"], read["units"]) == shown


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("$1,85O", "There is a letter “O” where a digit should be."),
        ("l85K", "cannot be read"),
        ("-5", "Pay cannot be less than nothing"),
        ("$-5", "less than nothing"),
        ("\u22125K", "less than nothing"),
        ("(5,000)", "less than nothing"),
        ("1e9", "Write the number in full or with K"),
        ("1E5", "in full"),
        ("185,000.50", "Whole units only"),
        ("0.5", "Whole units only"),
        ("185.0005K", "Whole units only"),
        ("1,85", "out of place"),
        ("1,2,3", "out of place"),
        ("1.2.3", "out of place"),
        ("185-200k", "Write one number"),
        ("185k to 200k", "Write one number"),
        ("$185K–$200K", "Write one number"),
        ("185k+", "without the plus"),
        ("15%", "A percentage does not fit"),
        ("20L", "count rupees"),
        ("¥12M", "two currencies"),
        ("XYZ 100", "not a currency known here"),
        ("$185K EUR", "two currencies"),
        ("about 185k", "cannot be read"),
        ("99999999999999", "Count the zeros"),
        ("15 an hour", "Write pay for a year"),
        ("500 a day", "Write pay for a year"),
        ("<img src=x onerror=alert(1)>", "cannot be read"),
        ("9" * 5000, "too long"),
        ("none", "cannot be read"),
        ("NaN", "cannot be read"),
        ("Infinity", "cannot be read"),
        ("0x10", "cannot be read"),
        ("$", "cannot be read"),
        ("one hundred", "cannot be read"),
    ],
)
def test_money_that_cannot_be_read_gets_a_plain_word(typed, word, arithmetic):
    assert word in arithmetic("readMoney", typed, "USD")["word"]


def test_nothing_typed_is_nothing(arithmetic):
    assert [arithmetic("readMoney", typed, "USD") for typed in ("", "   ", None)] == [None, None, None]


def test_without_a_usual_currency_one_must_be_named(arithmetic):
    assert "which currency" in arithmetic("readMoney", "185K")["word"]


UNITS = [
    0,
    1,
    999,
    1_000,
    1_001,
    83_548,
    99_999,
    100_000,
    185_000,
    218_900,
    999_999,
    1_000_000,
    1_068_000,
    1_250_000,
    2_000_000,
    2_050_000,
    12_345_678,
    20_000_000,
    90_000_000,
    10**13,
]


@pytest.mark.parametrize("currency", sorted(money.CODES))
def test_the_page_and_the_script_write_money_alike(currency, arithmetic):
    shown = [text(Money(currency, units, units)) for units in UNITS]
    assert [arithmetic("writeMoney", currency, units) for units in UNITS] == shown
    read = [arithmetic("readMoney", written, "EUR") for written in shown]
    assert [(found["currency"], found["units"]) for found in read] == [(currency, units) for units in UNITS]


@pytest.mark.parametrize(
    "written", ["$185K–$250K", "£75K–£135K", "₹20L–₹38L", "CHF 120K–CHF 190K", "$70K–$150K+", "A$140,123"]
)
def test_a_band_of_the_pages_is_read_and_written_alike(written, arithmetic):
    band = arithmetic("readBand", written)
    assert arithmetic("writeBand", band) == written
    parsed = money.parse(written)
    assert (band["currency"], band["low"], band["high"], band["open"]) == (
        parsed.currency,
        parsed.low,
        parsed.high,
        parsed.open,
    )


def test_a_word_is_no_band(arithmetic):
    assert [arithmetic("readBand", shown) for shown in ("not disclosed", "none", "15%", "", None)] == [None] * 5
