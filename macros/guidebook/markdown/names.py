"""Find companies, roles and regions by the names that people write, and name those that are new."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from guidebook.load import Tree
from guidebook.markdown import dollars
from guidebook.model import Region
from guidebook.money import CODES
from guidebook.suggest import typed as folded

_FLAG = re.compile("[\U0001f1e6-\U0001f1ff]{2}")
_PICTURE = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f\u200d\u2b50\u2b06\u2193]")
_ASIDE = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]")
_DECORATION = re.compile(
    rf"(?:hq|headquarters?|head office|main office|primary|base|[0-9]|{'|'.join(sorted(CODES))}"
    r"|[a-z]{0,2}[$£€₹₩¥₪]"
    r"|[a-z]{3}\s?/?\s?[a-z]{0,2}[$£€₹₩¥₪]"
    r"|[$£€₹₩¥₪]\s?[a-z]{3})",
    re.IGNORECASE,
)  # fmt: skip
OTHERWISE = re.compile(r"\bremote\b|\bonly\b|\btier\b", re.IGNORECASE)
"""Words by which a place in brackets is another place: `Remote (LATAM)`, `US (Tier 2)`."""
_FOOTNOTE = re.compile(r"\s*(?:[¹²³†‡§]+|\[\^?\w\]|\s[0-9])$")
"""The number of a note, after a place that is known without it."""
_SPLIT = re.compile(r"\s*(?:/|&|\band\b|\bor\b|;|\+)\s*")
_LETTERS_APART = str.maketrans(
    {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "ß": "ss", "đ": "d", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ı": "i"}
)


@dataclass(slots=True)
class Names:
    """Ids by folded names and aliases; what a run adds is known from then on."""

    companies: dict[str, str] = field(default_factory=dict)
    roles: dict[str, str] = field(default_factory=dict)
    regions: dict[str, str] = field(default_factory=dict)
    currencies: dict[str, str] = field(default_factory=dict)
    """Each region's currency by its id."""
    countries: dict[str, str | None] = field(default_factory=dict)
    """Each region's country by its id."""
    taken: set[str] = field(default_factory=set)
    """Folded names that lead to a region and are no name of it: `India` leads to a town."""
    shown: dict[str, str] = field(default_factory=dict)
    """Companies' names as they are written, by folded name."""

    def company(self, name: str) -> str | None:
        """The id of a company that is known by `name`."""
        return self.companies.get(folded(name)) or self.companies.get(slug(name))

    def learn_company(self, name: str, key: str) -> None:
        """Know the company `name` by its id from now on; a name that is known stays what it is."""
        if key and self.company(name) is None:
            self.companies |= {folded(name): key, key: key}
            self.shown |= {folded(name): name}

    def learn_region(self, key: str, region: dict[str, Any]) -> None:
        """Know a region by its id and its entry in regions.yml, where the id is no other's."""
        if key not in self.currencies:
            self.currencies[key] = region["currency"]
            self.countries[key] = region.get("country")
            self.regions[folded(region["name"])] = key

    def role(self, name: str) -> str | None:
        """The id of a role that is called `name`; an alias may mean a wider role, so it is not taken for one."""
        return self.roles.get(folded(name)) or self.roles.get(slug(name))

    def region(self, name: str) -> str | None:
        """The id of a region that is known by `name`."""
        return self.regions.get(folded(name)) or self.regions.get(folded(name.replace(",", " ").replace(".", "")))


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """The words of a region's cell: its name without ornament, its flag's country, the currency that it names."""

    name: str
    country: str | None
    currency: str | None


def known(tree: Tree) -> Names:
    """The names in the data."""
    names = Names()
    for key, company in tree.companies.items():
        _add(names.companies, key, [company.value.name, *company.value.aliases])
        names.shown |= {folded(name): name for name in (company.value.name, *company.value.aliases)}
        names.shown.setdefault(key, company.value.name)
    for key, role in tree.roles.items():
        _add(names.roles, key, [role.value.name])
    for key, region in tree.regions.value.root.items() if tree.regions else ():
        own = _own_aliases(region)
        _add(names.regions, key, [region.name, region.shown, *own])
        names.taken |= {folded(alias) for alias in region.aliases if alias not in own}
        names.currencies[key] = region.currency
        names.countries[key] = region.country
    return names


def _own_aliases(region: Region) -> list[str]:
    """The other names of a region; a whole country is none of a town's, though somebody who types it may mean it."""
    countries = dollars.countries()
    is_wide = "remote" in region.shown.casefold() or region.name.casefold() in countries
    return [alias for alias in region.aliases if is_wide or alias.casefold() not in countries]


def place_words(cell: str) -> PlaceWords:
    """Take a region's cell apart: flag, picture, `(HQ)` and `(GBP £)` are no part of its name."""
    flag = _FLAG.search(cell)
    country = "".join(chr(ord(letter) - 0x1F1E6 + ord("A")) for letter in flag[0]) if flag else None
    name = _PICTURE.sub(" ", _FLAG.sub(" ", cell))
    currency = None
    for aside in _ASIDE.findall(name):
        codes = [code for code in re.findall(r"[A-Z]{3}", aside) if code in CODES]
        if _DECORATION.fullmatch(aside.strip()):
            currency = currency or (codes[0] if codes else None)
            name = name.replace(f"({aside})", " ").replace(f"[{aside}]", " ")
    return PlaceWords(" ".join(name.split()).strip(" *-–—:·,|"), country, currency)


def regions_of(name: str, names: Names) -> list[str]:
    """The known regions that `name` means: one, or several where it joins known ones; none where it is unknown."""
    if found := names.region(name):
        return [found]
    aside = _ASIDE.search(name)
    if aside and (named := _of_aside(_ASIDE.sub("", name).strip(), aside[1].strip(), names)):
        return named
    noted = _FOOTNOTE.sub("", name)
    if noted != name and names.region(noted):
        return [str(names.region(noted))]
    parts = [part for part in _SPLIT.split(name) if part]
    found_parts = [names.region(part) for part in parts]
    if len(parts) > 1 and all(found_parts):
        return list(dict.fromkeys(str(part) for part in found_parts))
    return []


def _of_aside(place: str, aside: str, names: Names) -> list[str]:
    """The regions of a place with brackets, which may name its country, a town in it, or describe it.

    None where they do not: `London (Ontario)` is a place of its own.
    """
    if found := names.region(f"{place} {aside}"):
        return [found]
    known_place = names.region(place)
    inside = [names.region(part) for part in _SPLIT.split(aside) if part]
    if known_place is None or OTHERWISE.search(f"{place} {aside}"):
        return []
    is_said_of_it = aside[:1].islower() and not re.match(r"excl|outside|other|rest|non|not", aside)
    if known_place in inside or is_said_of_it:
        return [known_place]
    named = {names.countries.get(part) if part else _country(aside) for part in inside}
    if named != {names.countries.get(known_place)} or None in named:
        return []
    is_wide = _country(place) is not None and all(inside)
    return list(dict.fromkeys(str(part) for part in inside)) if is_wide else [known_place]


def _country(words: str) -> str | None:
    """The two letters of a country by its name, or by two or three letters."""
    from babel.core import get_global  # noqa: PLC0415  few places have brackets

    letters = words.upper()
    if len(letters) == 3 and (alias := get_global("territory_aliases").get(letters)):
        return str(alias[0])
    by_name = dollars.countries()
    return by_name.get(words.casefold()) or (letters if letters in by_name.values() else None)


def slug(name: str) -> str:
    """The name as an address, or nothing where it has no Latin letter or digit."""
    plain = unicodedata.normalize("NFKD", name.translate(_LETTERS_APART).replace("&", " and ").replace("+", " plus "))
    plain = plain.replace("#", " sharp ").replace("'", "").replace("\u2019", "")
    return "-".join(re.findall(r"[a-z0-9]+", plain.encode("ascii", "ignore").decode("ascii").lower()))[:80].strip("-")


def _add(found: dict[str, Any], key: str, names: Iterable[str]) -> None:
    found.setdefault(key, key)
    for name in names:
        found.setdefault(folded(name), key)
