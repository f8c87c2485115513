"""What an importer reads of pay tables: cells, headings of columns, levels and places."""

import sys
from pathlib import Path

import pytest
import yaml

from guidebook import cells, money, project
from guidebook.markdown.components import component, components, part_of
from guidebook.model.table import PayTable

sys.path.insert(0, str(Path(__file__).resolve().parent / "markdown"))
from compare import copied, take_in, written


@pytest.fixture
def data(tmp_path):
    return copied(tmp_path)


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
    "$180K base / $40K bonus": None,
    "PLN 310K (B2B) / PLN 280K (UoP)": None,
    "$400K ($100K/yr)": None,
    "$10K–$20K per quarter": None,
    "$12,500 bi-weekly": None,
    "€4,200 × 14": None,
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
    "Equity (4yr, annualized)": {"holds": "equity"},
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
    path = written(folder, "a.md", "Ferry Pilot | Quay Lines Global Negotiation Guide", table)
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


def test_new_regions_leave_the_others_as_they_stand(data):
    before = (data / "regions.yml").read_text(encoding="utf-8").split("\n")
    take_in(data, Path(__file__).parent / "markdown" / "samples" / "turned-levels.md")
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
    path = written(tmp_path, "a.md", "Ferry Pilot | Quay Lines Global Negotiation Guide", table)
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
        take_in(data, written(tmp_path, "a.md", "Ferry Pilot | Quay Lines Global Negotiation Guide", table)).exit_code
        == 0
    )
    known = yaml.safe_load((data / "regions.yml").read_text(encoding="utf-8"))
    assert [known[place]["currency"] for place in ("moon-base", "venus-yard")] == ["USD", "GBP"]


def test_a_country_is_no_town_of_it_and_a_joint_row_is_of_the_place_that_is_paid_so(data, tmp_path):
    rows = ("India | ₹20L", "London & Dublin | £90K / €95K", "UK | £88K", "Buenos Aires 🇦🇷 | $20M")
    found, said = _pay_of(data, tmp_path, "Region | Base", *rows)
    assert [place for place, _, _ in found] == ["london", "united-kingdom"]
    assert "warning: 1 dollar signs that may be of two currencies" in said
    assert [problem for problem in project.check(data) if not problem.is_warning] == []


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("Region | Base | Total Cash | Total Comp", "£150K"),
        ("Region | Base | Total Comp | Total Cash", "£120K"),
        ("Region | Base | 2024 Total | 2025 Total", "None"),
        ("Region | Base | Current Total | Target Total", "None"),
    ],
)
def test_of_two_totals_the_one_of_all_parts_counts_and_of_two_years_none(head, expected):
    assert _total(head) == expected


def _total(head):
    axes = components(heads := head.split(" | "), [part_of(words) for words in heads])
    cells = dict(zip(heads, ("London", "£90K", "£120K", "£150K"), strict=True))
    return str(
        next((cells[words] for words, axis in zip(heads, axes, strict=True) if axis.get("holds") == "total"), None)
    )


def test_columns_of_a_part_and_a_level_each_hold_it_for_their_own():
    heads = ["City", "L4 Base", "L4 Total", "L5 Base", "L5 Total"]
    axes = components(heads, [part_of(words) for words in heads])
    assert [(axis.get("holds"), axis.get("grade")) for axis in axes[1:]] == [
        ("base", "L4"), ("total", "L4"), ("base", "L5"), ("total", "L5"),
    ]  # fmt: skip
