"""Turn one document into its model, and every fault of its fields into a Problem."""

from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from guidebook.problems import Problem
from guidebook.suggest import advice, listed
from guidebook.yamlnodes import Document, Unreadable

M = TypeVar("M", bound=BaseModel)


def validate(document: Document, model: type[M]) -> M:
    """Read `document` as `model`; raise Unreadable with all that is wrong in its fields."""
    try:
        return model.model_validate(document.data)
    except ValidationError as error:
        raise Unreadable([_problem(document, model, detail) for detail in error.errors(include_url=False)]) from None


def _problem(document: Document, model: type[BaseModel], detail: ErrorDetails) -> Problem:
    location = tuple(step for step in detail["loc"] if step != "[key]")
    kind = detail["type"]
    is_key = kind == "extra_forbidden" or "[key]" in detail["loc"]
    line, column = document.key_place(location) if is_key else document.place(location)
    wrong, right = _words(kind, detail, location, model)
    return Problem(document.path, line, column, wrong, right)


def _words(kind: str, detail: ErrorDetails, location: tuple[Any, ...], model: type[BaseModel]) -> tuple[str, str]:
    context = detail.get("ctx", {})
    name = _name(location)
    match kind:
        case "guide":
            return f"{name}{context['wrong']}", str(context["right"])
        case "extra_forbidden":
            known = _fields(model, location[:-1])
            return f"unknown field `{location[-1]}`", advice(
                str(location[-1]), known, f"the fields here are {listed(known)}"
            )
        case "missing":
            return f"`{location[-1]}` is missing", f"add `{location[-1]}: ...` here"
        case "literal_error":
            allowed = [word.strip("'") for word in str(context["expected"]).replace(" or ", ", ").split(", ")]
            given = str(detail["input"])
            return f"{name}`{given}` is not one of the words allowed", advice(
                given, allowed, f"write {listed(allowed)}"
            )
        case "string_pattern_mismatch":
            return f"{name}`{str(detail['input'])[:60]}` has the wrong form", _form(str(context["pattern"]))
    return f"{name}{_plain(detail['msg'], detail['input'])}", _WANTED.get(kind, "see the field reference")


_WANTED = {
    "string_type": "write text, in quotes if it looks like something else",
    "int_type": "write a whole number, without quotes or commas",
    "bool_type": "write true or false",
    "list_type": "write a list, one `- item` a line",
    "dict_type": "write `field: value` lines, indented",
    "model_type": "write `field: value` lines, indented",
    "too_short": "add what is missing",
    "too_long": "take out what is too much",
    "string_too_long": "shorten it",
    "greater_than_equal": "check the number",
    "less_than_equal": "check the number",
}


def _plain(message: str, given: Any) -> str:
    kinds = {bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "a mapping", str: "text"}
    if message.startswith("Input should be"):
        wanted = message.removeprefix("Input should be ")
        wanted = {"a valid string": "text", "a valid integer": "a whole number", "a valid list": "a list"}.get(
            wanted, wanted
        )
        if wanted.startswith(("a valid dictionary", "an object")):
            wanted = "a mapping"
        return f"wanted {wanted}, found {kinds.get(type(given), 'nothing')}"
    return message[0].lower() + message[1:]


def _form(pattern: str) -> str:
    if "a-z0-9" in pattern:
        return "use small letters, digits and single hyphens, like `devops-engineer`"
    if pattern == "^[A-Z]{3}$":
        return "use the currency's three letters, like `USD`"
    return "use capital letters as in the standard, like `US` or `US-CA`"


def _name(location: tuple[Any, ...]) -> str:
    words = [step for step in location if isinstance(step, str)]
    return f"`{words[-1]}`: " if words else ""


def _fields(model: type[BaseModel], location: tuple[Any, ...]) -> list[str]:
    """The fields of the part of `model` at `location`."""
    schema: Any = model.model_json_schema()
    found = schema
    for step in location:
        found = _resolved(found, schema)
        if isinstance(step, int):
            found = found.get("items", {})
        else:
            found = found.get("properties", {}).get(step) or found.get("additionalProperties") or {}
    return list(_resolved(found, schema).get("properties", {}))


def _resolved(part: Any, schema: Any) -> Any:
    for option in part.get("anyOf", []):
        if option.get("type") != "null":
            return _resolved(option, schema)
    if "allOf" in part:
        return _resolved(part["allOf"][0], schema)
    if "$ref" in part:
        return schema["$defs"][part["$ref"].rsplit("/", 1)[-1]]
    return part
