"""The field reference and the commented guide, both made from the model."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from guidebook.load import KINDS, SINGLES
from guidebook.new import TEMPLATES, commented_guide

_COMMENT = re.compile(r"{#-?\s*(.+?)\s*-?#}", re.DOTALL)
_MACRO = re.compile(r"{%-? macro (\w+)")


@dataclass(frozen=True, slots=True)
class Field:
    """One field as the reference shows it."""

    name: str
    is_needed: bool
    holds: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Part:
    """One kind of file, or a part of one, with its fields."""

    name: str
    file: str
    meaning: str
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Template:
    """A template of parts as the reference shows it."""

    name: str
    meaning: str
    macros: tuple[str, ...]


@cache
def templates() -> tuple[Template, ...]:
    """The templates of parts, what each is for, and its macros."""
    found = []
    for path in sorted(TEMPLATES.glob("*.html.jinja")):
        text = path.read_text(encoding="utf-8")
        comment = _COMMENT.search(text)
        found.append(Template(path.name, comment[1] if comment else "", tuple(_MACRO.findall(text))))
    return tuple(found)


@cache
def parts() -> tuple[Part, ...]:
    """Every part of the model, files first to last, each part once."""
    found: dict[str, Part] = {}
    files = {f"data/{folder}/*.yml": model for folder, model in KINDS.items()}
    files["data/guides/*/*.yml"] = files.pop("data/guides/*.yml")
    files |= {f"data/{name}": model for name, model in SINGLES.items()}
    for file, model in reversed(files.items()):
        schema = model.model_json_schema()
        _add(found, model.__name__, schema, file)
        for name, part in schema.get("$defs", {}).items():
            _add(found, name, part, "")
    return tuple(found.values())


def example() -> str:
    """A whole guide with a comment at each part."""
    return commented_guide("some-company", "some-role", is_complete=True)


def _add(found: dict[str, Part], name: str, schema: dict[str, Any], file: str) -> None:
    if name in found:
        return
    needed = schema.get("required", [])
    fields = tuple(
        Field(key, key in needed, _holds(value), value.get("description", ""))
        for key, value in schema.get("properties", {}).items()
    )
    found[name] = Part(name, file, schema.get("description", ""), fields)


def _holds(value: dict[str, Any]) -> str:
    """What a field may hold, in a few words."""
    if options := [_holds(option) for option in value.get("anyOf", []) if option.get("type") != "null"]:
        return " or ".join(dict.fromkeys(options))
    if "enum" in value:
        return ", ".join(value["enum"])
    if "$ref" in value:
        return str(value["$ref"].rsplit("/", 1)[-1])
    kind = value.get("type")
    if kind == "array":
        return f"a list of: {_holds(value['items'])}"
    if kind == "object":
        named = next(iter(value.get("patternProperties", {}).values()), value.get("additionalProperties", {}))
        return f"names, each with: {_holds(named)}"
    if kind == "string":
        return _text(value)
    return {"integer": "a whole number", "boolean": "true or false"}.get(str(kind), "a year, a month or a day")


def _text(value: dict[str, Any]) -> str:
    if value.get("format") == "date":
        return "a day, like 2026-11-23"
    if "examples" in value:
        return "pay, like " + ", ".join(value["examples"])
    if str(value.get("pattern", "")).startswith("^https"):
        return "an https:// address"
    if "a-z0-9" in str(value.get("pattern", "")):
        return "a name in small letters with hyphens"
    return "text"
