"""What the tests share: the project, its built site, a server on this machine, Chromium."""

import contextlib
import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import sync_playwright

from arithmetic import arithmetic, derive  # noqa: F401  fixtures of several files
from guidebook import project
from hostile import hostile, hostile_data  # noqa: F401
from prepare_forms import open_form  # noqa: F401

ROOT = Path(__file__).resolve().parent.parent
SCRIPTS = Path(sys.executable).parent
SAMPLE = {
    "airwallex", "anthropic", "grab", "lightning-ai", "midjourney", "monzo", "okta", "openai", "stripe", "uber",
    "us-federal-government",
}  # fmt: skip
"""Companies that most tests look at: dollars and other currencies, written guides and short ones, published scales."""
VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
ARGUMENTS += ["--disable-component-update", "--disable-sync"]


def _refuse_network(event, arguments):
    if event == "socket.connect" and isinstance(arguments[1], tuple) and arguments[1][0] not in ("127.0.0.1", "::1"):
        raise ConnectionRefusedError(f"a test may not reach {arguments[1]}")


sys.addaudithook(_refuse_network)


@pytest.fixture(scope="session", autouse=True)
def environment():
    """The same day and the same settings for every test, whatever the shell says."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1795392000")
        patch.setenv("NO_MKDOCS_2_WARNING", "1")
        for name in ("GUIDEBOOK_DATA", "COLUMNS"):
            patch.delenv(name, raising=False)
        yield


@pytest.fixture(scope="session")
def root():
    return ROOT


@pytest.fixture(scope="session")
def run():
    """Run `mkdocs` or `guidebook` as people do, in a process of its own."""

    def run(name, *arguments, cwd=ROOT, **variables):
        command = [SCRIPTS / name, *arguments]
        return subprocess.run(command, cwd=cwd, env=os.environ | variables, capture_output=True, text=True, check=False)

    return run


def copy_sample(folder):
    """Copy the shipped data, but of the companies only the sample, so that a site is built in a second."""
    shutil.copytree(ROOT / "data", folder, ignore=_others)
    return folder


def _others(folder, names):
    if Path(folder).name not in ("companies", "evidence", "guides"):
        return []
    return [name for name in names if name.removesuffix(".yml") not in SAMPLE]


@pytest.fixture(scope="session")
def sample(tmp_path_factory):
    """A folder of data with the sample of companies; tests read it and leave it as it is."""
    return copy_sample(tmp_path_factory.mktemp("sample") / "data")


@pytest.fixture(scope="session")
def build(run, sample, tmp_path_factory):
    """Build a site strictly into a new folder and give the folder."""

    def build(**variables):
        folder = tmp_path_factory.mktemp("built") / "site"
        variables.setdefault("GUIDEBOOK_DATA", str(sample))
        done = run("mkdocs", "build", "--strict", "--site-dir", folder, **variables)
        assert done.returncode == 0, done.stderr
        return folder

    return build


@pytest.fixture(scope="session")
def site(build):
    """The site of the sample; each worker builds its own."""
    return build()


class _Tree(HTMLParser):
    """Reads HTML into a tree; a start tag without its end tag is an error."""

    def __init__(self):
        super().__init__()
        self.builder, self.open = ET.TreeBuilder(), []

    def handle_starttag(self, tag, attrs):
        self.builder.start(tag, {name: value or "" for name, value in attrs})
        self.open.append(tag)
        if tag in VOID:
            self.handle_endtag(tag)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag):
        assert self.open, f"</{tag}> ends nothing"
        assert self.open.pop() == tag, f"</{tag}> at {self.getpos()} ends another element"
        self.builder.end(tag)

    def handle_data(self, data):
        if self.open:
            self.builder.data(data)


def _read_html(text):
    tree = _Tree()
    tree.feed(text)
    tree.close()
    assert not tree.open, f"never ended: {tree.open}"
    return tree.builder.close()


@pytest.fixture(scope="session")
def read_html():
    """Read HTML into an element tree, strictly."""
    return _read_html


@pytest.fixture(scope="session")
def read_site():
    """Every page of a built site as an element tree, by its address below the site's; its call sheet in its frame."""

    def read_site(folder):
        found = {}
        for path in sorted(folder.rglob("*.html")):
            address = path.relative_to(folder).as_posix()
            found[address.removesuffix("index.html")] = _read_html(path.read_text(encoding="utf-8"))
        for address in [address for address in found if address.endswith("/sheet.html")]:
            (sheet,) = found.pop(address).iter("section")
            (frame,) = found[address.removesuffix("sheet.html")].iter("iframe")
            frame.append(sheet)
        return found

    return read_site


@pytest.fixture(scope="session")
def pages(read_site, site):
    return read_site(site)


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_arguments):
        """Print nothing."""


@contextlib.contextmanager
def _served(folder):
    handler = functools.partial(_Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}/"
        finally:
            server.shutdown()
            thread.join()


@pytest.fixture(scope="session")
def serve():
    """Serve a folder on this machine, until the last test, and give its address."""
    with contextlib.ExitStack() as servers:
        yield lambda folder: servers.enter_context(_served(folder))


@pytest.fixture(scope="session")
def server(serve, site):
    """The address of the shipped site on this machine."""
    return serve(site)


@pytest.fixture(scope="session")
def browser():
    """Chromium without a window."""
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, CHROMIUM)), None)
    assert path, "Chromium is missing: install it, or set CHROMIUM to its path"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=ARGUMENTS, headless=True)
        yield chromium
        chromium.close()


@pytest.fixture
def open_page(browser, server):
    """Open a page of the site; `page.noise` holds what the console said and which other hosts were asked."""
    contexts = []

    def open_page(address="", width=1280, scheme="light", base=server, until="load", **options):
        context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, **options)
        contexts.append(context)
        page = context.new_page()
        page.noise = []
        page.on("console", lambda said: page.noise.append(f"{said.type}: {said.text}"))
        page.on("pageerror", lambda error: page.noise.append(f"error: {error}"))
        page.on("request", lambda asked: page.noise.append(asked.url) if not asked.url.startswith(base) else None)
        page.goto(base + address, wait_until=until)
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def listed(sample):
    """The generated pages as the catalogue lists them."""
    return project.open_site(sample).site
