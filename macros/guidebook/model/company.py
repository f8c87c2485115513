"""A company: its names, what its equity is, what it calls its levels."""

from pydantic import Field

from guidebook.model.base import EquityKind, Level, Line, Model, Ownership, Prose
from guidebook.model.places import Jurisdiction
from guidebook.model.sources import Claim, Sources, Statement


class Equity(Claim):
    """What a company pays beside cash, as far as anything says."""

    kind: EquityKind
    """What is granted: rsu, options, profit-units and so on, or not disclosed."""
    vesting: Line | None = None
    """How a grant vests, in words."""
    schedule: list[int] | None = None
    """Percent of the grant that vests in each year, first year first; the sum is 100."""
    refresh: Line | None = None
    """What is known of later grants."""
    liquidity: Line | None = None
    """When and how it can be sold."""


class CompanyLevel(Claim):
    """One level as the company calls it."""

    name: Line
    """The level's own name, such as L5a."""
    title: Line | None = None
    """The job title at that level."""
    level: Level | None = None
    """The level of this site that it is nearest to."""
    equals: Line | None = None
    """Levels elsewhere that a source calls roughly equal."""
    method: Line | None = None
    """How the source came to that, such as an editorial list or people's moves."""


class Company(Model):
    """One employer; its file's name is its address."""

    name: Line
    """The name that people know it by."""
    aliases: list[Line] = Field(default_factory=list)
    """Other names that people type: former names, tickers, products, parents."""
    filed_as: list[Line] = Field(default_factory=list)
    """Names under which it files applications as an employer, where they differ from its own."""
    ownership: Ownership | None = None
    """Who owns it: public, private, nonprofit-controlled, subsidiary, government or cooperative."""
    ticker: Line | None = None
    """Its ticker where its shares are listed."""
    headquarters: Line | None = None
    """The city of its head office."""
    rights: list[Jurisdiction] | None = None
    """Whose law on pay binds it, where it is not that of each place; empty where none of `rights.yml` does."""
    equity: Equity | None = None
    """What it pays beside cash."""
    bonus: Statement | None = None
    """How its bonus works."""
    levels: list[CompanyLevel] = Field(default_factory=list)
    """What it calls its levels, lowest first."""
    facts: list[Statement] = Field(default_factory=list)
    """Other sourced statements that matter in a pay talk."""
    questions: list[Line] = Field(default_factory=list)
    """What to ask because nothing public says it."""
    sources: Sources = Field(default_factory=dict)
    """The sources of this file."""


class Role(Model):
    """One kind of job; its file's name is its address."""

    name: Line
    """The name of the role."""
    aliases: list[Line] = Field(default_factory=list)
    """Other names and abbreviations that people type."""
    occupation: Line | None = None
    """The US occupation code (SOC) that federal wage figures are read by."""
    paid_for: Prose | None = None
    """What employers pay this role for; left out, the page does not say."""
    levers: list[Line] = Field(default_factory=list)
    """The levers that fit this role best, best first."""
    questions: list[Line] = Field(default_factory=list)
    """Questions worth asking before a number is said."""
    sources: Sources = Field(default_factory=dict)
    """The sources of this file."""
