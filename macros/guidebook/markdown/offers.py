"""Scripts that claim an offer: the reader gets blanks, the author's words stay as an example."""

import re

from guidebook.checks.scripts import claims_an_offer

CLAIM = "I hold a written offer from {rival_employer} at {rival_offer}."
"""What a reader who holds an offer says in place of somebody else's."""
_SENTENCE = re.compile(r"[^.!?]+(?:\.(?=\d)[^.!?]*)*(?:[.!?]+[\"”’)]*\s*|$)")
_AMOUNT = re.compile(r"(?:[A-Z]{1,3}\$|[$£€₹₩]|\b[A-Z]{3}\s)\s?[0-9][0-9.,]*\s?(?:[KMLkm]|Cr)?\b\+?")
_NAME = re.compile(r"\b[A-Z][\w&]*(?:\.(?:ai|com|io))?(?:\s+[A-Z][\w&]*)*")
_HELD = re.compile(
    r"\b(?:my|a|an|the|with|from|have|holding|hold|competing)\s+(?:[\w-]+\s+){0,3}?(?P<who>[A-Z][\w.&]*)\s+(?:[\w-]+\s+){0,2}?offer"
    r"|\boffers?\b[^.;]{0,40}\b(?:from|at)\s+(?:[A-Z]|[$£€₹])"
    r"|\b(?:[A-Z][\w&]+)\s+(?:is|has|have|are)?\s*(?:offered|offering|offers)\b[^.;]{0,30}[$£€₹]"
    r"|\bcompeting\s+(?:at|with)\b[^.;]{0,40}[$£€₹]"
)
_COMMON = frozenset({
    "I", "I'm", "I've", "My", "We", "Our", "You", "Your", "The", "This", "That", "It", "If", "And", "But", "With",
    "To", "At", "In", "On", "For", "From", "A", "An", "As", "Both", "Given", "Holding", "Having", "While", "When",
    "Base", "Equity", "Total", "RSU", "RSUs", "Stock", "Bonus", "TC", "L3", "L4", "L5", "L6", "L7", "AI", "ML",
    "GPU", "Competing", "Currently", "Also", "Since",
})  # fmt: skip


def claims(text: str) -> bool:
    """True where the words claim an offer in the first person, or name what another employer offered."""
    return claims_an_offer(text) is not None or any(_claims(sentence) for sentence in _sentences(text))


def with_blanks(text: str, own: str, employers: frozenset[str]) -> str:
    """The script with one true sentence for every claim, and no other employer's name or price elsewhere.

    `own` is the guide's company, which may be named; `employers` are the names of all others that are known.
    """
    sentences = _sentences(text)
    rivals = _rivals([item for item in sentences if _claims(item)], own)
    kept: list[str] = []
    for sentence in sentences:
        if _claims(sentence):
            if CLAIM not in kept:
                kept.append(CLAIM)
        elif not _names_rival(sentence, own, rivals, employers):
            kept.append(sentence)
    said = " ".join(kept)
    return said if CLAIM in kept else f"{CLAIM} {said}".strip()


def _claims(sentence: str) -> bool:
    return claims_an_offer(sentence) is not None or _HELD.search(sentence) is not None


def _sentences(text: str) -> list[str]:
    return [found.strip() for found in _SENTENCE.findall(text) if found.strip()]


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
