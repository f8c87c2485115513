"""The parts of a guide in the order that its file gives, as the page of an imported guide shows them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from guidebook.enrich.levers import LeverView
from guidebook.enrich.strategy import StrategyView
from guidebook.model import Guide, Section

ANCHORS = {
    "table": ("pay", "Pay"),
    "worth": ("worth", "What this role is worth here"),
    "mapping": ("level-mapping", "Level mapping"),
    "levers": ("levers", "Levers"),
    "strategy": ("negotiate-up", "Negotiate up"),
    "sources": ("evidence", "Evidence and sources"),
}
"""Where other pages link to for a part, and its heading where the file gives none."""


@dataclass(frozen=True, slots=True)
class PagePart:
    """One part of the page; `id` is where a heading of it may be linked to."""

    kind: str
    item: Any
    id: str = ""

    @property
    def is_heading(self) -> bool:
        """True for a section's heading that stands alone."""
        return self.kind == "section" and self.item.title and not self.item.text and not self.item.table


def ordered(guide: Guide, levers: tuple[LeverView, ...], strategy: StrategyView | None) -> tuple[PagePart, ...]:
    """The parts in the guide's own order, each first of its kind under a heading; none where it gives no order."""
    found: list[PagePart] = []
    taken: set[str] = set()
    for part in _grouped([_part(name, guide, levers, strategy) for name in guide.order]):
        if part.kind in ANCHORS and part.kind not in taken:
            taken.add(part.kind)
            _headed(found, part.kind)
        found.append(part)
    return tuple(found)


def _part(name: str, guide: Guide, levers: tuple[LeverView, ...], strategy: StrategyView | None) -> PagePart:
    kind, _, number = name.partition("-")
    at = int(number) - 1 if number else 0
    sources = list(guide.sources.values())
    single: Mapping[str, Any] = {
        "heading": guide.heading, "dna": guide.dna, "worth": guide.worth, "strategy": strategy,
    }  # fmt: skip
    lists: Mapping[str, Any] = {
        "table": guide.tables, "mapping": guide.level_mapping, "section": guide.sections,
        "lever": levers, "source": sources,
    }  # fmt: skip
    if kind in single:
        return PagePart(kind, single[kind])
    item = lists[kind][at]
    if kind in {"lever", "source"}:
        return PagePart(f"{kind}s", ((at + 1, item),))
    return PagePart(kind, item, f"section-{at + 1}" if kind == "section" else "")


def _grouped(parts: list[PagePart]) -> list[PagePart]:
    """Levers that follow one another together, and sources."""
    found: list[PagePart] = []
    for part in parts:
        if found and part.kind == found[-1].kind and part.kind in {"levers", "sources"}:
            found[-1] = replace(found[-1], item=found[-1].item + part.item)
        else:
            found.append(part)
    return found


def _headed(found: list[PagePart], kind: str) -> None:
    """Let the heading before a part be what other pages link to, or put one there."""
    anchor, words = ANCHORS[kind]
    if found and found[-1].is_heading and found[-1].id.startswith("section-"):
        found[-1] = replace(found[-1], id=anchor)
    else:
        found.append(PagePart("section", Section(title=words), anchor))
