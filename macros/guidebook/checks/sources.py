"""Checks of the days of sources and evidence."""

import datetime
from collections.abc import Iterator

from guidebook.age import REFUSE_MONTHS, WARN_MONTHS, months
from guidebook.checks import Context, GuideCheck, TreeCheck
from guidebook.load import Entry
from guidebook.model import Guide, Source
from guidebook.model.base import first_day
from guidebook.problems import Problem

Place = tuple[str | int, ...]


def dates_of_guide_sources(guide: Entry[Guide], context: Context) -> Iterator[Problem]:
    """A source of a guide has no day, a day to come, one before it was published, or one too long ago."""
    for name, source in guide.value.sources.items():
        yield from _source(guide, ("sources", name), source, context.today)
    for number, mapping in enumerate(guide.value.level_mapping):
        if mapping.date and mapping.date > context.today:
            yield _to_come(guide, ("level_mapping", number, "date"), "looked at", mapping.date)


def dates_of_other_sources(context: Context) -> Iterator[Problem]:
    """A source of a company, a role, a lever or the market has no day, or one that cannot be or is too long ago."""
    tree = context.tree
    entries: list[Entry] = [*tree.companies.values(), *tree.roles.values(), *tree.levers.values()]
    entries += [tree.market] if tree.market else []
    for entry in entries:
        for name, source in entry.value.sources.items():
            yield from _source(entry, ("sources", name), source, context.today)
    if tree.rates:
        yield from _source(tree.rates, ("source",), tree.rates.value.source, context.today)
        if tree.rates.value.date > context.today:
            yield _to_come(tree.rates, ("date",), "of", tree.rates.value.date)


def dates_of_postings(context: Context) -> Iterator[Problem]:
    """A posting was seen on a day to come, or too long ago."""
    for evidence in context.tree.evidence.values():
        for number, posting in enumerate(evidence.value.postings):
            location = ("postings", number, "seen")
            if posting.seen > context.today:
                yield _to_come(evidence, location, "seen", posting.seen)
            else:
                yield from _old(evidence, location, posting.seen, context.today, historical=posting.historical)


def dates_of_rights(context: Context) -> Iterator[Problem]:
    """A rule on pay was checked on a day to come."""
    rights = context.tree.rights
    for name, rule in rights.value.root.items() if rights else ():
        assert rights is not None
        if rule.checked > context.today:
            yield _to_come(rights, (name, "checked"), "checked", rule.checked)


def rights_to_come(context: Context) -> Iterator[Problem]:
    """A right of a place begins on a day to come: the pages would promise what nobody has yet."""
    rights = context.tree.rights
    for name, right in rights.value.root.items() if rights else ():
        assert rights is not None
        for field, since in (("range", right.range.since), ("history", right.history.since)):
            if since and since > context.today:
                wrong = f"not in force before {since.isoformat()}, a day to come"
                advice = "say what holds today, and put what comes, with its day, into `note`"
                yield rights.problem((name, field, "since"), wrong, advice)


def _source(entry: Entry, location: Place, source: Source, today: datetime.date) -> Iterator[Problem]:
    if source.checked is None:
        wrong = f"the source `{location[-1]}` has no day on which it was checked"
        yield entry.problem(location, wrong, "add `checked: YYYY-MM-DD`")
        return
    if source.checked > today:
        yield _to_come(entry, (*location, "checked"), "checked", source.checked)
        return
    published = first_day(source.date) if source.date else None
    if published and published > today:
        yield _to_come(entry, (*location, "date"), "published", published)
        return
    if published and published > source.checked:
        wrong = f"published on {source.date}, after the day on which it was checked, {source.checked.isoformat()}"
        yield entry.problem((*location, "date"), wrong, "mend one of the two dates")
        return
    where = (*location, "date" if published else "checked")
    yield from _old(entry, where, published or source.checked, today, historical=source.historical)


def _old(
    entry: Entry, location: Place, day: datetime.date, today: datetime.date, *, historical: bool
) -> Iterator[Problem]:  # fmt: skip
    age = months(day, today)
    if historical or age < WARN_MONTHS:
        return
    wrong = f"the evidence is {age} months old ({day.isoformat()})"
    if age >= REFUSE_MONTHS:
        yield entry.problem(location, wrong, "find newer, or mark it `historical: true`")
    else:
        yield entry.problem(location, wrong, "check it again, or find newer", is_warning=True)


def _to_come(entry: Entry, location: Place, what: str, day: datetime.date) -> Problem:
    return entry.problem(location, f"{what} on {day.isoformat()}, a day to come", "check the date")


GUIDE_CHECKS: list[GuideCheck] = [dates_of_guide_sources]
TREE_CHECKS: list[TreeCheck] = [dates_of_other_sources, dates_of_postings, dates_of_rights, rights_to_come]
