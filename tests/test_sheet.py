"""What stands on the call sheet, and that it is short, honest and the reader's to fill."""

import json
import re
import shutil

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guidebook import blanks, project
from guidebook.enrich.fit import clause, fitted, lines, pointed, sentences, trimmed, typeset, width_of
from guidebook.enrich.sheet import LEVERS, QUESTIONS, STEPS, guide_page
from guidebook.load import load
from guidebook.money import parse

MOST_BYTES = 6_600
FUZZ = settings(deadline=None, derandomize=True, max_examples=300)
WORDS = st.lists(st.text("abcIWmé£", min_size=1, max_size=12), min_size=1, max_size=60).map(" ".join)
FIELDS = {
    "role", "company", "region", "level", "call_on", "deadline", "ask", "target", "floor", "offer", "first_year",
    "average_year", "alternative", "ask_sentence", "notes",
    "unit",
}  # fmt: skip
LISTS = {
    "levers": {"title", "amount", "say", "if_no"},
    "ladder": {"step", "trade"},
    "questions": set(),
    "equity": set(),
}
RIVAL = re.compile(r"\b(?:another|written|other) (?:employer|offer)|rival", re.IGNORECASE)


@pytest.fixture(scope="module")
def site_of_sample(sample):
    return project.open_site(sample).site


@pytest.fixture(scope="module")
def sheet_of(site_of_sample):
    return lambda guide: guide_page(site_of_sample.catalogue, guide)["sheet"]


@pytest.fixture(scope="module")
def sheets(site_of_sample, sheet_of):
    return {guide: sheet_of(guide) for guide in site_of_sample.catalogue.guides}


@pytest.fixture(scope="module")
def sections(pages):
    """The sheet of each guide's page."""
    found = {
        address: [part for part in page.iter("section") if part.get("class") == "g-sheet"]
        for address, page in pages.items()
        if address.startswith("guides/")
    }
    assert len(found) > 50
    assert {len(parts) for parts in found.values()} == {1}
    return {address: parts[0] for address, parts in found.items()}


@FUZZ
@given(WORDS, st.integers(10_000, 40_000), st.integers(1, 4))
def test_a_fitted_text_takes_no_more_lines_than_it_may(text, width, most):
    assert lines(fitted(text, width, most), width) <= most or fitted(text, width, most) == "…"
    assert lines(trimmed(text, width, most), width) <= most or trimmed(text, width, most) == "…"


@FUZZ
@given(WORDS, st.integers(10_000, 40_000))
def test_a_text_that_fits_stays_as_it_is(text, width):
    assert fitted(text, width, lines(text, width)) == text
    assert trimmed(text, width, lines(text, width)) == text


def test_lines_are_counted_as_a_printer_breaks_them():
    word = width_of("word")
    assert lines("word word", 2 * word + width_of(" ")) == 1
    assert lines("word word", 2 * word) == 2
    assert lines("wordword", word) == 2
    assert width_of("{proof}") == width_of("{any_blank}") > width_of("proof")


def test_whole_sentences_are_kept_before_clauses_and_clauses_before_words():
    room = width_of("What is missing? ")
    assert fitted("What is missing? If it is only time, can we set a date?", room, 1) == "What is missing?"
    assert fitted("Then make it smaller, or write down when we look again.", room + 8_000, 1) == "Then make it smaller."
    assert fitted("Nothing here ends early enough to be kept whole", room, 1).endswith("…")
    assert clause("If the base is fixed, and the bonus is not, say so.", 2 * room, 1) == ""
    assert sentences("I ask for $245K. Can you? {proof} is mine.") == [
        "I ask for $245K.",
        "Can you?",
        "{proof} is mine.",
    ]


def test_a_long_script_keeps_the_sentence_with_its_amount():
    script = "I have done this work for nine years in three countries and two trades. So I ask for $245K. Thank you."
    assert pointed(script, "$245K", 20_000, 1) == "So I ask for $245K."
    assert typeset("I'd") == "I’d"  # noqa: RUF001  the apostrophe is what it is about


def test_a_sheet_has_what_a_call_needs(sheets):
    for guide, sheet in sheets.items():
        shown = [lever for lever in sheet.levers if lever.requires == "none"]
        assert len(shown) == LEVERS, guide
        assert len(sheet.questions) == QUESTIONS, guide
        assert 2 <= len(sheet.ladder) <= STEPS, guide
        assert len(sheet.pushback) == 4, guide
        assert len(sheet.keep) == 4, guide
        assert sheet.facts, guide
        assert sheet.sentence, guide
        assert sheet.sources, guide
        assert all(lever.title and lever.say and lever.if_no for lever in sheet.levers), guide


def test_nothing_on_a_sheet_claims_an_offer_unless_the_reader_holds_one(sheets):
    for guide, sheet in sheets.items():
        free = [lever for lever in sheet.levers if lever.requires == "none"]
        scripts = [sheet.sentence, *(lever.say for lever in free), *(lever.if_no for lever in free)]
        for script in scripts:
            assert not RIVAL.search(blanks.plain(script)), (guide, blanks.plain(script))
        assert {lever.requires for lever in sheet.levers} <= {"none", "written_offer"}


def test_a_guides_own_numbers_and_levers_come_first(sheet_of):
    sheet = sheet_of("midjourney/devops-engineer")
    assert (sheet.ask, sheet.target, sheet.floor) == ("$245K", "$230K", "$215K")
    held, *free = sheet.levers
    assert (held.title, held.requires) == ("Competing offers", "written_offer")
    assert [lever.amount for lever in free] == ["$245K base", "$240K base", "$245K base"]
    assert sheet.ladder[0][0] == "$245K base and $140K+ profit share"
    assert sheet.equity == "profit share"
    assert sheet.total.startswith("$255K–$400K, average year")  # noqa: RUF001  as ranges are written
    assert blanks.plain(sheet.sentence).startswith("To join I am asking for a base of $245K")


def test_a_short_guide_takes_its_numbers_from_the_posted_band(sheet_of):
    sheet = sheet_of("lightning-ai/devops-engineer")
    assert sheet.ask in blanks.plain(sheet.sentence)
    assert sheet.floor == ""
    assert sheet.bands[0].basis == "posted"
    assert re.match(r"\d+ postings? by ", sheet.sources[0])


def test_a_lever_that_asks_for_more_than_the_sheet_says_so_and_no_other(sheets):
    labels = set()
    for guide, sheet in sheets.items():
        for lever in sheet.levers:
            base, is_base, _ = lever.amount.partition(" base")
            asks = [parse(base), parse(sheet.ask)] if is_base and sheet.unit == "base" and sheet.ask else []
            is_more = len({ask.currency for ask in asks}) == 1 and asks[0].low > asks[1].high
            assert bool(lever.above) == is_more, (guide, lever)
            labels.add(lever.above)
    assert labels == {"", "above the ask", "higher level"}


def test_the_row_that_holds_the_ask_gives_region_and_level(sheets):
    for sheet in sheets.values():
        assert not sheet.level.startswith(("Level ", "level"))
        assert not sheet.ask or sheet.region


def test_every_place_that_a_reader_fills_is_on_every_sheet(sections):
    for address, sheet in sections.items():
        items = {part for listed in sheet.iter("ol") for part in listed.iter() if part.get("data-fill")}
        found = [part.get("data-fill") for part in sheet.iter() if part.get("data-fill") and part not in items]
        assert sorted(found) == sorted(FIELDS), address
        lists = {part.get("data-fill-list"): part for part in sheet.iter("ol")}
        assert lists.keys() == {*LISTS, "pushback"}, address
        for name, fields in LISTS.items():
            for item in lists[name]:
                found = {part.get("data-fill") for part in item.iter() if part.get("data-fill")}
                assert found | {"amount"} == fields | {"amount"}, (address, name)  # one of several reasons asks for it
            assert name != "levers" or any(part.get("data-fill") == "amount" for part in lists[name].iter()), address


def test_what_nobody_filled_is_a_ruled_blank(sections):
    for address, sheet in sections.items():
        for part in sheet.iter():
            is_empty = not "".join(part.itertext()).strip()
            if part.get("data-fill") and is_empty and part.get("data-fill") != "notes":
                assert part.get("class") == "g-rule", (address, part.get("data-fill"))


def test_what_needs_an_offer_is_hidden(sections):
    needing = [part for sheet in sections.values() for part in sheet.iter() if part.get("data-requires")]
    assert 0 < len(needing) < len(sections), "the library's come with Prepare, so that a page need not carry them"
    assert all(part.get("hidden") is not None and part.get("data-requires") == "written_offer" for part in needing)


def test_a_sheet_weighs_little(site):
    for path in site.glob("guides/*/*/sheet.html"):
        (sheet,) = re.findall(r"<section class=g-sheet.*?</section>", path.read_text(encoding="utf-8"), re.DOTALL)
        assert len(sheet.encode("utf-8")) <= MOST_BYTES, path


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ({"keep": ["x" * 47]}, "`keep`: 47 characters are more than the sheet has room for; keep to 46"),
        ({"thanks": "x" * 101}, "`thanks`: 101 characters are more than the sheet has room for; keep to 100"),
        ({"pushback": [{"they": "No.", "say": "x" * 65}]}, "`say`: 65 characters are more than the sheet has room for"),
        ({"equity": {"shares": ["units"]}}, "`shares`"),
    ],
)
def test_words_that_the_sheet_has_no_room_for_are_named(fields, line, tmp_path):
    (tmp_path / "sheet.yml").write_text(json.dumps(fields), encoding="utf-8")
    _, problems = load(tmp_path)
    assert [line in str(problem) for problem in problems] == [True], problems


def test_data_without_a_sheet_file_has_a_sheet_of_the_guides_own_words(tmp_path, sample, build):
    data = shutil.copytree(sample, tmp_path / "data")
    (data / "sheet.yml").unlink()
    folder = build(GUIDEBOOK_DATA=str(data))
    page = (folder / "guides/midjourney/devops-engineer/index.html").read_text(encoding="utf-8")
    assert "g-sheet" in page
    assert "Do not volunteer" not in page
