"""Pages are whole without scripts."""

import pytest

from looks import GUIDES, MIDJOURNEY, sideways
from printing import sheet_of

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("address", GUIDES)
def test_a_guide_is_whole_without_scripts(address, open_page, pages):
    page = open_page(address, java_script_enabled=False)
    assert page.get_by_role("heading", level=1).is_visible()
    assert page.get_by_role("table").first.is_visible()
    base = page.locator(".g-pay td b").first.text_content()
    assert page.get_by_role("img", name=base).first.is_visible()
    for lever in page.locator("article details").filter(has_text="If they say no").all():
        lever.locator("summary").click()
        assert lever.get_by_text("If they say no").is_visible()
    assert page.locator("a[rel=edit]").get_attribute("href").endswith(f"/data/{address.rstrip('/')}.yml")
    words = "".join(pages[address].find(".//article").itertext()).split()
    sheet = sheet_of(page).locator(".g-sheet").text_content()
    assert [*page.locator("article").text_content().split(), *sheet.split()] == words
    assert page.noise == []


@pytest.mark.parametrize("width", [390, 1280])
def test_without_scripts_links_lead_on(width, open_page):
    page = open_page(MIDJOURNEY, width, java_script_enabled=False)
    page.locator("article").get_by_role("link", name="Midjourney").first.click()
    assert page.url.endswith("/companies/midjourney/")
    page.get_by_role("link", name="DevOps Engineer").first.click()
    assert page.url.endswith(MIDJOURNEY)
    assert sideways(page) == []


def test_without_scripts_a_table_is_a_plain_table(open_page):
    page = open_page("", java_script_enabled=False)
    assert page.get_by_role("columnheader").first.is_visible()
    assert page.get_by_role("columnheader").get_by_role("button").count() == 0
