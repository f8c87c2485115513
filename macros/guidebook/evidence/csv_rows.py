"""Read the rows of a CSV so that one whose quotes do not match takes no other with it."""

import csv
from collections.abc import Iterator
from typing import TextIO

Row = list[str] | csv.Error
"""The cells of a row, or what is wrong with its quotes."""


def rows(stream: TextIO) -> Iterator[tuple[int, Row]]:
    """Each row with the number of its first line; after one whose quotes do not match, the next line is a row."""
    again: list[str] = []
    taken: list[str] = []

    def lines() -> Iterator[str]:
        while line := again.pop() if again else stream.readline():
            taken.append(line)
            yield line

    reader, number, width = csv.reader(lines(), strict=True), 1, 0
    while True:
        taken.clear()
        row = _next(reader)
        if row is None:
            return
        if not isinstance(row, csv.Error):
            if any(_is_row(line, width or len(row)) for line in taken[1:]):
                row = csv.Error("a cell goes on over whole rows")
            else:
                width = max(width, len(row))
        yield number, row
        if isinstance(row, csv.Error):
            again += reversed(taken[1:])
            reader = csv.reader(lines(), strict=True)  # one that met the end of the file reads no further
            number += 1
        else:
            number += len(taken)


def is_before_header(row: Row) -> bool:
    """Whether a row is blank, or tells a spreadsheet what parts the cells, as in `sep=,`."""
    return not isinstance(row, csv.Error) and (
        not any(cell.strip() for cell in row) or row[0].strip().lower().startswith("sep=")
    )


def _next(reader: "Iterator[list[str]]") -> Row | None:
    try:
        return next(reader, None)
    except csv.Error as error:
        return error


def _is_row(line: str, width: int) -> bool:
    """Whether a line of a row is a row of its own: the cell around it was opened by a quote too many."""
    try:
        return len(next(csv.reader([line], strict=True), [])) >= width > 1
    except csv.Error:
        return False
