"""Guides and offers side by side, by mouse and keyboard, from a folder, without scripts."""

import pytest
from playwright.sync_api import expect

from looks import SIDEWAYS
from prepare_forms import assert_accessible, assert_alone, fill_in, print_pages

pytestmark = pytest.mark.browser


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
        (printed,) = print_pages(page, tmp_path, paper)
        assert "Four years" in printed
        assert "£" in printed
    assert_alone(page)


@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (390, "dark"), (1280, "light"), (1280, "dark")])
def test_compare_is_accessible(width, scheme, open_page):
    page = open_page("compare/?a=midjourney/devops-engineer&b=monzo/senior-software-engineer", width, scheme)
    expect(page.get_by_role("columnheader")).to_have_count(2)
    assert_accessible(page)
    assert page.evaluate(SIDEWAYS) == []
    page = open_page("compare/", width, scheme)
    page.get_by_role("button", name="Add this guide").wait_for()
    assert_accessible(page)


def test_two_stand_side_by_side_on_a_phone_and_no_rate_is_named_where_nothing_is_converted(open_page):
    page = open_page("compare/?a=midjourney/devops-engineer&b=okta/devops-engineer", 390)
    expect(page.get_by_role("columnheader")).to_have_count(2)
    box = page.locator(".g-scroll:has(.g-compare)")
    assert box.evaluate("box => box.scrollWidth - box.clientWidth") == 0
    rates = page.get_by_text("reference rates of the European Central Bank")
    assert rates.is_hidden()
    page.get_by_label("Show all in").select_option("EUR")
    assert rates.is_visible()


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
    fill_in(page)
    page.get_by_label("I hold another offer, in writing").check()
    fill_in(page, {"rival_employer": "Acme Works", "rival_base": "£150K", "rival_grant": "£80K"})
    page.goto(server + "compare/")
    expect(page.get_by_role("columnheader")).to_have_count(2)
    assert page.get_by_role("columnheader").all_inner_texts()[0].startswith("your offer, DevOps Engineer at Midjourney")
    assert _cells(page, "year0") == ["$337,100", "£170K about $228K"]
    assert _cells(page, "four")[0] == "$1,153,400"
    page.goto(server + "compare/?a=okta/devops-engineer")
    page.get_by_role("button", name="Add your offer, DevOps Engineer at Midjourney").click()
    expect(page.get_by_role("columnheader")).to_have_count(2)
    assert "midjourney" not in page.url
    assert_alone(page)


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
