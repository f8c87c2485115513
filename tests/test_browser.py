"""What a person meets in Chromium: readable, reachable by keyboard, quiet, alone, and whole without scripts."""

import itertools
import re

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.browser

MIDJOURNEY, OKTA = "guides/midjourney/devops-engineer/", "guides/okta/devops-engineer/"
GUIDES = [MIDJOURNEY, OKTA]
OTHERS = [
    "", "companies/", "companies/okta/", "roles/", "roles/devops-engineer/", "regions/", "regions/remote-us/",
    "levers/", "levers/competing-written-offer/", "rights/", "prepare/", "prepare/during/", "negotiate/", "about/",
    "contribute/", "contribute/fields/", "contribute/example/", "404.html",
]  # fmt: skip
LOOKS = [(390, "light"), (390, "dark"), (1280, "light"), (1280, "dark")]
OPEN_ALL = "document.querySelectorAll('details').forEach(part => part.open = true)"
# Without `resultTypes` axe sends every rule's every element; target-size is of WCAG 2.2 AA and off by default.
AXE = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}


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


@pytest.mark.parametrize("address", [*GUIDES, *OTHERS])
def test_a_page_never_scrolls_sideways(address, open_page):
    page = open_page(address)
    page.evaluate(OPEN_ALL)
    for width in (1280, 768, 390, 320):
        page.set_viewport_size({"width": width, "height": 900})
        assert _sideways(page) == []


SIDEWAYS = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  const scrolls = element => element && (/auto|scroll|hidden/.test(getComputedStyle(element).overflowX)
    && element !== document.body && element !== document.documentElement || scrolls(element.parentElement));
  const wide = [...document.body.querySelectorAll("*")].filter(
    element => element.getBoundingClientRect().right > width + 1 && !scrolls(element.parentElement));
  return [`the page is ${document.documentElement.scrollWidth} px wide, not ${width}`,
    ...wide.slice(0, 5).map(element => element.outerHTML.slice(0, 120))];
}"""


def _sideways(page):
    """How much wider than its window the page is, and the first elements that stick out; empty where none do."""
    return page.evaluate(SIDEWAYS)


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


# Everything that a person can use with a mouse: what takes focus, and the pictures that stand for a hidden switch.
CONTROLS = """() => {
  const shown = element => element.checkVisibility({visibilityProperty: true, opacityProperty: true})
    && element.getClientRects().length && !element.closest("[inert]");
  const usable = "a[href], button, summary, input, select, textarea, [tabindex='0']";
  window.controls = [...document.querySelectorAll(usable)].filter(
    element => shown(element) && !element.disabled && element.tabIndex >= 0 && element.ariaHidden !== "true");
  const beside = label => label.closest("form")?.querySelector("input[type=text]");
  window.controls.push(...[...document.querySelectorAll("label[for]")].filter(label => {
    const target = document.getElementById(label.htmlFor);
    return shown(label) && label.querySelector("svg") && !label.textContent.trim() && !beside(label)
      && target && !target.getClientRects().length;
  }));
  return window.controls.map(element => element.outerHTML.slice(0, 160));
}"""
FOCUSED = """() => {
  let focused = document.activeElement;
  if (!focused || focused === document.body) return null;
  const parts = [focused, ...focused.labels ?? []];
  const style = part => getComputedStyle(part);
  const outlined = part => style(part).outlineStyle !== "none" && parseFloat(style(part).outlineWidth) >= 1
    && !/rgba\\(.*, 0\\)|transparent/.test(style(part).outlineColor);
  const box = focused.getBoundingClientRect();
  const onScreen = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  return {
    places: parts.map(part => window.controls.indexOf(part)).filter(place => place >= 0),
    seen: parts.some(outlined), onScreen, html: focused.outerHTML.slice(0, 160),
  };
}"""


def _walk(page):
    """Press Tab until the focus leaves the page; what was to be reached, and each stop on the way."""
    controls = page.evaluate(CONTROLS)
    stops = []
    for _ in range(len(controls) + 30):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        if stop is None or (stops and stop["places"] and stop["places"] == stops[0]["places"]):
            break
        stops.append(stop)
    return controls, stops


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("address", [*GUIDES, "", "levers/competing-written-offer/", "contribute/fields/"])
def test_the_keyboard_alone_reaches_everything(address, width, open_page):
    page = open_page(address, width)
    page.evaluate(OPEN_ALL)
    controls, stops = _walk(page)
    assert len(stops) > 10
    reached = {place for stop in stops for place in stop["places"]}
    assert [html for place, html in enumerate(controls) if place not in reached] == []


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_the_focus_is_always_seen(width, scheme, open_page):
    page = open_page(MIDJOURNEY, width, scheme)
    page.evaluate(OPEN_ALL)
    _, stops = _walk(page)
    assert [stop["html"] for stop in stops if not stop["seen"]] == []
    assert [stop["html"] for stop in stops if not stop["onScreen"]] == []


@pytest.mark.parametrize("address", GUIDES)
def test_the_focus_is_never_under_the_header(address, open_page):
    """Up through the page, where each stop comes in from above."""
    page = open_page(address)
    page.evaluate(OPEN_ALL)
    page.locator("footer a").last.focus()
    covered = []
    while found := _pressed(page, "Shift+Tab"):
        covered += [found["html"]] if found["covered"] else []
    assert covered == []


def _pressed(page, key):
    """Whether the header covers what the key leads to; None once that is no more in the article."""
    page.keyboard.press(key)
    return page.evaluate("""() => {
        const box = document.activeElement.getBoundingClientRect();
        const header = document.querySelector("header").getBoundingClientRect();
        return document.activeElement.closest("article")
          && {covered: box.bottom <= header.bottom, html: document.activeElement.outerHTML.slice(0, 120)};
    }""")


@pytest.mark.parametrize("address", GUIDES)
def test_keys_open_and_close_a_lever(address, open_page):
    page = open_page(address)
    lever = page.locator("details").filter(has=page.get_by_text("If they say no")).first
    answer = lever.get_by_text("If they say no")
    assert not answer.is_visible()
    lever.locator("summary").focus()
    page.keyboard.press("Enter")
    assert answer.is_visible()
    page.keyboard.press("Space")
    assert not answer.is_visible()


def test_the_first_key_leads_past_the_header(open_page):
    page = open_page(MIDJOURNEY)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.querySelector(location.hash).matches('article h1')")


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


@pytest.mark.parametrize("address", GUIDES)
def test_a_guide_is_whole_without_scripts(address, open_page, pages):
    page = open_page(address, java_script_enabled=False)
    assert page.get_by_role("heading", level=1).is_visible()
    assert page.get_by_role("table").first.is_visible()
    base = page.locator(".g-pay td.n b").first.text_content()
    assert page.get_by_role("img", name=base).first.is_visible()
    for lever in page.locator("article details").filter(has_text="If they say no").all():
        lever.locator("summary").click()
        assert lever.get_by_text("If they say no").is_visible()
    assert page.locator("a[rel=edit]").get_attribute("href").endswith(f"/data/{address.rstrip('/')}.yml")
    words = "".join(pages[address].find(".//article").itertext()).split()
    assert page.locator("article").text_content().split() == words
    assert page.noise == []


@pytest.mark.parametrize("width", [390, 1280])
def test_without_scripts_links_lead_on(width, open_page):
    page = open_page(MIDJOURNEY, width, java_script_enabled=False)
    page.locator("article").get_by_role("link", name="Midjourney").first.click()
    assert page.url.endswith("/companies/midjourney/")
    page.get_by_role("link", name="DevOps Engineer").first.click()
    assert page.url.endswith(MIDJOURNEY)
    assert _sideways(page) == []


def test_without_scripts_a_table_is_a_plain_table(open_page):
    page = open_page("", java_script_enabled=False)
    assert page.get_by_role("columnheader").first.is_visible()
    assert page.get_by_role("columnheader").get_by_role("button").count() == 0


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


# How far the widest line of each element goes beyond the room that is left for text in its box.
BEYOND = """([selector, box]) => [...document.querySelectorAll(selector)].map((element) => {
  const range = document.createRange();
  range.selectNodeContents(element);
  const outer = element.closest(box), room = outer.getBoundingClientRect().right;
  const right = Math.max(...[...range.getClientRects()].map((line) => line.right));
  const sign = getComputedStyle(outer, "::after");
  return Math.round(right - room + (sign.content === "none" ? 0 : parseFloat(sign.width)));
}).filter((far) => far > 0)"""


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
    assert _sideways(page) == []
    assert page.evaluate(OVERLAPS) == []
    assert page.evaluate(CLIPPED) == []


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
