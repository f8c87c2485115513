"""A lever: something true that moves one part of an offer."""

from pydantic import Field

from guidebook.model.base import EquityKind, Line, Model, Moves, Ownership, Prose, Requires, Script, Slug
from guidebook.model.sources import Sources


class Fits(Model):
    """Where a lever is offered by itself; every condition given must hold."""

    posted_band: bool | None = None
    """True where the employer must have posted a band."""
    equity: list[EquityKind] | None = None
    """The company's equity must be one of these."""
    ownership: list[Ownership] | None = None
    """The company's ownership must be one of these."""
    roles: list[Slug] | None = None
    """The role must be one of these."""


class Lever(Model):
    """One entry of the library of levers; its file's name is its address."""

    title: Line
    """What the lever is called."""
    moves: Moves
    """The part of the offer that it moves."""
    requires: Requires
    """What you must hold to use it truthfully."""
    what: Prose
    """What it is."""
    when: Prose
    """When it works, and when it does not."""
    say: Script
    """What to say, in the first person, true for anyone who holds what it requires."""
    short: Script
    """The same in one sentence, for the phone."""
    because: Script
    """A reason that serves both sides, beginning with "because"."""
    if_no: Script
    """What to say if they say no."""
    fits: Fits = Fits()
    """Where it is offered by itself."""
    order: int = Field(ge=0, le=1000)
    """Its place in lists; the smaller comes first."""
    sources: Sources = Field(default_factory=dict)
    """The sources of this file."""
