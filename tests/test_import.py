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
import made_guides  # noqa: E402

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
    texts = dict(made_guides.corpus(150, seed=7))
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


def _files(data):
    return {path: path.read_bytes() for path in data.rglob("*") if path.is_file()}


def test_dry_run_writes_nothing(data):
    before = _files(data)
    done = take_in(data, *SAMPLES[:3], options=["--dry-run"])
    assert done.exit_code == 0
    assert "3 read: 3 would be imported, 0 as before, 0 refused" in done.stderr
    assert _files(data) == before


def test_same_file_again_changes_nothing(data):
    first = take_in(data, *SAMPLES[:3])
    before = _files(data)
    again = take_in(data, *SAMPLES[:3])
    assert (first.exit_code, again.exit_code) == (0, 0)
    assert "3 read: 0 imported, 3 as before, 0 refused" in again.stderr
    assert _files(data) == before


def test_guide_that_stands_is_never_overwritten(data):
    take_in(data, SAMPLES[0])
    [guide] = (data / "guides").rglob("*.yml")
    mended = guide.read_text(encoding="utf-8").replace("status: imported\n", "")
    guide.write_text(mended, encoding="utf-8")
    done = take_in(data, SAMPLES[0])
    assert done.exit_code == 1
    assert f"a guide stands already at `{guide.as_posix()}`, and differs" in done.stdout
    assert guide.read_text(encoding="utf-8") == mended


def test_two_levels_of_one_role_are_two_guides(data, tmp_path):
    for level in ("L4", "L5"):
        text = f"### Ferry Pilot ({level}) | Quay Lines Global Negotiation Guide\n\nWords of {level}.\n"
        (tmp_path / f"{level}.md").write_text(text, encoding="utf-8")
    assert take_in(data, tmp_path / "L4.md", tmp_path / "L5.md").exit_code == 0
    assert sorted(path.stem for path in (data / "guides/quay-lines").iterdir()) == ["ferry-pilot", "ferry-pilot-l5"]
    assert [problem for problem in project.check(data) if not problem.is_warning] == []


def test_one_that_is_refused_leaves_the_others_in(data, tmp_path):
    (tmp_path / "large.md").write_text("word " * 60_000, encoding="utf-8")
    done = take_in(data, tmp_path, tmp_path / "large.md", tmp_path / "missing.md", SAMPLES[0])
    assert done.exit_code == 1
    assert f"{tmp_path.as_posix()}:1:1: this is a folder; name the files in it" in done.stdout
    assert "large.md:1:1: the file has 300,000 bytes, more than 262,144; split it: a file is one guide" in done.stdout
    assert "missing.md:1:1: the file cannot be read (no such file or directory)" in done.stdout
    assert "4 read: 1 imported, 0 as before, 3 refused" in done.stderr
    assert "refused: 1 too large" in done.stderr


def test_findings_are_warnings_by_kind_and_the_page_says_so(data):
    done = take_in(data, *[sample for sample in SAMPLES if sample.stem in ("levers-numbered", "cells", "evidence")])
    assert "warning: 3 rows of pay without a source" in done.stderr
    found = project.check(data)
    assert found
    assert all(problem.is_warning for problem in found)
    checked = CliRunner().invoke(main, ["check", "--data", str(data)])
    assert "in imported guides: 7 sources without a day on which they were checked" in checked.stderr
    assert "figures and no source" not in checked.stdout
    assert all("Not yet reviewed." in page for page in pages_of(data).values())


def test_new_regions_leave_the_others_as_they_stand(data):
    before = (data / "regions.yml").read_text(encoding="utf-8").split("\n")
    take_in(data, next(sample for sample in SAMPLES if sample.stem == "turned-levels"))
    after = (data / "regions.yml").read_text(encoding="utf-8").split("\n")
    at = after.index("gdynia:")
    assert after[at : at + 4] == ["gdynia:", "  name: Gdynia", "  country: PL", "  currency: PLN"]
    new = [number for number, line in enumerate(after) if line in ("gdynia:", "seoul:")]
    ends = [number + (4 if after[number] == "gdynia:" else 3) for number in new]
    kept = [
        line for number, line in enumerate(after) if not any(a <= number < b for a, b in zip(new, ends, strict=True))
    ]
    assert kept == before
