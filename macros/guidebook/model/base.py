"""The kinds of value that fields hold, and what every model has in common."""

import datetime
import re
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, PlainValidator, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from guidebook import money
from guidebook.money_advice import number_advice

Basis = Literal["posted", "filed", "reported", "estimated"]
Requires = Literal["none", "written_offer", "verbal_offer", "current_job", "deadline"]
Level = Literal["entry", "mid", "senior", "staff", "principal", "unstated"]
Moves = Literal["base", "equity", "bonus", "sign_on", "level", "location", "time", "terms"]
EquityKind = Literal[
    "rsu", "double-trigger-rsu", "options", "profit-units", "profit-share", "phantom", "cash", "none", "not disclosed"
]
Ownership = Literal["public", "private", "nonprofit-controlled", "subsidiary", "government", "cooperative"]

SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
Slug = Annotated[str, StringConstraints(pattern=f"^{SLUG}$", max_length=80)]
"""A name in an address: small letters, digits and single hyphens."""

_TARGET = re.compile(
    r"\]\(\s*([^)\s]*)|^\s{0,3}\[[^\]]+\]:\s*(\S+)|(\b(?:javascript|vbscript)\s*:)",
    re.MULTILINE | re.IGNORECASE,
)
_SAFE_TARGET = re.compile(r"https://[^\s]+|[a-z0-9][a-z0-9/-]*/")
_SUSPECT = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]|<(?=[A-Za-z/!?])")
"""A control character, or the beginning of HTML."""
_SCRIPT = re.compile(r"\b(?:javascript|vbscript)\s*:", re.IGNORECASE)
_PARTIAL_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Model(BaseModel):
    """A part of the data: fixed once read, with no field that is not named here."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, use_attribute_docstrings=True)


def wrong(what: str, right: str) -> PydanticCustomError:
    """Make the error of a field's value: what is wrong, and what would be right."""
    return PydanticCustomError("guide", "{wrong}; {right}", {"wrong": what, "right": right})


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise wrong(f"wanted text, found {_kind(value)}", "write text, in quotes if it looks like something else")
    if not value.strip():
        raise wrong("the text is empty", "write it, or leave the field out")
    is_plain = value.isprintable() and "<" not in value  # nearly all text is, and this is quicker than the pattern
    if not is_plain and (found := _SUSPECT.search(value)):
        if found[0] != "<":
            raise wrong(f"the text holds the control character U+{ord(found[0]):04X}", "delete it")
        raise wrong(f"the text holds HTML at `{value[found.start() : found.start() + 20].strip()}`", "write plain text")
    return value.strip()


def check_line(value: Any) -> str:
    """Read plain text of one line; raise the error of a field where it is none."""
    if isinstance(value, str) and value.isprintable() and "<" not in value and ":" not in value:
        checked = " ".join(value.split())  # nearly every line: nothing in it needs a closer look
        if checked:
            return checked
    checked = " ".join(_text(value).split())
    if ":" in checked and _SCRIPT.search(checked):
        raise wrong("the text holds a script address", "write plain text")
    return checked


def _cell(value: Any) -> str:
    return "" if isinstance(value, str) and not value.strip() else check_line(value)


def _prose(value: Any) -> str:
    checked = _text(value)
    if "]" not in checked and ":" not in checked:
        return checked
    for found in _TARGET.finditer(checked):
        target = found[1] or found[2] or found[3] or ""
        if not _SAFE_TARGET.fullmatch(target):
            raise wrong(
                f"the text links to `{target}`",
                "link to an https:// address, or to a page of this site from its top, like `levers/scope/`",
            )
    return checked


def _link(value: Any) -> str:
    checked = _text(value)
    if not _is_https(checked):
        raise wrong(f"`{checked[:60]}` is not an https:// address", "copy the whole address, from https:// on")
    return checked


def _is_https(address: str) -> bool:
    if re.search(r"[\s\"'<>\\]", address):
        return False
    try:
        parts = urlsplit(address)
    except ValueError:  # a bracket that opens no address
        return False
    return parts.scheme == "https" and "." in (parts.hostname or "")


def _day(value: Any) -> datetime.date:
    try:
        if isinstance(value, str) and _DAY.fullmatch(value):
            return datetime.date.fromisoformat(value)
    except ValueError:
        pass
    raise wrong(f"`{value}` is not a day", "write it as year-month-day, like 2026-11-23")


def _partial_day(value: Any) -> str:
    """A year, a month or a day; the earliest day that it may mean must exist."""
    shown = str(value)
    if _PARTIAL_DATE.fullmatch(shown):
        try:
            first_day(shown)
        except ValueError:
            pass
        else:
            return shown
    raise wrong(f"`{value}` is not a date", "write a year, a month or a day: 2026, 2026-11 or 2026-11-23")


def _pay(value: Any) -> money.Amount:
    if not isinstance(value, str):
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        raise wrong(f"wanted pay, found {_kind(value)}", number_advice(value) if is_number else money.FORMS)
    try:
        return money.parse(value)
    except money.MoneyError as error:
        what, _, right = str(error).partition("; ")
        raise wrong(what, right) from None


def first_day(partial: str) -> datetime.date:
    """The first day that a year, a month or a day may mean."""
    return datetime.date.fromisoformat(partial + "-01-01"[len(partial) - 4 :] if len(partial) < 10 else partial)


def _kind(value: Any) -> str:
    kinds = {bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "a mapping"}
    return kinds.get(type(value), "nothing")


_ONE_LINE = {"type": "string", "minLength": 1}
Line = Annotated[str, PlainValidator(check_line), WithJsonSchema(_ONE_LINE)]
"""Plain text of one line."""
Cell = Annotated[str, PlainValidator(_cell), WithJsonSchema({"type": "string"})]
"""Plain text of one line, or nothing."""
Script = Annotated[str, PlainValidator(check_line), WithJsonSchema(_ONE_LINE)]
"""What somebody says: plain text with {placeholders}."""
Prose = Annotated[str, PlainValidator(_prose), WithJsonSchema(_ONE_LINE)]
"""Small Markdown: paragraphs, lists, bold, italic, links."""
Link = Annotated[str, PlainValidator(_link), WithJsonSchema({"type": "string", "pattern": r"^https://\S+$"})]
"""An https address."""
Day = Annotated[datetime.date, PlainValidator(_day), WithJsonSchema({"type": "string", "format": "date"})]
"""A day, year-month-day."""
PartialDay = Annotated[
    str,
    PlainValidator(_partial_day),
    WithJsonSchema({"type": ["string", "integer"], "pattern": r"^\d{4}(-\d\d){0,2}$"}),
]
"""A year, a month or a day."""
_EXAMPLES = ["$185K–$250K", "£75,000", "₹20L–₹38L", "10–15%", "none", "not disclosed"]
Pay = Annotated[money.Amount, PlainValidator(_pay), WithJsonSchema({"type": "string", "examples": _EXAMPLES})]
"""Pay as people write it: an amount, a range, a percentage, `none` or `not disclosed`."""
