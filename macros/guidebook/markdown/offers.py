"""Scripts that claim an offer: the reader gets blanks, the author's words stay as an example."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from guidebook.checks.claims import AMOUNT, NAME, PUBLIC, claims_an_offer, is_denied, sentences, spoken_to
from guidebook.suggest import typed as folded

CLAIM = "I hold a written offer from {rival_employer} at {rival_offer}."
"""What a reader who holds an offer says in place of somebody else's."""
_WHO = NAME.replace("(?-i:", "(?P<who>", 1)
_NAMED = (
    re.compile(
        rf"\b(?:[Mm]y|a|an|the|with|from|have|holding|hold|competing)\s+(?:[\w-]+,?\s+){{0,3}}?{_WHO}"
        r"(?:\s+\([^()]{1,40}\))?\s+(?:[\w-]+\s+){0,2}offer"
    ),
    re.compile(rf"(?<!\bthe )(?<!\byour )(?<!\bthis )\b[Oo]ffers?\s+(?:at|with)\s+{_WHO}"),
    re.compile(
        rf"{_WHO}['\u2019]s\s+(?:[\w-]+\s+){{0,2}}?(?:offer|package|number|letter|bid)\s+(?:is|was|says|reads|stands\s+at|comes\s+to"
        rf"|of|at)\s+[^.;]{{0,20}}{AMOUNT}"
    ),
    re.compile(
        rf"{_WHO}\s+(?:ha(?:s|ve)\s+me\s+at(?:\s+[\w-]+[:,])?|(?:(?:has|have|just|already)\s+){{0,2}}"
        rf"(?:countered|came\s+back|gave\s+me|given\s+me|matched|quoted\s+me)(?:\s+(?:at|with))?)\s+{AMOUNT}"
    ),
    re.compile(
        rf"\b(?:[Ww]ith|[Gg]iven|[Hh]aving|[Cc]onsidering|[Bb]etween|[Aa]gainst|[Hh]ave|[Hh]olding:?)\s+{_WHO}"
        rf"(?:['\u2019]s|\s+at|:)?\s+{AMOUNT}"
    ),
    re.compile(rf"{_WHO}\s+(?:has\s+|have\s+)?(?:made|sent|extended)\s+(?:me\s+)?an?\s+(?:[\w-]+\s+){{0,3}}?offer\b"),
    re.compile(rf"{_WHO}\s+(?:(?:is|has|have|are)\s+)?(?:offered|offering|offers)\b[^.;]{{0,30}}{AMOUNT}"),
)
"""An employer's name beside its offer."""
_STANDS_AT = re.compile(
    rf"{_WHO}(?:['\u2019]s\s+at|\s+(?:(?:is|are(?:\s+both)?|was|sits|stands)\s+at|(?:has\s+)?c[ao]me\s+in\s+at))\s+{AMOUNT}"
)
_PRICED = re.compile(rf"{_WHO}:\s*{AMOUNT}")
_NAMED_AT = re.compile(rf"\b(?:and|plus)\s+{_WHO}\s+at\s+{AMOUNT}")
_LOOKED_UP = re.compile(
    r"\blevels\.fyi\b|\b(?:glassdoor|blind|payscale|market|survey|median|typical(?:ly)?|average|range|band|scale)\b",
    re.IGNORECASE,
)
"""What somebody read, and was not offered."""
_IN_HAND = re.compile(
    rf"\bcompeting\s+(?:at|with)\b[^.;]{{0,40}}{AMOUNT}"
    r"|(?<!\bthe )(?<!\byour )(?<!\bthis )\boffers?\b[^.;?]{0,40}\b(?:in hand|on my (?:table|desk)|elsewhere)\b",
    re.IGNORECASE,
)
_MAY_CLAIM = re.compile(rf"offer|competing|holding|\bbid|\bletter|term\s+sheet|{AMOUNT}", re.IGNORECASE)
"""No claim is without one of these."""
_TAIL = re.compile(r"(?:,\s+(?:so\s+|and\s+|but\s+)?|\s+[—–]\s+|\s+so\s+)(?=(?:I|to join|base)\b)", re.IGNORECASE)
"""What parts a claim from what is said because of it."""
_NAME = re.compile(r"\b[A-Z][\w&]*(?:\.(?:ai|com|io))?(?:\s+[A-Z][\w&]*)*")
_COMMON = frozenset({
    "I", "I'm", "I've", "My", "We", "Our", "You", "Your", "The", "This", "That", "It", "If", "And", "But", "With",
    "To", "At", "In", "On", "For", "From", "A", "An", "As", "Both", "Given", "Holding", "Having", "While", "When",
    "Base", "Equity", "Total", "RSU", "RSUs", "Stock", "Bonus", "TC", "L3", "L4", "L5", "L6", "L7", "AI", "ML",
    "GPU", "Competing", "Currently", "Also", "Since", "Comp", "Band", "Level", "Senior", "Staff", "Principal", "Lead",
    "They", "He", "She", "HR", "One", "Two", "Three", "Several", "There", "Could", "Would", "Thank", "Thanks",
    "Glassdoor", "Bay", "Area", "Compensation",
})  # fmt: skip
_LEVEL = re.compile(r"[A-Z]{1,4}-?[0-9]{1,2}")


@dataclass(frozen=True, slots=True)
class Known:
    """Names that tell whose offer the words speak of."""

    own: str = ""
    """The guide's company, which may be named and whose offer is no claim."""
    employers: frozenset[str] = frozenset()
    places: Mapping[str, str] = field(default_factory=dict)
    """Regions by their folded names."""


def claims(text: str, known: Known) -> bool:
    """True where the words claim an offer in the first person, or name what another employer offered."""
    return any(_claims(sentence, known) for sentence in sentences(text))


def with_blanks(text: str, known: Known) -> str:
    """The script with one true sentence for every claim, and no other employer's name or price elsewhere."""
    found = sentences(text)
    rivals = _rivals([item for item in found if _claims(item, known)], known.own)
    kept: list[str] = []
    for sentence in found:
        if _claims(sentence, known):
            if CLAIM not in kept:
                kept.append(CLAIM)
            tail = tail_of(sentence, known)
            if tail and not _names_rival(tail, known.own, rivals, known.employers):
                kept.append(tail[0].upper() + tail[1:])
        elif not _names_rival(sentence, known.own, rivals, known.employers):
            kept.append(sentence)
    said = " ".join(kept)
    return said if CLAIM in kept else f"{CLAIM} {said}".strip()


def tail_of(sentence: str, known: Known) -> str:
    """What a sentence says after its claim, as in `I have an offer, so I am asking for $245K`; nothing where it claims.

    A sentence that claims nothing is its own tail.
    """
    if not _claims(sentence, known):
        return sentence
    parts = _TAIL.split(sentence)
    for at in range(1, len(parts)):
        if not any(_claims(part, known) for part in parts[at:]):
            return ", ".join(parts[at:])
    return ""


def _claims(sentence: str, known: Known) -> bool:
    """True for a claim that a script may not make, or for one that only an importer can tell: by a name beside it."""
    if not _MAY_CLAIM.search(sentence):
        return False
    if claims_an_offer(sentence, known.own) is not None:
        return True
    words = spoken_to(sentence, known.own)
    named = [found for rule in _NAMED for found in rule.finditer(words) if _is_employer(found["who"], known)]
    if not PUBLIC.search(words) and not _LOOKED_UP.search(words):
        named += [found for found in _STANDS_AT.finditer(words) if _is_employer(found["who"], known)]
        priced = [found for found in _PRICED.finditer(words) if found["who"] in known.employers]
        named += priced if len(priced) > 1 else []
        named += [found for found in _NAMED_AT.finditer(words) if found["who"] in known.employers]
    return any(not is_denied(words, found) for found in (*named, *_IN_HAND.finditer(words)))


def _is_employer(name: str, known: Known) -> bool:
    """True for a name that may be an employer's: it is none of a place, a level or a part of pay."""
    words = [word for word in name.split() if word not in _COMMON and not _LEVEL.fullmatch(word)]
    return bool(words) and folded(" ".join(words)) not in known.places


def _rivals(sentences: list[str], own: str) -> set[str]:
    """Names that the claims speak of."""
    found: set[str] = set()
    for sentence in sentences:
        for name in _NAME.findall(sentence):
            words = [word for word in name.split() if word not in _COMMON]
            found |= {word for word in words if len(word) > 2 and word not in own}
    return found


def _names_rival(sentence: str, own: str, rivals: set[str], employers: frozenset[str]) -> bool:
    """True where a sentence speaks of another employer by its name, beside a price or a claim's name."""
    without = sentence.replace(own, "")
    words = set(re.findall(r"[\w.&]+", without))
    if words & rivals:
        return True
    return any(name in words or (" " in name and name in without) for name in employers)
