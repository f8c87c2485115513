"""The law on pay of the places of one guide, in the order in which its page says it."""

import datetime
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import NamedTuple

from babel import Locale

from guidebook.enrich.catalogue import Catalogue
from guidebook.enrich.rows import Row
from guidebook.model import Company, Filing, Rights


class Law(NamedTuple):
    """What the law of one place says on pay; `id` is the place's name in the data, such as US-NY."""

    id: str
    rule: Rights


class Laws(tuple[Law, ...]):
    """The law of every place of a guide's table, the places of one country together."""

    __slots__ = ()

    @property
    def days(self) -> list[datetime.date]:
        """The days on which they were looked up, each once."""
        return sorted({law.rule.checked for law in self})

    @property
    def groups(self) -> Iterator[list[Law]]:
        """Laws of one country that say the same; then the places without a law that helps, by what was looked for.

        Most of the places of a long table have the same rules, and would say them in the same words.
        """
        alike: dict[tuple[str, ...], list[Law]] = {}
        for law in sorted(self, key=lambda law: law.rule.says_nothing):
            country = "" if law.rule.says_nothing else _country(law.id)
            alike.setdefault((country, law.rule.range.duty, law.rule.history.question), []).append(law)
        yield from alike.values()


def binding(catalogue: Catalogue, company: Company, region: str) -> list[str]:
    """Whose law on pay binds the company for a job in the region, the narrowest first."""
    return catalogue.regions[region].rights if company.rights is None else company.rights


def of(catalogue: Catalogue, company: Company, rows: Iterable[Row], filings: Iterable[Filing] = ()) -> Laws:
    """The laws that bind the company in the regions of its rows of pay, the first place's country first.

    A law that says nothing is left out where that of a narrower place says something.

    Without rows, those of the US states that filings are from and of the whole country, as far as the data has them.
    """
    regions = [row.region for row in rows]
    bound = [binding(catalogue, company, region) for region in regions]
    names = list(dict.fromkeys(name for laws in bound for name in _telling(catalogue, laws)))
    states = [f"US-{filing.state}" for filing in filings if filing.state != "US"]
    if not regions and states:
        own = [*states, "US"] if company.rights is None else company.rights
        names = [name for name in own if name in catalogue.rights]
    countries = list(dict.fromkeys(map(_country, names)))
    names.sort(key=lambda name: countries.index(_country(name)))
    return Laws(Law(name, catalogue.rights[name]) for name in names)


def _telling(catalogue: Catalogue, names: list[str]) -> list[str]:
    """The laws of one place without those that say nothing, where another of them says something."""
    telling = [name for name in names if not catalogue.rights[name].says_nothing]
    return telling or names


def by_country(catalogue: Catalogue) -> list[tuple[str, str, list[Law]]]:
    """Every law by country: its letters, its name and its laws; the United States first, then by name.

    The law of a whole country comes before those of its places, which go by name.
    """
    names = Locale("en").territories
    laws = [Law(name, rule) for name, rule in catalogue.rights.items()]
    laws.sort(key=lambda law: (_country(law.id) != "US", _named(law.id, names), "-" in law.id, law.rule.name))
    found = groupby(laws, lambda law: _country(law.id))
    return [(letters, _named(letters, names), list(places)) for letters, places in found]


def _named(jurisdiction: str, names: Mapping[str, str]) -> str:
    """The country's name; its letters where nobody knows them."""
    letters = _country(jurisdiction)
    return names.get(letters, letters)


def _country(jurisdiction: str) -> str:
    return jurisdiction.partition("-")[0]
