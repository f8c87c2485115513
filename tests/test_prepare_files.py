"""Saved numbers come back as they were, and rows of guides become offers side by side."""

import json

import pytest

pytestmark = pytest.mark.browser


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
