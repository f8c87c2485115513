"""Places: regions, the law on pay there, exchange rates and market references."""

import re
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import Field, PlainValidator, RootModel, StringConstraints, WithJsonSchema

from guidebook.model.base import Day, Line, Link, Model, Slug, wrong
from guidebook.model.sources import Source, Sources

RangeDuty = Literal["posting", "on_request", "before_interview", "by_offer", "no", "unknown"]
HistoryQuestion = Literal["banned", "restricted", "allowed", "unknown"]
Jurisdiction = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}(-[A-Z]{2,3}){0,2}$")]


_RATE = re.compile(r"[0-9]{1,9}(\.[0-9]{1,9})?")


def _decimal(value: Any) -> Decimal:
    if not (isinstance(value, str) and _RATE.fullmatch(value) and Decimal(value)):
        raise wrong(f"`{value}` is not a rate", "write it in quotes, like '1.1684'")
    return Decimal(value)


Rate = Annotated[Decimal, PlainValidator(_decimal), WithJsonSchema({"type": "string", "pattern": r"^\d+(\.\d+)?$"})]


class Redirects(Model):
    """Old addresses of companies and roles that have another name now; old addresses of their guides follow."""

    companies: dict[Slug, Slug] = Field(default_factory=dict)
    """The former name of a company's file, with that of the file that stands for it now."""
    roles: dict[Slug, Slug] = Field(default_factory=dict)
    """The former name of a role's file, with that of the file that stands for it now."""


class Region(Model):
    """A place that pay is stated for."""

    name: Line
    """Its full name."""
    short: Line | None = None
    """A short name for tables and charts."""
    country: Annotated[str, StringConstraints(pattern="^[A-Z]{2}$")] | None = None
    """The country's two letters (ISO 3166), or EU; left out where an imported guide did not say."""
    currency: Annotated[str, StringConstraints(pattern="^[A-Z]{3}$")]
    """The currency that pay is stated in there (ISO 4217)."""
    aliases: list[Line] = Field(default_factory=list)
    """Other names that people type."""
    rights: list[Jurisdiction] = Field(default_factory=list)
    """Whose law on pay holds there, the narrowest first."""

    @property
    def shown(self) -> str:
        """What tables and charts call it: its short name where it has one."""
        return self.short or self.name


class RangeRule(Model):
    """The duty to state a pay range, whom it binds and since when."""

    duty: RangeDuty
    """When the range must be given: in the posting, on request, before the interview, by the offer, or not."""
    who: Line | None = None
    """Which employers it binds."""
    since: Day | None = None
    """The day it came into force."""


class HistoryRule(Model):
    """The rule on asking about past pay, and since when it holds."""

    question: HistoryQuestion
    """Whether the question is banned, restricted or allowed."""
    since: Day | None = None
    """The day the rule came into force."""


class Rights(Model):
    """What the law of one place says on pay ranges and pay history."""

    name: Line
    """The name of the place."""
    range: RangeRule
    """Whether an employer must state the pay range."""
    history: HistoryRule
    """Whether an employer may ask what you earned before."""
    discuss: Literal["protected", "unknown"] = "unknown"
    """Whether talking about your pay is protected."""
    statute: Line | None = None
    """The law's name and section."""
    official_url: Link | None = None
    """The law on an official page, where one was found."""
    evidence: list[Link] = Field(default_factory=list)
    """The pages read."""
    evidence_date: Line
    """When those pages were written, as far as they say."""
    checked: Day
    """The day somebody last looked."""
    confidence: Literal["high", "medium", "low"]
    """How sure the reading is; low is shown as not confirmed."""
    note: Line
    """What else to know, limits first."""

    @property
    def says_nothing(self) -> bool:
        """True where neither a duty to give the range nor a limit on questions about past pay was found."""
        return self.range.duty in ("no", "unknown") and self.history.question in ("allowed", "unknown")


class Rates(Model):
    """Reference exchange rates of one day."""

    date: Day
    """The day of the rates."""
    source: Source
    """Who published them."""
    per_eur: dict[str, Rate]
    """Units of each currency for one euro."""


class PrevailingWage(Model):
    """The four US prevailing wage levels of an occupation in a metro area, USD a year."""

    region: Slug
    """The region that the area belongs to."""
    area: Line
    """The area's official name."""
    occupation: Line
    """The occupation's code (SOC)."""
    levels: list[int] = Field(min_length=4, max_length=4)
    """Levels I (entry) to IV (fully competent), USD a year."""


class NationalWage(Model):
    """The wage distribution of an occupation in the whole US, USD a year."""

    occupation: Line
    """The occupation's code (SOC)."""
    employment: int | None = None
    """How many people hold such a job."""
    mean: int | None = None
    """The mean wage, USD a year."""
    p10: int | None = None
    """A tenth earn this or less, USD a year."""
    p25: int | None = None
    """A quarter earn this or less, USD a year."""
    p50: int | None = None
    """Half earn this or less, USD a year."""
    p75: int | None = None
    """Three quarters earn this or less, USD a year."""
    p90: int | None = None
    """Nine tenths earn this or less, USD a year."""


class Market(Model):
    """Federal wage figures: market references, not any employer's pay."""

    sources: Sources
    """Where the figures come from: `prevailing-wages` and `oews`."""
    occupations: dict[str, Line]
    """Names of the occupations by their codes (SOC)."""
    prevailing: list[PrevailingWage] = Field(default_factory=list)
    """Prevailing wages by metro area."""
    national: list[NationalWage] = Field(default_factory=list)
    """Wages in the whole US."""


class Regions(RootModel[dict[Slug, Region]]):
    """All regions by their names in addresses."""


class AllRights(RootModel[dict[Jurisdiction, Rights]]):
    """The law on pay by jurisdiction."""
