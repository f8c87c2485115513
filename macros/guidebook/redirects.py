"""From the redirects of the data to a small page at each old address, which leads on without a script."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from guidebook.enrich.catalogue import Catalogue


def redirects(catalogue: Catalogue) -> dict[str, str]:
    """Every old address of a page, from the site's top, with the address that it has now.

    A company or role that has another name now takes the addresses of all of its guides along.
    """
    companies, roles = catalogue.redirects.companies, catalogue.redirects.roles
    found = {f"companies/{old}/": f"companies/{new}/" for old, new in companies.items()}
    found |= {f"roles/{old}/": f"roles/{new}/" for old, new in roles.items()}
    former_companies, former_roles = _former(companies), _former(roles)
    for summary in catalogue.summaries.values():
        for company in (summary.company, *former_companies.get(summary.company, ())):
            for role in (summary.role, *former_roles.get(summary.role, ())):
                if f"{company}/{role}" != summary.id:
                    found[f"guides/{company}/{role}/"] = f"guides/{summary.id}/"
    return found


def page(old: str, new: str) -> str:
    """The page at the address `old` that leads to `new`; both are from the site's top."""
    return str(_macro()("../" * old.count("/") + new))


def _former(leads: Mapping[str, str]) -> Mapping[str, Iterable[str]]:
    found: dict[str, list[str]] = {}
    for old, new in leads.items():
        found.setdefault(new, []).append(old)
    return found


@cache
def _macro() -> Any:
    from guidebook.render import environment  # noqa: PLC0415  it writes the site's files, of which this is one

    return environment().get_template("redirect.html.jinja").module.redirect  # type: ignore[attr-defined]
