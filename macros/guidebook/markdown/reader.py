"""What is known while a file is read, and the parts that gather over several blocks: a lever, the strategy, the DNA."""

import re
from dataclasses import dataclass, field

from guidebook.markdown import levers, offers, strategy
from guidebook.markdown.draft import Draft
from guidebook.markdown.inline import plain
from guidebook.markdown.lines import Source
from guidebook.markdown.names import Names
from guidebook.markdown.places import Places
from guidebook.markdown.refused import Notes
from guidebook.markdown.title import Title

_EVIDENCE = re.compile(
    r"^\W*(?:\d{1,2}[.):]?\s+)?(?:(?:key|data|primary|supporting|market) )?(?:evidence|sources|references)\b"
    r"(?!\s+(?:they|the|he|she|we|you|who|that)\b)",
    re.IGNORECASE,
)
_LEVERS = re.compile(
    r"(?<!their )(?<!company['’]s )\blevers\b"
    r"(?!\s+(?:(?:that\s+)?(?:they|the)|recruiters?|managers?|employers?|companies)\b)",
    re.IGNORECASE,
)
"""The reader's levers, as opposed to `levers that the company holds`."""
_STRATEGY = re.compile(
    r"^(?!\W*(?:\d{1,2}[.):]?\s+)?(?:why|when|whether|should|can)\b|.*\?\W*$)"
    r".*(?:\bnegotiate[- ]?up\b|\bnegotiation strategy\b)",
    re.IGNORECASE,
)
"""A question, as in `Why negotiate up?`, is no strategy."""
_KINDS = (
    ("strategy", _STRATEGY),
    ("dna", re.compile(r"\bnegotiation dna\b", re.IGNORECASE)),
    ("levels", re.compile(r"\blevel(?:l?ing)? (?:mapping|map|equivalen\w+|comparison)\b", re.IGNORECASE)),
    ("levers", _LEVERS),
    ("evidence", _EVIDENCE),
)  # fmt: skip
_LABEL = re.compile(
    r"^(?P<lead>[^\w*]{0,4})(?P<mark>\*\*|__)(?P<words>[^*\n]{2,90}?)(?P<inside>\s*[:—–-]?\s*)(?P=mark)\s*(?P<outside>[:—–-]?)\s*(?P<rest>.*)$",
    re.DOTALL,
)
_PLAIN_LABEL = re.compile(
    r"^(?P<words>negotiation dna|level mapping|negotiate[- ]up strategy|(?:(?:global|key|regional|core) )?levers"
    r"|(?:evidence(?: (?:&|and) sources)?|sources))\s*[:—]\s*(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_PART = re.compile(
    r"[^\w*]*(?:negotiation dna|level mapping|negotiate[- ]up strategy|(?:(?:global|key|regional|core) )?levers"
    r"|evidence (?:&|and) sources)[.\s]*",
    re.IGNORECASE,
)
"""The name of a part, alone: in bold it begins the part with no colon after it, too."""
_TAGS = re.compile(r"\s*[|│•·]\s*")
_CODE_TAGS = re.compile(r"`[^`]+`(?:[\s,|+·•/]*`[^`]+`)*")
_LONGEST_TAG = 100
BOLD_LEVEL = 7
"""The level of a bold line that stands as a heading."""
NO_LEVEL = 9
"""Above the level of any heading."""


@dataclass(slots=True)
class Reader:
    """What is known while a file is read: where it stands, and what its last heading was of."""

    source: Source
    names: Names
    places: Places
    employers: frozenset[str]
    title: Title
    draft: Draft = field(default_factory=Draft)
    notes: Notes = field(default_factory=Notes)
    kind: str = ""
    about: str = ""
    open_lever: tuple[str, list[str]] | None = None
    is_unnumbered: bool = False
    """True where the open lever is one only if it has a script: its heading stands under the levers', and no more."""
    levers_at: int = 0
    """The level of the heading of the levers while its part lasts, else 0."""
    lever_level: int = 0
    """The level of headings that are levers without a number; 0 before the first, NO_LEVEL where levers have one."""
    open_strategy: tuple[int, list[str]] | None = None
    line: int = 0

    @property
    def known(self) -> offers.Known:
        """The names that tell whose offer a script speaks of."""
        return offers.Known(self.title.company, self.employers, self.names.regions)


def kind_of(words: str) -> str:
    """What a heading is of, by its words; nothing where it is a section of the guide's own."""
    shown = plain(words)
    return next((kind for kind, rule in _KINDS if rule.search(shown)), "")


def label_of(text: str) -> tuple[str, str] | None:
    """The label that begins a paragraph, and what follows it."""
    if (found := _LABEL.match(text)) and (
        found["inside"].strip()
        or found["outside"]
        or "\n" in found["rest"]
        or not found["rest"]
        or _PART.fullmatch(found["words"])
    ):
        return (found["lead"] + found["words"]).strip(), found["rest"]
    if found := _PLAIN_LABEL.match(text):
        return found["words"], found["rest"]
    return None


def tags(text: str) -> list[str] | None:
    """The tags of a line; None where it is prose."""
    one = " ".join(text.split())
    if _CODE_TAGS.fullmatch(one):
        found = re.findall(r"`([^`]+)`", one)
    elif "|" in one or "•" in one or "·" in one:
        found = _TAGS.split(one)
    elif len(one) <= _LONGEST_TAG and not re.search(r"[.!?]\s+\S", one):
        found = one.split(" + ") if one.count(" + ") >= 1 and not one.endswith(".") else [one]
    else:
        return None
    made = [plain(tag) for tag in found if re.search(r"\w", plain(tag))]
    return made if made and all(len(tag) <= 2 * _LONGEST_TAG for tag in made) else None


def dna(reader: Reader, text: str, *, is_inline: bool) -> None:
    """Read the DNA: tags where it is a line of them, else what the role is worth.

    A sentence is a tag on the line of its label alone, and before there is any prose.
    """
    found = tags(text) if "dna" not in reader.draft.data else None
    if found and not re.search(r"[|`•·]", text) and (not is_inline or "worth" in reader.draft.data):
        found = None
    if found:
        reader.draft.put("dna", found)
    elif re.search(r"\w", text):
        reader.draft.worth(text)


def add_lever(reader: Reader, words: str, text: str, number: int | None) -> None:
    """Add a lever by its title and body; its number is kept where that is not its place."""
    if number is not None:
        words = levers.without_number(words)
    made = levers.lever(words, text, reader.known)
    reader.draft.add("lever", made)
    count = len(reader.draft.data["levers"])
    if number is not None and number != count:
        made["number"] = number


def close_part(reader: Reader) -> None:
    """End the strategy or the lever that a heading began; a lever without a body is a heading alone."""
    if reader.open_strategy is not None:
        (line, texts), reader.open_strategy = reader.open_strategy, None
        strategy_of(reader, texts, line)
    if reader.open_lever is None:
        return
    words, body = reader.open_lever
    reader.open_lever = None
    if reader.is_unnumbered and not levers.body("\n\n".join(body)).say:
        reader.kind = ""
        reader.draft.heading(words)
        for text in body:
            reader.draft.text(text)
    elif body:
        add_lever(reader, words, "\n\n".join(body), None if reader.is_unnumbered else levers.number_of(words))
    else:
        reader.draft.heading(words)


def strategy_of(reader: Reader, texts: list[str], line: int) -> None:
    """The strategy that begins on `line`, where it is the first; else text."""
    draft = reader.draft
    text = "\n\n".join(texts).strip()
    if not re.search(r"\w", text):
        return
    if "strategy" in draft.data:
        draft.text(text)
        return
    parts = levers.body(text)
    made, left = strategy.fields(plain(text), reader.known)
    made = {"unit": made.get("unit", "base"), "ask": "not disclosed", **made}
    if not parts.say and offers.claims(plain(parts.before), reader.known):
        parts = levers.Body("", parts.before, "")
    if re.search(r"\w", parts.before):
        made["text"] = levers.tidied(parts.before)
    if parts.say:
        made["scripts"] = [levers.said(parts.say, reader.known)]
    while parts.say and (more := levers.body(parts.after)).say:
        when = {"when": levers.tidied(more.before)} if re.search(r"\w", more.before) else {}
        made["scripts"].append(when | levers.said(more.say, reader.known))
        parts = more
    draft.put("strategy", made)
    if re.search(r"\w", parts.after):
        draft.text(levers.tidied(parts.after))
    for what in left:
        reader.notes.add("amounts of the strategy left as text", line, what)


def more_strategy(reader: Reader, text: str) -> None:
    """Add a paragraph to the strategy that a heading or a label began; it is read when all of it is there."""
    if reader.open_strategy is None:
        reader.open_strategy = (reader.line, [])
    reader.open_strategy[1].append(text)


def starts_with_label(text: str) -> re.Match[str] | None:
    """The bold words that begin a text, by their parts."""
    return _LABEL.match(text)
