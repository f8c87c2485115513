"""Guides in Markdown come in whole, or are refused with their line."""

import html
import os
import re
import sys
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from guidebook import cells, money, project
from guidebook.cli import main
from guidebook.markdown.components import component, components, part_of
from guidebook.model.table import PayTable

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE / "markdown"))
import made_guides  # noqa: E402
from compare import copied, lost, pages_of, take_in, words_of_markdown  # noqa: E402

SAMPLES = sorted((HERE / "markdown" / "samples").glob("*.md"))
REFUSED = sorted((HERE / "markdown" / "refused").glob("*.md"))
ELSEWHERE = sorted((HERE.parents[1] / "shared" / "seed").glob("*.md"))
"""The document that the site was asked for from, where it lies beside the project."""


@pytest.fixture
def data(tmp_path):
    return copied(tmp_path)


@pytest.mark.parametrize("sample", [*SAMPLES, *ELSEWHERE], ids=lambda path: path.stem)
def test_every_word_of_a_sample_stands_in_its_page_in_order(sample, data):
    done = take_in(data, sample)
    assert done.exit_code == 0, done.output
    [page] = pages_of(data).values()
    text = sample.read_text(encoding="utf-8-sig")
    assert lost(text, page) == []
    print(f"{sample.name}: {len(words_of_markdown(text))} words and figures, 100 % in order")


def test_every_word_of_varied_guides_stands_in_its_page_in_order(data, tmp_path):
    texts = dict(made_guides.corpus(150, seed=7))
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    done = take_in(data, *[tmp_path / name for name in texts])
    assert done.exit_code == 0, done.output
    pages = list(pages_of(data).values())
    assert len(pages) == len(texts)
    by_words = {re.sub(r"\s+", " ", html.unescape(page)): page for page in pages}
    for text in texts.values():
        title = re.search(r"^#+ (.+)$", text, re.MULTILINE)[1]
        [page] = [page for words, page in by_words.items() if f">{title}<" in words]
        assert lost(text, page) == [], title


def test_the_comparison_sees_a_word_that_is_lost():
    assert lost("one **two** $3K [four](https://five.example)", "<p>One <b>two</b> $3K <a href='x'></a></p>") != []
    assert lost("one **two** 3K", "<p>One <b>two</b> and 3K</p>") == []
    assert lost("two one", "<p>One two</p>") == ["one"]
    assert lost("<a strong result> for <p>one</p>", "<p>for one</p>") != []
    assert lost("p<b and c>d, `<b>e</b>`", "<p>p d, e</p>") != []
    assert lost('a <b>b</b> <a href="https://c.example">d</a>', '<p>A b <a href="https://c.example">d</a></p>') == []
    assert lost('<a href="https://c.example">d</a>', "<p>d</p>") == ["https", "c", "example"]


@pytest.mark.parametrize("path", REFUSED, ids=lambda path: path.stem)
def test_refused_with_its_line_and_what_would_be_right(path, data, monkeypatch):
    monkeypatch.chdir(path.parent)
    done = take_in(data, path.name)
    assert done.exit_code == 1
    if os.environ.get("GOLDEN") == "write":
        path.with_suffix(".txt").write_text(done.stdout, encoding="utf-8")
    assert done.stdout == path.with_suffix(".txt").read_text(encoding="utf-8")
    assert not list((data / "guides").rglob("*.yml"))


def test_there_are_many_ways_to_be_refused():
    assert len(REFUSED) >= 30


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_sample_becomes_its_guide(sample, data):
    done = take_in(data, sample)
    assert done.exit_code == 0, done.output
    [made] = (data / "guides").rglob("*.yml")
    written = made.read_text(encoding="utf-8")
    if os.environ.get("GOLDEN") == "write":
        sample.with_suffix(".yml").write_text(written, encoding="utf-8")
    assert written == sample.with_suffix(".yml").read_text(encoding="utf-8")


def _files(data):
    return {path: path.read_bytes() for path in data.rglob("*") if path.is_file()}


CELLS = {
    "A$65,000–A$81,000 RSU": "A$65K–A$81K",
    "NT$1.5M–NT$2.2M": "TWD 1.5M–TWD 2.2M",
    "RMB 500K–RMB 700K": "CNY 500K–CNY 700K",
    "R1.4M–R1.8M": "ZAR 1.4M–ZAR 1.8M",
    "Rs. 35L – 60L": "₹35L–₹60L",
    "$200K-$250K CAD": "C$200K–C$250K",
    "£98K / $123K - £133K / $166K": "£98K–£133K",
    "15% of base": "15%",
    "AED 0": "AED 0",
    "240K–360K PLN": "PLN 240K–PLN 360K",
    "80K€–100K€": "€80K–€100K",
    "95,000 - 120,000 EUR": "€95K–€120K",
    "CHF 105'000–CHF 135'000": "CHF 105K–CHF 135K",
    "35–60 LPA": "₹35L–₹60L",
    "35L - 1.2Cr": "₹35L–₹120L",
    "$62.40–$84.10/hr": None,
    "S$800/mo": None,
    "$185–$250": None,
    "$45–$61,000": None,
    "$200K / $250K": None,
    "3–5% of P&L": None,
    "1%–3% carry": None,
    "180–220K €": None,
    "12 ALL": None,
    "40 NOK": None,
    "12 Crates": None,
    "XYZ 200K": None,
}
"""What is read of a cell; None where it stays words, because it is no amount of a year or could be two."""


@pytest.mark.parametrize("cell", CELLS)
def test_a_cell_is_an_amount_of_a_year_or_words(cell):
    amount = cells.read(cell).amount
    assert (money.text(amount) if amount else None) == CELLS[cell]


PARTS = {
    ("equity", "€200K over four years"): ("€200K", 4, False),
    ("equity", "€200K /4y"): ("€200K", 4, False),
    ("equity", "€200K 4yr"): ("€200K", 4, False),
    ("equity", "€200K / 48 months"): ("€200K", 4, False),
    ("equity", "€200K vesting annually over 4 years, 1-year cliff"): ("€200K", 4, False),
    ("equity", "€50K/yr over 4 years"): ("€50K", 1, False),
    ("equity", "€200K (annual vest)"): ("€200K", None, False),
    ("equity", "€200K (25%/yr)"): (None, None, False),
    ("equity", "€200K after 2 years"): (None, None, False),
    ("bonus", "£400K/4yr"): (None, None, False),
    ("total", "£600K over four years"): (None, None, False),
    ("bonus", "€20K (sign-on)"): ("€20K", None, True),
    ("bonus", "15% (no sign-on)"): ("15%", None, False),
    ("bonus", "10–15% (plus sign-on)"): ("10–15%", None, False),
    ("bonus", "10% → 20%"): (None, None, False),
    ("bonus", "10% / 15%"): (None, None, False),
    ("bonus", "10% (L4), 15% (L5)"): (None, None, False),
    ("bonus", "15% + 5% on target"): (None, None, False),
}
"""What is read of a cell by the part of pay that its column holds: amount, years, whether it is a sign-on."""


@pytest.mark.parametrize(("holds", "cell"), PARTS)
def test_a_cell_is_of_a_year_of_a_grant_or_words(holds, cell):
    found = cells.read_as(holds, cell, None)
    assert (money.text(found.amount) if found.amount else None, found.years, found.is_sign_on) == PARTS[holds, cell]


HEADINGS = {
    "Total Equity (4yr)": {"holds": "equity", "years": 4},
    "Equity (four-year grant)": {"holds": "equity", "years": 4},
    "Equity (4y)": {"holds": "equity", "years": 4},
    "RSU (1-yr cliff, 4-yr vest)": {"holds": "equity", "kind": "rsu", "years": 4},
    "Options (10-year term)": {"holds": "equity", "kind": "options"},
    "Relocation Package": {},
    "Total Package": {"holds": "total"},
    "Package B (stock)": {"holds": "equity"},
    "Total Comp (4yr)": {},
    "4-Year Total": {},
    "Total (Yr 1)": {"holds": "total", "first_year": True},
    "Total (Yr 1–4 avg)": {"holds": "total"},
    "Total (Yr 2)": {},
    "Total Comp incl. Bonus": {"holds": "total"},
    "Base + Bonus Total": {"holds": "total"},
    "Total Bonus": {"holds": "bonus"},
    "Bonus (Sign-On)": {"holds": "sign_on"},
    "Bonus (excl. sign-on)": {"holds": "bonus"},
    "Bonus (incl. sign-on)": {},
    "Variable (OTE)": {"holds": "bonus"},
    "Salary (Total)": {},
    "Option A": {},
    "Share Price": {},
}
"""What the heading of a column says of its amounts."""


@pytest.mark.parametrize("words", HEADINGS)
def test_a_heading_says_what_its_amounts_are(words):
    assert component(words, part_of(words)) == HEADINGS[words]


def test_two_columns_of_one_part_are_not_both_read():
    for heads, expected in (
        (["Base (Min)", "Base (Max)", "Total"], [None, None, "total"]),
        (["Base", "Equity (RSU)", "Equity (Options)"], ["base", "equity", None]),
    ):
        assert [axis.get("holds") for axis in components(heads, [part_of(words) for words in heads])] == expected


def _pay_of(data, folder, *rows):
    """Region, level or the table's own word for it, and base of each row of pay of one table."""
    table = "".join(f"| {row} |\n" for row in (rows[0], "|".join(["---"] * (rows[0].count("|") + 1)), *rows[1:]))
    path = _guide(folder, "a.md", "Ferry Pilot | Quay Lines Global Negotiation Guide", table)
    done = take_in(data, path)
    assert done.exit_code == 0, done.output
    [made] = (data / "guides").rglob("*.yml")
    found = [PayTable.model_validate(own) for own in yaml.safe_load(made.read_text(encoding="utf-8")).get("tables", [])]
    rows = [(row.region, row.grade or row.level, money.text(row.base)) for row in cells.pay_rows(found)]
    return rows, done.stderr


def test_levels_of_other_names_are_told_apart_and_no_row_goes_without_a_word(data, tmp_path):
    names = ("Associate Director", "Associate", "Senior Manager", "Senior Director", "Senior", "Non-Senior", "Staff")
    rows = [f"{name} | London | £{number}K" for number, name in enumerate(names, 50)]
    found, said = _pay_of(data, tmp_path, "Level | Region | Base", *rows, "Staff | London | £99K")
    assert [level for _, level, _ in found] == [*names[:1], "entry", *names[2:4], "senior", "Non-Senior", "staff"]
    assert "warning: 1 amounts of a place and level that have one already" in said
    assert "a.md:12: Staff: £99K" in said


def test_a_place_and_several_levels_in_one_cell_are_both(data, tmp_path):
    rows = ("Berlin (L5/E5) | €90K", "Berlin (Senior / Staff) | €120K", "Munich — L5/E5 | €91K")
    found, _ = _pay_of(data, tmp_path, "Region | Base", *rows)
    levels = ["L5/E5", "Senior / Staff", "L5/E5"]
    assert [(place, level) for place, level, _ in found] == list(
        zip(("berlin", "berlin", "munich"), levels, strict=True)
    )


def test_a_place_with_another_place_in_brackets_is_no_place_that_is_known_without(data, tmp_path):
    rows = ("London (Ontario) | C$95K", "Dublin (Ohio) | $99K", "India (Hyderabad) | ₹30L", "Remote (ROW) | $60K")
    same = ("London (UK) | £90K", "Seattle (WA) | $150K", "Berlin (HQ) | €90K", "Toronto (CAD $) | $110K")
    found, _ = _pay_of(data, tmp_path, "Region | Base", *rows, *same)
    own = ["london-ontario", "dublin-ohio", "india-hyderabad", "remote-row"]
    assert [place for place, _, _ in found] == [*own, "london", "seattle", "berlin", "toronto"]


@pytest.mark.parametrize(
    ("head", "row"),
    [("Practice Area", "Tax"), ("Market Segment", "SMB"), ("Region", "Average"), ("Region", "Δ vs. 2024")],
)
def test_what_is_no_place_is_none(head, row, data, tmp_path):
    before = (data / "regions.yml").read_text(encoding="utf-8")
    found, said = _pay_of(data, tmp_path, f"{head} | Base", f"{row} | €90K")
    assert found == []
    assert (data / "regions.yml").read_text(encoding="utf-8") == before
    assert "rows of pay that name no region" in said


def test_dry_run_writes_nothing(data):
    before = _files(data)
    done = take_in(data, *SAMPLES[:3], options=["--dry-run"])
    assert done.exit_code == 0
    assert "3 read: 3 would be imported, 0 as before, 0 refused" in done.stderr
    assert _files(data) == before


def test_same_file_again_changes_nothing(data):
    first = take_in(data, *SAMPLES[:3])
    before = _files(data)
    again = take_in(data, *SAMPLES[:3])
    assert (first.exit_code, again.exit_code) == (0, 0)
    assert "3 read: 0 imported, 3 as before, 0 refused" in again.stderr
    assert _files(data) == before


def test_the_same_files_again_change_nothing_though_more_companies_are_known_by_then(data, tmp_path):
    mapping = "**Level mapping:** Quay Lines L5 = Tern Ferries L6\n"
    files = [
        _guide(tmp_path, f"{number}.md", f"Ferry Pilot | {name} Global Negotiation Guide", mapping)
        for number, name in enumerate(("Quay Lines", "Tern Ferries"))
    ]
    take_in(data, *files)
    before = _files(data)
    again = take_in(data, *files)
    assert "2 read: 0 imported, 2 as before, 0 refused" in again.stderr
    assert _files(data) == before
    files[0].write_text(files[0].read_text(encoding="utf-8").replace("L6", "L7"), encoding="utf-8")
    assert "1 refused" in take_in(data, *files).stderr
    assert _files(data) == before


@pytest.mark.parametrize("raw", [b"caf\xe9", b"- a list", b"", b"status: imported\norder: [table]\n"])
def test_a_file_that_is_no_guide_is_left_where_it_stands(data, tmp_path, raw):
    path = data / "guides" / "quay-lines" / "ferry-pilot.yml"
    path.parent.mkdir(parents=True)
    path.write_bytes(raw)
    done = take_in(data, _guide(tmp_path, "a.md", "Ferry Pilot | Quay Lines Global Negotiation Guide"))
    assert done.exit_code == 1
    assert "a guide stands already at" in done.stdout
    assert path.read_bytes() == raw


def test_guide_that_stands_is_never_overwritten(data):
    take_in(data, SAMPLES[0])
    [guide] = (data / "guides").rglob("*.yml")
    mended = guide.read_text(encoding="utf-8").replace("status: imported\n", "")
    guide.write_text(mended, encoding="utf-8")
    done = take_in(data, SAMPLES[0])
    assert done.exit_code == 1
    assert f"a guide stands already at `{guide.as_posix()}`, and differs" in done.stdout
    assert guide.read_text(encoding="utf-8") == mended


def test_two_levels_of_one_role_are_two_guides(data, tmp_path):
    for level in ("L4", "L5"):
        text = f"### Ferry Pilot ({level}) | Quay Lines Global Negotiation Guide\n\nWords of {level}.\n"
        (tmp_path / f"{level}.md").write_text(text, encoding="utf-8")
    assert take_in(data, tmp_path / "L4.md", tmp_path / "L5.md").exit_code == 0
    assert sorted(path.stem for path in (data / "guides/quay-lines").iterdir()) == ["ferry-pilot", "ferry-pilot-l5"]
    assert [problem for problem in project.check(data) if not problem.is_warning] == []


def _guide(folder, name, title, words="Some words.\n"):
    path = folder / name
    path.write_text(f"### {title}\n\n{words}", encoding="utf-8")
    return path


def test_titles_that_differ_are_guides_of_their_own_whatever_the_order(data, tmp_path):
    suffix = "| Quay Lines Global Negotiation Guide"
    files = [
        _guide(tmp_path, "a.md", f"Ferry Pilot (Senior) {suffix}", "Of seniors.\n"),
        _guide(tmp_path, "b.md", f"Ferry Pilot {suffix}", "Of all.\n"),
        _guide(tmp_path, "c.md", f"Ferry Pilot (Staff) {suffix}", "Of staff.\n"),
        _guide(tmp_path, "d.md", "Ferry Pilot (Staff) — Quay Lines Salary Negotiation Guide", "Of staff again.\n"),
    ]
    done = take_in(data, *files)
    assert done.exit_code == 0, done.output
    names = ["ferry-pilot", "ferry-pilot-2", "ferry-pilot-staff", "ferry-pilot-staff-2"]
    assert sorted(path.stem for path in (data / "guides/quay-lines").iterdir()) == names
    roles = {name: (data / "roles" / f"{name}.yml").read_text(encoding="utf-8") for name in names}
    assert "name: Ferry Pilot, guide 2\n" in roles["ferry-pilot-2"]
    assert "name: Ferry Pilot (Staff)\n" in roles["ferry-pilot-staff"]
    assert "warning: 2 guides of one company, role and level with titles that differ" in done.stderr
    assert [problem for problem in project.check(data) if not problem.is_warning] == []
    again = take_in(data, *files)
    assert "4 read: 0 imported, 4 as before, 0 refused" in again.stderr


def test_the_same_title_twice_is_refused_with_the_first_file(data, tmp_path):
    title = "Ferry Pilot (Senior) | Quay Lines Global Negotiation Guide"
    first = _guide(tmp_path, "a.md", title, "One.\n")
    second = _guide(tmp_path, "b.md", title, "Two.\n")
    done = take_in(data, first, second)
    assert done.exit_code == 1
    wrong = f"`{first.as_posix()}` has the same title, and differs; give each a title of its own, or name one of them"
    assert done.stdout.startswith(f"{second.as_posix()}:1:1: {wrong}\n    ### {title}\n")
    assert len(list((data / "guides/quay-lines").iterdir())) == 1


STRATEGIES = [
    ("To join: $245K base. Floor is $215K.", {"ask": "$245K"}, ["floor $215K, its unit is not stated"]),
    ("To join: $245K base. Floor is $215K base.", {"ask": "$245K", "floor": "$215K"}, []),
    (
        "Open at $400K total. Accept at $380K total; never below $230K base.",
        {"unit": "total", "ask": "$400K", "target": "$380K"},
        ["floor $230K, of base, which is not the unit of the ask"],
    ),
    ("I'm asking for $245K.", {"ask": "not disclosed"}, ["ask $245K, its unit is not stated"]),
    ("Walk away below $200K base.", {"ask": "not disclosed", "floor": "$200K"}, []),
    ("I'm asking for €72 000 base, or €72.000 base, or $62.40/hr base.", {"ask": "not disclosed"}, []),
    ("I'm asking for a base of $9,000/month.", {"ask": "not disclosed"}, []),
    ("I can sign today at $200K.", {"ask": "not disclosed"}, ["acceptance $200K, its unit is not stated"]),
    ("We pay $300K base to others.", {"ask": "not disclosed"}, []),
    ("I'm asking for $250K base. I won't accept less than $230K base.", {"ask": "$250K", "floor": "$230K"}, []),
    ("Minimum acceptable: step 8, $134K base.", {"ask": "not disclosed", "floor": "$134K"}, []),
    ("I'd need $238K base, and I can't go below $220K base.", {"ask": "$238K", "floor": "$220K"}, []),
    ("I'd join for $1.9M total; anything under $1.6M total I would decline.", {"ask": "$1.9M", "floor": "$1.6M"}, []),
    ("Ask $250K base; target $240K base.", {"ask": "$250K", "target": "$240K"}, []),
    ("Target $240K base.", {"ask": "$240K"}, []),
    ("I currently make $180K base and I'm asking for $220K base.", {"ask": "$220K"}, []),
    ("Do not open at $260K base; open at $275K base. Their floor is $200K base.", {"ask": "$275K"}, []),
    ("The band tops at $230K base, so I'm asking for $245K base.", {"ask": "$245K"}, []),
    ("Counter their $210K base with $245K base.", {"ask": "$245K"}, []),
    ("Since you opened at $205K base, I'd like $240K base.", {"ask": "$240K"}, []),
    ("I'd like to move from $180K base to $220K base.", {"ask": "$220K"}, []),
    ("I'd like $60K more than my $180K base.", {"ask": "not disclosed"}, []),
    ("I'd like a $20K bump to base.", {"ask": "not disclosed"}, []),
    ("Minimum of the band is $180K base. I'd like $220K base.", {"ask": "$220K"}, []),
    ("I accept nothing below $230K base; I am asking for $245K base.", {"ask": "$245K", "floor": "$230K"}, []),
    ("If they ask about your $180K base, decline; your ask is $240K base.", {"ask": "$240K"}, []),
    ("$245K base is what I'm asking for.", {"ask": "$245K"}, []),
]  # fmt: skip


@pytest.mark.parametrize(("words", "expected", "left"), STRATEGIES)
def test_an_amount_without_its_unit_stays_text_and_is_reported(words, expected, left, data, tmp_path):
    text = f'Words.\n\n> **Negotiate Up Strategy:** "{words} Thank you for your time."\n'
    path = _guide(tmp_path, "a.md", "Ferry Pilot | Quay Lines Global Negotiation Guide", text)
    done = take_in(data, path)
    [made] = (data / "guides").rglob("*.yml")
    found = yaml.safe_load(made.read_text(encoding="utf-8"))["strategy"]
    del found["scripts"]
    assert {key: value for key, value in found.items() if key not in {"unit", "also"} or key in expected} == expected
    said = f"warning: {len(left)} amounts of the strategy left as text"
    assert [f"    {path.as_posix()}:5: {what}" in done.stderr for what in left] == [True for _ in left]
    assert (said in done.stderr) is bool(left)
    assert [problem for problem in project.check(data) if not problem.is_warning] == []


def test_one_that_is_refused_leaves_the_others_in(data, tmp_path):
    (tmp_path / "large.md").write_text("word " * 60_000, encoding="utf-8")
    done = take_in(data, tmp_path, tmp_path / "large.md", tmp_path / "missing.md", SAMPLES[0])
    assert done.exit_code == 1
    assert f"{tmp_path.as_posix()}:1:1: this is a folder; name the files in it" in done.stdout
    assert "large.md:1:1: the file has 300,000 bytes, more than 262,144; split it: a file is one guide" in done.stdout
    assert "missing.md:1:1: the file cannot be read (no such file or directory)" in done.stdout
    assert "4 read: 1 imported, 0 as before, 3 refused" in done.stderr
    assert "refused: 1 too large" in done.stderr


def test_findings_are_warnings_by_kind_and_the_page_says_so(data):
    done = take_in(data, *[sample for sample in SAMPLES if sample.stem in ("levers-numbered", "cells", "evidence")])
    assert "warning: 3 rows of pay without a source" in done.stderr
    found = project.check(data)
    assert found
    assert all(problem.is_warning for problem in found)
    checked = CliRunner().invoke(main, ["check", "--data", str(data)])
    assert "in imported guides: 7 sources without a day on which they were checked" in checked.stderr
    assert "figures and no source" not in checked.stdout
    assert all("Not yet reviewed." in page for page in pages_of(data).values())


def test_new_regions_leave_the_others_as_they_stand(data):
    before = (data / "regions.yml").read_text(encoding="utf-8").split("\n")
    take_in(data, next(sample for sample in SAMPLES if sample.stem == "turned-levels"))
    after = (data / "regions.yml").read_text(encoding="utf-8").split("\n")
    at = after.index("gdynia:")
    assert after[at : at + 4] == ["gdynia:", "  name: Gdynia", "  country: PL", "  currency: PLN"]
    new = [number for number, line in enumerate(after) if line in ("gdynia:", "seoul:")]
    ends = [number + (4 if after[number] == "gdynia:" else 3) for number in new]
    kept = [
        line for number, line in enumerate(after) if not any(a <= number < b for a, b in zip(new, ends, strict=True))
    ]
    assert kept == before


def test_a_place_that_shares_its_name_with_one_elsewhere_is_another(data, tmp_path):
    rows = ("Cambridge 🇬🇧 | £70K", "Cambridge | £71K", "Cambridge | $150K", "🇨🇦 Remote | C$120K", "Remote | €90K")
    table = "".join(f"| {row} |\n" for row in ("Region | Base", "--- | ---", *rows))
    path = _guide(tmp_path, "a.md", "Ferry Pilot | Quay Lines Global Negotiation Guide", table)
    assert take_in(data, path).exit_code == 0
    [made] = (data / "guides").rglob("*.yml")
    [found] = yaml.safe_load(made.read_text(encoding="utf-8"))["tables"]
    places = [row["regions"][0] for row in found["rows"]]
    assert places == ["cambridge-gb", "cambridge-gbp", "boston", "remote-ca", "remote-eur"]
    known = yaml.safe_load((data / "regions.yml").read_text(encoding="utf-8"))
    assert known["cambridge-gb"] == {"name": "Cambridge (GB)", "country": "GB", "currency": "GBP"}
    assert [known[place]["currency"] for place in places] == ["GBP", "GBP", "USD", "CAD", "EUR"]
    assert [problem for problem in project.check(data) if not problem.is_warning] == []


def test_a_new_place_is_paid_in_the_currency_that_its_cell_names(data, tmp_path):
    rows = ("Moon Base (USD $) | £98K–£133K / $123K–$166K", "Venus Yard | £98K–£133K / $123K–$166K")
    table = "".join(f"| {row} |\n" for row in ("Region | Base", "--- | ---", *rows))
    assert (
        take_in(data, _guide(tmp_path, "a.md", "Ferry Pilot | Quay Lines Global Negotiation Guide", table)).exit_code
        == 0
    )
    known = yaml.safe_load((data / "regions.yml").read_text(encoding="utf-8"))
    assert [known[place]["currency"] for place in ("moon-base", "venus-yard")] == ["USD", "GBP"]
