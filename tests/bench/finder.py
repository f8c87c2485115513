"""Measure the finder of a built site in Chromium: the bytes it needs, and the time from each key to its answers.

    python tests/bench/finder.py SITE

Prints JSON. Twenty queries are typed key by key, each of a company and a role of the site: names as they are,
with a mistake, abbreviated, with a place, and of no company at all.
"""

import gzip
import json
import os
import shutil
import statistics
import sys
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from conftest import ARGUMENTS, CHROMIUM

QUERIES = 20
_TIME = """([names, others, queries]) => {
  const start = performance.now();
  const index = guidebook.finder.open(names, others);
  const opened = performance.now() - start;
  const keys = [];
  for (const query of queries) {
    for (let length = 1; length <= query.length; length += 1) {
      const before = performance.now();
      guidebook.finder.find(index, query.slice(0, length));
      keys.push(performance.now() - before);
    }
  }
  return [opened, keys];
}"""


def main() -> None:
    """Measure the site that is asked for."""
    site = Path(sys.argv[1])
    first, second = (next(site.glob(f"assets/finder/{kind}-*.js")) for kind in ("names", "others"))
    matcher = site / "assets" / "js" / "finder" / "match.js"
    opened, keys = _times(matcher, _held(first), _held(second))
    print(
        json.dumps(
            {
                "names_bytes": len(first.read_bytes()),
                "names_gzip": _packed(first),
                "others_gzip": _packed(second),
                "matcher_gzip": _packed(matcher),
                "open_ms": opened,
                "key_ms_median": statistics.median(keys),
                "key_ms_worst": max(keys),
                "keys": len(keys),
            }
        )
    )


def _held(script: Path) -> dict[str, Any]:
    """What a script of names hands over."""
    text = script.read_text(encoding="utf-8")
    held: dict[str, Any] = json.loads(text[text.index("(") + 1 : text.rindex(")")])
    return held


def queries(names: dict[str, Any], others: dict[str, Any]) -> list[str]:
    """Queries of names that lie evenly over those of the site."""
    companies, roles, regions = (
        [entry.split("\t")[0].split("\n")[-1] for entry in entries]
        for entries in (names["companies"], names["roles"], others["regions"])
    )
    found = []
    for number in range(QUERIES):
        company, role = companies[number * len(companies) // QUERIES], roles[number % len(roles)]
        region = regions[number % len(regions)]
        forms = (f"{company} {role}", f"{role} {company[1:]}", f"sr {role} {company[:5]}", f"{company} swe {region}",
                 f"{role} zqxv wkjy")  # fmt: skip
        found.append(forms[number % len(forms)].lower())
    return found


def _times(matcher: Path, names: dict[str, Any], others: dict[str, Any]) -> tuple[float, list[float]]:
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, CHROMIUM)), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS, headless=True)
        page = browser.new_page()
        page.add_script_tag(path=matcher)
        opened, keys = page.evaluate(_TIME, [names, others, queries(names, others)])
        browser.close()
    return opened, keys


def _packed(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 6, mtime=0))


if __name__ == "__main__":
    main()
