"""The levers of a guide: its own, filled up from the library, and those of the library that fit."""

import re
import textwrap
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from guidebook import labels
from guidebook.blanks import Part, fill, names, plain
from guidebook.enrich.sources import SourceList
from guidebook.enrich.strategy import asked
from guidebook.model import Company, Guide, GuideLever, Lever, Role
from guidebook.money import Amount, Money, parse
from guidebook.money import text as amount_text

MOST_OFFERED = 9
"""How many levers of the library are named on one guide beside its own."""
LEVEL = "level-placement"
"""The library's lever that asks for a level."""
_NAMES = "|".join(name for name in labels.LEVEL if name != "unstated")
_OF_LEVEL = re.compile(rf"\b(?:levels?|{_NAMES})\b", re.IGNORECASE)
_LONGEST_TITLE = 48


@dataclass(frozen=True, slots=True)
class LeverView:
    """One lever as a guide shows it."""

    number: int
    title: str
    library: str | None
    moves: str | None
    ask: tuple[tuple[str, Amount], ...]
    requires: str
    say: tuple[Part, ...]
    short: tuple[Part, ...]
    """The same in one sentence; empty where neither the guide nor the library has it."""
    because: tuple[Part, ...]
    if_no: tuple[Part, ...]
    example: str | None
    note: str | None
    numbers: tuple[int, ...]
    why: str | None = None
    shown: int | None = None
    """The number that the imported file gives it, where that is another."""


def own_levers(
    guide: Guide, library: Mapping[str, Lever], sources: SourceList, figures: Mapping[str, str]
) -> tuple[LeverView, ...]:  # fmt: skip
    """The levers that the guide's file lists, in its order."""
    return tuple(
        _view(number, lever, library.get(lever.lever or ""), sources, figures)
        for number, lever in enumerate(guide.levers, 1)
    )


def library_levers(
    names: Iterable[str], library: Mapping[str, Lever], first: int, figures: Mapping[str, str]
) -> tuple[LeverView, ...]:  # fmt: skip
    """Levers of the library as the guide shows them, numbered from `first`."""
    empty = SourceList({})
    return tuple(
        _view(number, GuideLever(lever=name), library[name], empty, figures) for number, name in enumerate(names, first)
    )


def offered(
    guide: Guide, role: Role, company: Company, library: Mapping[str, Lever], *, has_posted_band: bool
) -> list[str]:  # fmt: skip
    """Names of the library's levers that fit this guide and that it does not list: the role's first."""
    used = {lever.lever for lever in guide.levers}
    fitting = [
        name
        for name, lever in library.items()
        if name not in used and fits(lever, guide.role, company, has_posted_band=has_posted_band)
    ]
    preferred = {name: number for number, name in enumerate(role.levers)}
    fitting.sort(key=lambda name: (preferred.get(name, len(preferred)), library[name].order, name))
    return fitting[:MOST_OFFERED]


def fits(lever: Lever, role: str, company: Company, *, has_posted_band: bool) -> bool:
    """True where every condition of the lever holds for this role and company."""
    equity = company.equity.kind if company.equity else None
    conditions = lever.fits
    return (
        (not conditions.posted_band or has_posted_band)
        and (conditions.equity is None or equity in conditions.equity)
        and (conditions.ownership is None or company.ownership in conditions.ownership)
        and (conditions.roles is None or role in conditions.roles)
    )


def above(item: LeverView, ask: Amount | None, unit: str) -> str:
    """In plain words why the lever asks for more than `ask`, an amount in `unit`; empty where it does not.

    Amounts of another unit or currency are not held against it. A lever is about the level where it is a case of
    the library's and names one: some guides use that lever for another team or grade.
    """
    name, amount = item.ask[0] if item.ask else ("", None)
    if not isinstance(amount, Money) or not isinstance(ask, Money) or (name, amount.currency) != (unit, ask.currency):
        return ""
    if amount.low <= ask.high:
        return ""
    is_of_level = item.library == LEVEL and _OF_LEVEL.search(f"{item.title} {plain(item.say)}")
    return labels.HIGHER if is_of_level else labels.ABOVE


def _named(say: str, figures: Mapping[str, str]) -> tuple[tuple[str, Amount], ...]:
    """The amount that a script of the library names for base, where the guide gives no other."""
    if "opening_ask" in names(say) and "opening_ask" in figures:
        return (("base", parse(figures["opening_ask"])),)
    return ()


def _short(own: GuideLever, base: Lever | None, figures: Mapping[str, str]) -> tuple[Part, ...]:
    """The lever in one sentence: the guide's, else the library's with the base that the guide asks for with it."""
    if own.ask and own.ask.base:
        figures = {**figures, "opening_ask": amount_text(own.ask.base)}
    return fill(own.short or (base.short if base else ""), figures)


def _first_words(words: str) -> str:
    """What a lever that an imported file gives no title goes by."""
    return textwrap.shorten(re.sub(r"[*_`]", "", words), _LONGEST_TITLE, placeholder="\u2026")


def _view(
    number: int, own: GuideLever, base: Lever | None, sources: SourceList, figures: Mapping[str, str]
) -> LeverView:  # fmt: skip
    def text(name: str) -> str:
        return getattr(own, name) or (getattr(base, name) if base else "")

    return LeverView(
        number,
        text("title") or _first_words(plain(fill(text("say"), figures)) or own.why or ""),
        own.lever,
        base.moves if base else None,
        asked(own.ask) or _named(text("say"), figures),
        text("requires") or "none",
        fill(text("say"), figures),
        _short(own, base, figures),
        fill(text("because"), figures),
        fill(text("if_no"), figures),
        own.example,
        own.note,
        sources.numbers(own.sources),
        own.why,
        own.number,
    )
