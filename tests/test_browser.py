"""What a person meets in Chromium: readable in both schemes, quiet, alone; tables that sort, a page that prints."""

import itertools
import re

import pytest
from axe_playwright_python.sync_playwright import Axe

from looks import AXE, GUIDES, LOOKS, MIDJOURNEY, OPEN_ALL, OTHERS

pytestmark = pytest.mark.browser


def _assert_accessible(page):
    page.evaluate(OPEN_ALL)
    found = Axe().run(page, options=AXE)
    assert found.violations_count == 0, found.generate_report()


def _assert_scheme(page, scheme):
    wanted = {"light": "default", "dark": "slate"}[scheme]
    page.locator(f"body[data-md-color-scheme={wanted}]").wait_for()


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
@pytest.mark.parametrize("address", GUIDES)
def test_a_guide_is_accessible(address, width, scheme, open_page):
    page = open_page(address, width, scheme)
    _assert_scheme(page, scheme)
    _assert_accessible(page)


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
@pytest.mark.parametrize("address", OTHERS)
def test_other_pages_are_accessible(address, width, scheme, open_page):
    page = open_page(address, width, scheme)
    _assert_scheme(page, scheme)
    _assert_accessible(page)


@pytest.mark.parametrize("address", [*GUIDES, *OTHERS])
def test_a_page_is_quiet_and_asks_no_other_host(address, open_page):
    page = open_page(address, until="networkidle")
    page.evaluate(OPEN_ALL)
    page.mouse.wheel(0, 20_000)
    page.keyboard.press("Tab")
    page.set_viewport_size({"width": 390, "height": 900})
    page.wait_for_load_state("networkidle")
    assert page.noise == []


def _column(page, number):
    cells = page.locator("sortable-table tbody tr").evaluate_all(
        "(rows, number) => rows.map(row => row.cells[number].dataset.sort ?? row.cells[number].innerText.trim())",
        number,
    )
    return [float(cell) if re.fullmatch(r"[\d.]+", cell) else cell.casefold() for cell in cells]


@pytest.mark.parametrize("how", ["mouse", "Enter", "Space"])
def test_a_head_of_the_table_sorts_it(how, open_page):
    page = open_page("")
    heads = page.get_by_role("columnheader")
    for name in ("Company", "Base per year"):
        head = heads.filter(has_text=name)
        number = head.evaluate("head => head.cellIndex")
        seen = []
        for _ in range(2):
            button = head.get_by_role("button")
            button.click() if how == "mouse" else button.press(how)
            values = _column(page, number)
            direction = head.get_attribute("aria-sort")
            assert values == sorted(values, reverse=direction == "descending"), (name, direction)
            seen.append(direction)
        assert sorted(seen) == ["ascending", "descending"]
    assert page.locator("th[aria-sort]").count() == 1


def test_sorting_keeps_the_focus_and_every_row(open_page):
    page = open_page("")
    rows = sorted(page.locator("sortable-table tbody tr").all_inner_texts())
    page.get_by_role("columnheader").get_by_role("button").first.press("Enter")
    assert sorted(page.locator("sortable-table tbody tr").all_inner_texts()) == rows
    assert page.evaluate("document.activeElement.closest('th') !== null")


def test_the_scheme_can_be_switched_and_is_kept(open_page):
    page = open_page(MIDJOURNEY)
    for wanted, other in itertools.pairwise(["light", "dark", "light"]):
        page.get_by_title(f"Switch to the {other} scheme").click()
        _assert_scheme(page, other)
        page.reload()
        _assert_scheme(page, other)
        assert wanted != other
    assert page.noise == []


@pytest.mark.parametrize("address", GUIDES)
def test_a_guide_prints_without_the_frame(address, open_page):
    page = open_page(address)
    page.emulate_media(media="print")
    assert page.get_by_role("region", name="Call sheet").is_visible()
    for part in ("header", "nav.g-tabs"):
        assert not page.locator(part).first.is_visible(), part
