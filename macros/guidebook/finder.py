"""From the catalogue to the names that the finder matches: each name once, guides as pairs of numbers.

They come in two scripts. The first is small and answers the first key: what companies and roles are called, and which
guides there are. The second is fetched while somebody types on: what else companies are called, places, own levels.
"""

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from math import log2
from typing import Any, NamedTuple

from guidebook import labels
from guidebook.enrich.catalogue import Catalogue
from guidebook.enrich.summary import Summary
from guidebook.model import Company, Region, Role
from guidebook.site import Site

FOLDER = "assets/finder/"
"""Where the scripts stand below the site's top."""

_KINDS = ("names", "others", "text")
_LEVELS = {part for level, words in labels.LEVEL_WORDS.items() for word in (level, *words) for part in word.split()}
_RUNG = re.compile(r"([A-Za-z]{1,4}) ?\d+[ab]?$", re.ASCII)
_FIRST = ord("?")
"""The sign for 0 in numbers of base 64; each next digit is the next sign, up to `~`."""
_UNSAFE = str.maketrans({sign: f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"})
"""What could end a script's element, or a line of an old script, where the text is put into a page."""


class Script(NamedTuple):
    """The script that hands the names to the finder: its path below the site's top, and its text."""

    path: str
    text: str


def scripts(site: Site, talk: str = "", ways: Iterable[tuple[str, str]] = (), text: str = "") -> list[Script]:
    """Make the script of the site's names, that of the others, which is fetched after it, and `text`, which is one.

    `talk` are the words of the headings of advice, which may name no company or place where they only begin its name;
    `ways` the names of other pages with their addresses, which are given first where their name is typed.

    They are scripts and no JSON, because a script loads from a copy of the site on disk as well.
    Their addresses have one digest of what all hold, so that caches are safe and the first tells where the others are.
    """
    more = {**others(site), "talk": talk, "ways": [*map(_called, ways)]}
    texts = (f"guidebook.names({_json(names(site))});\n", f"guidebook.others({_json(more)});\n", text)
    digest = hashlib.sha256("".join(texts).encode("utf-8")).hexdigest()[:12]
    return [Script(f"{FOLDER}{kind}-{digest}.js", text) for kind, text in zip(_KINDS, texts, strict=True)]


def names(site: Site) -> dict[str, Any]:
    """What the finder matches against at first; `docs/assets/js/finder/match.js` says what each part holds."""
    catalogue = site.catalogue
    return {
        "companies": [own for own, *_ in _named(catalogue.companies)],
        "roles": list(map("\t".join, _named(catalogue.roles))),
        "levels": ["\t".join([level, *words]) for level, words in labels.LEVEL_WORDS.items()],
        "weak": " ".join([labels.WEAK_WORDS, *sorted(labels.LEGAL_FORMS)]),
        "short": labels.SHORT_FORMS,
        **_guides(catalogue),
    }


def others(site: Site) -> dict[str, Any]:
    """What the finder matches against once somebody types on: the other names of companies in the order of `names`."""
    catalogue = site.catalogue
    regions = sorted(catalogue.regions, key=lambda name: not site.has(f"regions/{name}/"))
    return {
        "companies": ["\t".join(["", *others]) for _, *others in _named(catalogue.companies)],
        "regions": list(map("\t".join, _named({name: catalogue.regions[name] for name in regions}))),
        "pages": sum(site.has(f"regions/{name}/") for name in regions),
        "places": _places(catalogue, regions),
        **_ladders(catalogue),
    }


def _json(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(_UNSAFE)


def _called(way: tuple[str, str]) -> list[str]:
    """A page's name and its address, and behind them the words of each as one, which the finder looks for."""
    return [*way, *dict.fromkeys("".join(_plain(words)) for words in way)]


def _named(entries: Mapping[str, Company] | Mapping[str, Role] | Mapping[str, Region]) -> Iterator[Iterator[str]]:
    """For each entry its name and other names; its slug before them where the name gives another."""
    return (_words(slug, entry) for slug, entry in entries.items())


def _words(slug: str, entry: Company | Role | Region) -> Iterator[str]:
    own = "-".join(_plain(entry.name))
    yield entry.name if own == slug else f"{slug}\n{entry.name}"
    known = {name := "".join(_plain(entry.name))}
    if isinstance(entry, Region):
        short = entry.shown
        known.add(joined := "".join(_plain(short)))
        yield _shorter(short, joined, entry.name, name)
    for alias in _without_levels(entry) if isinstance(entry, Role) else entry.aliases:
        words = _plain(alias)
        while len(words) > 1 and words[-1] in labels.LEGAL_FORMS:
            words.pop()
        if (joined := "".join(words)) not in known:
            known.add(joined)
            yield _shorter(alias, joined, entry.name, name)


def _without_levels(role: Role) -> Iterator[str]:
    """The other names of a role but those that are a level and another name: the finder reads levels by themselves."""
    names = {tuple(_plain(name)) for name in (role.name, *role.aliases)}
    own = {*_plain(role.name)}
    if not own & _LEVELS:
        names.add(())  # a level alone is no name of a role but of one that is a level, such as staff
    for alias in role.aliases:
        words = _plain(alias)
        rest = tuple(word for word in words if word in own or word not in _LEVELS)
        if len(rest) == len(words) or rest not in names:
            yield alias


def _shorter(alias: str, joined: str, full: str, name: str) -> str:
    """An alias that begins as the name does: `=` and how many of its letters, or `+` and what follows the name."""
    if name.startswith(joined) and name.isascii():
        return f"={len(joined)}"
    return f"+{alias.removeprefix(full)}" if alias.startswith(full) else alias


def _plain(name: str) -> list[str]:
    """The words of a name in small letters without accents, as the finder takes them apart; it skips `and`."""
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", name) if not unicodedata.combining(sign))
    return [word for word in re.findall(r"[^\W_]+", bare.lower()) if word != "and"]


def _ladders(catalogue: Catalogue) -> dict[str, Any]:
    """What companies call their levels: the different ladders, and for each company the number of its own, from 1."""
    own = [_ladder(company) for company in catalogue.companies.values()]
    ladders = ["", *sorted({ladder for ladder in own if ladder})]
    return {
        "ladders": ladders,
        "ladder": "".join(_number(ladders.index(ladder), len(ladders)) for ladder in own),
        "rung": rf"\d+k?|i{{1,3}}|iv|v|({'|'.join(sorted(_rungs(catalogue)))})\d\d?[ab]?",
    }


def _rungs(catalogue: Catalogue) -> set[str]:
    """The letters of levels such as `L5`, as some company or role calls one: other letters with a number are a name."""
    names = [own.name for company in catalogue.companies.values() for own in company.levels]
    names += [alias for role in catalogue.roles.values() for alias in role.aliases]
    return {found[1].lower() for name in names if (found := _RUNG.match(name))} | {*labels.RUNGS}


def _ladder(company: Company) -> str:
    """Each level's own name, and before it the number of the site's level that it is nearest to."""
    levels = list(labels.LEVEL_WORDS)
    own = [(own.level, name) for own in company.levels if own.level in levels for name in _each(own.name)]
    return "\t".join(f"{levels.index(level)}{name}" for level, name in own)


def _each(name: str) -> list[str]:
    """The levels that a name stands for: `57-59` for three, `68 and up` for its first."""
    if found := re.fullmatch(r"([0-9]{1,2})\s?[\u2013-]\s?([0-9]{1,2})", name):
        return [str(number) for number in range(int(found[1]), int(found[2]) + 1)]
    return [re.sub(r"^([0-9]+)(?: and (?:up|above)|\+)$", r"\1", name)]


def _guides(catalogue: Catalogue) -> dict[str, Any]:
    """For each company a bit for each role, and for each guide in that order how complete it is."""
    roles = {name: 1 << number for number, name in enumerate(catalogue.roles)}
    rows = list(_rows(catalogue))
    return {
        "guides": "".join(_number(sum(roles[summary.role] for summary in row), 1 << len(roles)) for row in rows),
        "ranks": "".join(_rank(summary) for row in rows for summary in row),
    }


def _places(catalogue: Catalogue, regions: list[str]) -> str:
    """For each guide, in the order of `ranks`, the numbers of the regions that it has figures of."""
    numbers = {name: _number(number, len(regions)) for number, name in enumerate(regions)}
    guides = (summary for row in _rows(catalogue) for summary in row)
    return ",".join("".join(sorted(numbers[region] for region in summary.regions)) for summary in guides)


def _rows(catalogue: Catalogue) -> Iterator[list[Summary]]:
    roles = list(catalogue.roles)
    for company in catalogue.companies:
        yield sorted(catalogue.by_company.get(company, []), key=lambda summary: roles.index(summary.role))


def _rank(summary: Summary) -> str:
    """How complete a guide is, from 0 to 9: what is written out, and how many postings stand behind it."""
    return str(min(9, summary.written // 2 + round(log2(1 + summary.postings))))


def _number(number: int, count: int) -> str:
    """A number below `count` in base 64, as many signs for each as the largest needs."""
    signs = ""
    while count > 1 or not signs:
        number, digit = divmod(number, 64)
        signs = chr(_FIRST + digit) + signs
        count = -(-count // 64)
    return signs
