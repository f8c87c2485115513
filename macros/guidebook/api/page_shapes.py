"""The shapes of the documents of companies, roles, regions and levers."""

from typing import Literal

from typing_extensions import TypedDict

from guidebook.api.shapes import (
    Address,
    Asked,
    BasisName,
    Claim,
    Currency,
    EquityName,
    GuideLine,
    LevelName,
    LeverLine,
    Markdown,
    MarketWage,
    Money,
    MovesName,
    NeedsName,
    OwnershipName,
    PartialDay,
    Right,
    Script,
    Source,
    Statement,
    Text,
    shape,
)


@shape
class Equity(Claim):
    """What a company pays beside cash."""

    kind: EquityName
    vesting: Text | None
    schedule: list[int] | None
    """Percent of the grant that vests in each year, first year first."""
    refresh: Text | None
    liquidity: Text | None


@shape
class CompanyLevel(Claim):
    """One level as the company calls it."""

    name: Text
    title: Text | None
    level: LevelName | None
    equals: Text | None
    method: Text | None


@shape
class CompanyDocument(TypedDict):
    """A company: its equity, its levels, its guides."""

    kind: Literal["company"]
    id: str
    page: Address
    name: Text
    aliases: list[Text]
    ownership: OwnershipName | None
    ticker: Text | None
    headquarters: Text | None
    equity: Equity | None
    bonus: Statement | None
    levels: list[CompanyLevel]
    facts: list[Statement]
    questions: list[Text]
    guides: list[GuideLine]
    sources: list[Source]


@shape
class NationalWage(TypedDict):
    """The wages of an occupation in the whole US: all employers, not any one of them."""

    occupation: Text
    employment: int | None
    mean: Money | None
    p10: Money | None
    p25: Money | None
    p50: Money | None
    p75: Money | None
    p90: Money | None
    basis: BasisName
    source: Text
    """The name of its source in `market.json`."""
    as_of: PartialDay | None


@shape
class RoleDocument(TypedDict):
    """A role: what it is paid for, its market, its guides."""

    kind: Literal["role"]
    id: str
    page: Address
    name: Text
    aliases: list[Text]
    occupation: Text | None
    """The occupation's code (SOC)."""
    occupation_name: Text | None
    paid_for: Markdown | None
    levers: list[LeverLine]
    questions: list[Text]
    national: NationalWage | None
    market: list[MarketWage]
    guides: list[GuideLine]
    sources: list[Source]


@shape
class RegionDocument(TypedDict):
    """A place: its currency, its law on pay, the guides with figures there."""

    kind: Literal["region"]
    id: str
    page: Address
    name: Text
    short: Text | None
    country: Text | None
    currency: Currency
    aliases: list[Text]
    rights: list[Right]
    guides: list[GuideLine]


@shape
class LeverUse(TypedDict):
    """A guide that a lever is used by or fits."""

    guide: str
    title: Text
    ask: list[Asked]


@shape
class LeverDocument(TypedDict):
    """A lever of the library; every figure of its scripts is a blank."""

    kind: Literal["lever"]
    id: str
    page: Address
    title: Text
    moves: MovesName
    requires: NeedsName
    what: Markdown
    when: Markdown
    say: Script
    short: Script
    because: Script
    if_no: Script
    uses: list[LeverUse]
    """Guides that use it in their own words."""
    offered: list[LeverUse]
    """Guides that it fits, those with the most evidence."""
    fitting: int
    """How many guides it fits."""
    others: list[LeverLine]
    sources: list[Source]
