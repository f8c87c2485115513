"""The `guidebook` command: check the data, start a guide, export the schema, write the pages."""

import re
import sys
from collections import Counter
from pathlib import Path
from typing import NoReturn

import click
import yaml

from guidebook import age, project, schema
from guidebook.enrich.freshness import freshness
from guidebook.evidence.cli import data_option as _DATA  # noqa: N812  a decorator, used as one
from guidebook.evidence.cli import evidence
from guidebook.markdown.cli import import_guides
from guidebook.model.base import SLUG
from guidebook.new import commented_guide
from guidebook.page import Settings, addresses
from guidebook.problems import DataError, Problem, summary
from guidebook.render import Renderer
from guidebook.suggest import advice
from guidebook.wayout import project as wayout
from guidebook.wayout.folder import NotOursError, write


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Work on the guides in the data folder."""


main.add_command(evidence)
main.add_command(import_guides)


@main.command()
@_DATA
@click.option("--imported", "lists_imported", is_flag=True, help="List each warning of imported guides, too.")
def check(data: Path, *, lists_imported: bool) -> None:
    """Report everything that is wrong in the data, by file, line and column.

    Warnings of guides that were imported and not yet reviewed are counted by kind.
    """
    problems = project.check(data)
    _print(problems if lists_imported else [problem for problem in problems if not problem.kind])
    for kind, count in Counter(problem.kind for problem in problems if problem.kind).most_common():
        click.echo(f"in imported guides: {count} {kind}", err=True)
    if any(not problem.is_warning for problem in problems):
        sys.exit(1)


@main.command()
@click.argument("company")
@click.argument("role")
@_DATA
def new(company: str, role: str, data: Path) -> None:
    """Write a commented guide for COMPANY and ROLE, ready to fill in."""
    for kind, name in (("company", company), ("role", role)):
        if not re.fullmatch(SLUG, name):
            _refuse(f"`{name}` cannot be a {kind}; use small letters, digits and single hyphens, like `some-name`")
        folder = data / {"company": "companies", "role": "roles"}[kind]
        if not (folder / f"{name}.yml").is_file():
            known = [path.stem for path in folder.glob("*.yml")]
            _refuse(f"there is no {kind} `{name}`; {advice(name, known, f'add `{folder / name}.yml` first')}")
    path = data / "guides" / company / f"{role}.yml"
    if path.exists():
        _refuse(f"{path} stands already; edit it")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        commented_guide(company, role, is_complete=False, today=project.today().isoformat()), encoding="utf-8"
    )
    click.echo(f"{path} written. Fill it in, then run `guidebook check`.")


@main.command()
@_DATA
@click.option("--months", type=click.IntRange(min=1), default=age.WARN_MONTHS, show_default=True, help="The limit.")
def stale(data: Path, months: int) -> None:
    """Print what /freshness/ says, and exit 1 where evidence is older than the limit."""
    catalogue, problems = project.read(data)
    if any(not problem.is_warning for problem in problems):
        _print(problems)
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
@_DATA
def export_schema(data: Path) -> None:
    """Write the JSON Schema of each kind of file, for editors."""
    for path in schema.write(data / "schema"):
        click.echo(path)


@main.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@_DATA
@click.option(
    "--config", type=click.Path(path_type=Path), default=Path("mkdocs.yml"), help="Where the repository is named."
)
def render(folder: Path, data: Path, config: Path) -> None:
    """Write the whole site as a project into DIR: pages, assets, theme and a configuration for Zensical."""
    try:
        opened = project.open_site(data)
    except DataError as error:
        _print(error.problems)
        sys.exit(1)
    found = wayout.inputs(config)
    if inside := next((path for path in (found.docs, found.theme, data) if path and _is_below(folder, path)), None):
        _refuse(f"{folder} lies inside {inside}, which the site is made from; name a folder elsewhere")
    try:
        written = write(folder, wayout.files(Renderer(opened.site, settings(config)), found))
    except NotOursError as error:
        _refuse(str(error))
    click.echo(f"{written} files written into {folder}")
    if not found.docs.is_dir():
        click.echo(f"no authored pages: {found.docs} is no folder; --config names the project's mkdocs.yml", err=True)


def _is_below(folder: Path, other: Path) -> bool:
    return folder.resolve().is_relative_to(other.resolve())


def settings(config: Path) -> Settings:
    """The addresses that pages link to, from the site's configuration."""
    found = yaml.load(config.read_text(encoding="utf-8"), _SettingsLoader) if config.is_file() else None  # noqa: S506
    return addresses(found if isinstance(found, dict) else {})


class _SettingsLoader(yaml.SafeLoader):
    """Reads the configuration; MkDocs' own tags, such as `!ENV`, stand for nothing here."""


_SettingsLoader.add_multi_constructor("!", lambda *_: None)


def _print(problems: list[Problem]) -> None:
    for problem in problems:
        click.echo(str(problem))
    click.echo(summary(problems), err=True)


def _refuse(words: str) -> NoReturn:
    click.echo(words, err=True)
    sys.exit(1)
