"""Every broken file gives its own lines, and all of them give all of the lines in one run of `guidebook check`.

`broken/` is a folder of data: files with a line in `broken.txt` hold one fault each, the others are what they lean on.
The five files that stand alone at its top hold a fault as well and come along with every other file.
"""

import re
import shutil
from pathlib import Path

import pytest

from guidebook import project
from guidebook.load import load
from guidebook.meant import right
from guidebook.site import site

TESTS = Path(__file__).resolve().parent
LINES = (TESTS / "broken.txt").read_text(encoding="utf-8").splitlines()
PLACED = re.compile(r"(.+?):(\d+):(\d+): (.+); (.+)")
FAULTY = sorted({PLACED.match(line)[1] for line in LINES})
SINGLES = ["broken/market.yml", "broken/rates.yml", "broken/regions.yml", "broken/rights.yml", "broken/sheet.yml"]
VALID = sorted(
    shown
    for path in (TESTS / "broken").rglob("*")
    if path.is_file() and (shown := path.relative_to(TESTS).as_posix()) not in FAULTY and path.name != ".keep"
)


def _place(line):
    path, number, column, *_ = PLACED.match(line).groups()
    return path, int(number), int(column)


def _lines_of(*paths):
    return [line for line in LINES if _place(line)[0] in paths]


@pytest.fixture
def data(tmp_path, monkeypatch):
    """A folder `broken` with the files that others lean on, below the folder where the test stands."""
    for name in [*VALID, *SINGLES]:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(TESTS / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    return tmp_path / "broken"


def _found():
    return [str(problem) for problem in project.check(Path("broken"))]


def _found_in(path):
    return [line for line in _found() if line.startswith(f"broken/{path}:")]


def test_lines_are_sorted_and_many():
    assert sorted(LINES, key=_place) == LINES
    assert len(FAULTY) >= 48


def test_what_others_lean_on_is_sound(data):
    assert data.is_dir()
    assert _found() == _lines_of(*SINGLES)


@pytest.mark.parametrize("path", FAULTY)
def test_broken_file_gives_its_lines(path, data):
    source, target = TESTS / path, data.parent / path
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.is_dir():
        shutil.copytree(source, target)
    else:
        shutil.copy(source, target)
    assert _found() == _lines_of(path, *SINGLES)


def test_all_broken_files_in_one_run(run):
    done = run("guidebook", "check", "--data", "broken", cwd=TESTS)
    warnings = sum(": warning: " in line for line in LINES)
    assert done.stdout.splitlines() == LINES
    assert done.stderr == f"{len(LINES) - warnings} mistakes, {warnings} warnings\n"
    assert done.returncode == 1


@pytest.mark.parametrize(
    ("name", "old", "new", "line"),
    [
        ("market.yml", "160000]", "160000, 1]", "10:13: `levels`: the list has 5 items and may have 4; take out"),
        ("market.yml", "checked: 2026-11-01", "checked: 2027-11-01", "2:63: checked on 2027-11-01, a day to come; "),
        ("rates.yml", '"1.20"', "1.20", "7:8: `USD`: `1.2` is not a rate; write it in quotes"),
        ("rates.yml", '"1.20"', '"0"', "7:8: `USD`: `0` is not a rate; write it in quotes"),
        ("rates.yml", '"1.20"', '"1e999999"', "7:8: `USD`: `1e999999` is not a rate; write it in quotes"),
        ("rates.yml", '"1.20"', '"1_0"', "7:8: `USD`: `1_0` is not a rate; write it in quotes"),
        ("regions.yml", "country: US", "country: us", "4:12: `country`: `us` has the wrong form; use capital letters"),
        ("regions.yml", "currency: USD", "currency: $", "5:13: `currency`: `$` has the wrong form; use the currency's"),
        ("regions.yml", "short: North", "shrt: North", "3:3: unknown field `shrt`; did you mean `short`?"),
        ("regions.yml", "north-bay:", "North Bay:", "1:1: `North Bay`: `North Bay` has the wrong form; use small"),
        ("regions.yml", "[US-CA, US]", "[US-CX, US]", "7:12: there is no jurisdiction `US-CX`; add `US-CX` to"),
        ("companies/acme.yml", "ownership: public", "rights: [US, US-CX]", "3:14: there is no jurisdiction `US-CX`"),
        ("rights.yml", "confidence: high", "confidence: sure", "7:15: `confidence`: `sure` is not one of the words"),
        ("rights.yml", "duty: posting", "duty: no idea", "11:17: `duty`: `no idea` is not one of the words allowed"),
    ],
)
def test_broken_single_file(name, old, new, line, data):
    text = (data / name).read_text(encoding="utf-8")
    assert old in text
    (data / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    assert [found for found in _found_in(name) if found.startswith(f"broken/{name}:{line}")], _found_in(name)


LINKS = ["companies/acme/", "levers/clear-number/", "regions/north-bay/", "regions/", "prepare/"]
LINKS += [
    "guides/acme/devops-engineer/",
    "rights/",
    "companies/acme",
    "regions/south-quay/",
    "levers/nothing/",
    "nowhere/",
]


@pytest.mark.parametrize("target", LINKS)
def test_link_is_refused_where_the_site_has_no_such_page(target, data):
    known = site(project.read(Path("broken"))[0], project.today()).has(target.partition("#")[0])
    role = data / "roles/designer.yml"
    role.write_text(f"name: Designer\npaid_for: Read [this]({target}).\n", encoding="utf-8")
    assert (not _found_in("roles/designer.yml")) is known


def test_unknown_role_of_a_lever_is_seen(data):
    library = (data / "levers/clear-number.yml").read_text(encoding="utf-8")
    (data / "levers/clear-number.yml").write_text(f"{library}fits:\n  roles: [desinger]\n", encoding="utf-8")
    assert [_place(line)[1:] for line in _found_in("levers/clear-number.yml")] == [(12, 11)]


def test_misplaced_guide_is_blamed_not_the_one_in_its_place(data):
    shutil.copy(data / "guides/acme/devops-engineer.yml", data / "guides/acme/designer.yml")
    assert _found_in("guides/acme/designer.yml")
    assert not _found_in("guides/acme/devops-engineer.yml")


@pytest.mark.parametrize(
    ("place", "wrong"),
    [
        ("region: south-quay", "region `south-quay`; the rows are for `north-bay`"),
        ("level: staff", "level `staff`; the rows there are for `unstated`"),
        ("region: north-bay, level: staff", "level `staff` in `north-bay`; the rows there are for `unstated`"),
        ("region: north-bay, level: unstated", ""),
    ],
)
def test_strategy_is_for_a_row_of_the_evidence(place, wrong, data):
    guide = data / "guides/acme/software-engineer.yml"
    strategy = f"strategy: {{{place}, ask: $140K, scripts: [{{requires: none, say: Hello.}}]}}\n"
    guide.write_text(guide.read_text(encoding="utf-8") + strategy, encoding="utf-8")
    found = _found_in("guides/acme/software-engineer.yml")
    assert [line.partition("no row of the guide is for the ")[2] for line in found] == ([wrong] if wrong else [])


def test_own_name_is_no_rivals(data):
    """Harbour Light may say its own name, though another company is called Harbour."""
    (data / "companies/harbour-light.yml").write_text("name: Harbour Light\n", encoding="utf-8")
    say = "{requires: written_offer, say: I hold an offer but would rather join Harbour Light.}"
    strategy = f"strategy:\n  ask: $100K\n  scripts:\n    - {{requires: none, say: Hello.}}\n    - {say}\n"
    (data / "guides/harbour-light").mkdir()
    guide = data / "guides/harbour-light/designer.yml"
    guide.write_text(f"company: harbour-light\nrole: designer\npay: []\n{strategy}", encoding="utf-8")
    assert not [line for line in _found_in("guides/harbour-light/designer.yml") if "Harbour" in line]


@pytest.mark.parametrize("odd", ['"one\\ntwo"', '"\\e[2J"'], ids=["two-lines", "escape"])
@pytest.mark.parametrize("field", ["checked: {}", "basis: {}", "url: {}", "date: {}", "{}: true"])
def test_problem_is_one_line_of_plain_text(field, odd, data):
    source = f"name: Odd\nequity:\n  kind: rsu\n  {field.format(odd)}\n"
    if field != "{}: true":
        source = f"name: Odd\nsources:\n  it:\n    title: It\n    publisher: It\n    {field.format(odd)}\n"
    (data / "companies/odd.yml").write_text(source, encoding="utf-8")
    problems = [str(problem) for problem in project.check(Path("broken")) if problem.path.endswith("odd.yml")]
    assert problems
    assert [problem for problem in problems if not problem.isprintable()] == []


@pytest.mark.parametrize("name", ["skiff.yaml", "Skiff.yml"])
def test_company_in_a_file_of_another_name_is_not_called_unknown_as_well(name, data):
    (data / "companies" / name).write_text("name: Skiff\n", encoding="utf-8")
    (data / "guides/skiff").mkdir()
    guide = "company: skiff\nrole: designer\npay:\n  - region: north-bay\n    base: none\n"
    (data / "guides/skiff/designer.yml").write_text(guide, encoding="utf-8")
    (line,) = [line for line in _found() if "skiff" in line.lower()]
    assert "rename it to `skiff.yml`" in line


def test_unreadable_file_is_named_where_it_stands(data):
    (data / "companies/gone.yml").symlink_to("/nowhere/gone.yml")
    wrong = "broken/companies/gone.yml:1:1: the file cannot be read (no such file or directory)"
    assert [line for line in _found() if line.startswith(wrong)], _found()


OTHERS = [("role", "north-engineer"), ("role", "marketing-manager"), ("region", "south-bay"), ("company", "acre")]


@pytest.mark.parametrize(("kind", "name"), OTHERS)
def test_a_name_is_proposed_where_it_is_a_slip_of_the_pen_alone(kind, name, data):
    tree, _ = load(data)
    proposed = ", or did you mean `acme`?" if name == "acre" else ""
    assert right(name, kind, tree, "add it") == f"add it{proposed}"
