"""Checks of the figures of a guide against one another and against the evidence."""

from collections.abc import Iterator

from guidebook.checks import Context, GuideCheck, TreeCheck
from guidebook.load import Entry
from guidebook.model import Ask, Guide, PayRow, Strategy
from guidebook.money import NOT_DISCLOSED, Amount, Money, Percent, text
from guidebook.posted import posted_rows
from guidebook.problems import Problem

TOTAL_TOLERANCE = 0.10
"""How far a stated total may lie from the sum of its parts, as a share of the sum."""
ASK_TOLERANCE = 0.25
"""How far an ask may lie outside the evidence without a reason, as a share of its top or bottom."""

_MONEY_ONLY = ("base", "sign_on", "total")


def no_pay(guide: Entry[Guide], context: Context) -> Iterator[Problem]:
    """A guide has no row of its own and the company's evidence has none for its role."""
    evidence = context.tree.evidence.get(guide.value.company)
    if guide.value.pay or f"evidence/{guide.value.company}" in context.tree.broken:
        return
    roles = {row.role for row in evidence.value.postings} if evidence else set()
    roles |= {row.role for row in evidence.value.filings} if evidence else set()
    if guide.value.role not in roles:
        wrong = "the guide has no pay: no rows, and no evidence of this company and role"
        yield guide.problem((), wrong, "add `pay:` with a row, if only `base: not disclosed`")


def percent_for_money(guide: Entry[Guide], _context: Context) -> Iterator[Problem]:
    """A percentage stands where an amount belongs."""
    for location, amount in _money_fields(guide.value):
        if isinstance(amount, Percent):
            wrong = f"`{location[-1]}` is a percentage ({text(amount)})"
            yield guide.problem(location, wrong, "write the amount in money, like `$185K`")


def two_currencies(guide: Entry[Guide], _context: Context) -> Iterator[Problem]:
    """A row states its parts in more than one currency."""
    for number, row in enumerate(guide.value.pay):
        first: tuple[str, Money] | None = None
        for name, amount in [("base", row.base), *_parts(row)]:
            if not isinstance(amount, Money):
                continue
            first = first or (name, amount)
            if amount.currency != first[1].currency:
                location = ("pay", number, "equity", "amount") if name == "equity" else ("pay", number, name)
                wrong = f"two currencies in one row: {first[0]} in {first[1].currency}, {name} in {amount.currency}"
                yield guide.problem(location, wrong, f"write both in {first[1].currency}")


def figure_without_source(guide: Entry[Guide], _context: Context) -> Iterator[Problem]:
    """A row states an amount and names no source."""
    for number, row in enumerate(guide.value.pay):
        amounts = [row.base, *(amount for _, amount in _parts(row))]
        if not row.sources and any(isinstance(amount, Money | Percent) for amount in amounts):
            wrong = "the row has figures and no source"
            yield guide.problem(("pay", number), wrong, "add `sources: [...]`, with the source under `sources`")


def wrong_total(guide: Entry[Guide], _context: Context) -> Iterator[Problem]:
    """A row's total is not what its parts give."""
    for number, row in enumerate(guide.value.pay):
        if not isinstance(row.total, Money):
            continue
        sums = _sum(row)
        if sums is None or sums.currency != row.total.currency:
            continue
        for stated, summed in ((row.total.low, sums.low), (row.total.high, sums.high)):
            is_more = stated > summed and _has_unknown_part(row)
            if abs(stated - summed) > TOTAL_TOLERANCE * summed and not is_more:
                wrong = f"the total {text(row.total)} is not what its parts give, {text(sums)}"
                yield guide.problem(("pay", number, "total"), wrong, "mend the total or a part")
                break


def grant_without_years(guide: Entry[Guide], _context: Context) -> Iterator[Problem]:
    """An equity amount is for a whole grant of unknown length."""
    for number, row in enumerate(guide.value.pay):
        if (
            row.equity
            and row.equity.per == "grant"
            and row.equity.years is None
            and isinstance(row.equity.amount, Money)
        ):
            location = ("pay", number, "equity")
            yield guide.problem(location, "the equity is per grant, of no stated length", "add `years: 4`")


def numbers_out_of_order(guide: Entry[Guide], _context: Context) -> Iterator[Problem]:
    """Ask, target and floor are in different units, or not in that order."""
    strategy = guide.value.strategy
    if strategy is None:
        return
    above_name, above = "ask", strategy.ask
    for name in ("target", "floor"):
        amount: Amount | None = getattr(strategy, name)
        if amount is None:
            continue
        if above == NOT_DISCLOSED:  # an imported guide may state its floor alone
            above_name, above = name, amount
            continue
        if not isinstance(amount, Money) or not isinstance(above, Money) or amount.currency != above.currency:
            wrong = f"the {above_name} {text(above)} and the {name} {text(amount)} are in different units"
            yield guide.problem(("strategy", name), wrong, "write both as money of one currency")
            return
        if amount.high > above.low:
            wrong = f"the {name} {text(amount)} is above the {above_name} {text(above)}"
            yield guide.problem(("strategy", name), wrong, "keep ask, target and floor in falling order")
        above_name, above = name, amount


def ask_outside_evidence(guide: Entry[Guide], context: Context) -> Iterator[Problem]:
    """An ask lies more than a quarter outside the evidence, and no reason is given."""
    strategy = guide.value.strategy
    if strategy and strategy.reason is None and isinstance(strategy.ask, Money):
        bounds = _evidence(guide.value, strategy, context)
        if bounds and bounds.currency == strategy.ask.currency:
            yield from _outside(guide, ("strategy", "ask"), strategy.ask, bounds, "add `reason:`")
    for number, lever in enumerate(guide.value.levers):
        ask = lever.ask.base if lever.ask else None
        bounds = _evidence(guide.value, None, context)
        if bounds and isinstance(ask, Money) and ask.currency == bounds.currency and lever.note is None:
            yield from _outside(guide, ("levers", number, "ask", "base"), ask, bounds, "say why in `note:`")


def bad_schedule(context: Context) -> Iterator[Problem]:
    """A vesting schedule of a company does not sum to 100 percent."""
    for company in context.tree.companies.values():
        equity = company.value.equity
        if equity and equity.schedule is not None and (sum(equity.schedule) != 100 or min(equity.schedule) < 0):
            wrong = f"the schedule sums to {sum(equity.schedule)} percent"
            yield company.problem(("equity", "schedule"), wrong, "give each year's share; together they are 100")


def _outside(
    guide: Entry[Guide], location: tuple[str | int, ...], ask: Money, bounds: Money, right: str
) -> Iterator[Problem]:  # fmt: skip
    if ask.high > bounds.high * (1 + ASK_TOLERANCE) or ask.low < bounds.low * (1 - ASK_TOLERANCE):
        wrong = f"the ask {text(ask)} is more than 25 % outside the evidence, {text(bounds)}"
        yield guide.problem(location, wrong, f"{right}, or ask within it")


def _evidence(guide: Guide, strategy: Strategy | None, context: Context) -> Money | None:
    """The lowest and highest figure that the ask is held against; of the strategy's region and level if given."""
    unit = strategy.unit if strategy else "base"
    bands: list[tuple[str, str, Money]] = [
        (row.region, row.level, amount)
        for row in guide.pay
        if isinstance(amount := row.base if unit == "base" else row.total, Money)
    ]
    evidence = context.tree.evidence.get(guide.company)
    if not guide.pay and evidence and unit == "base":
        postings = [posting for posting in evidence.value.postings if posting.role == guide.role]
        bands = [(row.region, row.level, row.base) for row in posted_rows(postings)]
    chosen = [
        amount
        for region, level, amount in bands
        if strategy is None or ((strategy.region or region) == region and (strategy.level or level) == level)
    ]
    if not chosen or len({amount.currency for amount in chosen}) > 1:
        return None
    return Money(chosen[0].currency, min(band.low for band in chosen), max(band.high for band in chosen))


def _money_fields(guide: Guide) -> Iterator[tuple[tuple[str | int, ...], Amount | None]]:
    for number, row in enumerate(guide.pay):
        for name in _MONEY_ONLY:
            yield ("pay", number, name), getattr(row, name)
        if row.equity:
            yield ("pay", number, "equity", "amount"), row.equity.amount
    for number, lever in enumerate(guide.levers):
        for name, amount in _asked(lever.ask):
            yield ("levers", number, "ask", name), amount
    if guide.strategy:
        for name in ("ask", "target", "floor"):
            yield ("strategy", name), getattr(guide.strategy, name)
        for name, amount in _asked(guide.strategy.also):
            yield ("strategy", "also", name), amount


def _asked(ask: Ask | None) -> Iterator[tuple[str, Amount | None]]:
    for name in ("base", "equity", "sign_on", "profit_share", "total") if ask else ():
        yield name, getattr(ask, name)


def _parts(row: PayRow) -> Iterator[tuple[str, Amount | None]]:
    yield "equity", row.equity.amount if row.equity else None
    for name in ("bonus", "sign_on", "total"):
        yield name, getattr(row, name)


def _has_unknown_part(row: PayRow) -> bool:
    """True where a part is not disclosed, so that the total may be more than the sum of the others."""
    return any(amount == NOT_DISCLOSED for name, amount in _parts(row) if name != "total")


def _sum(row: PayRow) -> Money | None:
    """Base, a year of equity, bonus and, in a first year, sign-on; None where base is no amount."""
    if not isinstance(row.base, Money):
        return None
    low, high = row.base.low, row.base.high
    for name, part in _parts(row):
        if name == "total" or (name == "sign_on" and row.total_kind != "first_year"):
            continue
        years = (row.equity.years or 1) if name == "equity" and row.equity and row.equity.per == "grant" else 1
        if isinstance(part, Money):
            low, high = low + part.low // years, high + part.high // years
        elif isinstance(part, Percent) and name == "bonus":
            low, high = low + int(row.base.low * part.low / 100), high + int(row.base.high * part.high / 100)
    return Money(row.base.currency, low, high)


GUIDE_CHECKS: list[GuideCheck] = [
    no_pay,
    percent_for_money,
    two_currencies,
    figure_without_source,
    wrong_total,
    grant_without_years,
    numbers_out_of_order,
    ask_outside_evidence,
]
TREE_CHECKS: list[TreeCheck] = [bad_schedule]
