"""Regions of one file: those that are known, and those that it brings."""

import re
from dataclasses import dataclass, field, replace
from typing import Any

from guidebook import cells
from guidebook.markdown import dollars
from guidebook.markdown.names import OTHERWISE, Names, PlaceWords, place_words, regions_of, slug
from guidebook.money import CODES, Money, MoneyError
from guidebook.suggest import typed as folded

_BARE = re.compile(r"(?<![A-Za-z])\$\s?[0-9]")
_NO_PLACE = re.compile(
    r"^(?:average|avg|mean|median|total|sum|overall|difference|change|delta|headcount)\b|Δ|\bvs\b|\bheadcount\b",
    re.IGNORECASE,
)
"""Rows about the places above them."""
_YEN_OR_YUAN = {"JP": "JPY", "CN": "CNY"}
"""What `¥` stands for, by the country of a flag."""


@dataclass(slots=True)
class Places:
    """The regions that a file names; `new` are entries to add to regions.yml by their ids."""

    names: Names
    said: str | None = None
    """What the file says of all its amounts: a currency, or `local`."""
    new: dict[str, dict[str, Any]] = field(default_factory=dict)

    def knows(self, cell: str) -> bool:
        """True where the words of a cell name a place: a known one, or one with a flag or a currency."""
        words = place_words(cell)
        return bool(words.name) and bool(
            regions_of(words.name, self.names)
            or self.names.region(words.name.partition("(")[0].strip())
            or words.country
            or words.currency in CODES
        )

    def axis(self, cell: str, amounts: list[str]) -> dict[str, Any]:
        """What a region's cell says of the amounts beside it; nothing where no currency shows what the place is."""
        words = place_words(cell)
        if not words.name or _NO_PLACE.search(words.name):
            return {}
        found = self._paid_alike(regions_of(words.name, self.names) or self._by_flag(words), amounts)
        home = self._home(words, found)
        if other := self._elsewhere(words, found, amounts):
            found, home = [], dollars.of_country(words.country)
            words = replace(words, name=f"{words.name} ({other})")
        home = home or _currency(amounts, cells.UNCLEAR)
        sign = self._sign(words, found, amounts, home)
        amount = _currency(amounts, sign)
        currency = home if home in dollars.DOLLARS and (amount or sign == cells.UNCLEAR) else amount
        currency = words.currency if currency and words.currency in CODES else currency
        if not found and currency:
            found = self._added(words.name, words.country, currency)
        return ({"regions": found} if found else {}) | ({"currency": sign} if sign else {})

    def _paid_alike(self, found: list[str], amounts: list[str]) -> list[str]:
        """Of several regions of different currencies, those that are paid in the one of the amounts."""
        if len({self.names.currencies.get(region) for region in found}) < 2:
            return found
        paid = _currency(amounts, None)
        return [region for region in found if self.names.currencies.get(region) == paid]

    def _by_flag(self, words: PlaceWords) -> list[str]:
        """The known town of the flag's country of which the brackets name a part."""
        town, bracket, _ = words.name.partition("(")
        is_part = bracket and words.country and not OTHERWISE.search(words.name)
        known = self.names.region(town.strip()) if is_part else None
        is_country = town.strip().casefold() in dollars.countries()
        return [known] if known and not is_country and self.names.countries.get(known) == words.country else []

    def _elsewhere(self, words: PlaceWords, found: list[str], amounts: list[str]) -> str | None:
        """Where a place of the same name lies, as Cambridge in pounds does: its country, else its currency."""
        if len(found) != 1:
            return None
        country = self.names.countries.get(found[0])
        if words.country and country and country != words.country and "EU" not in {country, words.country}:
            return words.country
        paid = _currency(amounts, cells.UNCLEAR)
        return paid if self.names.currencies.get(found[0]) == "USD" and paid not in {None, "USD"} else None

    def _sign(self, words: PlaceWords, found: list[str], amounts: list[str], home: str | None) -> str | None:
        """What a bare `$` or `¥` stands for: by the cell's words, for a yen or yuan by flag or region, too."""
        if any("¥" in amount for amount in amounts):
            known = [self.names.currencies.get(region) for region in found]
            said = (words.currency, _YEN_OR_YUAN.get(words.country or ""), *known)
            return next((code for code in said if code in _YEN_OR_YUAN.values()), None)
        if words.currency in dollars.DOLLARS:
            return words.currency if words.currency != home or home != "USD" else None
        return dollars.meant(home, self.said) if any(map(_is_bare, amounts)) else None

    def _home(self, words: PlaceWords, found: list[str]) -> str | None:
        """The dollar of the place: by its region, its flag, or a country or region that its words name."""
        known = {self.names.currencies.get(region) for region in found}
        if known:
            return next((code for code in known if code != "USD" and code in dollars.DOLLARS), "USD")
        if words.country:
            return dollars.of_country(words.country)
        for part in reversed([words.name, *re.split(r"\s*[(),/–—-]\s*", words.name)]):
            region = self.names.region(part)
            country = dollars.countries().get(part.casefold())
            if home := self.names.currencies.get(region or "") or dollars.of_country(country):
                return home
        return None

    def _added(self, name: str, country: str | None, currency: str) -> list[str]:
        key = slug(name)
        if folded(name) in self.names.taken:
            return []
        if not key or (key in self.names.currencies and key not in self.new):
            return [key] if key else []
        self.new[key] = {"name": name, **({"country": country} if country else {}), "currency": currency}
        return [key]


def _is_bare(words: str) -> bool:
    """True for an amount with a dollar sign that no letters before it and no code after it explain."""
    if not _BARE.search(words):
        return False
    try:
        return cells.read(words, cells.UNCLEAR).amount is None
    except MoneyError:
        return False


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
