"""Checks that texts link to pages that the site has."""

from collections.abc import Iterator

from guidebook.checks import Context, GuideCheck, Link, TreeCheck
from guidebook.load import Entry
from guidebook.model import Guide
from guidebook.page import AUTHORED, INDEXES
from guidebook.problems import Problem
from guidebook.prose import internal_links
from guidebook.suggest import advice

Location = tuple[str | int, ...]


def links(guide: Entry[Guide]) -> Iterator[Link]:
    """The links to pages of the site in the texts of a guide. Whether they stand is seen once all guides are known."""
    value = guide.value
    texts: list[tuple[Location, str | None]] = [(("worth",), value.worth)]
    texts += [(("sections", number, "text"), section.text) for number, section in enumerate(value.sections)]
    texts += [(("levers", number, "note"), lever.note) for number, lever in enumerate(value.levers)]
    texts += [(("strategy", "reason"), value.strategy.reason)] if value.strategy else []
    for location, text in texts:
        for target in internal_links(text or ""):
            yield Link(target, guide.document.place(location))


def dead_link(context: Context) -> Iterator[Problem]:
    """A text of a guide links to a page that the site lacks."""
    for guide in context.guides.values():
        for link in guide.links:
            if problem := _dead(link.target, context):
                yield Problem(guide.path, *link.place, *problem)


def dead_link_elsewhere(context: Context) -> Iterator[Problem]:
    """A text of a company, a role or a lever links to a page that the site lacks."""
    tree = context.tree
    for company in tree.companies.values():
        facts = [(("facts", number, "text"), fact.text) for number, fact in enumerate(company.value.facts)]
        bonus = company.value.bonus
        yield from _dead_in(company, [*facts, (("bonus", "text"), bonus.text if bonus else None)], context)
    for role in tree.roles.values():
        yield from _dead_in(role, [(("paid_for",), role.value.paid_for)], context)
    for lever in tree.levers.values():
        yield from _dead_in(lever, [(("what",), lever.value.what), (("when",), lever.value.when)], context)


def _dead_in(entry: Entry, texts: list[tuple[Location, str | None]], context: Context) -> Iterator[Problem]:
    for location, text in texts:
        for target in internal_links(text or ""):
            if problem := _dead(target, context):
                yield entry.problem(location, *problem)


def _dead(target: str, context: Context) -> tuple[str, str] | None:
    """What is wrong with a link to `target`, and what would be right; None where its page stands."""
    page = target.partition("#")[0]
    known = _named(context)
    if not page or page in AUTHORED or page in INDEXES or (page.endswith("/") and page.removesuffix("/") in known):
        return None
    folder = page.partition("/")[0]
    near = (f"{name}/" for name in known if name.startswith(f"{folder}/"))
    right = advice(page, near, "link to a page from the site's top, like `levers/posted-band/`")
    return f"the text links to `{target}`, which is no page of the site", right


def _named(context: Context) -> set[str]:
    tree = context.tree
    summaries = [guide.summary for guide in context.guides.values() if guide.summary]
    names = {f"guides/{name}" for name, guide in context.guides.items() if guide.summary}
    names |= {f"regions/{region}" for summary in summaries for region in summary.regions}
    names |= {f"levers/{name}" for name in tree.levers}
    return names | {f"companies/{name}" for name in tree.companies} | {f"roles/{name}" for name in tree.roles}


GUIDE_CHECKS: list[GuideCheck] = []
TREE_CHECKS: list[TreeCheck] = [dead_link, dead_link_elsewhere]
