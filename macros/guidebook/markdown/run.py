"""Take in many files: each into its guide, what is new into its place, what cannot be taken into the report."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from guidebook.checks.names import typed as folded
from guidebook.document import Unreadable
from guidebook.load import Entry, Tree
from guidebook.markdown import guide, verify, write
from guidebook.markdown.lines import Source
from guidebook.markdown.lines import read as read_lines
from guidebook.markdown.names import Names, known, slug
from guidebook.markdown.reader import Reader
from guidebook.markdown.refused import Place, RefusedError
from guidebook.model import Guide
from guidebook.validate import validate
from guidebook.yamlnodes import parse


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
    _learn(reader, company, role, names, report)
    report.imported.append(key)
    report.notes += [(kind, source.path, line, what) for kind, line, what in reader.notes.found]
    if not is_dry:
        _put_new(data, company, role, report, tree)
        write.put(data / "guides" / f"{key}.yml", text)


def _written(reader: Reader, source: Source, data: Path, report: Report) -> tuple[str, str, str, str | None]:
    """Company, role, the guide's id and its YAML; None in its place where the same guide stands already."""
    found = reader.title
    company = reader.names.company(found.company) or slug(found.company)
    role = reader.names.role(found.role) or slug(found.role)
    names = [role]
    if found.levels:
        names.append(reader.names.role(f"{found.role} ({found.levels})") or slug(f"{found.role} {found.levels}"))
    if not company or not all(names):
        wrong = "no address can be made of the company's or the role's name"
        raise _at_title(source, reader, "title without role or company", wrong, "write both in Latin letters")
    for name in names:
        stands = _standing(data / "guides" / company / f"{name}.yml", f"{company}/{name}", report)
        if stands is None:
            verify.check(source, reader.draft.data, reader.draft.order)
            return company, name, f"{company}/{name}", _text(reader, company, name)
        if stands == _text(reader, company, name):
            return company, name, f"{company}/{name}", None
        if name == names[-1] or _levels(stands) == found.levels:
            break
    wrong = f"a guide stands already at `{(data / 'guides' / company / f'{name}.yml').as_posix()}`, and differs"
    raise _at_title(source, reader, "a guide that stands already", wrong, "edit that one, or take it away first")


def _text(reader: Reader, company: str, role: str) -> str:
    own = {"status": "imported", "company": company, "role": role}
    if reader.title.levels:
        own["levels"] = reader.title.levels
    return write.guide({**reader.draft.data, **own, "order": reader.draft.order})


def _standing(path: Path, key: str, report: Report) -> str | None:
    """The YAML of a guide that exists, or that this run has made."""
    if key in report.guides:
        return write.guide(report.guides[key].document.data)
    return path.read_text(encoding="utf-8") if path.is_file() else None


def _levels(written: str) -> str | None:
    """The levels that a guide's YAML names."""
    try:
        data = parse(written, "").data
    except Unreadable:
        return None
    levels = data.get("levels") if isinstance(data, dict) else None
    return levels if isinstance(levels, str) else None


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
    shown = f"{found.role} ({found.levels})" if is_levelled else found.role
    if names.role(shown) is None:
        report.roles[role] = {"name": shown}
        names.roles |= {folded(shown): role, role: role}
    for key, region in reader.places.new.items():
        if key not in names.currencies:
            report.regions[key] = region
            names.currencies[key] = region["currency"]
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
