"""Guides are read in several processes and only when something they lean on changed; nobody sees a difference."""

import os

import pytest

from conftest import copy_sample
from guidebook import examine, parallel, project
from guidebook.render import Renderer

GUIDE = "guides/okta/devops-engineer"


@pytest.fixture
def data(tmp_path):
    return copy_sample(tmp_path / "data")


@pytest.fixture
def read_again(monkeypatch):
    """The names of the guides whose files were parsed, in order."""
    found = []
    parse = examine.document

    def noted(raw, shown):
        found.append("/".join(shown.removesuffix(".yml").split("/")[-3:]))
        return parse(raw, shown)

    monkeypatch.setattr(examine, "document", noted)
    return found


def _page(data, name=GUIDE):
    site = project.open_site(data).site
    return Renderer(site).markdown(next(page for page in site.pages if page.path == name))


def test_only_the_guide_that_changed_is_read_again(data, read_again):
    project.open_site(data)
    read_again.clear()
    path = data / f"{GUIDE}.yml"
    path.write_text(path.read_text(encoding="utf-8") + "questions:\n  - Is this new?\n", encoding="utf-8")
    assert "Is this new?" in _page(data)
    assert read_again == [GUIDE]


CHANGES = {
    "company": ("companies/okta.yml", "name: Okta", "name: Okta Renamed", "Okta Renamed"),
    "role": ("roles/devops-engineer.yml", "name: DevOps Engineer", "name: Operations Person", "Operations Person"),
    "evidence": ("evidence/okta.yml", "title: ", "title: Odd Title of ", "Odd Title of"),
    "regions": ("regions.yml", "short: San Francisco", "short: Bay of Fog", "Bay of Fog"),
    "rights": ("rights.yml", "  name: California\n", "  name: State of Fog\n", "State of Fog"),
    "lever": ("levers/scope.yml", "title: The size of the job", "title: How large it is", "How large it is"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_beside_the_guide_reaches_its_page(change, data):
    path, old, new, shown = CHANGES[change]
    assert shown not in _page(data)
    text = (data / path).read_text(encoding="utf-8")
    assert old in text
    (data / path).write_text(text.replace(old, new), encoding="utf-8")
    assert shown in _page(data)


def test_a_mistake_elsewhere_is_seen_in_a_guide_that_did_not_change(data):
    assert not [problem for problem in project.check(data) if not problem.is_warning]
    (data / "levers/scope.yml").unlink()
    assert [problem for problem in project.check(data) if "there is no lever `scope`" in problem.wrong]


def test_a_day_that_passed_is_seen(data, monkeypatch):
    assert not [problem for problem in project.check(data) if not problem.is_warning]
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1577880000")
    assert [problem for problem in project.check(data) if "a day to come" in problem.wrong]


@pytest.mark.parametrize("cores", [1, 2])
def test_work_is_done_in_order_whatever_the_cores(cores, monkeypatch):
    monkeypatch.setattr(parallel.os, "cpu_count", lambda: cores)
    items = list(range(parallel.FEWEST + 50))
    found = list(parallel.each(lambda number: (number * number, os.getpid()), items))
    assert [square for square, _ in found] == [number * number for number in items]
    assert (os.getpid() in {process for _, process in found}) is (cores == 1)


def test_an_error_in_another_process_is_raised_here(monkeypatch):
    monkeypatch.setattr(parallel.os, "cpu_count", lambda: 2)
    with pytest.raises(ZeroDivisionError):
        list(parallel.each(lambda number: 1 // (number - 77), list(range(parallel.FEWEST))))
