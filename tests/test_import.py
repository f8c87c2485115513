"""Guides in Markdown come in whole, or are refused with their line."""

import html
import os
import re
import shutil
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from guidebook import project
from guidebook.cli import main
from guidebook.render import Renderer

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE / "markdown"))
import generate  # noqa: E402

SAMPLES = sorted((HERE / "markdown" / "samples").glob("*.md"))
REFUSED = sorted((HERE / "markdown" / "refused").glob("*.md"))
TOKEN = re.compile(r"[^\W_]+")
TAG = re.compile(r"<(/?)(\w+)([^>]*)>")


@pytest.fixture
def data(tmp_path, root):
    """The data without companies, guides and evidence, so that a site of imported guides is built in a second."""
    folder = tmp_path / "data"
    shutil.copytree(root / "data", folder, ignore=shutil.ignore_patterns("companies", "guides", "evidence"))
    shutil.copytree(
        root / "data" / "companies",
        folder / "companies",
        ignore=lambda _f, names: [n for n in names if n[0] not in "gm"],
    )
    return folder


def take_in(data, *files, options=()):
    return CliRunner().invoke(main, ["import", *map(str, files), "--data", str(data), *options], catch_exceptions=False)


def words_of_markdown(text):
    """Words and figures in the order in which a reader meets them, without the marks of Markdown."""
    text = text.replace("\ufeff", "").replace("\r\n", "\n")
    lines = [line for line in text.split("\n") if not re.fullmatch(r"\s*\|?[\s:|-]+\|?\s*", line)]
    lines = [re.sub(r"^\s*(?:>\s*)*(?:#{1,6}\s+|\d{1,3}[.)]\s+)?", "", line) for line in lines]
    text = html.unescape(re.sub(r"<br\s*/?>", " ", "\n".join(lines)))
    text = re.sub(r"\[([^\]]*)\]\(([^)\s]+)\)", r"\1 \2", text)
    return TOKEN.findall(re.sub(r"[*`]", "", text).casefold())


def words_of_page(page):
    """Words and figures of a page in the order in which they stand; a link's address after its words."""
    found, addresses, position = [], [], 0
    for tag in TAG.finditer(page):
        found.append(page[position : tag.start()])
        position = tag.end()
        if tag[2] == "a":
            address = re.search(r'href="([^"]*)"', tag[3])
            addresses.append(address[1] if address else "") if not tag[1] else found.append(f" {addresses.pop()} ")
        elif tag[2] not in {"b", "strong", "em", "code"}:
            found.append(" ")
    return TOKEN.findall(html.unescape("".join([*found, page[position:]])).casefold())


def lost(markdown, page):
    """The words of the Markdown that do not stand in the page in the same order."""
    ready = iter(words_of_page(page))
    return [word for word in words_of_markdown(markdown) if not any(word == other for other in ready)]


def pages_of(data):
    site = project.open_site(data).site
    renderer = Renderer(site)
    return {
        page.path: renderer.html(renderer.markdown(page))[0] for page in site.pages if page.path.startswith("guides/")
    }


def heading_of(path):
    return re.search(r"^heading: (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)[1].strip("'\"")


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_every_word_of_a_sample_stands_in_its_page_in_order(sample, data):
    done = take_in(data, sample)
    assert done.exit_code == 0, done.output
    [page] = pages_of(data).values()
    text = sample.read_text(encoding="utf-8-sig")
    assert lost(text, page) == []
    print(f"{sample.name}: {len(words_of_markdown(text))} words and figures, 100 % in order")


def test_every_word_of_varied_guides_stands_in_its_page_in_order(data, tmp_path):
    texts = dict(generate.corpus(150, seed=7))
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    done = take_in(data, *[tmp_path / name for name in texts])
    assert done.exit_code == 0, done.output
    pages = list(pages_of(data).values())
    assert len(pages) == len(texts)
    by_words = {re.sub(r"\s+", " ", html.unescape(page)): page for page in pages}
    for text in texts.values():
        title = re.search(r"^#+ (.+)$", text, re.MULTILINE)[1]
        [page] = [page for words, page in by_words.items() if f">{title}<" in words]
        assert lost(text, page) == [], title


def test_the_comparison_sees_a_word_that_is_lost():
    assert lost("one **two** $3K [four](https://five.example)", "<p>One <b>two</b> $3K <a href='x'></a></p>") != []
    assert lost("one **two** 3K", "<p>One <b>two</b> and 3K</p>") == []
    assert lost("two one", "<p>One two</p>") == ["one"]


@pytest.mark.parametrize("path", REFUSED, ids=lambda path: path.stem)
def test_refused_with_its_line_and_what_would_be_right(path, data, monkeypatch):
    monkeypatch.chdir(path.parent)
    done = take_in(data, path.name)
    assert done.exit_code == 1
    assert done.stdout == path.with_suffix(".txt").read_text(encoding="utf-8")
    assert not list((data / "guides").rglob("*.yml"))


def test_there_are_many_ways_to_be_refused():
    assert len(REFUSED) >= 30


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_sample_becomes_its_guide(sample, data):
    done = take_in(data, sample)
    assert done.exit_code == 0, done.output
    [made] = (data / "guides").rglob("*.yml")
    written = made.read_text(encoding="utf-8")
    if os.environ.get("GOLDEN") == "write":
        sample.with_suffix(".yml").write_text(written, encoding="utf-8")
    assert written == sample.with_suffix(".yml").read_text(encoding="utf-8")
