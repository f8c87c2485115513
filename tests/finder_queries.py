"""Queries for the finder with the answer that must come first: written by hand, and made from the data by kind.

    python tests/finder_queries.py    writes the made ones into finder_queries.txt anew, after those written by hand

The same seed gives the same queries. A query that may mean two things has no right answer and is not made:
a start that two names have, or a mistake that makes one name into another or brings it as near to another.
"""

import os
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import astuple, dataclass
from functools import cached_property
from pathlib import Path
from random import Random
from typing import Any

from guidebook import labels, project

FILE = Path(__file__).with_suffix(".txt")
MADE = "# Made from the data by finder_queries.py."
SEED = 1

LETTERS = "abcdefghijklmnopqrstuvwxyz"
LEVELS = {"entry": ("entry level", "junior"), "senior": ("senior", "sr"), "staff": ("staff",)}


@dataclass(frozen=True)
class Query:
    """What is typed, what kind of query it is, and the page that must come first; `note` where one must be given."""

    kind: str
    text: str
    url: str
    note: str = ""


def read() -> list[Query]:
    """The queries of the file."""
    lines = FILE.read_text(encoding="utf-8").splitlines()
    return [Query(*line.split(" | ")) for line in lines if line and not line.startswith("#")]


def write(catalogue: Any) -> None:
    """Put the made queries after those written by hand."""
    by_hand = FILE.read_text(encoding="utf-8").partition(MADE)[0]
    made = [" | ".join(filter(None, astuple(query))) for query in queries(catalogue, SEED, 12)]
    FILE.write_text("\n".join([by_hand + MADE, *made, ""]), encoding="utf-8")


def fold(text: str) -> str:
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    return "".join(word for word in re.findall(r"[^\W_]+", bare.lower()) if word != "and")


class Maker:
    """Makes queries of the pages of one catalogue."""

    def __init__(self, catalogue: Any, seed: int) -> None:
        self.catalogue, self.rng = catalogue, Random(seed)
        self.pairs = sorted(catalogue.summaries)

    @cached_property
    def owners(self) -> dict[str, set[tuple[str, str]]]:
        """Which entries a name may mean."""
        found: dict[str, set[tuple[str, str]]] = {}
        for kind in ("companies", "roles", "regions"):
            for slug, entry in getattr(self.catalogue, kind).items():
                for name in (entry.name, *entry.aliases):
                    found.setdefault(fold(name), set()).add((kind, slug))
        return found

    def is_clear(self, name: str) -> bool:
        """True where the name means one entry alone."""
        return len(self.owners.get(fold(name), ())) == 1

    def company(self, guide: str) -> str:
        return self.catalogue.companies[guide.split("/", maxsplit=1)[0]].name

    def role(self, guide: str) -> str:
        return self.catalogue.roles[guide.split("/")[1]].name

    def alias(self, entry: Any, least: int = 2) -> str | None:
        found = [alias for alias in entry.aliases if len(fold(alias)) >= least and self.is_clear(alias)]
        return self.rng.choice(found) if found else None

    def guides(self, count: int, make: Callable[[str], str | None]) -> Iterator[tuple[str, str]]:
        """So many guides with what `make` gives for each; those that it gives nothing for are passed over."""
        pairs = [pair for pair in self.pairs if self.is_clear(self.company(pair))]
        self.rng.shuffle(pairs)
        for pair in pairs:
            if count and (text := make(pair)):
                count -= 1
                yield pair, text

    def start(self, name: str) -> str | None:
        """A start of a name that no other name has, three letters or more."""
        folded = fold(name)
        others = [key for key, owners in self.owners.items() if owners != self.owners[folded]]
        for length in range(max(4, len(name) // 2), len(name)):
            part = name[:length].rstrip()
            is_word = part.lower() in labels.WEAK_WORDS.split()
            if not any(key.startswith(fold(part)) for key in others) and len(fold(part)) >= 4 and not is_word:
                return part.lower()
        return None

    def mistyped(self, name: str, mistakes: int = 1) -> str | None:
        """A name with mistakes in it, as long as it is nearer to no other name."""
        if len(fold(name)) < (4 if mistakes == 1 else 8):
            return None
        text = name.lower()
        for _ in range(mistakes):
            text = self.mistake(text)
        own, folded = self.owners[fold(name)], fold(text)
        rivals = [key for key, owners in self.owners.items() if owners != own]
        near = any(
            key.startswith(folded) or (abs(len(key) - len(folded)) <= mistakes and distance(folded, key) <= mistakes)
            for key in rivals
        )
        return None if near or len(folded) < 4 or distance(folded, fold(name)) != mistakes else text

    def mistake(self, text: str) -> str:
        at = self.rng.choice([place for place in range(len(text) - 1) if text[place : place + 2].isalpha()] or [0])
        kind = self.rng.randrange(4)
        if kind == 0:
            return text[:at] + self.rng.choice(LETTERS) + text[at + 1 :]
        if kind == 1:
            return text[:at] + text[at + 1 :]
        if kind == 2:
            return text[:at] + self.rng.choice(LETTERS) + text[at:]
        return text[:at] + text[at + 1] + text[at] + text[at + 2 :]


def distance(one: str, other: str) -> int:
    """Mistakes between two words; two neighbours swapped are one."""
    rows = [list(range(len(other) + 1))]
    for i, sign in enumerate(one, 1):
        rows.append([i])
        for j, sight in enumerate(other, 1):
            cost = min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + (sign != sight))
            if i > 1 and j > 1 and sign == other[j - 2] and one[i - 2] == sight:
                cost = min(cost, rows[i - 2][j - 2] + 1)
            rows[i].append(cost)
    return rows[-1][-1]


def queries(catalogue: Any, seed: int, each: int = 20) -> list[Query]:
    """`each` queries of each kind, fewer where the data does not give as many."""
    maker = Maker(catalogue, seed)
    return [*_pairs(maker, each), *_alone(maker, each), *_mistyped(maker, each), *_more(maker, each)]


def _pairs(maker: Maker, each: int) -> Iterator[Query]:
    roles, companies = maker.catalogue.roles, maker.catalogue.companies
    for pair, text in maker.guides(each, lambda pair: f"{maker.company(pair)} {maker.role(pair)}"):
        yield Query("exact", text, f"guides/{pair}/")
    for pair, text in maker.guides(each, lambda pair: f"{maker.role(pair)} {maker.company(pair)}".lower()):
        yield Query("role first", text, f"guides/{pair}/")
    short = {slug: [name for name in role.aliases if re.fullmatch("[A-Z]{2,5}", name) and maker.is_clear(name)]
             for slug, role in roles.items()}  # fmt: skip
    for pair, text in maker.guides(each, lambda pair: maker.rng.choice(short[pair.split("/")[1]] or [None])):
        yield Query("abbreviation", f"{text.lower()} {maker.company(pair)}", f"guides/{pair}/")
    for pair, text in maker.guides(each, lambda pair: maker.alias(companies[pair.split("/")[0]])):
        yield Query("alias of a company", f"{text} {maker.role(pair)}", f"guides/{pair}/")
    for pair, text in maker.guides(each, lambda pair: maker.alias(roles[pair.split("/")[1]], 4)):
        yield Query("alias of a role", f"{maker.company(pair)} {text}".lower(), f"guides/{pair}/")


def _alone(maker: Maker, each: int) -> Iterator[Query]:
    for kind, count in (("companies", each), ("roles", each), ("regions", each)):
        entries = sorted(getattr(maker.catalogue, kind).items())
        pages = [(slug, entry) for slug, entry in entries if kind != "regions" or slug in maker.catalogue.by_region]
        for slug, entry in maker.rng.sample(pages, min(count, len(pages))):
            name = maker.alias(entry) if maker.rng.random() < 0.4 else entry.name
            if name and maker.is_clear(name):
                yield Query(f"{kind} alone", maker.rng.choice((name, name.lower(), name.upper())), f"{kind}/{slug}/")


def _mistyped(maker: Maker, each: int) -> Iterator[Query]:
    for pair, text in maker.guides(each, lambda pair: maker.mistyped(maker.company(pair))):
        yield Query("mistyped company", f"{text} {maker.role(pair)}", f"guides/{pair}/")
    for pair, text in maker.guides(each, lambda pair: maker.mistyped(maker.role(pair))):
        yield Query("mistyped role", f"{maker.company(pair)} {text}", f"guides/{pair}/")
    for pair, text in maker.guides(each, lambda pair: maker.mistyped(maker.company(pair), 2)):
        yield Query("two mistakes", f"{maker.role(pair)} {text}", f"guides/{pair}/")
    for pair, text in maker.guides(each, lambda pair: maker.mistyped(maker.company(pair))):
        yield Query("mistyped alone", text, f"companies/{pair.split('/')[0]}/")


def _more(maker: Maker, each: int) -> Iterator[Query]:
    catalogue = maker.catalogue
    for pair, text in maker.guides(each, lambda pair: maker.start(maker.company(pair))):
        yield Query("start of a name", f"{maker.role(pair)} {text}", f"guides/{pair}/")
    for pair, text in maker.guides(each, lambda pair: maker.rng.choice(catalogue.summaries[pair].regions or [None])):
        name = catalogue.regions[text].short or catalogue.regions[text].name
        yield Query("region", f"{maker.company(pair)} {maker.role(pair)} {name}", f"guides/{pair}/?region={text}#pay")
    plain = [role for role in catalogue.roles if role.split("-")[0] not in LEVELS]
    for pair, text in maker.guides(each, lambda pair: pair.split("/")[1] in plain and maker.role(pair)):
        level = maker.rng.choice(sorted(LEVELS))
        higher = f"{pair.split('/')[0]}/{level}-{pair.split('/')[1]}"
        word = maker.rng.choice(LEVELS[level])
        if higher.split("/")[1] not in catalogue.roles:
            yield Query("level", f"{word} {text} {maker.company(pair)}", f"guides/{pair}/")
        elif higher in catalogue.summaries:
            yield Query("level", f"{word} {text} {maker.company(pair)}", f"guides/{higher}/")
    lacking = [f"{company}/{role}" for company in catalogue.companies for role in catalogue.roles]
    lacking = sorted(
        pair for pair in lacking if pair not in catalogue.summaries and maker.is_clear(maker.company(pair))
    )
    for pair in maker.rng.sample(lacking, each):
        company = pair.split("/")[0]
        yield Query("no such guide", f"{maker.role(pair)} {maker.company(pair)}", f"companies/{company}/", "no-guide")
    for _ in range(each):
        word = "".join(maker.rng.choice(("zq", "xv", "qy", "kw", "vj")) + maker.rng.choice("aeiou") for _ in range(4))
        slug, role = maker.rng.choice(sorted(catalogue.roles.items()))
        yield Query("unknown company", f"{word} {role.name}", f"roles/{slug}/", "unknown")


if __name__ == "__main__":
    os.environ["SOURCE_DATE_EPOCH"] = "1795392000"
    write(project.open_site(Path(__file__).resolve().parent.parent / "data").site.catalogue)
