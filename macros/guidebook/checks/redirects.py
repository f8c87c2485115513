"""Checks that an old address leads to a page, at once, and stands in the way of none."""

from collections.abc import Iterator

from guidebook.checks import Context, GuideCheck, TreeCheck
from guidebook.problems import Problem
from guidebook.suggest import advice

_KINDS = (("companies", "company"), ("roles", "role"))


def redirects(context: Context) -> Iterator[Problem]:
    """A redirect leads from a page that stands, to another redirect, or to nothing."""
    entry = context.tree.redirects
    for folder, kind in _KINDS if entry else ():
        assert entry is not None
        known: dict[str, object] = getattr(context.tree, folder)
        leads: dict[str, str] = getattr(entry.value, folder)
        for old, new in leads.items():
            location = (folder, old)
            if old in known:
                wrong = f"the {kind} `{old}` has a page of its own, which the redirect would hide"
                yield entry.problem(location, wrong, "take the redirect out, or rename the file first")
            elif new in leads:
                wrong = f"`{old}` leads to `{new}`, which is a redirect itself"
                right = "take one of them out" if leads[new] == old else f"lead to `{leads[new]}` at once"
                yield entry.problem(location, wrong, right)
            elif new not in known and f"{folder}/{new}" not in context.tree.broken:
                wrong = f"`{old}` leads to the {kind} `{new}`, which there is not"
                yield entry.problem(location, wrong, advice(new, known, "name one that there is"))


GUIDE_CHECKS: list[GuideCheck] = []
TREE_CHECKS: list[TreeCheck] = [redirects]
