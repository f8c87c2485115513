"""Checks that the order of a guide's parts names each of them once, and that a section is whole."""

from collections import Counter
from collections.abc import Iterator, Sized

from guidebook.checks import Context, GuideCheck, TreeCheck
from guidebook.load import Entry
from guidebook.model import Guide
from guidebook.problems import Problem


def parts(guide: Guide) -> list[str]:
    """The parts that a guide has, by the names that `order` gives them, in the usual order."""
    lists: list[tuple[str, Sized]] = [
        ("table", guide.tables),
        ("mapping", guide.level_mapping),
        ("section", guide.sections),
    ]
    lists += [("lever", guide.levers), ("source", guide.sources)]
    numbered = {kind: [f"{kind}-{number}" for number in range(1, len(items) + 1)] for kind, items in lists}
    single = {name: [name] if getattr(guide, name) else [] for name in ("heading", "dna", "worth", "strategy")}
    return [
        *single["heading"], *single["dna"], *numbered["table"], *single["worth"], *numbered["mapping"],
        *numbered["section"], *numbered["lever"], *single["strategy"], *numbered["source"],
    ]  # fmt: skip


def order_of_parts(guide: Entry[Guide], _context: Context) -> Iterator[Problem]:
    """`order` names a part that the guide lacks, names one twice, or leaves one out."""
    named = guide.value.order
    if not named:
        return
    known = parts(guide.value)
    for number, name in enumerate(named):
        if name not in known:
            yield guide.problem(("order", number), f"the guide has no part `{name}`", "name the parts that it has")
    for name, count in Counter(named).items():
        if count > 1:
            yield guide.problem(("order",), f"`{name}` stands in the order {count} times", "keep one of them")
    if missing := [name for name in known if name not in named]:
        yield guide.problem(
            ("order",), f"the order leaves out `{'`, `'.join(missing)}`", "put it where it should stand"
        )


def incomplete_section(guide: Entry[Guide], _context: Context) -> Iterator[Problem]:
    """A section has no title or no text, and nothing orders the parts so that it makes sense."""
    if guide.value.order:
        return
    for number, section in enumerate(guide.value.sections):
        for name in ("title", "text"):
            if getattr(section, name) is None:
                yield guide.problem(("sections", number), f"`{name}` is missing", f"add `{name}: ...` here")


GUIDE_CHECKS: list[GuideCheck] = [order_of_parts, incomplete_section]
TREE_CHECKS: list[TreeCheck] = []
