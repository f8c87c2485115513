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
from guidebook.suggest import close

Text = tuple[tuple[str | int, ...], str | None]

_QUOTED = re.compile(r"[\"“„«]([^\"“”„«»]+)[\"”»]")
_NUMBERED = ("Phase", "Level", "Grade", "Type", "Class", "Part", "Tier", "Section", "Stage", "Title", "Band")
_FIRST_PERSON = re.compile("".join(rf"(?<!\b{word} )" for word in _NUMBERED) + r"\bI\b(?![.)-])|\b[Mm]y\b")
"""An `I` that is no number, as that of `Phase I` is."""
_ADVISED_AGAINST = re.compile(
    r"\b(?:never|do not|don't|not to|avoid|rather than|instead of|without|nobody|no one|lies?|lying|bluff\w*|false"
    r"|untrue|wrote|writes|said|told|recalls?|reported)\b"
    r"|\b(?:if|where|when|once|unless|only|who|those)\b[^.]*\b(?:hold|holds|have|has|got|holding|with)\b[^.]*\boffers?\b",
    re.IGNORECASE,
)
"""What stands before words that are not to be said, that somebody else said, or that a reader with an offer may say."""
_SAID_OF_IT = re.compile(r"\b(?:lies?|lying|bluff\w*|false|untrue|checked)\b", re.IGNORECASE)
"""What tells behind the words that they are not to be said."""
_TO_TELL = re.compile(
    r"\b(?:tell|mention|claim|hint|pretend|let them know)\b[^.]{0,40}\b(?:you(?:'ve| have| hold)"
    r"|(?:another|other|a second|somebody|someone)\b[^.]{0,20}\b(?:has|have))\b[^.]{0,30}\boffer",
    re.IGNORECASE,
)
"""Advice to speak of an offer, whoever reads it."""
_CLAUSE = re.compile(r"[.,;:!?]\s")
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
        yield from _lines(entry, lines, entry.value.name)


def claim_in_text(guide: Entry[Guide], context: Context) -> Iterator[Problem]:
    """Prose of a guide has words to say, quoted or in the first person, that claim an offer."""
    own = own_name(guide.value, context)
    for location, text in _prose(guide.value, context):
        yield from _unfilled(guide, location, text)
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
            lead, rest = sentences(paragraph[: found.start()])[-1:], sentences(paragraph[found.end() :])[:1]
            claim = claims_an_offer(found[1], own)
            is_meant = not any(map(_ADVISED_AGAINST.search, lead)) and not any(map(_SAID_OF_IT.search, rest))
            if claim and is_meant:
                return claim
        for sentence in sentences(_QUOTED.sub(" ", paragraph)):
            told = _TO_TELL.search(sentence)
            claim = told[0] if told else _claimed_by_i(sentence, own)
            if claim and not _ADVISED_AGAINST.search(sentence):
                return claim
    return None


def _claimed_by_i(sentence: str, own: str) -> str | None:
    """The claim of a sentence whose own clause says `I` or `my`."""
    claim = claims_an_offer(sentence, own)
    if not claim or claim not in (words := " ".join(sentence.split())):
        return claim if claim and _FIRST_PERSON.search(sentence) else None
    start = words.index(claim)
    before = [found.end() for found in _CLAUSE.finditer(words, 0, start)]
    after = _CLAUSE.search(words, start + len(claim))
    clause = words[before[-1] if before else 0 : after.start() if after else len(words)]
    return claim if _FIRST_PERSON.search(clause) else None


def _prose(guide: Guide, context: Context) -> Iterator[Text]:
    """The texts of a guide that are no scripts; those of a lever for a reader with an offer may speak of one."""
    yield ("worth",), guide.worth
    for number, section in enumerate(guide.sections):
        yield ("sections", number, "text"), section.text
        for row, cells in enumerate(section.table.rows if section.table else ()):
            yield from ((("sections", number, "table", "rows", row, column), cell) for column, cell in enumerate(cells))
    for number, lever in enumerate(guide.levers):
        if needed(lever, context) not in WITH_OFFER:
            yield ("levers", number, "why"), lever.why
            yield ("levers", number, "note"), lever.note
    if guide.strategy:
        yield ("strategy", "reason"), guide.strategy.reason
        yield ("strategy", "text"), guide.strategy.text
        for number, script in enumerate(guide.strategy.scripts):
            yield ("strategy", "scripts", number, "when"), script.when


def _lines(entry: Entry, lines: list[Text], own: str = "") -> Iterator[Problem]:
    for location, text in lines:
        claim = next(filter(None, (_claimed_by_i(sentence, own) for sentence in sentences(text or ""))), None)
        if claim:
            wrong = f"every reader gets this line, and it claims another offer (`{claim}`)"
            yield entry.problem(location, wrong, "say it in a script with `requires: written_offer`")
        yield from _unfilled(entry, location, text)


def _unfilled(entry: Entry, location: tuple[str | int, ...], text: str | None) -> Iterator[Problem]:
    """A placeholder, or one with a slip of the pen, in a text that is printed as it stands; other braces are words."""
    known = (*blanks.FIGURES, *blanks.BLANKS)
    for name in dict.fromkeys(blanks.names(text or "")):
        if close(name, known):
            wrong = f"a placeholder, `{{{name}}}`, in a text that is printed as it stands"
            yield entry.problem(location, wrong, "write the words; only scripts have placeholders")


GUIDE_CHECKS: list[GuideCheck] = [unheld_offer_in_line, claim_in_text]
TREE_CHECKS: list[TreeCheck] = [unheld_offer_in_questions]
