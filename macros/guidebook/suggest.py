"""Find the name that somebody probably meant."""

import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache

_LETTERS_A_SLIP = 5
"""A name may have one letter wrong for each so many; more, and it is another name."""


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name that is most like `name`, or None where nothing is near."""
    folded = {other.casefold(): other for other in sorted(known)}
    found = get_close_matches(name.casefold(), folded, n=1, cutoff=0.6)
    return folded[found[0]] if found else None


def close(name: str, known: Iterable[str]) -> str | None:
    """The known name that `name` is a slip of the pen for: one letter in five is off, or two have changed places."""
    folded = {other.casefold(): other for other in sorted(known)}
    for found in get_close_matches(name.casefold(), folded, n=5, cutoff=0.6):
        if _slips(name.casefold(), found) <= max(1, len(name) // _LETTERS_A_SLIP):
            return folded[found]
    return None


@lru_cache(maxsize=4_096)
def typed(name: str) -> str:
    """A name as a person in a hurry types it: without accents, case, spaces and marks."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    return "".join(letter for letter in plain if letter.isalnum()) or plain


def advice(name: str, known: Iterable[str], otherwise: str) -> str:
    """Ask `did you mean ...?` where a known name is near; else give the other advice."""
    found = nearest(name, known)
    return f"did you mean `{found}`?" if found else otherwise


def listed(names: Iterable[str]) -> str:
    """Names in quotes, with "or" before the last."""
    quoted = [f"`{name}`" for name in names]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} or {quoted[-1]}"


def _slips(one: str, other: str) -> int:
    """How many letters are left out, put in, wrong, or changed with their neighbour between two names."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for number, letter in enumerate(one, 1):
        earlier, before, row = before, row, [number]
        for place, wanted in enumerate(other, 1):
            least = min(before[place] + 1, row[-1] + 1, before[place - 1] + (letter != wanted))
            if place > 1 < number and (letter, one[number - 2]) == (other[place - 2], wanted):
                least = min(least, earlier[place - 2] + 1)
            row.append(least)
    return row[-1]
