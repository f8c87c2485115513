"""Turn the labour condition applications of a disclosure file into filings by company, role and state.

Kept are certified H-1B applications paid by the year, whose employer is known and whose title has a role.
"""

import datetime
import re
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from statistics import quantiles

from guidebook.enrich.guide import FEWEST_FILINGS
from guidebook.evidence.disclosure import UnreadableDisclosureError, rows
from guidebook.evidence.titles import level_of, role_of
from guidebook.model import Company, Filing

LEAST_WAGE, MOST_WAGE = 1_000, 10_000_000
"""What can be a year's wage in USD; outside of it stands a mistake in the file."""

_SHEET_EPOCH = datetime.date(1899, 12, 30)
_FORM = re.compile(
    r"\b(?:inc|incorporated|llc|l\.l\.c|corp|corporation|co|company|ltd|limited|lp|llp|plc|pbc|na|n\.a|us|usa)\b\.?"
)


@dataclass(slots=True)
class Taken:
    """What came out of a file: filings by company, the period, and what was left out."""

    period: str
    filings: dict[str, list[Filing]]
    applications: int = 0
    left_out: dict[str, int] = field(default_factory=dict)


def read(path: Path, companies: dict[str, Company]) -> Taken:
    """Aggregate the file by company, role and state; figures are the lower bound of the offer, USD a year."""
    wages: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    left_out: dict[str, int] = defaultdict(int)
    days: set[str] = set()
    known = _names(companies)
    total = 0
    for employer, title, state, wage, unit, day, count in rows(path):
        total += count
        company = known.get(_plain(employer or ""))
        role = role_of(title or "", level_of(title or "")) if company else None
        amount = _amount(wage)
        if reason := _reason(unit, company, role, amount):
            left_out[reason] += count
        if not _is_yearly(unit):
            continue
        days.add(str(day)[:10])
        if company and role and amount:
            for place in ("US", state or ""):
                wages[company, role, place] += [amount] * count
    if not days:
        units = "; ".join(f"{count} {reason}" for reason, count in left_out.items()) or "it has none at all"
        raise UnreadableDisclosureError(f"{path.name}: no certified H-1B application is paid by the year ({units})")
    period = _period(path, days)
    return Taken(period, _filings(wages, period), total, dict(left_out))


def _is_yearly(unit: str | None) -> bool:
    return (unit or "").strip().lower() == "year"


def _reason(unit: str | None, company: str | None, role: str | None, amount: int | None) -> str | None:
    """Why an application is left out, or None where it counts."""
    if not _is_yearly(unit):
        return f"paid by the {unit.strip().lower()}, not the year" if unit else "the wage has no unit"
    if not company:
        return "employer not known here"
    if not role:
        return "no role fits the title"
    return None if amount else "the wage is no yearly amount"


def _amount(wage: object) -> int | None:
    """A wage in whole USD a year, or None where it can be none."""
    try:
        amount = float(str(wage or "").replace("$", "").replace(",", ""))
    except ValueError:
        return None
    return round(amount) if LEAST_WAGE <= amount < MOST_WAGE else None


def _names(companies: dict[str, Company]) -> dict[str, str]:
    """Employers' names in plain form; products and parents among the aliases are employers of their own or none."""
    found: dict[str, str] = {}
    for name, company in companies.items():
        legal = [alias for alias in company.aliases if _FORM.search(alias.lower())]
        for own in (company.name, *company.filed_as, *legal):
            found.setdefault(_plain(own), name)
    return found


def _plain(name: str) -> str:
    """An employer's name without its legal form, case and punctuation."""
    return re.sub(r"[^a-z0-9]+", " ", _FORM.sub(" ", name.lower())).strip()


def _period(path: Path, days: set[str]) -> str:
    """The US federal fiscal years and quarters of the decisions; a year begins in October."""
    try:
        quarters = sorted({_quarter(day) for day in days})
    except ValueError:
        raise UnreadableDisclosureError(
            f"{path.name}: `DECISION_DATE` holds what is no day ({min(days, key=len)!r}); take the file as it came"
        ) from None
    first, last = quarters[0], quarters[-1]
    if first == last:
        return f"FY{first[0]}, quarter {first[1]}"
    if first[0] == last[0]:
        return f"FY{first[0]}, quarters {first[1]} to {last[1]}"
    return f"FY{first[0]}, quarter {first[1]} to FY{last[0]}, quarter {last[1]}"


def _quarter(day: str) -> tuple[int, int]:
    """The fiscal year and quarter of a day: written as 2023-10-09, as 10/9/2023, or as a sheet's number of days."""
    if re.fullmatch(r"[0-9]{5}(\.0)?", day):
        day = (_SHEET_EPOCH + datetime.timedelta(days=int(float(day)))).isoformat()
    if american := re.match(r"([0-9]{1,2})/[0-9]{1,2}/([0-9]{4})", day):
        year, month = int(american[2]), int(american[1])
    else:
        year, month = int(day[:4]), int(day[5:7])
    return (year + (month >= 10), (month - 10) % 12 // 3 + 1)


def _filings(wages: dict[tuple[str, str, str], list[int]], period: str) -> dict[str, list[Filing]]:
    found: dict[str, list[Filing]] = defaultdict(list)
    for (company, role, state), amounts in sorted(wages.items()):
        if state and len(amounts) >= FEWEST_FILINGS:
            p25, p50, p75 = (round(value) for value in quantiles(amounts, n=4, method="inclusive"))
            found[company].append(
                Filing(role=role, state=state, n=len(amounts), p25=p25, p50=p50, p75=p75, period=period)
            )
    return found
