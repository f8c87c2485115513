"""The prose of the site in passages, one to a heading: what the search in the text looks through."""

import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from guidebook import blanks, labels
from guidebook.asked import ASKED, ASKED_OF_LAWS
from guidebook.enrich.catalogue import Catalogue
from guidebook.model import Company, Guide, Lever
from guidebook.prose import BLOCK, SIMPLE

LIMIT = 600_000
"""Characters of all passages together: about 200 KB with gzip, which a phone indexes in half a second."""

_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_TITLE = re.compile(r"^title: *\"?(.+?)\"?$", re.MULTILINE)
_FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
_ADMONITION = re.compile(r"^!!! \w+ *(?:\"(.*)\")?$", re.MULTILINE)
_HEADING = re.compile(r"^## +(.+?)(?: *\{: *#([\w-]+) *\})?$", re.MULTILINE)
_SPACE = re.compile(r"\s+")
_BLANK_LINE = re.compile(r"\n\s*\n")
_MARK = re.compile(r"[\\`*_\[\]<>&!|~]")
"""What may be more than words: most prose has none of it but bold words and links, and needs no reader of Markdown."""
_WORD = re.compile(r"[^\W_]+")
_ADVICE = re.compile(r"(about|levers|negotiate|prepare)/")
_LAWS = "rights/#right-"
_READER = MarkdownIt("commonmark").enable("table")


@dataclass(frozen=True, slots=True)
class Passage:
    """What stands under one heading: its address from the site's top, its page, its heading, its plain text."""

    url: str
    page: str
    heading: str
    text: str


def passages(catalogue: Catalogue, documents: Path) -> list[Passage]:
    """All prose, what is for everybody first, then companies and guides, those with most evidence first.

    `documents` is the folder of the authored pages. What would go past LIMIT is left out, from the end.
    """
    found = chain(
        _authored(documents), _levers(catalogue), _roles(catalogue), _rights(catalogue),
        _companies(catalogue), _guides(catalogue),
    )  # fmt: skip
    kept, size = [], 0
    for passage in found:
        size += len(passage.text)
        if size > LIMIT:
            break
        kept.append(passage)
    return kept


def plain(markdown: str) -> str:
    """The words of `markdown` without its marks, on one line."""
    words = " ".join(SIMPLE.sub(r"\1\2", paragraph) for paragraph in _BLANK_LINE.split(markdown))
    if not (_MARK.search(words) or BLOCK.search(markdown)):
        return _SPACE.sub(" ", words).strip()
    tokens = _READER.parse(_ADMONITION.sub(r"\1", markdown))
    return _SPACE.sub(" ", " ".join(_words(token) for token in tokens if token.type == "inline")).strip()


def script(found: list[Passage]) -> str:
    """The passages as a script for the finder: `[address, page, [[fragment, heading, text], ...]]` for each page.

    Behind the text stands what is asked for it, where something is.
    """
    pages: dict[tuple[str, str], list[list[str]]] = {}
    for passage in found:
        url, _, fragment = passage.url.partition("#")
        pages.setdefault((url, passage.page), []).append(_part(fragment, passage))
    listed = [[url, page, parts] for (url, page), parts in pages.items()]
    return f"guidebook.passages({json.dumps(listed, ensure_ascii=False, separators=(',', ':'))});\n"


def talk(found: list[Passage]) -> str:
    """The words of the headings of advice, and of what is asked for it, each once."""
    advice = (passage for passage in found if _ADVICE.match(passage.url))
    texts = (f"{passage.heading} {passage.url} {ASKED.get(passage.url, '')}" for passage in advice)
    words = {word for text in texts for word in _WORD.findall(text.lower())}
    return " ".join(sorted(words - {*labels.WEAK_WORDS.split()}))


def anchor(heading: str) -> str:
    """The id that MkDocs gives a heading of an authored page."""
    ascii_only = unicodedata.normalize("NFKD", heading).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", ascii_only).strip().lower())


def _part(fragment: str, passage: Passage) -> list[str]:
    asked = ASKED_OF_LAWS if passage.url.startswith(_LAWS) else ASKED.get(passage.url)
    return [fragment, passage.heading, passage.text, *([asked] if asked else [])]


def _words(inline: Token) -> str:
    return "".join(" " if child.type.endswith("break") else child.content for child in inline.children or ())


def _authored(documents: Path) -> Iterator[Passage]:
    for path in sorted(documents.rglob("*.md")):
        text = path.read_text(encoding="utf-8")
        title = _TITLE.search(text)
        name = path.relative_to(documents).with_suffix("").as_posix()
        url = "" if name == "index" else f"{name.removesuffix('/index')}/"
        body = _FENCED.sub("", _FRONT_MATTER.sub("", text))
        yield from _under_headings(url, title[1] if title else name, body)


def _under_headings(url: str, page: str, body: str) -> Iterator[Passage]:
    headings = list(_HEADING.finditer(body))
    ends = [*(heading.start() for heading in headings), len(body)]
    intro = "\n".join(line for line in body[: ends[0]].splitlines() if not line.startswith("# "))
    yield Passage(url, page, page, plain(intro))
    for heading, end in zip(headings, ends[1:], strict=True):
        words = plain(heading[1])
        yield Passage(f"{url}#{heading[2] or anchor(words)}", page, words, plain(body[heading.end() : end]))


def _levers(catalogue: Catalogue) -> Iterator[Passage]:
    for name, lever in catalogue.levers.items():
        yield Passage(f"levers/{name}/", "Levers", lever.title, _said(lever))


def _said(lever: Lever) -> str:
    script = " ".join(filter(None, (lever.say, lever.because, lever.if_no)))
    return plain(" ".join((lever.what, lever.when, blanks.plain(blanks.fill(script, {})))))


def _roles(catalogue: Catalogue) -> Iterator[Passage]:
    for name, role in catalogue.roles.items():
        text = " ".join((role.paid_for or "", *role.questions))
        yield Passage(f"roles/{name}/", "Roles", role.name, plain(text))


def _rights(catalogue: Catalogue) -> Iterator[Passage]:
    for name, rule in catalogue.rights.items():
        yield Passage(f"{_LAWS}{name.lower()}", "Your rights", rule.name, plain(rule.note or ""))


def _companies(catalogue: Catalogue) -> Iterator[Passage]:
    for name, company in _by_evidence(catalogue, catalogue.companies):
        if text := _facts(company):
            yield Passage(f"companies/{name}/", company.name, "What is known", plain(text))


def _facts(company: Company) -> str:
    claims = [fact.text for fact in company.facts] + ([company.bonus.text] if company.bonus else [])
    return "\n\n".join(claims)


def _guides(catalogue: Catalogue) -> Iterator[Passage]:
    """Those of the guides; one is looked up when its turn comes: where there are many, most are beyond the limit."""
    written = (name for name, summary in catalogue.summaries.items() if summary.written)
    for name in sorted(written, key=lambda name: (-catalogue.summaries[name].postings, name)):
        yield from _sections(catalogue, name, catalogue.guides[name])


def _sections(catalogue: Catalogue, name: str, guide: Guide) -> Iterator[Passage]:
    page = f"{catalogue.roles[guide.role].name} at {catalogue.companies[guide.company].name}"
    if guide.worth:
        yield Passage(f"guides/{name}/#worth", page, "What this role is worth here", plain(guide.worth))
    for number, section in enumerate(guide.sections, 1):
        if section.title and section.text:
            yield Passage(f"guides/{name}/#section-{number}", page, section.title, plain(section.text))


def _by_evidence(catalogue: Catalogue, companies: dict[str, Company]) -> list[tuple[str, Company]]:
    postings = {name: sum(item.postings for item in catalogue.by_company.get(name, ())) for name in companies}
    return sorted(companies.items(), key=lambda pair: (-postings[pair[0]], pair[0]))
