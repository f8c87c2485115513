"""Why a file is not taken in: its place, the line itself with a caret, and what was expected."""

from dataclasses import dataclass, field

_WIDEST = 100
_BEFORE = 60


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a file; line and column count from 1, `line_text` is the line as it stands there."""

    path: str
    line: int = 1
    column: int = 1
    line_text: str = ""


class RefusedError(Exception):
    """A file that is not taken in; its text is the message, the line and a caret."""

    def __init__(self, place: Place, reason: str, wrong: str, right: str) -> None:
        super().__init__(reason)
        self.place, self.reason, self.wrong, self.right = place, reason, wrong, right

    def __reduce__(self) -> tuple[type["RefusedError"], tuple[Place, str, str, str]]:
        """How it comes whole from one process to another."""
        return RefusedError, (self.place, self.reason, self.wrong, self.right)

    def __str__(self) -> str:
        place = self.place
        said = f"{place.path}:{place.line}:{place.column}: {self.wrong}; {self.right}"
        if not place.line_text.strip():
            return _printable(said)
        start = max(place.column - 1 - _BEFORE, 0)
        shown = _printable(place.line_text[start : start + _WIDEST])
        before = _printable(place.line_text[start : place.column - 1])
        return f"{_printable(said)}\n    {shown}\n    {' ' * len(before)}^"


@dataclass(slots=True)
class Notes:
    """What a reader of the report should know of one file that was taken in: kind and what it was, with its line."""

    found: list[tuple[str, int, str]] = field(default_factory=list)

    def add(self, kind: str, line: int, what: str = "") -> None:
        """Note `what` of a kind on a line."""
        self.found.append((kind, line, what))


def _printable(words: str) -> str:
    return "".join(
        sign if sign.isprintable() else " " if sign == "\t" else sign.encode("unicode_escape").decode("ascii")
        for sign in words
    )
