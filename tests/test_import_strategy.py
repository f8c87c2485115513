"""What an importer reads of words to say: asks, acceptances and floors, and claims of an offer."""

import sys
from pathlib import Path

import pytest
import yaml

from guidebook import project
from guidebook.markdown import offers

sys.path.insert(0, str(Path(__file__).resolve().parent / "markdown"))
from compare import copied, pages_of, take_in, written


@pytest.fixture
def data(tmp_path):
    return copied(tmp_path)


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
    ("They will open at $220K base; ask for $245K base.", {"ask": "$245K"}, []),
    ("If they counter with $230K base, ask for $240K base.", {"ask": "$240K"}, []),
    ("With your opening offer at $220K base, I'm asking for $245K base.", {"ask": "$245K"}, []),
    ("$245K base is what I'm asking for.", {"ask": "$245K"}, []),
    ("I'd like to thank you for the $220K base offer. I need $245K base.", {"ask": "$245K"}, []),
    ("I'd like to revisit the base of $220K. To join: $245K base.", {"ask": "$245K"}, []),
    ("I'd like to understand the $220K base you offered. For this scope I need $245K base.", {"ask": "$245K"}, []),
    ("I'd like 10% above the $220K base.", {"ask": "not disclosed"}, []),
    ("I'd ask for $20K on top of the $220K base offered.", {"ask": "not disclosed"}, []),
    ("I'd like the midpoint of $200K–$250K base.", {"ask": "not disclosed"}, []),
    ("I'd like to be at the top of the $200K–$250K base range.", {"ask": "not disclosed"}, []),
    ("The lowest I've heard for L5 is $240K base, so I need $245K base.", {"ask": "$245K"}, []),
    ("I'd like $240K-260K base.", {"ask": "$240K–$260K"}, []),
    ("I'd like between $240K and $260K base.", {"ask": "$240K–$260K"}, []),
    ("I'd like to be at $245K base.", {"ask": "$245K"}, []),
    ("I have a Datadog offer at $210K base, so I'm asking for $245K base.", {"ask": "$245K"}, []),
    ("I'm asking for €5,200 per month base, or AED 40K monthly base.", {"ask": "not disclosed"}, []),
    ("I'm asking for €5,200 base a month.", {"ask": "not disclosed"}, []),
    (
        "San Francisco: ask $245K base. London: ask £150K base.",
        {"ask": "not disclosed"},
        ["ask $245K, in one of several currencies", "ask £150K, in one of several currencies"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("words", "expected", "left"), STRATEGIES)
def test_an_amount_without_its_unit_stays_text_and_is_reported(words, expected, left, data, tmp_path):
    text = f'Words.\n\n> **Negotiate Up Strategy:** "{words} Thank you for your time."\n'
    path = written(tmp_path, "a.md", "Ferry Pilot | Quay Lines Global Negotiation Guide", text)
    done = take_in(data, path)
    [made] = (data / "guides").rglob("*.yml")
    found = yaml.safe_load(made.read_text(encoding="utf-8"))["strategy"]
    del found["scripts"]
    assert {key: value for key, value in found.items() if key not in {"unit", "also"} or key in expected} == expected
    said = f"warning: {len(left)} amounts of the strategy left as text"
    assert [f"    {path.as_posix()}:5: {what}" in done.stderr for what in left] == [True for _ in left]
    assert (said in done.stderr) is bool(left)
    assert [problem for problem in project.check(data) if not problem.is_warning] == []


def test_words_to_say_that_end_as_text_are_told_where_they_claim_an_offer(data, tmp_path):
    text = """## How it goes

Open late, then say: "I hold a written offer at $260K base, so please match it."

> **Negotiate Up Strategy:** "I'm asking for $245K base."

## Worth knowing

> "My other offer is $250K."

Never say "I have another offer" when you hold none.
"""
    done = take_in(data, written(tmp_path, "a.md", "Ferry Pilot | Quay Lines Global Negotiation Guide", text))
    assert done.exit_code == 0, done.output
    assert "warning: 2 texts with words that claim an offer" in done.stderr, done.stderr


KNOWN = offers.Known("Mollie", frozenset({"Google", "Meta"}), {"london": "london"})


@pytest.mark.parametrize(
    "words",
    [
        "Evercore's all-in number is $390K.",
        "McKinsey has me at $275K base.",
        "My Stripe offer is $210K base.",
        "Lucid countered at $190K.",
        "With Datadog at $210K base, I'm asking for $245K base.",
        "Google has me at L5: $195K base, $420K RSU (in writing).",
        "Google: $300K; Meta: $310K. I'd sign here at $305K.",
        "With fourteen patents, and Google at $195K, I'm looking for more.",
        "Broadcom's at $230K base.",
        "Tencent is at ¥900K.",
        "Bosch is at 95.000 €.",
        "Tencent's letter says ¥900K.",
        "Ubisoft has made a written offer of C$140K.",
        "Google just came back with $300K.",
    ],
)
def test_an_offer_named_by_its_employer_is_a_claim(words):
    assert offers.claims(words, KNOWN)


@pytest.mark.parametrize(
    "words",
    [
        "Mollie's offer is $170K.",
        "Mollie has me at $170K.",
        "London's number is £90K.",
        "Glassdoor is at $210K for this level.",
        "Google L5 is at $230K base on Levels.fyi.",
        "Base: $245K; Equity: $300K.",
        "With this scope at $245K, I would sign.",
    ],
)
def test_the_companys_own_offer_and_what_is_no_employer_are_no_claim(words):
    assert not offers.claims(words, KNOWN)


def test_scripts_of_one_need_give_its_reason_once(data):
    take_in(data, Path(__file__).parent / "markdown" / "samples" / "strategy-several.md")
    [page] = pages_of(data).values()
    strategy = page[page.index("g-three") : page.index("Global Levers")]
    assert strategy.count("Say, with no other offer") == 2
    assert strategy.count("Why it serves both") == 1
