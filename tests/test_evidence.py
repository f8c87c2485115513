"""Bringing evidence in: what is taken, what is told, and that nothing is lost or doubled."""

import csv

import pytest
import yaml
from click.testing import CliRunner

from conftest import copy_sample
from guidebook.cli import main

COLUMNS = "company role level title location regions currency low high period seen url via".split()  # noqa: SIM905
GOOD = {
    "company": "okta", "role": "devops-engineer", "level": "senior", "title": "Senior Clock Engineer",
    "location": "Chicago", "regions": "chicago", "currency": "USD", "low": "100000", "high": "150000",
    "period": "year", "seen": "2026-08-01", "url": "https://jobs.example/1", "via": "ats-board",
}  # fmt: skip
LCA = [
    "CASE_NUMBER", "CASE_STATUS", "DECISION_DATE", "VISA_CLASS", "JOB_TITLE", "EMPLOYER_NAME",
    "WORKSITE_STATE", "WAGE_RATE_OF_PAY_FROM", "WAGE_UNIT_OF_PAY",
]  # fmt: skip


@pytest.fixture
def data(tmp_path):
    return copy_sample(tmp_path / "data")


@pytest.fixture
def take(data, tmp_path):
    """Write rows as a CSV, import them, and give the outcome."""

    def take(*rows, columns=COLUMNS, command="import"):
        path = tmp_path / "rows.csv"
        with path.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.DictWriter(stream, columns, extrasaction="ignore")
            writer.writeheader()
            writer.writerows(rows)
        return CliRunner().invoke(main, ["evidence", command, str(path), "--data", str(data)])

    return take


def _postings(data, title=GOOD["title"], company="okta"):
    found = yaml.safe_load((data / f"evidence/{company}.yml").read_text("utf-8"))["postings"]
    return [posting for posting in found if posting["title"] == title]


def test_a_posting_is_added_once(take, data):
    assert take(GOOD, GOOD).exit_code == 0
    assert take(GOOD).exit_code == 0
    (posting,) = _postings(data)
    assert (posting["base"], posting["seen"], posting["regions"]) == ("$100K–$150K", "2026-08-01", ["chicago"])  # noqa: RUF001


def test_the_regions_of_one_posting_are_joined(take, data):
    take(GOOD, GOOD | {"regions": "seattle", "location": "Seattle"})
    (posting,) = _postings(data)
    assert (posting["regions"], posting["place"]) == (["chicago", "seattle"], "Chicago; Seattle")


def test_a_newer_band_is_taken_with_a_word_and_the_role_stays(take, data):
    take(GOOD)
    done = take(GOOD | {"low": "110000", "seen": "2026-09-01", "role": "data-engineer", "level": "staff"})
    assert "updated: okta: Senior Clock Engineer, chicago: $100K" in done.stdout
    (posting,) = _postings(data)
    assert (posting["base"], posting["role"], posting["level"]) == ("$110K–$150K", "devops-engineer", "senior")  # noqa: RUF001


def test_an_older_band_changes_nothing(take, data):
    take(GOOD)
    before = (data / "evidence/okta.yml").read_bytes()
    take(GOOD | {"low": "90000", "seen": "2026-07-01"})
    assert (data / "evidence/okta.yml").read_bytes() == before


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"company": "oktta"}, "there is no company `oktta`; did you mean `okta`?"),
        ({"role": "devop-engineer"}, "there is no role `devop-engineer`; did you mean `devops-engineer`?"),
        ({"regions": "chicgo"}, "there is no region `chicgo`; did you mean `chicago`?"),
        ({"currency": "DOL"}, "`DOL` is not a currency known here"),
        ({"low": "160000"}, "the low end 160000 is above the high end 150000"),
        ({"low": "100K"}, "is not in whole numbers"),
        ({"high": "900000"}, "is no band of one opening"),
        ({"period": "hour"}, "the pay is for a `hour`"),
        ({"seen": "2026-12-24"}, "a day to come"),
        ({"seen": "24.12.2025"}, "is not a day"),
        ({"url": "http://jobs.example/1"}, "is not an https:// address"),
        ({"title": "<b>Engineer</b>"}, "HTML"),
        ({"level": "chief"}, "level"),
        ({"via": "a friend"}, "via"),
    ],
)
def test_a_bad_line_is_told_by_its_number_and_the_good_are_kept(change, words, take, data):
    done = take(GOOD, GOOD | {"title": "Bad", "url": "https://jobs.example/2"} | change)
    assert done.exit_code == 1
    (told,) = [line for line in done.stdout.splitlines() if line.startswith("left out: rows.csv:3: ")]
    assert words in told
    assert _postings(data)
    assert not _postings(data, "Bad")


def test_a_file_without_its_columns_is_refused_whole(take, data):
    before = (data / "evidence/okta.yml").read_bytes()
    done = take(GOOD, columns=["company", "title"])
    assert done.exit_code == 1
    assert "it lacks the columns role, level" in done.stderr
    assert (data / "evidence/okta.yml").read_bytes() == before


def test_many_lines_come_in(take, data):
    rows = [GOOD | {"url": f"https://jobs.example/{number}"} for number in range(3_000)]
    assert " 3000 added" in take(*rows).stderr
    assert len(_postings(data)) == 3_000


def test_guides_are_started_where_there_is_evidence(take, data):
    take(GOOD | {"role": "product-designer"})
    done = CliRunner().invoke(main, ["evidence", "guides", "--data", str(data)])
    assert "okta/product-designer.yml" in done.stdout
    assert CliRunner().invoke(main, ["check", "--data", str(data)]).exit_code == 0


def _application(**change):
    return {
        "CASE_NUMBER": "I-200", "CASE_STATUS": "Certified", "DECISION_DATE": "2023-11-20", "VISA_CLASS": "H-1B",
        "JOB_TITLE": "Senior Software Engineer", "EMPLOYER_NAME": "OKTA, INC.", "WORKSITE_STATE": "CA",
        "WAGE_RATE_OF_PAY_FROM": "150000", "WAGE_UNIT_OF_PAY": "Year",
    } | change  # fmt: skip


def test_ten_applications_make_a_row_and_nine_do_not(take, data):
    rows = [_application(WAGE_RATE_OF_PAY_FROM=str(150_000 + 1_000 * number)) for number in range(11)]
    rows += [_application(JOB_TITLE="Data Scientist") for _ in range(9)]
    rows += [_application(CASE_STATUS="Denied"), _application(VISA_CLASS="E-3 Australian")]
    rows += [_application(EMPLOYER_NAME="Nobody Knows LLC"), _application(WAGE_UNIT_OF_PAY="Hour")]
    done = take(*rows, columns=LCA, command="lca")
    assert done.exit_code == 0, done.stdout + done.stderr
    filings = yaml.safe_load((data / "evidence/okta.yml").read_text("utf-8"))["filings"]
    assert {filing["state"] for filing in filings} == {"CA", "US"}
    for filing in filings:
        assert (filing["role"], filing["n"], filing["period"]) == ("senior-software-engineer", 11, "FY2024, quarter 1")
        assert (filing["p25"], filing["p50"], filing["p75"]) == (152_500, 155_000, 157_500)
    assert "left out: 1 applications, employer not known here" in done.stdout


def test_a_disclosure_file_without_its_columns_is_refused(take):
    done = take(_application(), columns=LCA[:-1], command="lca")
    assert done.exit_code == 1
    assert "it lacks the columns WAGE_UNIT_OF_PAY" in done.stderr
