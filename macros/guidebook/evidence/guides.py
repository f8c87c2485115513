"""Start a short guide for every company and role that has evidence and no guide."""

from pathlib import Path

from guidebook.enrich.guide import FEWEST_FILINGS
from guidebook.load import Tree

HEAD = "# yaml-language-server: $schema=../../schema/guide.json\n"


def missing(tree: Tree) -> list[tuple[str, str]]:
    """Company and role of each posted band, and of filings enough for a range, that no guide covers."""
    found = set()
    for company, entry in tree.evidence.items():
        if company in tree.companies:
            found |= {(company, posting.role) for posting in entry.value.postings}
            found |= {(company, filing.role) for filing in entry.value.filings if filing.n >= FEWEST_FILINGS}
    known = {file.id for file in tree.guide_files}
    return sorted(pair for pair in found if "/".join(pair) not in known)


def write(data: Path, company: str, role: str) -> Path:
    """Write the shortest guide: its table, levers and strategy come from the evidence and the library."""
    path = data / "guides" / company / f"{role}.yml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"{HEAD}company: {company}\nrole: {role}\n", encoding="utf-8")
    return path
