"""The box that finds, in Chromium: words of advice lead to the passage about them, and names to what they name."""

import pytest
from playwright.sync_api import expect

from finder_box import answered, box, entered, first, options, typed

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def asked(browser, server):
    """Ask the box of one page, which stays open, and give the page: a page of its own for each query takes seconds."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{server}about/")

    def asked(query):
        if not box(page).is_visible():
            entered(page)
        box(page).fill("")
        expect(options(page)).to_have_count(0)
        box(page).press_sequentially(query)
        answered(page)
        return page

    yield asked
    context.close()


TEXT = [
    ("vesting cliff", "prepare/equity/#vesting-and-the-cliff"),
    ("exercise window", "prepare/equity/#the-exercise-window"),
    ("competing offer", "levers/competing-written-offer/"), ("severance", "levers/severance-and-acceleration/"),
    ("counter offer", "prepare/after/#a-counter-offer-from-the-job-you-have"), ("sign-on", "levers/sign-on-split/"),
    ("exersise window", "prepare/equity/#the-exercise-window"), ("deadlines", "prepare/after/#deadlines"),
    ("silence", "prepare/during/#silence"),
]  # fmt: skip
TALK = [
    ("what do i say if they say no", "prepare/during/#this-is-the-best-we-can-do"),
    ("best we can do", "prepare/during/#this-is-the-best-we-can-do"),
    ("they want my current salary", "prepare/honest/#when-they-ask-what-you-earn"),
    ("past pay", "prepare/honest/#when-they-ask-what-you-earn"),
    ("floor", "negotiate/#the-numbers-opening-ask-target-floor"), ("lever", "negotiate/#the-levers"),
    ("ladder", "negotiate/#the-ladder"),
    ("range in posting", "prepare/before/#read-the-figures-for-what-they-are"),
    ("band is fixed", "prepare/during/#the-band-is-fixed"), ("sign on", "levers/sign-on-split/"),
    ("refresh", "prepare/equity/#refresh-grants"), ("cliff", "prepare/equity/#vesting-and-the-cliff"),
    ("what to say", "negotiate/#the-scripts"), ("say no", "prepare/after/#say-no-well"),
    ("decline an offer", "prepare/after/#say-no-well"),
    ("what are you making now", "prepare/during/#what-are-you-making-now"),
    ("salary expectations", "prepare/during/#what-are-your-expectations"), ("first year", "levers/total-first-year/"),
    ("close", "prepare/during/#the-close"), ("email", "prepare/before/#if-it-goes-by-email"),
    ("signing bonus", "levers/sign-on-split/"), ("top of the band", "prepare/during/#the-band-is-fixed"),
    ("how much to ask for", "prepare/before/#set-three-numbers"), ("level", "levers/level-placement/"),
]  # fmt: skip
"""What candidates type the evening before, which is like some name as well."""
ASKED = [
    ("salary history", "prepare/honest/#when-they-ask-what-you-earn"),
    ("exploding offer", "prepare/after/#deadlines"), ("walk away", "prepare/before/#know-your-alternative"),
    ("is it rude to negotiate", "prepare/#two-things-to-know-before-you-start"), ("scope", "levers/scope/"),
    ("lowball", "prepare/during/#this-is-the-best-we-can-do"),
    ("take it or leave it", "prepare/during/#this-is-the-best-we-can-do"),
    ("what if they rescind the offer", "prepare/after/#deadlines"),
    ("deal breaker", "prepare/before/#know-your-alternative"), ("relocation negotiation", "levers/relocation/"),
    ("total compensation", "prepare/after/#compare-offers-year-by-year"), ("email template", "negotiate/#the-scripts"),
    ("base salary", "prepare/after/#compare-offers-year-by-year"), ("benefits", "negotiate/#the-levers"),
    ("salary negotiation", "negotiate/"), ("low ball offer", "prepare/during/#this-is-the-best-we-can-do"),
    ("counter offer letter", "prepare/before/#if-it-goes-by-email"),
    ("decline offer email", "prepare/after/#say-no-well"),
    ("how to say no", "prepare/after/#say-no-well"), ("1 year cliff", "prepare/equity/#vesting-and-the-cliff"),
    ("post termination exercise", "prepare/equity/#the-exercise-window"),
    ("startup equity", "prepare/equity/#what-part-of-the-whole"), ("options vs rsu", "prepare/equity/#the-kinds"),
    ("offer comparison", "prepare/after/#compare-offers-year-by-year"), ("tax", "prepare/equity/"),
    ("rsu tax", "prepare/equity/"), ("401k match", "negotiate/#the-levers"),
    ("match offer", "levers/competing-written-offer/"), ("remote pay cut", "levers/location-band/"),
    ("first job", "prepare/before/#choose-three-reasons-and-bring-proof"),
    ("two job offers", "prepare/after/#compare-offers-year-by-year"),
    ("total comp calculator", "prepare/after/#compare-offers-year-by-year"),
    ("non compete", "prepare/after/#read-the-letter-against-your-notes"),
    ("california pay transparency", "rights/#right-us-ca"), ("colorado pay law", "rights/#right-us-co"),
    ("new york pay transparency", "rights/#right-us-ny"), ("salary history ban california", "rights/#right-us-ca"),
]  # fmt: skip
"""The same, in words that stand neither in the heading nor where the passage begins."""


QUESTIONS = [
    ("they asked my expectations", "prepare/during/#what-are-your-expectations"),
    ("they want an answer tomorrow", "prepare/during/#i-need-an-answer-today"),
    ("do i have to tell them my salary", "prepare/honest/#when-they-ask-what-you-earn"),
    ("vesting schedule", "prepare/equity/#vesting-and-the-cliff"), ("ask for more equity", "levers/equity-in-writing/"),
]  # fmt: skip
"""A topic with a word more, which no passage about it has, or has elsewhere."""
OWN_NAMES = [
    ("compare", "compare/"), ("compare offers", "compare/"), ("worksheet", "prepare/worksheet/"), ("about", "about/"),
    ("privacy", "about/#privacy"), ("rights", "rights/"), ("regions", "regions/"), ("roles", "roles/"), ("api", "api/"),
    ("levers", "levers/"), ("freshness", "freshness/"), ("Companies", "companies/"),
]  # fmt: skip


@pytest.mark.parametrize(("query", "address"), OWN_NAMES)
def test_a_page_comes_first_by_its_own_name(query, address, asked):
    page = asked(query)
    expect(options(page).first).to_have_class("index")
    assert first(page) == address


def test_the_page_that_compares_stands_under_two_companies(open_page):
    page = open_page("about/")
    typed(page, "openai vs anthropic")
    found = [option.get_attribute("href").split("/", 3)[3] for option in options(page).all()[:3]]
    assert found == ["companies/anthropic/", "companies/openai/", "compare/"]


@pytest.mark.parametrize(("query", "address"), TEXT)
def test_words_of_advice_lead_to_the_page_about_them(query, address, open_page):
    page = open_page("about/")
    typed(page, query)
    expect(options(page).first).to_have_class("text")
    assert first(page) == address
    assert options(page).first.locator("mark").count() > 0
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{address}")
    assert page.evaluate("location.hash === '' || document.querySelector(location.hash) !== null")


@pytest.mark.parametrize(("query", "address"), [*TALK, *ASKED, *QUESTIONS])
def test_what_is_asked_leads_to_the_passage_that_answers(query, address, asked):
    page = asked(query)
    expect(options(page).first).to_have_class("text")
    assert first(page) == address


def test_text_stands_below_the_names_where_a_name_is_meant(open_page):
    page = open_page("about/")
    typed(page, "openai cliff")
    kinds = options(page).evaluate_all("options => options.map(option => option.className)")
    assert kinds[0] == "company"
    assert "text" in kinds
    assert first(page) == "companies/openai/"


NAMED = [
    ("california", "region"), ("no", "region"), ("can", "region"), ("flo", "region"), ("sre midj", "guide"),
    ("midj", "company"), ("okt", "company"), ("remote", "region"), ("okta sign on", "company"), ("okta no", "company"),
    ("stri", "company"), ("stripe floor", "company"), ("openai level", "company"),
    ("best buy", "company"), ("best buy data engineer", "role"), ("open table", "company"),
]  # fmt: skip


@pytest.mark.parametrize(("query", "kind"), NAMED)
def test_a_name_comes_first_though_words_of_headings_are_like_it(query, kind, asked):
    page = asked(query)
    expect(options(page).first).to_have_class(kind)
