"""Journeys in Chromium: fill in, see what follows, print, save, clear; by mouse, keyboard, on a phone, both schemes."""

import json
import re

import pypdfium2
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from test_browser import AXE, SIDEWAYS

pytestmark = pytest.mark.browser

STATED, DERIVED, POUNDS = (
    "guides/midjourney/devops-engineer/",
    "guides/okta/devops-engineer/",
    "guides/monzo/senior-software-engineer/",
)
WORKSHEET = "prepare/worksheet/"
NUMBERS = {
    "ask": "243k",
    "target": "230k",
    "floor": "215k",
    "base": "211k",
    "bonus": "10%",
    "sign_on": "25k",
    "grant": "200k",
    "years": "4",
    "vesting": "40/30/20/10",
    "alternative": "stay, and look again in spring",
    "proof": "I halved the serving bill",
}
FIRST, AVERAGE = "$337,100", "$282,100"
"""By hand: 211 + 21.1 + 25 + 80 = 337.1 in the first year; 211 + 21.1 + 50 = 282.1 in an average one."""


@pytest.fixture
def open_form(open_page):
    """Open a page and its form."""

    def open_form(address=STATED, width=1280, scheme="light", **options):
        page = open_page(address, width, scheme, **options)
        if address != WORKSHEET and not address.startswith(f"{WORKSHEET}#"):
            page.get_by_role("link", name="Enter my numbers").click()
        page.get_by_role("form", name="Your numbers").wait_for()
        return page

    return open_form


def _fill(page, numbers=None):
    for name, typed in (numbers or NUMBERS).items():
        page.locator(f"[name={name}]").fill(typed)


def _printed(page, tmp_path, paper="A4"):
    """The pages that print gives, each as its text."""
    path = tmp_path / "printed.pdf"
    page.pdf(path=path, format=paper)
    document = pypdfium2.PdfDocument(path)
    texts = [one.get_textpage().get_text_range() for one in document]
    document.close()
    return [" ".join(text.split()) for text in texts]


def _kept(page):
    return page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('guidebook'))")


SETTLED = "() => Promise.allSettled(document.getAnimations().map(animation => animation.finished)).then(() => true)"


def _axe(page):
    page.evaluate("scrollTo(0, 0)")  # what the header covers in part by chance is no small target
    page.evaluate(SETTLED)  # a colour in the middle of a change is nobody's choice
    found = Axe().run(page, options=AXE)
    assert found.violations_count == 0, found.generate_report()


def _assert_alone(page):
    """Nothing on the console, no other host, and nothing of the reader's in the address."""
    assert page.noise == []
    assert not re.search(r"\d{3}k|243|spring", page.url)


@pytest.mark.parametrize("width", [1280, 390])
def test_choose_fill_see_print_clear_and_find_it_gone(width, open_form, tmp_path):
    page = open_form(DERIVED, width)
    page.locator("[name=region]").select_option("Washington DC")
    page.locator("[name=level]").select_option("Senior")
    _fill(page)
    form = page.get_by_role("form", name="Your numbers")
    expect(form.get_by_text(FIRST, exact=True).first).to_be_visible()
    expect(form.get_by_text(AVERAGE, exact=True)).to_be_visible()
    expect(
        form.get_by_text(re.compile(r"The offered base, \$211K, lies 87% of the way up \$147K–\$220K"))
    ).to_be_visible()
    steps = (
        form.get_by_role("list").filter(has=page.get_by_label("Step 1", exact=True)).get_by_label(re.compile("^Step"))
    )
    assert [step.input_value() for step in steps.all()] == ["$243K base", "$230K base", "$220K base", "$215K base"]
    (sheet,) = _printed(page, tmp_path)
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
    assert _kept(page) == []
    page.reload()
    assert page.get_by_role("form", name="Your numbers").count() == 0
    (sheet,) = _printed(page, tmp_path)
    assert not re.search(r"243K|spring|337,100", sheet)
    _assert_alone(page)


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
    (sheet,) = _printed(page, tmp_path)
    for shown in ("$243K", "$230K", "$215K", "$242K base", "stay, and look again in spring"):
        assert shown in sheet
    _tab_until(page, "document.activeElement.dataset.do === 'clear'")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Clear everything")).to_be_focused()
    page.keyboard.press("Enter")
    assert _kept(page) == []
    expect(page.get_by_role("button", name="Clear my numbers")).to_be_focused()
    _assert_alone(page)


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
    _fill(page, {"ask": "243k"})
    page.get_by_role("button", name="Clear my numbers").click()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Clear my numbers").click()
    page.get_by_role("button", name="Keep them").click()
    expect(page.locator("[name=ask]")).to_have_value("243k")
    assert _kept(page) == ["guidebook.numbers.midjourney/devops-engineer"]


def test_without_an_offer_nothing_claims_one(open_form, tmp_path):
    page = open_form()
    _fill(page)
    form = page.get_by_role("form", name="Your numbers")
    expect(form.get_by_text("Not for you now")).to_be_visible()
    expect(form.get_by_role("listitem").filter(has_text="Competing offers")).to_contain_text(
        "only if you hold an offer in writing"
    )
    assert not page.locator("#lever-4").is_visible()
    assert page.locator("blockquote[data-needs=written_offer]").first.is_hidden()
    (sheet,) = _printed(page, tmp_path)
    assert "Competing offers" not in sheet
    assert "GPU infrastructure expertise" in sheet


def test_with_a_written_offer_the_scripts_hold_it(open_form, tmp_path):
    page = open_form()
    _fill(page)
    page.get_by_label("I hold another offer, in writing").check()
    _fill(page, {"rival_employer": "Acme Works", "rival_base": "220k", "rival_sign_on": "30k"})
    form = page.get_by_role("form", name="Your numbers")
    expect(form.get_by_role("link", name="Competing offers")).to_be_visible()
    expect(form.get_by_text("Your floor, $215K, is below your other offer, $220K.")).to_be_visible()
    page.locator("#lever-4 summary").click()
    said = page.locator("#lever-4 .g-say").first
    expect(said).to_contain_text("I have a written offer from Acme Works at $220K base, $250K in the first year.")
    expect(said).to_contain_text("I need a base of $243K.")
    (sheet,) = _printed(page, tmp_path)
    assert "Competing offers" in sheet
    assert "Acme Works" in sheet
    page.get_by_label("I hold another offer, in writing").uncheck()
    expect(said).to_be_hidden()
    assert "Acme Works" not in _printed(page, tmp_path)[0]


def test_the_page_gives_back_what_it_said(open_form):
    page = open_form()
    before = page.locator(".g-sheet, .g-lever, .g-say").all_text_contents()
    _fill(page)
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
    _fill(page, {"ask": "225k"})
    expect(ask).to_have_text("$225K")
    expect(target).to_have_text("")
    expect(floor).to_have_text("$215K")
    expect(page.locator(".g-sheet [data-fill-list=ladder] [data-fill=step]").first).to_have_text("$225K base")
    _fill(page, {"ask": "200k"})
    expect(floor).to_have_text("")
    expect(page.locator(".g-sheet [data-fill-list=ladder] [data-fill=step]").first).to_have_text("")
    page.get_by_label("All three count").select_option("the first-year total")
    expect(page.locator(".g-sheet [data-fill=unit]")).to_have_text("first year")
    _fill(page, {"ask": ""})
    expect(ask).to_have_text("$245K")
    expect(floor).to_have_text("$215K")


def test_numbers_are_kept_for_their_guide_alone(open_form, server):
    page = open_form()
    _fill(page)
    page.goto(server + DERIVED)
    page.get_by_role("link", name="Enter my numbers").click()
    expect(page.locator("[name=ask]")).to_have_value("")
    page.goto(server + STATED)
    expect(page.locator("[name=ask]")).to_have_value("243k")
    expect(page.locator(".g-sheet [data-fill=ask]")).to_have_text("$243K")
    _assert_alone(page)


def test_the_ladder_can_be_changed_and_suggested_again(open_form, tmp_path):
    page = open_form()
    _fill(page, {"ask": "243k", "floor": "215k"})
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
    (sheet,) = _printed(page, tmp_path)
    assert "$235K and two days at home" in sheet
    assert "a sign-on of $20K" in sheet
    page.get_by_role("button", name="Go back to the suggested steps").click()
    expect(page.get_by_label("Step 2", exact=True)).to_have_value("$229K base")


def test_a_file_moves_the_numbers_to_another_browser(open_form, tmp_path):
    page = open_form()
    _fill(page)
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
    _fill(page)
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
    _fill(page)
    assert "$243K" in _printed(page, tmp_path)[0]
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
    _fill(page, {name: typed for name, (typed, _) in BAD.items()} | {"grant": "₹20L", "alternative": "word " * 1000})
    for name, (typed, word) in BAD.items():
        field = page.locator(f"[name={name}]")
        expect(field).to_have_value(typed)
        expect(page.locator(f"#p-{name}-w")).to_contain_text(word)
        assert f"p-{name}-w" in field.get_attribute("aria-describedby")
    for name in ("ask", "vesting", "base"):
        expect(page.locator(f"[name={name}]")).to_have_attribute("aria-invalid", "true")
    expect(page.locator("#p-alternative-w")).to_contain_text("All of it is kept here.")
    assert len(page.locator("[name=alternative]").input_value()) == 5_000
    assert len(_printed(page, tmp_path)) == 1
    _axe(page)
    _fill(page, {"ask": "185k"})
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
    assert len(_printed(page, tmp_path)) == 1
    page.reload()
    page.get_by_role("form", name="Your numbers").wait_for()
    expect(page.locator("[name=notes]")).to_have_value(HOSTILE)
    assert page.locator("article img").count() == 0
    _assert_alone(page)


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("address", [STATED, DERIVED, POUNDS, WORKSHEET])
def test_long_answers_never_make_a_second_page(address, paper, open_form, tmp_path):
    page = open_form(address)
    for box in ("written_offer", "current_job"):
        page.locator(f"[name={box}]").check()
    _fill(page, NUMBERS | {"ask": "9,999,999,999,999", "floor": "9,999,999,999,111"})
    for name in ("alternative", "notes", "proof", "left_behind", "rival_employer"):
        page.locator(f"[name={name}]").fill("Unbreakable" * 60 + " and words " * 200)
    page.get_by_label("In return, step 2").fill("something " * 100)
    assert len(_printed(page, tmp_path, paper)) == 1


STATES = {"empty": {}, "filled": NUMBERS, "wrong": {"ask": "O", "vesting": "1/2", "grant": "1k", "base": "100k"}}


@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (390, "dark"), (1280, "light"), (1280, "dark")])
@pytest.mark.parametrize("state", STATES)
def test_the_form_is_accessible_in_each_state(state, width, scheme, open_form):
    page = open_form(STATED, width, scheme)
    _fill(page, STATES[state])
    if state == "filled":
        for box in ("written_offer", "current_job"):
            page.locator(f"[name={box}]").check()
    page.wait_for_timeout(500)
    _axe(page)
    assert page.evaluate(SIDEWAYS) == []
    page.get_by_role("button", name="Clear my numbers").click()
    _axe(page)


@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (1280, "light")])
def test_the_worksheet_is_accessible_and_prints_what_was_typed(width, scheme, open_form, tmp_path):
    page = open_form(WORKSHEET, width, scheme)
    _axe(page)
    _fill(page, NUMBERS | {"role": "Potter", "company": "Clay & Sons", "region": "Leeds", "level": "Grade 4"})
    page.get_by_label("Plain numbers are in").select_option("GBP")
    (sheet,) = _printed(page, tmp_path)
    for shown in ("Potter", "Clay & Sons", "Leeds", "Grade 4", "£243K", "£337,100"):
        assert shown in sheet, shown
    _axe(page)
    assert page.evaluate(SIDEWAYS) == []
    _assert_alone(page)


def test_the_worksheet_takes_the_place_of_a_guides_form(open_form):
    page = open_form(f"{WORKSHEET}#okta/devops-engineer")
    expect(page.get_by_text("DevOps Engineer at Okta")).to_be_visible()
    page.locator("[name=level]").select_option("Staff")
    _fill(page, {"ask": "243k"})
    expect(page.get_by_text(re.compile("Your ask, \\$243K, lies"))).to_be_visible()
    assert _kept(page) == ["guidebook.numbers.okta/devops-engineer"]


@pytest.mark.parametrize("made_up", ["nobody/nothing", "../../secret", "okta/<b>", "%zz"])
def test_a_made_up_guide_behind_the_hash_leaves_the_worksheet(made_up, open_form):
    page = open_form(f"{WORKSHEET}#{made_up}")
    _fill(page, {"role": "Potter"})
    assert _kept(page) == ["guidebook.numbers.worksheet"]


def test_without_scripts_the_worksheet_prints_blanks(open_page, tmp_path):
    page = open_page(WORKSHEET, java_script_enabled=False)
    assert page.get_by_text("Print this page now").is_visible()
    assert page.get_by_role("textbox").count() == page.get_by_role("textbox", name="Search").count()
    (sheet,) = _printed(page, tmp_path)
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
    _fill(page)
    expect(page.locator(".g-sheet [data-fill=first_year]")).to_have_text(FIRST)
    page.goto((site / STATED / "index.html").as_uri())
    expect(page.locator(".g-sheet [data-fill=first_year]")).to_have_text(FIRST)
    context.close()


# Say it


def test_a_script_is_copied_as_plain_text(browser, server):
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(server + STATED)
    page.locator("#lever-4 summary").click()
    said = page.locator("#lever-4 .g-say").first
    said.get_by_role("button", name="Copy").click()
    expect(said.get_by_text("Copied")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("I have a written offer from [the other employer] at [their written offer].")
    assert copied.endswith("To sign I need a base of $245K.")
    context.close()


def test_where_copying_is_refused_the_words_are_marked(browser, server):
    context = browser.new_context()
    context.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page = context.new_page()
    page.goto(server + STATED)
    page.locator("#lever-1 summary").click()
    page.locator("#lever-1").get_by_role("button", name="Copy").first.click()
    expect(page.locator("#lever-1").get_by_text("Marked: press")).to_be_visible()
    assert "Running model serving" in page.evaluate("getSelection().toString()")
    context.close()


@pytest.mark.parametrize("address", [STATED, DERIVED, POUNDS])
def test_a_long_script_has_a_short_one_and_every_ask_its_reason(address, pages):
    for lever in pages[address].iterfind(".//details[@class='g-lever']"):
        said = ["".join(block.itertext()) for block in lever.iter("blockquote")]
        assert said[0].startswith("Say ")
        assert len(said[0]) < 180 or said[1].startswith("In short "), said
        assert lever.find("./p[@class='g-because']") is not None
    blocks = list(pages[address].find(".//article"))
    asks = [
        at
        for at, block in enumerate(blocks)
        if block.tag == "blockquote" and "".join(block.itertext()).startswith("Say")
    ]
    assert asks
    for at in asks:
        assert any("g-because" in block.get("class", "") for block in blocks[at : at + 3])


# Compare


def _cells(page, name):
    return [" ".join(text.split()) for text in page.locator(f"[data-row={name}] td").all_inner_texts()]


def test_guides_stand_side_by_side(open_page, tmp_path):
    page = open_page(
        "compare/?a=midjourney/devops-engineer&b=monzo/senior-software-engineer&c=okta/devops-engineer&d=stripe/software-engineer"
    )
    expect(page.get_by_role("columnheader")).to_have_count(4)
    expect(page.locator("[data-row=year3] td")).to_have_count(4)
    assert _cells(page, "year0")[0] == "$255K–$400K+"
    original, converted = _cells(page, "base")[1].split(" about ")
    assert original.startswith("£")
    assert converted.startswith("$")
    page.get_by_label("Show all in").select_option("EUR")
    expect(page.locator("[data-row=base] td").first).to_contain_text("about €158K–€214K")
    assert page.get_by_text("reference rates of the European Central Bank of 13 Apr 2026").is_visible()
    for paper in ("A4", "Letter"):
        (printed,) = _printed(page, tmp_path, paper)
        assert "Four years" in printed
        assert "£" in printed
    _assert_alone(page)


@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (390, "dark"), (1280, "light"), (1280, "dark")])
def test_compare_is_accessible(width, scheme, open_page):
    page = open_page("compare/?a=midjourney/devops-engineer&b=monzo/senior-software-engineer", width, scheme)
    expect(page.get_by_role("columnheader")).to_have_count(2)
    _axe(page)
    assert page.evaluate(SIDEWAYS) == []
    page = open_page("compare/", width, scheme)
    page.get_by_role("button", name="Add this guide").wait_for()
    _axe(page)


def test_a_guide_is_added_and_removed_by_keyboard(open_page):
    page = open_page("compare/")
    page.locator("#c-company").select_option("Okta")
    page.locator("#c-role").select_option("DevOps Engineer")
    page.get_by_role("button", name="Add this guide").press("Enter")
    expect(page.get_by_role("columnheader")).to_have_count(1)
    assert "?a=okta/devops-engineer~" in page.url
    page.reload()
    expect(page.get_by_role("columnheader")).to_have_count(1)
    page.get_by_label("Place and level").select_option("Washington DC, Senior")
    expect(page.locator("[data-row=base] td")).to_have_text("$147K–$220K")
    page.get_by_role("button", name="Remove DevOps Engineer at Okta").press("Enter")
    expect(page.get_by_role("columnheader")).to_have_count(0)
    assert page.url.endswith("/compare/")
    assert page.noise == []


@pytest.mark.parametrize(
    ("query", "word"),
    [
        ("a=nobody/nothing", "There is no guide called “nobody/nothing”."),
        ("a=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E", "There is no guide called “<img src=x onerror=alert(1)>”."),
        ("a=__proto__/constructor", "There is no guide called"),
        ("a=okta/devops-engineer/more", "There is no guide called"),
        ("a=" + "x" * 2000, "There is no guide called"),
    ],
)
def test_a_guide_that_is_not_there_is_said_to_be_missing(query, word, open_page):
    page = open_page(f"compare/?{query}")
    expect(page.locator("compare-offers").get_by_role("status")).to_contain_text(word)
    assert page.locator("article img").count() == 0
    assert page.noise == []


def test_more_than_four_are_refused_in_words(open_page):
    guide = "okta/devops-engineer"
    page = open_page(f"compare/?a={guide}&b={guide}&c={guide}&d={guide}")
    expect(page.get_by_role("columnheader")).to_have_count(4)
    page.locator("#c-company").select_option("Okta")
    page.locator("#c-role").select_option("DevOps Engineer")
    page.get_by_role("button", name="Add this guide").click()
    expect(page.get_by_text("Four is the most. Remove one first.")).to_be_visible()


def test_the_readers_own_offers_can_be_compared_and_stay_out_of_the_address(open_form, server):
    page = open_form()
    _fill(page)
    page.get_by_label("I hold another offer, in writing").check()
    _fill(page, {"rival_employer": "Acme Works", "rival_base": "£150K", "rival_grant": "£80K"})
    page.goto(server + "compare/")
    expect(page.get_by_role("columnheader")).to_have_count(2)
    assert page.get_by_role("columnheader").all_inner_texts()[0].startswith("your offer, DevOps Engineer at Midjourney")
    assert _cells(page, "year0") == ["$337,100", "£170K about $228K"]
    assert _cells(page, "four")[0] == "$1,153,400"
    page.goto(server + "compare/?a=okta/devops-engineer")
    page.get_by_role("button", name="Add your offer, DevOps Engineer at Midjourney").click()
    expect(page.get_by_role("columnheader")).to_have_count(2)
    assert "midjourney" not in page.url
    _assert_alone(page)


def test_compare_works_from_a_folder(browser, site):
    context = browser.new_context()
    page = context.new_page()
    errors = []
    page.on("pageerror", lambda error: errors.append(error.stack) if "/js/prepare/" in (error.stack or "") else None)
    page.goto((site / "compare" / "index.html").as_uri() + "?a=okta/devops-engineer&b=monzo/senior-software-engineer")
    expect(page.get_by_role("columnheader")).to_have_count(2)
    assert errors == []
    context.close()


def test_without_scripts_compare_says_what_it_does(open_page):
    page = open_page("compare/", java_script_enabled=False)
    assert page.get_by_text("With JavaScript this page sets offers and guides beside one another.").is_visible()
    assert not page.get_by_role("button", name="Add this guide").is_visible()
    page.get_by_role("link", name="list of companies").click()
    assert page.url.endswith("/companies/")
