"""The `guidebook render` command: the whole site as a project for another builder."""

import sys
from pathlib import Path

import click
import yaml

from guidebook import project
from guidebook.console import data_option, refuse, tell
from guidebook.page import Settings, addresses
from guidebook.problems import DataError
from guidebook.render import Renderer
from guidebook.wayout import project as wayout
from guidebook.wayout.folder import NotOursError, write


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@data_option
@click.option(
    "--config", type=click.Path(path_type=Path), default=Path("mkdocs.yml"), help="Where the repository is named."
)
def render(folder: Path, data: Path, config: Path) -> None:
    """Write the whole site as a project into DIR: pages, assets, theme and a configuration for Zensical."""
    try:
        opened = project.open_site(data)
    except DataError as error:
        tell(error.problems)
        sys.exit(1)
    found = wayout.inputs(config)
    if inside := next((path for path in (found.docs, found.theme, data) if path and _is_below(folder, path)), None):
        refuse(f"{folder} lies inside {inside}, which the site is made from; name a folder elsewhere")
    try:
        written = write(folder, wayout.files(Renderer(opened.site, settings(config)), found))
    except NotOursError as error:
        refuse(str(error))
    click.echo(f"{written} files written into {folder}")
    if not found.docs.is_dir():
        click.echo(f"no authored pages: {found.docs} is no folder; --config names the project's mkdocs.yml", err=True)


def settings(config: Path) -> Settings:
    """The addresses that pages link to, from the site's configuration."""
    found = yaml.load(config.read_text(encoding="utf-8"), _SettingsLoader) if config.is_file() else None  # noqa: S506
    return addresses(found if isinstance(found, dict) else {})


def _is_below(folder: Path, other: Path) -> bool:
    return folder.resolve().is_relative_to(other.resolve())


class _SettingsLoader(yaml.SafeLoader):
    """Reads the configuration; MkDocs' own tags, such as `!ENV`, stand for nothing here."""


_SettingsLoader.add_multi_constructor("!", lambda *_: None)
