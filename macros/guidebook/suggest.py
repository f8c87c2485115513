"""Find the name that somebody probably meant."""

import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name that is most like `name`, or None where nothing is near."""
    folded = {other.casefold(): other for other in sorted(known)}
    found = get_close_matches(name.casefold(), folded, n=1, cutoff=0.6)
    return folded[found[0]] if found else None


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
