"""Write a folder of made-up data of any size: the project's own roles, levers and places, companies that do not exist.

    python tests/bench/generate.py FOLDER GUIDES [SEED]

The same seed gives the same bytes. Guides are of 2 to 28 KB, 5 KB on average. It prints the day
that a check of them must count as today; no source is newer, and none is much older.
"""

import datetime
import re
import shutil
import sys
from bisect import bisect_right
from pathlib import Path
from random import Random
from typing import Any

import yaml
from made import yaml_text
from made.company import companies
from made.figures import Places
from made.guide import Job, Library, guide
from made.words import ROLES, Writer

DATA = Path(__file__).resolve().parents[2] / "data"
"""The project's own data."""

Sizes = tuple[tuple[float, int], ...]
"""Shares of the guides and the bytes that so many of them stay below."""

_SHARED = ("roles", "levers", "regions.yml", "rights.yml", "rates.yml", "market.yml", "sheet.yml")
_GUIDES_EACH = 14
SIZES: Sizes = ((0, 2_250), (0.1, 2_800), (0.5, 4_400), (0.9, 7_000), (0.98, 10_000), (1, 28_000))
_CHECKED = re.compile(r"^\s*checked: (\d{4}-\d\d-\d\d)", re.MULTILINE)


def generate(folder: Path, guides: int, seed: int, sizes: Sizes = SIZES) -> None:
    """Write a data folder of `guides` guides that passes the check on the day that `newest_day` gives."""
    rng = Random(seed)
    _copy_shared(folder)
    library = _library(folder)
    jobs = [*_own_jobs(rng, folder), *_more_jobs(rng, folder, library)]
    regions = sorted(library.places.regions)
    made = companies(rng, -(-guides // _GUIDES_EACH), regions, library.day)
    for company in made:
        _write(folder / "companies" / f"{company.slug}.yml", yaml_text.text(company.data))
    pairs = sorted(rng.sample(range(len(made) * len(jobs)), guides))
    wanted = [_size((number + 0.5) / guides, sizes) for number in range(guides)]
    rng.shuffle(wanted)
    for pair, size in zip(pairs, wanted, strict=True):
        company, job = made[pair // len(jobs)], jobs[pair % len(jobs)]
        _write(folder / "guides" / company.slug / f"{job.slug}.yml", guide(rng, company, job, library, size))


def newest_day(folder: Path) -> datetime.date:
    """The last day on which somebody checked what was copied: nothing made up is newer."""
    texts = (path.read_text(encoding="utf-8") for name in _SHARED for path in _files(folder / name))
    return max(datetime.date.fromisoformat(day) for text in texts for day in _CHECKED.findall(text))


def _copy_shared(folder: Path) -> None:
    folder.mkdir(parents=True)
    for name in _SHARED:
        copy: Any = shutil.copytree if (DATA / name).is_dir() else shutil.copyfile
        copy(DATA / name, folder / name)


def _library(folder: Path) -> Library:
    places = Places(_read(folder / "regions.yml"), _read(folder / "rates.yml")["per_eur"])
    levers = {path.stem: _read(path)["requires"] for path in _files(folder / "levers")}
    return Library(places, levers, newest_day(folder))


def _own_jobs(rng: Random, folder: Path) -> list[Job]:
    roles = {path.stem: _read(path)["name"] for path in _files(folder / "roles")}
    return [Job(slug, name, rng.randrange(95_000, 190_000, 5_000)) for slug, name in roles.items()]


def _more_jobs(rng: Random, folder: Path, library: Library) -> list[Job]:
    """Roles beside the project's own, unless it has them by now."""
    own = [_read(path) for path in _files(folder / "roles")]
    known = {name.casefold() for role in own for name in (role["name"], *role.get("aliases", []))}
    found = []
    for name in ROLES:
        if name.casefold() not in known:
            job = Job(name.lower().replace(" ", "-"), name, rng.randrange(70_000, 150_000, 5_000))
            writer = Writer(rng, "the employer", name)
            data: dict[str, Any] = {"name": name, "paid_for": writer.paragraph()}
            data |= {"levers": list(library.levers)[:5], "questions": [writer.question() for _ in range(3)]}
            _write(folder / "roles" / f"{job.slug}.yml", yaml_text.text(data))
            found.append(job)
    return found


def _size(share: float, sizes: Sizes) -> int:
    """Bytes of the guide that `share` of all guides are shorter than."""
    number = bisect_right([point for point, _ in sizes], share)
    (left, low), (right, high) = sizes[number - 1 : number + 1]
    return round(low + (high - low) * (share - left) / (right - left))


def _files(path: Path) -> list[Path]:
    return sorted(path.glob("*.yml")) if path.is_dir() else [path]


def _read(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), yaml.CBaseLoader)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    generate(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 1)
    print(newest_day(Path(sys.argv[1])).isoformat())
