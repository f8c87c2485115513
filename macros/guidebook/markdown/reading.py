"""Read the files of a run, on all cores: Markdown files -> what each says, as data and as YAML, or why it is refused.

A file is read with the companies of all titles of the run, and with the regions that any of its files brings.
"""

import contextlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from guidebook import parallel
from guidebook.markdown import guide, verify, write
from guidebook.markdown.lines import Source, parse
from guidebook.markdown.lines import read as read_lines
from guidebook.markdown.names import Names, slug
from guidebook.markdown.reader import Reader
from guidebook.markdown.refused import Place, RefusedError
from guidebook.markdown.title import Title

_BEGINNING = 2_000
"""Characters in which a title is looked for first."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What one file says, before it has a place in the data."""

    path: str
    title: Title
    title_at: Place
    data: dict[str, Any]
    """The guide's fields but for its company and role."""
    text: str
    """The YAML of `data`."""
    regions: dict[str, dict[str, Any]]
    """The regions that are new."""
    notes: list[tuple[str, int, str]]
    """Kind, line and what it was."""


def learn_titles(files: Sequence[Path], names: Names) -> None:
    """Know the company of every title of the run."""
    for found in parallel.each(lambda path: _title(path, names), files):
        if found:
            names.learn_company(found.company, names.company(found.company) or slug(found.company))


def readings(
    files: Sequence[Path], names: Names, step: Callable[[int], None]
) -> tuple[list[Reading | RefusedError], dict[str, dict[str, Any]]]:
    """What each file says, in the order of the files, and the regions that they bring, by their ids.

    A region by its id is what the first file takes it for; the files that name it otherwise are read once more,
    now that it is known.
    """
    found: list[Reading | RefusedError] = []
    for one in _all_read(files, names):
        found.append(one)
        step(1)
    brought = _regions(found)
    for key, region in brought.items():
        names.learn_region(key, region)
    again = [at for at, one in enumerate(found) if isinstance(one, Reading) and _names_more(files[at], one, brought)]
    for at, one in zip(again, _all_read([files[at] for at in again], names), strict=True):
        found[at] = one
    return found, {**_regions(found), **brought}


def read(source: Source, names: Names, employers: frozenset[str]) -> Reading:
    """Read one file; RefusedError where a word or figure of it would not stand in what it becomes."""
    reader = guide.read(source, names, employers)
    verify.check(source, reader.draft.data, reader.draft.order)
    for region in reader.places.new.values():
        if region["currency"] == "USD" and "country" not in region:
            reader.notes.add("new places taken to be paid in US dollars", 0, region["name"])
    levels = {"levels": reader.title.levels} if reader.title.levels else {}
    data = {**reader.draft.data, **levels, "order": reader.draft.order}
    return Reading(
        path=source.path,
        title=reader.title,
        title_at=_place_of_title(reader, source),
        data=data,
        text=write.fields(data),
        regions=reader.places.new,
        notes=reader.notes.found,
    )


def _all_read(files: Sequence[Path], names: Names) -> Iterator[Reading | RefusedError]:
    employers = frozenset(names.shown.values())
    return parallel.each(lambda path: _file(path, names, employers), files)


def _file(path: Path, names: Names, employers: frozenset[str]) -> Reading | RefusedError:
    try:
        return read(read_lines(path, path.as_posix()), names, employers)
    except RefusedError as refused:
        return refused


def _regions(found: Sequence[Reading | RefusedError]) -> dict[str, dict[str, Any]]:
    """The regions that files bring, each as the first of them takes it."""
    readings = [one for one in found if isinstance(one, Reading)]
    return {key: region for one in reversed(readings) for key, region in one.regions.items()}


def _names_more(path: Path, found: Reading, brought: dict[str, dict[str, Any]]) -> bool:
    """True where a file has the name of a region that other files bring, and does not bring the same one itself."""
    others = [region["name"] for key, region in brought.items() if found.regions.get(key) != region]
    text = path.read_text(encoding="utf-8", errors="replace").casefold() if others else ""
    return any(name.casefold() in text for name in others)


def _title(path: Path, names: Names) -> Title | None:
    """The title of a file: of its beginning, where nearly all have it, else of all of it."""
    with contextlib.suppress(RefusedError, OSError):
        with path.open(encoding="utf-8", errors="ignore") as stream:
            beginning = stream.read(_BEGINNING).rpartition("\n")[0]
        return _title_in(parse(beginning, path.as_posix()), names)
    with contextlib.suppress(RefusedError):
        return _title_in(read_lines(path, path.as_posix()), names)
    return None


def _title_in(source: Source, names: Names) -> Title:
    head, found = guide.split(source)
    return guide.find_title(source, found, names, head)[1]


def _place_of_title(reader: Reader, source: Source) -> Place:
    company = reader.title.company
    line = next((line for line in source.lines if company in line.raw), source.lines[0])
    return Place(source.path, line.number, len(line.raw) - len(line.raw.lstrip()) + 1, line.raw)
