"""A made-up guide: as long as it is asked to be, with every part that a guide may have."""

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import cycle
from random import Random
from typing import Any

from made import yaml_text
from made.company import Made, source
from made.figures import Places, written
from made.pay import rows, strategy
from made.words import Writer

_ORDER = (
    "company", "role", "levels", "dna", "pay", "worth", "level_mapping", "sections", "levers", "strategy",
    "questions", "sources",
)  # fmt: skip
_SMALLEST, _LARGEST = 250, 900
"""Bytes: how near to the wanted size is near enough, and the most that one more part may add."""
_OFFER_LEVER = "competing-written-offer"


@dataclass(frozen=True)
class Job:
    """A role to write of: its name in addresses, its name, and its usual base in the US."""

    slug: str
    name: str
    usual_usd: int


@dataclass(frozen=True)
class Library:
    """What all guides draw on: the project's places and levers, and the day on which nothing is newer."""

    places: Places
    levers: dict[str, str]
    """Names of levers and what each requires."""
    day: datetime.date


def guide(rng: Random, company: Made, job: Job, library: Library, size: int) -> str:
    """The YAML of a guide of about `size` bytes."""
    draft = _Draft(rng, company, job, library, size)
    steps = _steps(draft)
    found = draft.text()
    while (missing := size - len(found.encode("utf-8"))) > _SMALLEST:
        for _ in range(1 + missing // _LARGEST):
            next(steps)()
        found = draft.text()
    return found


class _Draft:
    """A guide that grows part by part."""

    def __init__(self, rng: Random, company: Made, job: Job, library: Library, size: int) -> None:
        self.rng, self.day = rng, library.day
        self.writer = Writer(rng, company.name, job.name)
        self.in_full = rng.random() < 0.3
        table = rows(rng, company, library.places, job.usual_usd, most=max(1, min(8, size // 700)))
        self.base = table[0].base
        self.parts: dict[str, Any] = {
            "company": company.slug,
            "role": job.slug,
            "dna": [self.writer.tag() for _ in range(rng.randint(2, 4))],
            "pay": [row.data(in_full=self.in_full) for row in table],
            "levers": [],
            "strategy": strategy(rng, self.writer, table[0], in_full=self.in_full),
            "sources": {"pay": source(rng, self.writer, "pay", library.day)},
        }
        first = rng.choice([name for name, requires in library.levers.items() if requires == "none"])
        self.levers = [*(name for name in rng.sample(list(library.levers), 12) if name != first), first]
        self.lever(short=True)

    def text(self) -> str:
        return yaml_text.text({name: self.parts[name] for name in _ORDER if self.parts.get(name)})

    def lever(self, *, short: bool = False) -> None:
        if not self.levers:
            self.section()
            return
        name = self.levers.pop()
        ask = written(self.base.at(self.rng.uniform(0.7, 1.1)), in_full=self.in_full)
        lever: dict[str, Any] = {"lever": name, "ask": {"base": ask}}
        if not short:
            lever["title"] = self.writer.title()
            lever |= self._offer_script() if name == _OFFER_LEVER else self._script(ask)
            lever |= {"note": self.writer.paragraph()} if self.rng.random() < 0.5 else {}
            lever["sources"] = [self._any_source()]
        self.parts["levers"].append(lever)

    def section(self) -> None:
        sections = self.parts.setdefault("sections", [])
        if len(sections) == 8:
            longest = self.rng.choice(sections)
            longest["text"] += f"\n\n{self.writer.paragraph()}"
            return
        text = self.writer.paragraph() if self.rng.random() < 0.6 else self._listed()
        section = {"title": self.writer.title(), "text": text, "basis": "reported", "sources": [self._any_source()]}
        if self.rng.random() < 0.3:
            section["unconfirmed"] = "Looked for on the company's own pages and not found."
        sections.append(section)

    def worth(self) -> None:
        before = self.parts.get("worth")
        self.parts["worth"] = f"{before}\n\n{self.writer.paragraph()}" if before else self._listed()

    def source(self) -> None:
        sources = self.parts["sources"]
        name = f"{self.writer.paper().split()[-1]}-{len(sources) + 1}"
        sources[name] = source(self.rng, self.writer, name, self.day)

    def mapping(self) -> None:
        mappings = self.parts.setdefault("level_mapping", [])
        if len(mappings) == 3:
            return
        names = {self.writer.company: "L", "A large search company": "L", "A large bank": "Grade ", "A start-up": "IC"}
        equals = [{"at": at, "level": f"{sign}{self.rng.randint(3, 7)}"} for at, sign in names.items()]
        found = {"equals": equals, "method": f"As {self.writer.paper()} sets them side by side", "basis": "reported"}
        mappings.append(found | {"date": self.day.isoformat(), "sources": [self._any_source()]})
        self.parts["levels"] = f"{equals[0]['level']} and the one above it"

    def question(self) -> None:
        questions = self.parts.setdefault("questions", [])
        questions += [self.writer.question() for _ in range(3 if len(questions) < 12 else 0)]

    def _listed(self) -> str:
        return f"{self.writer.paragraph()}\n\n{self.writer.points()}"

    def _any_source(self) -> str:
        return self.rng.choice(list(self.parts["sources"]))

    def _script(self, ask: str) -> dict[str, str]:
        said = {"say": f"{self.writer.saying()} I am asking for a base of {ask}."}
        return said | {"because": self.writer.reason(), "if_no": self.writer.reply()}

    def _offer_script(self) -> dict[str, str]:
        said = "I hold a written offer from {rival_employer} at {rival_offer}. I would rather be here."
        return {"requires": "written_offer", "say": said, "if_no": self.writer.reply()}


def _steps(draft: _Draft) -> Iterator[Callable[[], None]]:
    """The parts that may be added, over and over in an order of this guide's own."""
    wanted = [draft.lever, draft.lever, draft.source, draft.section, draft.worth, draft.mapping, draft.question]
    draft.rng.shuffle(wanted)
    return cycle(wanted)
