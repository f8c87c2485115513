"""Say of a CSV of postings, its header and its cells how they would be written."""

import re
from collections.abc import Sequence
from pathlib import Path

from guidebook.money import CODES
from guidebook.suggest import nearest

_NUMBER = re.compile(r"[^0-9]*(?P<number>[0-9][0-9.,]*)\s?(?P<scale>[KkMm]?)[^0-9]*")
_GROUPED = re.compile(r"[0-9]{1,3}(?:([.,])[0-9]{3})(?:\1[0-9]{3})*")
_WORKBOOK = b"PK\x03\x04"


def number_advice(name: str, written: str) -> str:
    """What is wrong with a band's end that is no whole number, and what would be right."""
    found = _NUMBER.fullmatch(re.sub(r"(?<=[0-9])[.,]0{1,2}$", "", written))
    number = found["number"] if found else ""
    digits = re.sub("[.,]", "", number) if _GROUPED.fullmatch(number) else number
    right = "write whole units of the currency, like `165000`"
    if found and digits.isdigit():
        right = f"write `{int(digits) * {'K': 1_000, 'M': 1_000_000}.get(found['scale'].upper(), 1)}`"
    return f"`{name}`: `{written}` is not in whole numbers; {right}"


def currency_advice(written: str) -> str:
    """What is wrong with a currency that is not known, and what would be right."""
    if written.upper() in CODES:
        return f"`{written}` is not a currency known here; write it in capitals, `{written.upper()}`"
    return f"`{written}` is not a currency known here; use three letters, like USD"


def header_advice(missing: Sequence[str], header: Sequence[str]) -> str | None:
    """Which column stands under another spelling than the one that is wanted."""
    pairs = [(there, name) for name in missing if (there := nearest(name, set(header) - {""}))]
    if not pairs:
        return None
    return ", ".join(f"its column `{there.strip()}` should be `{name}`" for there, name in pairs)


def encoding_advice(path: Path) -> str:
    """Why the bytes of the file are no text in UTF-8, with the line."""
    raw = path.read_bytes()
    if raw.startswith(_WORKBOOK):
        return f"{path.name}: it is a workbook, it is no CSV in UTF-8; save it as CSV UTF-8 in the spreadsheet"
    try:
        raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return f"{path.name}:{line}: it is no CSV in UTF-8 but in another encoding; save it as CSV UTF-8"
    return f"{path.name}: it is no CSV in UTF-8; save it as such"
