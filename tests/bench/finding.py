"""Measure in Chromium how a built site finds: bytes and time before the first answer, and the time of each key.

    python tests/bench/finding.py SITE ours|stock

`ours` is the finder, `stock` the search of mkdocs-material. Prints the figures as JSON: bytes with gzip of what is
fetched for finding alone before the first answer, after it while somebody types on, and of the box that a page
brings (that of stock is in the theme's one script and not counted); milliseconds from the first key to the first
answer with nothing loaded, and of each of 20 keys from the event to the changed list.
"""

import contextlib
import functools
import gzip
import http.server
import json
import os
import shutil
import statistics
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Page, Response, sync_playwright

KEYS = 20
_NAMES = ("chromium", "chromium-browser", "google-chrome")
_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
_BOX = "/box.js"
_PATIENCE = 180_000
_KEY = """async ([box, list, sign, patience]) => {
  const [input, target] = [document.querySelector(box), document.querySelector(list)];
  const began = performance.now();
  const changed = new Promise(resolve => {
    const watch = new MutationObserver(() => { watch.disconnect(); resolve(performance.now() - began); });
    watch.observe(target, {childList: true, subtree: true, characterData: true});
    setTimeout(() => resolve(null), patience);
  });
  input.value += sign;
  input.dispatchEvent(new Event("input", {bubbles: true}));
  input.dispatchEvent(new KeyboardEvent("keyup", {bubbles: true, key: sign}));
  return changed;
}"""


@dataclass(frozen=True)
class Kind:
    """Where a site has its box, its list and one answer, and what of its files are for finding alone."""

    box: str
    list: str
    answer: str
    files: tuple[str, ...]


KINDS = {
    "ours": Kind(".g-finder__box[role=combobox]", "#g-found", "#g-found [role=option]", ("/finder/",)),
    "stock": Kind(
        "input[name=query]", ".md-search-result", ".md-search-result__link", ("/workers/search.", "/search_index.json")
    ),
}


def measure(site: Path, kind: Kind) -> dict[str, Any]:
    """The figures of the site; a search that gives no answer in three minutes has None for a time."""
    query = _query(site)
    with _served(site) as address, sync_playwright() as playwright:
        path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), None)
        browser = playwright.chromium.launch(executable_path=path, args=_FLAGS)
        page = browser.new_page()
        fetched: list[str] = []
        page.on("response", lambda response: _note(response, kind, fetched))
        page.goto(f"{address}{_guide(site)}/", wait_until="networkidle")
        first = _first_answer(page, kind, query[0])
        before = len(fetched)
        page.wait_for_timeout(500)
        page.fill(kind.box, "")
        page.wait_for_timeout(500)
        keys = [page.evaluate(_KEY, [kind.box, kind.list, sign, 10_000]) for sign in query[:KEYS]]
        browser.close()
    times = [key for key in keys if key is not None]
    asked = [urlsplit(url).path.lstrip("/") for url in fetched]
    return {
        "bytes": sum(_packed(site, name) for name in {*asked[:before]} if not name.endswith(_BOX)),
        "box": sum(_packed(site, name) for name in {*asked[:before]} if name.endswith(_BOX)),
        "later": sum(_packed(site, name) for name in {*asked[before:]} - {*asked[:before]}),
        "first": first,
        "median": statistics.median(times) if times else None,
        "worst": max(times) if times else None,
        "query": query[:KEYS],
    }


def _packed(site: Path, name: str) -> int:
    return len(gzip.compress((site / name).read_bytes(), 6, mtime=0))


def _first_answer(page: Page, kind: Kind, sign: str) -> float | None:
    """Milliseconds from the first key, pressed as soon as the box has the focus, to the first answer."""
    page.keyboard.press("/")
    page.wait_for_function(f"document.activeElement.matches({json.dumps(kind.box)})")
    page.evaluate("window.began = performance.now()")
    page.keyboard.type(sign)
    try:
        page.wait_for_selector(kind.answer, state="attached", timeout=_PATIENCE)
    except Exception:  # noqa: BLE001  a tab that crashed is a result as well
        return None
    found: float = page.evaluate("performance.now() - window.began")
    return found


def _note(response: Response, kind: Kind, fetched: list[str]) -> None:
    if response.ok and any(part in response.url for part in kind.files):
        fetched.append(response.url)


def _guide(site: Path) -> str:
    guides = sorted(site.glob("guides/*/*/index.html"))
    return guides[len(guides) // 2].parent.relative_to(site).as_posix()


def _query(site: Path) -> str:
    """A company and a role of the site as somebody would type them, and the next role where that is short."""
    _, company, role = _guide(site).split("/")
    words = f"{company} {role} {company}".replace("-", " ")
    return words if len(words) >= KEYS else words.ljust(KEYS, "x")


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_arguments: object) -> None:
        """Print nothing."""


@contextlib.contextmanager
def _served(folder: Path) -> Iterator[str]:
    handler = functools.partial(_Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()


if __name__ == "__main__":
    print(json.dumps(measure(Path(sys.argv[1]), KINDS[sys.argv[2]])))
