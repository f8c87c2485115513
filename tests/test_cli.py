"""The `guidebook` command checks, starts guides, exports the schema and writes pages, and never ends in a traceback."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest
import yaml
from click.testing import CliRunner

from conftest import copy_sample
from guidebook import project
from guidebook.cli import main
from guidebook.model import Guide
from guidebook.new import commented_guide
from guidebook.page import addresses

TESTS = Path(__file__).resolve().parent
DATA = TESTS.parent / "data"
GUIDE = "guides/midjourney/software-engineer.yml"
COMPLETE = commented_guide("some-company", "some-role", is_complete=True)
SCHEMA = Guide.model_json_schema()
PARTS = {"": SCHEMA, **SCHEMA["$defs"]}
OF_IMPORTED = {"heading", "number", "order", "status", "table", "tables", "why"}
"""Fields that `guidebook import` writes and nobody else."""
FIELDS = {
    name
    for kind, part in PARTS.items()
    if kind not in ("Column", "Grid", "PayTable", "TableRow")
    for name in part["properties"]
}
FIELDS = sorted(FIELDS - OF_IMPORTED)


def _invoke(*arguments):
    done = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert isinstance(done.exception, SystemExit | None), done.exception
    return done


@pytest.fixture
def data(tmp_path):
    """A copy of the shipped data that a test may write into."""
    return copy_sample(tmp_path / "data")


def test_check_of_sound_data():
    done = _invoke("check", "--data", DATA)
    assert done.exit_code == 0, done.stdout
    assert done.stderr.startswith("0 mistakes, ")
    assert [line for line in done.stdout.splitlines() if ": warning: " not in line] == []


def test_check_of_broken_data(data):
    (data / "companies/okta.yml").write_text("nmae: Okta\n", encoding="utf-8")
    done = _invoke("check", "--data", data)
    lines = [line for line in done.stdout.splitlines() if ": warning: " not in line]
    assert done.exit_code == 1
    assert lines == [f"{data}/companies/okta.yml:1:1: unknown field `nmae`; did you mean `name`?"]
    assert done.stderr.startswith("1 mistake, ")


def test_warnings_alone_do_not_fail(data):
    company = data / "companies/okta.yml"
    source = "\n  old-page: {title: It, publisher: It, date: 2025-01-01, checked: 2026-11-23}\n"
    company.write_text(company.read_text(encoding="utf-8").rstrip("\n") + source, encoding="utf-8")
    done = _invoke("check", "--data", data)
    assert "warning: the evidence is 22 months old (2025-01-01)" in done.stdout
    assert done.exit_code == 0


@pytest.mark.parametrize("command", ["check", "render out"])
@pytest.mark.parametrize("kind", ["missing", "file"])
def test_no_folder_of_data(command, kind, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    if kind == "file":
        Path("facts").write_text("not a folder", encoding="utf-8")
    done = _invoke(*command.split(), "--data", "facts")
    assert (done.exit_code, done.stderr) == (1, "1 mistake, 0 warnings\n")
    assert done.stdout == "facts:1:1: there is no such folder of data; set GUIDEBOOK_DATA or make `data/`\n"
    assert not Path("out").exists()


def test_data_folder_of_the_environment(run, data):
    (data / "companies/okta.yml").write_text("", encoding="utf-8")
    done = run("guidebook", "check", cwd=data.parent, GUIDEBOOK_DATA="data")
    assert done.returncode == 1
    assert "data/companies/okta.yml:1:1: the file is empty" in done.stdout
    assert run("guidebook", "check", cwd=TESTS, GUIDEBOOK_DATA=str(DATA)).returncode == 0


def test_new_guide_passes_the_check(data):
    before = project.check(data)
    done = _invoke("new", "midjourney", "software-engineer", "--data", data)
    assert done.exit_code == 0, done.stderr
    assert done.stdout == f"{data / GUIDE} written. Fill it in, then run `guidebook check`.\n"
    found = [problem for problem in project.check(data) if problem not in before]
    assert all(problem.is_warning for problem in found)
    assert [problem.wrong.partition(" still says ")[0] for problem in found] == ["`worth`", "`title`", "`publisher`"]


def test_new_guide_becomes_a_page(data, tmp_path):
    _invoke("new", "midjourney", "software-engineer", "--data", data)
    done = _invoke("render", tmp_path / "out", "--data", data)
    assert done.exit_code == 0, done.stdout
    assert (tmp_path / "out/docs" / GUIDE).with_suffix(".md").is_file()


@pytest.mark.parametrize(
    ("company", "role", "refusal"),
    [
        ("../x", "devops-engineer", "`../x` cannot be a company; use small letters, digits and single hyphens"),
        ("midjourney", "../x", "`../x` cannot be a role; use small letters, digits and single hyphens"),
        ("/etc", "devops-engineer", "`/etc` cannot be a company; "),
        ("Midjourney", "devops-engineer", "`Midjourney` cannot be a company; did you mean `midjourney`?"),
        ("Mid Journal", "devops-engineer", "`Mid Journal` cannot be a company; use small letters, digits and single h"),
        ("midjourney", "SWE", "`SWE` cannot be a role; did you mean `software-engineer`?"),
        ("midjourney", "swe", "there is no role `swe`; add `{data}/roles/swe.yml` first, or did you mean `software-e"),
        ("midjourney", "", "`` cannot be a role; "),
        ("midjorney", "devops-engineer", "there is no company `midjorney`; add `{data}/companies/midjorney.yml` f"),
        ("midjourney", "devop-engineer", "there is no role `devop-engineer`; add `{data}/roles/devop-engineer.yml` "),
        ("zzz", "devops-engineer", "there is no company `zzz`; add `{data}/companies/zzz.yml` first"),
        ("midjourney", "devops-engineer", "{data}/guides/midjourney/devops-engineer.yml stands already; edit it"),
    ],
)
def test_new_guide_is_refused(company, role, refusal, data):
    before = {path: path.read_bytes() for path in data.rglob("*") if path.is_file()}
    done = _invoke("new", "--data", data, "--", company, role)
    assert done.exit_code == 1
    assert done.stderr.startswith(refusal.format(data=data))
    assert {path: path.read_bytes() for path in data.rglob("*") if path.is_file()} == before


def test_new_guide_of_an_unknown_name_is_asked_for_a_near_one(data):
    assert _invoke("new", "midjorney", "designer", "--data", data).stderr.endswith(", or did you mean `midjourney`?\n")


def test_new_guide_of_a_company_named_by_a_number(data):
    """`42` is a number to YAML; a guide must still be able to name it."""
    (data / "companies/42.yml").write_text("name: Forty-Two\n", encoding="utf-8")
    assert _invoke("new", "42", "software-engineer", "--data", data).exit_code == 0
    found = [problem for problem in project.check(data) if "guides/42" in problem.path]
    assert [str(problem) for problem in found if not problem.is_warning] == []


def _complete_data(folder):
    """A folder of data with what the commented guide names, and the guide."""
    for name in ("levers", "regions.yml", "rights.yml", "rates.yml"):
        copy = shutil.copytree if (DATA / name).is_dir() else shutil.copy
        folder.mkdir(exist_ok=True)
        copy(DATA / name, folder / name)
    files = {"companies/some-company.yml": "name: Some Company\n", "guides/some-company/some-role.yml": COMPLETE}
    files["roles/some-role.yml"] = "name: Some Role\npaid_for: Its work.\n"
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_commented_guide_passes_the_check(tmp_path):
    problems = project.check(_complete_data(tmp_path / "data"))
    assert [str(problem) for problem in problems if "some-" in problem.path] == []


def test_commented_guide_becomes_a_page(tmp_path):
    done = _invoke("render", tmp_path / "out", "--data", _complete_data(tmp_path / "data"))
    assert done.exit_code == 0, done.stdout
    assert "$120K" in (tmp_path / "out/docs/guides/some-company/some-role.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", FIELDS)
def test_commented_guide_names_every_field(name):
    assert re.search(rf"\b{name}:", COMPLETE)


def test_commented_guide_shows_every_part():
    assert sorted(yaml.safe_load(COMPLETE)) == sorted(set(Guide.model_fields) - OF_IMPORTED)


def test_schema_is_what_is_committed(data):
    (data / "schema/stale.json").write_text("{}", encoding="utf-8")
    (data / "schema/guide.json").write_text("{}", encoding="utf-8")
    done = _invoke("schema", "--data", data)
    written = {path.name: path.read_bytes() for path in (data / "schema").iterdir()}
    assert done.exit_code == 0
    assert sorted(done.stdout.split()) == sorted(str(path) for path in (data / "schema").iterdir())
    assert written == {path.name: path.read_bytes() for path in (DATA / "schema").iterdir()}


def test_render_of_broken_data_writes_nothing(data, tmp_path):
    (data / "companies/okta.yml").write_text("nmae: Okta\n", encoding="utf-8")
    checked, done = _invoke("check", "--data", data), _invoke("render", tmp_path / "out", "--data", data)
    assert done.exit_code == 1
    assert (done.stdout, done.stderr) == (checked.stdout, checked.stderr)
    assert not (tmp_path / "out").exists()


def test_render_writes_pages_that_name_their_source(tmp_path, monkeypatch):
    monkeypatch.chdir(TESTS.parent)
    done = _invoke("render", tmp_path / "out")
    written = list((tmp_path / "out").rglob("*"))
    assert done.exit_code == 0
    listed = sum(path.is_file() for path in written) - 1  # the list of what was written
    assert done.stdout == f"{listed} files written into {tmp_path / 'out'}\n"
    page = (tmp_path / "out/docs/guides/midjourney/devops-engineer.md").read_text(encoding="utf-8")
    assert "data/guides/midjourney/devops-engineer.yml" in page


@pytest.mark.parametrize("config", ["", "repo_url: !ENV [REPOSITORY]\n", "site_name: x\n"])
def test_render_with_another_configuration(config, tmp_path):
    (tmp_path / "mkdocs.yml").write_text(config, encoding="utf-8")
    done = _invoke(
        "render", tmp_path / "out", "--data", copy_sample(tmp_path / "sample"), "--config", tmp_path / "mkdocs.yml"
    )
    assert done.exit_code == 0, done.stderr


@pytest.mark.parametrize(
    ("repository", "edit", "found"),
    [
        (None, None, ("", "")),
        ("https://example.com/a/", None, ("https://example.com/a", "")),
        (
            "https://example.com/a",
            "edit/main/docs/",
            ("https://example.com/a", "https://example.com/a/edit/main/data/"),
        ),
        (None, "edit/main/docs/", ("", "")),
    ],
)
def test_addresses_of_the_repository(repository, edit, found):
    read = addresses({"repo_url": repository, "edit_uri": edit})
    assert (read.repo_url, read.edit_url) == found


@pytest.mark.parametrize(
    ("address", "found"),
    [(None, ""), ("https://example.com", "https://example.com/"), ("https://a.b/c/", "https://a.b/c/")],
)
def test_address_of_the_site(address, found):
    assert addresses({"site_url": address}).site_url == found


def test_help_names_every_command(run):
    done = run("guidebook", "-h")
    assert done.returncode == 0
    names = main.list_commands(click.Context(main))
    assert {"check", "evidence", "import", "new", "render", "schema", "stale"} == set(names)
    assert [name for name in names if f"  {name} " not in done.stdout] == []


def test_check_loads_no_part_that_makes_pages():
    code = "import sys, guidebook.cli; print(sorted({'jinja2', 'markdown', 'guidebook.site'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
