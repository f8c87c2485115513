"""The Department of Labor's disclosure file: its real columns, as CSV and as XLSX, and files that are none."""

import csv
import datetime
import zipfile

import pytest
import xlsxwriter
import yaml
from click.testing import CliRunner

from conftest import copy_sample
from guidebook.cli import main

COLUMNS = """
    CASE_NUMBER CASE_STATUS RECEIVED_DATE DECISION_DATE ORIGINAL_CERT_DATE VISA_CLASS JOB_TITLE SOC_CODE SOC_TITLE
    FULL_TIME_POSITION BEGIN_DATE END_DATE TOTAL_WORKER_POSITIONS NEW_EMPLOYMENT CONTINUED_EMPLOYMENT
    CHANGE_PREVIOUS_EMPLOYMENT NEW_CONCURRENT_EMPLOYMENT CHANGE_EMPLOYER AMENDED_PETITION EMPLOYER_NAME
    TRADE_NAME_DBA EMPLOYER_ADDRESS1 EMPLOYER_ADDRESS2 EMPLOYER_CITY EMPLOYER_STATE EMPLOYER_POSTAL_CODE
    EMPLOYER_COUNTRY EMPLOYER_PROVINCE EMPLOYER_PHONE EMPLOYER_PHONE_EXT EMPLOYER_FEIN NAICS_CODE
    EMPLOYER_POC_LAST_NAME EMPLOYER_POC_FIRST_NAME EMPLOYER_POC_MIDDLE_NAME EMPLOYER_POC_JOB_TITLE
    EMPLOYER_POC_ADDRESS1 EMPLOYER_POC_ADDRESS2 EMPLOYER_POC_CITY EMPLOYER_POC_STATE EMPLOYER_POC_POSTAL_CODE
    EMPLOYER_POC_COUNTRY EMPLOYER_POC_PROVINCE EMPLOYER_POC_PHONE EMPLOYER_POC_PHONE_EXT EMPLOYER_POC_EMAIL
    AGENT_REPRESENTING_EMPLOYER AGENT_ATTORNEY_LAST_NAME AGENT_ATTORNEY_FIRST_NAME AGENT_ATTORNEY_MIDDLE_NAME
    AGENT_ATTORNEY_ADDRESS1 AGENT_ATTORNEY_ADDRESS2 AGENT_ATTORNEY_CITY AGENT_ATTORNEY_STATE
    AGENT_ATTORNEY_POSTAL_CODE AGENT_ATTORNEY_COUNTRY AGENT_ATTORNEY_PROVINCE AGENT_ATTORNEY_PHONE
    AGENT_ATTORNEY_PHONE_EXT AGENT_ATTORNEY_EMAIL_ADDRESS LAWFIRM_NAME_BUSINESS_NAME LAWFIRM_BUSINESS_FEIN
    STATE_OF_HIGHEST_COURT NAME_OF_HIGHEST_STATE_COURT WORKSITE_WORKERS SECONDARY_ENTITY
    SECONDARY_ENTITY_BUSINESS_NAME WORKSITE_ADDRESS1 WORKSITE_ADDRESS2 WORKSITE_CITY WORKSITE_COUNTY
    WORKSITE_STATE WORKSITE_POSTAL_CODE WAGE_RATE_OF_PAY_FROM WAGE_RATE_OF_PAY_TO WAGE_UNIT_OF_PAY PREVAILING_WAGE
    PW_UNIT_OF_PAY PW_TRACKING_NUMBER PW_WAGE_LEVEL PW_OES_YEAR PW_OTHER_SOURCE PW_OTHER_YEAR PW_SURVEY_PUBLISHER
    PW_SURVEY_NAME TOTAL_WORKSITE_LOCATIONS AGREE_TO_LC_STATEMENT H_1B_DEPENDENT WILLFUL_VIOLATOR SUPPORT_H1B
    STATUTORY_BASIS APPENDIX_A_ATTACHED PUBLIC_DISCLOSURE PREPARER_LAST_NAME PREPARER_FIRST_NAME
    PREPARER_MIDDLE_INITIAL PREPARER_BUSINESS_NAME PREPARER_EMAIL
""".split()  # noqa: SIM905  as a list they fill a page
WAGE = "WAGE_RATE_OF_PAY_FROM"


def _application(**change):
    return dict.fromkeys(COLUMNS, "") | {
        "CASE_NUMBER": "I-200-23275-123456", "CASE_STATUS": "Certified", "RECEIVED_DATE": datetime.date(2023, 10, 2),
        "DECISION_DATE": datetime.date(2023, 11, 20), "VISA_CLASS": "H-1B", "JOB_TITLE": "Senior Software Engineer",
        "SOC_CODE": "15-1252.00", "TOTAL_WORKER_POSITIONS": 1, "EMPLOYER_NAME": "OKTA, INC.", "WORKSITE_STATE": "CA",
        WAGE: 150_000, "WAGE_UNIT_OF_PAY": "Year", "PREVAILING_WAGE": 140_000, "PW_UNIT_OF_PAY": "Year",
    } | change  # fmt: skip


ELEVEN = [_application(**{WAGE: 150_000 + 1_000 * number}) for number in range(11)]
LEFT_OUT = [
    *[_application(JOB_TITLE="Data Scientist")] * 9,  # one too few for a row
    _application(CASE_STATUS="Denied"),
    _application(CASE_STATUS="Certified - Withdrawn"),
    _application(VISA_CLASS="E-3 Australian"),
    _application(EMPLOYER_NAME="Nobody Knows LLC"),
    _application(JOB_TITLE="Cook"),
    _application(WAGE_UNIT_OF_PAY="Hour", **{WAGE: 72.5}),
    _application(**{WAGE: 72.5}),
]


def _csv(path, columns, rows):
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(columns)
        writer.writerows([row[name] for name in columns] for row in rows)


def _xlsx(path, columns, rows):
    """A sheet as the Department's: one header, days as days, amounts as numbers, empty cells left out."""
    book = xlsxwriter.Workbook(path, {"default_date_format": "mm/dd/yyyy"})
    sheet = book.add_worksheet("FY2024")
    sheet.write_row(0, 0, columns)
    for number, row in enumerate(rows, 1):
        for column, name in enumerate(columns):
            if row[name] != "":
                sheet.write(number, column, row[name])
    book.close()


WRITE = {"csv": _csv, "xlsx": _xlsx}


@pytest.fixture
def data(tmp_path):
    return copy_sample(tmp_path / "data")


@pytest.fixture
def run_lca(data):
    return lambda path: CliRunner().invoke(main, ["evidence", "lca", str(path), "--data", str(data)])


@pytest.fixture(params=WRITE)
def take(request, run_lca, tmp_path):
    """Write applications as a file of one kind, take it in, and give the outcome."""

    def take(*rows, columns=COLUMNS):
        path = tmp_path / f"LCA_Disclosure_Data_FY2024_Q1.{request.param}"
        WRITE[request.param](path, columns, rows)
        return run_lca(path)

    return take


def _filings(data, company="okta"):
    return yaml.safe_load((data / f"evidence/{company}.yml").read_text("utf-8"))["filings"]


def test_ten_applications_make_a_row_and_nine_do_not(take, data):
    done = take(*ELEVEN, *LEFT_OUT)
    assert done.exit_code == 0, done.output
    assert {filing["state"] for filing in _filings(data)} == {"CA", "US"}
    for filing in _filings(data):
        assert (filing["role"], filing["n"], filing["period"]) == ("senior-software-engineer", 11, "FY2024, quarter 1")
        assert (filing["p25"], filing["p50"], filing["p75"]) == (152_500, 155_000, 157_500)


def test_what_is_left_out_is_told_with_its_reason(take):
    told = take(*ELEVEN, *LEFT_OUT).stdout
    for reason in (
        "1 applications, employer not known here",
        "1 applications, no role fits the title",
        "1 applications, paid by the hour, not the year",
        "1 applications, the wage is no yearly amount",
    ):
        assert f"left out: {reason}" in told


def test_states_and_quarters_are_told_apart(take, data):
    later = datetime.date(2024, 9, 30)
    rows = [row | {"WORKSITE_STATE": "WA", "DECISION_DATE": later} for row in ELEVEN]
    assert take(*ELEVEN, *rows).exit_code == 0
    assert [(filing["state"], filing["n"]) for filing in _filings(data)] == [("CA", 11), ("US", 22), ("WA", 11)]
    assert {filing["period"] for filing in _filings(data)} == {"FY2024, quarters 1 to 4"}


def test_an_employer_is_known_by_the_names_it_files_under_and_not_by_its_products(take, data):
    company = data / "companies/okta.yml"
    company.write_text(company.read_text("utf-8") + "filed_as: [Okta Services America]\n", encoding="utf-8")
    rows = [row | {"EMPLOYER_NAME": "Okta Services America, LLC"} for row in ELEVEN]
    assert take(*rows, *[row | {"EMPLOYER_NAME": "AUTH0 INC"} for row in ELEVEN]).exit_code == 0
    assert {filing["n"] for filing in _filings(data)} == {11}


def test_postings_stay_when_filings_come_in(take, data):
    before = yaml.safe_load((data / "evidence/okta.yml").read_text("utf-8"))["postings"]
    take(*ELEVEN)
    assert yaml.safe_load((data / "evidence/okta.yml").read_text("utf-8"))["postings"] == before


@pytest.mark.parametrize(
    ("rows", "columns", "words"),
    [
        (
            ELEVEN,
            [name for name in COLUMNS if name not in {WAGE, "VISA_CLASS"}],
            f"lacks the columns VISA_CLASS, {WAGE}",
        ),
        ([], COLUMNS, "no certified H-1B application is paid by the year (it has none at all)"),
        (
            [_application(WAGE_UNIT_OF_PAY="Hour"), _application(WAGE_UNIT_OF_PAY="Month")],
            COLUMNS,
            "no certified H-1B application is paid by the year (1 paid by the ",
        ),
        ([_application(DECISION_DATE="soon")], COLUMNS, "`DECISION_DATE` holds what is no day ('soon')"),
    ],
    ids=["missing columns", "header only", "other units", "no day"],
)
def test_a_file_that_says_nothing_is_refused_and_changes_nothing(rows, columns, words, take, data):
    before = (data / "evidence/okta.yml").read_bytes()
    done = take(*rows, columns=columns)
    assert done.exit_code == 1
    assert words in done.stderr
    assert (data / "evidence/okta.yml").read_bytes() == before


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("lca.txt", b"a,b\n", "lca.txt: neither .csv nor .xlsx"),
        ("lca.xlsx", b"CASE_STATUS,VISA_CLASS\n", "it is called .xlsx but is none"),
        ("lca.csv", b"PK\x03\x04...", "it is called .csv but is packed; a sheet is called .xlsx"),
        ("lca.csv", b"", "lca.csv: the file is empty"),
        ("lca.xlsx", b"", "lca.xlsx: the file is empty"),
        ("lca.xlsx", b"PK\x03\x04 half a file", "it is called .xlsx but is none"),
        ("lca.csv", b"\xff\xfe\x00\n\xff", "it cannot be read as CSV"),
    ],
)
def test_a_file_that_is_none_is_told_plainly(name, content, words, run_lca, tmp_path):
    path = tmp_path / name
    path.write_bytes(content)
    done = run_lca(path)
    assert done.exit_code == 1, done.output
    assert words in done.stderr
    assert "Traceback" not in done.output


def test_a_sheet_cut_short_and_an_archive_of_something_else_are_refused(run_lca, tmp_path):
    whole, cut, other = (tmp_path / name for name in ("whole.xlsx", "cut.xlsx", "other.xlsx"))
    _xlsx(whole, COLUMNS, ELEVEN)
    cut.write_bytes(whole.read_bytes()[:2000])
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("letter.txt", "no sheet")
    for path in (cut, other):
        done = run_lca(path)
        assert done.exit_code == 1
        assert f"{path.name}: it is called .xlsx but is none" in done.stderr


def test_a_file_that_is_not_there_is_told(run_lca, tmp_path):
    done = run_lca(tmp_path / "none.xlsx")
    assert done.exit_code == 2
    assert "does not exist" in done.stderr
