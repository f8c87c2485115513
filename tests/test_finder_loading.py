"""What the finder loads and when, in Chromium: nothing, then names, then other names, then text; and what fails."""

import re

import pytest
from playwright.sync_api import expect

from finder_box import box, entered, options, typed

pytestmark = pytest.mark.browser

MIDJOURNEY = "guides/midjourney/devops-engineer/"
OTHERS = re.compile(r"assets/finder/others-")


def _panel(page):
    return page.locator(".g-finder__panel > p")


def _held(page, pattern):
    """The requests for what `pattern` names, which wait until they are let go on."""
    held = []
    page.route(pattern, lambda route: held.append(route))  # noqa: PLW0108  playwright marks what it is given
    return held


def test_an_enter_before_the_names_are_there_is_kept(open_page):
    page = open_page("about/")
    names = re.compile(r"assets/finder/names-")
    held = _held(page, names)
    with page.expect_request(names):  # it gives up by itself where none comes
        entered(page)
        page.keyboard.type("midjourney devops")
        page.keyboard.press("Enter")
    page.wait_for_timeout(100)
    assert page.url.endswith("about/")
    held[0].continue_()
    page.wait_for_url(f"**/{MIDJOURNEY}*")


def test_nothing_of_the_finder_is_loaded_before_somebody_is_about_to_type(open_page):
    page = open_page("about/", until="networkidle")
    loaded = "() => performance.getEntriesByType('resource').map(entry => entry.name.split('/').pop())"
    before = page.evaluate(loaded)
    assert "box.js" in before
    assert not {"match.js", "text.js", "lunr.js"} & set(before)
    assert not [name for name in before if name.startswith(("names-", "others-"))]
    typed(page, "okta")
    after = page.evaluate(loaded)
    assert "match.js" in after
    assert not {"text.js", "lunr.js"} & set(after), "names alone need no text"


def test_where_the_text_cannot_be_loaded_names_work_and_a_word_says_so(open_page):
    page = open_page("about/")
    page.route(re.compile(r"lunr\.js"), lambda route: route.abort())
    typed(page, "blorptech")
    expect(_panel(page)).to_contain_text("The text of the site could not be searched.")
    typed(page, "okta")


def test_where_the_names_cannot_be_loaded_the_index_is_offered(open_page):
    page = open_page("about/")
    page.route(re.compile(r"match\.js"), lambda route: route.abort())
    typed(page, "okta")
    expect(_panel(page)).to_contain_text("could not be loaded")
    page.keyboard.press("Enter")
    page.wait_for_url("**/companies/")


def test_the_first_key_is_answered_with_names_before_the_other_names_are_there(open_page):
    page = open_page("about/")
    held = _held(page, OTHERS)
    with page.expect_request(OTHERS):
        entered(page)
        page.keyboard.type("o")
        expect(options(page).first).to_have_attribute("href", re.compile("openai|okta"))
    first = options(page).first.get_attribute("href")
    expect(page.get_by_role("listbox", name="Answers")).to_have_attribute("aria-busy", "true")
    held[0].continue_()
    expect(page.get_by_role("listbox", name="Answers")).to_have_attribute("aria-busy", "false")
    assert options(page).first.get_attribute("href") == first


def test_nothing_is_called_unknown_before_all_names_are_there(open_page):
    page = open_page("about/")
    held = _held(page, OTHERS)
    with page.expect_request(OTHERS):
        entered(page)
        page.keyboard.type("MJ SRE")
    expect(_panel(page)).to_have_text("Looking further.")
    page.keyboard.press("Enter")
    page.wait_for_timeout(100)
    assert page.url.endswith("about/"), "an Enter waits for what comes first among all names"
    held[0].continue_()
    page.wait_for_url(f"**/{MIDJOURNEY}*")


def test_a_chosen_answer_stays_chosen_when_the_other_names_come(open_page):
    page = open_page("about/")
    held = _held(page, OTHERS)
    with page.expect_request(OTHERS):
        entered(page)
        page.keyboard.type("okta")
        expect(options(page).nth(1)).to_be_visible()
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowDown")
    chosen = page.get_by_role("option", selected=True)
    href = chosen.get_attribute("href")
    held[0].continue_()
    expect(page.get_by_role("listbox", name="Answers")).to_have_attribute("aria-busy", "false")
    assert chosen.get_attribute("href") == href
    assert box(page).get_attribute("aria-activedescendant") == chosen.get_attribute("id")


def test_where_the_other_names_cannot_be_loaded_the_first_still_find(open_page):
    page = open_page("about/")
    page.route(OTHERS, lambda route: route.abort())
    typed(page, "okta devops")
    page.keyboard.press("Enter")
    page.wait_for_url("**/guides/okta/devops-engineer/*")
