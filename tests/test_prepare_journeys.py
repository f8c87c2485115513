"""Journeys in Chromium: fill in, see what follows, print, save, clear; by mouse, keyboard, on a phone, both schemes."""

import json
import re

import pytest
from playwright.sync_api import expect

from prepare_forms import (
    AVERAGE,
    DERIVED,
    FIRST,
    NUMBERS,
    STATED,
    assert_alone,
    fill_in,
    print_pages,
    stored,
)

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("width", [1280, 390])
def test_choose_fill_see_print_clear_and_find_it_gone(width, open_form, tmp_path):
    page = open_form(DERIVED, width)
    page.locator("[name=region]").select_option("Washington DC")
    page.locator("[name=level]").select_option("Senior")
    fill_in(page)
    form = page.get_by_role("form", name="Your numbers")
    expect(form.get_by_text(FIRST, exact=True).first).to_be_visible()
    expect(form.get_by_text(AVERAGE, exact=True)).to_be_visible()
    expect(
        form.get_by_text(
            re.compile(r"The offered base, \$211K, [^.]* 87% of the way up the whole range, \$147K–\$220K")
        )
    ).to_be_visible()
    steps = (
        form.get_by_role("list").filter(has=page.get_by_label("Step 1", exact=True)).get_by_label(re.compile("^Step"))
    )
    assert [step.input_value() for step in steps.all()] == ["$243K base", "$230K base", "$220K base", "$215K base"]
    (sheet,) = print_pages(page, tmp_path)
    for shown in (
        "$243K",
        "$230K",
        "$215K",
        "$211K base",
        FIRST,
        AVERAGE,
        "stay, and look again in spring",
        "$220K base",
        "Washington DC",
    ):
        assert shown in sheet, shown
    page.get_by_role("button", name="Clear my numbers").click()
    page.get_by_role("button", name="Clear everything").click()
    expect(page.get_by_text("Cleared. Nothing of yours is left in this browser.")).to_be_visible()
    assert stored(page) == []
    page.reload()
    assert page.get_by_role("form", name="Your numbers").count() == 0
    (sheet,) = print_pages(page, tmp_path)
    assert not re.search(r"243K|spring|337,100", sheet)
    assert_alone(page)


def test_the_same_by_keyboard_alone(open_page, tmp_path):
    page = open_page(STATED)
    link = page.get_by_role("link", name="Enter my numbers")
    link.focus()
    page.keyboard.press("Enter")
    expect(page.locator("[name=region]")).to_be_focused()
    for name in ("ask", "target", "floor"):
        _tab_to(page, name)
        page.keyboard.type(NUMBERS[name])
    _tab_to(page, "current_job")
    page.keyboard.press("Space")
    _tab_to(page, "alternative")
    page.keyboard.type("stay, and look again in spring")
    _tab_until(page, "document.activeElement.dataset.step === 'step'")
    page.keyboard.press("ControlOrMeta+A")
    page.keyboard.type("$242K base")
    (sheet,) = print_pages(page, tmp_path)
    for shown in ("$243K", "$230K", "$215K", "$242K base", "stay, and look again in spring"):
        assert shown in sheet
    _tab_until(page, "document.activeElement.dataset.do === 'clear'")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Clear everything")).to_be_focused()
    page.keyboard.press("Enter")
    assert stored(page) == []
    expect(page.get_by_role("button", name="Clear my numbers")).to_be_focused()
    assert_alone(page)


def _tab_to(page, name):
    _tab_until(page, f"document.activeElement.name === '{name}'")


def _tab_until(page, condition):
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate(condition):
            return
    pytest.fail(f"Tab never leads to where {condition}")


def test_escape_and_keep_leave_the_numbers(open_form):
    page = open_form()
    fill_in(page, {"ask": "243k"})
    page.get_by_role("button", name="Clear my numbers").click()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Clear my numbers").click()
    page.get_by_role("button", name="Keep them").click()
    expect(page.locator("[name=ask]")).to_have_value("243k")
    assert stored(page) == ["guidebook.numbers.midjourney/devops-engineer"]


def test_without_an_offer_nothing_claims_one(open_form, tmp_path):
    page = open_form()
    fill_in(page)
    form = page.get_by_role("form", name="Your numbers")
    expect(form.get_by_text("Not for you now")).to_be_visible()
    expect(form.get_by_role("listitem").filter(has_text="Competing offers")).to_contain_text(
        "only if you hold an offer in writing"
    )
    assert not page.locator("#lever-4").is_visible()
    assert page.locator("blockquote[data-needs=written_offer]").first.is_hidden()
    (sheet,) = print_pages(page, tmp_path)
    assert "Competing offers" not in sheet
    assert "GPU infrastructure expertise" in sheet


def test_with_a_written_offer_the_scripts_hold_it(open_form, tmp_path):
    page = open_form()
    fill_in(page)
    page.get_by_label("I hold another offer, in writing").check()
    fill_in(page, {"rival_employer": "Acme Works", "rival_base": "220k", "rival_sign_on": "30k"})
    form = page.get_by_role("form", name="Your numbers")
    expect(form.get_by_role("link", name="Competing offers")).to_be_visible()
    expect(form.get_by_text("Your floor, $215K, is below your other offer, $220K.")).to_be_visible()
    page.locator("#lever-4 summary").click()
    said = page.locator("#lever-4 .g-say").first
    expect(said).to_contain_text("I have a written offer from Acme Works at $220K base, $250K in the first year.")
    expect(said).to_contain_text("I need a base of $243K.")
    (sheet,) = print_pages(page, tmp_path)
    assert "Competing offers" in sheet
    assert "Acme Works" in sheet
    page.get_by_label("I hold another offer, in writing").uncheck()
    expect(said).to_be_hidden()
    assert "Acme Works" not in print_pages(page, tmp_path)[0]


def test_another_place_and_level_take_all_that_was_said_of_the_guides_own_off_the_sheet(open_form, tmp_path):
    page = open_form("guides/stripe/software-engineer/")
    (own,) = print_pages(page, tmp_path)
    page.locator("[name=region]").select_option("Chicago")
    expect(page.get_by_text("The guide's own numbers and scripts are for San Francisco")).to_be_visible()
    (sheet,) = print_pages(page, tmp_path)
    said = " ".join(sheet.split())
    assert ("California" in own, "California" in said) == (True, False)
    assert ("$230K" in own, "$230K" in said) == (True, False)
    for shown in ("Chicago posted $173K–$259,600", "I am asking for $259,600 base.", "$259,600 base ", "$237K base "):
        assert shown in said, shown
    expect(page.locator(".g-note:has(+ .g-three)")).to_contain_text("For Chicago.")
    expect(page.locator("article > .g-three dd").first).to_have_text("$259,600")
    page.locator("[name=region]").select_option("")
    assert print_pages(page, tmp_path) == [own]


def test_what_is_typed_stands_under_negotiate_up_too(open_form):
    page = open_form(STATED)
    page.get_by_label("Opening ask").fill("$300K")
    page.get_by_label("Floor").fill("$260K")
    expect(page.locator("article > .g-three dd").first).to_have_text("$300K")
    expect(page.locator(".g-ladder li b").first).to_have_text("$300K base")
    expect(page.locator(".g-ladder li b").last).to_have_text("$260K base")
    page.get_by_label("Opening ask").fill("$200K")
    page.get_by_label("Floor").fill("")
    expect(page.locator("article > .g-three dd").nth(1)).to_have_text("yours to set")


def test_an_ask_is_held_against_the_band_that_the_guide_speaks_of_too(open_form):
    page = open_form("guides/openai/software-engineer/")
    expect(page.get_by_text("The figures are for the band posted most often, $230K–$385K.")).to_be_visible()
    page.get_by_label("Opening ask").fill("$380K")
    place = page.locator(".g-place")
    expect(place).to_contain_text(
        "Your ask, $380K, lies 96% of the way up the band posted most often, $230K–$385K, and"
    )
    expect(place).to_contain_text("% of the way up the whole range, $")
    wide, often = (
        [float(rect.get_attribute(name)[:-1]) for name in ("x", "width")] for rect in place.locator("rect").all()[:2]
    )
    assert wide == [0, 100]
    assert 0 < often[0] < often[0] + often[1] < 100


BANDS = """() => [...document.querySelectorAll('.g-sheet .r')].map(line => {
  const [label, detail, amount] = [...line.childNodes].map(part => part.textContent.trim());
  const bar = line.nextElementSibling, rect = bar.firstElementChild;
  const drawn = ['class', 'x', 'width'].map(name => rect.getAttribute(name) || 'posted');
  return [label, detail, amount, bar.hasAttribute('hidden') ? null : drawn];
})"""
BAR = """amount => ['x', 'width'].map(name =>
  document.querySelector(`.g-pay svg[aria-label="${amount}"] rect`).getAttribute(name))"""


def test_the_band_of_another_place_is_drawn_like_the_others(open_form):
    page = open_form("guides/stripe/software-engineer/")
    own = page.evaluate(BANDS)
    assert "Chicago" not in {label for label, *_ in own}
    page.locator("[name=region]").select_option("Chicago")
    first, *rest = page.evaluate(BANDS)
    assert first == ["Chicago", "posted", "$173K–$259,600", ["posted", *page.evaluate(BAR, "$173K–$259,600")]]
    assert rest == own[1:]
    page.locator("[name=region]").select_option("New York")
    listed = next(band for band in own if band[0] == "New York")
    assert page.evaluate(BANDS) == [listed, *(band for band in own if band is not listed)]
    page.locator("[name=region]").select_option("")
    assert page.evaluate(BANDS) == own


def test_a_band_in_another_currency_has_no_place_on_the_scale(open_form):
    page = open_form("guides/uber/staff-software-engineer/")
    page.locator("[name=region]").select_option("Toronto")
    (_, _, amount, rect), *rest = page.evaluate(BANDS)
    assert (amount[:2], rect) == ("C$", None)
    assert all(drawn for *_, drawn in rest)


LABELS = """() => [...document.querySelectorAll('.g-sheet .l li:not([hidden]) [data-fill=amount]')]
  .map(amount => [amount.textContent, amount.dataset.above ?? ''])"""


def test_a_lever_of_the_sheet_says_that_it_asks_for_more_than_the_ask(open_form, tmp_path):
    page = open_form("guides/stripe/software-engineer/")
    own = page.evaluate(LABELS)
    assert ["$260K base", "higher level"] in own
    assert "$260K base, higher level" in print_pages(page, tmp_path)[0]
    ask = page.get_by_label("Opening ask")
    ask.fill("$260K")
    assert {label for _, label in page.evaluate(LABELS)} == {""}
    ask.fill("$225K")
    shown = [["$230K base", "above the ask"], ["$260K base", "higher level"], ["$225K base", ""]]
    assert page.evaluate(LABELS) == shown
    (sheet,) = print_pages(page, tmp_path)
    assert " base, above the ask" in sheet
    for other in ("$200K total", "£150K"):
        ask.fill(other)
        assert {label for _, label in page.evaluate(LABELS)} == {""}, other
    ask.fill("$200K")
    page.get_by_label("These three are").select_option("the first-year total")
    assert {label for _, label in page.evaluate(LABELS)} == {""}
    page.get_by_label("These three are").select_option("base per year")
    ask.fill("")
    assert page.evaluate(LABELS) == own
    page.locator("[name=region]").select_option("Chicago")
    assert {label for _, label in page.evaluate(LABELS)} <= {""}


def test_the_day_of_the_answer_stands_in_the_reply_too(open_form, tmp_path):
    page = open_form(DERIVED)
    page.get_by_label("Answer due by").fill("2027-03-09")
    (sheet,) = print_pages(page, tmp_path)
    assert re.search(r"You will\s+have it by\s+9 Mar 2027\.", sheet)
    assert "Decide by 9 Mar 2027" in " ".join(sheet.split())


def test_the_page_gives_back_what_it_said(open_form):
    page = open_form()
    before = page.locator(".g-sheet, .g-lever, .g-say").all_text_contents()
    fill_in(page)
    page.get_by_label("I have a job now").check()
    changed = page.locator(".g-sheet, .g-lever, .g-say").all_text_contents()
    assert changed != before
    page.get_by_role("button", name="Clear my numbers").click()
    page.get_by_role("button", name="Clear everything").click()
    assert page.locator(".g-sheet, .g-lever, .g-say").all_text_contents() == before
    assert page.locator(".g-sheet li[data-requires]:not([hidden]), .g-lever[hidden]").count() == 0


def test_the_sheet_never_mixes_the_readers_ask_with_numbers_that_do_not_fit(open_form):
    page = open_form()
    ask, target, floor = (page.locator(f".g-sheet [data-fill={name}]") for name in ("ask", "target", "floor"))
    fill_in(page, {"ask": "225k"})
    expect(ask).to_have_text("$225K")
    expect(target).to_have_text("")
    expect(floor).to_have_text("$215K")
    expect(page.locator(".g-sheet [data-fill-list=ladder] [data-fill=step]").first).to_have_text("$225K base")
    fill_in(page, {"ask": "200k"})
    expect(floor).to_have_text("")
    steps = page.locator(".g-sheet [data-fill-list=ladder] [data-fill=step]")
    assert [*dict.fromkeys(steps.all_inner_texts())] == ["$200K base", ""]
    page.get_by_label("These three are").select_option("the first-year total")
    expect(page.locator(".g-sheet [data-fill=unit]")).to_have_text("first year")
    fill_in(page, {"ask": ""})
    expect(ask).to_have_text("$245K")
    expect(page.locator(".g-sheet [data-fill=unit]")).to_have_text("base")
    expect(floor).to_have_text("$215K")


def test_numbers_are_kept_for_their_guide_alone(open_form, server):
    page = open_form()
    fill_in(page)
    page.goto(server + DERIVED)
    page.get_by_role("link", name="Enter my numbers").click()
    expect(page.locator("[name=ask]")).to_have_value("")
    page.goto(server + STATED)
    expect(page.locator("[name=ask]")).to_have_value("243k")
    expect(page.locator(".g-sheet [data-fill=ask]")).to_have_text("$243K")
    assert_alone(page)


def test_the_ladder_can_be_changed_and_suggested_again(open_form, tmp_path):
    page = open_form()
    fill_in(page, {"ask": "243k", "floor": "215k"})
    page.get_by_label("Step 2", exact=True).fill("$235K and two days at home")
    page.get_by_label("In return, step 2").fill("a sign-on of $20K")
    page.get_by_role("button", name="Remove step 3").click()
    page.get_by_role("button", name="Add a step").click()
    expect(page.get_by_label("Step 3", exact=True)).to_be_focused()
    page.keyboard.type("$220K")
    page.reload()
    page.get_by_role("form", name="Your numbers").wait_for()
    found = [page.get_by_label(f"Step {number}", exact=True).input_value() for number in (1, 2, 3, 4)]
    assert found == ["$243K base", "$235K and two days at home", "$220K", "$215K base"]
    (sheet,) = print_pages(page, tmp_path)
    assert "$235K and two days at home" in sheet
    assert "a sign-on of $20K" in sheet
    page.get_by_role("button", name="Go back to the suggested steps").click()
    expect(page.get_by_label("Step 2", exact=True)).to_have_value("$229K base")


def test_a_file_moves_the_numbers_to_another_browser(open_form, tmp_path):
    page = open_form()
    fill_in(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Save to a file").click()
    path = tmp_path / "numbers.json"
    download.value.save_as(path)
    assert download.value.suggested_filename == "my-numbers-midjourney-devops-engineer.json"
    saved = json.loads(path.read_text(encoding="utf-8"))
    assert (saved["version"], saved["name"], saved["numbers"]) == (1, "DevOps Engineer at Midjourney", NUMBERS)
    other = open_form(DERIVED)
    other.locator("input[type=file]").set_input_files(path)
    expect(other.get_by_text("Your numbers are in. It was saved for DevOps Engineer at Midjourney.")).to_be_visible()
    expect(other.locator("[name=alternative]")).to_have_value(NUMBERS["alternative"])
    expect(other.locator(".g-sheet [data-fill=first_year]")).to_have_text(FIRST)
