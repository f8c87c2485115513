"""The levers of the library for what a reader may hold, as the call sheet has them; Prepare adds what is true."""

from guidebook.enrich.catalogue import Catalogue
from guidebook.enrich.levers import library_levers
from guidebook.enrich.sheet import SheetLever, lever_of

HELD = ("competing-written-offer", "verbal-interest", "sign-on-for-what-you-leave")
"""One for each thing that can be held, in the order in which they stand on the sheet."""


def held_levers(catalogue: Catalogue) -> tuple[SheetLever, ...]:
    """Those that the library has, without a figure: every number in them is the reader's."""
    names = [name for name in HELD if name in catalogue.levers]
    return tuple(lever_of(item) for item in library_levers(names, catalogue.levers, 1, {}))
