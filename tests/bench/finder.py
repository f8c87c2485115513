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

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from conftest import ARGUMENTS, CHROMIUM

QUERIES = 20
_TIME = """(queries) => {
  const start = performance.now();
  const index = guidebook.finder.open(guidebook.finder.data);
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
    names, matcher = next(site.glob("assets/finder/names-*.js")), site / "assets" / "js" / "finder" / "match.js"
    script = names.read_text(encoding="utf-8")
    opened, keys = _times(matcher, script, queries(json.loads(script[script.index("(") + 1 : script.rindex(")")])))
    print(
        json.dumps(
            {
                "names_bytes": len(names.read_bytes()),
                "names_gzip": _packed(names),
                "matcher_gzip": _packed(matcher),
                "open_ms": opened,
                "key_ms_median": statistics.median(keys),
                "key_ms_worst": max(keys),
                "keys": len(keys),
            }
        )
    )


def queries(names: dict[str, list[str]]) -> list[str]:
    """Queries of names that lie evenly over those of the site."""
    companies, roles, regions = (
        [entry.split("\t")[0].split("\n")[-1] for entry in names[kind]] for kind in ("companies", "roles", "regions")
    )
    found = []
    for number in range(QUERIES):
        company, role = companies[number * len(companies) // QUERIES], roles[number % len(roles)]
        region = regions[number % len(regions)]
        forms = (f"{company} {role}", f"{role} {company[1:]}", f"sr {role} {company[:5]}", f"{company} swe {region}",
                 f"{role} zqxv wkjy")  # fmt: skip
        found.append(forms[number % len(forms)].lower())
    return found


def _times(matcher: Path, script: str, typed: list[str]) -> tuple[float, list[float]]:
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, CHROMIUM)), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS, headless=True)
        page = browser.new_page()
        page.add_script_tag(path=matcher)
        page.add_script_tag(content=script)
        opened, keys = page.evaluate(_TIME, typed)
        browser.close()
    return opened, keys


def _packed(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 6, mtime=0))


if __name__ == "__main__":
    main()
