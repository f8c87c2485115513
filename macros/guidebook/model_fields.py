"""What fields a part of a model has, and what to write where it is given in another form."""

import contextlib
from typing import Any

from pydantic import BaseModel

from guidebook.money import MoneyError, parse, text
from guidebook.suggest import listed


def fields(model: type[BaseModel], location: tuple[Any, ...]) -> list[str]:
    """The fields of the part of `model` at `location`."""
    return list(_part(model, location).get("properties", {}))


def mapping_advice(model: type[BaseModel], location: tuple[Any, ...], given: Any) -> str:
    """What to write where the part of `model` at `location` is no mapping but `given`."""
    part = _part(model, location)
    known = list(part.get("properties", {}))
    if not known:
        return "write `field: value` lines, indented"
    name = next((step for step in reversed(location) if isinstance(step, str)), "")
    is_item = bool(location) and isinstance(location[-1], int)
    if isinstance(given, str) and (field := _obvious(part, known)):
        value = _value(field, given)
        return f"write `- {field}: {value}`" if is_item else f"write `{name}: {{{field}: {value}}}`"
    required = part.get("required") or known[:1]
    first = f"{'- ' if is_item else ''}{required[0]}: ..."
    more = f"the fields here are {listed(known)}" if len(known) > 1 else "it has no other field"
    return f"write `field: value` lines, indented, like `{first}`; {more}"


def _obvious(part: Any, known: list[str]) -> str | None:
    """The field that text without one is meant for: the only required one, or the first of a few that say most."""
    required = part.get("required", [])
    if len(required) == 1:
        return str(required[0])
    return None if required else next((field for field in ("lever", "base") if field in known), None)


def _value(field: str, given: str) -> str:
    """The text, or of words about pay the amount that they begin with."""
    words = given.split()
    if field not in {"base", "amount"}:
        return given[:60] if len(words) == 1 else "..."
    for count in range(len(words), 0, -1):
        with contextlib.suppress(MoneyError):
            return text(parse(" ".join(words[:count])))
    return "..."


def _part(model: type[BaseModel], location: tuple[Any, ...]) -> Any:
    schema: Any = model.model_json_schema()
    found = schema
    for step in location:
        found = _resolved(found, schema)
        if isinstance(step, int):
            found = found.get("items", {})
        else:
            found = found.get("properties", {}).get(step) or _of_any_name(found)
    return _resolved(found, schema)


def _of_any_name(part: Any) -> Any:
    """What a mapping of names to values holds under each name."""
    patterns = part.get("patternProperties") or {"": part.get("additionalProperties")}
    return next(iter(patterns.values())) or {}


def _resolved(part: Any, schema: Any) -> Any:
    for option in part.get("anyOf", []):
        if option.get("type") != "null":
            return _resolved(option, schema)
    if "allOf" in part:
        return _resolved(part["allOf"][0], schema)
    if "$ref" in part:
        return schema["$defs"][part["$ref"].rsplit("/", 1)[-1]]
    return part
