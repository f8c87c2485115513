"""Import a CSV of postings into the data folder, one file a company."""

import datetime
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

from guidebook.evidence.merge import merge
from guidebook.evidence.rows import Report, read
from guidebook.evidence.write import TooMuchError, comments, write
from guidebook.load import load
from guidebook.model import Evidence, Posting
from guidebook.problems import DataError


def import_csv(
    path: Path, data: Path, today: datetime.date, advance: Callable[[int], object] = lambda _: None
) -> Report:  # fmt: skip
    """Add and update the postings of `path`; raise DataError where evidence in `data` cannot be read."""
    tree, problems = load(data)
    unreadable = [problem for problem in problems if f"{data.name}/evidence/" in problem.path]
    if unreadable:
        raise DataError(unreadable)
    report = Report()
    found: dict[str, list[Posting]] = defaultdict(list)
    for company, posting in read(path, tree, today, report, advance):
        found[company].append(posting)
    for company in sorted(found):
        entry = tree.evidence.get(company)
        old = entry.value if entry else Evidence()
        taken = Report()
        postings = merge(old.postings, found[company], company, taken)
        file = data / "evidence" / f"{company}.yml"
        try:
            if postings != old.postings:
                dropped = comments(file)
                write(file, old.model_copy(update={"postings": postings}))
                report.rewritten += [f"{company}: its file was written anew, without its comments"] if dropped else []
        except TooMuchError as error:
            report.skipped.append(f"{company}: {error}; nothing of it was written, bring in fewer")
            continue
        report.added, report.unchanged = report.added + taken.added, report.unchanged + taken.unchanged
        report.updated += taken.updated
    return report
