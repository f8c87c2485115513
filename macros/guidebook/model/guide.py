"""A guide: what one company pays for one role, and how to ask for it."""

from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from guidebook.model.base import Day, EquityKind, Level, Line, Model, Pay, Prose, Requires, Script, Slug
from guidebook.model.sources import Claim, Sources
from guidebook.model.table import Grid, PayTable

Place = Annotated[
    str,
    StringConstraints(pattern=r"^(?:heading|dna|worth|strategy|(?:table|mapping|section|lever|source)-[1-9]\d{0,3})$"),
]
"""A part of a guide by its field, lists by the number of the item: `worth`, `lever-2`."""


class EquityPay(Model):
    """The equity of one row of the pay table."""

    amount: Pay
    """What it is worth, or not disclosed."""
    kind: EquityKind | None = None
    """What is granted, where it differs from the company's usual kind."""
    per: Literal["year", "grant"] = "year"
    """Whether the amount is for one year or for the whole grant."""
    years: int | None = Field(default=None, ge=1, le=10)
    """Years over which the whole grant vests; needed with `per: grant`."""
    vesting: Line | None = None
    """How it vests, in words."""


class PayRow(Claim):
    """What one region and level pays."""

    region: Slug
    """The region."""
    level: Level = "unstated"
    """The level."""
    grade: Line | None = None
    """What the employer's published scale calls the level, such as GS-13."""
    base: Pay
    """Base pay, a year."""
    equity: EquityPay | None = None
    """Equity or profit share."""
    bonus: Pay | None = None
    """Bonus, a year, as an amount or as percent of base."""
    sign_on: Pay | None = None
    """Sign-on, paid once."""
    total: Pay | None = None
    """All of it together, as the source states it."""
    total_kind: Literal["first_year", "average_year"] = "average_year"
    """Which total it is: of the first year, or of an average year."""
    note: Line | None = None
    """What else to know about this row."""


class LevelName(Model):
    """A level at one place."""

    at: Line | None = None
    """The company, or a kind of company; left out where the source does not set it apart from the level."""
    level: Line
    """What the level is called there."""


class LevelMap(Claim):
    """Levels that a source calls roughly equal."""

    equals: list[LevelName] = Field(min_length=2)
    """The levels, this company's first."""
    method: Line
    """How the source came to it."""
    date: Day | None = None
    """The day it was looked at."""


class Section(Claim):
    """A section of the guide about the company."""

    title: Line | None = None
    """The section's heading; only an imported guide may leave it out, where the text goes on without one."""
    text: Prose | None = None
    """What it says; only an imported guide may leave it out, where a heading stands alone or holds a table."""
    table: Grid | None = None
    """A table under the text."""


class Ask(Model):
    """Amounts that are asked for; at least one."""

    base: Pay | None = None
    """Base, a year."""
    equity: Pay | None = None
    """Equity."""
    bonus: Pay | None = None
    """Bonus, a year."""
    sign_on: Pay | None = None
    """Sign-on, once."""
    profit_share: Pay | None = None
    """Profit share, a year."""
    total: Pay | None = None
    """Everything of a year together."""


class GuideLever(Model):
    """A lever as this guide uses it; what is left out comes from the library."""

    lever: Slug | None = None
    """The lever of the library that this is a case of."""
    title: Line | None = None
    """Its heading on this guide."""
    ask: Ask | None = None
    """What is asked for with it."""
    requires: Requires | None = None
    """What you must hold to use it truthfully."""
    why: Prose | None = None
    """What stands before the script: why the lever holds here."""
    say: Script | None = None
    """What to say."""
    short: Script | None = None
    """The same in one sentence, for the phone and the call sheet."""
    because: Script | None = None
    """A reason that serves both sides."""
    if_no: Script | None = None
    """What to say if they say no."""
    example: Line | None = None
    """Figures that the blanks could hold, shown as an example."""
    note: Prose | None = None
    """What the sources say about it."""
    sources: list[Slug] = Field(default_factory=list)
    """Names of the sources it rests on."""
    number: int | None = Field(default=None, ge=1, le=99)
    """Its number in the imported file, where that is not its place in this list."""


class SayIt(Model):
    """What to say to open, for those who hold what it requires."""

    requires: Requires
    """What you must hold to say it truthfully."""
    when: Prose | None = None
    """When to say it, as in `If they counter:`, where it is not the first thing to say."""
    say: Script
    """What to say."""
    example: Line | None = None
    """Figures that the blanks could hold, shown as an example."""


class LadderStep(Model):
    """One step down from the ask, traded for something."""

    step: Line
    """Where you stand at this step."""
    trade: Line
    """What you ask for in return."""


class Strategy(Claim):
    """Opening ask, target and floor in one unit, and how to say them."""

    unit: Literal["base", "total"] = "base"
    """What the three numbers count."""
    region: Slug | None = None
    """The region they are for; else the first row's."""
    level: Level | None = None
    """The level they are for; else the first row's."""
    ask: Pay
    """The number to open with."""
    target: Pay | None = None
    """The number to hope for; left out, it is derived and the rule is shown."""
    floor: Pay | None = None
    """The lowest number to take; left out, it is the reader's own."""
    also: Ask | None = None
    """What is asked for beside it."""
    reason: Prose | None = None
    """Why the ask lies where it does."""
    text: Prose | None = None
    """What an imported guide says before its script."""
    scripts: list[SayIt] = Field(default_factory=list, min_length=1)
    """What to say, one for each thing a reader may hold; an imported guide may have none."""
    ladder: list[LadderStep] = Field(default_factory=list)
    """The way from the ask to the floor."""


class Guide(Model):
    """One guide; its file stands at `guides/<company>/<role>.yml`."""

    status: Literal["imported"] | None = None
    """Says `imported` until somebody has reviewed a guide that came from Markdown: findings are warnings till then."""
    company: Slug
    """The company's name in addresses."""
    role: Slug
    """The role's name in addresses."""
    heading: Line | None = None
    """The title as the imported file words it."""
    levels: Line | None = None
    """The range of levels, as the company names them."""
    dna: list[Line] = Field(default_factory=list)
    """Short tags: what shapes pay here."""
    pay: list[PayRow] = Field(default_factory=list)
    """The pay table; left out, it is read from `tables`, else it comes from the evidence."""
    tables: list[PayTable] = Field(default_factory=list)
    """Pay tables word for word, of a guide that was imported."""
    worth: Prose | None = None
    """What this role is worth to this company."""
    level_mapping: list[LevelMap] = Field(default_factory=list)
    """Levels elsewhere that are roughly equal."""
    sections: list[Section] = Field(default_factory=list)
    """Sections about the company, in order."""
    levers: list[GuideLever] = Field(default_factory=list)
    """The levers of this guide, in order."""
    strategy: Strategy | None = None
    """Opening ask, target and floor; left out, they are derived from the evidence."""
    questions: list[Line] = Field(default_factory=list)
    """Questions to ask first, before the role's and the company's."""
    sources: Sources = Field(default_factory=dict)
    """The sources of this file."""
    order: list[Place] = Field(default_factory=list)
    """The parts in the order in which the page shows them, where that is not the usual one."""

    @model_validator(mode="after")
    def _read_tables(self) -> Self:
        """Read the rows of pay from the tables, where the file states none itself."""
        from guidebook.cells import pay_rows  # noqa: PLC0415  it makes rows of this model

        return self.model_copy(update={"pay": pay_rows(self.tables)}) if self.tables and not self.pay else self
