"""Write what the scripts of Prepare and Compare read: currencies and rates, and the pay of each company's guides.

Each is a classic script that hangs its data on `globalThis.guidebook`, because a page opened from a folder may
load scripts and may not fetch files.
"""

import json
from collections.abc import Iterator
from typing import Any

from guidebook import labels, money
from guidebook.enrich.catalogue import Catalogue
from guidebook.enrich.fit import typeset
from guidebook.enrich.held import held_levers
from guidebook.enrich.rows import evidence_row, own_rows
from guidebook.enrich.sheet import FACTS, SheetLever
from guidebook.enrich.sources import SourceList
from guidebook.enrich.strategy import ROUND, chosen_row, derived_numbers
from guidebook.enrich.summary import Summary
from guidebook.model import Guide, PayRow
from guidebook.money import NOT_DISCLOSED, Amount, text
from guidebook.posted import PostedRow, posted_rows


def basics(catalogue: Catalogue) -> str:
    """How money is read and written, the dated rates, and what the sheet takes for what a reader holds: one script."""
    rates = catalogue.rates
    return _script(
        "basics",
        {
            "signs": money.SIGNS,
            "codes": sorted(money.CODES),
            "shown": money.SHOWN,
            "scales": money.SCALES,
            "largest": money.LARGEST,
            "round": ROUND,
            "rates": {name: str(rate) for name, rate in rates.per_eur.items()} if rates else {},
            "day": labels.day(rates.date) if rates else "",
            "publisher": rates.source.publisher if rates else "",
            "trades": (*labels.LADDER, labels.LADDER_END),
            "held": [_lever(lever) for lever in held_levers(catalogue)],
            "equity": {kind: [labels.EQUITY[kind], list(map(typeset, facts))] for kind, facts in _facts(catalogue)},
        },
    )


def index(catalogue: Catalogue) -> str:
    """The names of companies and roles, and which guides there are: one script."""
    companies = {
        name: [company.name, [guide.role for guide in catalogue.by_company[name]]]
        for name, company in catalogue.companies.items()
        if name in catalogue.by_company
    }
    roles = {name: catalogue.roles[name].name for name in sorted(catalogue.by_role)}
    return _script("guides", {"companies": companies, "roles": roles})


def company(catalogue: Catalogue, name: str) -> str:
    """The pay of one company's guides by role, as the pages show it: one script."""
    guides = {item.role: _guide(catalogue, item) for item in catalogue.by_company[name]}
    return _script(f"pay/{name}", {"name": catalogue.companies[name].name, "guides": guides})


def _script(name: str, data: dict[str, Any]) -> str:
    key = json.dumps(name)
    shown = json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=name == "basics")
    return f"((globalThis.guidebook ??= {{}}).data ??= {{}})[{key}] = {shown};\n"


def _lever(lever: SheetLever) -> dict[str, Any]:
    """A lever for what a reader holds: its scripts as words and blanks, `[text, blank]` each."""
    said = {"say": lever.say, "if_no": lever.if_no}
    scripts = {name: [[part.text, part.blank] for part in parts] for name, parts in said.items()}
    return {"requires": lever.requires, "title": lever.title, "amount": lever.amount, **scripts}


def _facts(catalogue: Catalogue) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What to get in writing by kind of equity, as much as the sheet has room for."""
    for kind, facts in catalogue.sheet.equity.items():
        yield str(kind), tuple(facts)[:FACTS]


def _guide(catalogue: Catalogue, item: Summary) -> dict[str, Any]:
    """The rows of a guide, which of them it speaks of, and its own ask. One that nobody wrote out is not looked up."""
    guide = catalogue.guides[item.id] if item.written else Guide(company=item.company, role=item.role)
    postings = [] if guide.pay else posted_rows(catalogue.postings(guide.company, guide.role))
    sources = SourceList({**catalogue.companies[guide.company].sources, **guide.sources})
    rows = own_rows(guide, sources, None) or [evidence_row(row) for row in postings]
    made = [_stated(catalogue, row) for row in guide.pay] or [_posted(catalogue, row) for row in postings]
    found: dict[str, Any] = {"role": catalogue.roles[guide.role].name, "rows": made}
    if row := chosen_row(rows, guide.strategy):
        found["row"] = rows.index(row)
    if guide.strategy:
        if row and not made[found["row"]].get("often"):
            made[found["row"]].pop("often", None)  # its ask is not made from a band that stands but once
        found |= {"unit": guide.strategy.unit, "ask": text(guide.strategy.ask)}
        found |= _known(target=guide.strategy.target, floor=guide.strategy.floor)
        if guide.strategy.ladder:
            found["trades"] = [step.trade for step in guide.strategy.ladder]
    return found


def _posted(catalogue: Catalogue, row: PostedRow) -> dict[str, Any]:
    ask, target = derived_numbers(row.usual)
    often = {} if row.usual == row.base else {"often": row.usual_count > 1}  # whether the usual band repeats
    return {
        **_place(catalogue, row.region, row.level, None),
        "base": text(row.base), "usual": text(row.usual), "ask": text(ask), "target": text(target), "basis": "posted",
        **often,
    }  # fmt: skip


def _stated(catalogue: Catalogue, row: PayRow) -> dict[str, Any]:
    found = _place(catalogue, row.region, row.level, row.grade) | {"basis": row.basis}
    found |= _known(base=row.base, bonus=row.bonus, sign_on=row.sign_on, total=row.total)
    if row.unconfirmed:
        found["unconfirmed"] = True
    if "total" in found:
        found["total_kind"] = row.total_kind
    if row.equity and row.equity.amount != NOT_DISCLOSED:
        equity = {"per": row.equity.per, "years": row.equity.years, "kind": row.equity.kind}
        found["equity"] = text(row.equity.amount)
        found |= {name: value for name, value in equity.items() if value}
        if row.equity.vesting:
            found["vesting"] = row.equity.vesting
    return found


def _place(catalogue: Catalogue, region: str, level: str, grade: str | None) -> dict[str, Any]:
    words = [labels.LEVEL[level]] if level != "unstated" or not grade else []
    place = catalogue.regions[region]
    return {"region": place.shown, "level": ", ".join([*words, *([grade] if grade else [])])}


def _known(**amounts: Amount | None) -> dict[str, str]:
    return {name: text(amount) for name, amount in amounts.items() if amount and amount != NOT_DISCLOSED}
