"""What is wrong in the data: one line each, sorted, all of them at once."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """A mistake at a place in a file; `path` is relative, line and column count from 1."""

    path: str
    line: int
    column: int
    wrong: str
    right: str
    is_warning: bool = False
    kind: str = ""
    """Of a warning in an imported guide: what it is one of, for a report by kind."""

    def __str__(self) -> str:
        kind = "warning: " if self.is_warning else ""
        return _printable(f"{self.path}:{self.line}:{self.column}: {kind}{self.wrong}; {self.right}")


class DataError(Exception):
    """The data cannot be published; `problems` holds everything that is wrong with it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__("\n".join(map(str, self.problems)))


def summary(problems: Iterable[Problem]) -> str:
    """Say in one line how many mistakes and warnings there are."""
    found = list(problems)
    warnings = sum(problem.is_warning for problem in found)
    return f"{_counted(len(found) - warnings, 'mistake')}, {_counted(warnings, 'warning')}"


def _printable(words: str) -> str:
    """One line that is safe to print: what cannot be seen is written as its escape."""
    if words.isprintable():
        return words
    return "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode("ascii") for sign in words)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
