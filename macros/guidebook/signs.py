"""Write the sign of each amount before it: cells as people write them -> cells as they are read."""

import re

from guidebook.money import CODES

DASH = r"\s?(?:[-‐‑‒–—―−]|to)\s?"
ABOUT = r"[~≈]?\s?"
_NUMBER = r"[0-9][0-9,]*(?:\.[0-9]+)?"
_LAKHS = r"(?:Lakhs?|LPA|L|Crores?|Cr)\b"
_SIGN = rf"(?:[€£₹]|\b(?:{'|'.join(sorted(CODES))})\b)"
_AFTER = re.compile(
    rf"(?P<about>{ABOUT})(?P<low>{_NUMBER}\s?[KM]?)\s?(?P<lowsign>{_SIGN})?"
    rf"(?:{DASH}(?P<high>{_NUMBER}\s?[KM]?)\s?(?P<sign>{_SIGN}))?(?P<open>\+)?",
    re.IGNORECASE,
)
_RUPEES = re.compile(rf"{ABOUT}{_NUMBER}\s?(?:(?:{_LAKHS})?{DASH}{_NUMBER}\s?)?{_LAKHS}", re.IGNORECASE)
"""Lakhs and crores count rupees alone, with or without their sign."""
_GROUPED_BY_MARKS = re.compile(r"(?<=[0-9])['\u2019](?=[0-9]{3}(?![0-9]))|(?<=[0-9])[ \u202f\xa0](?=[0-9]{3}(?![0-9]))")
"""Thousands as the Swiss write them, `105'000`, and much of Europe: `42 000 €`."""


def sign_first(cell: str) -> str:
    """The cell with the sign before each amount that has it after, as in `240K-360K PLN`, or that counts lakhs.

    As it is where an end has neither a sign nor thousands of its own: `180-220K €` may begin at 180 euros.
    """
    cell = _GROUPED_BY_MARKS.sub(",", cell)
    if _RUPEES.match(cell):
        return f"INR {cell}"
    found = _AFTER.match(cell)
    sign = found and (found["sign"] or found["lowsign"])
    if not found or not sign:
        return cell
    if found["high"] and (found["lowsign"] or sign) != sign:
        return cell
    if found["high"] and not found["lowsign"] and not re.search(r"[KM,]", found["low"], re.IGNORECASE):
        return cell
    high = f"–{sign} {found['high'].strip()}" if found["high"] else ""
    return f"{sign} {found['low'].strip()}{high}{found['open'] or ''}{cell[found.end() :]}"
