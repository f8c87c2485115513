"""Checks of what companies posted and filed, each figure by itself and beside the others."""

from collections.abc import Iterator

from guidebook.checks import Context, GuideCheck, TreeCheck
from guidebook.money import Money, text
from guidebook.problems import Problem
from guidebook.yearly import foreign, implausible, too_wide


def posting_without_band(context: Context) -> Iterator[Problem]:
    """The base of a posting is no amount of money; no row can be made of it."""
    for evidence in context.tree.evidence.values():
        for number, posting in enumerate(evidence.value.postings):
            if not isinstance(posting.base, Money):
                wrong = f"the base of a posting is no band of money but `{text(posting.base)}`"
                right = "write what was posted, like `$185K–$250K`, or leave the posting out"  # noqa: RUF001  a band
                yield evidence.problem(("postings", number, "base"), wrong, right)


def implausible_posting(context: Context) -> Iterator[Problem]:
    """The base of a posting is nobody's pay of a year, or no band of one opening."""
    rates = context.tree.rates
    for evidence in context.tree.evidence.values():
        for number, posting in enumerate(evidence.value.postings):
            base = posting.base
            if not isinstance(base, Money):
                continue
            if told := implausible(base, rates.value if rates else None) or too_wide(base):
                yield evidence.problem(("postings", number, "base"), *told)


def posting_in_foreign_currency(context: Context) -> Iterator[Problem]:
    """A posting is in another currency than its region is paid in. It may be so; more often it is the wrong region."""
    regions = context.tree.regions.value.root if context.tree.regions else {}
    for evidence in context.tree.evidence.values():
        for number, posting in enumerate(evidence.value.postings):
            for name in posting.regions:
                region, base = regions.get(name), posting.base
                if region and isinstance(base, Money) and base.currency != region.currency:
                    told = foreign(base, name, region.currency)
                    yield evidence.problem(("postings", number, "base"), *told, is_warning=True)


def repeated_posting(context: Context) -> Iterator[Problem]:
    """A posting stands twice in a company's evidence; as in an import, its address, title and region tell it."""
    for evidence in context.tree.evidence.values():
        first: dict[tuple[str, str, str], int] = {}
        for number, posting in enumerate(evidence.value.postings):
            for region in posting.regions:
                earlier = first.setdefault((posting.url, posting.title, region), number)
                if earlier != number:
                    line, _ = evidence.document.place(("postings", earlier))
                    wrong = f"this posting stands twice for `{region}`, first on line {line}"
                    yield evidence.problem(("postings", number), wrong, "keep the one that was seen last")


GUIDE_CHECKS: list[GuideCheck] = []
TREE_CHECKS: list[TreeCheck] = [
    posting_without_band,
    implausible_posting,
    posting_in_foreign_currency,
    repeated_posting,
]
