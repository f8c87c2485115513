"""The `guidebook new` command: a commented guide to fill in."""

import re
from pathlib import Path

import click

from guidebook import project
from guidebook.console import data_option, refuse
from guidebook.load import load
from guidebook.meant import called, meant
from guidebook.model.base import SLUG
from guidebook.new import commented_guide


@click.command()
@click.argument("company")
@click.argument("role")
@data_option
def new(company: str, role: str, data: Path) -> None:
    """Write a commented guide for COMPANY and ROLE, ready to fill in."""
    for kind, name in (("company", company), ("role", role)):
        folder = data / {"company": "companies", "role": "roles"}[kind]
        if re.fullmatch(SLUG, name) and (folder / f"{name}.yml").is_file():
            continue
        tree, _ = load(data)
        if not re.fullmatch(SLUG, name):
            found = called(name, kind, tree)
            form = "use small letters, digits and single hyphens, like `some-name`"
            refuse(f"`{name}` cannot be a {kind}; {f'did you mean `{found}`?' if found else form}")
        found = meant(name, kind, tree)
        second = f", or did you mean `{found}`?" if found else ""
        refuse(f"there is no {kind} `{name}`; add `{folder / name}.yml` first{second}")
    path = data / "guides" / company / f"{role}.yml"
    if path.exists():
        refuse(f"{path} stands already; edit it")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        commented_guide(company, role, is_complete=False, today=project.today().isoformat()), encoding="utf-8"
    )
    click.echo(f"{path} written. Fill it in, then run `guidebook check`.")
