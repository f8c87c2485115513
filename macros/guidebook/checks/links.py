"""Checks that texts link to pages that the site has."""

from collections.abc import Iterator

from guidebook.checks import Context, GuideCheck, TreeCheck
from guidebook.load import Entry, Tree
from guidebook.model import Guide
from guidebook.problems import Problem
from guidebook.prose import internal_links
from guidebook.site import AUTHORED, INDEXES
from guidebook.suggest import advice

Place = tuple[str | int, ...]


def dead_link(guide: Entry[Guide], context: Context) -> Iterator[Problem]:
    """A text of a guide links to a page that the site lacks."""
    value = guide.value
    texts: list[tuple[Place, str | None]] = [(("worth",), value.worth)]
    texts += [(("sections", number, "text"), section.text) for number, section in enumerate(value.sections)]
    texts += [(("levers", number, "note"), lever.note) for number, lever in enumerate(value.levers)]
    texts += [(("strategy", "reason"), value.strategy.reason)] if value.strategy else []
    yield from _dead(guide, texts, context)


def dead_link_elsewhere(context: Context) -> Iterator[Problem]:
    """A text of a company, a role or a lever links to a page that the site lacks."""
    tree = context.tree
    for company in tree.companies.values():
        facts = [(("facts", number, "text"), fact.text) for number, fact in enumerate(company.value.facts)]
        bonus = company.value.bonus
        yield from _dead(company, [*facts, (("bonus", "text"), bonus.text if bonus else None)], context)
    for role in tree.roles.values():
        yield from _dead(role, [(("paid_for",), role.value.paid_for)], context)
    for lever in tree.levers.values():
        yield from _dead(lever, [(("what",), lever.value.what), (("when",), lever.value.when)], context)


def _dead(entry: Entry, texts: list[tuple[Place, str | None]], context: Context) -> Iterator[Problem]:
    for location, text in texts:
        if text is None or "](" not in text:
            continue
        for target in internal_links(text):
            page = target.partition("#")[0]
            if page and not _has(context.tree, page):
                folder = page.partition("/")[0]
                known = [name for name in _named(context.tree) if name.startswith(f"{folder}/")]
                right = advice(
                    page,
                    (f"{name}/" for name in known),
                    "link to a page from the site's top, like `levers/posted-band/`",
                )
                yield entry.problem(location, f"the text links to `{target}`, which is no page of the site", right)


def _has(tree: Tree, page: str) -> bool:
    return page in AUTHORED or page in INDEXES or (page.endswith("/") and page.removesuffix("/") in _named(tree))


def _named(tree: Tree) -> set[str]:
    names = {f"guides/{name}" for name in tree.guides} | {f"levers/{name}" for name in tree.levers}
    names |= {f"regions/{region}" for guide in tree.guides.values() for region in _regions(tree, guide.value)}
    return names | {f"companies/{name}" for name in tree.companies} | {f"roles/{name}" for name in tree.roles}


def _regions(tree: Tree, guide: Guide) -> set[str]:
    """The regions that a guide has figures for: only these have pages."""
    evidence = tree.evidence.get(guide.company)
    if guide.pay or evidence is None:
        return {row.region for row in guide.pay}
    return {region for posting in evidence.value.postings if posting.role == guide.role for region in posting.regions}


GUIDE_CHECKS: list[GuideCheck] = [dead_link]
TREE_CHECKS: list[TreeCheck] = [dead_link_elsewhere]
