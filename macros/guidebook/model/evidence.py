"""Evidence of pay: postings by the employer, and filings with a government."""

from typing import Literal

from pydantic import Field

from guidebook.model.base import Day, Level, Line, Link, Model, Pay, Slug

Via = Literal["ats-board", "careers-site", "posting-text", "government-portal", "job-board-copy"]


class Posting(Model):
    """One job posting with its own annual base band."""

    title: Line
    """The job title, word for word as the employer wrote it."""
    place: Line | None = None
    """The place, as the employer wrote it."""
    role: Slug
    """The role that the title belongs to."""
    level: Level = "unstated"
    """The level that the title states."""
    regions: list[Slug] = Field(min_length=1)
    """The regions that the posting covers."""
    base: Pay
    """The posted base band, a year."""
    seen: Day
    """The day the posting was seen."""
    via: Via = "ats-board"
    """How it was read: the employer's own board or site, its words, a portal, or a copy."""
    url: Link
    """The posting's address; it may be gone once the job is filled."""
    historical: bool = False
    """True where an old posting is kept on purpose, as history."""


class Filing(Model):
    """Offered base of one company and role in a state, from certified US H-1B applications."""

    role: Slug
    """The role that the filed titles belong to."""
    state: Line
    """The US state's code, or US for all states together."""
    n: int = Field(ge=1)
    """How many certified applications the figures are of."""
    p25: int = Field(ge=1)
    """A quarter of the offers are at or below this, USD a year."""
    p50: int = Field(ge=1)
    """Half of the offers are at or below this, USD a year."""
    p75: int = Field(ge=1)
    """Three quarters of the offers are at or below this, USD a year."""
    period: Line
    """The US federal fiscal year and quarter of the disclosure file."""


class Evidence(Model):
    """What one company posted and filed; its file's name is the company's."""

    postings: list[Posting] = Field(default_factory=list)
    """Postings with a pay band."""
    filings: list[Filing] = Field(default_factory=list)
    """Figures from US H-1B filings."""
