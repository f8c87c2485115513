"""Write what was taken in: YAML that a person can read and mend, each file in one step."""

import os
import re
from pathlib import Path
from typing import Any

import yaml

_WIDTH = 110
_HEAD = "# yaml-language-server: $schema={}schema/{}.json\n"
_ORDER = (
    "heading", "levels", "dna", "tables", "worth", "level_mapping", "sections",
    "levers", "strategy", "sources", "order",
)  # fmt: skip
_FLAT = ("cells", "regions", "columns", "order")
_KEY = re.compile(r"^([a-z0-9][a-z0-9-]*):", re.MULTILINE)


class _Flat(list[Any]):
    """A list that stands on one line."""


class _FlatMap(dict[str, Any]):
    """A mapping that stands on one line."""


class _Dumper(yaml.CSafeDumper):
    """Writes text of several lines as it reads."""


def _text(dumper: yaml.CSafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Dumper.add_representer(str, _text)
_Dumper.add_representer(
    _Flat, lambda dumper, items: dumper.represent_sequence("tag:yaml.org,2002:seq", items, flow_style=True)
)
_Dumper.add_representer(
    _FlatMap, lambda dumper, items: dumper.represent_mapping("tag:yaml.org,2002:map", items.items(), flow_style=True)
)


def guide(company: str, role: str, rest: str) -> str:
    """The YAML of an imported guide: what it is of, and the `fields` of the rest."""
    own = {"status": "imported", "company": company, "role": role}
    return _HEAD.format("../../", "guide") + _dumped(own) + rest


def fields(data: dict[str, Any]) -> str:
    """The YAML of what a guide says, in the order of the page."""
    return _dumped({name: data[name] for name in _ORDER if name in data})


def entry(kind: str, data: dict[str, Any]) -> str:
    """The YAML of a new company or role: its name and what else the file says."""
    return _HEAD.format("../", kind) + _dumped(data)


def regions(written: str, new: dict[str, dict[str, Any]]) -> str:
    """The text of regions.yml with new entries, each before the first that comes after it; the rest as it stands."""
    if not written:
        written = _HEAD.format("", "regions")
    for key in sorted(new):
        made = _dumped({key: new[key]})
        after = next((found.start() for found in _KEY.finditer(written) if found[1] > key), len(written))
        before = written[:after]
        written = before + ("" if before.endswith("\n") or not before else "\n") + made + written[after:]
    return written


def put(path: Path, text: str) -> None:
    """Write a file in one step, so that a stop half-way leaves the old one or none."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_suffix(".yml.new")
    with beside.open("w", encoding="utf-8", newline="\n") as stream:
        stream.write(text)
    os.replace(beside, path)  # noqa: PTH105  it replaces on every system


def _dumped(data: dict[str, Any]) -> str:
    return yaml.dump(_flattened(data), Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=_WIDTH)


def _flattened(value: Any, name: str = "") -> Any:
    """Short lists and mappings on one line, as people write them."""
    if isinstance(value, dict):
        made = {key: _flattened(item, key) for key, item in value.items()}
        return _FlatMap(made) if name in {"columns", "equals", "also"} else made
    if isinstance(value, list):
        items = [_flattened(item, name if isinstance(item, dict) else "") for item in value]
        is_flat = name in _FLAT and not any(isinstance(item, dict) for item in value)
        return (
            _Flat(items)
            if is_flat or ((items and isinstance(value[0], list)) is False and is_flat)
            else [_Flat(item) if isinstance(item, list) else item for item in items]
        )
    return value
