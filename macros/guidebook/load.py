"""Read the data folder: every file but the guides into its model, every fault into a Problem."""

import hashlib
import os
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import BaseModel

from guidebook.document import Document, Unreadable
from guidebook.meant import named
from guidebook.model import AllRights, Company, Evidence, Guide, Lever, Market, Rates, Redirects, Regions, Role, Sheet
from guidebook.model.base import SLUG
from guidebook.problems import Problem
from guidebook.validate import validate
from guidebook.yaml_reader import content, document

M = TypeVar("M", bound=BaseModel)

KINDS: dict[str, type[BaseModel]] = {
    "companies": Company,
    "roles": Role,
    "levers": Lever,
    "evidence": Evidence,
    "guides": Guide,
}
"""Folders of the data and the model of the files in each."""

SINGLES: dict[str, type[BaseModel]] = {
    "regions.yml": Regions,
    "rights.yml": AllRights,
    "rates.yml": Rates,
    "market.yml": Market,
    "redirects.yml": Redirects,
    "sheet.yml": Sheet,
}
"""Files at the top of the data and the model of each."""


_GUIDE = re.compile(rf"guides/((?!index/){SLUG}/(?!index\.){SLUG})\.yml")
"""The file of a guide where it belongs."""
_NAMED = {"companies", "roles", "regions.yml"}
"""Read first: what the others name, so that a message about a name can say which was meant."""


@dataclass(frozen=True, slots=True)
class Entry(Generic[M]):
    """One file's model, its name in addresses, and the document it was read from."""

    id: str
    value: M
    document: Document

    def problem(self, location: tuple[str | int, ...], wrong: str, right: str, *, is_warning: bool = False) -> Problem:
        """Make the problem of the value at `location` in this entry's file."""
        line, column = self.document.place(location)
        return Problem(self.document.path, line, column, wrong, right, is_warning)


@dataclass(frozen=True, slots=True)
class GuideFile:
    """The file of a guide that is still to be read; its id is `<company>/<role>` of its path."""

    id: str
    path: Path
    shown: str


@dataclass(slots=True)
class Tree:
    """All of the data as it was written, but for the guides, of which only the files are listed."""

    companies: dict[str, Entry[Company]] = field(default_factory=dict)
    roles: dict[str, Entry[Role]] = field(default_factory=dict)
    levers: dict[str, Entry[Lever]] = field(default_factory=dict)
    evidence: dict[str, Entry[Evidence]] = field(default_factory=dict)
    guide_files: list[GuideFile] = field(default_factory=list)
    regions: Entry[Regions] | None = None
    rights: Entry[AllRights] | None = None
    rates: Entry[Rates] | None = None
    market: Entry[Market] | None = None
    redirects: Entry[Redirects] | None = None
    sheet: Entry[Sheet] | None = None
    broken: set[str] = field(default_factory=set)
    """Files that gave no model: what refers to them is not called unknown as well."""
    digest: str = ""
    """Stands for the content of every file but the guides."""

    @property
    def region_ids(self) -> Iterable[str]:
        """The names of all regions."""
        return self.regions.value.root if self.regions else ()


def load(data: Path) -> tuple[Tree, list[Problem]]:
    """Read the folder `data`; give what could be read and all that was wrong."""
    tree, problems, seen = Tree(), [], hashlib.sha256()
    if not data.is_dir():
        return tree, [
            Problem(_shown(data), 1, 1, "there is no such folder of data", "set GUIDEBOOK_DATA or make `data/`")
        ]
    top = "" if _shown(data) == "." else f"{_shown(data)}/"
    for name in _files(data):
        shown = top + name
        if guide := _GUIDE.fullmatch(name):
            tree.guide_files.append(GuideFile(guide[1], data / name, shown))
            continue
        relative, path = Path(name), data / name
        misplaced = _misplaced(relative)
        if misplaced:
            problems.append(Problem(shown, 1, 1, *misplaced))
            tree.broken.add("/".join(map(_slug, relative.with_suffix("").parts)))
            continue
        try:
            raw = content(path, shown)
            seen.update(hashlib.sha256(shown.encode() + raw).digest())
            read = document(raw, shown)
            _refuse_guide(relative, read)
            _put(tree, relative, read)
        except Unreadable as unreadable:
            problems += unreadable.problems
            seen.update(str(unreadable.problems).encode())
            tree.broken.add("/".join(relative.with_suffix("").parts))
    tree.digest = seen.hexdigest()
    return tree, problems


def _files(data: Path) -> list[str]:
    """What stands in the data's folders, by its path from there, in order; the exported schema is left out."""
    found = []
    for folder, folders, files in os.walk(data):
        below = "" if folder == str(data) else f"{Path(folder).relative_to(data).as_posix()}/"
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        if not below and "schema" in folders:
            folders.remove("schema")
        named_like_files = [name for name in folders if name.endswith((".yml", ".yaml"))]
        folders[:] = [name for name in folders if name not in named_like_files]
        found += [below + name for name in [*files, *named_like_files] if not name.startswith(".")]
    return sorted(found, key=lambda name: (name.split("/")[0] not in _NAMED, name.split("/")))


def _misplaced(relative: Path) -> tuple[str, str] | None:
    """Why no file belongs at `relative`, or None."""
    name = relative.as_posix()
    if name in SINGLES:
        return None
    if relative.suffix != ".yml":
        right = f"rename it to `{_slug(relative.stem)}.yml`" if relative.suffix in {".yaml", ".YML"} else "name it .yml"
        return f"`{relative.name}` is not a .yml file", f"{right}, or move it out of the data"
    folder, *rest = relative.with_suffix("").parts
    if folder not in KINDS or len(rest) != (2 if folder == "guides" else 1):
        return "no file belongs here", "files are `companies/<company>.yml`, `guides/<company>/<role>.yml` and so on"
    if not all(re.fullmatch(SLUG, part) for part in rest):
        *folders, stem = map(_slug, rest)
        wanted = f"{stem}.yml" if folders == rest[:-1] else "/".join([*folders, f"{stem}.yml"])
        right = f"rename it to `{wanted}`" if stem and all(folders) else "use small letters, digits and single hyphens"
        return f"`{'/'.join(rest)}` cannot be an address", right
    if "index" in rest:
        return "`index` cannot be an address", "it is the list of them all; use another name"
    return None


def _slug(name: str) -> str:
    """The name as it would stand in an address."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub("[^a-z0-9]+", "-", plain).strip("-")


def _refuse_guide(relative: Path, read: Document) -> None:
    """Raise Unreadable where a guide was saved among other files, instead of all that it is not."""
    if relative.parts[0] in KINDS and isinstance(read.data, dict) and {"company", "role"} <= read.data.keys():
        company, role = (_slug(str(read.data[name])) or name for name in ("company", "role"))
        right = f"move it to `guides/{company}/{role}.yml`"
        raise Unreadable([Problem(read.path, *read.place(()), "this looks like a guide", right)])


def _put(tree: Tree, relative: Path, read: Document) -> None:
    if relative.name in SINGLES and len(relative.parts) == 1:
        name = relative.stem
        setattr(tree, name, Entry(name, validate(read, SINGLES[relative.name], partial(named, tree=tree)), read))
        return
    folder, *rest = relative.with_suffix("").parts
    name = "/".join(rest)
    entries: dict[str, Entry[Any]] = getattr(tree, folder)
    entries[name] = Entry(name, validate(read, KINDS[folder], partial(named, tree=tree)), read)


def _shown(path: Path) -> str:
    """The path as messages show it: relative to where the command runs, where it lies below."""
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()
