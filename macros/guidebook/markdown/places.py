"""Regions of one file: those that are known, and those that it brings."""

from dataclasses import dataclass, field
from typing import Any

from guidebook import cells
from guidebook.markdown.names import Names, is_dollar, place_words, regions_of, slug
from guidebook.money import CODES, Money, MoneyError

_YEN_OR_YUAN = {"JP": "JPY", "CN": "CNY"}
"""What `¥` stands for, by the country of a flag."""

_WITH_DOLLARS = {"AU", "CA", "HK", "NZ", "SG"}
"""Countries with a dollar of their own, which people there write with a bare sign."""


@dataclass(slots=True)
class Places:
    """The regions that a file names; `new` are entries to add to regions.yml by their ids."""

    names: Names
    new: dict[str, dict[str, Any]] = field(default_factory=dict)

    def knows(self, cell: str) -> bool:
        """True where the words of a cell name a place: a known one, or one with a flag or a currency."""
        words = place_words(cell)
        return bool(words.name) and bool(
            regions_of(words.name, self.names) or words.country or (words.currency in CODES and words.name)
        )

    def axis(self, cell: str, amounts: list[str]) -> dict[str, Any]:
        """What a region's cell says of the amounts beside it; nothing where no currency shows what the place is."""
        words = place_words(cell)
        if not words.name:
            return {}
        found = regions_of(words.name, self.names)
        sign = self._sign((words.currency, _YEN_OR_YUAN.get(words.country or "")), found, amounts)
        currency = _currency(amounts, sign)
        if not found and currency:
            found = self._added(words.name, words.country, currency)
        return ({"regions": found} if found else {}) | ({"currency": sign} if sign else {})

    def has_other_dollars(self, axis: dict[str, Any]) -> bool:
        """True where a bare `$` may not be the US dollar that it is read as: the place has dollars of its own."""
        if axis.get("currency"):
            return False
        regions = axis.get("regions", ())
        currencies = {self.names.currencies.get(region, "") for region in regions}
        countries = {self.new[region].get("country", "US") for region in regions if region in self.new}
        return any(is_dollar(currency) for currency in currencies - {"USD"}) or bool(countries & _WITH_DOLLARS)

    def _sign(self, said: tuple[str | None, ...], found: list[str], amounts: list[str]) -> str | None:
        """What a bare `$` or `¥` stands for: a dollar by the cell's own words, a yen or yuan by flag or region, too."""
        if any("¥" in amount for amount in amounts):
            known = [self.names.currencies.get(region) for region in found]
            return next((code for code in (*said, *known) if code in _YEN_OR_YUAN.values()), None)
        stated = said[0]
        return stated if is_dollar(stated) and stated != "USD" else None

    def _added(self, name: str, country: str | None, currency: str) -> list[str]:
        key = slug(name)
        if not key or (key in self.names.currencies and key not in self.new):
            return [key] if key else []
        self.new[key] = {"name": name, **({"country": country} if country else {}), "currency": currency}
        return [key]


def _currency(amounts: list[str], sign: str | None) -> str | None:
    """The currency of the first amount among the cells."""
    for words in amounts:
        try:
            amount = cells.read(words, sign).amount
        except MoneyError:
            continue
        if isinstance(amount, Money):
            return amount.currency
    return None
