"""The rows of a guide's pay table, from the guide or from the evidence."""

import datetime
from dataclasses import dataclass

from guidebook import labels
from guidebook.enrich.chart import Bar
from guidebook.enrich.sources import SourceList
from guidebook.model import Guide, PayRow, Posting
from guidebook.model.guide import EquityPay
from guidebook.money import NOT_DISCLOSED, Amount, Money, text
from guidebook.posted import PostedRow


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table as the page shows it; amounts are a year unless a detail says otherwise."""

    region: str
    level: str
    base: Amount
    equity: Amount
    equity_detail: str
    bonus: Amount
    sign_on: Amount | None
    total: Amount
    total_rule: str
    basis: str
    unconfirmed: str | None
    numbers: tuple[int, ...]
    note: str | None
    usual: Money | None = None
    usual_count: int = 0
    postings: tuple[Posting, ...] = ()
    newest: datetime.date | None = None
    grade: str | None = None

    @property
    def level_label(self) -> str:
        """The level as the page writes it, with the grade of a published scale."""
        label = labels.LEVEL[self.level]
        if self.grade is None:
            return label
        return self.grade if self.level == "unstated" else f"{label}, {self.grade}"

    @property
    def is_usual_apart(self) -> bool:
        """True where some band was posted more than once and is not the whole range."""
        return self.usual is not None and self.usual != self.base and self.usual_count > 1


def own_rows(guide: Guide, sources: SourceList, equity_kind: str | None) -> list[Row]:
    """Rows that the guide's file states itself."""
    return [_own(row, sources, equity_kind) for row in guide.pay]


def evidence_row(row: PostedRow) -> Row:
    """A row made of postings: base alone, all else not disclosed."""
    return Row(
        row.region, row.level, row.base, NOT_DISCLOSED, "", NOT_DISCLOSED, None, NOT_DISCLOSED, "",
        "posted", None, (), None, row.usual, row.usual_count, row.postings, row.newest,
    )  # fmt: skip


def bar(number: int, row: Row, region: str) -> Bar | None:
    """The base of the table's row of that number as a bar, or None where base is no amount."""
    if not isinstance(row.base, Money):
        return None
    level = labels.LEVEL[row.level].lower() if row.level != "unstated" else None
    label = ", ".join(word for word in (region, level, row.grade) if word)
    detail = f"{row.basis}, not confirmed" if row.unconfirmed else row.basis
    return Bar(label, row.base, row.basis, detail, row.usual if row.is_usual_apart else None, number)


def _own(row: PayRow, sources: SourceList, equity_kind: str | None) -> Row:
    return Row(
        row.region,
        row.level,
        row.base,
        row.equity.amount if row.equity else NOT_DISCLOSED,
        _equity_detail(row.equity, equity_kind),
        row.bonus or NOT_DISCLOSED,
        row.sign_on,
        row.total or NOT_DISCLOSED,
        labels.TOTAL[row.total_kind] if row.total and row.total != NOT_DISCLOSED else "",
        row.basis,
        row.unconfirmed,
        sources.numbers(row.sources),
        row.note,
        grade=row.grade,
    )


def _equity_detail(equity: EquityPay | None, company_kind: str | None) -> str:
    if equity is None or not isinstance(equity.amount, Money):
        return ""
    kind = equity.kind or company_kind
    words = [labels.EQUITY[kind]] if kind and kind != "not disclosed" else []
    words.append("a year" if equity.per == "year" else f"per grant of {equity.years} years")
    detail = " ".join(words)
    if equity.vesting and equity.vesting != text(NOT_DISCLOSED):
        detail += f"; {equity.vesting}"
    return detail
