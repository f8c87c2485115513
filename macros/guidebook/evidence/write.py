"""Write evidence as YAML that a person can read and mend."""

import os
import re
from pathlib import Path
from typing import Any

import yaml

from guidebook.model import Evidence, Filing, Posting
from guidebook.money import text
from guidebook.yaml_reader import LARGEST_FILE

_WIDTH = 110
_HEAD = "# yaml-language-server: $schema=../schema/evidence.json\n"
_COMMENT = re.compile(r"""(?:[^"'#]*\s)?#(?:\s|$)""")


class TooMuchError(ValueError):
    """More evidence than one file may hold, by the reader's own limit; its text says how much."""


def write(path: Path, evidence: Evidence) -> None:
    """Write the file of one company in one step, so that a stop half-way leaves the old one.

    Raise TooMuchError where the file could not be read again.
    """
    content = shown(evidence).encode()
    if len(content) > LARGEST_FILE:
        count = len(evidence.postings)
        raise TooMuchError(f"{count} postings are {len(content):,} bytes, and a file may have {LARGEST_FILE:,}")
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_suffix(".yml.new")
    beside.write_bytes(content)
    os.replace(beside, path)  # noqa: PTH105  it replaces on every system


def comments(path: Path) -> bool:
    """Whether the file at `path` holds comments, which writing it anew drops."""
    if not path.is_file():
        return False
    head, text = _HEAD.strip(), path.read_text(encoding="utf-8-sig")
    return any(bool(_COMMENT.match(line)) and line.strip() != head for line in text.splitlines())


def shown(evidence: Evidence) -> str:
    """The YAML of one company's evidence."""
    data: dict[str, Any] = {}
    if evidence.postings:
        data["postings"] = [_posting(posting) for posting in evidence.postings]
    if evidence.filings:
        data["filings"] = [_filing(filing) for filing in evidence.filings]
    return _HEAD + yaml.dump(data, Dumper=yaml.CSafeDumper, sort_keys=False, allow_unicode=True, width=_WIDTH)


def _posting(posting: Posting) -> dict[str, Any]:
    data = {
        "title": posting.title,
        "place": posting.place,
        "role": posting.role,
        "level": posting.level,
        "regions": list(posting.regions),
        "base": text(posting.base),
        "seen": posting.seen.isoformat(),
        "via": posting.via,
        "url": posting.url,
        "historical": posting.historical or None,
    }
    return {name: value for name, value in data.items() if value is not None}


def _filing(filing: Filing) -> dict[str, Any]:
    return filing.model_dump(exclude_none=True)
