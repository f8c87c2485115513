"""A pay table as its author wrote it, and what its columns and rows are of."""

from typing import Literal

from pydantic import Field

from guidebook.model.base import Cell, EquityKind, Level, Line, Model, Prose, Slug

Holds = Literal["base", "equity", "bonus", "sign_on", "total"]


class Axis(Model):
    """What the cells of a column or a row are of, as far as the table says."""

    regions: list[Slug] = Field(default_factory=list)
    """The regions that the cells are for."""
    level: Level | None = None
    """The level that the cells are for."""
    grade: Line | None = None
    """What the table calls the level, where that is none of this site's."""
    holds: Holds | None = None
    """What the amounts are: base, equity, bonus, sign_on or total; left out, they are words."""
    kind: EquityKind | None = None
    """What kind of equity it is, where the table says."""
    years: int | None = Field(default=None, ge=1, le=10)
    """Years that an amount of equity is for, where it is for a whole grant."""
    first_year: bool = False
    """True where a total is that of the first year."""
    currency: Line | None = None
    """What a bare dollar sign means here, where the table says, such as AUD; `unclear` where it may be of two."""


class Column(Axis):
    """A column of the table."""

    words: Cell = ""
    """The column's heading, word for word."""


class TableRow(Axis):
    """A row of the table."""

    cells: list[Cell]
    """The cells, word for word, one for each column."""


class PayTable(Model):
    """A pay table, word for word; `pay` is read from it."""

    columns: list[Column] = Field(min_length=1)
    """The columns, in order."""
    rows: list[TableRow]
    """The rows, in order."""
    note: Prose | None = None
    """What stands under it."""


class Grid(Model):
    """Any other table, word for word."""

    columns: list[Cell] = Field(min_length=1)
    """The headings of the columns."""
    rows: list[list[Cell]]
    """The rows, a list of cells each."""
