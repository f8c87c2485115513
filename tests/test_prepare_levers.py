"""Levers and scripts ask for one number, the reader's, and no lever for less than the reader has or would take."""

import re

import pytest
from playwright.sync_api import expect

from prepare_forms import DERIVED, POUNDS, fill_in, print_pages

pytestmark = pytest.mark.browser

STRIPE, OPENAI, UBER = (f"guides/{name}/" for name in (
    "stripe/software-engineer", "openai/software-engineer", "uber/senior-software-engineer",
))  # fmt: skip
AMOUNTS = """() => [...document.querySelectorAll(".g-lever:not([hidden]) > summary > :nth-child(3), "
  + ".g-sheet .l > li:not([hidden]) [data-fill=amount]")]
  .map(part => part.textContent).filter(text => /base/.test(text))"""
BOTH = """() => [...document.querySelectorAll(".g-sheet .l > li:not([hidden])")].map(item => {
  const bare = text => text.replace(/\u2019/g, "'").replace(/\u2026$/, "");
  const title = bare(item.children[0].textContent);
  const levers = [...document.querySelectorAll(".g-lever")];
  const own = levers.find(lever => bare(lever.querySelector("b + b").textContent).startsWith(title));
  const shown = own?.querySelector("summary > :nth-child(3)").textContent;
  return [item.querySelector("[data-fill=amount]")?.textContent, shown];
})"""
"""The amount of each lever of the sheet, and what the page shows for the same lever."""


def _sheet(page, name):
    return page.locator(f".g-sheet [data-fill={name}]")


def test_no_lever_asks_for_less_than_the_reader_holds_or_would_take(open_form, tmp_path):
    page = open_form(STRIPE)
    fill_in(page, {"ask": "260k", "target": "250k", "floor": "240k", "base": "205k"})
    assert set(page.evaluate(AMOUNTS)) == {"$260K base"}
    fill_in(page, {"ask": "320k", "floor": "300k", "target": "", "base": "290k"})
    assert set(page.evaluate(AMOUNTS)) <= {"$320K base"}
    assert len(print_pages(page, tmp_path)) == 1


def test_a_lever_whose_words_are_true_of_its_own_price_alone_is_left_out_with_its_reason(open_form):
    page = open_form(UBER)
    fill_in(page, {"ask": "240k", "floor": "230k"})
    top = page.locator("[data-list=not-levers] li").filter(has_text="The top of a narrow band")
    expect(top).to_contain_text("it asks for less than your floor")
    fill_in(page, {"ask": "", "floor": "", "base": "221k"})
    expect(top).to_contain_text("it asks for no more than you hold")


@pytest.mark.parametrize(
    ("address", "ask"), [(STRIPE, "240k"), (POUNDS, "128k"), (UBER, "150k"), (DERIVED, "290k")], ids=str
)
def test_a_lever_names_one_base(address, ask, open_form):
    """Its title, all that it says and what the sheet has of it, whatever the reader asks for."""
    page = open_form(address)
    fill_in(page, {"ask": ask})
    levers = page.evaluate(BOTH)
    assert levers
    assert all(amount == own for amount, own in levers if own and amount and "base" in amount), levers


def test_an_ask_that_is_a_total_is_never_said_as_a_base(open_form):
    page = open_form(OPENAI)
    page.get_by_label("These three are").select_option("the first-year total")
    fill_in(page, {"ask": "620k", "target": "590k", "floor": "550k"})
    page.locator("[name=written_offer]").check()
    fill_in(page, {"rival_employer": "Example Ltd", "rival_base": "320k"})
    assert _sheet(page, "ask_sentence").text_content() == "I am asking for $620K as a first-year total."
    said = page.locator("#negotiate-up ~ .g-note").first
    expect(said).to_contain_text("Your numbers count the first-year total.")
    lever = page.locator(".g-sheet .l > li:not([hidden])").first
    expect(lever).to_contain_text("a written offer from Example Ltd ($320K base), and at $620K in the first year")
    for script in page.locator("article > .g-say:visible").all():
        assert "$380K" not in script.inner_text()


def test_what_a_reader_holds_has_a_lever_on_the_sheet_of_every_guide(open_form, tmp_path):
    page = open_form(DERIVED)
    page.locator("[name=verbal_offer]").check()
    page.locator("[name=current_job]").check()
    page.locator("[name=kind]").select_option("options")
    fill_in(page, {"rival_employer": "Example Ltd", "left_behind": "a bonus paid in March", "date": "2027-03-09"})
    (sheet,) = print_pages(page, tmp_path)
    assert "An offer that is not in writing yet" in sheet
    assert "giving up a bonus paid in March" in sheet
    assert "Get in writing: options" in sheet
    assert "Days to exercise after I leave" in sheet
    assert "You will have it by 9 Mar 2027" in sheet
    page.locator("[name=written_offer]").check()
    fill_in(page, {"rival_base": "250k", "ask": "290k"})
    (sheet,) = print_pages(page, tmp_path)
    assert re.search(r"written offer from Example Ltd .*\$290K", sheet)
    assert "not in writing yet" not in sheet


def test_an_ask_that_cannot_be_read_leaves_a_blank(open_form):
    page = open_form(DERIVED)
    fill_in(page, {"ask": "27O K"})
    expect(_sheet(page, "ask")).to_have_text("")
    expect(_sheet(page, "ask_sentence")).to_have_text("")
    assert not re.search(r"I(?:'|\u2019)d (?:like|ask for) \$", page.locator("article > .g-say").first.inner_text())
    fill_in(page, {"ask": ""})
    expect(_sheet(page, "ask")).to_have_text(re.compile(r"\$"))


def test_an_answer_to_a_no_asks_for_nothing_that_the_reader_would_not_take(open_form):
    page = open_form(UBER)
    shown = page.locator(".g-ifno", has_text="What was missing for L5b")
    expect(shown).to_contain_text("I would like $220K and a plan")
    fill_in(page, {"ask": "270k", "floor": "240k"})
    expect(shown).to_have_text(re.compile(r"What was missing for L5b\?\s*$"))
    fill_in(page, {"floor": "215k", "target": "250k"})
    expect(shown).to_contain_text("I would like $220K and a plan")


def test_a_lever_for_several_parts_asks_for_no_less_base_than_is_held(open_form):
    page = open_form()
    lever = page.locator(".g-lever", has_text="Cost optimisation and profit sharing")
    fill_in(page, {"base": "230k"})
    expect(lever).to_be_visible()
    fill_in(page, {"base": "250k"})
    expect(lever).to_be_hidden()


def test_target_and_floor_of_the_page_make_way_where_they_do_not_fit_the_ask(open_form):
    page = open_form()
    _, target, floor = page.locator("article > .g-three dd").all()
    expect(floor).to_contain_text("$215K")
    fill_in(page, {"floor": "230k"})
    expect(floor).to_have_text("$230K")
    fill_in(page, {"floor": "", "ask": "400k"})
    page.get_by_label("These three are").select_option("the first-year total")
    expect(floor).to_have_text("yours to set")
    page = open_form(DERIVED)
    page.locator("[name=region]").select_option("Chicago")
    fill_in(page, {"ask": "150k"})
    target = page.locator("article > .g-three dd").nth(1)
    expect(target).to_have_text("yours to set")
    expect(_sheet(page, "target")).to_have_text("")
