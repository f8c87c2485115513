"""Merge new postings into old ones, posting by posting and region by region."""

from collections.abc import Iterable

from guidebook.evidence.rows import Report
from guidebook.model import Posting
from guidebook.money import text

_Key = tuple[str, str, str]
"""A posting in one region: its address, its title, the region. One band belongs to it."""


def merge(old: Iterable[Posting], new: Iterable[Posting], company: str, report: Report) -> list[Posting]:
    """All postings, each once; of two bands for one place the newer seen stands, and the report says so.

    Role and level of a posting that is known stay: a person may have put them right.
    """
    merged = {key: posting for posting in old for key in _keys(posting)}
    first = dict(merged)
    met: set[_Key] = set()
    for posting in new:
        for key in _keys(posting):
            met.add(key)
            current = merged.get(key)
            if current is None:
                merged[key] = posting
                continue
            again = posting.model_copy(update={"role": current.role, "level": current.level})
            stands = again if posting.seen >= current.seen else current
            if current is not first.get(key) and _facts(again) != _facts(current):
                told = f"given twice: {_shown(current)}, and {_shown(again)}; {_shown(stands)} stands"
                report.updated.append(f"{company}: {posting.title}, {key[2]}: {told}")
            merged[key] = stands
    _count(first, {key: merged[key] for key in merged if key in met}, company, report)
    return _grouped(merged)


def _keys(posting: Posting) -> list[_Key]:
    return [(posting.url, posting.title, region) for region in posting.regions]


def _grouped(merged: dict[_Key, Posting]) -> list[Posting]:
    """Postings whose regions share everything else, their regions and places joined; in a stable order."""
    groups: dict[tuple[object, ...], list[tuple[str, Posting]]] = {}
    for (_, _, region), posting in merged.items():
        same = (posting.url, posting.title, posting.role, posting.level, posting.base, posting.seen, posting.via)
        groups.setdefault((*same, posting.historical), []).append((region, posting))
    joined = [_joined(members) for members in groups.values()]
    return sorted(joined, key=lambda item: (item.role, item.level, item.title, item.url, item.regions))


def _joined(members: list[tuple[str, Posting]]) -> Posting:
    places: dict[str, None] = {}
    for _, posting in members:
        places |= dict.fromkeys((posting.place or "").split("; "))
    place = "; ".join(name for name in places if name) or None
    regions = list(dict.fromkeys(region for region, _ in members))
    return members[0][1].model_copy(update={"regions": regions, "place": place})


def _count(first: dict[_Key, Posting], merged: dict[_Key, Posting], company: str, report: Report) -> None:
    for key, posting in merged.items():
        before = first.get(key)
        if before is None:
            report.added += 1
        elif before is posting or _facts(before) == _facts(posting):
            report.unchanged += 1
        else:
            report.updated.append(f"{company}: {posting.title}, {key[2]}: {_shown(before)} -> {_shown(posting)}")


def _facts(posting: Posting) -> tuple[object, ...]:
    return (posting.role, posting.level, posting.base, posting.seen, posting.via)


def _shown(posting: Posting) -> str:
    return f"{text(posting.base)} seen {posting.seen.isoformat()} as {posting.role}, {posting.level}"
