"""Whatever the data holds is shown as text, on every page, and nothing of it becomes markup."""

import json
import re
from urllib.parse import unquote, unquote_plus

import pytest

NOT_SHOWN = {"companyfiledas", "evidencepostingsplace", "marketsourcessupports", "ratessourcesupports"}
NOT_SHOWN |= {f"guidetables{axis}{field}" for axis in ("columns", "rows") for field in ("currency", "grade")}
"""Texts of the data that no page needs to show."""


def _marks(hostile, read_site):
    """Every text of the data that a page shows: the page, where on it, its mark, what was meant, what is there."""
    folder, texts = hostile
    wanted = {mark.casefold(): _plain(text) for mark, text in texts.items()}
    for address, page in read_site(folder).items():
        for place, text in _texts(page):
            for found in re.finditer(r"q\d{3}[a-z]+", text):
                meant = wanted[found[0]]
                if place == "sheet":  # which shortens what it shows
                    meant = meant[: len(found[0]) + len(' "quotes"')]
                shown = text[found.start() :][: len(meant)]
                kept = shown.partition("…")[0]
                yield address, place, found[0], meant[: len(kept)] if kept != shown else meant, kept


def test_hostile_text_is_shown_as_it_is(hostile, read_site):
    shown = list(_marks(hostile, read_site))
    assert [mark for mark in shown if mark[3] != mark[4]] == []
    assert {"title", "meta content", "article"} <= {mark[1] for mark in shown}


def test_hostile_text_makes_no_element(hostile, read_site, pages):
    def names(found):
        return {(element.tag, name) for page in found for element in page.iter() for name in ("", *element.keys())}

    assert names(read_site(hostile[0]).values()) - names(pages.values()) == set()


def test_hostile_text_stands_in_the_finders_scripts_as_text(hostile):
    folder, _ = hostile
    paths = sorted((folder / "assets" / "finder").glob("*.js"))
    assert len(paths) == 3
    for path in paths:
        text = path.read_text(encoding="utf-8")
        call = re.fullmatch(r"guidebook\.(?:names|others|passages)\((.*)\);\n", text, re.DOTALL)
        assert re.search(r"Q\d{3}[a-z]+", json.dumps(json.loads(call[1])))


def test_every_text_of_the_data_is_shown(hostile, read_site):
    seen = {mark[2] for mark in _marks(hostile, read_site)}
    assert {mark[4:] for mark in hostile[1] if mark.casefold() not in seen} - NOT_SHOWN == set()


def _plain(text):
    return " ".join(text.split()).casefold()


def _texts(page):
    """The page's words, then its titles, then the values of its attributes."""
    article = page.find(".//article")
    for sheet in [part for part in article.iter("section") if part.get("class") == "g-sheet"]:
        yield "sheet", _plain("".join(sheet.itertext()))
        sheet.clear()
    yield "article", _plain("".join(article.itertext()))
    yield "title", _plain(page.find("./head/title").text)
    for drawing in page.iter("svg"):
        yield "svg title", _plain(drawing.findtext("title") or "")
    for element in page.iter():
        for name, value in element.items():
            yield f"{element.tag} {name}", _plain(unquote_plus(value) if "/issues/new?" in value else unquote(value))


@pytest.mark.browser
def test_hostile_text_stays_text_in_the_browser(hostile, serve, open_page):
    folder, texts = hostile
    page = open_page("guides/some-company/some-role/", base=serve(folder))
    mark = next(mark for mark in texts if mark.endswith("companyname"))
    page.get_by_role("combobox", name="Find a company or role").press_sequentially(mark)
    result = page.get_by_role("option").filter(has_text=mark).first
    result.wait_for()
    assert " ".join(texts[mark].split()) in " ".join(result.inner_text().split())
    assert page.noise == []


WIDE = """() => [...document.querySelectorAll("article *")].filter(
    element => element.getBoundingClientRect().right > 391 && !element.closest("[role=region]")
).map(element => `${element.tagName} ${element.className} in ${element.parentElement.className}`)"""


@pytest.mark.browser
@pytest.mark.parametrize("address", ["guides/some-company/some-role/", "companies/some-company/", "roles/some-role/"])
def test_very_long_words_do_not_widen_the_page(address, hostile, serve, open_page):
    page = open_page(address, width=390, base=serve(hostile[0]))
    page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390, page.evaluate(WIDE)
