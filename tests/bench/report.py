"""Print the figures of the benchmark as one table that a person can read."""

import os
import platform
from collections.abc import Callable, Iterator
from importlib.metadata import version
from typing import Any

_PACKAGES = (
    "mkdocs", "mkdocs-material", "mkdocs-macros-plugin", "jinja2", "markdown", "pyyaml", "pydantic",
)  # fmt: skip
_BUILDERS = {
    "ours": "ours",
    "same": "macros plugin, the same pages",
    "searched": "macros plugin, the same, with search",
    "macros": "macros plugin, text alone",
    "stock": "mkdocs-material, text alone",
    "hugo": "Hugo, text alone",
}
_NAME, _CELL = 46, 14

Sizes = dict[int, dict[str, Any]]
Row = tuple[str, list[str]]


def machine() -> dict[str, Any]:
    """What the figures were measured on."""
    return {
        "cores": len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count(),
        "load": round(os.getloadavg()[0], 2),
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        "packages": {name: version(name) for name in _PACKAGES},
    }


def table(on: dict[str, Any], sizes: Sizes) -> str:
    """All figures, one column a size; a dash stands for what was not measured."""
    packages = ", ".join(f"{name} {number}" for name, number in on["packages"].items())
    lines = [
        f"{on['cores']} cores ({on['system']}), load {on['load']} at the start, Python {on['python']}",
        packages,
        "",
        _line("guides", [f"{number:,}" for number in sizes]),
        "-" * (_NAME + _CELL * len(sizes)),
    ]
    rows = [*_data(sizes), *_times(sizes), *_ratios(sizes), *_checks(sizes), *_rebuild(sizes)]
    rows += [*_finder(sizes), *_finding(sizes)]
    for name, label in _BUILDERS.items():
        rows += _weights(sizes, name, label)
    return "\n".join([*lines, *(_line(name, cells) for name, cells in rows if set(cells) != {"-"})])


def finders(title: str, found: dict[str, Any]) -> str:
    """How one site finds, ours beside stock."""
    sizes = {0: {"finding": found}}
    return "\n".join(["", title, *(_line(name, cells) for name, cells in _finding(sizes) if set(cells) != {"-"})])


def _finding(sizes: Sizes) -> Iterator[Row]:
    for name, label in (("ours", "finder"), ("stock", "stock's search")):
        shown: tuple[tuple[str, str, Callable[[Any], str]], ...] = (
            (f"{label}: fetched before the first answer, gzip", "bytes", _bytes),
            ("  the box that a page brings, gzip", "box", _bytes),
            ("  fetched while somebody types on, gzip", "later", _bytes),
            ("  first key to first answer", "first", _milliseconds),
            ("  a key to its answers, median of 20", "median", _milliseconds),
            ("  a key to its answers, worst of 20", "worst", _milliseconds),
        )
        for row, part, form in shown:
            yield row, [_found(found, name, part, form) for found in sizes.values()]


def _found(found: dict[str, Any], name: str, part: str, form: Callable[[Any], str]) -> str:
    figures = found.get("finding", {}).get(name)
    if not figures or figures[part] == 0:
        return "-"
    return "none" if figures[part] is None else form(figures[part])


def _milliseconds(value: float) -> str:
    return f"{value:,.1f} ms"


def _data(sizes: Sizes) -> Iterator[Row]:
    yield "YAML of a guide, mean", _cells(sizes, "data", "guide_bytes", _bytes)
    yield "YAML of a guide, largest", _cells(sizes, "data", "largest", _bytes)


def _times(sizes: Sizes) -> Iterator[Row]:
    for name, label in _BUILDERS.items():
        yield f"build, {label}", _cells(sizes, name, "seconds", _seconds)
        yield "  of the processors", _cells(sizes, name, "cpu_seconds", _seconds)
        yield "  memory at the peak", _cells(sizes, name, "peak_bytes", _bytes)
    yield "lower bound: the same HTML by plain Python", _cells(sizes, "ours", "plain_seconds", _seconds)


def _ratios(sizes: Sizes) -> Iterator[Row]:
    for other in ("same", "searched", "macros", "stock", "hugo"):
        for part, label in (("seconds", "seconds"), ("cpu_seconds", "processor seconds")):
            yield f"ours / {other}, {label}", [_ratio(found, other, part) for found in sizes.values()]


def _checks(sizes: Sizes) -> Iterator[Row]:
    yield "guidebook check", _cells(sizes, "check", "seconds", _seconds)
    yield "  of the processors", _cells(sizes, "check", "cpu_seconds", _seconds)
    yield "  memory at the peak", _cells(sizes, "check", "peak_bytes", _bytes)
    yield "  the same YAML by CSafeLoader alone", _cells(sizes, "check", "yaml_seconds", _seconds)


def _rebuild(sizes: Sizes) -> Iterator[Row]:
    yield "served: an edit of one guide to its page", _cells(sizes, "rebuild", "seconds", _seconds)
    yield "  the slowest of five", _cells(sizes, "rebuild", "slowest", _seconds)
    yield "  from the start to the first page", _cells(sizes, "rebuild", "first", _seconds)


def _finder(sizes: Sizes) -> Iterator[Row]:
    yield "finder: names", _cells(sizes, "ours", "names_bytes", _bytes)
    yield "  names with gzip", _cells(sizes, "ours", "names_gzip", _bytes)
    yield "  other names with gzip", _cells(sizes, "ours", "others_gzip", _bytes)
    yield "  matcher with gzip", _cells(sizes, "ours", "matcher_gzip", _bytes)
    yield "  opening the names", _cells(sizes, "ours", "open_ms", _milliseconds)
    yield "  a key to its answers, median", _cells(sizes, "ours", "key_ms_median", _milliseconds)
    yield "  the same, worst", _cells(sizes, "ours", "key_ms_worst", _milliseconds)


def _weights(sizes: Sizes, name: str, label: str) -> Iterator[Row]:
    yield f"{label}: pages", _cells(sizes, name, "pages", "{:,}".format)
    yield "  files", _cells(sizes, name, "files", "{:,}".format)
    yield "  whole site", _cells(sizes, name, "site_bytes", _bytes)
    yield "  HTML of a guide, median", _cells(sizes, name, "guide_bytes_median", _bytes)
    yield "  HTML of a guide, largest", _cells(sizes, name, "guide_bytes_largest", _bytes)
    yield "  the same with gzip, median", _cells(sizes, name, "guide_gzip_median", _bytes)
    yield "  the same with gzip, largest", _cells(sizes, name, "guide_gzip_largest", _bytes)
    yield "  its call sheet beside it, median", _cells(sizes, name, "sheet_bytes_median", _bytes)
    yield "  largest page of all", _cells(sizes, name, "largest_page_bytes", _bytes)
    yield "  search data", _cells(sizes, name, "search_bytes", _bytes)
    yield "  search data with gzip", _cells(sizes, name, "search_gzip", _bytes)


def _cells(sizes: Sizes, name: str, part: str, shown: Callable[[Any], str]) -> list[str]:
    return [shown(found[name][part]) if name in found else "-" for found in sizes.values()]


def _ratio(found: dict[str, Any], other: str, part: str) -> str:
    if "ours" not in found or other not in found:
        return "-"
    share = found["ours"][part] / found[other][part]
    return f"{share:.2f} (1/{1 / share:.1f})" if share < 1 else f"{share:.1f}"


def _line(name: str, cells: list[str]) -> str:
    return name.ljust(_NAME) + "".join(cell.rjust(_CELL) for cell in cells)


def _seconds(value: float) -> str:
    return f"{value:.2f} s"


def _milliseconds(value: float) -> str:
    return f"{value:.1f} ms"


def _bytes(value: float) -> str:
    if value < 1_000_000:
        return f"{value / 1_000:.1f} KB"
    return f"{value / 1_000_000:.1f} MB"
