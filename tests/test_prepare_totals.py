"""The totals of Prepare: each worked example is worked out by hand beside it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arithmetic import SCRIPTS

pytestmark = pytest.mark.browser


def _totals(found):
    return [year["total"] for year in found["totals"]["years"]]


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
