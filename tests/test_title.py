"""The title of a guide tells role and company apart, or says that it does not."""

import pytest

from guidebook.markdown import title
from guidebook.markdown.names import Names

TITLES = [
    ("Ferry Pilot | Quay Lines Global Negotiation Guide", "Ferry Pilot", "Quay Lines"),
    ("Dock Engineer (L5) — Quay Lines Salary Negotiation Guide 2026", "Dock Engineer", "Quay Lines"),
    ("Quay Lines — Dock Engineer Negotiation Guide", "Dock Engineer", "Quay Lines"),
    ("Quay Lines — Dock Engineer (Senior) Negotiation Guide", "Dock Engineer", "Quay Lines"),
    ("Data Scientist — Dock Engineering Negotiation Guide", "Data Scientist", "Dock Engineering"),
    ("Senior Dock Engineer @ Quay Lines", "Senior Dock Engineer", "Quay Lines"),
    ("Dock Engineer | Quay Lines", "Dock Engineer", "Quay Lines"),
    ("Dock Engineer: Quay Lines Global Negotiation Guide", "Dock Engineer", "Quay Lines"),
    ("Quay Lines — Ferry Pilot (Senior) — Global Negotiation Guide", "Ferry Pilot", "Quay Lines"),
    ("Ferry Pilot | Quay Lines (W21) Global Negotiation Guide", "Ferry Pilot", "Quay Lines (W21)"),
    ("Ferry Pilot | Quay Lines | Salary Negotiation Guide (US, UK)", "Ferry Pilot", "Quay Lines"),
    ("Ferry Pilot | Quay Lines Global Negotiation Guide — EMEA, updated in May", "Ferry Pilot", "Quay Lines"),
    ("[Ferry Pilot](a.md) | [Quay Lines](https://quay.example) Negotiation Guide", "Ferry Pilot", "Quay Lines"),
    ("Ferry Pilot | Quay Lines Global Negotiation Playbook", "Ferry Pilot", "Quay Lines"),
]
NO_TITLES = ["Base | Bonus", "Dock Engineer | Data Scientist", "Dock Engineer", "Level: Senior @ home"]
UNCLEAR = [
    "Quay Lines Dock Engineer Salary Negotiation Guide",
    "Software Engineer, Infrastructure Salary Guide",
    "Quay: Lines Salary Guide",
]


@pytest.mark.parametrize(("words", "role", "company"), TITLES)
def test_role_and_company_are_told_apart(words, role, company):
    assert title.is_title(words)
    found = title.read(words, Names())
    assert (found.role, found.company) == (role, company)


@pytest.mark.parametrize("words", NO_TITLES)
def test_other_headings_are_no_titles(words):
    assert not title.is_title(words)


@pytest.mark.parametrize("words", UNCLEAR)
def test_what_would_be_a_guess_is_not_read(words):
    assert title.is_title(words)
    assert title.read(words, Names()) is None
