"""Find the file or entry that somebody meant: by its name, or any other name that people type for it."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from guidebook.suggest import close, typed

if TYPE_CHECKING:
    from guidebook.load import Tree

FIELDS = {
    "company": "company",
    "role": "role",
    "roles": "role",
    "region": "region",
    "regions": "region",
    "lever": "lever",
    "levers": "lever",
}
"""Fields that hold an id, and what it is the id of."""


def meant(name: str, kind: str, tree: "Tree") -> str | None:
    """The id of what is called `name`, of a company, a role and so on, or of what it is a slip of the pen for."""
    return called(name, kind, tree) or close(name, [known for known, _ in _known(kind, tree)])


def called(name: str, kind: str, tree: "Tree") -> str | None:
    """The id of the company, role, region or lever that people call `name`."""
    wanted = typed(name)
    return next((known for known, names in _known(kind, tree) if wanted in {typed(known), *map(typed, names)}), None)


def right(name: str, kind: str, tree: "Tree", add: str) -> str:
    """What would be right instead of the unknown `name`: what people call so, else to `add` it, or one much like it."""
    if found := called(name, kind, tree):
        return f"did you mean `{found}`?"
    found = meant(name, kind, tree)
    return f"{add}, or did you mean `{found}`?" if found else add


def named(field: str, given: str, tree: "Tree") -> tuple[str, str] | None:
    """What is wrong with `given` in a field that holds an id, and what would be right, where that can be said."""
    kind = FIELDS.get(field)
    found = meant(given, kind, tree) if kind else None
    return (f"there is no {kind} `{given[:60]}`", f"did you mean `{found}`?") if found else None


def _known(kind: str, tree: "Tree") -> Iterator[tuple[str, Iterable[str]]]:
    if kind == "region":
        for name, region in tree.regions.value.root.items() if tree.regions else ():
            yield name, (region.name, region.shown, *region.aliases)
    if kind == "jurisdiction":
        for name in tree.rights.value.root if tree.rights else ():
            yield name, ()
    entries: dict[str, Mapping[str, Any]] = {"company": tree.companies, "role": tree.roles}
    for entry in entries.get(kind, {}).values():
        yield entry.id, (entry.value.name, *entry.value.aliases)
    if kind == "lever":
        for lever in tree.levers.values():
            yield lever.id, (lever.value.title,)
