"""Read a lever or a strategy: title and body -> what stands before the script, the script, what stands after."""

import re
from dataclasses import dataclass
from typing import Any

from guidebook.markdown import offers
from guidebook.markdown.blocks import Item
from guidebook.markdown.inline import plain, prose, script

_BOLD_TITLE = re.compile(
    r"\s*(?:\[(?P<tick>[ xX])\]\s*)?(?P<picture>[^\w\s!-~\"“„«‘’'–—]{1,4}\s*)?"
    r"(?P<mark>\*\*|__)(?P<title>.+?)(?P=mark)\s*(?:[:—–-]+\s*)?",
    re.DOTALL,
)
_ITALIC_TITLE = re.compile(r"\s*([*_])(?![*_\s])(?P<title>[^*_\n]{2,70}?)(?::\s*\1|\1\s*[:—–])\s*(?=\S)")
_PLAIN_TITLE = re.compile(r"\s*(?P<title>[^\"“”:.!?\n*`]{2,70}?)\s*(?::|—|\s–\s|\s-\s)\s*(?=\S)")
_HEADED = re.compile(
    r"[^\w]*(?:(?:global|key|regional|local|core)\s+)?lever\s*#?\s*\d{1,2}\b|\W*\d{1,2}\s*[.):—–-](?!\d)\s*\S"
    r"|\W*\d\ufe0f?\u20e3\s*\S|.*\blever[\"”*]*\s*:?\s*$",
    re.IGNORECASE,
)
_OF_SCRIPT = re.compile(
    r"\W*(?:(?:sample|example|suggested|your|the) )?"
    r"(?:scripts?|what to say|say(?: this)?|how to say it|words|template|example"
    r"|how to use(?: it)?|when to use(?: it)?|why (?:it|this) works|if they (?:say no|push back|decline|refuse))\W*",
    re.IGNORECASE,
)
"""A bold line that leads to a part of a lever."""
_NUMBER = re.compile(r"\W*(?:\w+\s+)?(?:lever\s*#?\s*)?(\d{1,2})\b", re.IGNORECASE)
_OPEN, _CLOSE = '"“„«”', '"”“»'
_QUOTED = re.compile(r"[\"“„«](?P<say>(?:[^\"“”„«»]|(?<=\w)\"(?=\w))+)[\"”»](?P<end>[.,]?)")
_IN_ONE = re.compile(r"'(?P<say>[^'\n]+(?:\w'\w[^'\n]*)*)'")
"""All of a text in single quotation marks."""
_FEWEST_WORDS, _FEWEST_WORDS_FIRST = 5, 3
_PLAIN_STRIP = " \t\n*_>"


@dataclass(frozen=True, slots=True)
class Body:
    """The words around and in a script; any of them may be missing."""

    before: str
    say: str
    after: str


def is_headed(words: str, *, among_levers: bool) -> bool:
    """True where a heading or bold line is one lever: numbered, or called a lever."""
    shown = plain(words)
    if re.search(r"\blevers\b", shown, re.IGNORECASE):
        return False
    found = _HEADED.match(shown)
    return found is not None and (among_levers or "lever" in shown.lower())


def follows(before: str, words: str) -> bool:
    """True where bold words begin the lever after the one that `before` begins: by its number, or both by name."""
    if not all(is_headed(shown, among_levers=True) for shown in (before, words)):
        return False
    first, second = number_of(before), number_of(words)
    return second == first + 1 if first and second else first is second is None


def is_of_script(words: str) -> bool:
    """True for a bold line as `Script:`, which is no heading but leads to what is said."""
    return _OF_SCRIPT.fullmatch(plain(words)) is not None


def number_of(words: str) -> int | None:
    """The number that a lever's heading gives it."""
    found = _NUMBER.match(plain(words))
    return int(found[1]) if found and 0 < int(found[1]) < 100 else None


def without_number(words: str) -> str:
    """A lever's title without the number before it, which the page shows by itself."""
    return re.sub(r"^\W*\d{1,2}\s*(?:[.):]|\ufe0f?\u20e3)\s*(?=\S)", "", plain(words))


def titled(item: Item) -> tuple[str, str] | None:
    """Title and body of a list's item; None where it has no title and is no script alone."""
    text = "\n".join(line.text for line in item.lines)
    if found := _BOLD_TITLE.match(text):
        tick = f"[{found['tick']}] " if (found["tick"] or "").strip() else ""
        title = found["title"].strip().rstrip(":").strip()
        return f"{tick}{found['picture'] or ''}{title}", text[found.end() :]
    if found := _ITALIC_TITLE.match(text):
        return found["title"].strip(), text[found.end() :]
    if text.lstrip(_PLAIN_STRIP)[:1] in _OPEN and text.strip():
        return "", text
    if found := _PLAIN_TITLE.match(text):
        return found["title"].strip(), text[found.end() :]
    return None


def untitled(item: Item) -> tuple[str, str] | None:
    """An item whose script stands within its words, as a lever without a title; None where it has no script."""
    text = "\n".join(line.text for line in item.lines)
    return ("", text) if body(text).say else None


def body(text: str) -> Body:
    """Take a text apart at its first script: a quotation of five words or more, or of three that begin it."""
    stripped = text.strip(_PLAIN_STRIP)
    if stripped[:1] in _OPEN and stripped[-1:] in _CLOSE and len(stripped) > 2 and not _inner_end(stripped):
        return Body("", stripped[1:-1], "")
    if (one := _IN_ONE.fullmatch(text.strip())) and len(one["say"].split()) >= _FEWEST_WORDS:
        return Body("", one["say"], "")
    for found in _QUOTED.finditer(text):
        before = text[: found.start()].strip(_PLAIN_STRIP)
        is_first = before[-1:] in {"", ":"} and found["say"].rstrip()[-1:] in set(".!?")
        if len(found["say"].split()) >= (_FEWEST_WORDS_FIRST if is_first else _FEWEST_WORDS):
            return Body(text[: found.start()].rstrip(), found["say"], text[found.end() :].lstrip())
    return Body(text, "", "")


def lever(title: str, text: str, known: offers.Known) -> dict[str, Any]:
    """A lever's fields; where its words claim an offer, the script has blanks and the words are the example."""
    parts = body(text)
    made: dict[str, Any] = {"title": plain(title)} if plain(title) else {}
    if not parts.say and offers.claims(plain(parts.before), known):
        parts = Body("", parts.before, "")
    if re.search(r"\w", parts.before):
        made["why"] = tidied(parts.before)
    made["requires"] = "none"
    if parts.say:
        made |= said(parts.say, known)
    if re.search(r"\w", parts.after):
        made["note"] = tidied(parts.after)
    if offers.claims(plain(parts.before), known) or offers.claims(plain(parts.after), known):
        made["requires"] = "written_offer"
    return made


def said(text: str, known: offers.Known) -> dict[str, Any]:
    """What to say and what it requires, and the author's words as an example where they claim an offer."""
    words = script(text)
    if not offers.claims(words, known):
        return {"requires": "none", "say": words}
    return {"requires": "written_offer", "say": offers.with_blanks(words, known), "example": words}


def tidied(text: str) -> str:
    """Prose of a lever without the marks that lead to or from its script."""
    words = prose("\n".join(re.sub(r"^\s*>\s?", "", line) for line in text.split("\n")))
    words = re.sub(r"(?:\n|^)\s*(?:[-*+]|\d+[.)])?\s*$", "", words)
    return re.sub(r"^(?:[*_]{1,3}(?=\s))?[:—–,.\s]+(?=\S)", "", words).strip() or words


def _inner_end(stripped: str) -> bool:
    """True where the quotation that begins a text ends before the text does."""
    marks = re.findall(r"[\"”»](?=[\s.,;:!?)—–-]*\s|$)", stripped[1:-1])
    opens = re.findall(r"(?:(?<=\s)|^)[\"“„«](?=\w)", stripped[1:-1])
    return bool(opens) and bool(marks)
