"""Guides in Markdown come in whole, or are refused with their line."""

import html
import os
import re
import shutil
import sys
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from guidebook import project
from guidebook.cli import main
from guidebook.markdown.sources import source

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE / "markdown"))
import made_guides  # noqa: E402
from compare import copied, lost, pages_of, take_in, words_of_markdown, written  # noqa: E402

SAMPLES = sorted((HERE / "markdown" / "samples").glob("*.md"))
REFUSED = sorted((HERE / "markdown" / "refused").glob("*.md"))
ELSEWHERE = sorted((HERE.parents[1] / "shared" / "seed").glob("*.md"))
"""The document that the site was asked for from, where it lies beside the project."""


@pytest.fixture
def data(tmp_path):
    return copied(tmp_path)


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """The pages of all samples, taken in together."""
    data = copied(tmp_path_factory.mktemp("samples"))
    done = take_in(data, *SAMPLES, *ELSEWHERE)
    assert done.exit_code == 0, done.output
    return pages_of(data)


@pytest.mark.parametrize("sample", [*SAMPLES, *ELSEWHERE], ids=lambda path: path.stem)
def test_every_word_of_a_sample_stands_in_its_page_in_order(sample, pages):
    golden = sample.with_suffix(".yml")
    made = yaml.safe_load(golden.read_text(encoding="utf-8")) if golden.exists() else None
    page = pages[f"guides/{made['company']}/{made['role']}" if made else f"guides/{sample.stem.replace('-', '/', 1)}"]
    text = sample.read_text(encoding="utf-8-sig")
    assert lost(text, page) == []
    print(f"{sample.name}: {len(words_of_markdown(text))} words and figures, 100 % in order")


def test_every_word_of_varied_guides_stands_in_its_page_in_order(data, tmp_path):
    texts = dict(made_guides.corpus(100, seed=7))
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
    assert lost("<a strong result> for <p>one</p>", "<p>for one</p>") != []
    assert lost("p<b and c>d, `<b>e</b>`", "<p>p d, e</p>") != []
    assert lost('a <b>b</b> <a href="https://c.example">d</a>', '<p>A b <a href="https://c.example">d</a></p>') == []
    assert lost('<a href="https://c.example">d</a>', "<p>d</p>") == ["https", "c", "example"]


@pytest.mark.parametrize("path", REFUSED, ids=lambda path: path.stem)
def test_refused_with_its_line_and_what_would_be_right(path, data, monkeypatch):
    monkeypatch.chdir(path.parent)
    done = take_in(data, path.name)
    assert done.exit_code == 1
    if os.environ.get("GOLDEN") == "write":
        path.with_suffix(".txt").write_text(done.stdout, encoding="utf-8")
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


def test_the_same_files_again_change_nothing_though_more_companies_are_known_by_then(data, tmp_path):
    mapping = "**Level mapping:** Quay Lines L5 = Tern Ferries L6\n"
    files = [
        written(tmp_path, f"{number}.md", f"Ferry Pilot | {name} Global Negotiation Guide", mapping)
        for number, name in enumerate(("Quay Lines", "Tern Ferries"))
    ]
    take_in(data, *files)
    before = _files(data)
    again = take_in(data, *files)
    assert "2 read: 0 imported, 2 as before, 0 refused" in again.stderr
    assert _files(data) == before
    files[0].write_text(files[0].read_text(encoding="utf-8").replace("L6", "L7"), encoding="utf-8")
    assert "1 refused" in take_in(data, *files).stderr
    assert _files(data) == before


def test_no_guide_depends_on_the_order_of_the_files(data, tmp_path):
    title = "Ferry Pilot | {} Global Negotiation Guide"
    across = (
        "#### Base by level\n\n| Level | Skerry (GBP £) | Holm (GBP £) |\n|---|---|---|\n| Senior | £90K | £80K |\n"
    )
    bare = across.replace(" (GBP £)", "")
    files = [
        written(
            tmp_path,
            "a.md",
            title.format("Quay Lines"),
            f"**Level mapping:** Tern Ferries L5 = Quay Lines L6\n\n{bare}",
        ),
        written(tmp_path, "b.md", title.format("Tern Ferries"), across),
    ]
    made = {}
    for order in (files, files[::-1]):
        folder = tmp_path / order[0].stem
        shutil.copytree(data, folder)
        assert take_in(folder, *order).exit_code == 0
        made[order[0].name] = {path.relative_to(folder): raw for path, raw in _files(folder).items()}
    assert made["a.md"] == made["b.md"]
    guide = (tmp_path / "a" / "guides" / "quay-lines" / "ferry-pilot.yml").read_text(encoding="utf-8")
    assert "{at: Tern Ferries, level: L5}" in guide
    assert "regions: [skerry]" in guide


def test_what_a_refused_guide_would_have_brought_is_not_written(data, tmp_path):
    text = "**Pay**\n\n| Region | Base |\n|---|---|\n| Skerry (GBP £) | £90K |\n\n<script>x</script>\n"
    path = written(tmp_path, "a.md", "Ferry Pilot | Quay Lines Global Negotiation Guide", text)
    before = _files(data)
    assert take_in(data, path).exit_code == 1
    assert _files(data) == before


@pytest.mark.parametrize("raw", [b"caf\xe9", b"- a list", b"", b"status: imported\norder: [table]\n"])
def test_a_file_that_is_no_guide_is_left_where_it_stands(data, tmp_path, raw):
    path = data / "guides" / "quay-lines" / "ferry-pilot.yml"
    path.parent.mkdir(parents=True)
    path.write_bytes(raw)
    done = take_in(data, written(tmp_path, "a.md", "Ferry Pilot | Quay Lines Global Negotiation Guide"))
    assert done.exit_code == 1
    assert "a guide stands already at" in done.stdout
    assert path.read_bytes() == raw


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


def test_titles_that_differ_are_guides_of_their_own_whatever_the_order(data, tmp_path):
    suffix = "| Quay Lines Global Negotiation Guide"
    files = [
        written(tmp_path, "a.md", f"Ferry Pilot (Senior) {suffix}", "Of seniors.\n"),
        written(tmp_path, "b.md", f"Ferry Pilot {suffix}", "Of all.\n"),
        written(tmp_path, "c.md", f"Ferry Pilot (Staff) {suffix}", "Of staff.\n"),
        written(tmp_path, "d.md", "Ferry Pilot (Staff) — Quay Lines Salary Negotiation Guide", "Of staff again.\n"),
    ]
    done = take_in(data, *files)
    assert done.exit_code == 0, done.output
    names = ["ferry-pilot", "ferry-pilot-2", "ferry-pilot-staff", "ferry-pilot-staff-2"]
    assert sorted(path.stem for path in (data / "guides/quay-lines").iterdir()) == names
    roles = {name: (data / "roles" / f"{name}.yml").read_text(encoding="utf-8") for name in names}
    assert "name: Ferry Pilot, guide 2\n" in roles["ferry-pilot-2"]
    assert "name: Ferry Pilot (Staff)\n" in roles["ferry-pilot-staff"]
    assert "warning: 2 guides of one company, role and level with titles that differ" in done.stderr
    assert [problem for problem in project.check(data) if not problem.is_warning] == []
    again = take_in(data, *files)
    assert "4 read: 0 imported, 4 as before, 0 refused" in again.stderr


def test_the_same_title_twice_is_refused_with_the_first_file(data, tmp_path):
    title = "Ferry Pilot (Senior) | Quay Lines Global Negotiation Guide"
    first = written(tmp_path, "a.md", title, "One.\n")
    second = written(tmp_path, "b.md", title, "Two.\n")
    done = take_in(data, first, second)
    assert done.exit_code == 1
    wrong = f"`{first.as_posix()}` has the same title, and differs; give each a title of its own, or name one of them"
    assert done.stdout.startswith(f"{second.as_posix()}:1:1: {wrong}\n    ### {title}\n")
    assert len(list((data / "guides/quay-lines").iterdir())) == 1


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


def test_a_lever_without_a_title_goes_by_the_first_words_of_its_script(data, tmp_path):
    say = "Could you add £20K to cover what I leave behind here?"
    items = f'1. **Scope:** "I would run the night fleet."\n2. Ask late. "{say}"\n'
    text = f"## Global Levers\n\n{items}"
    path = written(tmp_path, "a.md", "Ferry Pilot | Quay Lines Global Negotiation Guide", text)
    assert take_in(data, path).exit_code == 0
    [page] = pages_of(data).values()
    titles = re.findall(r"<summary><b>\d</b> <b>(.*?)</b>", page)
    assert titles[:2] == ["Scope", "Could you add £20K to cover what I leave behind…"]
    assert lost(items, page) == []


@pytest.mark.parametrize(
    ("entry", "day"),
    [
        ("Careers FAQ, viewed 12 March 2026", None),
        ("Pay survey 2025 (accessed Jan 2026)", "2025"),
        ("Pay survey, 2025-06", "2025-06"),
        ("Levels page, last checked 11/2025", None),
    ],
)
def test_the_day_somebody_looked_is_no_date_of_a_source(entry, day):
    assert source(entry).get("date") == day
