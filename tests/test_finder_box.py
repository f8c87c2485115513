"""The box that finds, in Chromium: keyboard, mouse, phone, from disk, without scripts, and whatever is typed."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from finder_box import answered, box, entered, first, options, typed

pytestmark = pytest.mark.browser

MIDJOURNEY = "guides/midjourney/devops-engineer/"
AXE = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
KEYBOARD = 336
"""Pixels that the on-screen keyboard of a phone takes."""


def _active(page):
    """The place of the option that `aria-activedescendant` names, or None."""
    name = box(page).get_attribute("aria-activedescendant")
    ids = options(page).evaluate_all("options => options.map(option => option.id)")
    chosen = options(page).evaluate_all("options => options.map(option => option.ariaSelected === 'true')")
    assert chosen == [own == name for own in ids]
    return ids.index(name) if name else None


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("query", ["midjourney devops", "devops midjourney", "MJ SRE", "midjuorney devops"])
def test_the_box_leads_to_the_guide_by_keyboard_alone(query, width, open_page):
    page = open_page("about/", width)
    typed(page, query)
    expect(options(page).first).to_contain_text("DevOps Engineer at Midjourney")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{MIDJOURNEY}*")
    assert page.noise == []


def test_the_box_leads_to_the_guide_by_mouse(open_page):
    page = open_page("about/")
    box(page).click()
    page.keyboard.type("okta")
    page.get_by_role("option", name="DevOps Engineer at Okta").click()
    page.wait_for_url("**/guides/okta/devops-engineer/*")
    assert page.noise == []


def test_the_keys_move_through_the_list_as_the_pattern_says(open_page):
    page = open_page("about/")
    assert box(page).get_attribute("aria-expanded") == "false"
    typed(page, "okta")
    count = options(page).count()
    assert box(page).get_attribute("aria-expanded") == "true"
    assert page.locator(f"#{box(page).get_attribute('aria-controls')}").get_attribute("role") == "listbox"
    walk = [
        ("ArrowDown", 0),
        ("ArrowDown", 1),
        ("End", count - 1),
        ("Home", 0),
        ("ArrowUp", None),
        ("ArrowUp", count - 1),
    ]
    assert _active(page) is None
    for key, place in walk:
        page.keyboard.press(key)
        assert _active(page) == place, key
        assert place is None or options(page).nth(place).evaluate("""option => {
            const [box, panel] = [option, option.closest('.g-finder__panel')].map(part => part.getBoundingClientRect());
            return box.top >= panel.top - 1 && box.bottom <= panel.bottom + 1;
        }""")
    assert page.evaluate("document.activeElement.role") == "combobox"


def test_home_and_end_move_in_the_text_where_no_answer_is_chosen(open_page):
    page = open_page("about/")
    typed(page, "kta")
    page.keyboard.press("Home")
    page.keyboard.type("o")
    expect(box(page)).to_have_value("okta")


def test_escape_closes_the_list_then_empties_the_box(open_page):
    page = open_page("about/")
    typed(page, "okta")
    page.keyboard.press("Escape")
    expect(options(page).first).not_to_be_visible()
    assert box(page).get_attribute("aria-expanded") == "false"
    expect(box(page)).to_have_value("okta")
    page.keyboard.press("ArrowDown")
    expect(options(page).first).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(box(page)).to_have_value("")


def test_the_list_closes_where_the_focus_or_a_click_goes_elsewhere(open_page):
    page = open_page("about/")
    typed(page, "okta")
    page.mouse.click(300, 600)
    expect(options(page).first).not_to_be_visible()
    typed(page, "stripe")
    page.keyboard.press("Tab")
    expect(options(page).first).not_to_be_visible()


def test_a_slash_in_another_field_is_a_slash(open_page):
    page = open_page("about/")
    page.evaluate("""() => {
        for (const tag of ['input', 'textarea']) document.querySelector('article').prepend(document.createElement(tag));
    }""")
    for tag in ("input", "textarea"):
        field = page.locator(f"article > {tag}")
        field.press("/")
        expect(field).to_be_focused()
        assert field.input_value() == "/"
    page.locator("article > input").blur()
    page.keyboard.press("Control+/")
    expect(box(page)).not_to_be_focused()


def test_a_slash_in_the_box_is_typed(open_page):
    page = open_page("about/")
    typed(page, "ml/ai openai")
    expect(box(page)).to_have_value("ml/ai openai")
    assert first(page) == "guides/openai/ml-ai-engineer/"


def test_the_match_is_marked(open_page):
    page = open_page("about/")
    typed(page, "okta devo")
    assert options(page).first.locator("mark").all_inner_texts() == ["DevO", "Okta"]


def test_a_screen_reader_hears_how_many_there_are_and_what_kind_each_is(open_page):
    page = open_page("about/")
    typed(page, "okta")
    count = options(page).count()
    status = page.locator("guide-finder").get_by_role("status")
    expect(status).to_have_text(f"{count} answers")
    assert page.locator("guide-finder [role=status]").evaluate("status => getComputedStyle(status).display") != "none"
    assert options(page).first.inner_text().split("\n")[0] == "company"
    for label in page.locator("[role=listbox] [role=group]").all():
        assert label.get_attribute("aria-label")


@pytest.mark.parametrize(("query", "said", "offered"), [
    ("okta technical program manager", "Okta has no guide for Technical Program Manager yet", "companies/okta/"),
    ("blorptech", "called \u201cblorptech\u201d", "contribute/"),
])  # fmt: skip
def test_what_is_not_there_is_said_plainly(query, said, offered, open_page):
    page = open_page("about/")
    typed(page, query)
    expect(page.locator(".g-finder__panel > p")).to_contain_text(said)
    expect(page.locator("guide-finder").get_by_role("status")).to_contain_text(said)
    found = [link.get_attribute("href") for link in options(page).all()]
    assert any(link.split("/", 3)[3].partition("?")[0] == offered for link in found)
    assert any("contribute/" in link for link in found)


def test_what_was_typed_is_there_after_going_back(open_page):
    page = open_page("about/")
    typed(page, "okta devops")
    page.keyboard.press("Enter")
    page.wait_for_url("**/guides/okta/devops-engineer/*")
    page.go_back()
    expect(box(page)).to_have_value("okta devops")
    expect(options(page).first).not_to_be_visible()
    box(page).click()
    expect(options(page).first).to_contain_text("DevOps Engineer at Okta")


HOSTILE = [
    "<img src=x onerror=alert(1)>", "\"'`><svg/onload=alert(1)>", "{{7*7}} ${alert(1)}", "okta' OR 1=1 --",
    "\\ / ../ %3Cb%3E",
    "\U0001f469\u200d\U0001f4bb okta \U0001f4b0", "\u0645\u0647\u0646\u062f\u0633 okta \u202e\u05d2\u05d5\u05d2\u05dc",
    "((((", "[[*+?^$|", "\u0000\u0007",
    "C3 AI", "X", "Bill.com", "F5", "D. E. Shaw", "Mo\u00ebt", "-", "a" * 10_000, "okta " * 2_000,
]  # fmt: skip


def test_whatever_is_typed_stays_text(open_page):
    page = open_page("about/")
    dialogs = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    elements = page.evaluate("[...document.querySelectorAll('guide-finder *')].length")
    assert elements > 5
    entered(page)
    for query in HOSTILE:
        box(page).fill(query)
        page.wait_for_timeout(400)
        tags = page.locator("guide-finder *").evaluate_all("all => [...new Set(all.map(one => one.tagName))]")
        assert set(tags) <= {"BUTTON", "DIV", "INPUT", "KBD", "P", "B", "A", "I", "SPAN", "SMALL", "EM", "MARK"}, query
        assert (dialogs, page.noise) == ([], []), query


@pytest.mark.parametrize(
    ("address", "query", "width", "scheme"),
    [
        ("about/", "okta", 390, "light"), ("about/", "okta", 390, "dark"),
        ("about/", "okta", 1280, "light"), ("about/", "okta", 1280, "dark"),
        ("about/", "vesting cliff", 390, "dark"), ("about/", "vesting cliff", 1280, "light"),
        ("", "blorptech", 390, "light"), ("", "blorptech", 1280, "dark"),
    ],
)  # fmt: skip
def test_the_open_list_is_accessible(address, query, width, scheme, open_page):
    page = open_page(address, width, scheme)
    page.locator(f"body[data-md-color-scheme={ {'light': 'default', 'dark': 'slate'}[scheme] }]").wait_for()
    typed(page, query)
    page.keyboard.press("ArrowDown")
    found = Axe().run(page, options=AXE)
    assert found.violations_count == 0, found.generate_report()


def test_on_a_phone_a_button_opens_the_box_and_the_list_ends_above_the_keyboard(open_page):
    page = open_page("about/", 390, has_touch=True)
    opener = page.get_by_role("button", name="Find a company or role")
    opener.tap()
    expect(box(page)).to_be_focused()
    box(page).press_sequentially("google")
    box(page).fill("okta")
    answered(page)
    page.set_viewport_size({"width": 390, "height": 844 - KEYBOARD})
    bottom = "document.querySelector('.g-finder__sheet').getBoundingClientRect().bottom"
    while page.evaluate(bottom) > 844 - KEYBOARD:  # to wait for a function needs what the pages' policy forbids
        page.wait_for_timeout(50)
    panel = page.locator(".g-finder__panel").bounding_box()
    assert panel["y"] + panel["height"] <= 844 - KEYBOARD + 1
    assert panel["height"] > 300
    page.keyboard.press("End")
    for target in [*options(page).all(), box(page), page.get_by_role("button", name="Close")]:
        assert target.bounding_box()["height"] >= 43.9, target.inner_text()
    page.get_by_role("button", name="Close").tap()
    expect(options(page).first).not_to_be_visible()
    expect(opener).to_be_visible()
    button = opener.bounding_box()
    assert min(button["width"], button["height"]) >= 44


def test_nothing_jumps_when_the_list_opens(open_page):
    for address, width in (("about/", 1280), ("", 1280), ("about/", 390), ("", 390)):
        page = open_page(address, width)
        places = """[...document.querySelectorAll('h1, article p')].filter(part => !part.closest('guide-finder'))
            .map(part => part.getBoundingClientRect().top + scrollY)"""
        before = page.evaluate(places)
        typed(page, "okta")
        assert page.evaluate(places) == before, (address, width)


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("address", ["about/", ""])
def test_without_scripts_the_box_is_a_link_to_the_index(address, width, open_page):
    page = open_page(address, width, java_script_enabled=False)
    page.get_by_role("link", name="Find a company or role").click()
    assert page.url.endswith("/companies/")


def test_a_copy_of_the_site_on_disk_finds_and_follows(site, open_page):
    page = open_page("about/index.html", base=f"{site.as_uri()}/")
    typed(page, "okta devops")
    page.keyboard.press("Enter")
    page.wait_for_url("**/guides/okta/devops-engineer/index.html")
    typed(page, "vesting cliff")
    page.keyboard.press("Enter")
    page.wait_for_url("**/prepare/equity/index.html#vesting-and-the-cliff")
    assert [said for said in page.noise if "finder" in said] == []


def test_whoever_finds_no_company_is_led_to_the_worksheet(open_page):
    page = open_page("about/")
    typed(page, "zorblatt industries")
    options(page).filter(has_text="Worksheet").click()
    page.wait_for_url("**/prepare/worksheet/")
