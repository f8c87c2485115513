"""Old addresses go on working: of companies and roles with another name now, and of their guides."""

import pytest

from conftest import copy_sample
from guidebook import project, redirects

REDIRECTS = "companies: {octa: okta, older-octa: okta}\nroles: {site-engineer: devops-engineer}\n"
OLD = {
    "companies/octa/": "companies/okta/",
    "roles/site-engineer/": "roles/devops-engineer/",
    "guides/octa/devops-engineer/": "guides/okta/devops-engineer/",
    "guides/older-octa/site-engineer/": "guides/okta/devops-engineer/",
    "guides/okta/site-engineer/": "guides/okta/devops-engineer/",
    "guides/midjourney/site-engineer/": "guides/midjourney/devops-engineer/",
}


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    folder = copy_sample(tmp_path_factory.mktemp("renamed") / "data")
    (folder / "redirects.yml").write_text(REDIRECTS, encoding="utf-8")
    return folder


def test_old_addresses_lead_to_pages_and_hide_none(data):
    site = project.open_site(data).site
    found = redirects.redirects(site.catalogue)
    assert OLD.items() <= found.items()
    assert all(site.has(new) and not site.has(old) for old, new in found.items())
    okta = [name for name in site.catalogue.summaries if name.startswith("okta/")]
    assert sum(old.startswith("guides/octa/") for old in found) == len(okta) + ("okta/devops-engineer" in okta)


def test_without_redirects_there_are_none(sample):
    assert redirects.redirects(project.open_site(sample).site.catalogue) == {}


@pytest.fixture(scope="module")
def renamed(data, build):
    return build(GUIDEBOOK_DATA=str(data))


def test_page_says_where_it_went(renamed, read_html):
    for old, new in OLD.items():
        page = read_html((renamed / old / "index.html").read_text(encoding="utf-8"))
        target = "../" * old.count("/") + new
        assert page.find("head/link[@rel='canonical']").get("href") == target
        assert page.find(".//a").get("href") == target
        assert page.find(".//meta[@http-equiv='refresh']").get("content") == f"0; url={target}"
        assert page.find(".//script") is None


@pytest.mark.browser
@pytest.mark.parametrize("old", OLD)
def test_browser_is_led_on_without_script(old, renamed, serve, browser):
    address = serve(renamed)
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + old)
    page.wait_for_url(address + OLD[old])
    assert page.locator("h1").count() == 1
    context.close()


def test_render_writes_them_too(run, data, tmp_path):
    done = run("guidebook", "render", tmp_path / "out", "--data", data)
    assert done.returncode == 0, done.stderr
    assert all((tmp_path / "out/docs" / old / "index.html").is_file() for old in OLD)


def test_sitemap_leaves_them_out(renamed):
    sitemap = (renamed / "sitemap.xml").read_text(encoding="utf-8")
    assert "guides/okta/devops-engineer/" in sitemap
    assert "octa" not in sitemap
