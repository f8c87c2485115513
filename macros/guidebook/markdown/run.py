"""Take in many files: each into its guide, what is new into its place, what cannot be taken into the report."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from guidebook.document import Unreadable
from guidebook.load import Entry, Tree
from guidebook.markdown import guide, verify, write
from guidebook.markdown.lines import Source
from guidebook.markdown.lines import read as read_lines
from guidebook.markdown.names import Names, known, slug
from guidebook.markdown.reader import Reader
from guidebook.markdown.refused import Place, RefusedError
from guidebook.markdown.title import Title
from guidebook.model import Guide
from guidebook.suggest import typed as folded
from guidebook.validate import validate
from guidebook.yaml_reader import content, document, parse

_MOST_OF_ONE = 20
"""Guides that one company may have for roles of one name."""


@dataclass(slots=True)
class Report:
    """What became of the files of one run."""

    read: int = 0
    imported: list[str] = field(default_factory=list)
    unchanged: int = 0
    refused: list[RefusedError] = field(default_factory=list)
    notes: list[tuple[str, str, int, str]] = field(default_factory=list)
    """Kind, path, line and what it was."""
    companies: dict[str, dict[str, Any]] = field(default_factory=dict)
    roles: dict[str, dict[str, Any]] = field(default_factory=dict)
    regions: dict[str, dict[str, Any]] = field(default_factory=dict)
    guides: dict[str, Entry[Guide]] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)
    """The file that each of the guides came from."""


def take_in(
    files: Iterable[Path], data: Path, tree: Tree, *, is_dry: bool, step: Callable[[int], None] = lambda _count: None
) -> Report:
    """Import every file in the order given; what exists in `data` is never overwritten."""
    report, names = Report(), known(tree)
    for path in files:
        report.read += 1
        try:
            _take(path, data, tree, names, report, is_dry=is_dry)
        except RefusedError as refused:
            report.refused.append(refused)
        step(1)
    if report.regions and not is_dry:
        regions = data / "regions.yml"
        written = regions.read_text(encoding="utf-8") if regions.is_file() else ""
        write.put(regions, write.regions(written, report.regions))
    return report


def _take(path: Path, data: Path, tree: Tree, names: Names, report: Report, *, is_dry: bool) -> None:
    source = read_lines(path, path.as_posix())
    reader = guide.read(source, names, frozenset(names.shown.values()))
    company, role, key, text = _written(reader, source, data, report)
    if text is None:
        report.unchanged += 1
        return
    report.guides[key] = _entry(key, text, source, data)
    report.files[key] = source.path
    _learn(reader, company, role, names, report)
    report.imported.append(key)
    report.notes += [(kind, source.path, line, what) for kind, line, what in reader.notes.found]
    if not is_dry:
        _put_new(data, company, role, report, tree)
        write.put(data / "guides" / f"{key}.yml", text)


def _written(reader: Reader, source: Source, data: Path, report: Report) -> tuple[str, str, str, str | None]:
    """Company, role, the guide's id and its YAML; None in its place where the same guide stands already."""
    company = reader.names.company(reader.title.company) or slug(reader.title.company)
    for name in _role_ids(reader, source, company):
        key = f"{company}/{name}"
        path = data / "guides" / f"{key}.yml"
        made = _data(reader, company, name)
        if key not in report.guides and not path.exists():
            verify.check(source, reader.draft.data, reader.draft.order)
            return company, name, key, write.guide(made)
        stands = report.guides[key].document.data if key in report.guides else _read(path)
        if _is_another(stands, reader.title):
            continue
        if not verify.is_same(stands, made):
            raise _at_title(source, reader, *_taken(data, key, report))
        return company, name, key, None
    wrong = f"there are {_MOST_OF_ONE} guides of this role already"
    raise _at_title(source, reader, "a guide that stands already", wrong, "give the role a name of its own")


def _role_ids(reader: Reader, source: Source, company: str) -> Iterator[str]:
    """The ids that the guide's role may have: its name, its name with its levels, then with a number."""
    names, found = reader.names, reader.title
    role = names.role(found.role) or slug(found.role)
    levelled = names.role(f"{found.role} ({found.levels})") or slug(f"{found.role} {found.levels}")
    if not company or not role or (found.levels and not levelled):
        wrong = "no address can be made of the company's or the role's name"
        raise _at_title(source, reader, "title without role or company", wrong, "write both in Latin letters")
    yield role
    if found.levels:
        yield levelled
    for number in range(2, _MOST_OF_ONE + 1):
        yield f"{levelled if found.levels else role}-{number}"


def _taken(data: Path, key: str, report: Report) -> tuple[str, str, str]:
    """Why a guide may not take the place of the one that stands there: reason, what is wrong, what would be right."""
    reason = "a guide that stands already"
    if first := report.files.get(key):
        return reason, f"`{first}` has the same title, and differs", "give each a title of its own, or name one of them"
    path = (data / "guides" / f"{key}.yml").as_posix()
    return reason, f"a guide stands already at `{path}`, and differs", "edit that one, or take it away first"


def _data(reader: Reader, company: str, role: str) -> dict[str, Any]:
    own = {"status": "imported", "company": company, "role": role}
    if reader.title.levels:
        own["levels"] = reader.title.levels
    return {**reader.draft.data, **own, "order": reader.draft.order}


def _read(path: Path) -> Any:
    """The data of a guide that stands already; None of one that cannot be read."""
    try:
        return document(content(path, ""), "").data
    except Unreadable:
        return None


def _is_another(stands: Any, found: Title) -> bool:
    """True where the guide that stands is of another title, or where it names none, of other levels."""
    if not isinstance(stands, dict):
        return False
    if stands.get("heading"):
        return bool(stands["heading"] != found.words)
    return found.levels is not None and stands.get("levels") != found.levels


def _entry(key: str, text: str, source: Source, data: Path) -> Entry[Guide]:
    """Read the YAML back, as the data will be read: what the model refuses is no guide."""
    shown = (data / "guides" / f"{key}.yml").as_posix()
    try:
        document = parse(text, shown)
        return Entry(key, validate(document, Guide), document)
    except Unreadable as unreadable:
        problem = unreadable.problems[0]
        near = text.split("\n")[problem.line - 1].strip()[:60] if problem.line else ""
        wrong = f"{problem.wrong} (at `{near}` of the guide that it would be)"
        raise RefusedError(Place(source.path), "words that no guide may hold", wrong, problem.right) from None


def _learn(reader: Reader, company: str, role: str, names: Names, report: Report) -> None:
    """Know the file's company, role and regions from now on."""
    found = reader.title
    if names.company(found.company) is None:
        report.companies[company] = {"name": found.company}
        names.companies |= {folded(found.company): company, company: company}
        names.shown |= {folded(found.company): found.company}
    is_levelled = names.role(found.role) not in {None, role}
    shown = f"{found.role} ({found.levels})" if is_levelled and found.levels else found.role
    if is_levelled and names.role(shown) not in {None, role}:
        shown = f"{shown}, guide {role.rpartition('-')[2]}"
        reader.notes.add("guides of one company, role and level with titles that differ", 0, found.words)
    if names.role(shown) is None:
        report.roles[role] = {"name": shown}
        names.roles |= {folded(shown): role, role: role}
    for key, region in reader.places.new.items():
        if key not in names.currencies:
            report.regions[key] = region
            names.currencies[key] = region["currency"]
            names.countries[key] = region.get("country")
            names.regions[folded(region["name"])] = key


def _put_new(data: Path, company: str, role: str, report: Report, tree: Tree) -> None:
    for folder, kind, name, entries in (
        ("companies", "company", company, report.companies),
        ("roles", "role", role, report.roles),
    ):
        path = data / folder / f"{name}.yml"
        if name in entries and name not in getattr(tree, folder) and not path.exists():
            write.put(path, write.entry(kind, entries[name]))


def _at_title(source: Source, reader: Reader, reason: str, wrong: str, right: str) -> RefusedError:
    line = next((line.number for line in source.lines if reader.title.company in line.raw), 1)
    return source.refuse(line, reason, wrong, right)
