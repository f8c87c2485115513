"""The rows of a made-up pay table, and the three numbers of its strategy; totals are what their parts give."""

from dataclasses import dataclass
from random import Random
from typing import Any

from made.company import Made
from made.figures import LEVELS, Band, Places, written
from made.words import Writer

_SHARES = {
    "rsu": 0.45, "double-trigger-rsu": 0.4, "options": 0.3, "profit-units": 0.35, "profit-share": 0.2, "cash": 0.15,
}  # fmt: skip
"""What a year of each kind of equity is worth, as a share of base."""
_PERCENTS = ((5, 10), (10, 10), (10, 15), (15, 20))


@dataclass(frozen=True)
class Row:
    """One row; equity is of a year, and None where nothing is known of it."""

    region: str
    level: str
    base: Band
    equity: Band | None
    per_grant: bool
    percents: tuple[int, int] | None
    sign_on: Band | None

    def data(self, *, in_full: bool) -> dict[str, Any]:
        """The row as a guide's file holds it."""
        found: dict[str, Any] = {"region": self.region, "level": self.level}
        found |= {"base": written(self.base, in_full=in_full), "equity": self._equity(in_full=in_full)}
        found["bonus"] = _percent(self.percents) if self.percents else "not disclosed"
        if self.sign_on:
            found["sign_on"] = written(self.sign_on, in_full=in_full)
        if self.equity:
            found["total"] = written(self._total(), in_full=in_full)
        return found | {"basis": "reported", "sources": ["pay"]}

    def _equity(self, *, in_full: bool) -> dict[str, Any]:
        if self.equity is None:
            return {"amount": "not disclosed"}
        if not self.per_grant:
            return {"amount": written(self.equity, in_full=in_full), "per": "year"}
        return {"amount": written(self.equity.times(4, 4), in_full=in_full), "per": "grant", "years": 4}

    def _total(self) -> Band:
        low, high = self.percents or (0, 0)
        assert self.equity is not None
        return self.base.times(1 + low / 100, 1 + high / 100).plus(self.equity)


def rows(rng: Random, company: Made, places: Places, usual_usd: int, most: int) -> list[Row]:
    """From one row to `most`, each of a region of the company's."""
    count = rng.randint(1, most)
    chosen = list(company.regions[:count]) if rng.random() < 0.8 else [company.regions[0]] * min(count, 4)
    levels = list(LEVELS) if len(set(chosen)) < len(chosen) else [rng.choice(list(LEVELS))] * len(chosen)
    return [
        _row(rng, company, region, level, places.base(region, usual_usd, level, rng))
        for region, level in zip(chosen, levels, strict=False)
    ]


def strategy(rng: Random, writer: Writer, row: Row, *, in_full: bool) -> dict[str, Any]:
    """Ask, target and floor within the row's band in falling order, what to say, and the way down."""
    shares = sorted((rng.uniform(0.3, 1.1) for _ in range(3)), reverse=True)
    ask, target, floor = (written(row.base.at(share), in_full=in_full) for share in shares)
    found: dict[str, Any] = {"unit": "base", "region": row.region, "level": row.level, "ask": ask}
    found |= {"target": target} if rng.random() < 0.6 else {}
    found |= {"floor": floor} if rng.random() < 0.7 else {}
    found |= {"reason": writer.paragraph()} if rng.random() < 0.4 else {}
    scripts = [{"requires": "none", "say": f"{writer.saying()} To sign I am asking for {ask}."}]
    if rng.random() < 0.4:
        held = "I hold a written offer from {rival_employer} at {rival_offer}."
        scripts.append({"requires": "written_offer", "say": f"{held} To sign here I need {ask}."})
    steps = [{"step": f"{amount} base", "trade": writer.trade()} for amount in (ask, target, floor)]
    return found | {"basis": "reported", "sources": ["pay"], "scripts": scripts, "ladder": steps}


def _row(rng: Random, company: Made, region: str, level: str, base: Band) -> Row:
    share = _SHARES.get(company.equity)
    equity = base.times(share * rng.uniform(0.7, 1), share * rng.uniform(1, 1.4)) if share else None
    sign_on = base.times(0.08, 0.12) if rng.random() < 0.2 else None
    percents = rng.choice(_PERCENTS) if rng.random() < 0.7 else None
    return Row(region, level, base, equity, company.equity not in ("profit-share", "cash"), percents, sign_on)


def _percent(ends: tuple[int, int]) -> str:
    low, high = ends
    return f"{low}%" if low == high else f"{low}–{high}%"  # noqa: RUF001  an en dash, as people write it
