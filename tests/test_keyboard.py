"""The keyboard alone reaches everything, and the focus is always in sight."""

import pytest

from looks import GUIDES, LOOKS, MIDJOURNEY, OPEN_ALL

pytestmark = pytest.mark.browser

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
