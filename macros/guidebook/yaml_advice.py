# ruff: noqa: RUF001  quotes are what it is about
"""Say of text that is not YAML what is wrong with it, in the words of those who write it."""

import re
from typing import Any

import yaml

from guidebook.document import Place

CURLY = "“”„‟«»‘’‚"
"""Quotes of typesetting, which YAML takes for letters."""
STRAIGHT = "curly quotes do not count as quotes; use straight ones"

_Advice = tuple[str, str]
_WORDS = {
    "found character that cannot start any token": (
        "a tab, or text that begins with a mark of YAML",
        "indent with spaces, and quote text that begins with @, ` or %",
    ),
    "found a tab character that violates indentation": ("a tab stands in an indentation", "indent with spaces"),
    "mapping values are not allowed in this context": (
        "a colon stands where none can",
        "indent the field like those beside it, or quote text that holds a colon followed by a space",
    ),
    "did not find expected '-' indicator": (
        "this line is no item of the list above it",
        "begin each item with `- `, a dash and a space, all indented alike",
    ),
    "block sequence entries are not allowed in this context": (
        "a list begins in the middle of a line",
        "begin the list on a line of its own",
    ),
    "found unexpected end of stream": ("the quote that opens here is not closed", "close it with the same quote"),
    "found undefined alias": (
        "`*` begins a reference to nothing",
        "write the value out; `*` at the start of text must be quoted",
    ),
    "did not find expected alphabetic or numeric character": (
        "`*` or `&` stands before no name",
        "`*` or `&` at the start of text must be quoted",
    ),
    "did not find expected comment or line break": (
        "text stands beside the `>` or `|` that begins a block of lines",
        "put the text on the lines below, indented, or put all of it in quotes",
    ),
    "found an indentation indicator equal to 0": (
        "text stands beside the `>` or `|` that begins a block of lines",
        "put the text on the lines below, indented, or put all of it in quotes",
    ),
    "did not find expected <document start>": (
        "this line is indented less than the first one",
        "begin the first field at the start of its line, like those below it",
    ),
    "could not find expected ':'": (
        "the line has no colon behind its field",
        "each line is `field: value`; put the colon in",
    ),
    "but found another document": (
        "a second document begins here",
        "keep one document to a file and take out the `---`",
    ),
    "did not find expected key": (
        "this does not go on from the lines above it",
        "indent fields alike, and look for a quote that is closed too early; in '...' an apostrophe is written twice",
    ),
    "did not find expected ',' or ']'": (
        "the list that opens here is not closed",
        "close it with `]`, put commas between its items, and quote what holds one of these signs",
    ),
    "did not find expected ',' or '}'": (
        "the mapping that opens here is not closed",
        "close it with `}`, put commas between its fields, and quote what holds one of these signs",
    ),
}
"""What the parser says, and what we say."""
_GOES_ON = ("did not find expected key", "did not find expected '-' indicator")
_MERGE = re.compile(r"^(<{7}|={7}|>{7})(?=\s|$)", re.MULTILINE)
_ODD_SPACE = re.compile(r"^[ \t]*(?P<odd>[\u00a0\u2007\u202f\u3000])", re.MULTILINE)
ODD_SPACE = ("a non-breaking space stands in an indentation", "write plain spaces")
"""What is wrong with a field's name that begins with such a space, and what would be right."""
_CURLY_VALUE = re.compile(rf"(?:^|:|-)\s+(?P<quote>[{CURLY}])")
_BLOCK = re.compile(r"(?::|-)\s+(?P<sign>[>|][-+]?)\s*(?:#.*)?$")
_CLOSED = re.compile(r"""(?:^|:|-)\s+(?:(?P<quote>['"]).*(?P=quote)|\[[^\]]*\]|\{[^}]*\})\s*$""")
"""What is whole by itself, though text follows it: a quote, or a list or a mapping in a line."""
_ODD_COLON = re.compile(r"^[ \t]*(?:- +)*[\w-]+:(?P<odd>[\u00a0\u2007\u202f\u3000])", re.MULTILINE)
_FIELD = re.compile(r"\s*(?:- )?[\w-]+:(?:\s|$)")


def advice(error: yaml.MarkedYAMLError, text: str) -> tuple[Place, str, str]:
    """Where `text` is not YAML, what is wrong there, and what would be right."""
    if found := _MERGE.search(text):
        right = "keep one of the two versions and take the three marks out"
        return _place(text, found.start()), f"`{found[0]}` is a mark of a merge that was not finished", right
    if found := _ODD_SPACE.search(text):
        return _place(text, found.start("odd")), *ODD_SPACE
    line, column = _mark(error)
    if (found := _ODD_COLON.search(text)) and (place := _place(text, found.start("odd")))[0] <= line:
        return place, "a non-breaking space stands behind a colon", ODD_SPACE[1]
    lines = text.splitlines()
    if found := _CURLY_VALUE.search(lines[line - 1] if line <= len(lines) else ""):
        return (line, found.start("quote") + 1), "this is not YAML: a curly quote opens the text", STRAIGHT
    problem = (error.problem or "it cannot be parsed").replace("\n", " ")
    if problem == "could not find expected ':'" and (sign := _block_above(lines, line)):
        return (line, column), f"the text under `{sign}` is not indented", "indent it by two spaces"
    if problem in _GOES_ON and (found := _CLOSED.search(lines[line - 1][: column - 1] if line <= len(lines) else "")):
        right = "put the whole text in quotes; in '...' an apostrophe is written twice"
        what = "quote" if found["quote"] else "list or the mapping"
        return (line, column), f"the {what} is closed before the text ends", right
    if problem not in _WORDS:
        return (line, column), f"this is not YAML ({problem})", "check the indentation, the quotes and the colons here"
    wrong, right = _WORDS[problem]
    return (line, column), f"this is not YAML: {wrong}", right


def opens_curly(value: Any) -> bool:
    """True of text that begins with a curly quote, which was meant to be none of it."""
    return isinstance(value, str) and value[:1] in set(CURLY)


def _mark(error: yaml.MarkedYAMLError) -> Place:
    opened = (error.context or "").startswith(
        ("while scanning a quoted", "while scanning a simple key", "while parsing a flow")
    )
    mark = (opened and error.context_mark) or error.problem_mark or error.context_mark
    return (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)


def _block_above(lines: list[str], line: int) -> str | None:
    """The sign of a block of text that begins above `line` with nothing but text between."""
    for above in reversed(lines[: line - 1]):
        if found := _BLOCK.search(above):
            return found["sign"]
        if _FIELD.match(above):
            return None
    return None


def _place(text: str, position: int) -> Place:
    before = text[:position]
    return before.count("\n") + 1, position - before.rfind("\n")
