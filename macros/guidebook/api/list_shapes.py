"""The shapes of lists and of what stands once: the law, rates, the market, the age of the evidence."""

from typing import Literal

from typing_extensions import TypedDict

from guidebook.api.page_shapes import NationalWage
from guidebook.api.shapes import Address, Day, GuideLine, LeverLine, MarketWage, Right, Source, Text, shape


@shape
class Entry(TypedDict):
    """A company, role or region in one line."""

    id: str
    page: Address
    json: Address
    name: Text
    aliases: list[Text]
    guides: int


@shape
class EntriesDocument(TypedDict):
    """All companies, roles or regions by name."""

    kind: Literal["companies", "roles", "regions"]
    items: list[Entry]


@shape
class LeversDocument(TypedDict):
    """The library of levers, in its order."""

    kind: Literal["levers"]
    items: list[LeverLine]


@shape
class GuidesDocument(TypedDict):
    """All guides in one line each."""

    kind: Literal["guides"]
    items: list[GuideLine]


@shape
class RightsDocument(TypedDict):
    """The law on pay by place. Not legal advice."""

    kind: Literal["rights"]
    items: list[Right]


@shape
class RatesDocument(TypedDict):
    """The reference exchange rates that amounts in US dollars are made with."""

    kind: Literal["rates"]
    date: Day
    per_eur: dict[str, float]
    """Units of each currency for one euro."""
    sources: list[Source]


@shape
class MarketDocument(TypedDict):
    """Federal wage figures: all employers, not any one of them."""

    kind: Literal["market"]
    occupations: dict[str, Text]
    """Names of the occupations by their codes (SOC)."""
    prevailing: list[MarketWage]
    national: list[NationalWage]
    sources: dict[str, Source]


@shape
class Dated(TypedDict):
    """Evidence of one day, and the page that shows it."""

    day: Day
    page: Address
    title: Text
    what: Text


@shape
class FreshnessDocument(TypedDict):
    """What of the evidence is stale, will be soon, or is new."""

    kind: Literal["freshness"]
    today: Day
    limit_months: int
    """Evidence of this age is stale."""
    soon_days: int
    new_days: int
    stale: list[Dated]
    soon: list[Dated]
    new: list[Dated]


@shape
class DocumentLine(TypedDict):
    """A kind of document, where it stands, and where its schema is."""

    kind: str
    address: Text
    """Below the top of the site; a name in braces stands for an `id`."""
    schema: Address
    what: Text


@shape
class IndexDocument(TypedDict):
    """Where to begin: what there is, and where."""

    kind: Literal["index"]
    version: Text
    """The version of the shapes."""
    site: Text
    """The address of the site, where it is known."""
    newest: Day
    """The newest day of any figure."""
    license: Text
    guides: int
    companies: int
    documents: list[DocumentLine]
    openapi: Address
    feed: Address
