"""Checks of what companies posted and filed, each figure by itself and beside the others."""

from collections.abc import Iterator

from guidebook.checks import Context, GuideCheck, TreeCheck
from guidebook.enrich.guide import FEWEST_FILINGS
from guidebook.money import Money, text
from guidebook.problems import Problem
from guidebook.yearly import foreign, implausible, too_wide

_STATES = frozenset(
    (  # noqa: SIM905
        "US AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK"
        " OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC PR GU VI AS MP FM MH PW"
    ).split()
)
"""Codes that the filings have for the states and territories, and for all of them together."""


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


def implausible_filing(context: Context) -> Iterator[Problem]:
    """The figures of a filing are out of order, nobody's pay of a year, or of too few to be shown."""
    for evidence in context.tree.evidence.values():
        for number, filing in enumerate(evidence.value.filings):
            place = ("filings", number)
            if not filing.p25 <= filing.p50 <= filing.p75:
                wrong = f"p25, p50 and p75 are out of order: {filing.p25}, {filing.p50}, {filing.p75}"
                yield evidence.problem((*place, "p25"), wrong, "write them in rising order, as they were filed")
            elif told := implausible(Money("USD", filing.p25, filing.p75), None):
                yield evidence.problem((*place, "p25"), told[0], "write whole US dollars a year, like 185000")
            if filing.n < FEWEST_FILINGS:
                wrong = f"figures of {filing.n} applications, and fewer than {FEWEST_FILINGS} are shown nowhere"
                yield evidence.problem((*place, "n"), wrong, "mend the number, or leave the filing out")


def unknown_state(context: Context) -> Iterator[Problem]:
    """A filing is of a state that there is not."""
    for evidence in context.tree.evidence.values():
        for number, filing in enumerate(evidence.value.filings):
            if filing.state not in _STATES:
                wrong = f"`state`: `{filing.state}` is no US state"
                right = "write the two letters of its code, like `CA`, or `US` for all states together"
                yield evidence.problem(("filings", number, "state"), wrong, right)


def repeated_filing(context: Context) -> Iterator[Problem]:
    """The filings of one role, state and period stand twice in a company's evidence."""
    for evidence in context.tree.evidence.values():
        first: dict[tuple[str, str, str], int] = {}
        for number, filing in enumerate(evidence.value.filings):
            earlier = first.setdefault((filing.role, filing.state, filing.period), number)
            if earlier != number:
                line, _ = evidence.document.place(("filings", earlier))
                wrong = (
                    f"a second filing for `{filing.role}`, `{filing.state}`, `{filing.period}`, first on line {line}"
                )
                yield evidence.problem(("filings", number), wrong, "keep one of the two")


GUIDE_CHECKS: list[GuideCheck] = []
TREE_CHECKS: list[TreeCheck] = [
    posting_without_band,
    implausible_posting,
    posting_in_foreign_currency,
    repeated_posting,
    implausible_filing,
    unknown_state,
    repeated_filing,
]
