"""Turn one document into its model, and every fault of its fields into a Problem."""

import re
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from guidebook.document import Document, Unreadable
from guidebook.labels import LEVEL_WORDS
from guidebook.model_fields import fields, mapping_advice
from guidebook.problems import Problem
from guidebook.suggest import advice, close, listed, nearest, typed
from guidebook.yaml_advice import ODD_SPACE, STRAIGHT, opens_curly

M = TypeVar("M", bound=BaseModel)
Named = Callable[[str, str], tuple[str, str] | None]
"""Says of a field and what it holds instead of an id what is wrong and what is right, where it knows."""


def validate(document: Document, model: type[M], named: Named = lambda _field, _given: None) -> M:
    """Read `document` as `model`; raise Unreadable with all that is wrong in its fields."""
    try:
        return model.model_validate(document.data)
    except ValidationError as error:
        details = _without_meant(error.errors(include_url=False), document, model)
        raise Unreadable([_problem(document, model, detail, named) for detail in details]) from None


def _without_meant(details: list[ErrorDetails], document: Document, model: type[BaseModel]) -> list[ErrorDetails]:
    """The faults, each once: no field that is missing only because its name is misspelt, and one for one comma."""
    unknown = [detail["loc"] for detail in details if detail["type"] == "extra_forbidden"]
    meant = {(*at[:-1], nearest(str(at[-1]), _free(at[:-1], model, document.data))) for at in unknown}
    parted: set[tuple[Any, ...]] = set()
    found = []
    for detail in details:
        at = detail["loc"]
        is_rest = _is_rest_of_text(detail)
        if (detail["type"] == "missing" and at in meant) or (is_rest and at[:-1] in parted):
            continue
        if is_rest:
            parted.add(at[:-1])
        found.append(detail)
    return found


def _free(at: tuple[Any, ...], model: type[BaseModel], data: Any) -> list[str]:
    """The fields of the mapping at a place that it has not yet."""
    for step in at:
        data = data[step]
    return [name for name in fields(model, at) if name not in data]


def _is_rest_of_text(detail: ErrorDetails) -> bool:
    """True for what a comma within `{...}` cut off a text: a field of no value whose name is no name."""
    is_unknown = detail["type"] == "extra_forbidden" and detail["input"] is None
    return is_unknown and re.fullmatch(r"[a-z_]+", str(detail["loc"][-1])) is None


def _problem(document: Document, model: type[BaseModel], detail: ErrorDetails, named: Named) -> Problem:
    location = tuple(step for step in detail["loc"] if step != "[key]")
    kind = detail["type"]
    is_key = kind == "extra_forbidden" or "[key]" in detail["loc"]
    line, column = document.key_place(location) if is_key else document.place(location)
    wrong, right = words(detail, location, model, document.data)
    if not is_key and opens_curly(detail["input"]):
        right = STRAIGHT
    elif not is_key and kind == "string_pattern_mismatch":
        wrong, right = named(_field(location), str(detail["input"])) or (wrong, right)
    return Problem(document.path, line, column, wrong, right)


def words(detail: ErrorDetails, location: tuple[Any, ...], model: type[BaseModel], data: Any) -> tuple[str, str]:
    """What is wrong at `location` of the `data` of a `model`, and what would be right."""
    kind = detail["type"]
    context = detail.get("ctx", {})
    name = _name(location)
    match kind:
        case "guide":
            return f"{name}{context['wrong']}", str(context["right"])
        case "extra_forbidden" if _is_rest_of_text(detail) and not _THOUSANDS.match(str(location[-1])):
            wrong = f"a comma in `{{...}}` parts fields, here before `{str(location[-1])[:40]}`"
            return wrong, "put the text that it stands in into quotes"
        case "extra_forbidden":
            return _unknown(location, model, data)
        case "missing":
            return f"`{location[-1]}` is missing", f"add `{location[-1]}: ...` here"
        case "literal_error":
            allowed = [word.strip("'") for word in str(context["expected"]).replace(" or ", ", ").split(", ")]
            given = str(detail["input"])
            return f"{name}`{given}` is not one of the words allowed", _word(given, allowed)
        case "string_pattern_mismatch":
            return f"{name}`{str(detail['input'])[:60]}` has the wrong form", _form(str(context["pattern"]))
        case "too_short" | "too_long":
            return f"{name}{_counted(detail)}", _WANTED[kind]
        case "greater_than_equal" | "less_than_equal":
            bound = f"at least {context['ge']}" if "ge" in context else f"at most {context['le']}"
            return f"{name}{detail['input']} is out of range", f"write a number of {bound}"
        case "model_type" | "model_attributes_type" | "dict_type":
            return f"{name}{_plain(kind, detail['input'])}", mapping_advice(model, location, detail["input"])
    return f"{name}{_plain(kind, detail['input'])}", _WANTED.get(kind, "see the field reference")


def _unknown(location: tuple[Any, ...], model: type[BaseModel], data: Any) -> tuple[str, str]:
    """What to say of a field that `model` has none of at `location`: a slip of the pen is one that is not there yet."""
    given = str(location[-1])
    if given[:1].isspace():
        return ODD_SPACE
    if _THOUSANDS.match(given):
        return f"a comma in `{{...}}` parts fields, here before `{given}`", _UNPARTED
    otherwise = f"the fields here are {listed(fields(model, location[:-1]))}"
    return f"unknown field `{given}`", advice(given, _free(location[:-1], model, data), otherwise)


def _word(given: str, allowed: Sequence[str]) -> str:
    """What to write instead of a word that is not allowed."""
    if "grant" in allowed and (years := _YEARS.fullmatch(given.strip())):
        return f"write `per: grant, years: {years[1]}`, or `per: year` for what one year is worth"
    levels = LEVEL_WORDS if allowed[0] in LEVEL_WORDS else {}
    called = (level for level, names in levels.items() if typed(given) in map(typed, names))
    found = next(called, None) or close(given, allowed)
    return f"did you mean `{found}`?" if found else f"write {listed(allowed)}"


_THOUSANDS = re.compile(r"[0-9]{3}(?![0-9])")
"""What begins with three digits where a field's name should stand is the end of an amount."""
_UNPARTED = 'write the amount like `$245K`, or put it in quotes, like `"$245,000"`'
_YEARS = re.compile(r"(?:over |per )?(10|[2-9])[ -]?(?:years?|yrs?|y)", re.IGNORECASE)
_KINDS = {bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "a mapping", str: "text"}
_EXPECTED = {
    "string_type": "text",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "bool_type": "true or false",
    "list_type": "a list",
    "dict_type": "a mapping",
    "model_type": "a mapping",
    "model_attributes_type": "a mapping",
}
_WANTED = {
    "string_type": "write text, in quotes if it looks like something else",
    "int_type": "write a whole number, without quotes or commas",
    "int_from_float": "write a whole number, without quotes or commas",
    "bool_type": "write true or false, without quotes",
    "list_type": "write a list, one `- item` a line",
    "too_short": "add what is missing",
    "too_long": "take out what is too much",
    "string_too_long": "shorten it",
}


def _plain(kind: str, given: Any) -> str:
    if kind in _EXPECTED:
        return f"wanted {_EXPECTED[kind]}, found {_KINDS.get(type(given), 'nothing')}"
    return "the text is too long" if kind == "string_too_long" else f"`{str(given)[:60]}` does not fit"


def _counted(detail: ErrorDetails) -> str:
    context = detail.get("ctx", {})
    if "min_length" in context:
        return f"the list has {context['actual_length']} items and needs {context['min_length']}"
    return f"the list has {context['actual_length']} items and may have {context['max_length']}"


def _form(pattern: str) -> str:
    if "a-z0-9" in pattern:
        return "use small letters, digits and single hyphens, like `some-name`"
    if pattern == "^[A-Z]{3}$":
        return "use the currency's three letters, like `USD`"
    if "heading" in pattern:
        return "name a part of the guide: `heading`, `dna`, `worth`, `strategy`, or one by its number, like `lever-2`"
    return "use capital letters as in the standard, like `US` or `US-CA`"


def _name(location: tuple[Any, ...]) -> str:
    field = _field(location)
    return f"`{field}`: " if field else ""


def _field(location: tuple[Any, ...]) -> str:
    return next((step for step in reversed(location) if isinstance(step, str)), "")
