"""Guides become Markdown as it was agreed, Markdown becomes the same HTML by either way, and text stays text."""

import difflib
import html
import json
import os
import re
import shutil
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

import markdown
from guidebook import body, project, prose
from guidebook.render import Renderer
from guidebook.schema import schemas
from guidebook.site import AUTHORED

TESTS = Path(__file__).resolve().parent
ROOT = TESTS.parent
GUIDES = [
    Path(company, f"{role}.yml")
    for company, role in (
        ("anthropic", "staff-software-engineer"),
        ("midjourney", "devops-engineer"),
        ("okta", "devops-engineer"),
        ("openai", "software-engineer"),
        ("stripe", "software-engineer"),
        ("uber", "senior-software-engineer"),
    )
]


@pytest.fixture(scope="module")
def rendered(run, sample, tmp_path_factory):
    """The folder that `guidebook render` wrote."""
    folder = tmp_path_factory.mktemp("rendered")
    done = run("guidebook", "render", folder, "--data", sample)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def _golden(guide):
    return TESTS / "golden" / f"{guide.parent}--{guide.stem}.md"


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.with_suffix("").as_posix())
def test_guide_is_golden(guide, rendered):
    golden = _golden(guide)
    found = (rendered / "docs" / "guides" / guide.with_suffix(".md")).read_text(encoding="utf-8")
    if os.environ.get("GOLDEN") == "write":
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(found, encoding="utf-8")
    wanted = golden.read_text(encoding="utf-8") if golden.exists() else ""
    names = (f"golden/{golden.name}", f"rendered from data/guides/{guide}")
    if found != wanted:
        changes = difflib.unified_diff(wanted.splitlines(), found.splitlines(), *names, n=0, lineterm="")
        pytest.fail("\n".join([*changes, "GOLDEN=write writes it anew"]), pytrace=False)


def test_every_golden_file_has_its_guide():
    assert sorted((TESTS / "golden").iterdir()) == sorted(map(_golden, GUIDES))


def test_render_writes_every_page_once(rendered, sample):
    pages = project.open_site(sample).site.pages
    docs = rendered / "docs"
    authored = {path.relative_to(ROOT / "docs") for path in (ROOT / "docs").rglob("*.md")}
    made = {path.relative_to(docs) for path in docs.rglob("*.md")} - authored
    assert sorted(path.as_posix() for path in made) == sorted(f"{page.path}.md" for page in pages)


def test_front_matter_is_yaml(rendered, sample):
    for page in project.open_site(sample).site.pages:
        _, front, _ = (rendered / "docs" / f"{page.path}.md").read_text(encoding="utf-8").split("---\n", 2)
        found = yaml.safe_load(front)
        assert (found["title"], found["description"]) == (page.title, page.description)


@pytest.fixture(scope="module")
def reader(root):
    """Python-Markdown, set up as mkdocs.yml says."""
    settings = yaml.safe_load((root / "mkdocs.yml").read_text(encoding="utf-8"))["markdown_extensions"]
    named = [item if isinstance(item, str) else next(iter(item)) for item in settings]
    options = {name: values for item in settings if isinstance(item, dict) for name, values in item.items()}
    return markdown.Markdown(extensions=named, extension_configs=options)


@pytest.fixture(scope="module", params=["shipped", "hostile"])
def renderer(request, sample):
    data = sample if request.param == "shipped" else request.getfixturevalue("hostile_data")[0]
    return Renderer(project.open_site(data).site)


def test_markdown_and_the_fast_path_give_the_same_page(renderer, reader, read_html):
    differences = {}
    for page in renderer.site.pages:
        text = renderer.markdown(page)
        by_us, _contents = renderer.html(text)
        by_markdown = reader.reset().convert(text)
        shapes = [_shape(read_html(f"<main>{found}</main>")) for found in (by_markdown, by_us)]
        if shapes[0] != shapes[1]:
            differences[page.path] = list(difflib.unified_diff(*shapes, "markdown", "fast path", n=1, lineterm=""))[:20]
    assert differences == {}


def test_markdown_and_the_fast_path_give_the_same_contents(renderer, reader):
    for page in renderer.site.pages:
        text = renderer.markdown(page)
        reader.reset().convert(text)
        assert _outline(reader.toc_tokens) == [_entry(entry) for entry in renderer.html(text)[1]], page.path


def test_commonmark_reads_headings_as_the_fast_path_does(renderer):
    commonmark = MarkdownIt("commonmark")
    for page in renderer.site.pages:
        text = renderer.markdown(page)
        ours = [html.unescape(part.words) for part in body.parts(text) if isinstance(part, body.Heading)]
        theirs = [html.unescape(commonmark.renderInline(found[2])) for found in body.HEADING.finditer(text)]
        assert theirs == ours, page.path


def _shape(element):
    """Tags, attributes and words in order."""
    lines = [f"<{element.tag} {dict(sorted(element.items()))}>", *_words(element.text)]
    for child in element:
        lines += [*_shape(child), *_words(child.tail)]
    return [*lines, f"</{element.tag}>"]


def _words(text):
    return [" ".join(text.split())] if text and text.strip() else []


def _outline(tokens):
    return [(token["level"], token["id"], token["name"], _outline(token["children"])) for token in tokens]


def _entry(entry):
    heading = entry.heading
    return (heading.level, heading.id, str(heading.words), [_entry(child) for child in entry.children])


def test_headings_step_down_one_level_at_a_time(pages):
    for address, page in pages.items():
        levels = [int(element.tag[1]) for element in page.iter() if re.fullmatch("h[1-6]", element.tag)]
        assert levels[0] == 1, address
        assert all(after <= before + 1 for before, after in pairwise(levels)), (address, levels)


def test_every_id_is_there_once(pages):
    for address, page in pages.items():
        ids = [element.get("id") for element in page.iter() if "id" in element.keys()]  # noqa: SIM118  an element is no mapping
        assert sorted(set(ids)) == sorted(ids), address


def test_every_reference_to_an_id_is_met(pages):
    for address, page in pages.items():
        ids = {element.get("id") for element in page.iter()}
        for name in ("for", "aria-labelledby", "aria-describedby", "aria-controls"):
            wanted = {part for element in page.iter() for part in (element.get(name) or "").split()}
            # Material draws the table of contents' switch only where its list stands in the drawer.
            assert wanted - ids - {"__toc"} == set(), (address, name)


def test_every_internal_link_leads_somewhere(pages, site):
    dead = []
    ids = {address: {element.get("id") for element in page.iter()} for address, page in pages.items()}
    for address, page in pages.items():
        for link in _links(page):
            target = urlsplit(urljoin(f"https://here.example/{address}", link))
            if target.hostname != "here.example":
                continue
            path = unquote(target.path).removeprefix("/")
            if path in pages:
                dead += [(address, link)] if target.fragment and target.fragment not in ids[path] else []
            elif not (site / path).is_file():
                dead.append((address, link))
    assert dead == []


def _links(page):
    return [element.get(name) for element in page.iter() for name in ("href", "src") if element.get(name) is not None]


def test_pages_that_templates_may_link_to_exist(pages):
    assert set(AUTHORED) <= pages.keys()


LINE = (
    "\"quotes\" 'single' & &amp; &lt;b&gt;no&lt;/b&gt; `code` *a* __b__ [x](y) ![i](j) ## {: #x } {: .y } "
    "{{ 7*7 }} {% raw %} {# c #} \\* ${x} <3 a < b > c 🙂 שלום עולם " + "long" * 40
)
SCRIPT = LINE.translate({ord(brace): None for brace in "{}"})
PROSE = (
    '"quotes" & &lt;b&gt;no&lt;/b&gt; {{ 7*7 }} {% raw %} snake_case_word 2 < 3 {: #x } 🙂 שלום עולם '
    + "long" * 40
    + "\n\n## No heading {: #x }"
)
PROSE_FIELDS = {"why", "text", "worth", "reason", "note", "what", "when", "paid_for"}
SCRIPT_FIELDS = {"say", "because", "if_no", "short"}
FIXED = {
    "company": "some-company", "role": "some-role", "region": "some-region", "lever": "some-lever",
    "regions": ["some-region"], "roles": ["some-role"], "levers": ["some-lever"], "rights": ["US"],
    "schedule": [25] * 4, "sources": ["a-source"], "occupation": "15-1252", "total_kind": "average_year", "state": "US",
    "per_eur": {"USD": "1.1684"},
}  # fmt: skip
PAY = {"base": "$100K-$120K", "amount": "$10K", "bonus": "10%", "total": "$120K-$142K"}
PAY |= {"target": "$115K", "floor": "$108K"}
FORMS = {"country": "US", "currency": "USD", "date": "2026-10", "slug": "some-name"}


class _Filler:
    """Makes a value for every field of the model; `texts` holds each text by the mark that it begins with."""

    def __init__(self):
        self.texts, self.schemas = {}, schemas()

    def file(self, name):
        schema = self.schemas[f"{name}.json"]
        (schema_of_one,) = schema.get("patternProperties", {None: schema}).values()
        return self.value(schema_of_one, schema.get("$defs", {}), (name,))

    def value(self, schema, parts, path):
        """A value that fits `schema`, for the field at `path`."""
        if "$ref" in schema:
            return self.value(parts[schema["$ref"].rsplit("/", 1)[-1]], parts, path)
        if "anyOf" in schema:
            return self.value(schema["anyOf"][0], parts, path)
        if "properties" in schema:
            return {name: self.value(part, parts, (*path, name)) for name, part in schema["properties"].items()}
        kind = schema.get("type")
        if kind == "object" and path[-1] == "sources":
            return {"a-source": self.value(*schema["patternProperties"].values(), parts, path)}
        if path[-1] in FIXED and not (kind == "array" and "$ref" in schema["items"]):
            return FIXED[path[-1]]
        if kind == "array":
            return [self.value(schema["items"], parts, path) for _ in range(schema.get("minItems", 1))]
        return self.leaf(schema, kind, path)

    def leaf(self, schema, kind, path):
        if "examples" in schema:
            return PAY.get(path[-1], "$120K")
        if "enum" in schema:
            return "none" if "none" in schema["enum"] else schema["enum"][0]
        if kind in ("integer", "boolean"):
            return min(schema.get("maximum", 100_000), 100_000) if kind == "integer" else False
        if "minLength" in schema:
            return self.text(path)
        if "https" in schema.get("pattern", ""):
            return "https://news.example/page"
        return "2026-10-01" if schema.get("format") == "date" else FORMS.get(path[-1], "some-name")

    def text(self, path):
        mark = f"Q{len(self.texts):03}{''.join(path).replace('_', '')}"
        words = SCRIPT if path[-1] in SCRIPT_FIELDS else PROSE if path[-1] in PROSE_FIELDS else LINE
        self.texts[mark] = f"{mark} {words}"
        return self.texts[mark]

    def short(self, path, most):
        """A text of at most `most` characters."""
        mark = self.text(path).split()[0]
        self.texts[mark] = self.texts[mark][:most].strip()
        return self.texts[mark]


def _hostile_sheet(filler):
    they, say = filler.short(("s", "they"), 34), filler.short(("s", "say"), 64)
    facts = {"none": [filler.short(("s", "fact"), 46)]}
    closing = {name: filler.short(("s", name), 100) for name in ("thanks", "writing")}
    keep = [filler.short(("s", "keep"), 46)]
    return {"pushback": [{"they": they, "say": say}], "equity": facts, "keep": keep, **closing}


def _hostile_files(filler):
    file = filler.file
    rights, market = file("rights"), file("market")
    market["sources"] = dict.fromkeys(("prevailing-wages", "oews"), market["sources"]["a-source"])
    market["occupations"] = {"15-1252": filler.text(("market", "occupations"))}
    evidence = file("evidence")
    evidence["postings"].append(evidence["postings"][0] | {"role": "other-role"})
    guide = file("guide")
    imported = {"status": "imported", "company": "some-company", "role": "third-role", "heading": guide.pop("heading")}
    imported |= {"tables": guide.pop("tables"), "order": ["heading", "table-1", "section-1"]}
    imported["sections"] = [{"table": guide["sections"][0].pop("table")}]
    del guide["status"], guide["order"]
    return {
        "companies/some-company.yml": file("company"),
        "evidence/some-company.yml": evidence,
        "guides/some-company/some-role.yml": guide,
        "guides/some-company/third-role.yml": imported,
        "guides/some-company/other-role.yml": {"company": "some-company", "role": "other-role"},
        "levers/some-lever.yml": file("lever"),
        "market.yml": market,
        "rates.yml": file("rates"),
        "regions.yml": {"some-region": file("regions")},
        "rights.yml": {"US": rights},
        "roles/some-role.yml": file("role"),
        "sheet.yml": _hostile_sheet(filler),
        "roles/third-role.yml": {"name": filler.text(("role", "name"))},
        "roles/other-role.yml": {"name": filler.text(("role", "name")), "paid_for": filler.text(("role", "paid_for"))},
    }


@pytest.fixture(scope="session")
def hostile_data(tmp_path_factory):
    """A data folder whose every text tries to break out, and these texts by the mark that each begins with."""
    data, filler = tmp_path_factory.mktemp("hostile"), _Filler()
    for name, value in _hostile_files(filler).items():
        path = data / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(value, ensure_ascii=False, indent=1), encoding="utf-8")
    for lever in (TESTS.parent / "data" / "levers").glob("*.yml"):  # the authored pages link to them
        shutil.copy(lever, data / "levers")
    return data, filler.texts


@pytest.fixture(scope="session")
def hostile(build, hostile_data):
    """The site of that data, and its texts."""
    data, texts = hostile_data
    return build(GUIDEBOOK_DATA=str(data)), texts


NOT_SHOWN = {"companyfiledas", "evidencepostingsplace", "marketsourcessupports", "ratessourcesupports"}
NOT_SHOWN |= {f"guidetables{axis}{field}" for axis in ("columns", "rows") for field in ("currency", "grade")}
"""Texts of the data that no page needs to show."""


def _marks(hostile, read_site):
    """Every text of the data that a page shows: the page, where on it, its mark, what was meant, what is there."""
    folder, texts = hostile
    wanted = {mark.casefold(): _plain(text) for mark, text in texts.items()}
    for address, page in read_site(folder).items():
        for place, text in _texts(page):
            for found in re.finditer(r"q\d{3}[a-z]+", text):
                meant = wanted[found[0]]
                if place == "sheet":  # which shortens what it shows
                    meant = meant[: len(found[0]) + len(' "quotes"')]
                shown = text[found.start() :][: len(meant)]
                kept = shown.partition("…")[0]
                yield address, place, found[0], meant[: len(kept)] if kept != shown else meant, kept


def test_hostile_text_is_shown_as_it_is(hostile, read_site):
    shown = list(_marks(hostile, read_site))
    assert [mark for mark in shown if mark[3] != mark[4]] == []
    assert {"title", "meta content", "article"} <= {mark[1] for mark in shown}


def test_hostile_text_makes_no_element(hostile, read_site, pages):
    def names(found):
        return {(element.tag, name) for page in found for element in page.iter() for name in ("", *element.keys())}

    assert names(read_site(hostile[0]).values()) - names(pages.values()) == set()


def test_hostile_text_stands_in_the_finders_scripts_as_text(hostile):
    folder, _ = hostile
    paths = sorted((folder / "assets" / "finder").glob("*.js"))
    assert len(paths) == 2
    for path in paths:
        text = path.read_text(encoding="utf-8")
        call = re.fullmatch(r"guidebook\.(?:names|passages)\((.*)\);\n", text, re.DOTALL)
        assert re.search(r"Q\d{3}[a-z]+", json.dumps(json.loads(call[1])))


def test_every_text_of_the_data_is_shown(hostile, read_site):
    seen = {mark[2] for mark in _marks(hostile, read_site)}
    assert {mark[4:] for mark in hostile[1] if mark.casefold() not in seen} - NOT_SHOWN == set()


def _plain(text):
    return " ".join(text.split()).casefold()


def _texts(page):
    """The page's words, then its titles, then the values of its attributes."""
    article = page.find(".//article")
    for sheet in [part for part in article.iter("section") if part.get("class") == "g-sheet"]:
        yield "sheet", _plain("".join(sheet.itertext()))
        sheet.clear()
    yield "article", _plain("".join(article.itertext()))
    yield "title", _plain(page.find("./head/title").text)
    for drawing in page.iter("svg"):
        yield "svg title", _plain(drawing.findtext("title") or "")
    for element in page.iter():
        for name, value in element.items():
            yield f"{element.tag} {name}", _plain(unquote(value))


@pytest.mark.browser
def test_hostile_text_stays_text_in_the_browser(hostile, serve, open_page):
    folder, texts = hostile
    page = open_page("guides/some-company/some-role/", base=serve(folder))
    mark = next(mark for mark in texts if mark.endswith("companyname"))
    page.get_by_role("combobox", name="Find a company or role").press_sequentially(mark)
    result = page.get_by_role("option").filter(has_text=mark).first
    result.wait_for()
    assert " ".join(texts[mark].split()) in " ".join(result.inner_text().split())
    assert page.noise == []


WIDE = """() => [...document.querySelectorAll("article *")].filter(
    element => element.getBoundingClientRect().right > 391 && !element.closest("[role=region]")
).map(element => `${element.tagName} ${element.className} in ${element.parentElement.className}`)"""


@pytest.mark.browser
@pytest.mark.parametrize("address", ["guides/some-company/some-role/", "companies/some-company/", "roles/some-role/"])
def test_very_long_words_do_not_widen_the_page(address, hostile, serve, open_page):
    page = open_page(address, width=390, base=serve(hostile[0]))
    page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390, page.evaluate(WIDE)


PIECES = [
    *"ab1.)-+#=>!*_`[](#)<&;\"' \n\n\t~|:\\\u00a0\u2028", "\n\n", "\n- ", "\n\n- ", "- - ", "**",
    "**two words**", "x**y**",
    "[words](https://some.example/a-b#c)", "[words](https://Some.example/?a=b&c)", "[w](levers/some-lever/)",
    "[**w**](a/)", "[](a/)", "[w](/a/)", "[w](javascript:a)", "[w](https://..)",
]  # fmt: skip


@settings(deadline=None, derandomize=True, max_examples=3000, suppress_health_check=list(HealthCheck))
@given(st.lists(st.sampled_from(PIECES), max_size=16).map("".join))
def test_paragraphs_are_read_as_the_reader_of_markdown_reads_them(words):
    made = prose.rendered(words, "")
    assert (made.html, list(made.links)) == _as_the_reader_reads(words)


def _as_the_reader_reads(words):
    tokens = prose.READER.parse(words)
    inline = [token for part in tokens for token in part.children or ()]
    found = [token for token in inline if token.type == "link_open"]
    for token in found:
        if token.attrs["href"].startswith("https:"):
            token.attrs["rel"] = "noopener"
    links = [token.attrs["href"] for token in found if not token.attrs["href"].startswith(("https:", "#"))]
    return prose.READER.renderer.render(tokens, prose.READER.options, {}).replace("\n", " ").strip(), links
