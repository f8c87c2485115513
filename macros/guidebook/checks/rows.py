"""Checks of a guide's rows of pay, each by itself and beside the others."""

from collections.abc import Iterator
from typing import get_args

from guidebook.checks import Context, GuideCheck, TreeCheck
from guidebook.load import Entry
from guidebook.model import Ask, Guide
from guidebook.model.base import Basis
from guidebook.money import Amount, Money, Percent, text
from guidebook.problems import Problem
from guidebook.suggest import listed
from guidebook.yearly import foreign, implausible, too_small

_BASES: tuple[str, ...] = get_args(Basis)
"""What kinds of evidence there are, the best first."""
_MOST_PERCENT = 200
"""A bonus of a larger share of base has a digit too many, most often."""
_RANK = {basis: rank for rank, basis in enumerate(_BASES)}


def implausible_base(guide: Entry[Guide], context: Context) -> Iterator[Problem]:
    """The base of a row is nobody's pay of a year."""
    rates = context.tree.rates
    for number, row in enumerate(guide.value.pay):
        if isinstance(row.base, Money) and (told := implausible(row.base, rates.value if rates else None)):
            yield guide.problem(("pay", number, "base"), *told)


def implausible_part(guide: Entry[Guide], context: Context) -> Iterator[Problem]:
    """An amount beside the base is less than a thousand dollars, or a bonus is many times the base."""
    rates = context.tree.rates
    for location, amount in _beside_base(guide.value):
        if isinstance(amount, Money) and (told := too_small(amount, rates.value if rates else None)):
            yield guide.problem(location, f"`{location[-1]}`: {told[0]}", told[1], is_warning=True)
        elif isinstance(amount, Percent) and location[-1] == "bonus" and amount.high > _MOST_PERCENT:
            wrong = f"a bonus of {text(amount)} is more than twice the base"
            yield guide.problem(location, wrong, "is there a digit too many? leave it where it is so", is_warning=True)


def foreign_currency(guide: Entry[Guide], context: Context) -> Iterator[Problem]:
    """A row is in another currency than its region is paid in. It may be so; more often it is the wrong region."""
    regions = context.tree.regions.value.root if context.tree.regions else {}
    for number, row in enumerate(() if guide.value.tables else guide.value.pay):
        region = regions.get(row.region)
        if region and isinstance(row.base, Money) and row.base.currency != region.currency:
            yield guide.problem(
                ("pay", number, "base"), *foreign(row.base, row.region, region.currency), is_warning=True
            )


def ask_in_another_currency(guide: Entry[Guide], context: Context) -> Iterator[Problem]:
    """The strategy asks in a currency that no band of the guide is in, or a lever in one of no band of the company."""
    if guide.value.tables:
        return
    evidence = context.tree.evidence.get(guide.value.company)
    postings = evidence.value.postings if evidence else ()
    rows = [row.base for row in guide.value.pay]
    own = [*rows, *(posting.base for posting in postings if posting.role == guide.value.role)]
    here, of_company = map(_currencies, (own, [*rows, *(posting.base for posting in postings)]))
    for location, amount in _beside_base(guide.value):
        known = here if location == ("strategy", "ask") else of_company if location[-1] == "base" else []
        if known and isinstance(amount, Money) and amount.currency not in known:
            wrong = f"`{location[-1]}` is in {amount.currency}, and the pay of this guide is in {', '.join(known)}"
            yield guide.problem(location, wrong, "write what is asked for in the currency of the band")


def _currencies(amounts: list[Amount]) -> list[str]:
    return sorted({amount.currency for amount in amounts if isinstance(amount, Money)})


def repeated_row(guide: Entry[Guide], _context: Context) -> Iterator[Problem]:
    """Two rows are of one region, level and basis. What is read from an imported guide's tables is as it was there."""
    first: dict[tuple[str, str, str | None, str], int] = {}
    for number, row in enumerate(() if guide.value.tables else guide.value.pay):
        key = (row.region, row.level, row.grade, row.basis)
        earlier = first.setdefault(key, number)
        if earlier != number:
            line, _ = guide.document.place(("pay", earlier))
            wrong = f"a second row for {', '.join(f'`{part}`' for part in key if part)}, beside the one on line {line}"
            yield guide.problem(("pay", number), wrong, "keep one of the two, or join them into one range")


def basis_above_sources(guide: Entry[Guide], context: Context) -> Iterator[Problem]:
    """A row says that its figures are better founded than every source that it names."""
    company = context.tree.companies.get(guide.value.company)
    known = {**(company.value.sources if company else {}), **guide.value.sources}
    for number, row in enumerate(guide.value.pay):
        found = [known[name].basis for name in row.sources if name in known]
        if found and len(found) == len(row.sources) and _RANK[row.basis] < (best := min(map(_RANK.__getitem__, found))):
            wrong = f"the row is called {row.basis} but its sources are only {_BASES[best]}"
            right = f"write `basis: {_BASES[best]}`, or name the source that is {row.basis}"
            yield guide.problem(("pay", number, "basis"), wrong, right)


def strategy_without_row(guide: Entry[Guide], context: Context) -> Iterator[Problem]:
    """The strategy is for a region or a level that no row of the guide has."""
    strategy = guide.value.strategy
    if strategy is None or not (strategy.region or strategy.level):
        return
    rows = _places(guide.value, context)
    here = [level for region, level in rows if strategy.region in (None, region)]
    if strategy.region and rows and not here and strategy.region in context.tree.region_ids:
        wrong = f"no row of the guide is for the region `{strategy.region}`"
        known = listed(dict.fromkeys(region for region, _ in rows))
        yield guide.problem(("strategy", "region"), wrong, f"the rows are for {known}")
    elif strategy.level and here and strategy.level not in here:
        where = f" in `{strategy.region}`" if strategy.region else ""
        wrong = f"no row of the guide is for the level `{strategy.level}`{where}"
        yield guide.problem(("strategy", "level"), wrong, f"the rows there are for {listed(dict.fromkeys(here))}")


def _beside_base(guide: Guide) -> Iterator[tuple[tuple[str | int, ...], Amount | None]]:
    """Each amount of a guide but the bases of its rows, and where it stands."""
    for number, row in enumerate(guide.pay):
        if row.equity:
            yield ("pay", number, "equity", "amount"), row.equity.amount
        for name in ("bonus", "sign_on", "total"):
            yield ("pay", number, name), getattr(row, name)
    asks: list[tuple[tuple[str | int, ...], Ask | None]] = [
        (("levers", number, "ask"), lever.ask) for number, lever in enumerate(guide.levers)
    ]
    if guide.strategy:
        asks.append((("strategy", "also"), guide.strategy.also))
        for name in ("ask", "target", "floor"):
            yield ("strategy", name), getattr(guide.strategy, name)
    for location, ask in asks:
        for name in Ask.model_fields if ask else ():
            yield (*location, name), getattr(ask, name)


def _places(guide: Guide, context: Context) -> list[tuple[str, str]]:
    """Region and level of each row that the guide's table shows: of its own, else of the evidence."""
    if guide.pay:
        return [(row.region, row.level) for row in guide.pay]
    evidence = context.tree.evidence.get(guide.company)
    postings = evidence.value.postings if evidence else ()
    found = [posting for posting in postings if posting.role == guide.role and isinstance(posting.base, Money)]
    return [(region, posting.level) for posting in found for region in posting.regions]


GUIDE_CHECKS: list[GuideCheck] = [
    implausible_base,
    implausible_part,
    foreign_currency,
    ask_in_another_currency,
    repeated_row,
    basis_above_sources,
    strategy_without_row,
]
TREE_CHECKS: list[TreeCheck] = []
