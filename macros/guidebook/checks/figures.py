"""Checks that what is said, and each amount in it, rests on something: a source, the evidence, or figures beside it."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from guidebook.checks import Context, GuideCheck, TreeCheck
from guidebook.checks.claims import claims_an_offer
from guidebook.checks.scripts import own_name
from guidebook.load import Entry
from guidebook.model import Ask, Guide
from guidebook.model.company import CompanyLevel, Equity
from guidebook.model.sources import Claim
from guidebook.money import Amount, Money, Percent
from guidebook.named import Named, amounts
from guidebook.problems import Problem

Text = tuple[tuple[str | int, ...], str | None]

_ADVICE = "leave it out, or say it in a section with `sources`"
_WITH_SOURCES = {
    "sections": "name its source in `sources`, or leave it out",
    "levers": "name its source in the lever's `sources`, or leave it out",
    "strategy": "name its source in the strategy's `sources`, or leave it out",
}
"""What would be right, by the field; a field that is not here has no sources of its own."""
_LEVER_TEXTS = ("what", "when", "say", "short", "because", "if_no")
_SAID = frozenset({"say", "short", "because", "if_no", "questions", "ladder"})
_NOTHING_SAID = ("none", "not disclosed")
_IN_A_GUIDE = "leave it out, or put it into a guide, beside its source"
_YEARS, _MONTHS = (2, 3, 4, 5), 12


def figure_of_text_without_source(guide: Entry[Guide], context: Context) -> Iterator[Problem]:
    """A text of a guide names an amount that no source of its own, no row and no posting has.

    One that lies between amounts that are known, or that can be worked out from them, passes.
    What is to be said or asked may name any part of pay, so only what is more than all known amounts is told there.
    An imported guide is said to be unreviewed as a whole.
    """
    if guide.value.status == "imported":
        return
    own = own_name(guide.value, context)
    bare = [
        (location, found)
        for location, words in _bare(guide.value, context)
        if (found := amounts(words)) and not claims_an_offer(words or "", own)  # that is another mistake
    ]
    if not bare:
        return
    known, worked_out = _known(guide.value, context), _worked_out(guide.value)
    for location, found in bare:
        is_said = bool(_SAID & set(location))
        stray = [amount.words for amount in found if not _is_known(amount, known, worked_out, is_said=is_said)]
        if stray:
            shown = ", ".join(dict.fromkeys(stray))
            wrong = f"the text names {shown}, which no source, row or posting of this guide gives"
            yield guide.problem(location, wrong, _WITH_SOURCES.get(str(location[0]), _ADVICE))


def statement_without_source(context: Context) -> Iterator[Problem]:
    """Something is said of a company, and neither a source nor what was looked for is named."""
    for company in context.tree.companies.values():
        value = company.value
        said: list[tuple[tuple[str | int, ...], Claim]] = [(("facts", at), fact) for at, fact in enumerate(value.facts)]
        said += [(("levels", at), level) for at, level in enumerate(value.levels)]
        said += [(("bonus",), value.bonus)] if value.bonus else []
        said += [(("equity",), value.equity)] if value.equity and _says_something(value.equity) else []
        for location, claim in said:
            if not claim.sources and not claim.unconfirmed:
                name = f"the level `{claim.name}`" if isinstance(claim, CompanyLevel) else f"`{location[0]}`"
                right = "add `sources: [...]`, the source under `sources`, or `unconfirmed` with what you looked for"
                yield company.problem(location, f"{name} says something and names no source", right)


def _says_something(equity: Equity) -> bool:
    said = (equity.vesting, equity.schedule, equity.refresh, equity.liquidity)
    return equity.kind not in _NOTHING_SAID or any(said)


def figure_for_all(context: Context) -> Iterator[Problem]:
    """A text of a role, a lever or a company's questions, which have no source, names an amount."""
    entries: list[tuple[Entry, tuple[str, ...]]] = []
    entries += [(role, ("paid_for", "questions")) for role in context.tree.roles.values()]
    entries += [(company, ("questions",)) for company in context.tree.companies.values()]
    entries += [(lever, _LEVER_TEXTS) for lever in context.tree.levers.values()]
    for entry, names in entries:
        if getattr(entry.value, "sources", None) and names != ("questions",):
            continue  # a file of its own with sources says where its figures are from
        for location, words in _texts(entry, names):
            if found := amounts(words):
                wrong = f"the text names {found[0].words}, and nothing here gives it"
                right = "leave it out, name its source in the file's `sources`, or put it into a guide"
                yield entry.problem(location, wrong, _IN_A_GUIDE if names == ("questions",) else right)


def _texts(entry: Entry, names: Iterable[str]) -> Iterator[Text]:
    for name in names:
        value = getattr(entry.value, name)
        if isinstance(value, list):
            yield from (((name, number), words) for number, words in enumerate(value))
        else:
            yield (name,), value


def _is_known(
    amount: Named, known: Mapping[str, set[int]], worked_out: Mapping[str, set[int]], *, is_said: bool
) -> bool:
    """True for what the known amounts of its currency hold or give, or for what is said and not above them."""
    ends, here = (amount.low, amount.high), known.get(amount.currency, set())
    if here and max(ends) <= max(here) and (is_said or min(ends) >= min(here)):
        return True
    given = worked_out.get(amount.currency, set())
    return all(end in here or end in given or any(one - end in here for one in here) for end in ends)


def _worked_out(guide: Guide) -> dict[str, set[int]]:
    """What a reader works out from rows and asks: two parts together, a bonus of base, a grant by the year, a month."""
    shares: set[Decimal] = set()
    own: dict[str, set[int]] = {}
    for part in _own_amounts(guide):
        if isinstance(part, Percent):
            shares |= {part.low, part.high}
        elif isinstance(part, Money):
            own.setdefault(part.currency, set()).update((part.low, part.high))
    found: dict[str, set[int]] = {}
    for currency, ends in own.items():
        found[currency] = {one + other for one in ends for other in ends}
        found[currency] |= {int(one * share / 100) for one in ends for share in shares}
        found[currency] |= {one // years for one in ends for years in (*_YEARS, _MONTHS)}
    return found


def _own_amounts(guide: Guide) -> Iterator[Amount | None]:
    """The amounts of the guide's rows and asks."""
    for row in guide.pay:
        yield from (row.base, row.bonus, row.sign_on, row.total, row.equity.amount if row.equity else None)
    yield from _asked(ask for lever in guide.levers if (ask := lever.ask))
    if guide.strategy:
        yield from (guide.strategy.ask, guide.strategy.target, guide.strategy.floor)
        yield from _asked([guide.strategy.also] if guide.strategy.also else [])


def _bare(guide: Guide, context: Context) -> Iterator[Text]:
    """The texts of a guide that name no source of their own."""
    evidence = context.tree.evidence.get(guide.company)
    is_posted = evidence is not None and any(posting.role == guide.role for posting in evidence.value.postings)
    yield ("worth",), guide.worth
    yield from ((("dna", number), tag) for number, tag in enumerate(guide.dna))
    for number, section in enumerate(guide.sections):
        if not section.sources and not section.unconfirmed and not (section.basis == "posted" and is_posted):
            yield ("sections", number, "text"), section.text
    for number, lever in enumerate(guide.levers):
        if not lever.sources:
            for name in ("title", "why", "say", "short", "because", "if_no", "note"):
                yield ("levers", number, name), getattr(lever, name)
    if guide.strategy and not guide.strategy.sources:
        yield ("strategy", "reason"), guide.strategy.reason
        for number, script in enumerate(guide.strategy.scripts):
            yield ("strategy", "scripts", number, "say"), script.say
        for number, step in enumerate(guide.strategy.ladder):
            yield from ((("strategy", "ladder", number, name), getattr(step, name)) for name in ("step", "trade"))
    for number, question in enumerate(guide.questions):
        yield ("questions", number), question


def _known(guide: Guide, context: Context) -> dict[str, set[int]]:
    """Amounts by currency that rows, evidence, asks, the company's file and texts with sources have."""
    made: dict[str, set[int]] = {}
    for amount in _stated(guide, context):
        if isinstance(amount, Money | Named):
            made.setdefault(amount.currency, set()).update((amount.low, amount.high))
    return made


def _stated(guide: Guide, context: Context) -> Iterator[Amount | Named | None]:
    yield from _own_amounts(guide)
    evidence = context.tree.evidence.get(guide.company)
    for posting in evidence.value.postings if evidence else ():
        yield posting.base
    for filing in evidence.value.filings if evidence else ():
        yield from (Money("USD", units, units) for units in (filing.p25, filing.p50, filing.p75))
    for words in _cited(guide, context):
        yield from amounts(words)


def _cited(guide: Guide, context: Context) -> Iterator[str | None]:
    """Texts that name a source of their own, of the guide and of its company."""
    yield from (row.note for row in guide.pay)
    yield from (section.text for section in guide.sections if section.sources or section.unconfirmed)
    for lever in guide.levers:
        yield from (lever.why, lever.say, lever.note) if lever.sources else ()
    if guide.strategy and guide.strategy.sources:
        yield from (guide.strategy.reason, *(script.say for script in guide.strategy.scripts))
    yield from (source.supports for source in guide.sources.values())
    company = context.tree.companies.get(guide.company)
    if company:
        equity = company.value.equity
        yield from (fact.text for fact in company.value.facts)
        yield company.value.bonus.text if company.value.bonus else None
        yield from (equity.vesting, equity.refresh, equity.liquidity) if equity else ()
        yield from (source.supports for source in company.value.sources.values())


def _asked(asks: Iterable[Ask]) -> Iterator[Amount | None]:
    for ask in asks:
        yield from (ask.base, ask.equity, ask.bonus, ask.sign_on, ask.profit_share, ask.total)


GUIDE_CHECKS: list[GuideCheck] = [figure_of_text_without_source]
TREE_CHECKS: list[TreeCheck] = [statement_without_source, figure_for_all]
