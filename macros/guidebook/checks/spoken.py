"""Checks that no offer is claimed outside the scripts: in questions, in trades of a ladder, in prose."""

import re
from collections.abc import Iterator

from guidebook import blanks
from guidebook.checks import Context, GuideCheck, TreeCheck
from guidebook.checks.claims import claims_an_offer, sentences
from guidebook.checks.scripts import WITH_OFFER, needed, own_name
from guidebook.load import Entry
from guidebook.model import Guide
from guidebook.problems import Problem

Text = tuple[tuple[str | int, ...], str | None]

_QUOTED = re.compile(r"[\"“„«]([^\"“”„«»]+)[\"”»]")
_NUMBERED = ("Phase", "Level", "Grade", "Type", "Class", "Part", "Tier", "Section", "Stage", "Title", "Band")
_FIRST_PERSON = re.compile("".join(rf"(?<!\b{word} )" for word in _NUMBERED) + r"\bI\b(?![.)-])|\b[Mm]y\b")
"""An `I` that is no number, as that of `Phase I` is."""
_ADVISED_AGAINST = re.compile(
    r"\b(?:never|do not|don't|not to|avoid|rather than|instead of|without|unless|only if|if you|lies?|lying|bluff\w*"
    r"|false|untrue)\b",
    re.IGNORECASE,
)
_LINE = re.compile(r"\n+")


def unheld_offer_in_line(guide: Entry[Guide], context: Context) -> Iterator[Problem]:
    """A question or a step of the ladder, which every reader gets, claims an offer."""
    value = guide.value
    lines: list[Text] = [(("questions", number), question) for number, question in enumerate(value.questions)]
    for number, step in enumerate(value.strategy.ladder if value.strategy else ()):
        lines += [(("strategy", "ladder", number, name), getattr(step, name)) for name in ("step", "trade")]
    yield from _lines(guide, lines, own_name(value, context))


def unheld_offer_in_questions(context: Context) -> Iterator[Problem]:
    """A question of a company or a role claims an offer."""
    entries: list[Entry] = [*context.tree.companies.values(), *context.tree.roles.values()]
    for entry in entries:
        lines: list[Text] = [(("questions", number), text) for number, text in enumerate(entry.value.questions)]
        yield from _lines(entry, lines)


def claim_in_text(guide: Entry[Guide], context: Context) -> Iterator[Problem]:
    """Prose of a guide has words to say, quoted or in the first person, that claim an offer."""
    own = own_name(guide.value, context)
    for location, text in _prose(guide.value, context):
        claim = claimed_in(text, own) if text else None
        if claim:
            right = "make it a script with `requires: written_offer`, or say that it is not to be said"
            yield guide.problem(location, f"the text gives words that claim another offer (`{claim}`)", right)


def claimed_in(text: str, own: str = "") -> str | None:
    """The words of a prose that claim an offer where they are to be said: in quotation marks, or by an `I`.

    What a text advises against, or ties to an offer that its reader holds, is none.
    """
    for paragraph in _LINE.split(text.replace("\u2019", "'")):
        for found in _QUOTED.finditer(paragraph):
            around = (*sentences(paragraph[: found.start()])[-1:], *sentences(paragraph[found.end() :])[:1])
            claim = claims_an_offer(found[1], own)
            if claim and not any(_ADVISED_AGAINST.search(sentence) for sentence in around):
                return claim
        for sentence in sentences(_QUOTED.sub(" ", paragraph)):
            claim = claims_an_offer(sentence, own) if _FIRST_PERSON.search(sentence) else None
            if claim and not _ADVISED_AGAINST.search(sentence):
                return claim
    return None


def _prose(guide: Guide, context: Context) -> Iterator[Text]:
    """The texts of a guide that are no scripts; those of a lever for a reader with an offer may speak of one."""
    yield ("worth",), guide.worth
    for number, section in enumerate(guide.sections):
        yield ("sections", number, "text"), section.text
    for number, lever in enumerate(guide.levers):
        if needed(lever, context) not in WITH_OFFER:
            yield ("levers", number, "why"), lever.why
            yield ("levers", number, "note"), lever.note
    if guide.strategy:
        yield ("strategy", "reason"), guide.strategy.reason
        yield ("strategy", "text"), guide.strategy.text


def _lines(entry: Entry, lines: list[Text], own: str = "") -> Iterator[Problem]:
    for location, text in lines:
        if claim := claims_an_offer(text or "", own):
            wrong = f"every reader gets this line, and it claims another offer (`{claim}`)"
            yield entry.problem(location, wrong, "say it in a script with `requires: written_offer`")
        for name in set(blanks.names(text or "")) & {*blanks.BLANKS, *blanks.FIGURES}:
            wrong = f"a placeholder, `{{{name}}}`, in a line that is printed as it stands"
            yield entry.problem(location, wrong, "write the words, or put the line into a script")


GUIDE_CHECKS: list[GuideCheck] = [unheld_offer_in_line, claim_in_text]
TREE_CHECKS: list[TreeCheck] = [unheld_offer_in_questions]
