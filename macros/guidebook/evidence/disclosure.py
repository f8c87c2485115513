"""Read the US Department of Labor's disclosure file of labour condition applications, CSV or XLSX, into rows.

The file has some 600,000 rows of 96 columns. DuckDB reads both kinds in a stream and takes only the columns that
are asked for: 600,000 rows take 6 s and 290 MB as CSV, 38 s and 210 MB as XLSX. Readers that hold the sheet
(calamine and what is built on it) need memory for all 57 million cells.
"""

import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

COLUMNS = (
    "CASE_STATUS", "VISA_CLASS", "DECISION_DATE", "JOB_TITLE", "EMPLOYER_NAME",
    "WORKSITE_STATE", "WAGE_RATE_OF_PAY_FROM", "WAGE_UNIT_OF_PAY",
)  # fmt: skip
"""The columns that are read, as the Department names them."""

_QUERY = """
    SELECT EMPLOYER_NAME, JOB_TITLE, WORKSITE_STATE, WAGE_RATE_OF_PAY_FROM, WAGE_UNIT_OF_PAY, DECISION_DATE, count(*)
    FROM {source}
    WHERE trim(CASE_STATUS) = 'Certified' AND trim(VISA_CLASS) = 'H-1B'
    GROUP BY ALL
"""
_ZIP = b"PK\x03\x04"


class UnreadableDisclosureError(ValueError):
    """A file that is no disclosure file, or that nothing here can read; its text says why."""


def rows(path: Path) -> Iterable[tuple[Any, ...]]:
    """Employer, title, state, wage, unit, day and their number, for all certified H-1B applications of the file.

    Raise UnreadableDisclosureError, in words for the person who brought the file, where it is no such file.
    """
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
        kind = path.suffix[1:].upper()
        raise UnreadableDisclosureError(
            f"{path.name}: it cannot be read as {kind} ({str(error).splitlines()[0]}); "
            "take the file again as the Department gives it, or save it as CSV in UTF-8"
        ) from None


def _refuse_by_its_look(path: Path) -> None:
    """Say in plain words what a file plainly is not; the engine's words are for engineers."""
    suffix = path.suffix.lower()
    if suffix not in {".csv", ".xlsx"}:
        raise UnreadableDisclosureError(f"{path.name}: neither .csv nor .xlsx; save the disclosure file as one of them")
    try:
        with path.open("rb") as stream:
            start = stream.read(len(_ZIP))
    except OSError as error:
        raise UnreadableDisclosureError(f"{path.name}: it cannot be opened ({error.strerror})") from None
    if not start:
        raise UnreadableDisclosureError(f"{path.name}: the file is empty")
    if suffix == ".xlsx" and not _is_workbook(path):
        raise UnreadableDisclosureError(
            f"{path.name}: it is called .xlsx but is none, or is cut short; text is called .csv"
        )
    if suffix == ".csv" and start == _ZIP:
        raise UnreadableDisclosureError(f"{path.name}: it is called .csv but is packed; a sheet is called .xlsx")


def _is_workbook(path: Path) -> bool:
    """Whether the file is a whole sheet; the engine never comes back from an archive cut short."""
    if not zipfile.is_zipfile(path):
        return False
    with zipfile.ZipFile(path) as archive:
        return "[Content_Types].xml" in archive.namelist()


def _source(connection: Any, path: Path) -> str:
    _refuse_by_its_look(path)
    quoted = "'" + str(path).replace("'", "''") + "'"
    if path.suffix.lower() == ".csv":
        return f"read_csv({quoted}, header = true, all_varchar = true)"
    import duckdb  # noqa: PLC0415  it is there, or `rows` had said so

    found = sorted(Path(duckdb.__file__).parent.parent.glob("duckdb_ext/**/excel.duckdb_extension"))
    if not found:
        raise UnreadableDisclosureError("XLSX needs DuckDB's excel extension; install the extra `lca`, or save as CSV")
    connection.execute(f"LOAD '{found[-1]}'")
    return f"read_xlsx({quoted}, header = true, all_varchar = true)"
