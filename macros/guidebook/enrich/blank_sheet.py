"""The call sheet of a job that has no guide: what holds anywhere, and a blank for every figure."""

from guidebook import labels
from guidebook.blanks import fill
from guidebook.enrich.catalogue import Catalogue
from guidebook.enrich.fit import COLUMN, fitted, typeset
from guidebook.enrich.levers import library_levers
from guidebook.enrich.sheet import (
    ANY_OFFER,
    FACTS,
    LEVERS,
    SheetView,
    lever_of,
    script_of,
    step_of,
)


def blank_sheet(catalogue: Catalogue) -> SheetView:
    """The sheet of a job that has no guide: the library's levers, and blanks for every figure."""
    words, library = catalogue.sheet, catalogue.levers
    ask = library.get(ANY_OFFER)
    plain = [name for name, lever in library.items() if lever.requires == "none" and not lever.fits.model_fields_set]
    names = [name for name in plain if name != ANY_OFFER][:LEVERS]
    return SheetView(
        company="", role="", region="", level="", unit="base", ask="", target="", floor="",
        sentence=fill(typeset(ask.short), {}) if ask else (),
        levers=tuple(lever_of(item) for item in library_levers(names, library, 1, {})),
        ladder=tuple(step_of("", trade) for trade in (*labels.LADDER, labels.LADDER_END)),
        questions=tuple(typeset(fitted(item, COLUMN, 2)) for item in labels.QUESTION.values()),
        equity="equity, if there is any",
        facts=tuple(map(typeset, words.equity.get("not disclosed", ())[:FACTS])),
        keep=tuple(map(typeset, words.keep)),
        rights=(), bands=(), more_bands=0, total="",
        pushback=tuple((typeset(item.they), script_of(item.say)) for item in words.pushback),
        thanks=typeset(words.thanks or ""), writing=typeset(words.writing or ""), sources=(), newest="",
    )  # fmt: skip
