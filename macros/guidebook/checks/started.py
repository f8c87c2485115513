"""Checks that what `guidebook new` wrote into a guide was replaced by somebody's own words."""

from collections.abc import Iterator
from functools import cache

from guidebook.checks import Context, GuideCheck, TreeCheck
from guidebook.load import Entry
from guidebook.model import Guide
from guidebook.new import TEMPLATE, TEMPLATES, commented_guide
from guidebook.problems import Problem
from guidebook.validate import validate
from guidebook.yaml_reader import document

Place = tuple[str | int, ...]


def text_of_the_template(guide: Entry[Guide], _context: Context) -> Iterator[Problem]:
    """A text of a guide is the one that a new guide starts with."""
    for location, text in _texts(guide.value):
        if text in _lines() and text in _placeholders():
            wrong = f"`{location[-1]}` still says what a new guide starts with: `{text}`"
            yield guide.problem(location, wrong, "write what holds here, or delete it", is_warning=True)


def _texts(guide: Guide) -> Iterator[tuple[Place, str]]:
    """The texts that the template of a new guide fills for want of better, and where each stands."""
    if guide.worth:
        yield ("worth",), guide.worth
    for name, source in guide.sources.items():
        yield ("sources", name, "title"), source.title
        yield ("sources", name, "publisher"), source.publisher


@cache
def _lines() -> frozenset[str]:
    """What the lines of the template hold: hardly any text of a guide, and no other needs a closer look."""
    lines = (TEMPLATES / TEMPLATE).read_text(encoding="utf-8").splitlines()
    return frozenset(line.strip() for line in lines) | {line.partition(": ")[2].strip() for line in lines}


@cache
def _placeholders() -> frozenset[str]:
    """The texts of a guide that was started and not touched since."""
    started = commented_guide("some-company", "some-role", is_complete=False)
    return frozenset(text for _, text in _texts(validate(document(started.encode(), TEMPLATE), Guide)))


GUIDE_CHECKS: list[GuideCheck] = [text_of_the_template]
TREE_CHECKS: list[TreeCheck] = []
