"""Foreign files, bad input, a browser that keeps nothing: Prepare says so in words, and keeps the rest."""

import re

import pytest
from playwright.sync_api import expect

from looks import SIDEWAYS
from prepare_forms import (
    DERIVED,
    FIRST,
    NUMBERS,
    POUNDS,
    STATED,
    WORKSHEET,
    assert_accessible,
    assert_alone,
    fill_in,
    print_pages,
    stored,
)

pytestmark = pytest.mark.browser


FOREIGN = {
    "a picture": b"\x89PNG\r\n\x1a\n\x00\x00",
    "other data": b'{"company": "x"}',
    "cut off": b'{"kind": "global-negotiation-guide-numbers", "version": 1, "numbers": {"ask": "1',
    "wrong types": b'{"kind": "global-negotiation-guide-numbers", "version": 1, "numbers": {"ask": ["1"]}}',
    "huge": b"[" * 2_000_000,
    "empty": b"",
}


@pytest.mark.parametrize("name", FOREIGN)
def test_a_file_that_is_not_ours_changes_nothing(name, open_form):
    page = open_form()
    fill_in(page)
    page.locator("input[type=file]").set_input_files(
        {"name": "x.json", "mimeType": "application/json", "buffer": FOREIGN[name]}
    )
    expect(page.get_by_text("Your numbers are as they were.")).to_be_visible()
    for field, typed in NUMBERS.items():
        expect(page.locator(f"[name={field}]")).to_have_value(typed)
    assert page.noise == []


BLOCKED = (
    """Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }})"""
)


FULL = """Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }"""


@pytest.mark.parametrize("trouble", [BLOCKED, FULL])
def test_a_browser_that_keeps_nothing_still_works(trouble, browser, server, tmp_path):
    context = browser.new_context()
    context.add_init_script(trouble)
    page = context.new_page()
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(server + STATED)
    of_the_theme = len(errors)  # it asks for the storage as well, with no care for what it may get
    page.get_by_role("link", name="Enter my numbers").click()
    expect(page.get_by_text("This browser keeps nothing for this page")).to_be_visible()
    fill_in(page)
    assert "$243K" in print_pages(page, tmp_path)[0]
    page.get_by_role("button", name="Clear my numbers").click()
    page.get_by_role("button", name="Clear everything").click()
    expect(page.locator("[name=ask]")).to_have_value("")
    assert len(errors) == of_the_theme
    context.close()


def test_what_stands_in_the_storage_and_is_not_ours_does_no_harm(browser, server):
    context = browser.new_context()
    context.add_init_script(
        "localStorage.setItem('guidebook.numbers.midjourney/devops-engineer', '{\"__proto__\": [1')"
    )
    page = context.new_page()
    page.goto(server + STATED)
    page.get_by_role("form", name="Your numbers").wait_for()
    expect(page.locator("[name=ask]")).to_have_value("")
    context.close()


HOSTILE = "<img src=x onerror=alert(1)>"


BAD = {
    "ask": ("$1,85O", "There is a letter “O” where a digit should be."),
    "target": ("-5", "Pay cannot be less than nothing. Leave out the minus sign."),
    "floor": ("1e9", "Write the number in full or with K, like 185K."),
    "base": ("185,000.50", "Whole units only. Leave out what is behind the point."),
    "vesting": ("50/60", "These add up to 110, not to 100. The grant is left out until they do."),
    "years": ("many", "Write whole years from 1 to 10."),
    "deadline": ("2020-01-01", "This day is over."),
    "bonus": ("<b>15%</b>", "This cannot be read as money."),
}


def test_bad_input_gets_a_plain_word_and_the_rest_is_kept(open_form, tmp_path):
    page = open_form()
    fill_in(page, {name: typed for name, (typed, _) in BAD.items()} | {"grant": "₹20L", "alternative": "word " * 1000})
    for name, (typed, word) in BAD.items():
        field = page.locator(f"[name={name}]")
        expect(field).to_have_value(typed)
        expect(page.locator(f"#p-{name}-w")).to_contain_text(word)
        assert f"p-{name}-w" in field.get_attribute("aria-describedby")
    for name in ("ask", "vesting", "base"):
        expect(page.locator(f"[name={name}]")).to_have_attribute("aria-invalid", "true")
    expect(page.locator("#p-alternative-w")).to_contain_text("All of it is kept here.")
    assert len(page.locator("[name=alternative]").input_value()) == 5_000
    assert len(print_pages(page, tmp_path)) == 1
    assert_accessible(page)
    fill_in(page, {"ask": "185k"})
    expect(page.locator("#p-ask-w")).to_have_text("Read as $185K.")
    expect(page.locator("[name=ask]")).not_to_have_attribute("aria-invalid", "true")
    assert page.noise == []


@pytest.mark.parametrize("address", [STATED, WORKSHEET])
def test_markup_in_any_field_is_text(address, open_form, tmp_path):
    page = open_form(address)
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    for box in ("written_offer", "verbal_offer", "current_job"):
        page.locator(f"[name={box}]").check()
    fields = page.locator("form.g-prepare :is(input:not([type]), textarea)")
    for field in fields.all():
        field.fill(HOSTILE)
    page.get_by_role("button", name="Save to a file")
    assert page.locator("article img").count() == 0
    assert len(print_pages(page, tmp_path)) == 1
    page.reload()
    page.get_by_role("form", name="Your numbers").wait_for()
    expect(page.locator("[name=notes]")).to_have_value(HOSTILE)
    assert page.locator("article img").count() == 0
    assert_alone(page)


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("address", [STATED, DERIVED, POUNDS, WORKSHEET])
def test_long_answers_never_make_a_second_page(address, paper, open_form, tmp_path):
    page = open_form(address)
    for box in ("written_offer", "current_job"):
        page.locator(f"[name={box}]").check()
    fill_in(page, NUMBERS | {"ask": "9,999,999,999,999", "floor": "9,999,999,999,111"})
    for name in ("alternative", "notes", "proof", "left_behind", "rival_employer"):
        page.locator(f"[name={name}]").fill("Unbreakable" * 60 + " and words " * 200)
    page.get_by_label("In return, step 2").fill("something " * 100)
    assert len(print_pages(page, tmp_path, paper)) == 1


STATES = {"empty": {}, "filled": NUMBERS, "wrong": {"ask": "O", "vesting": "1/2", "grant": "1k", "base": "100k"}}


LOOKS = [
    ("empty", 390, "light"), ("empty", 1280, "dark"), ("filled", 390, "light"), ("filled", 390, "dark"),
    ("filled", 1280, "light"), ("filled", 1280, "dark"), ("wrong", 390, "dark"), ("wrong", 1280, "light"),
]  # fmt: skip


@pytest.mark.parametrize(("state", "width", "scheme"), LOOKS)
def test_the_form_is_accessible_in_each_state(state, width, scheme, open_form):
    page = open_form(STATED, width, scheme)
    fill_in(page, STATES[state])
    if state == "filled":
        for box in ("written_offer", "current_job"):
            page.locator(f"[name={box}]").check()
    page.wait_for_timeout(500)
    assert_accessible(page)
    assert page.evaluate(SIDEWAYS) == []
    if state == "filled":
        page.get_by_role("button", name="Clear my numbers").click()
        assert_accessible(page)


@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (1280, "light")])
def test_the_worksheet_is_accessible_and_prints_what_was_typed(width, scheme, open_form, tmp_path):
    page = open_form(WORKSHEET, width, scheme)
    assert_accessible(page)
    fill_in(page, NUMBERS | {"role": "Potter", "company": "Clay & Sons", "region": "Leeds", "level": "Grade 4"})
    page.get_by_label("Amounts without a symbol are in").select_option("GBP")
    (sheet,) = print_pages(page, tmp_path)
    for shown in ("Potter", "Clay & Sons", "Leeds", "Grade 4", "£243K", "£337,100"):
        assert shown in sheet, shown
    assert_accessible(page)
    assert page.evaluate(SIDEWAYS) == []
    assert_alone(page)


def test_the_worksheet_takes_the_place_of_a_guides_form(open_form):
    page = open_form(f"{WORKSHEET}#okta/devops-engineer")
    expect(page.get_by_text("DevOps Engineer at Okta")).to_be_visible()
    page.locator("[name=level]").select_option("Staff")
    fill_in(page, {"ask": "243k"})
    expect(page.get_by_text(re.compile("Your ask, \\$243K, lies"))).to_be_visible()
    assert stored(page) == ["guidebook.numbers.okta/devops-engineer"]


@pytest.mark.parametrize("made_up", ["nobody/nothing", "../../secret", "okta/<b>", "%zz"])
def test_a_made_up_guide_behind_the_hash_leaves_the_worksheet(made_up, open_form):
    page = open_form(f"{WORKSHEET}#{made_up}")
    fill_in(page, {"role": "Potter"})
    assert stored(page) == ["guidebook.numbers.worksheet"]


def test_without_scripts_the_worksheet_prints_blanks(open_page, tmp_path):
    page = open_page(WORKSHEET, java_script_enabled=False)
    assert page.get_by_text("Print this page now").is_visible()
    assert page.get_by_role("textbox").count() == page.get_by_role("textbox", name="Search").count()
    (sheet,) = print_pages(page, tmp_path)
    assert "Ask first" in sheet
    assert page.noise == []


def test_from_a_folder_the_form_is_on_the_worksheet(browser, site):
    """A page opened as a file may not read another file: the link leads on to the worksheet, which knows the guide."""
    context = browser.new_context()
    page = context.new_page()
    page.goto((site / STATED / "index.html").as_uri())
    page.get_by_role("link", name="Enter my numbers").click()
    page.wait_for_url("**/prepare/worksheet/index.html#midjourney/devops-engineer")
    page.get_by_role("form", name="Your numbers").wait_for()
    expect(page.get_by_text("DevOps Engineer at Midjourney")).to_be_visible()
    fill_in(page)
    expect(page.locator(".g-sheet [data-fill=first_year]")).to_have_text(FIRST)
    page.goto((site / STATED / "index.html").as_uri())
    expect(page.locator(".g-sheet [data-fill=first_year]")).to_have_text(FIRST)
    context.close()
