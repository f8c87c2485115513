"""Read postings from a CSV: good lines become postings, each bad line a message with its number."""

import csv
import datetime
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import ValidationError

from guidebook.age import REFUSE_MONTHS, is_stale
from guidebook.evidence.csv_advice import currency_advice, encoding_advice, header_advice, number_advice
from guidebook.evidence.csv_rows import Row, is_before_header, rows
from guidebook.load import Tree
from guidebook.meant import right
from guidebook.model import Posting, Rates
from guidebook.money import CODES, Money, text
from guidebook.validate import words
from guidebook.yearly import implausible, too_wide

COLUMNS = (
    "company", "role", "level", "title", "location", "regions",
    "currency", "low", "high", "period", "seen", "url", "via",
)  # fmt: skip
"""The columns that the CSV must have; bands are whole units of the currency a year, regions are joined by `;`."""

_ADD = {
    "company": "add `companies/{}.yml` first",
    "role": "add `roles/{}.yml` first",
    "region": "add `{}` to `regions.yml` first",
}


_LEAST_THOUSANDS = 1_000
_OR = {"level": ", or `unstated` where the title names none", "period": ", as `year`"}
"""What may be written where a cell is empty."""


class UnreadableCsvError(ValueError):
    """A file that is no CSV of postings; its text says why."""


@dataclass(slots=True)
class Report:
    """What an import met and did."""

    read: int = 0
    added: int = 0
    unchanged: int = 0
    updated: list[str] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)
    again: list[str] = field(default_factory=list)
    """Lines that say what an earlier one of the file says."""
    rewritten: list[str] = field(default_factory=list)
    """Files that lost their comments."""


@dataclass(frozen=True, slots=True)
class _Known:
    tree: Tree
    regions: frozenset[str]
    today: datetime.date


class _BadRowError(ValueError):
    pass


def read(
    path: Path, tree: Tree, today: datetime.date, report: Report, advance: Callable[[int], object] = lambda _: None
) -> Iterator[tuple[str, Posting]]:  # fmt: skip
    """Give company and posting of each good line; `advance` is told of each line read."""
    known = _Known(tree, frozenset(tree.region_ids), today)
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            found = rows(stream)
            header = _header(path, found)
            first: dict[tuple[object, ...], tuple[int, Posting]] = {}
            for line, row in found:
                if not row:
                    continue
                report.read += 1
                advance(1)
                try:
                    company, posting = _posting(_cells(header, row), known)
                    at, before = first.setdefault(_key(company, posting), (line, posting))
                    if before.base != posting.base:
                        raise _another_band(at, before, posting)
                    if at == line:
                        yield company, posting
                    else:
                        report.again.append(f"{path.name}:{line}: the same posting as on line {at}")
                except _BadRowError as bad:
                    report.skipped.append(f"{path.name}:{line}: {bad}")
    except UnicodeDecodeError:
        raise UnreadableCsvError(encoding_advice(path)) from None
    except OSError as error:
        raise UnreadableCsvError(f"{path.name}: it cannot be read ({error.strerror})") from None


def _key(company: str, posting: Posting) -> tuple[object, ...]:
    return (company, posting.url, posting.title, frozenset(posting.regions), posting.seen)


def _another_band(line: int, before: Posting, posting: Posting) -> _BadRowError:
    bands = f"{text(before.base)} and {text(posting.base)}"
    return _BadRowError(
        f"the posting of line {line}, seen on the same day, has another band, {bands}; keep the right one"
    )


def _header(path: Path, found: Iterator[tuple[int, Row]]) -> list[str]:
    """The names of the columns, which the first row gives that is neither blank nor a spreadsheet's `sep=,`."""
    line, row = next((pair for pair in found if not is_before_header(pair[1])), (1, []))
    if isinstance(row, csv.Error):
        raise UnreadableCsvError(f"{path.name}:{line}: the quotes of its first line do not match ({row}); mend them")
    header = [name.strip() for name in row]
    if not any(header):
        raise UnreadableCsvError(f"{path.name}: it is empty; its first line names the columns {', '.join(COLUMNS)}")
    _refuse_without_columns(f"{path.name}:{line}", header)
    twice = [name for name in COLUMNS if header.count(name) > 1]
    if twice:
        raise UnreadableCsvError(f"{path.name}:{line}: the column `{twice[0]}` stands twice; keep one of the two")
    return header


def _refuse_without_columns(place: str, header: Sequence[str]) -> None:
    missing = [name for name in COLUMNS if name not in header]
    if not missing:
        return
    if len(header) == 1 and (mark := next((mark for mark in ";\t|" if mark in header[0]), None)):
        named = "tabs" if mark == "\t" else f"`{mark}`"
        raise UnreadableCsvError(f"{place}: its cells are parted by {named}; save it with commas")
    if spelt := header_advice(missing, [name for name in header if name not in COLUMNS]):
        raise UnreadableCsvError(f"{place}: {spelt}; rename it")
    raise UnreadableCsvError(f"{place}: it lacks the columns {', '.join(missing)}; see the contributor's page")


def _cells(header: Sequence[str], row: Row) -> dict[str, str]:
    """What stands under each column."""
    if isinstance(row, csv.Error):
        raise _BadRowError(
            f"its quotes do not match ({row}); double a quote inside a cell, and close each that is opened"
        )
    if len(row) > len(header):
        raise _BadRowError("it has more cells than the first line; quote cells that hold a comma")
    if len(row) <= max(header.index(name) for name in COLUMNS):
        raise _BadRowError(f"it has {len(row)} cells where the first line has {len(header)}; is it cut short?")
    return dict(zip(header, [*row, *[""] * (len(header) - len(row))], strict=True))


def _posting(cells: Mapping[str, str], known: _Known) -> tuple[str, Posting]:
    row = {name: cells[name].strip() for name in COLUMNS}
    for name in COLUMNS:
        if not row[name] and name != "location":
            raise _BadRowError(f"`{name}` is empty; write it{_OR.get(name, '')}")
    regions = [name.strip() for name in row["regions"].split(";") if name.strip()]
    _require(row["company"], known.tree.companies, "company", known.tree)
    _require(row["role"], known.tree.roles, "role", known.tree)
    if "," in row["regions"]:
        raise _BadRowError(f"`regions`: `{row['regions']}` is joined by commas; join with `;`")
    for region in regions:
        _require(region, known.regions, "region", known.tree)
    if row["period"] != "year":
        raise _BadRowError(f"the pay is for a `{row['period']}`; only a year's base is taken, as `year`")
    rates = known.tree.rates
    band = _band(row, rates.value if rates else None)
    data = {
        "title": row["title"], "place": row["location"] or None, "role": row["role"], "level": row["level"],
        "regions": regions, "base": text(band), "seen": row["seen"], "via": row["via"], "url": row["url"],
    }  # fmt: skip
    try:
        posting = Posting.model_validate(data)
    except ValidationError as error:
        detail = error.errors(include_url=False)[0]
        raise _BadRowError("; ".join(words(detail, detail["loc"], Posting, data))) from None
    if posting.seen > known.today:
        raise _BadRowError(f"seen on {posting.seen.isoformat()}, a day to come; check the date")
    if is_stale(posting.seen, known.today, REFUSE_MONTHS):
        raise _BadRowError(f"seen on {posting.seen.isoformat()}, {REFUSE_MONTHS} months ago or more; find newer")
    return row["company"], posting


def _band(row: Mapping[str, str], rates: Rates | None) -> Money:
    if row["currency"] not in CODES:
        raise _BadRowError(currency_advice(row["currency"]))
    for name in ("low", "high"):
        if not (row[name].isascii() and row[name].isdigit()):
            raise _BadRowError(number_advice(name, row[name]))
    low, high = int(row["low"]), int(row["high"])
    if low > high:
        raise _BadRowError(f"the low end {low} is above the high end {high}; write the smaller first")
    band = Money(row["currency"], low, high)
    if told := too_wide(band):
        raise _BadRowError("; ".join(told))
    if told := implausible(band, rates):
        right = f"write thousands out, like `{low * 1_000}`" if high < _LEAST_THOUSANDS else told[1]
        raise _BadRowError(f"{told[0]}; {right}")
    return band


def _require(name: str, known: Container[str], kind: str, tree: Tree) -> None:
    if name not in known:
        raise _BadRowError(f"there is no {kind} `{name}`; {right(name, kind, tree, _ADD[kind].format(name))}")
