"""Guides from YAML to Markdown the usual way: load a file, fill one template.

The baseline with the macros plugin uses this file as its module, and the one with plain Markdown
has it write every page before the build, so that both show the same text.
"""

from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment, FileSystemLoader

_HERE = Path(__file__).resolve().parent
_LISTS = ("dna", "sections", "questions", "level_mapping", "levers")


class Guides:
    """The guides of one data folder."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self.regions = _read(data / "regions.yml")
        self.levers = {path.stem: _read(path) for path in sorted((data / "levers").glob("*.yml"))}
        environment = Environment(loader=FileSystemLoader(_HERE), trim_blocks=True, lstrip_blocks=True)  # Markdown
        self.template = environment.get_template("guide.md.jinja")

    def names(self) -> list[str]:
        """All guides as `company/role`, in order."""
        return sorted(f"{path.parent.name}/{path.stem}" for path in (self.data / "guides").glob("*/*.yml"))

    def markdown(self, name: str) -> str:
        """The page of the guide called `name`."""
        found = {part: [] for part in _LISTS} | _read(self.data / "guides" / f"{name}.yml")
        company = {"questions": []} | self._named("companies", found["company"])
        role = self._named("roles", found["role"])
        return self.template.render(guide=found, company=company, role=role, regions=self.regions, levers=self.levers)

    def title(self, name: str) -> str:
        """What lists call the guide."""
        company, role = name.split("/")
        return f"{self._named('roles', role)['name']} at {self._named('companies', company)['name']}"

    def _named(self, folder: str, name: str) -> dict[str, Any]:
        return _cached(self.data / folder / f"{name}.yml")


def define_env(env: Any) -> None:
    """Give pages the macro `guide`, as mkdocs-macros-plugin asks for."""
    guides = Guides(Path(env.conf["extra"]["data"]))
    env.macro(guides.markdown, "guide")


@lru_cache(maxsize=1024)
def _cached(path: Path) -> dict[str, Any]:
    return _read(path)


def _read(path: Path) -> dict[str, Any]:
    return yaml.load(path.read_text(encoding="utf-8"), yaml.CBaseLoader)
