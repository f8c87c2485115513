"""The way out: `guidebook render` writes a project from which Zensical builds the same site."""

import re
import shutil
from collections import Counter
from pathlib import Path
from urllib.parse import urljoin
from xml.etree import ElementTree as ET

import pytest
import yaml
from click.testing import CliRunner

from conftest import copy_sample
from guidebook.cli import main
from guidebook.render import Renderer
from guidebook.wayout import config
from guidebook.wayout.folder import LIST

AMOUNT = re.compile(r"(?:[A-Z]{1,3}\s?)?[$£€₹₪][\d.,]+[KML]?|[A-Z]{3}\s[\d.,]+[KM]?|\d+(?:\.\d+)?%")
BUILDERS_OWN = ("assets/javascripts/", "assets/stylesheets/", "assets/images/", "search", "sitemap.xml")
"""What each builder brings along, or writes in its own way."""
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
SCRIPT = re.compile(r"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", re.DOTALL)


def _wayout(run, data, folder):
    """The site that Zensical builds from what `guidebook render` wrote."""
    project = folder / "project"
    for name, arguments, cwd in (
        ("guidebook", ("render", project, "--data", data), None),
        ("zensical", ("build", "--strict"), project),
    ):
        done = run(name, *arguments, **({"cwd": cwd} if cwd else {}))
        assert done.returncode == 0, f"{name}: {done.stdout}{done.stderr}"
    return project / "site"


@pytest.fixture(scope="module")
def both(run, sample, site, tmp_path_factory):
    """The site as MkDocs builds it, and as Zensical does."""
    return site, _wayout(run, sample, tmp_path_factory.mktemp("wayout"))


@pytest.fixture(scope="module")
def shipped(run, root, build, tmp_path_factory):
    """Both sites of the shipped data."""
    data = root / "data"
    return build(GUIDEBOOK_DATA=str(data)), _wayout(run, data, tmp_path_factory.mktemp("shipped"))


def _files(site):
    return {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}


def _words(element):
    return " ".join("".join(element.itertext()).split())


def _links(elements, address, name="href"):
    """Where links lead, whatever way they are written."""
    return [
        urljoin(f"https://site/{address}", element.get(name)) for element in elements if element.get(name) is not None
    ]


def _seen(page, address):
    """What a reader and a machine see of a page, whoever built it."""
    heads = [element for element in page.find(".//head").iter("link") if element.get("rel") != "stylesheet"]
    styles = [element for element in page.iter("link") if element.get("rel") == "stylesheet"]
    scripts = [element for element in page.iter("script") if "javascripts/" not in element.get("src", "javascripts/")]
    seen = {
        "title": page.findtext(".//title").strip(),
        "description": [item.get("content") for item in page.iter("meta") if item.get("name") == "description"],
        "linked in the head": sorted(_links(heads, address)),
        "styles": [link for link in _links(styles, address) if "stylesheets/" not in link],
        "scripts": _links(scripts, address, "src"),
        "tabs": [_links(nav.iter("a"), address) for nav in page.iter("nav") if "g-tabs" in nav.get("class", "")],
    }
    article = page.find(".//article")
    if article is None or address == "404.html":
        return seen
    contents = [nav for nav in page.iter("nav") if "g-contents" in nav.get("class", "")]
    tags = Counter(element.tag for element in article.iter())
    text = "".join("".join(article.itertext()).split())
    return seen | {
        "headings": [(e.tag, e.get("id"), _words(e)) for e in article.iter() if e.tag in ("h1", "h2", "h3", "h4")],
        "contents": [(_words(item), link) for nav in contents for item, link in _pairs(nav, address)],
        "amounts": AMOUNT.findall(_words(article)),
        "text": text,
        "links": _links(article.iter("a"), address),
        "frames": _links(article.iter("iframe"), address, "src"),
        "tables": [[_words(row) for row in table.iter("tr")] for table in article.iter("table")],
        "tags": {tag: tags[tag] for tag in ("table", "tr", "td", "th", "details", "svg", "form", "button", "dl", "li")},
        "blanks": [element.get("data-blank") for element in article.iter() if element.get("data-blank")],
    }


def _pairs(nav, address):
    return [(item, urljoin(f"https://site/{address}", item.get("href"))) for item in nav.iter("a")]


def _compare(both, read_site):
    """Every difference between the two sites, a line each."""
    ours, theirs = (read_site(site) for site in both)
    assert sorted(ours) == sorted(theirs)
    for address, page in ours.items():
        wanted, found = _seen(page, address), _seen(theirs[address], address)
        for name, value in wanted.items():
            if found.get(name) != value:
                yield f"{address}: {name}: {_first(value, found.get(name))}"


def _first(wanted, found):
    if isinstance(wanted, list) and isinstance(found, list):
        pairs = [(one, other) for one, other in zip(wanted, found, strict=False) if one != other]
        return pairs[0] if pairs else f"{len(wanted)} and {len(found)}"
    return f"{str(wanted)[:300]} and {str(found)[:300]}"


def test_the_two_builders_make_the_same_pages(both, read_site):
    assert list(_compare(both, read_site)) == []


@pytest.mark.slow
def test_the_two_builders_make_the_same_pages_of_the_shipped_data(shipped, read_site):
    assert list(_compare(shipped, read_site)) == []
    ours, theirs = (_files(site) for site in shipped)
    guides = [name for name in ours if name.startswith("guides/") and name.endswith(".html")]
    assert len(guides) > 900
    assert _own(ours).keys() == _own(theirs).keys()


def test_a_difference_is_found(both, read_site, tmp_path):
    changed = tmp_path / "site"
    shutil.copytree(both[1], changed)
    page = changed / "guides/okta/devops-engineer/index.html"
    html = page.read_text(encoding="utf-8")
    page.write_text(html.replace("$147K", "$148K", 1).replace('href="../../../companies/okta/"', 'href="../okta/"', 1))
    found = {line.split(": ")[1] for line in _compare((both[0], changed), read_site)}
    assert found >= {"description", "links"}


def _own(files):
    return {
        name: path for name, path in files.items() if not name.startswith(BUILDERS_OWN) and not name.endswith(".html")
    }


def test_files_beside_the_pages_are_the_same_bytes(both):
    ours, theirs = (_own(_files(site)) for site in both)
    assert sorted(ours) == sorted(theirs)
    assert len([name for name in ours if name.startswith("api/v1/guides/")]) > 50
    assert [name for name in ours if ours[name].read_bytes() != theirs[name].read_bytes()] == []


def test_sitemaps_name_the_same_pages_and_days(both):
    ours, theirs = (
        {
            url.findtext(f"{SITEMAP}loc"): url.findtext(f"{SITEMAP}lastmod")
            for url in ET.parse(site / "sitemap.xml").getroot()
        }
        for site in both
    )
    assert ours == theirs
    assert any(ours.values())


def test_no_script_stands_in_a_page_and_the_policy_allows_none(both, read_html):
    for path in sorted(both[1].rglob("*.html")):
        html = path.read_text(encoding="utf-8")
        policies = [item.get("content") for item in read_html(html).iter("meta") if item.get("http-equiv")]
        assert len(policies) == 1
        assert "script-src 'self';" in policies[0]
        assert SCRIPT.findall(html) == []


@pytest.mark.browser
@pytest.mark.parametrize("address", ["", "guides/okta/devops-engineer/", "companies/openai/", "prepare/before/"])
def test_pages_of_the_other_builder_work_in_the_browser(address, both, serve, open_page):
    page = open_page(address, base=serve(both[1]))
    assert page.noise == []
    assert page.get_by_role("heading", level=1).is_visible()


def _render(folder, data, *more):
    return CliRunner().invoke(main, ["render", str(folder), "--data", str(data), *map(str, more)])


def _state(folder):
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def data(tmp_path):
    return copy_sample(tmp_path / "data")


@pytest.fixture
def rendered(sample, tmp_path):
    done = _render(tmp_path / "out", sample)
    assert done.exit_code == 0, done.output
    return tmp_path / "out"


def test_a_second_time_gives_the_same_and_takes_away_what_is_gone(data, tmp_path):
    out = tmp_path / "out"
    assert _render(out, data).exit_code == 0
    first = _state(out)
    (out / "site").mkdir()
    (out / "site" / "index.html").write_text("built", encoding="utf-8")
    assert _render(out, data).exit_code == 0
    assert _state(out) == first | {Path("site/index.html"): b"built"}
    shutil.rmtree(data / "guides" / "monzo")
    assert _render(out, data).exit_code == 0
    assert not (out / "docs/guides/monzo").exists()
    assert (out / "site/index.html").read_text(encoding="utf-8") == "built"


@pytest.mark.parametrize("name", ["notes.txt", ".hidden", "docs/index.md"])
def test_a_folder_of_somebody_else_is_refused(name, sample, tmp_path):
    path = tmp_path / "out" / name
    path.parent.mkdir(parents=True)
    path.write_text("mine", encoding="utf-8")
    done = _render(tmp_path / "out", sample)
    assert done.exit_code == 1
    assert done.stderr == (
        f"{tmp_path / 'out'} holds files that `guidebook render` did not write; name a new or an empty folder\n"
    )
    assert _state(tmp_path) == {path.relative_to(tmp_path): b"mine"}


def _edit(out):
    (out / "docs/about.md").write_text("mine", encoding="utf-8")
    return "docs/about.md"


def _folder(out):
    (out / "docs/about.md").unlink()
    (out / "docs/about.md").mkdir()
    return "docs/about.md"


def _link(out):
    (out / "docs/about.md").unlink()
    (out / "docs/about.md").symlink_to(out / "mkdocs.yml")
    return "docs/about.md"


def _link_out(out):
    shutil.move(out / "theme", out.parent / "elsewhere")
    (out / "theme").symlink_to(out.parent / "elsewhere")
    return "theme/"


@pytest.mark.parametrize("change", [_edit, _folder, _link, _link_out])
def test_what_somebody_changed_is_not_written_over(change, rendered, sample):
    name = change(rendered)
    before = _state(rendered)
    done = _render(rendered, sample)
    assert done.exit_code == 1
    assert f"somebody wrote or changed {name}" in done.stderr
    assert _state(rendered) == before
    assert not [path for path in rendered.parent.iterdir() if path.name.startswith(".out-")]


def test_a_file_of_somebody_else_in_the_place_of_a_new_page_is_kept(data, tmp_path):
    out = tmp_path / "out"
    assert _render(out, data).exit_code == 0
    mine = out / "docs/companies/newcomer.md"
    mine.write_text("mine", encoding="utf-8")
    (data / "companies/newcomer.yml").write_text("name: Newcomer\n", encoding="utf-8")
    done = _render(out, data)
    assert done.exit_code == 1
    assert "somebody wrote or changed docs/companies/newcomer.md" in done.stderr
    assert mine.read_text(encoding="utf-8") == "mine"
    assert not (out / "docs/api/v1/companies/newcomer.json").exists()


def test_a_failed_render_leaves_the_folder(rendered, sample, monkeypatch):
    before = _state(rendered)
    made = Renderer.documents

    def broken(self):
        for number, document in enumerate(made(self)):
            if number == 40:
                raise RuntimeError("the template breaks here")
            yield document

    monkeypatch.setattr(Renderer, "documents", broken)
    done = _render(rendered, sample)
    assert isinstance(done.exception, RuntimeError)
    assert _state(rendered) == before
    assert not [path for path in rendered.parent.iterdir() if path.name.startswith(".out-")]


def test_a_broken_run_can_be_repeated(rendered, sample):
    (rendered / "docs/about.md").unlink()
    assert _render(rendered, sample).exit_code == 0
    assert (rendered / "docs/about.md").is_file()


def test_a_list_that_is_none_is_refused(rendered, sample):
    (rendered / LIST).write_text("[", encoding="utf-8")
    assert _render(rendered, sample).exit_code == 1


def test_a_folder_inside_the_sources_is_refused(data):
    done = _render(data / "out", data)
    assert done.exit_code == 1
    assert done.stderr == f"{data / 'out'} lies inside {data}, which the site is made from; name a folder elsewhere\n"
    assert not (data / "out").exists()


def test_the_configuration_keeps_what_another_builder_reads(root):
    found = config.read(root / "mkdocs.yml")
    made = yaml.safe_load(config.converted(found))
    assert {"hooks", "watch"} <= found.keys()
    assert {"hooks", "watch"}.isdisjoint(made)
    assert (made["docs_dir"], made["theme"]["custom_dir"]) == ("docs", "theme")
    assert made["nav"] == found["nav"]
    assert made["markdown_extensions"] == found["markdown_extensions"]


def test_tags_of_the_configuration_stay_as_they_are(tmp_path):
    (tmp_path / "mkdocs.yml").write_text("site_name: !ENV [NAME, x]\nplugins: [{a: !!python/name:os.system }]\n")
    made = config.converted(config.read(tmp_path / "mkdocs.yml"))
    assert "!ENV [NAME, x]" in made
    assert "!!python/name:os.system" in made
