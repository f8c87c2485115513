"""Guides become Markdown as it was agreed, Markdown becomes the same HTML by either way, and text stays text."""

import difflib
import html
import os
import re
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
import yaml
from markdown_it import MarkdownIt

import markdown
from guidebook import body, project
from guidebook.page import AUTHORED
from guidebook.render import Renderer

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


PARTS = [(guide, part) for guide in GUIDES for part in (".md", "/sheet.html")]
"""Each guide's page and its call sheet."""


def _golden(guide, part):
    return TESTS / "golden" / f"{guide.parent}--{guide.stem}{part.replace('/', '--')}"


@pytest.mark.parametrize(("guide", "part"), PARTS, ids=str)
def test_guide_is_golden(guide, part, rendered):
    golden = _golden(guide, part)
    found = (rendered / "docs" / "guides" / f"{guide.with_suffix('')}{part}").read_text(encoding="utf-8")
    if os.environ.get("GOLDEN") == "write":
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(found, encoding="utf-8")
    wanted = golden.read_text(encoding="utf-8") if golden.exists() else ""
    names = (f"golden/{golden.name}", f"rendered from data/guides/{guide}")
    if found != wanted:
        changes = difflib.unified_diff(wanted.splitlines(), found.splitlines(), *names, n=0, lineterm="")
        pytest.fail("\n".join([*changes, "GOLDEN=write writes it anew"]), pytrace=False)


def test_every_golden_file_has_its_guide():
    assert sorted((TESTS / "golden").iterdir()) == sorted(_golden(*part) for part in PARTS)


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
