"""The `guidebook` command: check the data, say what is stale, export the schema; and where its other commands are."""

import sys
from collections import Counter
from importlib import import_module
from pathlib import Path

import click

from guidebook import age, project, schema
from guidebook.console import data_option, tell
from guidebook.enrich.freshness import freshness

_ELSEWHERE = {
    "evidence": "guidebook.evidence.cli:evidence",
    "import": "guidebook.markdown.cli:import_guides",
    "new": "guidebook.start:new",
    "render": "guidebook.wayout.cli:render",
}
"""Commands of parts that a check does without, and where they are: each is loaded when it is asked for."""


class _Group(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted([*super().list_commands(ctx), *_ELSEWHERE])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _ELSEWHERE:
            return super().get_command(ctx, cmd_name)
        module, _, name = _ELSEWHERE[cmd_name].partition(":")
        command: click.Command = getattr(import_module(module), name)
        return command


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Work on the guides in the data folder."""


@main.command()
@data_option
@click.option("--imported", "lists_imported", is_flag=True, help="List each warning of imported guides, too.")
def check(data: Path, *, lists_imported: bool) -> None:
    """Report everything that is wrong in the data, by file, line and column.

    Warnings of guides that were imported and not yet reviewed are counted by kind.
    """
    problems = project.check(data)
    tell(problems if lists_imported else [problem for problem in problems if not problem.kind])
    for kind, count in Counter(problem.kind for problem in problems if problem.kind).most_common():
        click.echo(f"in imported guides: {count} {kind}", err=True)
    if any(not problem.is_warning for problem in problems):
        sys.exit(1)


@main.command()
@data_option
@click.option("--months", type=click.IntRange(min=1), default=age.WARN_MONTHS, show_default=True, help="The limit.")
def stale(data: Path, months: int) -> None:
    """Print what /freshness/ says, and exit 1 where evidence is older than the limit."""
    catalogue, problems = project.read(data)
    if any(not problem.is_warning for problem in problems):
        tell(problems)
        sys.exit(2)
    found = freshness(catalogue, project.today(), months)
    if not found.total:
        click.echo(f"{data} holds no evidence with a day; name the folder with --data", err=True)
        sys.exit(2)
    unit = "month" if months == 1 else "months"
    for title, items in (
        (f"older than {months} {unit}", found.stale),
        (f"that within {age.SOON_DAYS} days", found.soon),
        (f"seen or checked in the last {age.NEW_DAYS} days", found.new),
    ):
        click.echo(f"{len(items)} {title}")
        for item in items:
            click.echo(f"  {item.day.isoformat()}  {item.page}  {item.what}")
    if found.stale:
        sys.exit(1)


@main.command(name="schema")
@data_option
def export_schema(data: Path) -> None:
    """Write the JSON Schema of each kind of file, for editors."""
    for path in schema.write(data / "schema"):
        click.echo(path)
