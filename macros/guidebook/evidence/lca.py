"""Read the US Department of Labor's disclosure file of labour condition applications into filings.

The file is CSV or XLSX, some 600,000 rows of 96 columns; DuckDB reads both in a stream, without holding
them. Kept are certified H-1B applications paid by the year, whose employer is known and whose title has a role.
"""

import datetime
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from statistics import quantiles
from typing import Any

from guidebook.enrich.guide import FEWEST_FILINGS
from guidebook.evidence.titles import level_of, role_of
from guidebook.model import Company, Filing

COLUMNS = (
    "CASE_STATUS", "VISA_CLASS", "DECISION_DATE", "JOB_TITLE", "EMPLOYER_NAME",
    "WORKSITE_STATE", "WAGE_RATE_OF_PAY_FROM", "WAGE_UNIT_OF_PAY",
)  # fmt: skip
"""The columns that are read, as the Department names them."""

_SHEET_EPOCH = datetime.date(1899, 12, 30)
_FORM = re.compile(
    r"\b(?:inc|incorporated|llc|l\.l\.c|corp|corporation|co|company|ltd|limited|lp|llp|plc|pbc|na|n\.a|us|usa)\b\.?"
)
_QUERY = """
    SELECT EMPLOYER_NAME, JOB_TITLE, WORKSITE_STATE, WAGE_RATE_OF_PAY_FROM, DECISION_DATE, count(*)
    FROM {source}
    WHERE CASE_STATUS = 'Certified' AND VISA_CLASS = 'H-1B' AND lower(WAGE_UNIT_OF_PAY) = 'year'
    GROUP BY ALL
"""


class UnreadableDisclosureError(ValueError):
    """A file that is no disclosure file, or that nothing here can read; its text says why."""


@dataclass(slots=True)
class Taken:
    """What came out of a file: filings by company, the period, and what was left out."""

    period: str
    filings: dict[str, list[Filing]]
    applications: int = 0
    left_out: dict[str, int] = field(default_factory=dict)


def read(path: Path, companies: dict[str, Company]) -> Taken:
    """Aggregate the file by company, role and state; figures are the lower bound of the offer, USD a year."""
    wages: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    left_out: dict[str, int] = defaultdict(int)
    days: set[str] = set()
    known = _names(companies)
    total = 0
    for employer, title, state, wage, day, count in _rows(path):
        total += count
        days.add(str(day)[:10])
        company = known.get(_plain(employer or ""))
        role = role_of(title or "", level_of(title or "")) if company else None
        reason = None if company else "employer not known here"
        reason = reason or (None if role else "no role fits the title") or _wrong_wage(wage)
        if reason or company is None or role is None:
            left_out[reason or ""] += count
            continue
        for place in ("US", state or ""):
            wages[company, role, place] += [round(float(str(wage).replace("$", "").replace(",", "")))] * count
    if not days:
        raise UnreadableDisclosureError(f"{path.name}: no certified H-1B application with a yearly wage")
    period = _period(days)
    return Taken(period, _filings(wages, period), total, dict(left_out))


def _rows(path: Path) -> Iterable[tuple[Any, ...]]:
    try:
        import duckdb  # noqa: PLC0415  an extra that few need
    except ImportError:
        raise UnreadableDisclosureError("this needs DuckDB; install the project with its extra `lca`") from None
    connection = duckdb.connect()
    connection.execute("SET memory_limit = '700MB'")
    source = _source(connection, path)
    try:
        columns = {
            row[0]
            for row in connection.execute(f"DESCRIBE SELECT * FROM {source}").fetchall()  # noqa: S608  the path is quoted above
        }
        if missing := [name for name in COLUMNS if name not in columns]:
            raise UnreadableDisclosureError(f"{path.name}:1: it lacks the columns {', '.join(missing)}")
        yield from connection.execute(_QUERY.format(source=source)).fetchall()
    except duckdb.Error as error:
        raise UnreadableDisclosureError(f"{path.name}: {str(error).splitlines()[0]}") from None


def _source(connection: Any, path: Path) -> str:
    quoted = "'" + str(path).replace("'", "''") + "'"
    if path.suffix.lower() == ".csv":
        return f"read_csv({quoted}, header = true, all_varchar = true)"
    if path.suffix.lower() != ".xlsx":
        raise UnreadableDisclosureError(f"{path.name}: neither .csv nor .xlsx")
    import duckdb  # noqa: PLC0415  it is there, or `_rows` had said so

    found = sorted(Path(duckdb.__file__).parent.parent.glob("duckdb_ext/**/excel.duckdb_extension"))
    if not found:
        raise UnreadableDisclosureError("XLSX needs DuckDB's excel extension; install the extra `lca`, or save as CSV")
    connection.execute(f"LOAD '{found[-1]}'")
    return f"read_xlsx({quoted}, header = true, all_varchar = true)"


def _wrong_wage(wage: object) -> str | None:
    plain = str(wage or "").replace("$", "").replace(",", "")
    return None if re.fullmatch(r"[0-9]{4,7}(\.[0-9]+)?", plain) else "the wage is no yearly amount"


def _names(companies: dict[str, Company]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, company in companies.items():
        for alias in (company.name, *company.aliases):
            found.setdefault(_plain(alias), name)
    return found


def _plain(name: str) -> str:
    """An employer's name without its legal form, case and punctuation."""
    return re.sub(r"[^a-z0-9]+", " ", _FORM.sub(" ", name.lower())).strip()


def _period(days: set[str]) -> str:
    """The US federal fiscal years and quarters of the decisions; a year begins in October."""
    quarters = sorted({_quarter(day) for day in days})
    first, last = quarters[0], quarters[-1]
    if first == last:
        return f"FY{first[0]}, quarter {first[1]}"
    if first[0] == last[0]:
        return f"FY{first[0]}, quarters {first[1]} to {last[1]}"
    return f"FY{first[0]}, quarter {first[1]} to FY{last[0]}, quarter {last[1]}"


def _quarter(day: str) -> tuple[int, int]:
    """The fiscal year and quarter of a day: written as 2023-10-09, as 10/9/2023, or as a sheet's number of days."""
    if re.fullmatch(r"[0-9]{5}(\.0)?", day):
        day = (_SHEET_EPOCH + datetime.timedelta(days=int(float(day)))).isoformat()
    if american := re.match(r"([0-9]{1,2})/[0-9]{1,2}/([0-9]{4})", day):
        year, month = int(american[2]), int(american[1])
    else:
        year, month = int(day[:4]), int(day[5:7])
    return (year + (month >= 10), (month - 10) % 12 // 3 + 1)


def _filings(wages: dict[tuple[str, str, str], list[int]], period: str) -> dict[str, list[Filing]]:
    found: dict[str, list[Filing]] = defaultdict(list)
    for (company, role, state), amounts in sorted(wages.items()):
        if state and len(amounts) >= FEWEST_FILINGS:
            p25, p50, p75 = (round(value) for value in quantiles(amounts, n=4, method="inclusive"))
            found[company].append(
                Filing(role=role, state=state, n=len(amounts), p25=p25, p50=p50, p75=p75, period=period)
            )
    return found
