"""Checks that what one file names stands in another."""

from collections.abc import Iterable, Iterator

from guidebook.checks import Context, GuideCheck, TreeCheck
from guidebook.load import Entry
from guidebook.meant import right
from guidebook.model import Company, Guide
from guidebook.model.sources import Claim
from guidebook.problems import Problem
from guidebook.suggest import advice


def unknown_company(guide: Entry[Guide], context: Context) -> Iterator[Problem]:
    """A guide names a company that has no file."""
    yield from _unknown(guide, ("company",), guide.value.company, "company", context.tree.companies, context)


def unknown_role(guide: Entry[Guide], context: Context) -> Iterator[Problem]:
    """A guide names a role that has no file."""
    yield from _unknown(guide, ("role",), guide.value.role, "role", context.tree.roles, context)


def unknown_region(guide: Entry[Guide], context: Context) -> Iterator[Problem]:
    """A row or the strategy of a guide names a region that regions.yml lacks."""
    known = context.tree.region_ids
    for number, row in enumerate(guide.value.pay):
        yield from _unknown(guide, ("pay", number, "region"), row.region, "region", known, context)
    strategy = guide.value.strategy
    if strategy and strategy.region:
        yield from _unknown(guide, ("strategy", "region"), strategy.region, "region", known, context)


def unknown_lever(guide: Entry[Guide], context: Context) -> Iterator[Problem]:
    """A guide uses a lever that the library lacks."""
    for number, lever in enumerate(guide.value.levers):
        if lever.lever:
            known = context.tree.levers
            yield from _unknown(guide, ("levers", number, "lever"), lever.lever, "lever", known, context)


def incomplete_lever(guide: Entry[Guide], _context: Context) -> Iterator[Problem]:
    """A lever of a guide is no case of the library's and lacks its own words."""
    for number, lever in enumerate(guide.value.levers):
        missing = [name for name in ("title", "say", "if_no", "requires") if getattr(lever, name) is None]
        if lever.lever is None and missing:
            wrong = f"a lever of the guide's own lacks `{'`, `'.join(missing)}`"
            yield guide.problem(("levers", number), wrong, "write it out, or name the library's lever with `lever:`")


def repeated_lever(guide: Entry[Guide], _context: Context) -> Iterator[Problem]:
    """A guide uses a lever of the library twice under the library's title."""
    first: dict[str, int] = {}
    for number, lever in enumerate(guide.value.levers):
        if lever.lever and lever.title is None and (earlier := first.setdefault(lever.lever, number)) != number:
            line, _ = guide.document.place(("levers", earlier))
            wrong = f"the lever `{lever.lever}` is listed twice, first on line {line}"
            yield guide.problem(("levers", number, "lever"), wrong, "keep one of the two, or give one a `title:`")


def unknown_source(guide: Entry[Guide], context: Context) -> Iterator[Problem]:
    """A guide refers to a source that neither it nor its company has."""
    if f"companies/{guide.value.company}" in context.tree.broken:
        return
    company = context.tree.companies.get(guide.value.company)
    known = {**(company.value.sources if company else {}), **guide.value.sources}
    value = guide.value
    places: list[tuple[tuple[str | int, ...], Iterable[str]]] = []
    for name in ("pay", "level_mapping", "sections", "levers"):
        places += [((name, number), claim.sources) for number, claim in enumerate(getattr(value, name))]
    if value.strategy:
        places.append((("strategy",), value.strategy.sources))
    for location, sources in places:
        yield from _unknown_sources(guide, location, sources, known)


def unknown_source_of_company(context: Context) -> Iterator[Problem]:
    """A company's fact refers to a source that its file lacks."""
    for company in context.tree.companies.values():
        for location, claim in _claims(company.value):
            yield from _unknown_sources(company, location, claim.sources, company.value.sources)


def unknown_names_in_evidence(context: Context) -> Iterator[Problem]:
    """Evidence names a company, a role or a region that has no entry."""
    tree = context.tree
    for evidence in tree.evidence.values():
        if tree.companies.keys().isdisjoint([evidence.id]) and f"companies/{evidence.id}" not in tree.broken:
            advised = right(evidence.id, "company", tree, _ADD["company"].format(evidence.id))
            yield evidence.problem((), f"there is no company `{evidence.id}`", advised)
        for number, posting in enumerate(evidence.value.postings):
            place = ("postings", number)
            yield from _unknown(evidence, (*place, "role"), posting.role, "role", tree.roles, context)
            for index, region in enumerate(posting.regions):
                yield from _unknown(evidence, (*place, "regions", index), region, "region", tree.region_ids, context)
        for number, filing in enumerate(evidence.value.filings):
            yield from _unknown(evidence, ("filings", number, "role"), filing.role, "role", tree.roles, context)


def unknown_lever_of_role(context: Context) -> Iterator[Problem]:
    """A role recommends a lever that the library lacks."""
    for role in context.tree.roles.values():
        for number, lever in enumerate(role.value.levers):
            yield from _unknown(role, ("levers", number), lever, "lever", context.tree.levers, context)


def unknown_role_of_lever(context: Context) -> Iterator[Problem]:
    """A lever fits a role that has no file."""
    for lever in context.tree.levers.values():
        for number, role in enumerate(lever.value.fits.roles or ()):
            yield from _unknown(lever, ("fits", "roles", number), role, "role", context.tree.roles, context)


def unknown_jurisdiction(context: Context) -> Iterator[Problem]:
    """A region or a company names a jurisdiction that rights.yml lacks."""
    regions, rights = context.tree.regions, context.tree.rights
    if "rights" in context.tree.broken:
        return
    known = rights.value.root if rights else {}
    for name, region in regions.value.root.items() if regions else ():
        assert regions is not None
        for number, jurisdiction in enumerate(region.rights):
            yield from _unknown(regions, (name, "rights", number), jurisdiction, "jurisdiction", known, context)
    for company in context.tree.companies.values():
        for number, jurisdiction in enumerate(company.value.rights or ()):
            yield from _unknown(company, ("rights", number), jurisdiction, "jurisdiction", known, context)


def unknown_region_of_market(context: Context) -> Iterator[Problem]:
    """A market reference names a region that regions.yml lacks."""
    market = context.tree.market
    for number, wage in enumerate(market.value.prevailing if market else ()):
        assert market is not None
        location = ("prevailing", number, "region")
        yield from _unknown(market, location, wage.region, "region", context.tree.region_ids, context)


_FOLDERS = {
    "company": "companies/{}",
    "role": "roles/{}",
    "lever": "levers/{}",
    "region": "regions",
    "jurisdiction": "rights",
}
_ADD = {
    "company": "add `companies/{}.yml`",
    "role": "add `roles/{}.yml`",
    "lever": "add `levers/{}.yml`",
    "region": "add `{}` to `regions.yml`",
    "jurisdiction": "add `{}` to `rights.yml`",
}


def _unknown(
    entry: Entry, location: tuple[str | int, ...], name: str, kind: str, known: Iterable[str], context: Context
) -> Iterator[Problem]:  # fmt: skip
    if name not in known and _FOLDERS[kind].format(name) not in context.tree.broken:
        advised = right(name, kind, context.tree, _ADD[kind].format(name))
        yield entry.problem(location, f"there is no {kind} `{name}`", advised)


def _unknown_sources(
    entry: Entry, location: tuple[str | int, ...], sources: Iterable[str], known: Iterable[str]
) -> Iterator[Problem]:  # fmt: skip
    for number, name in enumerate(sources):
        if name not in known:
            advised = advice(name, known, f"add `{name}` under `sources`")
            yield entry.problem((*location, "sources", number), f"there is no source `{name}`", advised)


def _claims(company: Company) -> Iterator[tuple[tuple[str | int, ...], Claim]]:
    for name in ("equity", "bonus"):
        if claim := getattr(company, name):
            yield (name,), claim
    for name in ("levels", "facts"):
        for number, claim in enumerate(getattr(company, name)):
            yield (name, number), claim


GUIDE_CHECKS: list[GuideCheck] = [
    unknown_company,
    unknown_role,
    unknown_region,
    unknown_lever,
    incomplete_lever,
    repeated_lever,
    unknown_source,
]
TREE_CHECKS: list[TreeCheck] = [
    unknown_source_of_company,
    unknown_names_in_evidence,
    unknown_lever_of_role,
    unknown_role_of_lever,
    unknown_jurisdiction,
    unknown_region_of_market,
]
