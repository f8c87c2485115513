"""Opening ask, target and floor: as the guide states them, or derived by a rule that the page shows."""

from collections.abc import Mapping
from dataclasses import dataclass

from guidebook import labels
from guidebook.blanks import Part, fill
from guidebook.enrich.rows import Row
from guidebook.enrich.sources import SourceList
from guidebook.model import Ask, LadderStep, Lever, SayIt, Strategy
from guidebook.money import NOT_DISCLOSED, Amount, Money, text

POSTED_ASK = "the top of the band posted most often for this place and level"
NEWEST_ASK = "no two postings here share a band, so the top of the newest; of several as new, of the lowest"
POSTED_TARGET = "three quarters up that band, rounded down"
HALFWAY = "halfway between ask and floor, rounded down"

ROUND = {"JPY": 100_000, "KRW": 1_000_000, "INR": 10_000}
"""Steps to which a derived number is rounded down, by currency; 1,000 in any other."""


_OPENERS = {"none": "no-other-offer", "written_offer": "competing-written-offer", "current_job": "current-job"}
"""The library's lever that gives an opening its reason, by what it requires."""


@dataclass(frozen=True, slots=True)
class Opening:
    """A script to open with, for those who hold what it requires."""

    requires: str
    say: tuple[Part, ...]
    example: str | None = None
    short: tuple[Part, ...] = ()
    """The same in one sentence, where the library has it."""
    when: str | None = None
    because: tuple[Part, ...] = ()
    """A reason that serves both sides, of the library's lever for those who hold the same."""


@dataclass(frozen=True, slots=True)
class StrategyView:
    """The three numbers in one unit, where each comes from, and how to say them."""

    unit: str
    region: str | None
    level: str | None
    ask: Amount
    ask_rule: str
    target: Amount | None
    target_rule: str
    floor: Amount | None
    also: tuple[tuple[str, Amount], ...]
    reason: str | None
    basis: str
    numbers: tuple[int, ...]
    openings: tuple[Opening, ...]
    ladder: tuple[LadderStep, ...]
    unconfirmed: str | None = None
    text: str | None = None


def asked(ask: Ask | None) -> tuple[tuple[str, Amount], ...]:
    """What is asked for, by part, in the model's order."""
    if ask is None:
        return ()
    return tuple((name, amount) for name in Ask.model_fields if (amount := getattr(ask, name)) is not None)


def chosen_row(rows: list[Row], strategy: Strategy | None) -> Row | None:
    """The row that the strategy is for: of those it may mean one whose base holds its ask, then the most postings."""
    candidates = [
        row
        for row in rows
        if strategy is None
        or ((strategy.region or row.region) == row.region and (strategy.level or row.level) == row.level)
    ]
    holding = [row for row in candidates if strategy and _holds(row.base, strategy.ask)]
    return max(holding or candidates, key=lambda row: len(row.postings), default=None)


def _holds(base: Amount, ask: Amount) -> bool:
    return (
        isinstance(base, Money)
        and isinstance(ask, Money)
        and base.currency == ask.currency
        and base.low <= ask.low <= base.high
    )


def derived_numbers(band: Money) -> tuple[Money, Money]:
    """Ask and target of a posted band: its top, and three quarters up it, rounded down."""
    target = max(_rounded(band.low + (band.high - band.low) * 3 // 4, band.currency), band.low)
    return Money(band.currency, band.high, band.high), Money(band.currency, target, target)


def stated(
    strategy: Strategy, sources: SourceList, figures: Mapping[str, str], levers: Mapping[str, Lever]
) -> StrategyView:  # fmt: skip
    """The strategy as the guide's file states it; a missing target is derived."""
    target = _target(strategy)
    rule = HALFWAY if target and strategy.target is None else ""
    first = {script.requires: script for script in reversed(strategy.scripts)}
    openings = tuple(
        Opening(
            script.requires,
            fill(script.say, figures),
            script.example,
            when=script.when,
            because=_because(script, levers, figures) if script is first[script.requires] else (),
        )
        for script in strategy.scripts
    )
    return StrategyView(
        strategy.unit, strategy.region, strategy.level, strategy.ask, "", target, rule, strategy.floor,
        asked(strategy.also), strategy.reason, strategy.basis, sources.numbers(strategy.sources),
        openings, tuple(strategy.ladder), strategy.unconfirmed, strategy.text,
    )  # fmt: skip


def derived(row: Row, levers: Mapping[str, Lever], figures: Mapping[str, str]) -> StrategyView | None:
    """The strategy of a posted band; None where the row has none."""
    if row.usual is None:
        return None
    ask, target = derived_numbers(row.usual)
    rule = POSTED_ASK if row.usual_count > 1 or len(row.postings) == 1 else NEWEST_ASK
    scripts = [levers[name] for name in ("posted-band", "competing-written-offer") if name in levers]
    openings = tuple(
        Opening(
            lever.requires,
            fill(lever.say, figures),
            short=fill(lever.short, figures),
            because=fill(lever.because, figures),
        )
        for lever in scripts
    )
    return StrategyView(
        "base", row.region, row.level, ask, rule, target, POSTED_TARGET, None,
        (), None, "estimated", (), openings, ladder(ask, target, "base"),
    )  # fmt: skip


def ladder(ask: Money, target: Money, unit: str) -> tuple[LadderStep, ...]:
    """Ask, over halfway, target: the second step the smaller; fewer where the numbers are the same."""
    middle = max(_rounded(ask.low - (ask.low - target.low) * 3 // 5, ask.currency), target.low)
    steps = [ask, Money(ask.currency, middle, middle), target]
    return tuple(
        LadderStep(step=f"{text(step)} {unit}", trade=trade)
        for number, (step, trade) in enumerate(zip(steps, labels.LADDER, strict=True))
        if step not in steps[:number]
    )


def figures_of(strategy: Strategy | None, row: Row | None) -> dict[str, str]:
    """The figures that scripts are filled with: ask, target and the posted band."""
    figures: dict[str, str] = {}
    usual = row.usual if row else None
    if usual:
        figures |= {"posted_low": text(_end(usual, usual.low)), "posted_high": text(_end(usual, usual.high))}
    ask, target = (strategy.ask, _target(strategy)) if strategy else derived_numbers(usual) if usual else (None, None)
    if ask and ask != NOT_DISCLOSED:
        figures["opening_ask"] = text(ask)
    if target:
        figures["target"] = text(target)
    return figures


def _because(script: SayIt, levers: Mapping[str, Lever], figures: Mapping[str, str]) -> tuple[Part, ...]:
    """Why the ask serves both, for those who hold what the script requires; empty without such a lever."""
    lever = levers.get(_OPENERS.get(script.requires, ""))
    return fill(lever.because, figures) if lever else ()


def _target(strategy: Strategy) -> Amount | None:
    """The stated target, else halfway between ask and floor, else none."""
    ask, floor = strategy.ask, strategy.floor
    if strategy.target or not isinstance(ask, Money) or not isinstance(floor, Money):
        return strategy.target
    middle = max(_rounded((ask.low + floor.high) // 2, ask.currency), floor.high)
    return Money(ask.currency, middle, middle)


def _end(band: Money, units: int) -> Money:
    return Money(band.currency, units, units)


def _rounded(units: int, currency: str) -> int:
    step = ROUND.get(currency, 1_000)
    return units // step * step
