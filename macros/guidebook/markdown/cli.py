"""The `guidebook import` command: Markdown guides into the data folder, and a report of what became of them."""

import sys
from collections import Counter
from pathlib import Path

import click

from guidebook.console import data_option
from guidebook.load import load
from guidebook.markdown.run import Report, take_in
from guidebook.memory import uncollected

_MANY = 20
_SHOWN = 3


@click.command(name="import")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@data_option
@click.option("--dry-run", "is_dry", is_flag=True, help="Write nothing; report what would be written.")
def import_guides(files: tuple[Path, ...], data: Path, *, is_dry: bool) -> None:
    """Turn Markdown guides into YAML; exit 1 where one was refused.

    Every word and figure of a FILE stands in the guide that it becomes, or the file is refused with its line.
    Companies, roles and regions that are new are added. A guide that stands already is left as it is.
    """
    tree, problems = load(data)
    if any(not problem.is_warning for problem in problems):
        click.echo("the data has mistakes; run `guidebook check` first", err=True)
        sys.exit(1)
    hidden = len(files) < _MANY or not sys.stderr.isatty()
    steps = 2 * len(files)  # each is read, then checked and written
    progress = click.progressbar(length=steps, label="import", file=sys.stderr, hidden=hidden, update_min_steps=25)
    with progress as bar, uncollected():
        report = take_in(files, data, tree, is_dry=is_dry, step=bar.update)
    for refused in report.refused:
        click.echo(str(refused))
    for line in summary(report, is_dry=is_dry):
        click.echo(line, err=True)
    if report.refused:
        sys.exit(1)


def summary(report: Report, *, is_dry: bool) -> list[str]:
    """The report in lines: how many files, what is new, what was refused and why, warnings by kind."""
    would = "would be " if is_dry else ""
    counts = f"{len(report.imported)} {would}imported, {report.unchanged} as before, {len(report.refused)} refused"
    lines = [f"{report.read} read: {counts}"]
    lines += [
        f"refused: {count} {reason}" for reason, count in Counter(item.reason for item in report.refused).most_common()
    ]
    made = report.new
    new = [(len(made.companies), "companies"), (len(made.roles), "roles"), (len(made.regions), "regions")]
    lines += (
        [f"new: {', '.join(f'{count} {noun}' for count, noun in new if count)}"]
        if any(count for count, _ in new)
        else []
    )
    noted: dict[str, list[str]] = {}
    for kind, path, line, what in report.notes:
        place = f"{path}:{line}" if line else path
        noted.setdefault(kind, []).append(f"{place}: {what}" if what else place)
    for problem in report.problems:
        noted.setdefault(problem.kind or "mistakes", []).append(f"{problem.path}:{problem.line}: {problem.wrong}")
    for kind, items in sorted(noted.items(), key=lambda pair: -len(pair[1])):
        lines.append(f"warning: {len(items)} {kind}")
        lines += [f"    {item}" for item in items[:_SHOWN]]
    return lines
