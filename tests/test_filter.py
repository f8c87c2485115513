"""The filter of a list of guides shows what the evidence says of a place and a level, in each currency."""

import itertools

import pytest

from guidebook import project
from guidebook.enrich.summary import within
from guidebook.enrich.table import table
from guidebook.money import Money, text

pytestmark = pytest.mark.browser

SPREAD = """([attribute, pairs]) => {
  const rows = guidebook.bands.parsed(attribute);
  return pairs.map(([region, level]) => guidebook.bands.spread(rows, region, level));
}"""


@pytest.fixture(scope="module")
def catalogue(root):
    return project.open_site(root / "data").site.catalogue


def test_an_amount_is_written_as_python_writes_it(open_page):
    units = [1, 999, 1_000, 1_500, 99_000, 99_999, 100_000, 185_500, 999_000, 1_000_000, 1_005_000, 2_050_000,
             8_800_000, 13_210_000, 12_345_678]  # fmt: skip
    cases = [Money(code, low, low) for code in ("USD", "GBP", "INR", "JPY", "PLN", "AUD") for low in units]
    signs = [[case.low, {"code": case.currency, "sign": text(Money(case.currency, 1, 1))[:-1]}] for case in cases]
    page = open_page("")
    page.add_script_tag(url="/assets/js/band-filter.js")
    written = page.evaluate("cases => cases.map(([units, currency]) => guidebook.bands.amount(units, currency))", signs)
    assert written == [text(case) for case in cases]


@pytest.mark.parametrize("role", ["software-engineer", "data-engineer", "ml-ai-engineer"])
def test_a_place_and_a_level_give_what_was_posted(role, catalogue, open_page):
    """Every place and level of every company of a role, counted anew from the postings."""
    page, shown = open_page(""), table(catalogue, catalogue.by_role[role])
    page.add_script_tag(url="/assets/js/band-filter.js")
    regions, codes = [name for name, _ in shown.regions], [code for code, _, _ in shown.currencies]
    pairs = list(itertools.product(range(-1, len(regions)), range(-1, len(shown.levels))))
    for listing in shown.listings:
        postings = catalogue.postings(listing.summary.company, role)
        if not listing.summary.postings:
            continue
        found = page.evaluate(SPREAD, [listing.bands, pairs])
        for (region, level), answer in zip(pairs, found, strict=True):
            wanted = [
                posting for posting in postings
                if (region < 0 or regions[region] in posting.regions)
                and (level < 0 or shown.levels[level] == posting.level)
            ]  # fmt: skip
            where = (listing.summary.id, regions[region], shown.levels[level])
            assert (answer is None) == (not wanted), where
            if answer is None:
                continue
            own = [posting.base for posting in wanted if posting.base.currency == codes[answer["currency"]]]
            assert (answer["low"], answer["high"]) == (min(b.low for b in own), max(b.high for b in own)), where
            assert answer["postings"] == len({posting.url + posting.title for posting in wanted}), where
            assert str(answer["newest"]) == f"{max(posting.seen for posting in wanted):%Y%m%d}", where
            others = {posting.base.currency for posting in wanted} - {codes[answer["currency"]]}
            assert {codes[other] for other in answer["others"]} == others, where


def test_a_region_shows_its_own_figures_alone(catalogue):
    for region in ("london", "singapore", "seattle"):
        for whole in catalogue.by_region[region]:
            here = within(whole, region, catalogue.in_usd)
            postings = [
                posting for posting in catalogue.postings(whole.company, whole.role) if region in posting.regions
            ]
            if not whole.postings:
                continue
            assert isinstance(here.base, Money), (region, whole.id)
            own = [posting.base for posting in postings if posting.base.currency == here.base.currency]
            assert (here.base.low, here.base.high) == (min(b.low for b in own), max(b.high for b in own))
            assert here.newest == max(posting.seen for posting in postings)
            assert here.postings == len({posting.url + posting.title for posting in postings})


def test_a_choice_changes_base_postings_and_bar_and_can_be_undone(open_page):
    page = open_page("")
    rows = page.locator(".g-listing tbody tr")
    before = rows.all_inner_texts()
    level = page.locator("select[name=level]")
    level.select_option(index=1)
    assert page.locator(".g-listing tbody tr:visible").count() < len(before)
    assert "level=" in page.url
    level.select_option(index=0)
    assert rows.all_inner_texts() == before


def test_the_caption_says_of_which_place_and_level_the_figures_are(open_page):
    caption = "band-filter caption"
    page = open_page("roles/software-engineer/")
    whole = page.locator(caption).inner_text()
    assert whole.endswith(" in all places at all levels")
    page.locator("select[name=region]").select_option(label="Seattle")
    assert page.locator(caption).inner_text().endswith("to highest in Seattle at all levels")
    page.locator("select[name=region]").select_option(index=0)
    page.locator("select[name=level]").select_option("mid")
    assert page.locator(caption).inner_text().endswith("to highest in all places at level Mid")
    page.locator("select[name=level]").select_option(index=0)
    assert page.locator(caption).inner_text() == whole


@pytest.mark.parametrize("name", ["Base per year", "Postings", "Newest"])
def test_what_is_not_known_stands_last_in_either_order(name, open_page):
    page = open_page("roles/software-engineer/")
    head = page.get_by_role("columnheader").filter(has_text=name)
    place = head.evaluate("head => head.cellIndex")
    for _ in range(2):
        head.get_by_role("button").click()
        values = page.locator("sortable-table tbody tr").evaluate_all(
            "(rows, place) => rows.map(row => row.cells[place].dataset.sort)", place
        )
        known = [value for value in values if value]
        assert values == known + [""] * (len(values) - len(known))
        is_down = head.get_attribute("aria-sort") == "descending"
        assert [float(value) for value in known] == sorted(map(float, known), reverse=is_down)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_phone_shows_every_figure_of_a_line(scheme, open_page):
    page = open_page("", 390, scheme)
    for cell in page.locator(".g-listing tbody tr").first.locator("th, td").all():
        box = cell.bounding_box()
        assert box["width"] > 0
        assert box["x"] + box["width"] <= 390
