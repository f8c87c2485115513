"""What the commands share: the option of the data folder, and how they say what is wrong."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import NoReturn

import click

from guidebook import project
from guidebook.problems import Problem, summary

data_option = click.option(
    "--data",
    type=click.Path(path_type=Path),
    default=project.data_folder,
    help="The data folder; else GUIDEBOOK_DATA, else `data`.",
)


def tell(problems: Iterable[Problem]) -> None:
    """Print each problem, and how many there are beside the results."""
    found = list(problems)
    for problem in found:
        click.echo(str(problem))
    click.echo(summary(found), err=True)


def refuse(words: str) -> NoReturn:
    """Say why nothing is done, and exit 1."""
    click.echo(words, err=True)
    sys.exit(1)
