"""Nothing sticks out, is cut or lies on other text, at any width and with large type; what a phone shows."""

import pytest

from looks import GUIDES, MIDJOURNEY, OPEN_ALL, OTHERS, sideways

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("address", [*GUIDES, *OTHERS])
def test_a_page_never_scrolls_sideways(address, open_page):
    page = open_page(address)
    page.evaluate(OPEN_ALL)
    for width in (1280, 768, 390, 320):
        page.set_viewport_size({"width": width, "height": 900})
        assert sideways(page) == []


@pytest.mark.parametrize("address", [*GUIDES, "", "roles/devops-engineer/", "contribute/fields/", "about/"])
def test_a_wide_table_scrolls_in_a_named_region_that_takes_focus(address, open_page):
    page = open_page(address, 390)
    tables = page.locator("article table").all()
    assert tables
    for table in tables:
        box = table.evaluate_handle("""table => {
            let box = table;
            while (box && !(box.scrollWidth > box.clientWidth && /auto|scroll/.test(getComputedStyle(box).overflowX)))
              box = box.parentElement;
            return box;
        }""").as_element()
        if box:
            name = box.get_attribute("aria-label") or box.get_attribute("aria-labelledby")
            found = (box.get_attribute("tabindex"), box.get_attribute("role"), bool(name))
            assert found == ("0", "region", True), table.inner_text()[:200]


# How far the widest line of each element goes beyond the room that is left for text in its box.
BEYOND = """([selector, box]) => [...document.querySelectorAll(selector)].map((element) => {
  const range = document.createRange();
  range.selectNodeContents(element);
  const outer = element.closest(box), room = outer.getBoundingClientRect().right;
  const right = Math.max(...[...range.getClientRects()].map((line) => line.right));
  const sign = getComputedStyle(outer, "::after");
  return Math.round(right - room + (sign.content === "none" ? 0 : parseFloat(sign.width)));
}).filter((far) => far > 0)"""


@pytest.mark.parametrize("scripts", [True, False])
def test_on_a_phone_too_the_row_of_parts_leads_to_each(scripts, open_page):
    page = open_page("roles/software-engineer/", 390, java_script_enabled=scripts)
    parts = page.get_by_role("navigation", name="Parts of the site")
    assert parts.get_by_role("link").all_text_contents()[1:3] == ["Companies", "Roles"]
    parts.get_by_role("link", name="Contribute").click()
    page.wait_for_url("**/contribute/")
    if scripts:
        box = parts.get_by_role("link", name="Contribute").bounding_box()
        assert box["x"] + box["width"] <= 390, "the part that is open is in sight"


def test_on_a_phone_no_name_of_a_lever_runs_under_its_arrow(open_page):
    page = open_page(MIDJOURNEY, 390)
    assert page.locator(".g-lever").count() > 2
    assert page.evaluate(BEYOND, [".g-lever > summary > :is(b, span)", "summary"]) == []


@pytest.mark.parametrize(
    ("address", "names"), [(MIDJOURNEY, {"Equity "}), ("guides/stripe/software-engineer/", {"Most often ", ""})]
)
def test_on_a_phone_the_card_of_a_row_of_pay_names_what_it_says(address, names, open_page):
    cells = open_page(address, 390).locator(".g-pay tbody tr:not(.g-reference) td:nth-child(5)")
    shown = cells.evaluate_all(
        """cells => cells.map(cell => {
          const { content } = getComputedStyle(cell, "::before");
          return [content === "none" ? "" : JSON.parse(content), cell.innerText];
        })"""
    )
    assert {name for name, _ in shown} <= names
    assert all(bool(name) != (words == "no band repeats") for name, words in shown), shown


def test_on_a_phone_many_currencies_of_a_listing_stay_in_sight(open_page):
    page = open_page("roles/software-engineer/", 390)
    page.locator(".g-listing [data-bands]").first.evaluate(
        """cell => {
          const small = cell.querySelector("small") ?? cell.appendChild(document.createElement("small"));
          small.textContent = "also in GBP, SGD, EUR, AUD, CAD, CHF";
        }"""
    )
    assert page.evaluate(BEYOND, [".g-listing small", "tr"]) == []


# Pieces of text that lie on one another; what belongs to one line of text overlaps a little.
OVERLAPS = """() => {
  const pieces = [];
  const walker = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode, parent = node.parentElement;
    const hidden = parent.closest("sup, title, [aria-hidden=true]");
    if (!node.data.trim() || hidden || !parent.checkVisibility()) continue;
    if (getComputedStyle(parent).clipPath !== "none") continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects())
      if (box.width > 1 && box.height > 1) pieces.push({box, words: node.data.trim().slice(0, 40), parent});
  }
  const found = [];
  for (let i = 0; i < pieces.length; i++)
    for (let j = i + 1; j < pieces.length; j++) {
      const a = pieces[i].box, b = pieces[j].box;
      const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (width > 2 && height > 0.4 * Math.min(a.height, b.height))
        found.push(`${pieces[i].words} / ${pieces[j].words}`);
    }
  return found;
}"""
CLIPPED = """() => [...document.querySelectorAll("body *")].filter(element => {
  const style = getComputedStyle(element);
  return /hidden|clip/.test(style.overflowX + style.overflowY) && style.clipPath === "none"
    && element.checkVisibility({visibilityProperty: true, opacityProperty: true}) && element.innerText?.trim()
    && element.clientWidth > 1
    && (element.scrollWidth > element.clientWidth + 2 || element.scrollHeight > element.clientHeight + 4);
}).map(element => `${element.tagName} ${element.className}: ${element.innerText.trim().slice(0, 60)}`)"""


@pytest.mark.parametrize("address", [*GUIDES, "", "roles/devops-engineer/"])
def test_text_lies_nowhere_on_other_text(address, open_page):
    page = open_page(address)
    page.evaluate(OPEN_ALL)
    for width in (1280, 768, 390, 320):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate(OVERLAPS) == [], width


@pytest.mark.parametrize("address", [*GUIDES, "", "roles/devops-engineer/"])
def test_text_of_twice_the_size_is_not_cut(address, open_page):
    page = open_page(address)
    page.evaluate(OPEN_ALL)
    page.evaluate("""() => {
        const root = document.documentElement;
        root.style.fontSize = `${2 * parseFloat(getComputedStyle(root).fontSize)}px`;
    }""")
    assert sideways(page) == []
    assert page.evaluate(OVERLAPS) == []
    assert page.evaluate(CLIPPED) == []
