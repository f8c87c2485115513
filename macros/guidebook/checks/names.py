"""Checks that a name stands for one thing, and that each lever is used."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

from guidebook.checks import Context, Examined, GuideCheck, TreeCheck
from guidebook.load import Entry
from guidebook.model import Guide
from guidebook.problems import Problem
from guidebook.suggest import typed


def misplaced_guide(guide: Entry[Guide], _context: Context) -> Iterator[Problem]:
    """A guide's company and role are not those of its path."""
    wanted = f"{guide.value.company}/{guide.value.role}"
    if guide.id != wanted:
        folder, name = guide.id.split("/")
        location = ("company",) if folder != guide.value.company else ("role",)
        wrong = f"the file stands at `guides/{folder}/{name}.yml` but is of `{wanted}`"
        yield guide.problem(location, wrong, f"move it to `guides/{wanted}.yml`, or mend the field")


def two_guides(context: Context) -> Iterator[Problem]:
    """Two files are guides of the same company and role."""
    first: dict[str, Examined] = {}
    guides = [(guide, guide.summary.id) for guide in context.guides.values() if guide.summary]
    for guide, key in sorted(guides, key=lambda pair: pair[0].id != pair[1]):
        earlier = first.setdefault(key, guide)
        if earlier is not guide:
            wrong = f"a second guide for {key.replace('/', ' and ')}, beside `{earlier.path}`"
            yield Problem(guide.path, *guide.start, wrong, "keep one of the two")


def alias_of_two_companies(context: Context) -> Iterator[Problem]:
    """A company's name or alias is another's too."""
    yield from (problem for problem, _alias in _shared("company", context.tree.companies))


def alias_of_two_roles(context: Context) -> Iterator[Problem]:
    """A role's name or alias is another's too; a warning where a role is called what a wider one lists as an alias."""
    roles = context.tree.roles
    names = Counter(typed(entry.value.name) for entry in roles.values())
    for problem, alias in _shared("role", roles):
        yield replace(problem, is_warning=True) if names[alias] == 1 else problem


def alias_of_two_regions(context: Context) -> Iterator[Problem]:
    """A region's name or alias is another's too."""
    regions = context.tree.regions
    first: dict[str, str] = {}
    for name, region in regions.value.root.items() if regions else ():
        assert regions is not None
        for number, alias in enumerate([region.name, *region.aliases]):
            owner = first.setdefault(typed(alias), name)
            if owner != name:
                location = (name, "aliases", number - 1) if number else (name, "name")
                yield regions.problem(
                    location, f"`{alias}` names the region `{owner}` too", "keep it at one of the two"
                )


def unused_lever(context: Context) -> Iterator[Problem]:
    """No guide and no role uses a lever of the library, and it is offered nowhere by itself."""
    tree = context.tree
    summaries = [guide.summary for guide in context.guides.values() if guide.summary]
    used = {use.lever for summary in summaries for use in summary.uses}
    used |= {lever for role in tree.roles.values() for lever in role.value.levers}
    kinds = {company.value.equity.kind for company in tree.companies.values() if company.value.equity}
    owners = {company.value.ownership for company in tree.companies.values()}
    for lever in tree.levers.values():
        fits = lever.value.fits
        offered = (
            (not fits.posted_band or any(evidence.value.postings for evidence in tree.evidence.values()))
            and (fits.equity is None or not kinds.isdisjoint(fits.equity))
            and (fits.ownership is None or not owners.isdisjoint(fits.ownership))
            and (fits.roles is None or not tree.roles.keys().isdisjoint(fits.roles))
        )
        if lever.id not in used and not offered:
            wrong = f"no guide, role or company has a use for the lever `{lever.id}`"
            yield lever.problem((), wrong, "name it in a guide or a role, widen `fits`, or delete it", is_warning=True)


def _shared(kind: str, entries: Mapping[str, Entry]) -> Iterator[tuple[Problem, str]]:
    """Problems of names that stand for two things, each with the name as it is compared."""
    first: dict[str, str] = {}
    for entry in entries.values():
        own: set[str] = set()
        for number, alias in enumerate([entry.value.name, *entry.value.aliases]):
            location = ("aliases", number - 1) if number else ("name",)
            owner = first.setdefault(typed(alias), entry.id)
            if owner != entry.id:
                wrong = f"`{alias}` names the {kind} `{owner}` too"
                yield entry.problem(location, wrong, "keep it at one of the two"), typed(alias)
            elif alias in own:
                yield entry.problem(location, f"the alias `{alias}` is given twice", "keep one of the two"), ""
            own.add(alias)


GUIDE_CHECKS: list[GuideCheck] = [misplaced_guide]
TREE_CHECKS: list[TreeCheck] = [
    two_guides,
    alias_of_two_companies,
    alias_of_two_roles,
    alias_of_two_regions,
    unused_lever,
]
