"""Read a table: cells -> a pay table that knows what its columns and rows are of, or any other table."""

import re
from typing import Any

from guidebook import cells
from guidebook.markdown import grades
from guidebook.markdown.components import Axis, component, components, is_of_two_parts, part_of
from guidebook.markdown.grades import LEVEL_WORDS, place_and_level, told_apart
from guidebook.markdown.grid import Cells
from guidebook.markdown.lines import Source
from guidebook.markdown.names import place_words, regions_of
from guidebook.markdown.places import Places
from guidebook.markdown.refused import Notes
from guidebook.money import Money, MoneyError, Percent

_REGION = re.compile(
    r"\b(?<!practice )(?<!focus )(?<!subject )(?<!product )(?<!business )(?<!job )"
    r"(?:regions?|locations?|markets?(?! (?:segment|cap|value|rate|data))|geo(?:graph(?:y|ies))?|city|cities|country"
    r"|countries|offices?|hubs?|metros?|areas?|places?|sites?)\b",
    re.IGNORECASE,
)  # fmt: skip
"""The heading of places; a practice area and a market segment are none."""
_LEVEL = re.compile(r"\b(?:levels?|grades?|bands?|titles?|seniority|roles?|positions?|ladder|tiers?)\b", re.IGNORECASE)
_AMOUNT = re.compile(
    r"[$£€₹₩¥]\s?[0-9]|\b[A-Z]{3}\s?[0-9]|[0-9]\s?%|[0-9][KMkm]?\s?(?:[€£₹]|[A-Z]{3}\b)|[0-9]\s?(?:L|Cr|Lakhs?|LPA)\b"
)
_POINT = re.compile(
    r"low|high|min(?:imum)?|max(?:imum)?|median|p?(?:25|50|75|90)(?:th)?(?: percentile)?", re.IGNORECASE
)
"""A point of a range over a column; between two of them `Mid` is one, too, and no level."""
_PIECES = re.compile(r"\s+[|—–-]\s+|:\s+|\s*[()]\s*")
_UNCLEAR = "dollar signs that may be of two currencies"


def pay_table(found: Cells, about: list[str], source: Source, places: Places, notes: Notes) -> dict[str, Any] | None:
    """The table as a pay table; None where it is of something else. `about` are the headings over it."""
    if len(found.head) < 2 or not found.rows:
        return None
    columns: list[Axis] | None
    held = [part_of(words) for words in found.head]
    down = [part_of(row[0]) for row in found.rows]
    if "base" in down and sum(name is not None for name in down) >= 2:
        columns, rows = _components_down(found, down, places)
    elif any(held[1:]) and (held[0] is None or _has_amount([row[:1] for row in found.rows])):
        columns, rows = _by_component(found, held, places)
    else:
        columns, rows = _across(found, " ".join(about), places)
    if columns is None or not _has_amount(found.rows):
        return None
    rows = _of_heading(found, about, columns, rows, places)
    _check(found, columns, rows, source, notes)
    made = [{**row, "cells": words} for row, words in zip(rows, found.rows, strict=True)]
    return {
        "columns": [{"words": words, **axis} for words, axis in zip(found.head, columns, strict=True)],
        "rows": made,
    }


def _by_component(found: Cells, held: list[str | None], places: Places) -> tuple[list[Axis], list[Axis]]:
    """The usual way: a row for each region or level, a column for each part of pay."""
    labels = [number for number, name in enumerate(held) if name is None]
    region = next((number for number in labels if _REGION.search(found.head[number])), None)
    level = next((number for number in labels if number != region and _LEVEL.search(found.head[number])), None)
    if region is None and labels and level != labels[0]:
        region = labels[0]
    if region is None and level is not None and all(places.knows(row[level]) for row in found.rows):
        region, level = level, None
    is_labelled = region is not None and _is_of_places(found, region, places)
    rows, said = [], []
    for row in _filled(found.rows, region, level):
        amounts = [words for number, words in enumerate(row) if held[number]]
        is_place = region is not None and (is_labelled or places.knows(row[region]))
        place, grade = _apart(row[region], places) if is_place and region is not None else ("", "")
        axis = places.axis(place, amounts) | (grades.level(grade) if grade else {})
        rows.append(axis | (grades.level(row[level]) if level is not None else {}))
        said.append((row[level] if level is not None else "") or grade)
    return components(found.head, held), told_apart(rows, said)


def _filled(rows: list[list[str]], region: int | None, level: int | None) -> list[list[str]]:
    """The rows with what an empty cell takes from above: the left one of place and level, where both have a column."""
    if region is None or level is None:
        return rows
    left, right = sorted((region, level))
    made: list[list[str]] = []
    for row in rows:
        is_merged = made and not row[left].strip() and row[right].strip()
        made.append([*row[:left], made[-1][left], *row[left + 1 :]] if is_merged else row)
    return made


def _apart(words: str, places: Places) -> tuple[str, str]:
    """Place and level of a cell that holds both; else the cell and nothing."""
    place, grade = place_and_level(words)
    return (place, grade) if grade and places.knows(place) else (words, "")


def _is_of_places(found: Cells, column: int, places: Places) -> bool:
    """True where a column is of places: by its heading, or because half of its cells are known as such."""
    known = sum(places.knows(row[column]) for row in found.rows)
    head = found.head[column]
    return not re.search(r"\w", head) or bool(_REGION.search(head)) or known * 2 >= len(found.rows)


def _of_heading(found: Cells, about: list[str], columns: list[Axis], rows: list[Axis], places: Places) -> list[Axis]:
    """The rows with the place that a heading names, as `London` over a table by level, where the table names none.

    Without it where the columns are points of a range: a row of pay would state the lowest alone.
    """
    if _REGION.search(" ".join(found.head)) or any("regions" in axis for axis in (*columns, *rows)):
        return rows
    if any(_POINT.fullmatch(words) for words in found.head) or not _is_of_levels(found, columns):
        return rows
    pieces = [piece for words in about for piece in (words, *_PIECES.split(words))]
    place = next((piece for piece in pieces if regions_of(place_words(piece).name, places.names)), None)
    return [axis | places.axis(place, cells) for axis, cells in zip(rows, found.rows, strict=True)] if place else rows


def _is_of_levels(found: Cells, columns: list[Axis]) -> bool:
    """True where the rows or the columns are of levels alone, and of no years or steps of a talk."""
    if any("level" in axis or "grade" in axis for axis in columns) or "holds" in columns[0]:
        return True
    sides = [row[0] for row in found.rows]
    return bool(_LEVEL.search(found.head[0])) or all(LEVEL_WORDS.search(words) or part_of(words) for words in sides)


def _components_down(found: Cells, down: list[str | None], places: Places) -> tuple[list[Axis], list[Axis]]:
    """Turned: a row for each part of pay, a column for each region or level."""
    columns: list[Axis] = [{}]
    are_places = any(places.knows(words) for words in found.head[1:])
    for number, words in enumerate(found.head[1:], 1):
        amounts = [row[number] for row in found.rows]
        is_point = any(_POINT.fullmatch(head) for head in found.head)
        columns.append({} if is_point else _place_or_level(words, amounts, places, are_places=are_places))
    return columns, [component(row[0], name) for row, name in zip(found.rows, down, strict=True)]


def _across(found: Cells, about: str, places: Places) -> tuple[list[Axis] | None, list[Axis]]:
    """Turned: levels down and regions across, or the other way; the heading says what the amounts are."""
    heads, sides = found.head[1:], [row[0] for row in found.rows]
    regions_across = sum(places.knows(words) for words in heads) * 2 >= len(heads)
    regions_down = sum(places.knows(words) for words in sides) * 2 >= len(sides)
    levels_down = sum(bool(LEVEL_WORDS.search(words)) for words in sides) * 2 >= len(sides)
    levels_across = sum(bool(LEVEL_WORDS.search(words)) for words in heads) * 2 >= len(heads)
    if not (regions_across and levels_down) and not (regions_down and levels_across):
        return None, []
    holds = component(about, part_of(about)) or component(found.head[0], part_of(found.head[0]))
    columns: list[Axis] = [{}]
    for number, words in enumerate(heads, 1):
        amounts = [row[number] for row in found.rows]
        columns.append(holds | (places.axis(words, amounts) if regions_across else grades.level(words)))
    if regions_across:
        return columns, told_apart([grades.level(side) for side in sides], sides)
    return told_apart(columns, found.head), [places.axis(row[0], row[1:]) for row in found.rows]


def _place_or_level(words: str, amounts: list[str], places: Places, *, are_places: bool) -> Axis:
    """A heading is a place where it is known as one, or where others beside it are and it names no level."""
    if places.knows(words) or (are_places and not LEVEL_WORDS.search(words)):
        return places.axis(words, amounts)
    return grades.level(words) if LEVEL_WORDS.search(words) else {}


def _keys(row: Axis, column: Axis, holds: str) -> set[tuple[str | None, ...]]:
    """What an amount is of; a row of pay has one for each."""
    named = [row.get(name) or column.get(name) for name in ("level", "grade")]
    return {(region, *named, holds) for region in row.get("regions") or column.get("regions") or ()}


def _has_amount(rows: list[list[str]]) -> bool:
    return any(_AMOUNT.search(words) for row in rows for words in row)


def _check(found: Cells, columns: list[Axis], rows: list[Axis], source: Source, notes: Notes) -> None:
    """Refuse a mangled amount; note what is kept as words where an amount was to be expected."""
    taken: set[tuple[str | None, ...]] = set()
    for axis, words, line in zip(rows, found.rows, found.lines, strict=True):
        has_amount = False
        for number, (column, cell) in enumerate(zip(columns, words, strict=True)):
            holds = column.get("holds") or (axis.get("holds") if number else None)
            if not holds:
                continue
            dollar = cells.dollar_of(axis.get("currency"), column.get("currency"))
            try:
                reading = cells.read_as(holds, cell, dollar, axis.get("years") or column.get("years"))
            except MoneyError as error:
                wrong, _, right = f"the cell `{cell}`: {error}".partition("; ")
                raise source.refuse(line.number, "amount that cannot be read", wrong, right, cell) from None
            is_amount = isinstance(reading.amount, Money | Percent)
            has_amount = has_amount or is_amount
            keys = _keys(axis, column, "sign_on" if reading.is_sign_on else holds) if is_amount else set()
            if keys & taken:
                notes.add("amounts of a place and level that have one already", line.number, f"{words[0]}: {cell}")
            taken |= keys
            if reading.amount is None and re.search(r"[0-9]", cell):
                is_unclear = dollar == cells.UNCLEAR and "$" in cell
                kind = _UNCLEAR if is_unclear else "cells with figures kept as words"
                notes.add(kind, line.number, cell)
        if has_amount and not axis.get("regions") and not any(column.get("regions") for column in columns):
            notes.add("rows of pay that name no region", line.number, words[0])
    _note_columns(found, columns, rows, notes)


def _note_columns(found: Cells, columns: list[Axis], rows: list[Axis], notes: Notes) -> None:
    """Note headings that name a part of pay and do not hold it, and a table that names none."""
    for head, column in zip(found.head, columns, strict=True):
        if (
            (part_of(head) or is_of_two_parts(head))
            and not column.get("holds")
            and any("holds" in other for other in columns)
        ):
            notes.add("columns of pay kept as words", found.lines[0].number, head)
    if not any(item.get("holds") for item in (*columns, *rows)):
        notes.add("tables that do not say what their amounts are", found.lines[0].number)
