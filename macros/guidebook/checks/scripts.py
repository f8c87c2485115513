"""Checks that what a reader is told to say is true for whoever is told to say it."""

import re
from collections.abc import Iterator
from functools import lru_cache

from guidebook import blanks
from guidebook.checks import Context, GuideCheck, TreeCheck
from guidebook.checks.claims import PUBLIC, claims_an_offer
from guidebook.load import Entry
from guidebook.model import Guide
from guidebook.problems import Problem
from guidebook.suggest import advice

WITH_OFFER = ("written_offer", "verbal_offer")
"""What `requires` must be for a script to speak of another offer."""

_RIVAL_BLANKS = {"rival_employer", "rival_offer"}
_WORD = re.compile(r"\w+")
_DIGIT = re.compile(r"[0-9]")
_AMOUNT = re.compile(r"[$£€₹]\s?[0-9]|[0-9]\s?K\b|\b[A-Z]{3} [0-9]")
_SENTENCE_END = re.compile(r"(?<=[.?!;])\s+")
_PAYS = re.compile(
    r"(?:'s)? (?:(?:has|have|had|would|will|could|can|is|was) )?(?:already )?(?:(?:at|up|ready|willing|prepared)\b"
    r"|(?:pa(?:y|id)|offer|g[ia]ve|c[ao]me|quote|promise|propose|put|want|sa(?:y|id))(?:s|d|n|ed|ing)?\b)"
)
"""What follows a name of one word at the start of a sentence, which may be a word: `Render gives`, `Render it at`."""
_WHOLE = re.compile(r"(?<!\{)\{[^{}]*\}(?!\})")
"""A placeholder that is whole; what is left without them holds no brace in a sound script."""

Place = tuple[str | int, ...]


def unheld_offer(guide: Entry[Guide], context: Context) -> Iterator[Problem]:
    """A script of a guide claims an offer that its reader need not hold."""
    own = own_name(guide.value, context)
    for location, script, requires in _guide_scripts(guide.value, context):
        yield from _unheld(guide, location, script, requires, own)


def unheld_offer_in_library(context: Context) -> Iterator[Problem]:
    """A script of the library claims an offer that its reader need not hold."""
    for lever in context.tree.levers.values():
        for name in ("say", "short", "because", "if_no"):
            yield from _unheld(lever, (name,), getattr(lever.value, name), lever.value.requires)


def rival_named(guide: Entry[Guide], context: Context) -> Iterator[Problem]:
    """A script puts another employer's name into the reader's mouth."""
    own = own_name(guide.value, context)
    names = _by_first_word(context.employers)
    for location, script, requires in _guide_scripts(guide.value, context):
        found = _named(script.replace(own, ""), names) if requires in WITH_OFFER else None
        if found:
            right = "write `{rival_employer}`, and keep names for `example:`"
            yield guide.problem(location, f"the script names another employer, {found}", right)


def figure_of_a_rival(guide: Entry[Guide], context: Context) -> Iterator[Problem]:
    """A script for every reader gives an amount as another employer's, by name, and not as one that is public."""
    own = own_name(guide.value, context)
    names = _by_first_word(context.employers)
    for location, script, requires in _guide_scripts(guide.value, context):
        if requires not in ("none", "deadline") or not _DIGIT.search(script) or claims_an_offer(script, own):
            continue
        for sentence in _SENTENCE_END.split(script.replace(own, "")):
            if not _AMOUNT.search(sentence) or PUBLIC.search(sentence):
                continue
            found = _named(sentence, names)
            if found and (not sentence.startswith(found) or " " in found or _PAYS.match(sentence, len(found))):
                wrong = f"the script gives a figure of another employer, {found}, but requires `{requires}`"
                right = "set `requires: written_offer` and write `{rival_offer}`, or say that it is posted"
                yield guide.problem(location, wrong, right)


def no_path_without_offer(guide: Entry[Guide], context: Context) -> Iterator[Problem]:
    """A guide has nothing to say for someone who holds no other offer."""
    strategy = guide.value.strategy
    if strategy and not any(script.requires == "none" for script in strategy.scripts):
        wrong = "no script is for someone who holds no other offer"
        yield guide.problem(("strategy", "scripts"), wrong, "add one with `requires: none`")
    required = [needed(lever, context) for lever in guide.value.levers]
    if required and "none" not in required and None not in required:
        wrong = "every lever needs something that a reader may not hold"
        yield guide.problem(("levers",), wrong, "add one with `requires: none`")


def unknown_placeholder(guide: Entry[Guide], context: Context) -> Iterator[Problem]:
    """A script of a guide has a {placeholder} that nothing fills."""
    for location, script, _requires in _guide_scripts(guide.value, context):
        yield from _unknown_placeholders(guide, location, script)


def unknown_placeholder_in_library(context: Context) -> Iterator[Problem]:
    """A script of the library has a {placeholder} that nothing fills."""
    for lever in context.tree.levers.values():
        for name in ("say", "short", "because", "if_no"):
            yield from _unknown_placeholders(lever, (name,), getattr(lever.value, name))


def unheld_offer_in_sheet(context: Context) -> Iterator[Problem]:
    """A reply of the call sheet claims an offer that its reader need not hold."""
    for location, script in _sheet_scripts(context):
        assert context.tree.sheet is not None
        yield from _unheld(context.tree.sheet, location, script, "none")


def unknown_placeholder_in_sheet(context: Context) -> Iterator[Problem]:
    """A reply of the call sheet has a {placeholder} that nothing fills."""
    for location, script in _sheet_scripts(context):
        assert context.tree.sheet is not None
        yield from _unknown_placeholders(context.tree.sheet, location, script)


def _sheet_scripts(context: Context) -> list[tuple[Place, str]]:
    pushback = context.tree.sheet.value.pushback if context.tree.sheet else ()
    return [(("pushback", number, "say"), item.say) for number, item in enumerate(pushback)]


def _unheld(entry: Entry, location: Place, script: str, requires: str | None, own: str = "") -> Iterator[Problem]:
    if requires in WITH_OFFER or requires is None:
        return
    claim = claims_an_offer(script, own)
    rival = _RIVAL_BLANKS.intersection(blanks.names(script))
    if claim or rival:
        shown = claim or f"{{{min(rival)}}}"
        wrong = f"the script claims another offer (`{shown}`) but requires `{requires}`"
        yield entry.problem(location, wrong, "set `requires: written_offer`, or say only what every reader can")


def _unknown_placeholders(entry: Entry, location: Place, script: str) -> Iterator[Problem]:
    known = [*blanks.FIGURES, *blanks.BLANKS]
    names = blanks.names(script)
    if not len(names) == script.count("{") == script.count("}"):
        rest = _WHOLE.sub(lambda whole: " " * len(whole[0]), script)
        at = next(number for number, sign in enumerate(rest) if sign in "{}")
        right = "write a placeholder as `{proof}`, with one brace on each side"
        yield entry.problem(location, f"a brace without its partner at `{script[at : at + 20].strip()}`", right)
    for name in names:
        if name not in known:
            right = advice(name, known, "the contributor's page lists those that are filled")
            yield entry.problem(location, f"nothing fills the placeholder `{{{name}}}`", right)


def _guide_scripts(guide: Guide, context: Context) -> Iterator[tuple[Place, str, str | None]]:
    """Each script of the guide's own, where it stands, and what it requires."""
    for number, lever in enumerate(guide.levers):
        library = context.tree.levers.get(lever.lever or "")
        for name in ("say", "short", "because", "if_no"):
            if script := getattr(lever, name):
                yield ("levers", number, name), script, needed(lever, context)
            elif name != "short" and library and lever.requires and lever.requires != library.value.requires:
                yield ("levers", number, "requires"), getattr(library.value, name), lever.requires
    for number, opening in enumerate(guide.strategy.scripts if guide.strategy else ()):
        yield ("strategy", "scripts", number, "say"), opening.say, opening.requires


def needed(lever: object, context: Context) -> str | None:
    """What a lever of a guide requires: by itself, or as the library says; None where neither does."""
    own: str | None = getattr(lever, "requires", None)
    library = context.tree.levers.get(getattr(lever, "lever", None) or "")
    return own or (library.value.requires if library else None)


def own_name(guide: Guide, context: Context) -> str:
    """The name of the company that a guide's reader speaks to."""
    company = context.tree.companies.get(guide.company)
    return company.value.name if company else guide.company


@lru_cache(maxsize=4)
def _by_first_word(names: tuple[str, ...]) -> dict[str, list[str]]:
    """The names by their first word, longer ones first; a pattern of a thousand names takes a hundred times as long."""
    found: dict[str, list[str]] = {}
    for name in sorted(names, key=len, reverse=True):
        if word := _WORD.match(name):
            found.setdefault(word[0], []).append(name)
    return found


def _named(words: str, names: dict[str, list[str]]) -> str | None:
    """The first of the names that stands in `words`; capitals count, so that words do not match."""
    for word in _WORD.finditer(words):
        for name in names.get(word[0], ()):
            if words.startswith(name, word.start()) and not _WORD.match(words, word.start() + len(name)):
                return name
    return None


GUIDE_CHECKS: list[GuideCheck] = [
    unheld_offer,
    rival_named,
    figure_of_a_rival,
    no_path_without_offer,
    unknown_placeholder,
]
TREE_CHECKS: list[TreeCheck] = [
    unheld_offer_in_library, unknown_placeholder_in_library, unheld_offer_in_sheet, unknown_placeholder_in_sheet,
]  # fmt: skip
