"""The head of each page: title, address, policy; and what a page may load and weigh."""

import re
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import yaml


def _head(page, tag, **wanted):
    return [
        element
        for element in page.find("head").iter(tag)
        if all(element.get(name.replace("_", "-")) == value for name, value in wanted.items())
    ]


def _public(pages):
    return {address: page for address, page in pages.items() if address != "404.html"}


def test_each_page_has_its_own_title_and_description(pages):
    for what in (_title, _description):
        found = {}
        for address, page in _public(pages).items():
            found.setdefault(what(page), []).append(address)
        assert {text: addresses for text, addresses in found.items() if len(addresses) > 1 or len(text) < 8} == {}


def _title(page):
    (title,) = page.find("head").iter("title")
    return title.text


def _description(page):
    (description,) = _head(page, "meta", name="description")
    return description.get("content")


def test_each_page_has_its_canonical_address_and_sitemap_entry(pages, root, site):
    top = yaml.safe_load((root / "mkdocs.yml").read_text(encoding="utf-8"))["site_url"]
    for address, page in _public(pages).items():
        assert [link.get("href") for link in _head(page, "link", rel="canonical")] == [top + address]
    places = [place.text for place in ET.parse(site / "sitemap.xml").findall(".//{*}loc")]
    assert sorted(places) == sorted(top + address for address in _public(pages))


def test_each_page_has_one_heading_of_the_first_level_and_its_language(pages):
    for address, page in pages.items():
        assert len(list(page.iter("h1"))) == 1, address
        assert page.get("lang") == "en", address


def test_edit_opens_the_yaml(pages, listed, root):
    settings = yaml.safe_load((root / "mkdocs.yml").read_text(encoding="utf-8"))
    edit = settings["repo_url"] + "/" + settings["edit_uri"].removesuffix("docs/")
    for page in listed.pages:
        wanted = {f"{edit}data/{page.source}"} if page.source else set()
        links = [link.get("href") for link in pages[page.url].iter("a") if link.get("rel") == "edit"]
        assert set(links) == wanted, page.url
        assert not page.source or (root / "data" / page.source).is_file()
    for name in listed.catalogue.guides:
        links = [link for link in pages[f"guides/{name}/"].find(".//article").iter("a") if link.text]
        assert f"{edit}data/guides/{name}.yml" in [link.get("href") for link in links], name


def _policy(page):
    (found,) = [meta for meta in page.iter("meta") if meta.get("http-equiv") == "Content-Security-Policy"]
    return {rule.split()[0]: rule.split()[1:] for rule in found.get("content").split(";") if rule.strip()}


def test_each_page_has_a_strict_policy_before_anything_that_it_governs(pages):
    for address, page in pages.items():
        policy = _policy(page)
        allowed = {word for words in policy.values() for word in words}
        assert allowed <= {"'self'", "'none'", "data:"}, address
        assert policy["default-src"] == ["'none'"]
        assert "data:" not in policy["script-src"]
        tags = [element.tag for element in page.find("head")]
        first = next(place for place, element in enumerate(page.find("head")) if element.get("http-equiv"))
        assert not {"script", "link", "style"} & set(tags[:first]), address


def test_no_script_stands_in_a_page(pages):
    inline = [address for address, page in pages.items() for script in page.iter("script") if script.get("src") is None]
    assert inline == []


def test_no_page_has_what_its_policy_would_block(pages):
    for address, page in pages.items():
        styled = [element.tag for element in page.iter() if element.get("style") or element.tag == "style"]
        handlers = [(element.tag, name) for element in page.iter() for name, _ in element.items() if name[:2] == "on"]
        assert (styled, handlers) == ([], []), address


def test_nothing_is_loaded_from_another_host(pages, site):
    loaded = []
    for address, page in pages.items():
        for element in page.iter():
            links = [element.get("src"), element.get("srcset"), element.get("data"), element.get("poster")]
            links += [element.get("href")] if element.tag in ("link", "image", "use") else []
            loaded += [(address, link) for link in links if link and urlsplit(link).netloc]
    own = (urlsplit(link).netloc for _, link in loaded)
    assert set(own) <= {"negotiation-guide.example"}, "only the canonical address names a host"
    for style in site.rglob("*.css"):
        text = style.read_text(encoding="utf-8")
        assert re.findall(r"(?:@import|url\()[\s'\"]*(?:https?:)?//[^)]*", text) == [], style.name


def test_links_to_other_hosts_are_https(pages):
    for address, page in pages.items():
        schemes = {urlsplit(link.get("href")).scheme for link in page.iter("a") if link.get("href") is not None}
        assert schemes <= {"", "https"}, address


def test_a_guide_stays_small(listed, site):
    for name in listed.catalogue.guides:
        size = (site / "guides" / name / "index.html").stat().st_size
        print(f"{name}: {size / 1000:.1f} KB of HTML")
        assert size <= 120_000, name
