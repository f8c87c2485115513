"""The arithmetic of Prepare without a page: each worked example is worked out by hand beside it."""

import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guidebook import money, paydata, project
from guidebook.money import Money, text

pytestmark = pytest.mark.browser

SCRIPTS = Path(__file__).resolve().parent.parent / "docs" / "assets" / "js" / "prepare"
PURE = ("money.js", "pay.js", "store.js", "readings.js", "checks.js", "derive.js", "asks.js", "ladder.js", "offers.js")
TODAY = "2026-11-25"


@pytest.fixture(scope="module")
def arithmetic(browser, sample):
    """Calls the functions of `globalThis.guidebook` in a page that holds nothing but the scripts."""
    page = browser.new_page()
    catalogue = project.open_site(sample).site.catalogue
    page.evaluate(paydata.basics(catalogue))
    for name in PURE:
        page.evaluate((SCRIPTS / name).read_text(encoding="utf-8"))
    page.evaluate("""() => {
      const plain = value => typeof value === 'bigint' ? Number(value) : value instanceof Set ? [...value].sort()
        : Array.isArray(value) ? value.map(plain) : value && typeof value === 'object'
        ? Object.fromEntries(Object.entries(value).map(([name, part]) => [name, plain(part)])) : value;
      globalThis.call = ([names, ...given]) =>
        plain(names.split('|').reduce((found, name) => [guidebook[name](...found)], given)[0]);
    }""")
    yield lambda name, *given: page.evaluate("given => call(given)", [name, *given])
    page.close()


@pytest.fixture(scope="module")
def derive(arithmetic):
    """From what is typed to what is shown, with no guide or with the row of one."""
    return lambda numbers, guide=None: arithmetic("derive", numbers, guide, TODAY)


def _totals(found):
    return [year["total"] for year in found["totals"]["years"]]


# Reading and writing money


@pytest.mark.parametrize(
    ("typed", "currency", "shown"),
    [
        ("185k", "USD", "$185K"),
        ("$185K", "GBP", "$185K"),
        ("185,000", "USD", "$185K"),
        ("185 000", "EUR", "€185K"),
        ("185'000", "CHF", "CHF 185K"),
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
        ("185.000", "Is this 185,000?"),
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


# Totals, each worked out by hand


def test_back_loading_with_a_sign_on_in_two_parts(derive):
    """5/15/40/40 of $200K is 10, 30, 80, 80; the sign-on fills the first two years."""
    found = derive({"base": "160k", "sign_on": "60k", "sign_on_2": "45k", "grant": "200k", "vesting": "5/15/40/40"})
    assert _totals(found) == [160_000 + 60_000 + 10_000, 160_000 + 45_000 + 30_000, 160_000 + 80_000, 160_000 + 80_000]
    assert found["totals"]["first"] == 230_000
    assert found["totals"]["average"] == 160_000 + 50_000  # 200K over four years; the sign-on is paid once
    assert found["totals"]["four"] == 230_000 + 235_000 + 240_000 + 240_000
    assert "sign-on is paid once and not in it" in found["totals"]["rule"]


def test_front_loading(derive):
    """40/30/20/10 of $150,001 is 60,000.4, 45,000.3, 30,000.2, 15,000.1: rounded so that they add up."""
    found = derive({"base": "100k", "grant": "150,001", "years": "4", "vesting": "40/30/20/10"})
    equity = [year["equity"] for year in found["totals"]["years"]]
    assert equity == [60_000, 45_001, 30_000, 15_000]  # ends at 60,000.4; 105,000.7; 135,000.9; 150,001
    assert sum(equity) == 150_001


def test_equal_shares_that_do_not_divide(derive):
    """$100K over three years: the ends are 33,333.3, 66,666.7 and 100,000."""
    found = derive({"base": "100k", "grant": "100k", "years": "3"})
    assert [year["equity"] for year in found["totals"]["years"]] == [33_333, 33_334, 33_333, 0]
    assert found["totals"]["average"] == 100_000 + 33_333
    assert "equal parts over 3 years" in found["totals"]["rule"]


def test_grants_of_one_year(derive):
    """Granted anew each year, $80K counts each year; one grant of one year counts once."""
    anew = derive({"base": "200k", "grant": "80k", "per": "year"})
    assert _totals(anew) == [280_000] * 4
    assert "only the first is promised" in anew["totals"]["rule"]
    once = derive({"base": "200k", "grant": "80k", "years": "1", "vesting": "100"})
    assert _totals(once) == [280_000, 200_000, 200_000, 200_000]
    assert once["totals"]["average"] == 280_000


def test_a_bonus_as_percent_of_base_is_exact(derive):
    """12.5% of $183,333 is 22,916.625; 15% of $210,001 is 31,500.15; 7% of $150,050 is 10,503.5, and half goes up."""
    cases = [("183,333", "12.5%", 22_917), ("210,001", "15%", 31_500), ("150,050", "7%", 10_504), ("100k", "0.1%", 100)]
    for base, bonus, units in cases:
        year = derive({"base": base, "bonus": bonus})["totals"]["years"][0]
        assert year["bonus"] == units, (base, bonus)


def test_percentages_are_no_floats(derive):
    """1.1% of 115,000 is 1,265 exactly; as floats 115000 * 1.1 / 100 is more. 29% of $950 is 275.5: half goes up."""
    assert derive({"base": "115,000", "bonus": "1.1%"})["totals"]["years"][0]["bonus"] == 1_265
    assert derive({"base": "950", "bonus": "29%"})["totals"]["years"][0]["bonus"] == 276


@pytest.mark.parametrize("kind", ["double-trigger-rsu", "options", "profit-units", "phantom"])
def test_what_is_no_cash_stands_apart(kind, derive):
    """$400K over four years is $100K a year on paper and nothing in cash."""
    found = derive({"base": "190k", "bonus": "10k", "kind": kind, "grant": "400k", "years": "4"})
    assert _totals(found) == [200_000] * 4
    assert found["totals"]["average"] == 200_000
    assert found["totals"]["paper"] == {"first": 100_000, "average": 100_000, "four": 400_000}
    assert "stands apart" in found["totals"]["rule"]


def test_a_share_in_the_profit(derive):
    """A set amount each year, or 10% of $180K, which is $18K."""
    amount = derive({"base": "180k", "profit": "70k"})
    assert _totals(amount) == [250_000] * 4
    assert "as nothing until it is in writing" in amount["totals"]["rule"]
    assert _totals(derive({"base": "180k", "profit": "10%"})) == [198_000] * 4


def test_rupees_in_lakh(derive):
    """₹35L base, 10% is ₹3.5L, ₹12L over four years is ₹3L: ₹41.5L in the first year."""
    found = derive({"base": "₹35L", "bonus": "10%", "grant": "₹12 lakh", "years": "4"})
    assert found["totals"]["currency"] == "INR"
    assert found["totals"]["first"] == 4_150_000
    assert found["blanks"]["your_offer"] == "₹35L base, ₹41.5L in the first year"


@settings(deadline=None, derandomize=True)
@given(grant=st.integers(0, 10**9), shares=st.lists(st.integers(0, 100), min_size=1, max_size=6).filter(sum))
def test_the_years_of_a_grant_are_the_grant(arithmetic_of_grants, grant, shares):
    years = arithmetic_of_grants(grant, shares)
    assert sum(years) == grant
    exact = [grant * share / sum(shares) for share in shares]
    assert all(abs(year - share) <= 1 for year, share in zip(years, exact, strict=True))


@pytest.fixture(scope="module")
def arithmetic_of_grants(browser):
    page = browser.new_page()
    page.evaluate("globalThis.guidebook = {}")
    page.evaluate((SCRIPTS / "pay.js").read_text(encoding="utf-8"))
    script = """([grant, shares]) => guidebook.vested(grant,
        shares.map(share => [BigInt(share), BigInt(shares.reduce((a, b) => a + b))]))"""
    yield lambda grant, shares: page.evaluate(script, [grant, shares])
    page.close()


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("25/25/25", "add up to 75, not to 100"),
        ("50/60", "add up to 110"),
        ("a/b", "Write the share of each year"),
        ("-25/125", "add up to 150, not to 100"),
        ("33.3/33.3/33.3", "add up to 99.9"),
        ("100/0/0/0/0", "5 shares for 4 years"),
    ],
)
def test_a_shape_that_does_not_fit_leaves_the_grant_out(typed, word, derive):
    found = derive({"base": "100k", "grant": "400k", "years": "4", "vesting": typed})
    assert word in found["reading"]["words"]["vesting"]
    assert _totals(found) == [100_000] * 4


@pytest.mark.parametrize(
    "typed", ["25/25/25/25", "25 / 25 / 25 / 25", "25,25,25,25", "25% 25% 25% 25%", "25-25-25-25", "33.3/33.3/33.4"]
)
def test_a_shape_may_be_written_in_many_ways(typed, derive):
    assert derive({"base": "100k", "grant": "400k", "vesting": typed})["reading"]["words"]["vesting"] == ""


def test_an_empty_grant_is_left_out_in_words(derive):
    found = derive({"base": "100k", "kind": "rsu", "years": "4"})
    assert "left out" in found["reading"]["words"]["grant"]
    assert _totals(found) == [100_000] * 4


def test_another_currency_inside_an_offer_is_left_out_in_words(derive):
    found = derive({"base": "£100K", "sign_on": "$20K"})
    assert found["reading"]["words"]["sign_on"] == "This is in USD and the base in GBP, so it is left out."
    assert _totals(found) == [100_000] * 4


# The band, the ladder, the warnings

GUIDE = {"rows": [{"region": "Here", "level": "Senior", "base": "$185K–$250K", "basis": "posted"}], "row": 0}


@pytest.mark.parametrize(
    ("base", "words"),
    [
        ("210k", "lies 38% of the way up $185K–$250K"),
        ("185k", "lies 0% of the way up"),
        ("250k", "lies 100% of the way up"),
        ("148k", "is 20% below the low end of"),
        ("300k", "is 20% above the high end of"),
        ("£150K", "about $201,314 at the rate of 13 Apr 2026, lies 25% of the way up"),
    ],
)
def test_an_offer_has_its_place_in_the_band(base, words, derive):
    """38 is (210 - 185) / (250 - 185); £150K is 150,000 * 1.1684 / 0.87058 = $201,314.3."""
    assert words in derive({"base": base}, GUIDE)["places"][0]["words"]


@pytest.mark.parametrize(
    ("numbers", "ladder"),
    [
        ({"ask": "245k", "target": "230k", "floor": "215k"}, ["$245K base", "$230K base", "$220K base", "$215K base"]),
        ({"ask": "245k", "floor": "215k"}, ["$245K base", "$230K base", "$220K base", "$215K base"]),
        ({"ask": "245k", "target": "240k", "floor": "215k"}, ["$245K base", "$230K base", "$220K base", "$215K base"]),
        ({"ask": "200k", "floor": "200k"}, ["$200K base"]),
        ({"ask": "200k", "target": "190k"}, ["$200K base", "$195K base", "$192K base", "$190K base"]),
        ({"ask": "₹40L", "floor": "₹28L"}, ["₹40L base", "₹34L base", "₹30L base", "₹28L base"]),
        (
            {"ask": "300k", "floor": "270k", "unit": "first_year"},
            ["$300K first-year total", "$285K first-year total", "$275K first-year total", "$270K first-year total"],
        ),
        ({"ask": "200k", "floor": "210k"}, []),
        ({"ask": "200k"}, []),
        ({"ask": "£200K", "floor": "$150K"}, []),
    ],
)
def test_the_ladder_leads_from_the_ask_to_the_floor(numbers, ladder, derive):
    assert derive(numbers)["ladder"] == ladder


def test_with_no_floor_the_ladder_ends_at_the_guides_number(derive):
    guide = {"rows": [{**GUIDE["rows"][0], "target": "$230K"}], "row": 0}
    assert derive({"ask": "250k"}, guide)["ladder"] == ["$250K base", "$240K base", "$234K base", "$230K base"]
    assert derive({"ask": "250k"}, guide | {"floor": "$220K"})["ladder"][-1] == "$220K base"
    for numbers in (
        {"ask": "220k"},
        {"ask": "£250K"},
        {"ask": "250k", "unit": "first_year"},
        {"ask": "250k", "floor": "O"},
    ):
        assert derive(numbers, guide)["ladder"] == [], numbers


@settings(deadline=None, derandomize=True)
@given(st.tuples(*[st.integers(50, 900)] * 3).map(sorted))
def test_no_step_of_a_ladder_is_larger_than_the_one_before(ladder_of, three):
    floor, target, ask = (number * 1_000 for number in three)
    steps = ladder_of(ask, target, floor)
    assert (steps[0], steps[-1]) == (ask, floor)
    sizes = [above - below for above, below in pairwise(steps)]
    assert all(size > 0 for size in sizes)
    assert all(after <= before for before, after in pairwise(sizes)), steps


@pytest.fixture(scope="module")
def ladder_of(browser):
    page = browser.new_page()
    page.evaluate("globalThis.guidebook = {}")
    page.evaluate((SCRIPTS / "pay.js").read_text(encoding="utf-8"))
    yield lambda *numbers: page.evaluate(
        "([ask, target, floor]) => guidebook.ladder(ask, target, floor, 1000)", numbers
    )
    page.close()


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ({"ask": "200k", "target": "210k"}, "Your ask, $200K, is below your target, $210K"),
        ({"target": "200k", "floor": "210k"}, "Your target, $200K, is below your floor, $210K"),
        ({"ask": "200k", "floor": "210k"}, "Your ask, $200K, is below your floor"),
        ({"ask": "$200K", "floor": "£150K"}, "count different things: ask $200K base, floor £150K base"),
        ({"ask": "200k base", "floor": "250k total"}, "count different things"),
        ({"ask": "220k", "floor": "190k", "base": "200k"}, "Your floor, $190K, is below the offer in hand, $200K"),
        ({"floor": "190k", "current_job": True, "current_pay": "195k"}, "below what you earn now, $195K"),
        ({"floor": "190k", "written_offer": True, "rival_base": "205k"}, "below your other offer, $205K"),
        ({"floor": "290k", "unit": "first_year", "base": "250k", "sign_on": "50k"}, "below the offer in hand, $300K"),
        ({"ask": "313k"}, "more than a quarter above the band on this page, $185K–$250K"),
        ({"ask": "138k"}, "more than a quarter below the band on this page"),
        ({"call_on": "2026-12-10", "deadline": "2026-12-01"}, "before the day of the call"),
    ],
)
def test_a_warning_says_what_to_look_at_again(numbers, words, derive):
    assert [warning for warning in derive(numbers, GUIDE)["warnings"] if words in warning]


@pytest.mark.parametrize(
    "numbers",
    [
        {},
        {"ask": "245k", "target": "230k", "floor": "215k"},
        {"ask": "312,500"},
        {"ask": "138,750"},
        {"ask": "200k", "target": "200k", "floor": "200k"},
        {"floor": "190k", "current_pay": "195k"},
        {"floor": "190k", "rival_base": "205k"},
        {"ask": "400k", "unit": "first_year"},
        {"floor": "200k", "base": "200k"},
        {"ask": "245k", "floor": "O"},
    ],
)
def test_what_is_in_order_gets_no_warning(numbers, derive):
    """A quarter above $250K is $312,500, and a quarter below $185K is $138,750: neither is more than that."""
    assert derive(numbers, GUIDE)["warnings"] == []


def test_a_day_in_the_past_gets_a_word_and_stays(derive):
    found = derive({"deadline": "2026-11-24", "call_on": TODAY})
    assert found["reading"]["words"]["deadline"] == "This day is over."
    assert "call_on" not in found["reading"]["words"]
    assert found["blanks"]["deadline"] == "24 Nov 2026"


def test_pay_a_month_is_shown_as_a_year(derive):
    assert derive({"base": "15k a month"})["reading"]["words"]["base"].startswith("That is $180K a year")


@pytest.mark.parametrize(
    ("typed", "word"), [("185", "Read as $185. Did you mean $185K?"), ("185k", "Read as $185K."), ("$185K", "")]
)
def test_what_was_read_is_said_where_it_was_typed_otherwise(typed, word, derive):
    assert derive({"ask": typed})["reading"]["words"]["ask"] == word


# What scripts say


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("So I'd like to be at $190K.", "So I'd like to be at $205K."),
        (
            "For that work I am asking for a base of $190K and a share.",
            "For that work I am asking for a base of $205K and a share.",
        ),
        ("At $190K I would choose you.", "At $205K I would choose you."),
        (
            "Your posting gives $150K to $190K. I'd ask for $190K.",
            "Your posting gives $150K to $190K. I'd ask for $205K.",
        ),
        (
            "Your posting gives $150K to $190K, and as I've done it, I'd like $190K.",
            "Your posting gives $150K to $190K, and as I've done it, I'd like $205K.",
        ),
        (
            "With a base of $190K, inside the range you post, I will sign.",
            "With a base of $190K, inside the range you post, I will sign.",
        ),
        ("What would place somebody near $190K?", "What would place somebody near $190K?"),
        ("I am asking for $190K+.", "I am asking for $190K+."),
        ("I would ask for $190,500.", "I would ask for $190,500."),
        ("I am asking for the top, $190K.", "I am asking for the top, $190K."),
    ],
)
def test_a_script_says_the_readers_ask_where_that_stays_true(said, shown, arithmetic):
    assert arithmetic("withAsk", said, "$190K", "$205K") == shown


def test_a_script_names_the_band_of_the_place_that_was_chosen(arithmetic):
    own, other = (
        {"currency": "USD", "low": low, "high": high} for low, high in ((150_000, 190_000), (130_000, 170_000))
    )
    said = "Your posting gives $150K to $190K, not $150K."
    assert arithmetic("withBand", said, own, other) == "Your posting gives $130K to $170K, not $150K."


# Files


def _file(**changes):
    return json.dumps(
        {"kind": "global-negotiation-guide-numbers", "version": 1, "guide": "worksheet", "name": "", "numbers": {}}
        | changes
    )


@pytest.mark.parametrize(
    ("content", "word"),
    [
        ("", "cannot be read"),
        ("{", "cannot be read"),
        (_file(numbers={"ask": "1"})[:-9], "cannot be read"),
        ("[]", "not saved here"),
        ("null", "not saved here"),
        ("7", "not saved here"),
        ('{"numbers": {}}', "not saved here"),
        (_file(kind="other"), "not saved here"),
        (_file(version=2), "another version"),
        (_file(version="1"), "another version"),
        (_file(numbers=[]), "holds no numbers"),
        (_file(numbers=None), "holds no numbers"),
        (_file(numbers={"ask": 245000}), "“ask” is not text"),
        (_file(numbers={"ask": None}), "“ask” is not text"),
        (_file(numbers={"written_offer": "yes"}), "neither true nor false"),
        (_file(numbers={"ladder": "down"}), "not a list of steps"),
        (_file(numbers={"ladder": [{"step": 1, "trade": ""}]}), "not a list of steps"),
        (_file(numbers={"ladder": [{}] * 99}), "not a list of steps"),
        (_file(numbers={"notes": "x" * 10_001}), "far too long"),
        ("[" * 150_000, "cannot be read"),
        (" " * 200_001, "too large"),
    ],
)
def test_a_file_that_is_not_ours_is_refused_in_words(content, word, arithmetic):
    assert word in arithmetic("readSaved", content)["word"]


def test_nothing_but_known_fields_comes_in(arithmetic):
    numbers = '{"ask": "245k", "__proto__": {"polluted": true}, "constructor": {"x": 1}, "toString": "x", "more": "y"}'
    read = arithmetic("readSaved", _file(numbers=0).replace('"numbers": 0', f'"numbers": {numbers}'))
    assert read["numbers"] == {"ask": "245k"}
    assert arithmetic("readMoney", "1", "USD").get("polluted") is None


def test_what_is_saved_can_be_read(arithmetic):
    numbers = {"ask": "245k", "written_offer": True, "ladder": [{"step": "a", "trade": "b"}], "notes": "<b>\u2028\"'"}
    read = arithmetic("readSaved", arithmetic("writeSaved", "a/b", "A at B", numbers))
    assert read == {"guide": "a/b", "name": "A at B", "numbers": numbers}


# Side by side


def test_a_row_of_a_guide_becomes_two_offers(arithmetic):
    """$100K-$120K and 10-15%: 10% of the low end and 15% of the high; equity is $40K-$80K over four years."""
    row = {"base": "$100K–$120K", "bonus": "10–15%", "equity": "$40K–$80K+", "per": "grant", "years": 4, "kind": "rsu"}
    lines = arithmetic("offerOfRow|lines", row)
    assert (lines["bonus"]["low"], lines["bonus"]["high"]) == (10_000, 18_000)
    assert (lines["year0"]["low"], lines["year0"]["high"], lines["year0"]["open"]) == (120_000, 158_000, True)
    assert (lines["four"]["low"], lines["four"]["high"]) == (480_000, 632_000)
    assert lines["signOn"] == lines["profit"] == "not disclosed"


def test_a_row_without_an_amount_cannot_be_compared(arithmetic):
    assert arithmetic("offerOfRow", {"base": "not disclosed"}) is None


@pytest.mark.parametrize(
    ("units", "come", "go", "shown"),
    [
        (100_000, "USD", "EUR", 85_587),
        (100_000, "EUR", "USD", 116_840),
        (75_000, "GBP", "USD", 100_657),
        (2_000_000, "INR", "USD", 21_429),
        (1, "USD", "USD", 1),
    ],
)
def test_money_is_converted_at_the_dated_rate(units, come, go, shown, arithmetic):
    """One euro is 1.1684 dollars, 0.87058 pounds, 109.047 rupees: 75,000 * 1.1684 / 0.87058 = 100,657.03."""
    assert arithmetic("convert", units, come, go) == shown


def test_no_rate_no_conversion(arithmetic):
    assert arithmetic("convert", 1, "USD", "XXX") is None
