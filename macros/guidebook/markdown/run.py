"""Take in many files: each into its guide, what is new into its place, what cannot be taken into the report."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from guidebook.document import Unreadable
from guidebook.load import Tree
from guidebook.markdown import reading, settle, verify
from guidebook.markdown.names import Names, known, slug
from guidebook.markdown.reading import Reading
from guidebook.markdown.refused import RefusedError
from guidebook.markdown.settle import New, Placed
from guidebook.markdown.title import Title
from guidebook.problems import Problem
from guidebook.suggest import typed as folded
from guidebook.yaml_reader import content, document

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
    problems: list[Problem] = field(default_factory=list)
    """What the checks find in the guides that were taken in."""
    new: New = field(default_factory=New)


@dataclass(slots=True)
class _Run:
    """What is known while the files get their places, one after the other."""

    data: Path
    tree: Tree
    names: Names
    new: New = field(default_factory=New)
    placed: dict[str, Placed] = field(default_factory=dict)


def take_in(
    files: Sequence[Path], data: Path, tree: Tree, *, is_dry: bool, step: Callable[[int], None] = lambda _count: None
) -> Report:
    """Import the files in the order given; what exists in `data` is never overwritten.

    `step` hears of each file twice: when it is read, and when it is written or needs no more work.
    """
    report, run = Report(read=len(files)), _Run(data, tree, known(tree))
    reading.learn_titles(files, run.names)
    found, run.new.regions = reading.readings(files, run.names, step)
    for one in found:
        try:
            report.unchanged += not _place(run, one)
        except RefusedError as refused:
            report.refused.append(refused)
    step(len(files) - len(run.placed))
    guides = list(run.placed.values())
    for guide, settled in zip(guides, settle.settled(guides, run.new, tree, data), strict=True):
        if isinstance(settled, RefusedError):
            report.refused.append(settled)
        else:
            _take(report, guide, settled, report.new.take(guide, run.new), data if not is_dry else None)
        step(1)
    order = {path.as_posix(): number for number, path in enumerate(files)}
    report.refused.sort(key=lambda refused: order[refused.place.path])
    return report


def _take(report: Report, guide: Placed, problems: list[Problem], new: New, data: Path | None) -> None:
    """Put a guide into the report, and with what is new in it into `data` where there is one."""
    report.imported.append(guide.key)
    report.problems += problems
    report.notes += [(kind, guide.path, line, what) for kind, line, what in guide.notes]
    if data is not None:
        settle.put(guide, new, data)


def _place(run: _Run, found: Reading | RefusedError) -> bool:
    """Give a guide its place; False where the same guide stands already."""
    if isinstance(found, RefusedError):
        raise found
    title = found.title
    company = run.names.company(title.company) or slug(title.company)
    for role in _role_ids(found, company, run.names):
        key = f"{company}/{role}"
        written = run.data / "guides" / f"{key}.yml"
        made = {"status": "imported", "company": company, "role": role, **found.data}
        if key not in run.placed and not written.exists():
            run.placed[key] = Placed(company, role, found.path, made, found.text, found.notes)
            _learn(run, found, company, role)
            return True
        stands = run.placed[key].data if key in run.placed else _written(written)
        if _is_another(stands, title):
            continue
        if not verify.is_same(stands, made):
            raise _at_title(found, *_taken(run, key))
        return False
    wrong = f"there are {_MOST_OF_ONE} guides of this role already"
    raise _at_title(found, "a guide that stands already", wrong, "give the role a name of its own")


def _role_ids(found: Reading, company: str, names: Names) -> Iterator[str]:
    """The ids that the guide's role may have: its name, its name with its levels, then with a number."""
    title = found.title
    role = names.role(title.role) or slug(title.role)
    levelled = names.role(f"{title.role} ({title.levels})") or slug(f"{title.role} {title.levels}")
    if not company or not role or (title.levels and not levelled):
        wrong = "no address can be made of the company's or the role's name"
        raise _at_title(found, "title without role or company", wrong, "write both in Latin letters")
    yield role
    if title.levels:
        yield levelled
    for number in range(2, _MOST_OF_ONE + 1):
        yield f"{levelled if title.levels else role}-{number}"


def _taken(run: _Run, key: str) -> tuple[str, str, str]:
    """Why a guide may not take the place of the one that stands there: reason, what is wrong, what would be right."""
    reason = "a guide that stands already"
    if key in run.placed:
        first = run.placed[key].path
        return reason, f"`{first}` has the same title, and differs", "give each a title of its own, or name one of them"
    path = (run.data / "guides" / f"{key}.yml").as_posix()
    return reason, f"a guide stands already at `{path}`, and differs", "edit that one, or take it away first"


def _written(path: Path) -> Any:
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


def _learn(run: _Run, found: Reading, company: str, role: str) -> None:
    """Know the file's company and role from now on."""
    title, names, new = found.title, run.names, run.new
    names.learn_company(title.company, company)
    if company not in run.tree.companies:
        new.companies.setdefault(company, {"name": title.company})
    is_levelled = names.role(title.role) not in {None, role}
    shown = f"{title.role} ({title.levels})" if is_levelled and title.levels else title.role
    if is_levelled and names.role(shown) not in {None, role}:
        shown = f"{shown}, guide {role.rpartition('-')[2]}"
        found.notes.append(("guides of one company, role and level with titles that differ", 0, title.words))
    if names.role(shown) is None:
        new.roles[role] = {"name": shown}
        names.roles |= {folded(shown): role, role: role}


def _at_title(found: Reading, reason: str, wrong: str, right: str) -> RefusedError:
    return RefusedError(found.title_at, reason, wrong, right)
