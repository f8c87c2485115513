"""The generator of the benchmark: what it writes passes the check, and is the same each time."""

import datetime
import json
import re
import sys
from pathlib import Path

import pytest

from guidebook import project

sys.path.insert(0, str(Path(__file__).parent / "bench"))
import baselines
import generate
from stock.guides import Guides

GUIDES = 20


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("made") / "data"
    generate.generate(folder, GUIDES, seed=7)
    return folder


def test_generated_data_passes_the_check(made, monkeypatch):
    noon = datetime.datetime.fromisoformat(f"{generate.newest_day(made)}T12:00+00:00")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(noon.timestamp())))
    assert [str(problem) for problem in project.check(made) if not problem.is_warning] == []


def test_same_seed_gives_the_same_bytes(made, tmp_path):
    generate.generate(tmp_path / "again", GUIDES, seed=7)
    generate.generate(tmp_path / "other", GUIDES, seed=8)
    assert _contents(tmp_path / "again") == _contents(made)
    assert _contents(tmp_path / "other") != _contents(made)


def test_guides_are_of_the_size_and_number_asked_for(made):
    sizes = [path.stat().st_size for path in made.glob("guides/*/*.yml")]
    assert len(sizes) == GUIDES
    assert 4_500 < sum(sizes) / GUIDES < 5_500
    assert min(sizes) < 3_000
    assert max(sizes) > 8_000


def test_baseline_shows_the_same_figures(made):
    guides = Guides(made)
    for name in guides.names():
        page = guides.markdown(name)
        written = (made / "guides" / f"{name}.yml").read_text(encoding="utf-8")
        assert all(amount in page for amount in re.findall(r'^    (?:base|total): "?([^"\n]+)', written, re.MULTILINE))


def _contents(folder):
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*.yml")}


def test_hugo_is_given_the_same_pages(made, tmp_path):
    baselines.hugo(made, tmp_path / "hugo")
    baselines.stock(made, tmp_path / "stock")
    content, docs = tmp_path / "hugo" / "content", tmp_path / "stock" / "docs"
    pages = {path.relative_to(content).as_posix().replace("_index", "index"): path for path in content.rglob("*.md")}
    assert sorted(pages) == sorted(path.relative_to(docs).as_posix() for path in docs.rglob("*.md"))
    for name in Guides(made).names():
        page = f"guides/{name}.md"
        front, _, text = pages[page].read_text(encoding="utf-8").partition("\n\n")
        assert text == (docs / page).read_text(encoding="utf-8")
        assert json.loads(front)["title"] in text
