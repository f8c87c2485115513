"""Write HTML tables as Markdown tables: lines of a file -> lines in which each row of a table is one."""

import re
from collections.abc import Iterator

from guidebook.markdown.markup import MarkupError, check_tag

_BEGIN = re.compile(r"<table\b", re.IGNORECASE)
_END = re.compile(r"</table\s*>", re.IGNORECASE)
_ROW = re.compile(
    r"<tr\b(?P<rest>[^<>]*)>(?P<cells>.*?)(?:</tr\s*>|(?=<tr\b|</?t(?:able|head|body|foot)\b))",
    re.IGNORECASE | re.DOTALL,
)
_CELL = re.compile(r"<t[hd]\b(?P<rest>[^<>]*)>(?P<words>.*?)(?:</t[hd]\s*>|(?=<t[hd]\b)|$)", re.IGNORECASE | re.DOTALL)
_FRAME = re.compile(r"</?(?:table|thead|tbody|tfoot|colgroup|col|caption)\b(?P<rest>[^<>]*)>", re.IGNORECASE)
_SPAN = re.compile(r"\b(?P<way>col|row)span\s*=\s*[\"']?(?P<count>[0-9]{1,2})\b", re.IGNORECASE)
_MOST_SPANNED = 40


def with_markdown_tables(text: str) -> list[tuple[int, str]]:
    """The lines of a text, each with its number, with Markdown tables in the place of HTML ones; no word is left out.

    A cell over several columns or rows stands in the first, the others are empty. MarkupError where a tag would act.
    """
    found: list[tuple[int, str]] = []
    position, number = 0, 1
    while (begin := _BEGIN.search(text, position)) and (end := _END.search(text, begin.end())):
        before, table = text[position : begin.start()], text[begin.start() : end.end()]
        found += _numbered(before, number)
        number += before.count("\n")
        found += [(number, ""), *_table(table, number), (number + table.count("\n"), "")]
        number += table.count("\n")
        position = end.end()
    return found + _numbered(text[position:], number)


def _numbered(text: str, first: int) -> list[tuple[int, str]]:
    return list(enumerate(text.split("\n"), first))


def _table(html: str, first: int) -> Iterator[tuple[int, str]]:
    """What stands between the rows, then the rows, the first of them as the head."""
    rows = list(_ROW.finditer(html))
    for tag in _FRAME.finditer(html):
        check_tag(tag["rest"], tag[0])
    between = _FRAME.sub(" ", _ROW.sub(" ", html))
    if not rows or _BEGIN.search(html, 1):
        raise MarkupError("<table", "write the table in Markdown")
    if between.strip():
        yield from ((first, " ".join(between.split())), (first, ""))
    read = [list(_cells(row)) for row in rows]
    if any(across > 1 or down > 1 for _, across, down in read[0]):
        raise MarkupError(rows[0][0], "write one row of headings, a heading for each column")
    filled = _spread(read)
    width = max(map(len, filled))
    number, position = first, 0
    for at, (row, cells) in enumerate(zip(rows, filled, strict=True)):
        number += html.count("\n", position, row.start())
        position = row.start()
        yield number, f"| {' | '.join([*cells, *[''] * (width - len(cells))])} |"
        if at == 0:
            yield number, f"|{'---|' * width}"


def _cells(row: re.Match[str]) -> Iterator[tuple[str, int, int]]:
    """The words of each cell, and how many columns and rows it is over."""
    check_tag(row["rest"], row[0])
    if _CELL.sub("", row["cells"]).strip():
        raise MarkupError(row[0], "put all words of a row into its cells")
    for cell in _CELL.finditer(row["cells"]):
        check_tag(cell["rest"], cell[0])
        over = {span["way"].lower(): min(int(span["count"]), _MOST_SPANNED) for span in _SPAN.finditer(cell["rest"])}
        yield " ".join(cell["words"].split()).replace("|", "\\|"), over.get("col", 1), over.get("row", 1)


def _spread(rows: list[list[tuple[str, int, int]]]) -> list[list[str]]:
    """The rows with an empty cell wherever one of before or above reaches."""
    taken: set[tuple[int, int]] = set()
    made: list[list[str]] = []
    for at, row in enumerate(rows):
        cells: list[str] = []
        for words, across, down in row:
            while (at, len(cells)) in taken:
                cells.append("")
            column = len(cells)
            taken |= {(at + below, column + right) for below in range(1, down) for right in range(across)}
            cells += [words, *[""] * (across - 1)]
        made.append(cells)
    return made
