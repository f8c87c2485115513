"""A guide: what one company pays for one role, and how to ask for it."""

from typing import Literal

from pydantic import Field

from guidebook.model.base import Day, EquityKind, Level, Line, Model, Pay, Prose, Requires, Script, Slug
from guidebook.model.sources import Claim, Sources, Statement


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

    at: Line
    """The company, or a kind of company."""
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


class Section(Statement):
    """A section of the guide about the company."""

    title: Line
    """The section's heading."""


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


class SayIt(Model):
    """What to say to open, for those who hold what it requires."""

    requires: Requires
    """What you must hold to say it truthfully."""
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
    scripts: list[SayIt] = Field(min_length=1)
    """What to say, one for each thing a reader may hold."""
    ladder: list[LadderStep] = Field(default_factory=list)
    """The way from the ask to the floor."""


class Guide(Model):
    """One guide; its file stands at `guides/<company>/<role>.yml`."""

    company: Slug
    """The company's name in addresses."""
    role: Slug
    """The role's name in addresses."""
    levels: Line | None = None
    """The range of levels, as the company names them."""
    dna: list[Line] = Field(default_factory=list)
    """Short tags: what shapes pay here."""
    pay: list[PayRow] = Field(default_factory=list)
    """The pay table; left out, it comes from the evidence."""
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
