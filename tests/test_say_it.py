"""Scripts are copied as plain text, long ones have a short form, and every ask its reason."""

import pytest
from playwright.sync_api import expect

from prepare_forms import DERIVED, POUNDS, STATED

pytestmark = pytest.mark.browser


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
