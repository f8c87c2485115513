"""The prose that the search in the text looks through, and the lists that the index of companies filters by."""

import datetime
import json

import pytest

from guidebook import passages, project
from guidebook.asked import ASKED
from guidebook.browse import browse, fresh

DAY = datetime.date(2026, 11, 23)


@pytest.fixture(scope="module")
def catalogue(sample):
    return project.open_site(sample).site.catalogue


@pytest.mark.parametrize(("markdown", "words"), [
    ("Ask **once**, by [phone](before.md), or\nby letter.", "Ask once, by phone, or by letter."),
    ("Two\nlines: **all** of [one](https://some.example).\n\nAnd **more:** it", "Two lines: all of one. And more: it"),
    ("A **bold\n\nword** is none.", "A **bold word** is none."),
    ("- one\n- two `x`", "one two x"),
    ("| a | b |\n|---|---|\n| 1 | **2** |", "a b 1 2"),
    ('!!! example "With round numbers"\n    A grant.', "With round numbers A grant."),
    ("1 < 2 & <b>no</b>", "1 < 2 & <b>no</b>"),
    ("", ""),
])  # fmt: skip
def test_markdown_gives_its_words(markdown, words):
    assert passages.plain(markdown) == words


def test_a_page_is_cut_at_its_headings(tmp_path, catalogue):
    (tmp_path / "one.md").write_text(
        "---\ntitle: One\n---\n\n# One\n\nFirst.\n\n"
        "## Vesting & the cliff\n\nSecond.\n\n```yaml\n## no heading\n```\n\n"
        "## Own {: #mine }\n\nThird.\n", encoding="utf-8",
    )  # fmt: skip
    found = [passage for passage in passages.passages(catalogue, tmp_path) if passage.page == "One"]
    assert [(passage.url, passage.heading, passage.text) for passage in found] == [
        ("one/", "One", "First."),
        ("one/#vesting-the-cliff", "Vesting & the cliff", "Second."),
        ("one/#mine", "Own", "Third."),
    ]  # fmt: skip


def test_advice_comes_first_and_the_rest_by_evidence_up_to_the_limit(tmp_path, catalogue, monkeypatch):
    whole = passages.passages(catalogue, tmp_path)
    kinds = list(dict.fromkeys(passage.url.split("/")[0] for passage in whole))
    assert kinds == ["levers", "roles", "rights", "companies", "guides"]
    monkeypatch.setattr(passages, "LIMIT", sum(len(passage.text) for passage in whole[:50]))
    assert passages.passages(catalogue, tmp_path) == whole[:50]


def test_what_is_asked_leads_to_passages_that_there_are(catalogue, root):
    assert set(ASKED) <= {passage.url for passage in passages.passages(catalogue, root / "docs")}


def test_what_is_asked_stands_behind_the_text_of_its_passage_and_its_words_are_talk():
    url = "levers/competing-written-offer/"
    asked = ASKED[url]
    found = [
        passages.Passage(url, "Levers", "Another offer", "a"),
        passages.Passage("rights/#x", "Rights", "Ohio", "b"),
    ]
    assert json.dumps(["", "Another offer", "a", asked]) in passages.script(found).replace('","', '", "')
    assert {"another", "leverage", "written"} <= set(passages.talk(found).split())
    assert not {"offer", "ohio", "b"} & set(passages.talk(found).split())


def test_the_script_groups_passages_by_page():
    one = passages.Passage("prepare/#a", "Prepare", "A", "</script> \u2028 \u201ca\u201d")
    two = passages.Passage("prepare/#b", "Prepare", "B", "b")
    text = passages.script([one, two])
    parts = [["a", "A", one.text], ["b", "B", "b"]]
    assert json.loads(text.removeprefix("guidebook.passages(").removesuffix(");\n")) == [["prepare/", "Prepare", parts]]


@pytest.mark.parametrize(("newest", "age"), [
    (datetime.date(2026, 11, 1), {"half-year", "not-stale"}), (datetime.date(2026, 5, 24), {"half-year", "not-stale"}),
    (datetime.date(2026, 5, 23), {"not-stale"}),
    (datetime.date(2025, 5, 24), {"not-stale"}), (datetime.date(2025, 5, 23), {"stale"}), (None, set()),
])  # fmt: skip
def test_a_guide_is_as_fresh_as_its_newest_figure(newest, age):
    assert fresh(newest, DAY) == age


def test_every_company_stands_once_with_each_of_its_guides(catalogue):
    found = browse(catalogue, DAY)
    listed = [item for _, _, companies in found.letters for item in companies]
    assert sorted(item.id for item in listed) == sorted(catalogue.companies)
    roles = [value for value, _ in found.filters[0].options]
    for item in listed:
        guides = item.guides.split()
        assert [roles[int(guide[:2], 36)] for guide in guides] == [
            own.role for own in catalogue.by_company.get(item.id, [])
        ]
        assert item.count == len(guides)
