"""Settle the guides that have their places: read each back, check it, and write it with what is new in it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from guidebook import checks, parallel, project
from guidebook.document import Document, Unreadable
from guidebook.load import Entry, Tree
from guidebook.markdown import write
from guidebook.markdown.refused import Place, RefusedError
from guidebook.model import Company, Guide, Regions, Role
from guidebook.problems import Problem
from guidebook.validate import validate
from guidebook.yaml_reader import parse


@dataclass(frozen=True, slots=True)
class Placed:
    """One guide with its place in the data, and the file that it came from."""

    company: str
    role: str
    path: str
    data: dict[str, Any]
    text: str
    notes: list[tuple[str, int, str]]
    """Kind, line of the file, and what it was."""

    @property
    def key(self) -> str:
        """The guide's id."""
        return f"{self.company}/{self.role}"

    @property
    def yaml(self) -> str:
        """The guide's file."""
        return write.guide(self.company, self.role, self.text)

    @property
    def regions(self) -> set[str]:
        """The regions that its tables name."""
        axes = [axis for table in self.data.get("tables", ()) for axis in (*table["columns"], *table["rows"])]
        return {region for axis in axes for region in axis.get("regions", ())}


@dataclass(slots=True)
class New:
    """Companies, roles and regions that the data has not, by their ids."""

    companies: dict[str, dict[str, Any]] = field(default_factory=dict)
    roles: dict[str, dict[str, Any]] = field(default_factory=dict)
    regions: dict[str, dict[str, Any]] = field(default_factory=dict)

    def take(self, guide: Placed, known: "New") -> "New":
        """Take over what a guide is of, or names, and `known` knows as new; what of it was not here before."""
        taken = New(
            _missing(self.companies, [guide.company], known.companies),
            _missing(self.roles, [guide.role], known.roles),
            _missing(self.regions, guide.regions, known.regions),
        )
        self.companies |= taken.companies
        self.roles |= taken.roles
        self.regions |= taken.regions
        return taken


def settled(guides: Sequence[Placed], new: New, tree: Tree, data: Path) -> Iterator[list[Problem] | RefusedError]:
    """For each guide what the checks find in it; a refusal where the model does not take it."""
    context = _context(new, tree)
    return parallel.each(lambda guide: _settle(guide, context, data), guides)


def put(guide: Placed, new: New, data: Path) -> None:
    """Write a guide, after the companies, roles and regions that are new with it; those that stand are left alone."""
    for folder, kind, entries in (("companies", "company", new.companies), ("roles", "role", new.roles)):
        for name, item in entries.items():
            path = data / folder / f"{name}.yml"
            if not path.exists():
                write.put(path, write.entry(kind, item))
    if new.regions:
        path = data / "regions.yml"
        written = path.read_text(encoding="utf-8") if path.is_file() else ""
        write.put(path, write.regions(written, new.regions))
    write.put(data / "guides" / f"{guide.key}.yml", guide.yaml)


def _missing(held: dict[str, Any], names: Iterable[str], known: dict[str, Any]) -> dict[str, Any]:
    return {name: known[name] for name in sorted(names) if name in known and name not in held}


def _settle(guide: Placed, context: checks.Context, data: Path) -> list[Problem] | RefusedError:
    text = guide.yaml
    try:
        document = parse(text, (data / "guides" / f"{guide.key}.yml").as_posix())
        entry = Entry(guide.key, validate(document, Guide), document)
    except Unreadable as unreadable:
        problem = unreadable.problems[0]
        near = text.split("\n")[problem.line - 1].strip()[:60] if problem.line else ""
        wrong = f"{problem.wrong} (at `{near}` of the guide that it would be)"
        return RefusedError(Place(guide.path), "words that no guide may hold", wrong, problem.right)
    return list(checks.guide_problems(entry, context))


def _context(new: New, tree: Tree) -> checks.Context:
    """What the checks may look at, with what is new in it."""
    made = Document("", {}, ())
    companies = {key: Entry(key, Company.model_validate(item), made) for key, item in new.companies.items()}
    roles = {key: Entry(key, Role.model_validate(item), made) for key, item in new.roles.items()}
    tree.companies = {**companies, **tree.companies}
    tree.roles = {**roles, **tree.roles}
    known = tree.regions.value.model_dump() if tree.regions else {}
    tree.regions = Entry("regions", Regions.model_validate({**known, **new.regions}), made)
    return checks.Context(tree, project.today(), tuple(entry.value.name for entry in tree.companies.values()))
