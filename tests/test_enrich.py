# ruff: noqa: RUF001  dashes are how ranges are written
"""What pages show is computed from what people wrote by rules that hold for every figure."""

import datetime
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guidebook import blanks
from guidebook.enrich.catalogue import Catalogue, Summary, placed, scale_of
from guidebook.enrich.chart import Bar, charts, scale, share
from guidebook.enrich.levers import MOST_OFFERED, above, fits, library_levers, offered, own_levers
from guidebook.enrich.rows import evidence_row
from guidebook.enrich.sources import SourceList
from guidebook.enrich.strategy import (
    HALFWAY,
    NEWEST_ASK,
    POSTED_ASK,
    chosen_row,
    derived,
    derived_numbers,
    figures_of,
    ladder,
    stated,
)
from guidebook.model import Company, Guide, Lever, Posting, Rates, Redirects, Region, Role, Source, Strategy
from guidebook.money import Money, parse, text
from guidebook.posted import posted_rows

FUZZ = settings(deadline=None, derandomize=True, max_examples=500)
OLD, NEW = "2026-01-01", "2026-11-01"
SCRIPTS = [{"requires": "none", "say": "I ask for {opening_ask}, or {target}."}]


def _posting(base, seen=NEW, level="senior", *regions):
    fields = {"title": "Engineer", "role": "engineer", "regions": list(regions) or ["here"], "base": base}
    return Posting.model_validate({**fields, "level": level, "seen": seen, "url": "https://acme.example/1"})


def _lever(**fields):
    words = dict.fromkeys(("title", "what", "when", "say", "short", "because", "if_no"), "words")
    return Lever.model_validate({**words, "moves": "base", "requires": "none", "order": 1, **fields})


def test_postings_are_grouped_by_region_level_and_currency():
    bands = ["$100K–$140K", "£80K–£90K", "$90K–$120K+", "15%", "not disclosed"]
    postings = [*map(_posting, bands), _posting("$110K", NEW, "staff"), _posting("$60K", OLD, "entry", "there")]
    rows = posted_rows([*postings, _posting("$70K", "2026-11-02", "entry", "there", "here")])
    assert [(row.region, row.level, text(row.base), row.count) for row in rows] == [
        ("here", "entry", "$70K", 1),
        ("here", "senior", "£80K–£90K", 1),
        ("here", "senior", "$90K–$140K+", 2),
        ("here", "staff", "$110K", 1),
        ("there", "entry", "$60K–$70K", 2),
    ]
    assert (rows[-1].oldest, rows[-1].newest) == (datetime.date(2026, 1, 1), datetime.date(2026, 11, 2))


def test_region_with_most_postings_comes_first_and_the_highest_posting_of_a_row():
    postings = [_posting("$1K", NEW, "senior", *regions) for regions in ("b", "ca", "c")]
    assert [row.region for row in posted_rows(postings)] == ["c", "a", "b"]
    (row,) = posted_rows(map(_posting, ["$100K–$140K", "$120K–$140K", "$90K–$150K"]))
    assert [text(posting.base) for posting in row.postings] == ["$90K–$150K", "$120K–$140K", "$100K–$140K"]


USUAL = {
    "posted most often": ([("$1K", OLD), ("$1K", OLD), ("$2K", NEW)], "$1K", 2),
    "of equals the newest": ([("$1K", OLD), ("$2K", NEW), ("$3K", OLD)], "$2K", 1),
    "of equals the one with a newest day": ([("$1K", OLD), ("$1K", NEW), ("$2K", OLD), ("$2K", OLD)], "$1K", 2),
    "then the lower": ([("$2K–$5K", NEW), ("$1K–$9K", NEW)], "$1K–$9K", 1),
    "then the one with the lower end": ([("$1K–$9K", NEW), ("$1K–$5K", NEW)], "$1K–$5K", 1),
}


@pytest.mark.parametrize("rule", USUAL)
@pytest.mark.parametrize("step", [1, -1], ids=["forwards", "backwards"])
def test_usual_band(rule, step):
    postings, usual, count = USUAL[rule]
    (row,) = posted_rows(_posting(*posting) for posting in postings[::step])
    assert (text(row.usual), row.usual_count) == (usual, count)


DERIVED = {
    "$100K–$140K": ("$140K", "$130K"),
    "$101,500–$140,200": ("$140,200", "$130K"),
    "$185K": ("$185K", "$185K"),
    "$70K–$150K+": ("$150K", "$130K"),
    "£75K–£135K": ("£135K", "£120K"),
    "JPY 9M–JPY 12M": ("JPY 12M", "JPY 11.2M"),
    "KRW 90M–KRW 120M": ("KRW 120M", "KRW 112M"),
    "₹20L–₹38L": ("₹38L", "₹33.5L"),
    "₹20L–₹37.9L": ("₹37.9L", "₹33.4L"),
}


@pytest.mark.parametrize("band", DERIVED)
def test_derived_numbers(band):
    assert tuple(map(text, derived_numbers(parse(band)))) == DERIVED[band]


_BANDS = st.tuples(st.integers(30_000, 10**9), st.integers(30_000, 10**9)).map(sorted)


@FUZZ
@given(_BANDS, st.sampled_from(["USD", "JPY", "INR", "KRW"]))
def test_derived_target_lies_in_its_band(ends, currency):
    ask, target = derived_numbers(Money(currency, *ends))
    assert ends[0] <= target.low == target.high <= ask.low == ask.high == ends[1]


def _strategy(**fields):
    return Strategy.model_validate({"scripts": SCRIPTS, **fields})


HALVES = [("$245K", "$215K", "$230K"), ("$245K–$250K", "$210K–$214K", "$229K"), ("JPY 12M", "JPY 9.1M", "JPY 10.5M")]
HALVES += [("₹38L", "₹20.1L", "₹29L"), ("$120,900", "$120,500", "$120,500")]


@pytest.mark.parametrize(("ask", "floor", "target"), HALVES)
def test_missing_target_is_halfway_between_ask_and_floor(ask, floor, target):
    view = stated(_strategy(ask=ask, floor=floor), SourceList({}), {}, {})
    assert (text(view.target), view.target_rule) == (target, HALFWAY)
    assert stated(_strategy(ask=ask, floor=floor, target=ask), SourceList({}), {}, {}).target_rule == ""


@pytest.mark.parametrize("floor", ["$130K", None])
def test_script_says_the_target_that_the_page_shows(floor):
    (posted,) = posted_rows([_posting("$100K–$200K")])
    strategy = _strategy(ask="$150K", **({"floor": floor} if floor else {}))
    view = stated(strategy, SourceList({}), figures_of(strategy, evidence_row(posted)), {})
    target = text(view.target) if view.target else "[target]"
    assert blanks.plain(view.openings[0].say) == f"I ask for $150K, or {target}."


def test_derived_strategy_is_of_the_usual_band():
    (posted,) = posted_rows(map(_posting, ["$100K–$140K", "$100K–$140K", "$90K–$190K"]))
    row = evidence_row(posted)
    library = {"posted-band": _lever(say="From {posted_low} to {posted_high}: {opening_ask}, {target}.")}
    view = derived(row, library, figures_of(None, row))
    assert (text(view.ask), text(view.target), view.floor, view.basis) == ("$140K", "$130K", None, "estimated")
    assert [blanks.plain(opening.say) for opening in view.openings] == ["From $100K to $140K: $140K, $130K."]


@pytest.mark.parametrize(
    ("bands", "rule"),
    [
        (["$100K–$140K", "$100K–$140K", "$90K–$190K"], POSTED_ASK),
        (["$100K–$140K"], POSTED_ASK),
        (["$100K–$140K", "$120K–$190K"], NEWEST_ASK),
        (["$100K–$140K", "$90K–$190K"], NEWEST_ASK),
    ],
)
def test_a_derived_ask_says_which_band_it_is_from(bands, rule):
    (posted,) = posted_rows(map(_posting, bands))
    assert derived(evidence_row(posted), {}, {}).ask_rule == rule


def test_each_step_of_a_derived_ladder_is_smaller_than_the_one_before():
    for top in range(100_000, 400_000, 7_300):
        for gap in range(1_000, 90_000, 1_700):
            target = (top - gap) // 1_000 * 1_000
            steps = [
                parse(step.step.removesuffix(" base")).low
                for step in ladder(Money("USD", top, top), Money("USD", target, target), "base")
            ]
            falls = [high - low for high, low in pairwise(steps)]
            assert steps[0] == top
            assert steps[-1] == target
            assert falls == sorted(set(falls), reverse=True), steps


def test_strategy_is_for_the_row_it_names_else_for_that_with_most_postings():
    postings = [_posting("$1K"), *(_posting(base, NEW, "senior", "there") for base in ("$2K", "$3K"))]
    rows = [evidence_row(row) for row in posted_rows(postings)]
    assert chosen_row(rows, None).region == "there"
    assert chosen_row(rows, _strategy(ask="$1K", region="here")).region == "here"
    assert chosen_row(rows, _strategy(ask="$1K", level="entry")) is None
    assert chosen_row(rows, _strategy(ask="$1K")).region == "here", "its base holds the ask"


_ENDS = st.tuples(st.integers(20, 500), st.integers(20, 500)).map(lambda ends: sorted(end * 1_000 for end in ends))
_ENDS |= st.tuples(st.integers(10_000, 10**8), st.integers(10_000, 10**8)).map(sorted)


@FUZZ
@given(_ENDS)
def test_scale_ends_on_steps_with_at_most_six_ticks(ends):
    start, end, step = scale(*ends)
    assert start <= ends[0] <= ends[1] <= end
    assert start % step == end % step == 0
    assert (end - start) // step < 6


@FUZZ
@given(st.lists(_ENDS, min_size=1, max_size=5))
def test_chart_keeps_its_bars_inside(rows):
    (chart,) = charts(Bar("", Money("USD", *ends), "", usual=Money("USD", ends[1], ends[1])) for ends in rows)
    assert len(chart.bars) == len(rows)
    for bar in chart.bars:
        for left, width in ((bar.left, bar.width), (bar.usual_left, bar.usual_width)):
            assert left >= 0 < width
            assert round(left + width, 1) <= 100


def test_every_currency_has_its_own_chart():
    bars = [Bar(band, parse(band), "posted") for band in ("$100K–$140K", "£80K–£90K", "$120K")]
    found = charts(bars)
    assert [(chart.start.currency, len(chart.bars)) for chart in found] == [("USD", 2), ("GBP", 1)]
    assert (found[0].start, found[0].end) == (parse("$100K"), parse("$140K"))
    assert share(125_000, 100_000, 150_000) == 50.0


@FUZZ
@given(_ENDS)
def test_bar_of_a_table_stays_inside(ends):
    summary = Summary("a", "b", Money("USD", *ends), Money("USD", *ends), "posted", True, (), (), 0, None, None)
    left, width = placed(summary, *scale(*scale_of([summary]))[:2])
    assert left >= 0 < width
    assert round(left + width, 1) <= 100


ANYWHERE = Company(name="Acme")
SHARES = Company.model_validate({"name": "Acme", "ownership": "public", "equity": {"kind": "rsu"}})


FITS = [
    ({}, ANYWHERE, False, True),
    ({"posted_band": True}, ANYWHERE, True, True),
    ({"posted_band": True}, ANYWHERE, False, False),
    ({"equity": ["rsu", "options"]}, SHARES, False, True),
    ({"equity": ["options"]}, SHARES, False, False),
    ({"equity": ["options"]}, ANYWHERE, False, False),
    ({"ownership": ["public"]}, SHARES, False, True),
    ({"ownership": ["private"]}, SHARES, False, False),
    ({"roles": ["engineer"]}, ANYWHERE, False, True),
    ({"roles": ["designer"]}, ANYWHERE, False, False),
    ({"equity": ["rsu"], "roles": ["designer"]}, SHARES, True, False),
]


@pytest.mark.parametrize(("conditions", "company", "posted", "fit"), FITS)
def test_lever_fits(conditions, company, posted, fit):
    assert fits(_lever(fits=conditions), "engineer", company, has_posted_band=posted) is fit


def test_levers_of_the_role_are_offered_first_and_used_ones_not_at_all():
    library = {name: _lever(order=order) for order, name in enumerate("abcdefghijklm")}
    library["z"] = _lever(order=0)
    guide = Guide.model_validate({"company": "acme", "role": "engineer", "levers": [{"lever": "b"}]})
    role = Role(name="Engineer", paid_for="Work.", levers=["m", "b", "c"])
    found = offered(guide, role, ANYWHERE, library, has_posted_band=False)
    assert found == ["m", "c", "a", "z", "d", "e", "f", "g", "h"]
    assert len(found) == MOST_OFFERED


@pytest.mark.parametrize(
    ("lever", "words"),
    [
        ({"ask": {"base": "$151K"}}, "above the ask"),
        ({"ask": {"base": "$151K", "equity": "$40K"}}, "above the ask"),
        ({"ask": {"base": "$150K"}}, ""),
        ({"ask": {"base": "$140K–$160K"}}, ""),
        ({"ask": {"base": "S$300K"}}, ""),
        ({"ask": {"total": "$300K"}}, ""),
        ({"ask": {"equity": "$300K"}}, ""),
        ({}, ""),
        ({"lever": "level-placement", "ask": {"base": "$170K"}}, "higher level"),
        ({"lever": "level-placement", "ask": {"base": "$150K"}}, ""),
        ({"lever": "level-placement", "say": "Is it Staff?", "ask": {"base": "$170K"}}, "higher level"),
        ({"lever": "level-placement", "say": "In that team.", "ask": {"base": "$170K"}}, "above the ask"),
    ],
)
def test_a_lever_above_the_ask_says_so_in_the_same_unit_alone(lever, words):
    library = {"level-placement": _lever(), "scope": _lever()}
    guide = Guide.model_validate(
        {"company": "c", "role": "r", "levers": [{"lever": "scope", "say": "Which level is it?", **lever}]}
    )
    (item,) = own_levers(guide, library, SourceList({}), {})
    assert above(item, parse("$150K"), "base") == words
    assert above(item, None, "base") == above(item, parse("not disclosed"), "base") == ""


def test_lever_of_a_guide_takes_the_librarys_words_where_it_has_none():
    library = {"a": _lever(title="A", say="Say {opening_ask}.", if_no="Then {amount}?", requires="deadline")}
    own = {"lever": "a", "title": "Mine", "ask": {"bonus": "10%", "base": "$100K"}, "sources": ["b", "a"]}
    guide = Guide.model_validate({"company": "acme", "role": "engineer", "levers": [own]})
    sources = SourceList({name: Source(title=name, publisher=name) for name in "ab"})
    (view,) = own_levers(guide, library, sources, {"opening_ask": "$120K"})
    assert (view.number, view.title, view.requires, view.moves) == (1, "Mine", "deadline", "base")
    assert [(name, text(amount)) for name, amount in view.ask] == [("base", "$100K"), ("bonus", "10%")]
    assert (blanks.plain(view.say), blanks.plain(view.if_no)) == ("Say $120K.", "Then [the amount]?")
    assert view.numbers == (1, 2)
    assert [(lever.number, lever.title) for lever in library_levers(["a"], library, 5, {})] == [(5, "A")]


FILLED = [
    ("Say it.", {}, [("Say it.", None)]),
    ("{target}", {"target": "$1K"}, [("$1K", None)]),
    ("At {target} and {floor}.", {"target": "$1K"}, [("At $1K and ", None), ("your floor", "floor"), (".", None)]),
    ("{target}{level}", {}, [("target", "target"), ("level", "level")]),
    ("{opening_ask}", {}, [("opening ask", "opening_ask")]),
    ("{target}", {"target": "{floor}"}, [("{floor}", None)]),
]


@pytest.mark.parametrize(("script", "figures", "parts"), FILLED)
def test_blanks_are_filled(script, figures, parts):
    assert [(part.text, part.blank) for part in blanks.fill(script, figures)] == parts


def test_sources_are_numbered_as_they_are_used():
    sources = SourceList({name: Source(title=name, publisher=name, date="2026-11") for name in "abcd"})
    assert sources.numbers(["c", "a"]) == (1, 2)
    assert sources.numbers(["a", "b", "c"]) == (2, 3, 1)
    assert sources.numbers([]) == ()
    assert [(item.number, item.source.title) for item in sources.all("dca")] == [(1, "c"), (2, "a"), (3, "b"), (4, "d")]
    assert sources.all()[0].published == "Nov 2026"
    assert sources.all()[0].checked is None


def _catalogue(**rates):
    source = {"title": "Rates", "publisher": "A bank"}
    found = Rates.model_validate({"date": "2026-04-13", "source": source, "per_eur": rates})
    return Catalogue({}, {}, {}, {}, {}, {}, found, None, Redirects())


IN_USD = [
    ("$100K–$140K", {}, "$100K–$140K"),
    ("€100K", {"USD": "1.1684"}, "$116,840"),
    ("£80K–£100K+", {"USD": "1.20", "GBP": "0.80"}, "$120K–$150K+"),
    ("£100", {"USD": "3", "GBP": "3"}, "$100"),
    ("CHF 70K", {"USD": "1.1", "CHF": "0.7"}, "$110K"),
    ("KRW 90M", {"USD": "1.1684", "KRW": "1740.86"}, "$60,404"),
    ("₹20L", {"USD": "1.1684", "INR": "109.047"}, "$21,429"),
    ("£80K", {"USD": "1.20"}, None),
    ("£80K", {"GBP": "0.80"}, None),
    ("€80K", {}, None),
]


@pytest.mark.parametrize(("band", "rates", "usd"), IN_USD)
def test_amount_in_dollars_is_exact_and_rounded_down(band, rates, usd):
    found = _catalogue(**rates).in_usd(parse(band))
    assert (text(found) if found else None) == usd


@FUZZ
@given(st.integers(0, 10**9), st.decimals("0.01", 2_000, places=4), st.decimals("0.01", 2_000, places=4))
def test_amount_in_dollars_is_what_exact_arithmetic_gives(units, own, dollars):
    found = _catalogue(GBP=str(own), USD=str(dollars)).in_usd(Money("GBP", units, units))
    scaled = [int(rate * Decimal(10_000)) for rate in (own, dollars)]
    assert found.low == units * scaled[1] // scaled[0]


def test_a_place_without_a_short_name_is_shown_by_its_full_one():
    assert Region(name="Arlington, Virginia", currency="USD").shown == "Arlington, Virginia"
    assert Region(name="San Francisco Bay Area", short="San Francisco", currency="USD").shown == "San Francisco"
