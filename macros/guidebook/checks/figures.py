"""Checks that what is said, and each amount in it, rests on something: a source, the evidence, or figures beside it."""

import re
from collections.abc import Iterable, Iterator

from guidebook.checks import Context, GuideCheck, TreeCheck
from guidebook.checks.claims import claims_an_offer
from guidebook.checks.scripts import own_name
from guidebook.load import Entry
from guidebook.model import Ask, Guide
from guidebook.model.sources import Claim
from guidebook.money import CODES, Amount, Money, MoneyError, parse, text
from guidebook.problems import Problem

Text = tuple[tuple[str | int, ...], str | None]

_ADVICE = "leave it out, or say it in a section with `sources`"
_LEVER_TEXTS = ("what", "when", "say", "short", "because", "if_no")
_SAID = frozenset({"say", "short", "because", "if_no", "questions"})
_NOTHING_SAID = ("none", "not disclosed")

_AMOUNT = re.compile(
    rf"(?<![\w$])(?:[A-Z]{{1,2}}\$|[$£€₹₪]|(?:{'|'.join(sorted(CODES))})\s)[0-9][0-9,]*(?:\.[0-9]+)?(?:Cr|[KML])?\b"
)


def figure_of_text_without_source(guide: Entry[Guide], context: Context) -> Iterator[Problem]:
    """A text of a guide names an amount that no source of its own, no row and no posting has.

    One that lies between amounts that are known, or is the difference of two of them, is worked out from them.
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
    known = _known(guide.value, context)
    for location, found in bare:
        for amount in found:
            if not _is_known(amount, known.get(amount.currency, set()), is_said=bool(_SAID & set(location))):
                wrong = f"the text names {text(amount)}, which no source, row or posting of this guide gives"
                right = "name its source in `sources`, or leave it out" if location[0] == "sections" else _ADVICE
                yield guide.problem(location, wrong, right)
                break


def statement_without_source(context: Context) -> Iterator[Problem]:
    """Something is said of a company, and neither a source nor what was looked for is named."""
    for company in context.tree.companies.values():
        value = company.value
        said: list[tuple[tuple[str | int, ...], Claim]] = [(("facts", at), fact) for at, fact in enumerate(value.facts)]
        said += [(("levels", at), level) for at, level in enumerate(value.levels)]
        said += [(("bonus",), value.bonus)] if value.bonus else []
        said += [(("equity",), value.equity)] if value.equity and value.equity.kind not in _NOTHING_SAID else []
        for location, claim in said:
            if not claim.sources and not claim.unconfirmed:
                right = (
                    "add `sources: [...]`, with the source under `sources`, or `unconfirmed` with what you looked for"
                )
                yield company.problem(location, f"`{location[0]}` says something and names no source", right)


def figure_for_all(context: Context) -> Iterator[Problem]:
    """A text of a role, a lever or a company's questions, which have no source, names an amount."""
    entries: list[tuple[Entry, tuple[str, ...]]] = []
    entries += [(role, ("paid_for", "questions")) for role in context.tree.roles.values()]
    entries += [(company, ("questions",)) for company in context.tree.companies.values()]
    entries += [(lever, _LEVER_TEXTS) for lever in context.tree.levers.values()]
    for entry, names in entries:
        for location, words in _texts(entry, names):
            if found := amounts(words):
                wrong = f"the text names {text(found[0])}, and nothing here gives it"
                yield entry.problem(location, wrong, "leave it out, or put it into a guide, beside its source")


def _texts(entry: Entry, names: Iterable[str]) -> Iterator[Text]:
    for name in names:
        value = getattr(entry.value, name)
        if isinstance(value, list):
            yield from (((name, number), words) for number, words in enumerate(value))
        else:
            yield (name,), value


def amounts(words: str | None) -> list[Money]:
    """The amounts that words name, in their order; what is no amount of whole units is none."""
    found = []
    for match in _AMOUNT.finditer(words or ""):
        try:
            amount = parse(match[0])
        except MoneyError:
            continue
        if isinstance(amount, Money):
            found.append(amount)
    return found


def _is_known(amount: Money, known: set[int], *, is_said: bool) -> bool:
    """True for what the known amounts of its currency hold, or for what is said and not above them."""
    if not known or amount.low > max(known):
        return False
    return is_said or amount.low >= min(known) or any(one - amount.low in known for one in known)


def _bare(guide: Guide, context: Context) -> Iterator[Text]:
    """The texts of a guide that name no source of their own."""
    evidence = context.tree.evidence.get(guide.company)
    is_posted = evidence is not None and any(posting.role == guide.role for posting in evidence.value.postings)
    yield ("worth",), guide.worth
    for number, section in enumerate(guide.sections):
        if not section.sources and not section.unconfirmed and not (section.basis == "posted" and is_posted):
            yield ("sections", number, "text"), section.text
    for number, lever in enumerate(guide.levers):
        if not lever.sources:
            for name in ("why", "say", "short", "because", "if_no", "note"):
                yield ("levers", number, name), getattr(lever, name)
    if guide.strategy:
        yield ("strategy", "reason"), guide.strategy.reason
        for number, script in enumerate(guide.strategy.scripts):
            yield ("strategy", "scripts", number, "say"), script.say
    for number, question in enumerate(guide.questions):
        yield ("questions", number), question


def _known(guide: Guide, context: Context) -> dict[str, set[int]]:
    """Amounts by currency that rows, evidence, asks and texts with sources have."""
    made: dict[str, set[int]] = {}
    for amount in _stated(guide, context):
        if isinstance(amount, Money):
            made.setdefault(amount.currency, set()).update((amount.low, amount.high))
    return made


def _stated(guide: Guide, context: Context) -> Iterator[Amount | None]:
    for row in guide.pay:
        yield from (row.base, row.bonus, row.sign_on, row.total, row.equity.amount if row.equity else None)
        yield from amounts(row.note)
    evidence = context.tree.evidence.get(guide.company)
    for posting in evidence.value.postings if evidence else ():
        yield posting.base
    for filing in evidence.value.filings if evidence else ():
        yield from (Money("USD", units, units) for units in (filing.p25, filing.p50, filing.p75))
    cited = [section.text for section in guide.sections if section.sources or section.unconfirmed]
    cited += [words for lever in guide.levers if lever.sources for words in (lever.why, lever.say, lever.note)]
    cited += [source.supports for source in guide.sources.values()]
    for words in cited:
        yield from amounts(words)
    yield from _asked(ask for lever in guide.levers if (ask := lever.ask))
    if guide.strategy:
        yield from (guide.strategy.ask, guide.strategy.target, guide.strategy.floor)
        yield from _asked([guide.strategy.also] if guide.strategy.also else [])


def _asked(asks: Iterable[Ask]) -> Iterator[Amount | None]:
    for ask in asks:
        yield from (ask.base, ask.equity, ask.bonus, ask.sign_on, ask.profit_share, ask.total)


GUIDE_CHECKS: list[GuideCheck] = [figure_of_text_without_source]
TREE_CHECKS: list[TreeCheck] = [statement_without_source, figure_for_all]
