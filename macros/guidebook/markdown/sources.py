"""Read one entry of a guide's evidence: words -> title, what it supports, year, link."""

import re
from typing import Any

from guidebook.markdown.inline import links, plain

PUBLISHER = "not stated"
"""What an imported source says of its publisher, which the file does not set apart."""
_LEAD = re.compile(r"^[^\w\s\[(*`\"“„«'<$€£~#@/\\]+\s+(?=\S)")
"""A picture before the title."""
_BOLD = re.compile(r"^\s*(?P<mark>\*\*|__)(?P<title>.+?)(?P=mark)\s*(?:[:—–-]+\s*)?(?P<rest>.*)$", re.DOTALL)
_BRACKET = re.compile(r"^\s*(?P<title>\[[^\]]{2,80}\])(?!\()\s*(?:[:—–-]+\s*)?(?P<rest>.*)$", re.DOTALL)
_LINKED = re.compile(r"^\s*(?P<title>\[[^\[\]]{2,120}\]\([^()\s]+\))\s*(?:[:—–-]+\s*)?(?P<rest>.*)$", re.DOTALL)
_DASH = re.compile(r"^(?P<title>[^—]{2,120}?)\s+—\s+(?P<rest>.*)$", re.DOTALL)
_DAY = re.compile(r"(?<![\w/-])((?:20(?:1[3-9]|[23][0-9])-(?:0[1-9]|1[0-2]))(?:-(?:0[1-9]|[12][0-9]|3[01]))?)(?![\w-])")
"""A day, or a month; not `2010-12`, which may be two years."""
_LOOKED = re.compile(r"\b(?:seen|accessed|retrieved|checked|viewed|visited)\b", re.IGNORECASE)
_YEAR = re.compile(r"(?<![\w.,$£€-])(20[0-3][0-9])(?![\w%]|,[0-9]|[-–]?[0-9])")
_YEARS = re.compile(r"(?<![0-9])20[0-3][0-9]\s?[-–—/]\s?(?:20)?[0-9]{2}(?![0-9])")


def source(text: str) -> dict[str, Any] | None:
    """The source that an entry names; None where it has no words."""
    words = plain(text)
    if not re.search(r"\w", words):
        return None
    lead = _LEAD.match(text)
    picture, text = (lead[0], text[lead.end() :]) if lead else ("", text)
    found = _BOLD.match(text) or _LINKED.match(text) or _BRACKET.match(text) or _DASH.match(text)
    head, rest = (found["title"], found["rest"]) if found else (text, "")
    if not re.search(r"\w", head):
        head, rest = text, ""
    addresses = links(text)
    if len(addresses) == 1:
        head, rest = _without_address(head, rest, addresses[0])
    title = plain(picture + head)
    made: dict[str, Any] = {"title": title.rstrip(":,;").rstrip() or title, "publisher": PUBLISHER}
    if len(addresses) == 1:
        made["url"] = addresses[0]
    if day := _date(words):
        made["date"] = day
    rest = plain(rest).lstrip(" ,;:—–")
    return made | ({"supports": rest} if re.search(r"\w", rest) else {})


def _date(words: str) -> str | None:
    """The one day, month or year that an entry names; none where it names several, or when somebody looked."""
    looked = _LOOKED.search(words)
    words = words[: looked.start()] if looked else words
    days: dict[str, None] = dict.fromkeys(_DAY.findall(words))
    if len(days) == 1 and not _YEAR.search(_DAY.sub("", words)):
        return next(iter(days))
    years: dict[str, None] = dict.fromkeys(_YEAR.findall(_YEARS.sub("", words)))
    return next(iter(years)) if len(years) == 1 and not _YEARS.search(words) else None


def _without_address(head: str, rest: str, address: str) -> tuple[str, str]:
    """Title and rest without an address that stands between them; it has a field of its own, and links the title."""
    link = rf"\s*[(<\[]?{re.escape(address)}[)>\]]?"
    shorter = re.sub(rf"\[([^\[\]]+)\]\({link}\s*\)(?=\W*$)", r"\1", head)
    shorter = re.sub(rf"{link}(?=\W*$)", "", shorter)
    if shorter == head:
        rest = re.sub(rf"^{link}", "", rest)
    return (shorter, rest) if re.search(r"\w", shorter) else (head, rest)
