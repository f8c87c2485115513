"""Render pages: the templates of `macros/`, everything escaped, nothing undefined."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cached_property, partial
from typing import Any
from urllib.parse import quote_plus, urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from guidebook import blanks, body, labels, money, prose
from guidebook.api.documents import view_text
from guidebook.files import SiteFile, files
from guidebook.new import TEMPLATES
from guidebook.page import Page, Settings
from guidebook.quick import QuickCode, QuickTemplate
from guidebook.site import Site
from guidebook.slim import Slim


class MissingPageError(LookupError):
    """A template or a text links to a page that the site does not have."""


class Renderer:
    """Renders the pages of one site; templates are compiled once."""

    def __init__(self, site: Site, settings: Settings | None = None, *, is_served: bool = False) -> None:
        self.site = site
        self.page: Page | None = None
        self.root = ""
        self.context: dict[str, Any] = {}
        self.environment = environment()
        self.environment.globals |= {
            "site": site,
            "catalogue": site.catalogue,
            "settings": settings or Settings(),
            "is_served": is_served,
            "link": self._link,
            "prose": self._prose,
        }

    def markdown(self, page: Page) -> str:
        """The page as Markdown: headings, and ready HTML between them."""
        return body.tidy(self.text(page))

    def text(self, page: Page) -> str:
        """What the page's template gives: its Markdown, with idle space."""
        self.page = page  # links are written from it; templates import macros without a context, which is quicker
        self.root = page.root
        template = self.environment.get_template(f"{page.template}.md.jinja")
        self.context = page.context()
        return template.render(page=page, **self.context)

    def html(self, markdown: str) -> tuple[str, list[body.TocEntry]]:
        """The page's Markdown, tidied or not, as HTML, and its list of contents."""
        found = body.parts(markdown)
        rendered = [self.heading(part) if isinstance(part, body.Heading) else part for part in found]
        return "\n".join(rendered), body.contents(found)

    def documents(self) -> Iterator[tuple[str, str]]:
        """Every page as a Markdown file, and the files beside them: path below the folder of documents, and text."""
        settings: Settings = self.environment.globals["settings"]  # type: ignore[assignment]
        for page in self.site.pages:
            edit = settings.edit_url + page.source if page.source and settings.edit_url else ""
            more = {"edit": edit, "date": page.changed} if page.changed else {"edit": edit}
            yield f"{page.path}.md", front_matter(page, **more) + self.markdown(replace(page, is_file=True))
            yield from self.companions(page)
        for file in self.files():
            yield file.path, file.content()

    @cached_property
    def heading(self) -> Callable[[body.Heading], str]:
        """What gives a heading's HTML."""
        macro: Callable[[body.Heading], str] = self.environment.get_template("heading.html.jinja").module.heading  # type: ignore[attr-defined]
        return macro

    def files(self, *, with_companions: bool = False) -> list[SiteFile]:
        """The files that stand beside the pages; companions of pages only where they are not made with them."""
        pages = self.site.pages if with_companions else ()
        made = [SiteFile(path, partial(self._alone, page, path)) for page in pages for path in page.companions]
        return files(self.site, self.environment) + made

    def companions(self, page: Page) -> Iterator[tuple[str, str]]:
        """Each companion of the page that was rendered last, its path and its text, from the same view."""
        for path in page.companions:
            yield path, self._companion(page, path)

    def _companion(self, page: Page, path: str) -> str:
        if path == page.json:
            return view_text(page, self.context["view"], self.site.catalogue)
        document: Callable[..., str] = self.environment.get_template("call-sheet.html.jinja").module.document  # type: ignore[attr-defined]
        text = document(page, self.context["sheet"], "../" * path.count("/"))
        return "\n".join(filter(None, map(str.strip, text.split("\n"))))

    def _alone(self, page: Page, path: str) -> str:
        self.context = page.context()
        return self._companion(page, path)

    def _link(self, target: str) -> str:
        """The address of another page of the site from this one; the page must exist."""
        if not self.site.has(target.partition("#")[0]):
            assert self.page is not None
            place = self.page.source or self.page.template
            raise MissingPageError(f"{place} links to `{target}`, which is no page of the site")
        return self._way(target)

    def _way(self, target: str) -> str:
        """The shortest way: the folders that page and target share are left out."""
        assert self.page is not None
        own, parts = self.page.folder.split("/"), target.split("/")
        shared = 0
        while shared < len(own) - 1 and shared < len(parts) - 1 and own[shared] == parts[shared]:
            shared += 1
        rest = "/".join(parts[shared:])
        return "../" * (len(own) - 1 - shared) + rest if rest and rest[0] != "#" else self.root + target

    def _prose(self, markdown: str) -> Markup:
        found = prose.rendered(markdown, self.root)
        for target in found.links:
            self._link(target)
        return found.html


def front_matter(page: Page, **more: str) -> str:
    """The page's title and description, and `more`, as front matter; JSON strings are YAML."""
    found = metadata(page) | more
    lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in found.items()]
    return "\n".join(["---", *lines, "---", "", ""])


def metadata(page: Page) -> dict[str, Any]:
    """What the theme is told of the page."""
    found: dict[str, Any] = {"title": page.title, "description": page.description}
    if page.hide:
        found["hide"] = list(page.hide)
    if page.json:
        found["json"] = page.json
    return found


def environment() -> Environment:
    """The jinja environment that all templates of the project share."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        extensions=[Slim],
    )
    made.template_class, made.code_generator_class = QuickTemplate, QuickCode
    made.filters |= {
        "money": money.text,
        "plain": blanks.plain,
        "day": labels.day,
        "heading": body.heading_words,
        "hosts": _hosts,
        "query": _query,
        "capital": lambda words: words[:1].upper() + words[1:],
    }
    made.globals |= {"labels": labels, "fill": _fill, "usd": _usd}
    return made


def _fill(script: str) -> tuple[blanks.Part, ...]:
    """A script of the library outside any guide: every placeholder is a blank."""
    return blanks.fill(script, {})


def _usd(units: int) -> str:
    """An amount of a US table."""
    return money.text(money.Money("USD", units, units))


def _query(words: str) -> str:
    """Words as they stand in the query of an address: signs that mean nothing there stay as they are."""
    return "".join(sign if sign.isalnum() or sign in "/:$,.-\u2013" else quote_plus(sign) for sign in words)


def _hosts(urls: list[str]) -> list[tuple[str, str]]:
    """Each address with the name of its host, and from the second of one host on with a number."""
    names = [(urlsplit(url).hostname or url).removeprefix("www.").rstrip(".") for url in urls]
    counts = [names[: at + 1].count(name) for at, name in enumerate(names)]
    return [
        (url, f"{name} {count}" if count > 1 else name) for url, name, count in zip(urls, names, counts, strict=True)
    ]
