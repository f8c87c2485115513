"""The built site: the seed's figures in order, the same bytes twice, safe pages, and no harm from a failed build."""

import hashlib
import json
import re
import shutil
from itertools import groupby
from xml.etree import ElementTree as ET

import pytest

from conftest import copy_sample
from guidebook.new import commented_guide

SEED_PAGE = "guides/midjourney/devops-engineer/"


SEED = {
    "title": "DevOps Engineer, Midjourney, Premium, profit sharing, Self-funded, San Francisco, Small, team, GPU",
    "compensation": "San Francisco, 185K, 250K, 70K, 150K+, 255K, 400K, Remote US, 167K, 225K, 63K, 135K+, 230K, 360K",
    "what the role is worth": "tens of millions, images, 60",
    "level mapping": "Midjourney, DevOps, Google, L4-L5, SRE, Meta, Production Engineer, IC4-IC5, "
    "Startup, Principal SRE, scope",
    "profitability premium": "profitability premium, profit sharing at scale, largest",
    "levers": "1, GPU, 245K, 2, Cost, profit sharing, 240K, 145K+, 5%, 3, Full stack, 245K, "
    "4, Competing, 245K, Datadog, 210K, 220K, Cloudflare, 205K, 200K",
    "negotiate up": "245K, 140K+, 215K, Datadog, 210K, 220K",
    "evidence and sources": "DevOps, SRE, 2025-2026, Levels.fyi, Blind, The Information",
}


"""Every figure and name of the seed, part by part, in the seed's order."""


def _sections(page):
    """The article's words, one text for the head and one for each part under a heading of the second level."""
    found = [""]
    for element in page.find(".//article"):
        found += [""] if element.tag == "h2" else []
        found[-1] += " ".join(" ".join(element.itertext()).split()).replace("\u2013", "-") + " "
    return found


def _missing(words, text):
    """The first of `words` that does not stand in `text` after those before it."""
    position = 0
    for word in words.split(", "):
        found = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)", re.IGNORECASE).search(text, position)
        if not found:
            return word
        position = found.end()
    return None


def test_every_figure_of_the_seed_stands_in_its_order(pages):
    sections = _sections(pages[SEED_PAGE])
    for part, words in SEED.items():
        while sections and _missing(words, sections[0]):
            sections.pop(0)
        assert sections, f"{part}: no part of the page, from where it should stand on, has these in this order: {words}"


@pytest.mark.parametrize("part", SEED)
def test_a_part_of_the_seed_stands_in_one_part_of_the_page(part, pages):
    missing = [_missing(SEED[part], section) for section in _sections(pages[SEED_PAGE])]
    assert None in missing, f"in the nearest part of the page, {missing} come too soon or not at all"


def test_filled_pages_are_what_mkdocs_makes_of_them(build, site):
    """The quick way and MkDocs' own, one page at a time, give the same bytes: pages, sitemap and all."""
    filled, plain = _tree(site), _tree(build(GUIDEBOOK_PLAIN="1"))
    assert sorted(filled) == sorted(plain)
    assert [name for name, found in filled.items() if found != plain[name]] == []


def test_two_builds_give_the_same_bytes(build, site):
    first = _tree(site)
    second = _tree(build(PYTHONHASHSEED="7", TZ="Pacific/Auckland", LC_ALL="C", LANGUAGE="de"))
    assert sorted(first) == sorted(second)
    assert [name for name, found in first.items() if found != second[name]] == []


def _tree(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def former(tmp_path):
    """A site that was built before, and the only thing in its folder."""
    folder = tmp_path / "out" / "site"
    folder.mkdir(parents=True)
    (folder / "index.html").write_text("the former site")
    return folder


@pytest.fixture
def data(tmp_path):
    """A copy of the shipped data, to break."""
    return copy_sample(tmp_path / "data")


@pytest.fixture
def copy(root, tmp_path):
    """A copy of the project, to break."""
    folder = tmp_path / "copy"
    copy_sample(folder / "data")
    for name in ("docs", "macros"):
        shutil.copytree(root / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(root / "mkdocs.yml", folder)
    return folder


def _assert_untouched(former):
    assert _tree(former.parent) == {"site/index.html": b"the former site"}
    assert [path.name for path in former.parent.iterdir()] == ["site"]


def _edit(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def _break_two_files(data):
    _edit(data / "guides/okta/devops-engineer.yml", "company: okta", "company: okto")
    _edit(data / "companies/okta.yml", "ownership: public", "ownershop: public")


def _break_yaml(data):
    (data / "roles/devops-engineer.yml").write_text("name: [\n")


def _link_to_no_page(data):
    _edit(
        data / "guides/okta/devops-engineer.yml", "worth: |-\n", "worth: |-\n  See [this](levers/no-such-lever/).\n\n"
    )


def _link_to_no_part(data):
    _edit(data / "guides/okta/devops-engineer.yml", "worth: |-\n", "worth: |-\n  See [this](about/#no-such-part).\n\n")


def _remove_everything(data):
    shutil.rmtree(data)


MISTAKES = [_break_two_files, _break_yaml, _link_to_no_page, _link_to_no_part, _remove_everything]


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_in_the_data_leaves_the_former_site(mistake, data, former, run):
    mistake(data)
    built = run("mkdocs", "build", "--strict", "--site-dir", former, GUIDEBOOK_DATA=str(data))
    assert built.returncode != 0
    _assert_untouched(former)


@pytest.mark.parametrize("mistake", MISTAKES)
def test_build_and_check_report_a_mistake_in_the_same_lines(mistake, data, former, run):
    mistake(data)
    checked = run("guidebook", "check", GUIDEBOOK_DATA=str(data))
    built = run("mkdocs", "build", "--strict", "--site-dir", former, GUIDEBOOK_DATA=str(data))
    assert checked.returncode == 1
    assert "Traceback" not in checked.stderr + built.stderr
    logged = [line.split("guidebook: ", 1)[1] for line in built.stderr.splitlines() if "guidebook: " in line]
    assert logged == checked.stdout.splitlines()
    assert checked.stderr.strip() in built.stdout + built.stderr


@pytest.mark.parametrize("fault", ["{{ nothing }}", "{% if %}"])
def test_a_broken_template_leaves_the_former_site(fault, copy, former, run):
    template = copy / "macros" / "guide.md.jinja"
    template.write_text(template.read_text(encoding="utf-8") + fault, encoding="utf-8")
    built = run("mkdocs", "build", "--strict", "--site-dir", former, cwd=copy, PYTHONPATH=str(copy / "macros"))
    assert built.returncode != 0
    assert "guide.md.jinja" in built.stderr
    _assert_untouched(former)


def test_a_warning_of_mkdocs_leaves_the_former_site(copy, former, run):
    (copy / "docs" / "about.md").write_text("[nowhere](nowhere.md)", encoding="utf-8")
    built = run("mkdocs", "build", "--strict", "--site-dir", former, cwd=copy, PYTHONPATH=str(copy / "macros"))
    assert built.returncode != 0
    assert "nowhere.md" in built.stderr
    _assert_untouched(former)


def test_a_good_build_replaces_the_former_site_and_what_a_killed_build_left(former, run, sample, site):
    for name in ("site.new", "site.old"):
        (former.parent / name).mkdir()
        (former.parent / name / "left.html").write_text("left")
    (former / "gone.html").write_text("a page that is no more")
    built = run("mkdocs", "build", "--strict", "--site-dir", former, GUIDEBOOK_DATA=str(sample))
    assert built.returncode == 0, built.stderr
    assert [path.name for path in former.parent.iterdir()] == ["site"]
    assert sorted(_tree(former)) == sorted(_tree(site))


def test_another_folder_of_data_is_built(build, data, read_site):
    guide = data / "guides" / "okta" / "data-engineer.yml"
    guide.write_text(commented_guide("okta", "data-engineer", is_complete=False), encoding="utf-8")
    pages = read_site(build(GUIDEBOOK_DATA=str(data)))
    assert "guides/okta/data-engineer/" in pages


def test_a_small_folder_of_data_is_built(build, data, run):
    """The least that `guidebook check` accepts; the authored pages may not need more."""
    for path in data.iterdir():
        if path.name not in ("regions.yml", "rights.yml"):
            path.unlink() if path.is_file() else shutil.rmtree(path)
    for name, text in (("companies/one", "name: One"), ("roles/other", "name: Other\npaid_for: Work")):
        (data / name).parent.mkdir()
        (data / f"{name}.yml").write_text(text)
    (data / "guides" / "one").mkdir(parents=True)
    (data / "guides" / "one" / "other.yml").write_text(
        "company: one\nrole: other\npay: [{region: seattle, base: not disclosed}]\n"
    )
    assert run("guidebook", "check", GUIDEBOOK_DATA=str(data)).returncode == 0
    assert (build(GUIDEBOOK_DATA=str(data)) / "guides" / "one" / "other" / "index.html").is_file()


def test_the_nav_does_not_grow_with_the_guides(build, data, pages, read_site):
    for company in data.glob("companies/*.yml"):
        for role in data.glob("roles/*.yml"):
            path = data / "guides" / company.stem / role.name
            if not path.exists():
                path.write_text(commented_guide(company.stem, role.stem, is_complete=False), encoding="utf-8")
    more = read_site(build(GUIDEBOOK_DATA=str(data)))
    assert len(more) > len(pages) + 30
    for address in ("", "about/", "companies/", SEED_PAGE):
        assert _navs(more[address]) == _navs(pages[address]), address


def _navs(page):
    """The links of each nav, but for the list of contents of the page itself."""
    navs = [[link.get("href") for link in nav.iter("a")] for nav in page.iter("nav")]
    return [links for links in navs if not all((link or "#").startswith("#") for link in links)]


def _scripted(site, kind):
    """What a script of the finder hands over."""
    (path,) = (site / "assets" / "finder").glob(f"{kind}-*.js")
    text = path.read_text(encoding="utf-8")
    return json.loads(text[text.index("(") + 1 : text.rindex(")")])


def test_every_page_leads_to_the_finders_scripts(pages, site):
    for address, page in pages.items():
        (script,) = [script for script in page.iter("script") if "finder/box.js" in (script.get("src") or "")]
        for name in ("src", "data-names"):
            path = script.get(name).removeprefix("../" * address.count("/")).lstrip("/")
            assert (site / path).is_file(), (address, name)
    assert not (site / "search").exists()


def test_the_finders_scripts_have_one_digest_of_what_they_hold(site):
    paths = [path for kind in ("names", "others", "text") for path in (site / "assets/finder").glob(f"{kind}-*.js")]
    held = "".join(path.read_text(encoding="utf-8") for path in paths)
    assert {path.stem.partition("-")[2] for path in paths} == {hashlib.sha256(held.encode()).hexdigest()[:12]}


def test_every_page_has_one_box_and_a_small_one(pages):
    for address, page in pages.items():
        (box,) = page.iter("guide-finder")
        assert len(ET.tostring(box)) <= 300, address
        assert ("g-finder--home" in box.get("class")) == (address == "")


def test_pages_hold_nothing_that_only_the_themes_own_script_would_use(pages):
    for address, page in pages.items():
        for element in page.iter():
            assert "data-md-component" not in element.attrib, address
            assert not {"md-toggle", "md-overlay", "md-dialog"} & set(element.get("class", "").split()), address


def test_a_link_to_a_law_leads_into_what_opens_for_it(pages):
    places = [part for part in pages["rights/"].iter("details") if part.get("class") == "g-right"]
    assert len(places) > 10
    for place in places:
        assert place.get("id") is None, "a browser opens what holds the place that is led to, not that place itself"
        assert (place.find("ul").get("id") or "").startswith("right-")


def test_a_guide_says_each_rule_once_and_names_the_law_of_each_place_under_it(pages, site):
    most = 0
    for address, page in pages.items():
        lists = [part for part in page.iter("dl") if part.get("class") == "g-rights"]
        if not address.startswith("guides/") or not lists:
            continue
        (found,) = lists
        laws, rules = [], []
        for line in found:
            names = [link.get("href").partition("#right-")[2] for link in line.iter("a")]
            laws += names
            if line.tag == "dt":
                rules.append(("".join(line.itertext()), []))
            else:
                rules[-1][1].append(names)
        view = json.loads((site / f"api/v1/{address.rstrip('/')}.json").read_text(encoding="utf-8"))
        assert sorted(laws) == sorted(law["id"].lower() for law in view["rights"])
        helpful = [name for rule, lines in rules if "may not ask" in rule for names in lines for name in names]
        countries = [country for country, _ in groupby(name.partition("-")[0] for name in helpful)]
        assert len(countries) == len(set(countries)), f"{address}: a country comes back after another"
        assert len(rules) == len({(rule, names[0][0].partition("-")[0]) for rule, names in rules})
        most = max(most, *(len(lines) for _, lines in rules))
    assert most > 2


def test_the_rights_stand_under_their_countries(pages):
    found = [(part.tag, name) for part in pages["rights/"].iter()
             if (name := part.get("id") or "").startswith(("country-", "right-"))]  # fmt: skip
    countries = [name for tag, name in found if tag == "h2"]
    assert countries[0] == "country-us"
    under = "country-us"
    for tag, name in found:
        under = name if tag == "h2" else under
        assert tag == "h2" or name.startswith(under.replace("country-", "right-")), (under, name)
    assert len(set(found)) == len(found) > len(countries)
    names = [words for part in pages["rights/"].iter("h2") for words in part.itertext()]
    assert names[1:] == sorted(names[1:])


def test_every_passage_leads_to_its_heading(pages, site):
    parts = [(page, fragment) for page, _, parts in _scripted(site, "text") for fragment, *_ in parts]
    ids = {address: {element.get("id") for element in page.iter()} for address, page in pages.items()}
    assert len(parts) > 200
    assert [(page, fragment) for page, fragment in parts if fragment and fragment not in ids[page]] == []


def test_every_passage_says_what_stands_under_its_heading(pages, site):
    texts = {address: " ".join("".join(page.itertext()).split()) for address, page in pages.items()}
    missing = []
    for page, _, parts in _scripted(site, "text"):
        for fragment, heading, text, *_ in parts:
            words = " ".join(text.split()[:5])
            if words.replace("[", "").replace("]", "") not in texts[page].replace("[", "").replace("]", ""):
                missing.append((page, fragment, heading, words))
    assert missing == []


def test_the_authored_pages_are_in_the_text_with_every_heading(pages, site):
    found = {page: {fragment for fragment, *_ in parts} for page, _, parts in _scripted(site, "text")}
    for address in ("about/", "negotiate/", "prepare/", "prepare/before/", "prepare/equity/", "contribute/"):
        headings = {heading.get("id") for heading in pages[address].find(".//article").iter("h2")}
        assert headings <= found[address], address
