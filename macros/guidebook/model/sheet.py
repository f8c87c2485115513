"""The words of the call sheet that are the same on every guide."""

from typing import Annotated, Any

from pydantic import Field, PlainValidator, WithJsonSchema

from guidebook.model.base import EquityKind, Model, check_line, wrong


def _room(most: int) -> PlainValidator:
    """Reads plain text of one line that has at most `most` characters: what the sheet has room for."""

    def read(value: Any) -> str:
        line = check_line(value)
        if len(line) > most:
            raise wrong(f"{len(line)} characters are more than the sheet has room for", f"keep to {most}")
        return line

    return PlainValidator(read)


def _schema(most: int) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "minLength": 1, "maxLength": most})


Fact = Annotated[str, _room(46), _schema(46)]
"""One line of a column."""
Said = Annotated[str, _room(34), _schema(34)]
Reply = Annotated[str, _room(64), _schema(64)]
"""With what they say, two lines of a column."""
Closing = Annotated[str, _room(100), _schema(100)]
"""One line of the whole sheet."""


class PushBack(Model):
    """What an employer may say, and an honest reply that anyone can give."""

    they: Said
    """What they say, at most 34 characters."""
    say: Reply
    """What to reply, true for anyone, at most 64 characters; {placeholders} are blanks."""


class Sheet(Model):
    """What every call sheet holds beside the guide's own words."""

    pushback: list[PushBack] = Field(default_factory=list, max_length=4)
    """Replies to push-back, the commonest first."""
    equity: dict[EquityKind, list[Fact]] = Field(default_factory=dict)
    """For each kind of equity what to get in writing, at most 46 characters each."""
    keep: list[Fact] = Field(default_factory=list, max_length=4)
    """What not to volunteer, at most 46 characters each."""
    thanks: Closing | None = None
    """How the call is closed, before the numbers are repeated."""
    writing: Closing | None = None
    """What is asked for after the numbers."""
