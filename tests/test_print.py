"""A printed guide is one sheet: on each paper, empty and filled with far too much, and it looks as it should."""

import datetime
import os
import shutil
import sys
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import expect

from conftest import ROOT, copy_sample
from printing import (
    FILL,
    LONG,
    PAPERS,
    SMALLEST,
    UNBROKEN,
    distance,
    faults,
    picture,
    printed,
    sheet_of,
    smallest_type,
    words,
)

sys.path.insert(0, str(Path(__file__).parent / "bench"))
import generate

pytestmark = pytest.mark.browser

SHEETS = Path(__file__).parent / "sheets"
MADE = {
    "no-figures": "stripe/product-designer",
    "rupees": "stripe/data-scientist",
    "eight-regions": "okta/data-scientist",
}
"""Guides made for these tests, and where they stand."""
SAMPLE = [
    "airwallex/engineering-manager", "anthropic/staff-software-engineer", "grab/ml-ai-engineer",
    "lightning-ai/devops-engineer", "midjourney/devops-engineer", "monzo/staff-software-engineer",
    "okta/devops-engineer", "openai/software-engineer", "stripe/software-engineer", "uber/senior-software-engineer",
    "us-federal-government/data-scientist", *MADE.values(),
]  # fmt: skip
"""Written guides and short ones, the longest, published scales, eight regions, pounds, rupees, and no figures."""
SHIPPED = sorted(path.relative_to(ROOT / "data/guides").with_suffix("") for path in ROOT.glob("data/guides/*/*.yml"))
GENERATED = 200
SIZES = ((0, 3_000), (1, 30_000))
"""Generated guides are of every size up to 30 KB."""
PICTURES = {
    "short": ("lightning-ai/devops-engineer", "Letter", None),
    "long": ("openai/software-engineer", "Letter", None),
    "filled": ("midjourney/devops-engineer", "Letter", {
        "level": "L5", "call_on": "Tue 1 Dec", "deadline": "Fri 4 Dec", "offer": "$205K + 10%", "first_year": "$265K",
        "average_year": "$246K", "target": "$235K", "floor": "$220K", "notes": "Ask Kim who signs.",
        "alternative": "stay where I am until spring, and finish the talks that I have begun in writing.",
    }),
    "pounds": ("monzo/staff-software-engineer", "A4", None),
    "rupees": (MADE["rupees"], "A4", None),
}  # fmt: skip
FAR, FARTHEST = 0.03, 0.2
"""How far a picture may be from its reference, on average and in one cell of the grid."""


@pytest.fixture(scope="module")
def sample_site(build, tmp_path_factory):
    """The sample with the guides made for these tests."""
    data = copy_sample(tmp_path_factory.mktemp("printed") / "data")
    for name, guide in MADE.items():
        shutil.copyfile(SHEETS / f"{name}.yml", data / "guides" / f"{guide}.yml")
    return build(GUIDEBOOK_DATA=str(data))


@pytest.fixture(scope="module")
def sample_server(serve, sample_site):
    return serve(sample_site)


@pytest.fixture(scope="module")
def paper_page(browser):
    """One page for all prints, with JavaScript off: print gives the sheet without it."""
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


def _assert_one_sheet(page, *, is_filled):
    for paper in PAPERS:
        assert faults(page, paper, is_filled=is_filled) == []
        document = printed(page, paper)
        assert len(document) == 1
        assert smallest_type(document) >= SMALLEST
        assert "Not legal or financial advice." in words(document)


def _assert_sheet_of(page, address):
    page.goto(address)
    _assert_one_sheet(page, is_filled=False)
    sheet_of(page).evaluate(FILL, LONG)
    _assert_one_sheet(page, is_filled=True)


@pytest.mark.parametrize("guide", SAMPLE)
def test_a_guide_prints_as_one_sheet(guide, paper_page, sample_server):
    _assert_sheet_of(paper_page, f"{sample_server}guides/{guide}/")
    sheet_of(paper_page).evaluate(FILL, UNBROKEN)
    _assert_one_sheet(paper_page, is_filled=True)


@pytest.fixture(scope="module")
def shipped_server(serve, build):
    return serve(build(GUIDEBOOK_DATA=str(ROOT / "data")))


@pytest.mark.slow
@pytest.mark.parametrize("guide", SHIPPED, ids=str)
def test_every_shipped_guide_prints_as_one_sheet(guide, paper_page, shipped_server):
    _assert_sheet_of(paper_page, f"{shipped_server}guides/{guide.as_posix()}/")


@pytest.fixture(scope="module")
def generated(build, serve, tmp_path_factory):
    """The addresses of 200 generated guides."""
    data = tmp_path_factory.mktemp("generated") / "data"
    generate.generate(data, GENERATED, seed=30, sizes=SIZES)
    noon = datetime.datetime.fromisoformat(f"{generate.newest_day(data)}T12:00+00:00")
    server = serve(build(GUIDEBOOK_DATA=str(data), SOURCE_DATE_EPOCH=str(int(noon.timestamp()))))
    guides = sorted(path.relative_to(data).with_suffix("") for path in data.glob("guides/*/*.yml"))
    return [f"{server}{guide.as_posix()}/" for guide in guides]


@pytest.mark.slow
@pytest.mark.parametrize("number", range(GENERATED))
def test_a_generated_guide_prints_as_one_sheet(number, paper_page, generated):
    _assert_sheet_of(paper_page, generated[number])


@pytest.mark.parametrize("name", PICTURES)
def test_a_printed_sheet_looks_as_it_should(name, paper_page, sample_server):
    guide, paper, values = PICTURES[name]
    paper_page.goto(f"{sample_server}guides/{guide}/")
    for place, value in (values or {}).items():
        part = sheet_of(paper_page).locator(f".g-sheet [data-fill={place}]")
        part.evaluate("(part, text) => part.textContent = text", value)
    found, reference = picture(printed(paper_page, paper)), SHEETS / f"{name}.png"
    if os.environ.get("GOLDEN") == "write":
        found.quantize(16).save(reference, optimize=True)
    mean, greatest = distance(found, Image.open(reference))
    assert mean < FAR, f"{name}.png is another sheet; GOLDEN=write writes it anew"
    assert greatest < FARTHEST, f"part of {name}.png is another; GOLDEN=write writes it anew"


def test_another_picture_is_known_as_another():
    pictures = [Image.open(SHEETS / f"{name}.png") for name in PICTURES]
    blank = Image.new("L", pictures[0].size, 255)
    assert all(distance(one, blank)[0] > FAR for one in pictures)
    assert distance(pictures[0], pictures[0].transpose(Image.Transpose.FLIP_TOP_BOTTOM))[1] > FARTHEST


GUIDE = "guides/midjourney/devops-engineer/"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_print_gives_the_sheet_with_scripts_too(scheme, open_page):
    page = open_page(GUIDE, scheme=scheme)
    _assert_one_sheet(page, is_filled=False)
    assert "GPU infrastructure expertise" in words(printed(page, "A4"))
    assert page.noise == []


@pytest.mark.parametrize(("control", "marks"), [("Print the sheet", False), ("Print the full guide", True)])
def test_a_button_prints_the_sheet_or_the_whole_guide(control, marks, open_page):
    page = open_page(GUIDE)
    page.evaluate("window.print = () => { window.printed = document.documentElement.className.includes('g-full'); }")
    page.get_by_text(control, exact=True).press("Enter")
    assert page.evaluate("window.printed") is marks
    assert page.url.endswith(GUIDE)


def test_the_full_guide_has_its_levers_open_for_that_print_alone(open_page):
    page = open_page(GUIDE)
    page.evaluate("window.print = () => {}")
    page.get_by_text("Print the full guide").click()
    document = printed(page, "A4")
    assert len(document) > 2
    text = words(document)
    assert text.count("If they say no") >= 4
    assert "What they said" not in text
    assert "Search" not in text
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("details[open].g-lever").count() == 0
    assert len(printed(page, "A4")) == 1


def test_without_scripts_the_full_guide_is_a_link_away(open_page):
    page = open_page(GUIDE, java_script_enabled=False)
    assert not page.get_by_role("button", name="Print the sheet").is_visible()
    expect(page.get_by_text("Print this page to get its call sheet.")).to_be_visible()
    page.get_by_role("link", name="Print the full guide").click()
    expect(page.get_by_text("Print now: the whole guide comes out.")).to_be_visible()
    assert len(printed(page, "Letter")) > 2
    page.get_by_role("link", name="Back to the call sheet").click()
    assert len(printed(page, "Letter")) == 1


def test_a_script_makes_the_sheet_a_part_of_the_page(open_page):
    page = open_page(GUIDE)
    assert page.evaluate("document.querySelectorAll('iframe').length") == 0
    assert page.locator("section.g-sheet").count() == 1


def test_where_the_sheet_cannot_be_had_the_guide_is_printed(browser, server):
    page = browser.new_page()
    page.route("**/sheet.html", lambda route: route.fulfill(status=404, body="Not found"))
    page.goto(f"{server}{GUIDE}")
    assert "GPU infrastructure expertise" in words(printed(page, "A4"))
    page.get_by_role("link", name="Enter my numbers").click()
    expect(page.get_by_role("form", name="Your numbers")).to_be_visible()
    page.close()


def test_without_scripts_the_sheet_can_be_read_on_the_screen(open_page):
    page = open_page(GUIDE, java_script_enabled=False, width=390)
    page.get_by_role("link", name="its call sheet").click()
    expect(page.get_by_text("The ask, in one sentence")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert len(printed(page, "A4")) == 1
    page.get_by_role("link", name="DevOps Engineer at Midjourney").click()
    page.wait_for_url(f"**/{GUIDE}")
    assert page.noise == []


def test_the_sheet_is_not_on_the_screen(open_page):
    page = open_page(GUIDE)
    assert not page.locator(".g-sheet").is_visible()
