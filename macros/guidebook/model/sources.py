"""Where a figure comes from, and the statements that rest on it."""

from pydantic import Field

from guidebook.model.base import Basis, Day, Line, Link, Model, PartialDay, Prose, Slug


class Source(Model):
    """A page, filing or document that somebody can look up."""

    title: Line
    """The title of the page or document, in your own words where it has none."""
    publisher: Line
    """Who published it."""
    url: Link | None = None
    """Its https address; left out only where the document is on no public page."""
    date: PartialDay | None = None
    """When it was published: a year, a month or a day."""
    checked: Day | None = None
    """The day somebody last looked at it."""
    basis: Basis = "reported"
    """What kind of evidence it is: posted, filed, reported or estimated."""
    supports: Line | None = None
    """What it supports, in one line."""
    historical: bool = False
    """True where an old source is used on purpose, as history."""


Sources = dict[Slug, Source]
"""Sources by a short name that the fields of the same file refer to."""


class Claim(Model):
    """Something said of a company or a role, with what it rests on."""

    basis: Basis = "reported"
    """What kind of evidence it rests on: posted, filed, reported or estimated."""
    sources: list[Slug] = Field(default_factory=list)
    """Names of the sources that it rests on."""
    unconfirmed: Line | None = None
    """What was looked for and not found, where nothing public supports it."""


class Statement(Claim):
    """One sourced statement."""

    text: Prose
    """The statement, in one or two sentences of your own."""
