"""What is stale is told alike by the page and by the command, and a wrong figure is easily reported."""

import html
import re
from urllib.parse import parse_qs, urlsplit

import pytest
from click.testing import CliRunner

from guidebook import project
from guidebook.cli import main
from guidebook.page import Settings
from guidebook.render import Renderer

REPOSITORY = "https://git.example/team/guide"
HEAD = re.compile(r"(\d+) (older than|that within|seen or checked).*")
PARTS = ("Stale", "Stale within", "Seen or checked")


@pytest.fixture(scope="module")
def opened(sample):
    return project.open_site(sample)


def _page(opened, path):
    found = next(page for page in opened.site.pages if page.path == path)
    return Renderer(opened.site, Settings(repo_url=REPOSITORY)).markdown(found)


def _stale(*arguments):
    return CliRunner().invoke(main, ["stale", *map(str, arguments)])


def test_the_command_prints_what_the_page_says(sample, opened):
    page = _page(opened, "freshness/index")
    parts = [re.findall(r"<tr><td", part) for part in page.split("\n## ")[1:]]
    done = _stale("--data", sample)
    said = [int(match[1]) for match in HEAD.finditer(done.stdout)]
    assert said == [len(rows) for rows in parts]
    assert len(said) == len(PARTS)
    for line in done.stdout.splitlines():
        if line.startswith("  "):
            _, address, what = line.strip().split("  ", 2)
            assert html.escape(what, quote=False) in html.unescape(page).replace("&", "&amp;"), line
            assert address in page, line
    assert done.exit_code == (1 if said[0] else 0)


def test_a_shorter_limit_finds_more_and_fails(sample):
    done = _stale("--data", sample, "--months", 1)
    assert done.exit_code == 1
    first = done.stdout.splitlines()[0]
    assert first.endswith(" older than 1 month")
    assert int(first.split()[0]) > 0
    days = [line.split()[0] for line in done.stdout.split("\n0 ")[0].splitlines()[1:] if line.startswith("  ")]
    assert days[: int(first.split()[0])] == sorted(days[: int(first.split()[0])])


def test_a_long_limit_finds_nothing(sample):
    done = _stale("--data", sample, "--months", 600)
    assert (done.exit_code, done.stdout.splitlines()[0]) == (0, "0 older than 600 months")


@pytest.mark.parametrize("months", ["0", "-3", "soon"])
def test_a_limit_that_is_none_is_refused(months, sample):
    assert _stale("--data", sample, "--months", months).exit_code == 2


def test_no_evidence_at_all_is_no_success(tmp_path):
    done = _stale("--data", tmp_path)
    assert done.exit_code == 2
    assert "no evidence" in done.stderr


@pytest.mark.parametrize("name", ["midjourney/devops-engineer", "okta/devops-engineer"])
def test_a_wrong_figure_is_reported_with_our_value_and_room_for_theirs(name, opened):
    page = _page(opened, f"guides/{name}")
    link = html.unescape(re.search(r'href="([^"]*/issues/new[^"]*)"', page)[1])
    assert link.startswith(f"{REPOSITORY}/issues/new?")
    asked = parse_qs(urlsplit(link).query, strict_parsing=True)
    summary = opened.site.catalogue.summaries[name]
    lines = dict(line.split(": ", 1) for line in asked["body"][0].splitlines())
    assert lines["Page"] == f"guides/{name}/"
    assert f"${summary.base.low // 1000}K" in lines["Our value"]
    blanks = [label for label, value in lines.items() if not value.strip()]
    assert blanks == ["Region and level", "The right value", "Its source, a link", "The day of the source"]


def test_without_a_repository_there_is_no_link(opened):
    found = next(page for page in opened.site.pages if page.path == "guides/okta/devops-engineer")
    assert "issues/new" not in Renderer(opened.site, Settings()).markdown(found)
