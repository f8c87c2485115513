"""Figures of made-up pay: bands by region and level, in the region's currency, written as people write them."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from random import Random
from typing import Any

LEVELS = {"entry": 0.7, "mid": 0.9, "senior": 1.15, "staff": 1.45, "principal": 1.8, "unstated": 1.0}
"""Levels, and what each pays as a share of the role's usual base."""

_SIGNS = {"USD": "$", "GBP": "£", "EUR": "€", "CAD": "C$", "AUD": "A$", "SGD": "S$"}
_STEPS = {"INR": 100_000, "JPY": 100_000}
_COUNTRIES = {
    "US": 1.0, "GB": 0.75, "DE": 0.7, "NL": 0.7, "IE": 0.72, "FR": 0.6, "ES": 0.5, "PT": 0.45, "IT": 0.5,
    "PL": 0.5, "IN": 0.35, "CA": 0.75, "SG": 0.8, "JP": 0.6, "AU": 0.8, "EU": 0.6,
}  # fmt: skip


@dataclass(frozen=True)
class Band:
    """From low to high, in whole units of the currency."""

    currency: str
    low: int
    high: int

    def times(self, low: float, high: float) -> "Band":
        return Band(self.currency, rounded(self.low * low, self.currency), rounded(self.high * high, self.currency))

    def plus(self, other: "Band", parts: int = 1) -> "Band":
        return Band(self.currency, self.low + other.low // parts, self.high + other.high // parts)

    def at(self, share: float) -> "Band":
        """One amount between the ends; 0 is the low end, 1 the high one, more lies above it."""
        units = rounded(self.low + (self.high - self.low) * share, self.currency)
        return Band(self.currency, units, units)


class Places:
    """The project's regions and rates, and what a job pays there."""

    def __init__(self, regions: Mapping[str, Any], rates: Mapping[str, str]) -> None:
        self.regions = regions
        self._rates = {"EUR": Decimal(1), **{name: Decimal(rate) for name, rate in rates.items()}}

    def base(self, region: str, usual_usd: int, level: str, rng: Random) -> Band:
        """Base of a role and level in a region; `usual_usd` is what the role pays in the US."""
        place = self.regions[region]
        units = usual_usd * LEVELS[level] * _COUNTRIES.get(place["country"], 0.7) * rng.uniform(0.88, 1.12)
        own = units * float(self._rates[place["currency"]] / self._rates["USD"])
        band = Band(place["currency"], round(own), round(own))
        return band.times(rng.uniform(0.82, 0.92), rng.uniform(1.08, 1.2))


def rounded(units: float, currency: str) -> int:
    """The amount to the step that people name in the currency."""
    step = _STEPS.get(currency, 1_000)
    return max(round(units / step), 1) * step


def written(band: Band, *, in_full: bool = False) -> str:
    """The band as people write it: in thousands, in full, or in lakh."""
    low, high = (_one(band.currency, units, in_full=in_full) for units in (band.low, band.high))
    return low if low == high else f"{low}–{high}"  # noqa: RUF001  an en dash, as people write it


def _one(currency: str, units: int, *, in_full: bool) -> str:
    if currency == "INR":
        return f"₹{units // 100_000}L"
    if currency == "JPY":
        return f"JPY {units / 1_000_000:g}M"
    sign = _SIGNS.get(currency, f"{currency} ")
    return f"{sign}{units:,}" if in_full else f"{sign}{units // 1_000}K"
