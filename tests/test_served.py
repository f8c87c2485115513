"""A served site shows what the files say now: whatever changed, no page is older than the last build."""

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from guidebook.served import Pages

GUIDE = "guides/midjourney/devops-engineer/"
TRIES = 600


@pytest.fixture(scope="module")
def project(sample, tmp_path_factory):
    """A copy of the whole project, with the sample's data."""
    folder = tmp_path_factory.mktemp("project")
    root = Path(__file__).resolve().parent.parent
    for name in ("docs", "macros"):
        shutil.copytree(root / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(root / "mkdocs.yml", folder)
    shutil.copytree(sample, folder / "data")
    return folder


@pytest.fixture(scope="module")
def get(project):
    """Ask the served copy for an address."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    command = [Path(sys.executable).parent / "mkdocs", "serve", "-a", f"127.0.0.1:{port}"]
    (project / "tmp").mkdir()
    variables = os.environ | {
        "PYTHONPATH": str(project / "macros"), "PYTHONDONTWRITEBYTECODE": "1", "TMPDIR": str(project / "tmp")
    }  # fmt: skip
    process = subprocess.Popen(
        command, cwd=project, env=variables, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )

    def get(address):
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/{address}") as answer:
            return answer.read().decode("utf-8")

    try:
        _until(lambda: "<h1" in get(""))
        yield get
    finally:
        process.terminate()  # an interrupt is not heard by what was started in the background
        process.wait()


def _until(is_true):
    for _ in range(TRIES):
        with contextlib.suppress(OSError, urllib.error.URLError):
            if is_true():
                return
        time.sleep(0.1)
    pytest.fail("it never came")


CHANGES = {
    "guide": ("data/guides/midjourney/devops-engineer.yml", '- "Premi', '- "ZZ Premi', GUIDE, "ZZ Premi"),
    "company": ("data/companies/midjourney.yml", "name: Midjourney", "name: Midjourney ZZ", GUIDE, "Midjourney ZZ"),
    "role": ("data/roles/devops-engineer.yml", "name: DevOps Engineer", "name: DevOps ZZ", GUIDE, "DevOps ZZ"),
    "evidence": ("data/evidence/okta.yml", "title: ", "title: ZZ ", "guides/okta/data-engineer/", "ZZ "),
    "lever": ("data/levers/scope.yml", "title: The", "title: ZZ", "guides/okta/devops-engineer/", "ZZ size of"),
    "region": ("data/regions.yml", "name: San Francisco", "name: ZZ Francisco", GUIDE, "ZZ Francisco"),
    "template": ("macros/guide.md.jinja", "## Pay {: #pay }", "## Pay ZZ {: #pay }", GUIDE, "Pay ZZ"),
    "macro": ("macros/words.html.jinja", "<b>Why it serves both</b>", "<b>Why ZZ</b>", GUIDE, "Why ZZ"),
    "theme": ("macros/theme/partials/footer.html", "<footer class=g-foot>", "<footer class=zz>", GUIDE, "class=zz"),
    "config": ("mkdocs.yml", "site_name: Global", "site_name: ZZ", GUIDE, "ZZ Negotiation Guide"),
    "style": ("docs/assets/css/guide.css", ".g-pay", ".zz-pay", "assets/css/all.css", ".zz-pay"),
    "page of the docs": ("docs/about.md", "# ", "# ZZ ", "about/", "ZZ"),
    "JSON": (
        "data/guides/okta/devops-engineer.yml",
        "levels: ",
        "levels: ZZ ",
        "api/v1/guides/okta/devops-engineer.json",
        "ZZ",
    ),
}


@pytest.mark.parametrize("what", CHANGES)
def test_a_change_is_seen_on_each_page_that_it_is_on(what, project, get):
    file, old, new, address, shown = CHANGES[what]
    path = project / file
    former = path.read_text(encoding="utf-8")
    assert old in former
    assert shown not in get(address)
    path.write_text(former.replace(old, new, 1), encoding="utf-8")
    _until(lambda: shown in get(address))
    path.write_text(former, encoding="utf-8")
    _until(lambda: shown not in get(address))


def test_a_change_of_our_code_is_seen(project, get):
    path = project / "macros/guidebook/labels.py"
    former = path.read_text(encoding="utf-8")
    changed = former + '\nMOVES = {name: f"ZZ {words}" for name, words in MOVES.items()}\n'
    path.write_text(changed, encoding="utf-8")
    _until(lambda: "ZZ base" in get(GUIDE))
    path.write_text(former, encoding="utf-8")
    _until(lambda: "ZZ base" not in get(GUIDE))


def test_a_page_that_a_build_takes_away_under_a_request_is_made_again():
    made, given, pages = [], [], Pages()

    def answer(_, start):
        if len(made) == 1:  # a build begins and ends before the file is read
            pages.close()
            pages.open({"b.json": lambda: made.append("new")})
        start("200 OK" if made[-1] == "new" else "404 Not Found", [])
        return made[-1:]

    pages.open({"b.json": lambda: made.append("old")})
    application = pages.before(answer, "/")
    assert application({"PATH_INFO": "/b.json"}, lambda *answer: given.append(answer)) == ["new"]
    assert given == [("200 OK", [])]


def test_a_page_is_made_once_and_for_any_way_of_asking():
    made, pages = [], Pages()

    def answer(environ, start):
        start("200 OK", [])
        return [environ["PATH_INFO"].encode()]

    application = pages.before(answer, "/site/")
    pages.open({"a/index.html": lambda: made.append("a"), "b.json": lambda: made.append("b")})
    for path in (
        "/site/b.json",
        "/site/a",
        "/site/a/",
        "/site/a/index.html",
        "/site/",
        "/site/../a/",
        "/a/",
        "/site/c/",
    ):
        assert application({"PATH_INFO": path}, lambda *_: None) == [path.encode()]
    assert made == ["b", "a"]
