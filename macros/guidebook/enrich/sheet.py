"""From a guide's view to its call sheet: what matters most, short enough for one printed page."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from guidebook import labels
from guidebook.blanks import Part, fill
from guidebook.enrich.catalogue import Catalogue
from guidebook.enrich.fit import (
    COLUMN,
    CONDITION,
    beside,
    clause,
    fitted,
    lines,
    pointed,
    sentences,
    trimmed,
    typeset,
    width_of,
)
from guidebook.enrich.guide import view
from guidebook.enrich.guide_view import GuideView
from guidebook.enrich.levers import LeverView, above, library_levers
from guidebook.enrich.sheet_figures import SheetBand, SheetRight, bands, region_of, rights, sources, total_of
from guidebook.enrich.strategy import chosen_row, ladder
from guidebook.money import Money, text

LEVERS, STEPS, QUESTIONS, FACTS = 3, 4, 4, 5
"""How many of each the sheet has room for."""
LEVER_LINES, SAY_LINES = 5, 3
_IF_NO = 4_000
"""The width of the words that stand before what to say after a no."""
_ASKS = re.compile(r"\b(?:ask|asking|like|need)\b")
_AMOUNT = re.compile(r"(?:[$\u00a3\u20ac\u20b9]|\b[A-Z]{3}\s)\d")
ANY_OFFER = "no-other-offer"


@dataclass(frozen=True, slots=True)
class SheetLever:
    """A lever on the sheet: what it asks for, what to say, what to say after a no."""

    title: str
    amount: str
    above: str
    """What stands beside an amount that is above the sheet's ask."""
    say: tuple[Part, ...]
    if_no: tuple[Part, ...]
    requires: str


@dataclass(frozen=True, slots=True)
class SheetView:
    """Everything that the call sheet of a guide shows; an empty text is a blank for the reader."""

    company: str
    role: str
    region: str
    level: str
    unit: str
    ask: str
    target: str
    floor: str
    sentence: tuple[Part, ...]
    levers: tuple[SheetLever, ...]
    """Those that need nothing; before them the guide's own for a written offer, where it has one."""
    ladder: tuple[tuple[str, str], ...]
    questions: tuple[str, ...]
    equity: str
    """The kind of equity that the facts are for."""
    facts: tuple[str, ...]
    keep: tuple[str, ...]
    rights: tuple[SheetRight, ...]
    bands: tuple[SheetBand, ...]
    more_bands: int
    total: str
    pushback: tuple[tuple[str, tuple[Part, ...]], ...]
    """What they say, and what to reply."""
    thanks: str
    writing: str
    sources: tuple[str, ...]
    newest: str


def guide_page(catalogue: Catalogue, name: str) -> dict[str, Any]:
    """What the page of a guide is made of: its view, and the sheet of it."""
    found = view(catalogue, name)
    return {"view": found, "sheet": sheet(catalogue, found)}


def sheet(catalogue: Catalogue, view: GuideView) -> SheetView:
    """Make the call sheet of a guide from its view."""
    row = chosen_row(list(view.rows), view.guide.strategy)
    strategy, words = view.strategy, catalogue.sheet
    kind = _equity_kind(view)
    drawn = bands(catalogue, view, row)
    return SheetView(
        company=view.company.name,
        role=view.role.name,
        region=region_of(catalogue, row),
        level=row.level_label.removeprefix("Level ") if row and (row.level != "unstated" or row.grade) else "",
        unit=strategy.unit if strategy else "base",
        ask=text(strategy.ask) if strategy else "",
        target=text(strategy.target) if strategy and strategy.target else "",
        floor=text(strategy.floor) if strategy and strategy.floor else "",
        sentence=_sentence(view, catalogue),
        levers=(*_held(view), *_levers(view, catalogue)),
        ladder=_ladder(view),
        questions=tuple(typeset(fitted(item, COLUMN, 2)) for item in _questions(view)),
        equity=labels.EQUITY[kind],
        facts=tuple(map(typeset, words.equity.get(kind, ())[:FACTS])),  # type: ignore[call-overload]
        keep=tuple(map(typeset, words.keep)),
        rights=tuple(rights(catalogue, view.company, row)),
        bands=drawn,
        more_bands=sum(len(chart.bars) for chart in view.charts) - len(drawn),
        total=total_of(row),
        pushback=tuple((typeset(item.they), script_of(item.say)) for item in words.pushback),
        thanks=typeset(words.thanks or ""),
        writing=typeset(words.writing or ""),
        sources=sources(view, row),
        newest=labels.day(view.status.newest) if view.status.newest else "",
    )


_SO = re.compile(r"^So (?=I\b)")
"""What leads on from a sentence that the sheet does not hold."""


def _sentence(view: GuideView, catalogue: Catalogue) -> tuple[Part, ...]:
    """The ask in a sentence that anyone may say: the guide's own, else the library's."""
    for opening in view.strategy.openings if view.strategy else ():
        if opening.requires == "none" and (found := _asking(_raw(opening.short or opening.say))):
            return script_of(found)
    lever = catalogue.levers.get(ANY_OFFER)
    return fill(typeset(lever.short), view.figures) if lever else ()


def _asking(script: str) -> str:
    """The sentence of a script that asks for an amount, where it has one that fits."""
    asking = [part for part in reversed(sentences(script)) if _ASKS.search(part) and _AMOUNT.search(part)]
    alone = [part for part in asking if not (CONDITION.match(part) or part.startswith(("Then ", "Before ")))]
    return _SO.sub("", next((part for part in alone if lines(part, COLUMN) <= SAY_LINES), ""))


def _levers(view: GuideView, catalogue: Catalogue) -> Iterator[SheetLever]:
    """Three levers that need nothing: the guide's own, then those that it takes from the library."""
    shown = [item for item in (*view.levers, *view.library_levers) if item.requires == "none"]
    more = [name for name, lever in view.more_levers if lever.requires == "none"]
    shown += library_levers(more[: max(LEVERS - len(shown), 0)], catalogue.levers, len(shown) + 1, view.figures)
    own = sum(item in view.levers for item in shown)
    said: set[str] = set()
    for number, lever in enumerate(_lever(item, view) for item in shown[:LEVERS]):
        # what the library adds are reasons for one ask, which is not asked for three times
        yield replace(lever, amount="", above="") if number >= own and lever.amount in said else lever
        said.add(lever.amount)


def _held(view: GuideView) -> Iterator[SheetLever]:
    """The guide's own lever for those who hold an offer in writing; the library's comes with Prepare."""
    own = [item for item in (*view.levers, *view.library_levers) if item.requires == "written_offer"]
    return (_lever(item, view) for item in own[:1])


def _lever(item: LeverView, view: GuideView) -> SheetLever:
    return lever_of(item, above(item, view.strategy.ask, view.strategy.unit) if view.strategy else "")


def lever_of(item: LeverView, above: str = "") -> SheetLever:
    """A lever as the sheet has it: its short form where the long one has no room; `above` stands by its amount."""
    aside = f", {above}" if above else ""
    amount = _amount(item, aside)
    say, needle = _raw(item.say), text(item.ask[0][1]) if item.ask else ""
    if item.short and lines(say, COLUMN) > SAY_LINES:
        say = _raw(item.short)
    say = pointed(say, needle, COLUMN, SAY_LINES)
    rest = LEVER_LINES - max(lines(say, COLUMN), 2)
    return SheetLever(
        typeset(trimmed(item.title, beside(amount) - width_of(aside))),
        amount,
        above,
        script_of(say),
        script_of(fitted(_raw(item.if_no), COLUMN - _IF_NO // rest, rest)),
        item.requires,
    )


def _amount(item: LeverView, aside: str) -> str:
    """All that the lever asks for where that and `aside` are short, else its first part, else what it moves."""
    amounts = [f"{text(amount)} {labels.MOVES[name]}" for name, amount in item.ask]
    if not amounts:
        return labels.MOVES[item.moves] if item.moves else ""
    every = " + ".join(amounts)
    return every if lines(every + aside, COLUMN // 2) == 1 else amounts[0]


def _ladder(view: GuideView) -> tuple[tuple[str, str], ...]:
    """The steps down and what each is traded for: the guide's, else by the rule, else blanks."""
    strategy = view.strategy
    steps = strategy.ladder if strategy else ()
    if not steps and strategy and isinstance(strategy.ask, Money) and isinstance(strategy.target, Money):
        steps = ladder(strategy.ask, strategy.target, strategy.unit)
    pairs = [(step.step, step.trade) for step in steps] or [("", trade) for trade in labels.LADDER]
    if len(pairs) > STEPS:
        pairs = [*pairs[: STEPS - 1], pairs[-1]]
    return tuple(step_of(step, trade) for step, trade in pairs)


def step_of(step: str, trade: str) -> tuple[str, str]:
    """A step and its trade, together on two lines."""
    shown = trimmed(step, COLUMN)
    room = 2 * COLUMN - width_of(shown) * 23 // 20 - 4_000
    return typeset(shown), typeset(trade if width_of(trade) <= room else clause(trade, room, 1) or trimmed(trade, room))


def _questions(view: GuideView) -> list[str]:
    return list(dict.fromkeys([*view.questions, *labels.QUESTION.values()]))[:QUESTIONS]


def _equity_kind(view: GuideView) -> str:
    own = next((row.equity.kind for row in view.guide.pay if row.equity and row.equity.kind), None)
    company = view.company.equity.kind if view.company.equity else None
    return own or company or "not disclosed"


def script_of(words: str) -> tuple[Part, ...]:
    """A script set in type, its placeholders as blanks."""
    return fill(typeset(words), {})


def _raw(parts: tuple[Part, ...]) -> str:
    """A script as people write it, its blanks in braces."""
    return "".join(f"{{{part.blank}}}" if part.blank else part.text for part in parts)
