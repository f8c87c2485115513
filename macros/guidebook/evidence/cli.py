"""The `guidebook evidence` commands."""

import sys
from pathlib import Path

import click

from guidebook import project
from guidebook.console import data_option
from guidebook.evidence import lca
from guidebook.evidence.disclosure import UnreadableDisclosureError
from guidebook.evidence.guides import missing, write
from guidebook.evidence.postings import import_csv
from guidebook.evidence.rows import UnreadableCsvError
from guidebook.evidence.write import write as write_evidence
from guidebook.load import load
from guidebook.model import Evidence
from guidebook.problems import DataError

_MOST_AGAIN = 20
"""How many lines given twice are told one by one."""


@click.group()
def evidence() -> None:
    """Bring evidence of pay into the data folder."""


@evidence.command(name="import")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@data_option
def import_postings(file: Path, data: Path) -> None:
    """Add and update the postings of a CSV FILE; exit 1 where lines were left out."""
    try:
        with file.open("rb") as stream:
            lines = sum(1 for _ in stream)
        with click.progressbar(length=lines, label=file.name, file=sys.stderr, update_min_steps=1000) as bar:
            report = import_csv(file, data, project.today(), bar.update)
    except (UnreadableCsvError, DataError) as error:
        click.echo(str(error), err=True)
        sys.exit(1)
    except OSError as error:
        click.echo(f"{file.name}: it cannot be read ({error.strerror})", err=True)
        sys.exit(1)
    if not report.read and not report.skipped:
        click.echo(f"{file.name}: it has no lines below its first, so nothing changed", err=True)
    for line in report.skipped:
        click.echo(f"left out: {line}")
    for line in report.again[:_MOST_AGAIN]:
        click.echo(f"given twice: {line}")
    if len(report.again) > _MOST_AGAIN:
        click.echo(f"given twice: {len(report.again) - _MOST_AGAIN} lines more")
    for line in report.updated:
        click.echo(f"updated: {line}")
    for line in report.rewritten:
        click.echo(f"comments gone: {line}; take them from its former version where they are needed")
    click.echo(
        f"{report.read} lines read: {report.added} added, {len(report.updated)} updated, "
        f"{report.unchanged} as before, {len(report.skipped)} left out",
        err=True,
    )
    if report.skipped:
        sys.exit(1)


@evidence.command(name="guides")
@data_option
def start_guides(data: Path) -> None:
    """Start a short guide for every company and role that has evidence and no guide."""
    tree, problems = load(data)
    if any(not problem.is_warning for problem in problems):
        click.echo("the data has mistakes; run `guidebook check` first", err=True)
        sys.exit(1)
    for company, role in missing(tree):
        click.echo(write(data, company, role))


@evidence.command(name="lca")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@data_option
def import_filings(file: Path, data: Path) -> None:
    """Replace the filings in the data with those of the Department of Labor's disclosure FILE (CSV or XLSX)."""
    tree, problems = load(data)
    if any(not problem.is_warning for problem in problems):
        click.echo("the data has mistakes; run `guidebook check` first", err=True)
        sys.exit(1)
    click.echo(f"reading {file.name}; 600,000 rows take a minute as XLSX, seconds as CSV", err=True)
    try:
        taken = lca.read(file, {name: entry.value for name, entry in tree.companies.items()})
    except UnreadableDisclosureError as error:
        click.echo(str(error), err=True)
        sys.exit(1)
    for company, filings in taken.filings.items():
        old = tree.evidence[company].value if company in tree.evidence else Evidence()
        write_evidence(data / "evidence" / f"{company}.yml", old.model_copy(update={"filings": filings}))
    for reason, count in sorted(taken.left_out.items(), key=lambda pair: -pair[1]):
        click.echo(f"left out: {count} applications, {reason}")
    rows = sum(len(filings) for filings in taken.filings.values())
    click.echo(
        f"{taken.period}: {taken.applications} applications, "
        f"{rows} rows of ten or more at {len(taken.filings)} companies",
        err=True,
    )
