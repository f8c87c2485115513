"""Read an inline level mapping: `A = B = C`, with bars between alternatives."""

import re
from typing import Any

from guidebook.markdown.inline import plain
from guidebook.markdown.names import Names
from guidebook.suggest import typed as folded

METHOD = "not stated"
_EQUALS = re.compile(r"\s*(?:==?|≈|≅|≃|↔|⇔|~=|~)\s*(?![^()]*\))")
_SENTENCE = re.compile(r"(?<!\bSr)(?<!\bJr)(?<!\bSt)(?<!\bvs)(?<!\bNo)(?<!\bCo)(?<!\bInc)(?<!approx)\.\s+(?=[A-Z\"“*])")
"""Where a sentence ends; a short form does not end one."""
_BAR = re.compile(r"\s*[|│]\s*")
_NEXT = tuple(re.compile(rf"{sign}\s+(?![^()]*\))") for sign in (r"\s*;", r"\s*,", r"\s+/"))
"""What may stand between two mappings of one line."""
_LONGEST = 90


def with_prose(text: str, names: Names) -> tuple[list[dict[str, Any]], str]:
    """The mappings that begin a text, and the sentences after them; no mapping where it is prose from its start."""
    last = max((found.start() for found in _EQUALS.finditer(text)), default=0)
    end = _SENTENCE.search(text, last) if "\n" not in text.strip() else None
    if end and (made := mappings(text[: end.start() + 1].rstrip("."), names)):
        return made, text[end.end() :]
    return mappings(text, names) or [], ""


def mappings(text: str, names: Names) -> list[dict[str, Any]] | None:
    """The mappings of one text, a line or bullet each; None where it is prose."""
    lines = [re.sub(r"^\s*(?:[-*+•]|\d{1,2}[.)])\s+", "", line) for line in text.split("\n") if line.strip()]
    joined = " ".join(lines) if len(lines) > 1 and not all(_EQUALS.search(line) for line in lines) else None
    found: list[dict[str, Any]] = []
    for line in [joined] if joined else lines:
        chains = _chains(plain(line))
        if chains is None:
            return None
        found += [_mapping(chain, names) for chain in chains]
    return found or None


def _chains(line: str) -> list[list[str]] | None:
    """The levels that are called equal: one chain, or one for each side of a bar that has its own."""
    for between in _NEXT:
        several = between.split(line.strip(" .;,"))
        if len(several) > 1 and all(_EQUALS.search(one) for one in several):
            found = [_chains(one) for one in several]
            return [chain for chains in found for chain in chains or ()] if all(found) else None
    sides = [side for side in _BAR.split(line) if side.strip()]
    split = [[piece for piece in _EQUALS.split(side.strip()) if re.search(r"\w", piece)] for side in sides]
    if not split or any(not side or any(len(piece) > _LONGEST for piece in side) for side in split):
        return None
    if all(len(side) >= 2 for side in split):
        return split
    joined = [piece for side in split for piece in side]
    is_one = len(joined) >= 2 and all(len(side) == 1 for side in split[1:])
    return [joined] if is_one and (len(split[0]) >= 2 or len(split) > 1) else None


def _mapping(chain: list[str], names: Names) -> dict[str, Any]:
    pieces = [piece for part in chain for piece in _alternatives(part, names)]
    return {"equals": [_level(piece, names) for piece in pieces], "method": METHOD}


def _alternatives(piece: str, names: Names) -> list[str]:
    """The levels that one side of a sign lists, where each begins with a company that is known."""
    found = [part for part in re.split(r"\s*[,;/]\s*", piece) if part]
    return found if len(found) > 1 and all("at" in _level(part, names) for part in found) else [piece]


def _level(piece: str, names: Names) -> dict[str, str]:
    """Company and level apart where the piece begins with a company that is known, else the piece whole."""
    words = piece.split()
    for count in range(min(4, len(words) - 1), 0, -1):
        if folded(" ".join(words[:count])) in names.shown:
            return {"at": " ".join(words[:count]), "level": " ".join(words[count:])}
    return {"level": piece}
