"""A made-up company: its names, equity, bonus, levels, facts and sources, as its file holds them."""

import datetime
from dataclasses import dataclass
from random import Random
from typing import Any

from made.words import Writer, company_names, former_name

_OWNERSHIPS = ("public", "public", "public", "private", "private", "subsidiary", "nonprofit-controlled", "government")
_KINDS = {
    "public": ("rsu", "rsu", "rsu", "cash"),
    "private": ("options", "double-trigger-rsu", "profit-units", "profit-share", "phantom"),
    "subsidiary": ("rsu", "phantom", "not disclosed"),
    "nonprofit-controlled": ("profit-units", "none"),
    "government": ("none",),
}
_SCHEDULES = ([25, 25, 25, 25], [35, 30, 20, 15], [40, 30, 20, 10], [5, 15, 40, 40])
_LADDERS = (("L", 3), ("IC", 1), ("E", 3), ("P", 1), ("T", 4))
_TITLES = {"entry": "Associate", "mid": "Intermediate", "senior": "Senior", "staff": "Staff", "principal": "Principal"}


@dataclass(frozen=True)
class Made:
    """A company with what its guides lean on."""

    slug: str
    name: str
    equity: str
    regions: tuple[str, ...]
    """The regions where it hires, its own first."""
    data: dict[str, Any]


def companies(rng: Random, count: int, regions: list[str], day: datetime.date) -> list[Made]:
    """As many companies as `count`, with no name or alias of one used by another."""
    seen: set[str] = set()
    return [_company(rng, name, regions, day, seen) for name in company_names(rng, count)]


def source(rng: Random, writer: Writer, name: str, day: datetime.date) -> dict[str, Any]:
    """One source on a host that does not exist, looked at in the year before `day`."""
    checked = day - datetime.timedelta(days=rng.randint(0, 200))
    published = checked - datetime.timedelta(days=rng.randint(0, 160))
    basis = rng.choice(("reported", "reported", "posted", "filed", "reported"))  # no row claims more than its source
    address = f"https://{writer.company.split(maxsplit=1)[0].lower()}.example/{name}/{rng.randint(1000, 99999)}"
    return {
        "title": writer.title(),
        "publisher": rng.choice((writer.company, writer.paper().split(" ", 1)[1].capitalize())),
        "url": address,
        "date": published.isoformat()[: rng.choice((7, 10))],
        "checked": checked.isoformat(),
        "basis": basis,
        "supports": writer.sentence().replace("**", "").split("](")[0].replace("[", ""),
    }


def _company(rng: Random, name: str, regions: list[str], day: datetime.date, seen: set[str]) -> Made:
    ownership = rng.choice(_OWNERSHIPS)
    kind = rng.choice(_KINDS[ownership])
    writer = Writer(rng, name, rng.choice(("person", "newcomer", "team")))
    places = rng.sample(regions, min(10, len(regions)))
    names = ("report", "post")
    data: dict[str, Any] = {"name": name, "aliases": _aliases(rng, name, seen), "ownership": ownership}
    if ownership == "public":
        data["ticker"] = name[:4].upper()
    data |= {"headquarters": places[0].replace("-", " ").title(), "equity": _equity(rng, kind)}
    data["bonus"] = {"text": writer.sentence(), "basis": "reported", "sources": ["post"]}
    data["levels"] = _levels(rng)
    data["facts"] = [{"text": writer.paragraph(), "basis": "reported", "sources": [n]} for n in names]
    data["questions"] = [writer.question() for _ in range(rng.randint(2, 5))]
    data["sources"] = {n: source(rng, writer, n, day) for n in names}
    return Made(name.lower().replace(" ", "-"), name, kind, tuple(places), data)


def _aliases(rng: Random, name: str, seen: set[str]) -> list[str]:
    stem = name.split(maxsplit=1)[0]
    wanted = [former_name(rng, name), f"{stem}.example", stem[:4].upper(), f"{stem} {rng.choice(('Inc', 'Group'))}"]
    wanted += [stem] if stem != name else []
    found = [alias for alias in wanted if alias.casefold() not in seen]
    seen.update(alias.casefold() for alias in (name, *found))
    return found


def _equity(rng: Random, kind: str) -> dict[str, Any]:
    equity: dict[str, Any] = {"kind": kind}
    if kind in ("rsu", "double-trigger-rsu", "options", "profit-units"):
        schedule = rng.choice(_SCHEDULES)
        equity |= {"vesting": f"4 years, {'/'.join(map(str, schedule))} percent by year", "schedule": schedule}
    return equity | {"basis": "reported", "sources": ["report"]}


def _levels(rng: Random) -> list[dict[str, Any]]:
    letter, first = rng.choice(_LADDERS)
    return [
        {"name": f"{letter}{first + number}", "title": title, "level": level, "sources": ["post"]}
        for number, (level, title) in enumerate(_TITLES.items())
    ]
