"""Checks of the rows of pay, of a guide and of the evidence, each by itself and beside the others."""

from collections.abc import Iterator

from guidebook.checks import Context, GuideCheck, TreeCheck
from guidebook.load import Entry
from guidebook.model import Guide
from guidebook.money import Money
from guidebook.problems import Problem
from guidebook.yearly import implausible


def implausible_base(guide: Entry[Guide], context: Context) -> Iterator[Problem]:
    """The base of a row is nobody's pay of a year."""
    rates = context.tree.rates
    for number, row in enumerate(guide.value.pay):
        if isinstance(row.base, Money) and (told := implausible(row.base, rates.value if rates else None)):
            yield guide.problem(("pay", number, "base"), *told)


def implausible_posting(context: Context) -> Iterator[Problem]:
    """The base of a posting is nobody's pay of a year."""
    rates = context.tree.rates
    for evidence in context.tree.evidence.values():
        for number, posting in enumerate(evidence.value.postings):
            base = posting.base
            if isinstance(base, Money) and (told := implausible(base, rates.value if rates else None)):
                yield evidence.problem(("postings", number, "base"), *told)


GUIDE_CHECKS: list[GuideCheck] = [implausible_base]
TREE_CHECKS: list[TreeCheck] = [implausible_posting]
