"""The shape of a guide's document."""

from typing import Literal

from typing_extensions import TypedDict

from guidebook.api.shapes import (
    Address,
    Amount,
    Asked,
    BasisName,
    Claim,
    Day,
    LevelName,
    Link,
    Markdown,
    MarketWage,
    Money,
    MovesName,
    Named,
    NeedsName,
    Script,
    Source,
    Text,
    UnitName,
    shape,
)  # fmt: skip


@shape
class PayRow(Claim):
    """What one region and level pays; amounts are a year unless a detail says otherwise."""

    region: Named
    level: LevelName
    grade: Text | None
    """What the employer's published scale calls the level."""
    base: Amount
    equity: Amount
    equity_detail: Text
    bonus: Amount
    sign_on: Amount | None
    """Paid once; null where nothing is said of it."""
    total: Amount
    total_rule: Text
    """Which total it is; empty where none is disclosed."""
    usual: Money | None
    """The band posted most often, where the row is made of postings."""
    usual_count: int
    postings: list[int]
    """Numbers of the postings that the row is made of."""
    note: Text | None


@shape
class Posting(TypedDict):
    """One job posting with its own annual base band. Its link dies when the job is filled."""

    number: int
    title: Text
    """Word for word as the employer wrote it."""
    place: Text | None
    level: LevelName
    regions: list[str]
    base: Amount
    basis: BasisName
    seen: Day
    via: Text
    """How it was read."""
    url: Link
    historical: bool


@shape
class Filing(TypedDict):
    """Offered base in certified US H-1B applications: the lower bound of the offer, sponsored workers only."""

    state: Text
    """The state's code, or US for all together."""
    applications: int
    p25: Money
    p50: Money
    p75: Money
    basis: BasisName
    period: Text
    source: Text


@shape
class LevelAt(TypedDict):
    """A level at one place."""

    at: Text | None
    level: Text


@shape
class LevelMapping(Claim):
    """Levels that a source calls roughly equal, this company's first."""

    equals: list[LevelAt]
    method: Text
    date: Day | None


@shape
class Grid(TypedDict):
    """A table word for word, as an imported guide has it."""

    columns: list[Text]
    rows: list[list[Text]]
    note: Markdown | None
    """What stands under it."""


@shape
class Section(Claim):
    """A section of the guide about the company; only an imported one may lack a title or a text."""

    title: Text | None
    text: Markdown | None
    table: Grid | None


@shape
class GuideLever(TypedDict):
    """A lever as the guide shows it."""

    number: int
    title: Text
    library: str | None
    """The lever of the library that it is a case of."""
    moves: MovesName | None
    requires: NeedsName
    """What you must hold to use it truthfully."""
    ask: list[Asked]
    say: Script
    because: Script
    if_no: Script
    example: Text | None
    """Figures that the blanks could hold; not yours to claim."""
    why: Markdown | None
    """What stands before the script, in an imported guide."""
    note: Markdown | None
    sources: list[int]


@shape
class Opening(TypedDict):
    """A script to open with, for those who hold what it requires."""

    requires: NeedsName
    when: Markdown | None
    """When to say it, where it is not the first thing to say."""
    say: Script
    example: Text | None


@shape
class Step(TypedDict):
    """One step down from the ask, traded for something."""

    step: Text
    trade: Text


@shape
class Strategy(Claim):
    """Opening ask, target and floor in one unit. Null: it is the reader's own."""

    unit: UnitName
    region: Named | None
    level: LevelName | None
    ask: Amount
    ask_rule: Text
    """How the ask was derived; empty where the guide states it."""
    target: Amount | None
    target_rule: Text
    floor: Amount | None
    also: list[Asked]
    reason: Markdown | None
    text: Markdown | None
    """What an imported guide says before its script."""
    openings: list[Opening]
    ladder: list[Step]


@shape
class Status(TypedDict):
    """What the guide rests on, and how old that is."""

    citations: int
    newest: Day | None
    oldest: Day | None
    bases: list[Text]
    not_disclosed: list[Text]


@shape
class GuideDocument(TypedDict):
    """Everything that the page of a guide shows, in the page's order."""

    kind: Literal["guide"]
    id: str
    page: Address
    title: Text
    review: Literal["imported"] | None
    """Says `imported` where the guide came from Markdown and nobody has reviewed it yet."""
    company: Named
    role: Named
    levels: Text | None
    tags: list[Text]
    status: Status
    pay: list[PayRow]
    tables: list[Grid]
    """The pay tables of an imported guide, word for word; `pay` is read from them."""
    filings: list[Filing]
    market: list[MarketWage]
    worth: Markdown | None
    level_mapping: list[LevelMapping]
    sections: list[Section]
    levers: list[GuideLever]
    more_levers: list[str]
    """Other levers of the library that fit."""
    strategy: Strategy | None
    questions: list[Text]
    postings: list[Posting]
    sources: list[Source]
    rights: list[Named]
    same_role: list[str]
    """Guides for this role elsewhere, those with the most evidence."""
    same_company: list[str]
    """Guides for other roles of this company."""
