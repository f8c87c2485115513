"""The place in the band, the ladder, the warnings, and what scripts say of them."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arithmetic import SCRIPTS, TODAY

pytestmark = pytest.mark.browser


GUIDE = {"rows": [{"region": "Here", "level": "Senior", "base": "$185K–$250K", "basis": "posted"}], "row": 0}


@pytest.mark.parametrize(
    ("base", "words"),
    [
        ("210k", "lies 38% of the way up $185K–$250K"),
        ("185k", "is at the low end of $185K–$250K"),
        ("250k", "is at the top of $185K–$250K"),
        ("250,500", "is just above the high end of"),
        ("148k", "is 20% below the low end of"),
        ("300k", "is 20% above the high end of"),
        ("£150K", "about $201,314 at the rate of 13 Apr 2026, lies 25% of the way up"),
    ],
)
def test_an_offer_has_its_place_in_the_band(base, words, derive):
    """38 is (210 - 185) / (250 - 185); £150K is 150,000 * 1.1684 / 0.87058 = $201,314.3."""
    assert words in derive({"base": base}, GUIDE)["places"][0]["words"]


@pytest.mark.parametrize(
    ("ask", "often", "words"),
    [
        ("200k", True, "lies 50% of the way up the band posted most often, $190K–$210K, and 23% of the way up"),
        ("210k", True, "is at the top of the band posted most often, $190K–$210K, and lies 38% of the way up"),
        ("231k", True, "is 10% above the high end of the band posted most often, $190K–$210K, and lies 70% of the way"),
        ("300k", True, "of the band posted most often, $190K–$210K, and 20% above the high end of the whole range"),
        ("200k", False, "lies 50% of the way up the band of this page’s own ask, $190K–$210K, and 23% of the"),
    ],
)
def test_an_ask_is_held_against_the_band_of_the_strategy_and_the_whole_range(ask, often, words, derive):
    """Of $190K to $210K, $200K is half; of $185K to $250K it is 15 of 65 thousand, 23 %."""
    row = {**GUIDE["rows"][0], "usual": "$190K–$210K", "often": often}
    (place,) = derive({"ask": ask}, {"rows": [row], "row": 0})["places"]
    assert words in place["words"]
    assert place["words"].endswith(" the whole range, $185K–$250K (posted; Here, senior).")
    assert place["usual"] == {"currency": "USD", "low": 190_000, "high": 210_000, "open": False}


@pytest.mark.parametrize(
    ("changes", "numbers"),
    [
        ({"usual": "$185K–$250K"}, {}),
        ({}, {}),
        ({"usual": "$1K", "often": True, "total": "$185K–$250K"}, {"unit": "average_year"}),
    ],
)
def test_where_both_measures_are_one_it_is_said_once(changes, numbers, derive):
    row = {**GUIDE["rows"][0], **changes, "total_kind": "average_year"}
    (place,) = derive({"ask": "210k", **numbers}, {"rows": [row], "row": 0})["places"]
    assert place["words"] == "Your ask, $210K, lies 38% of the way up $185K–$250K (posted; Here, senior)."
    assert place["usual"] is None


def test_a_warning_names_the_whole_range_where_there_is_a_narrower_band_too(derive):
    row = {**GUIDE["rows"][0], "usual": "$190K–$210K", "often": True}
    (warning,) = derive({"ask": "313k"}, {"rows": [row], "row": 0})["warnings"]
    assert "more than a quarter above the whole range on this page, $185K–$250K." in warning


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
        ({"ask": "184k"}, "below the low end of the band on this page, $185K–$250K"),
        ({"call_on": "2026-12-10", "deadline": "2026-12-01"}, "before the day of the call"),
        ({"deadline": "2026-12-11", "date": "2026-12-14"}, "after the one they set"),
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
        {"ask": "185k"},
        {"ask": "200k", "target": "200k", "floor": "200k"},
        {"floor": "190k", "current_pay": "195k"},
        {"floor": "190k", "rival_base": "205k"},
        {"ask": "400k", "unit": "first_year"},
        {"floor": "200k", "base": "200k"},
        {"ask": "245k", "floor": "O"},
    ],
)
def test_what_is_in_order_gets_no_warning(numbers, derive):
    """A quarter above $250K is $312,500, which is not more than that."""
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
    assert arithmetic("askedFor", said, "$190K", "$205K")["text"] == shown


@pytest.mark.parametrize(
    ("said", "is_stuck"),
    [
        ("Your posting gives $150K to $190K. I'd ask for $190K.", False),
        ("With a base of $190K, inside the range you post, I will sign.", True),
        ("I am asking for the top, $190K.", True),
        ("The range is narrow, so I would like its top, $190,000.", True),
        ("You show one band up to $190K and one up to $220K. Which is mine?", False),
        ("I would ask for $190,500.", False),
    ],
)
def test_a_script_that_is_true_of_the_guides_ask_alone_is_known(said, is_stuck, arithmetic):
    assert arithmetic("askedFor", said, "$190K", "$205K")["isStuck"] == is_stuck


def test_a_script_names_the_band_of_the_place_that_was_chosen(arithmetic):
    own, other = (
        {"currency": "USD", "low": low, "high": high} for low, high in ((150_000, 190_000), (130_000, 170_000))
    )
    said = "Your posting gives $150K to $190K, not $150K."
    assert arithmetic("withBand", said, own, other) == "Your posting gives $130K to $170K, not $150K."
