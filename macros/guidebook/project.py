"""The flow from the data folder to a site, in one call, for the command line and for MkDocs alike."""

import datetime
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from guidebook.checks import Context, tree_problems
from guidebook.enrich.catalogue import Catalogue, add_guides, build
from guidebook.examine import examine
from guidebook.load import load
from guidebook.memory import uncollected
from guidebook.problems import DataError, Problem
from guidebook.shelf import Kept

if TYPE_CHECKING:
    from guidebook.site import Site


@dataclass(frozen=True, slots=True)
class Opened:
    """A site that may be published, and the warnings met on the way."""

    site: "Site"
    warnings: list[Problem]


def data_folder() -> Path:
    """The folder of the data: GUIDEBOOK_DATA, or `data` where the command runs."""
    return Path(os.environ.get("GUIDEBOOK_DATA", "data"))


def today() -> datetime.date:
    """The day that ages are counted to: SOURCE_DATE_EPOCH where it is set, for builds that repeat."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        return datetime.datetime.fromtimestamp(int(epoch), tz=datetime.UTC).date()
    return datetime.datetime.now(tz=datetime.UTC).date()


def check(data: Path) -> list[Problem]:
    """Everything that is wrong in `data`, warnings too, in the order of files and lines."""
    return read(data, keep=False)[1]


def open_site(data: Path) -> Opened:
    """Make the site of `data`; raise DataError with every mistake where it may not be published."""
    with uncollected():
        catalogue, found = read(data)
        if any(not problem.is_warning for problem in found):
            raise DataError(found)
        from guidebook.site import site  # noqa: PLC0415  a check makes no pages, and starts sooner without them

        return Opened(site(catalogue, today()), found)


def read(data: Path, *, keep: bool = True) -> tuple[Catalogue, list[Problem]]:
    """The catalogue of `data`, and all that is wrong with it.

    The catalogue is whole where nothing is wrong and guides are kept.
    """
    with uncollected():
        return _read(data, keep=keep)


def _read(data: Path, *, keep: bool) -> tuple[Catalogue, list[Problem]]:
    tree, problems = load(data)
    catalogue = build(tree)
    guides = examine(tree, catalogue, today(), keep=keep)
    tree.broken |= {f"guides/{guide.id}" for guide in guides if guide.summary is None}
    names = tuple(entry.value.name for entry in tree.companies.values())
    context = Context(tree, today(), names, {guide.id: guide for guide in guides})
    found = {*problems, *tree_problems(context)}.union(*(guide.problems for guide in guides))
    kept = [(guide.id, guide.packed, guide.summary) for guide in guides if guide.summary]
    add_guides(catalogue, ((name, packed, summary) for name, packed, summary in kept if isinstance(packed, Kept)))
    return catalogue, sorted(found)
