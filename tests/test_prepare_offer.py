"""Nobody is told to ask for less than they hold: what of a guide an offer has reached stays off the sheet."""

import re

import pytest
from playwright.sync_api import expect

from prepare_forms import DERIVED, STATED, fill_in, print_pages

pytestmark = pytest.mark.browser

AMOUNT = re.compile(r"\$([0-9]+)K")


def _asked(page):
    """Thousands of dollars that the sheet asks for: numbers, sentence, amounts of levers, steps of the ladder."""
    names = ", ".join(f"[data-fill={name}]" for name in ("ask", "target", "ask_sentence", "amount", "step"))
    parts = page.locator(f".g-sheet :is({names})")
    shown = [part.inner_text() for part in parts.all() if part.is_visible()]
    return [int(found) for text in shown for found in AMOUNT.findall(text)]


@pytest.mark.parametrize(
    ("address", "held", "reached"),
    [(DERIVED, 270, "ask"), (DERIVED, 259, "target"), (STATED, 250, "ask"), (STATED, 246, "ask")],
)
def test_a_guide_asks_for_nothing_that_the_offer_has_reached(address, held, reached, open_form, tmp_path):
    page = open_form(address)
    fill_in(page, {"base": f"{held}K"})
    form = page.get_by_role("form", name="Your numbers")
    words = rf"The {reached} of this page, .* is not above the base that you hold, \${held}K"
    said = form.get_by_text(re.compile(words))
    expect(said).to_be_visible()
    assert len(print_pages(page, tmp_path)) == 1
    page.emulate_media(media="print")
    asked = _asked(page)
    assert all(amount > held for amount in asked), asked
    assert bool(asked) == (reached == "target")
    target = page.locator(".g-sheet [data-fill=target]")
    assert target.inner_text() == ""
    page.emulate_media(media="screen")
    fill_in(page, {"base": "150K"})
    expect(said).to_have_count(0)
    page.emulate_media(media="print")
    assert len(_asked(page)) > 3


@pytest.mark.parametrize(("address", "floor", "low"), [(DERIVED, 271, "ask"), (DERIVED, 262, "target")])
def test_a_guide_asks_for_nothing_below_the_readers_floor(address, floor, low, open_form):
    page = open_form(address)
    fill_in(page, {"floor": f"{floor}K"})
    form = page.get_by_role("form", name="Your numbers")
    said = form.get_by_text(re.compile(rf"The {low} of this page, .* is below your floor, \${floor}K"))
    expect(said).to_be_visible()
    page.emulate_media(media="print")
    asked = _asked(page)
    assert all(amount >= floor for amount in asked), asked
    assert bool(asked) == (low == "target")
    assert page.locator(".g-sheet [data-fill=target]").inner_text() == ""
    page.emulate_media(media="screen")
    expect(page.locator("article > .g-three dd").nth(1)).to_have_text("yours to set")


def test_an_ask_of_ones_own_at_the_offer_is_warned_of(open_form):
    page = open_form(DERIVED)
    fill_in(page, {"base": "265K", "ask": "260K"})
    form = page.get_by_role("form", name="Your numbers")
    expect(form.get_by_text("Your ask, $260K, is not above the offer in hand, $265K.")).to_be_visible()
    fill_in(page, {"ask": "280K"})
    expect(form.get_by_text("is not above the offer in hand")).to_have_count(0)


def test_another_row_whose_ask_the_offer_has_reached_asks_for_nothing(open_form):
    page = open_form(DERIVED)
    page.locator("[name=region]").select_option("Washington DC")
    page.locator("[name=level]").select_option("Senior")
    fill_in(page, {"base": "230K"})
    page.emulate_media(media="print")
    assert all(amount > 230 for amount in _asked(page))
    assert page.locator(".g-sheet [data-fill=ask]").inner_text() == ""


def test_a_place_and_level_with_no_row_take_the_guides_own_figures_off_the_sheet(open_form, tmp_path):
    page = open_form("guides/anthropic/staff-software-engineer/")
    page.locator("[name=region]").select_option("Washington DC")
    page.locator("[name=level]").select_option("Principal")
    form = page.get_by_role("form", name="Your numbers")
    expect(form.get_by_text("This page has no figures for Washington DC, principal.")).to_be_visible()
    (sheet,) = print_pages(page, tmp_path)
    assert "Washington DC, principal no figures here" in sheet
    page.emulate_media(media="print")
    assert _asked(page) == []
    assert page.locator(".g-sheet [data-of=region]").is_hidden()
