"""The amounts that words name, in the ways in which people write them."""

import pytest

from guidebook.named import amounts

NAMED = {
    "up to $912k a year": [("USD", 912_000, 912_000)],
    "$1.2 million": [("USD", 1_200_000, 1_200_000)],
    "912,000 dollars": [("USD", 912_000, 912_000)],
    "USD912K, or 912K USD": [("USD", 912_000, 912_000)] * 2,
    "CAD$912K": [("CAD", 912_000, 912_000)],
    "$185-250K": [("USD", 185_000, 250_000)],
    "$138,200 to $239K": [("USD", 138_200, 138_200), ("USD", 239_000, 239_000)],
    "_$912 K_": [("USD", 912_000, 912_000)],
    "\u20b992 lakh": [("INR", 9_200_000, 9_200_000)],
    "\u20a992M and 912 000 SEK": [("KRW", 92_000_000, 92_000_000), ("SEK", 912_000, 912_000)],
    "MTS 2, GS-13, all 12 of 2024, 15 try it, 401k, 10%": [],
}


@pytest.mark.parametrize("words", NAMED)
def test_an_amount_is_seen_however_it_is_written(words):
    assert [(found.currency, found.low, found.high) for found in amounts(words)] == NAMED[words]
