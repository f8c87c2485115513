"""The index of companies and the page for lost addresses, in Chromium: filtered, shared, printed, and found from."""

import datetime
import functools
import http.server
import threading
from contextlib import contextmanager
from urllib.parse import urlencode

import pytest
from playwright.sync_api import expect

from guidebook import age, project

pytestmark = pytest.mark.browser
DAY = datetime.date(2026, 11, 23)


@pytest.fixture(scope="module")
def catalogue(sample):
    return project.open_site(sample).site.catalogue


def _shown(page):
    return page.locator("li[data-guides]:visible > a").all_inner_texts()


def _named(catalogue, test):
    """The companies with a guide that passes, in the order of the index."""
    found = {summary.company for summary in catalogue.summaries.values() if test(summary, catalogue)}
    return sorted((catalogue.companies[name].name for name in found), key=str.casefold)


def _has(region, level):
    return lambda summary, _: any((band.region, band.level) == (region, level) for band in summary.bands)


def _owned(kind):
    return lambda summary, catalogue: catalogue.companies[summary.company].ownership == kind


def _newer(months):
    """Seen in the last so many months."""
    return lambda summary, _: summary.newest is not None and not age.is_stale(summary.newest, DAY, months)


CHOICES = [
    ({"role": "devops-engineer"}, lambda summary, _: summary.role == "devops-engineer"),
    ({"region": "san-francisco-bay-area", "level": "senior"}, _has("san-francisco-bay-area", "senior")),
    ({"ownership": "public"}, _owned("public")),
    ({"basis": "reported"}, lambda summary, _: summary.basis == "reported"),
    ({"fresh": "half-year"}, _newer(6)), ({"fresh": "not-stale"}, _newer(18)),
    ({"role": "devops-engineer", "basis": "reported"},
     lambda summary, _: (summary.role, summary.basis) == ("devops-engineer", "reported")),
]  # fmt: skip


@pytest.mark.parametrize(("chosen", "test"), CHOICES, ids=lambda part: "-".join(part) if isinstance(part, dict) else "")
def test_a_choice_shows_the_companies_that_have_it_and_stands_in_the_address(chosen, test, catalogue, open_page):
    wanted = _named(catalogue, test)
    assert wanted
    page = open_page("companies/")
    for name, value in chosen.items():
        page.locator(f"select[name={name}]").select_option(value)
    assert _shown(page) == wanted
    expect(page.locator("company-filter output")).to_have_text(f"{len(wanted)} of {len(catalogue.companies)} companies")
    assert page.url.endswith(f"/companies/?{urlencode(chosen)}")
    again = open_page(f"companies/?{urlencode(chosen)}")
    assert _shown(again) == wanted
    assert again.noise == []


def test_counts_beside_each_option_follow_the_other_filters(open_page):
    page = open_page("companies/")
    page.locator("select[name=role]").select_option("devops-engineer")
    for name in ("level", "region", "ownership", "fresh"):
        options = page.locator(f"select[name={name}] option").evaluate_all(
            "options => options.slice(1).map(option => [option.value, option.textContent, option.disabled])"
        )
        assert any(is_off for _, _, is_off in options) or name in ("ownership", "fresh")
        for value, words, is_off in options:
            if is_off:  # nobody can choose it
                assert words.endswith("(0)"), (name, value, words)
                continue
            page.locator(f"select[name={name}]").select_option(value)
            assert words.endswith(f"({len(_shown(page))})"), (name, value, words)
            assert not words.endswith("(0)"), (name, value, words)
        page.locator(f"select[name={name}]").select_option("")


def test_a_filter_hides_letters_without_companies_and_all_can_be_shown_again(catalogue, open_page):
    page = open_page("companies/?role=devops-engineer&basis=reported")
    letters = page.locator(".g-letters a:visible").all_inner_texts()
    headings = page.locator("article h2:visible").all_inner_texts()
    assert letters == [heading.removesuffix("#") for heading in headings] == ["M"]
    page.get_by_role("button", name="Show all").click()
    page.wait_for_url("**/companies/")  # the form is empty a moment after the click
    assert len(_shown(page)) == len(catalogue.companies)


def test_a_company_keeps_the_place_and_the_level_that_were_chosen(open_page):
    page = open_page("companies/?region=san-francisco-bay-area&level=senior&basis=posted")
    link = page.locator("li[data-guides]:visible > a").first
    assert link.get_attribute("href").endswith("?region=san-francisco-bay-area&level=senior")


def test_a_filtered_index_prints_what_is_left(open_page):
    page = open_page("companies/?role=devops-engineer&basis=reported")
    page.emulate_media(media="print")
    assert _shown(page) == ["Midjourney"]
    assert not page.get_by_role("button", name="Show all").is_visible()


def test_a_choice_that_is_none_is_left_out(catalogue, open_page):
    page = open_page("companies/?role=%3Cimg%20src=x%3E&level=nonsense")
    assert len(_shown(page)) == len(catalogue.companies)
    assert page.noise == []


def test_without_scripts_the_whole_index_stands(catalogue, open_page):
    page = open_page("companies/", java_script_enabled=False)
    assert len(_shown(page)) == len(catalogue.companies)
    assert not page.locator("company-filter form").is_visible()


@pytest.fixture(scope="module")
def lost(site):
    """Serve the site below a path of its own, with its page for lost addresses, as hosts do."""
    with _hosted(site) as address:
        yield address


@contextmanager
def _hosted(site):
    class Host(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_arguments):
            """Print nothing."""

        def send_error(self, code, *_arguments):
            self.send_response(code)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write((site / "404.html").read_bytes())

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Host, directory=str(site))) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}/"
        finally:
            server.shutdown()
            thread.join()


LOST = [
    ("guides/midjorney/devops/", "guides/midjourney/devops-engineer/"),
    ("guides/okta/sre.html", "guides/okta/devops-engineer/"),
    ("companies/opneai/", "companies/openai/"),
    ("roles/devops_engineer", "roles/devops-engineer/"),
    ("levers/competing-offer/", "levers/competing-written-offer/"),
    ("rights/california/", "rights/#right-us-ca"),
    ("prepare/vesting/", "prepare/equity/#vesting-and-the-cliff"),
    ("compare-offers/", "compare/"),
]


@pytest.mark.parametrize(("address", "found"), LOST)
def test_a_lost_address_offers_what_it_names(address, found, lost, open_page):
    page = open_page(address, base=lost)
    first = page.locator("lost-address li a").first
    expect(first).to_be_visible()
    assert first.get_attribute("href") == lost + found
    first.click()
    page.wait_for_url(lost + found)


@pytest.mark.parametrize("address", ["nonsense", "levers/zqxv-wkjy/"])
def test_an_address_that_names_nothing_offers_nothing(address, lost, open_page):
    page = open_page(address, base=lost, until="networkidle")
    assert not page.locator("lost-address").is_visible()


@pytest.mark.parametrize("address", ["%3Cimg%20src=x%20onerror=alert(1)%3E/", "%E0%A4%A/", "guides/-/", "a" * 2_000])
def test_a_strange_address_stays_text(address, lost, open_page):
    page = open_page(address, base=lost, until="networkidle")
    assert page.get_by_role("heading", level=1).inner_text() == "There is no page here"
    assert page.locator("lost-address img").count() == 0
    assert [said for said in page.noise if "404" not in said] == []


def test_the_page_for_lost_addresses_works_below_another_path(root, run, sample, tmp_path, open_page):
    top = tmp_path / "some" / "base"
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    config = tmp_path / "mkdocs.yml"
    config.write_text(
        settings.replace("negotiation-guide.example/", "negotiation-guide.example/some/base/")
        .replace("docs_dir: docs", f"docs_dir: {root / 'docs'}")
        .replace("macros/", f"{root}/macros/")
        .replace("watch: [data, macros]", ""),
        encoding="utf-8",
    )
    built = run("mkdocs", "build", "--config-file", config, "--site-dir", top, GUIDEBOOK_DATA=str(sample))
    assert built.returncode == 0, built.stderr
    (tmp_path / "404.html").write_bytes((top / "404.html").read_bytes())
    with _hosted(tmp_path) as address:
        page = open_page("some/base/guides/midjorney/devops/", base=address)
        first = page.locator("lost-address li a").first
        expect(first).to_be_visible()
        assert first.get_attribute("href") == f"{address}some/base/guides/midjourney/devops-engineer/"
