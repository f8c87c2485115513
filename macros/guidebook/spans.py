"""For how many years an amount is, as a heading or a cell says it: words -> years."""

import re

UNCLEAR = 0
"""Where the words speak of years and do not say for how many the amount is."""
_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
}  # fmt: skip
_NUMBER = rf"(?P<number>[0-9]{{1,3}}|{'|'.join(_WORDS)})"
_MONTHS = r"(?P<months>mo|mos|months?)"
_SPAN = re.compile(rf"(?<![\w.,\u2013\u2014-]){_NUMBER}[\s-]?(?:y|yrs?|years?|{_MONTHS})\b", re.IGNORECASE)
_ASIDE = re.compile(
    rf"{_NUMBER}[\s-]?(?:y|yrs?|years?|{_MONTHS})[\s-](?:of )?(?:cliff|term|window|expiry|exercise|lock|hold|exp)\w*"
    r"|\b(?:cliff|term|expiry|window) (?:of )?(?:[0-9]{1,2}|one)[\s-]?(?:y|yrs?|years?|mos?|months?)\b"
    r"|(?:semi-?|bi-?)?annual(?:ly)? (?:vest|cliff|refresh)\w*|vest\w*,? (?:semi-?|bi-?)?annually",
    re.IGNORECASE,
)
"""When a grant vests or lapses, which is not what it is for."""
_OTHERWISE = re.compile(
    rf"\b(?:after|every|each|within|until|in) {_NUMBER}[\s-]?(?:y|yrs?|years?|{_MONTHS})\b"
    r"|[0-9]\s?[-\u2013\u2014]\s?[0-9]{1,2}[\s-]?(?:y|yrs?|years?)\b|%\s?(?:/|an? |per )\s?(?:y|yr|year)\b",
    re.IGNORECASE,
)
_A_YEAR = re.compile(
    r"/\s?(?:y|yr|year)\b|\bper (?:year|annum)\b|\ba year\b|\bannual|\byearly\b|\bp\.a\.", re.IGNORECASE
)


def years_of(words: str) -> int | None:
    """Years of a whole grant, 1 for an amount a year, UNCLEAR, or None where the words speak of no years."""
    if not re.search(r"y|mo|annu|p\.a\.", words, re.IGNORECASE):
        return None
    rest = _ASIDE.sub(" ", words)
    if _OTHERWISE.search(rest):
        return UNCLEAR
    a_year = _A_YEAR.search(rest)
    found = [(_years(span), span.start()) for span in _SPAN.finditer(rest)]
    if a_year and all(a_year.start() < start for _count, start in found):
        return 1
    said = {count for count, _start in found}
    return said.pop() if len(said) == 1 else UNCLEAR if said else None


def _years(found: re.Match[str]) -> int:
    """The years of a span: 48 months are four; UNCLEAR where they are no whole years, or more than a grant runs."""
    count = _WORDS.get(found["number"].lower()) or int(found["number"])
    years, months = divmod(count, 12) if found["months"] else (count, 0)
    return UNCLEAR if months or years > 10 else years
