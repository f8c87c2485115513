"""Bringing evidence in: what is taken, what is told, and that nothing is lost or doubled."""

import contextlib
import csv
from pathlib import Path
from types import SimpleNamespace

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


@pytest.fixture
def data(tmp_path):
    return copy_sample(tmp_path / "data")


@pytest.fixture
def take(data, tmp_path):
    """Write rows as a CSV, import them, and give the outcome."""

    def take(*rows, columns=COLUMNS):
        path = tmp_path / "rows.csv"
        with path.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.DictWriter(stream, columns, extrasaction="ignore")
            writer.writeheader()
            writer.writerows(rows)
        return CliRunner().invoke(main, ["evidence", "import", str(path), "--data", str(data)])

    return take


@pytest.fixture
def bring(data, tmp_path):
    """Import a file of these very bytes."""

    def bring(content):
        path = tmp_path / "rows.csv"
        with open(path, "wb") as stream:  # noqa: PTH123  a test stands in for Path.open
            stream.write(content)
        return CliRunner().invoke(main, ["evidence", "import", str(path), "--data", str(data)])

    return bring


def _postings(data, title=GOOD["title"], company="okta"):
    found = yaml.safe_load((data / f"evidence/{company}.yml").read_text("utf-8"))["postings"]
    return [posting for posting in found if posting["title"] == title]


def test_a_posting_is_added_once(take, data):
    done = take(GOOD, GOOD)
    assert done.exit_code == 0
    assert "given twice: rows.csv:3: the same posting as on line 2" in done.stdout
    assert take(GOOD).exit_code == 0
    (posting,) = _postings(data)
    assert (posting["base"], posting["seen"], posting["regions"]) == ("$100K–$150K", "2026-08-01", ["chicago"])  # noqa: RUF001


def test_comments_that_an_import_drops_are_told(take, data):
    assert "comments gone" not in take(GOOD).stdout
    file = data / "evidence/okta.yml"
    text = file.read_text("utf-8")
    file.write_text(text.replace("postings:", "postings:  # checked by hand", 1), "utf-8")
    assert "comments gone" not in take(GOOD).stdout
    done = take(GOOD | {"low": "110000"})
    assert "comments gone: okta: its file was written anew, without its comments" in done.stdout
    assert "checked by hand" not in file.read_text("utf-8")


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
        ({"company": "oktta"}, "there is no company `oktta`; add `companies/oktta.yml` first, or did you mean `okta`?"),
        ({"role": "devop-engineer"}, "add `roles/devop-engineer.yml` first, or did you mean `devops-engineer`?"),
        ({"regions": "chicgo"}, "add `chicgo` to `regions.yml` first, or did you mean `chicago`?"),
        ({"company": "Okta"}, "there is no company `Okta`; did you mean `okta`?"),
        ({"role": "SRE"}, "there is no role `SRE`; did you mean `devops-engineer`?"),
        ({"regions": "Chicago"}, "there is no region `Chicago`; did you mean `chicago`?"),
        ({"regions": "zodiac"}, "there is no region `zodiac`; add `zodiac` to `regions.yml` first"),
        ({"regions": "zurich"}, "there is no region `zurich`; add `zurich` to `regions.yml` first"),
        ({"currency": "DOL"}, "`DOL` is not a currency known here"),
        ({"low": "160000"}, "the low end 160000 is above the high end 150000"),
        ({"low": "100K"}, "`low`: `100K` is not in whole numbers; write `100000`"),
        ({"low": "$100,000"}, "`low`: `$100,000` is not in whole numbers; write `100000`"),
        ({"low": "100.000"}, "`low`: `100.000` is not in whole numbers; write `100000`"),
        ({"low": "much"}, "`low`: `much` is not in whole numbers; write whole units of the currency"),
        ({"high": ""}, "`high` is empty; write it"),
        ({"currency": "usd"}, "write it in capitals, `USD`"),
        ({"regions": "chicago, seattle"}, "is joined by commas; join with `;`"),
        ({"high": "900000"}, "is no band of one opening"),
        ({"low": "165", "high": "225"}, "a year; write thousands out, like `165000`"),
        ({"currency": "GBP", "low": "98000000", "high": "98000000"}, "nobody is paid a base of £98M a year; is there"),
        ({"period": "hour"}, "the pay is for a `hour`"),
        ({"seen": "2026-12-24"}, "a day to come"),
        ({"seen": "2023-01-01"}, "seen on 2023-01-01, 36 months ago or more; find newer"),
        ({"seen": "24.12.2025"}, "is not a day"),
        ({"url": "http://jobs.example/1"}, "is not an https:// address"),
        ({"title": "<b>Engineer</b>"}, "HTML"),
        ({"level": "chief"}, "`level`: `chief` is not one of the words allowed; "),
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


def test_a_hundred_thousand_lines_come_in_with_progress(take, data, monkeypatch):
    shown = []
    monkeypatch.setattr("guidebook.evidence.cli.click.progressbar", _bar(shown))
    rows = [
        GOOD | {"url": f"https://jobs.example/{number % 2_500}", "low": "160000" if number % 1_000 == 7 else "100000"}
        for number in range(100_000)
    ]
    done = take(*rows)
    assert "100000 lines read: 2500 added, 0 updated, 0 as before, 100 left out" in done.stderr
    assert done.stdout.count("rows.csv:9: the low end 160000 is above the high end 150000") == 1
    assert sum(shown) == 100_000
    assert len(_postings(data)) == 2_500


def test_more_than_a_file_may_hold_is_not_written(take, data):
    """A file beyond the reader's limit would make the whole folder unreadable."""
    before = (data / "evidence/okta.yml").read_bytes()
    done = take(*[GOOD | {"url": f"https://jobs.example/{number}"} for number in range(6_000)])
    assert done.exit_code == 1
    assert "left out: okta: 60" in done.stdout
    assert "and a file may have 1,048,576; nothing of it was written" in done.stdout
    assert " 0 added" in done.stderr
    assert (data / "evidence/okta.yml").read_bytes() == before


def _bar(shown):
    """A progress bar that notes what it is told; the real one is drawn on a terminal alone."""

    @contextlib.contextmanager
    def bar(length, **_options):
        assert length == 100_001
        yield SimpleNamespace(update=shown.append)

    return bar


def test_one_posting_given_twice_with_two_bands_is_told(take, data):
    done = take(GOOD, GOOD | {"low": "120000"})
    assert "rows.csv:3: the posting of line 2, seen on the same day, has another band" in done.stdout
    assert "$100K–$150K and $120K–$150K; keep the right one" in done.stdout  # noqa: RUF001
    assert done.exit_code == 1
    (posting,) = _postings(data)
    assert posting["base"] == "$100K–$150K"  # noqa: RUF001


HEAD = ",".join(COLUMNS)
LINE = ",".join(GOOD.values())


@pytest.mark.parametrize(
    "content",
    [
        f"\ufeff{HEAD}\n{LINE}\n".encode(),
        f"{HEAD}\r\n{LINE}\r\n".encode(),
        f"{HEAD}\n\n{LINE}".encode(),
        f"{HEAD},note\n{LINE},a column more\n".encode(),
        f"{HEAD},,\n{LINE},,\n".encode(),
        f"sep=,\n{HEAD}\n{LINE}\n".encode(),
        f"\r\n,,\r\n{HEAD}\r\n{LINE}\r\n".encode(),
        f"{HEAD.replace(',', ', ')} \n{LINE}\n".encode(),
    ],
    ids=[
        "BOM",
        "CRLF",
        "blank line, no last newline",
        "a column more",
        "columns without a name",
        "sep",
        "blank",
        "spaces",
    ],
)
def test_the_ways_in_which_programs_write_csv_are_read(content, bring, data):
    done = bring(content)
    assert done.exit_code == 0, done.output
    assert len(_postings(data)) == 1


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "rows.csv: it is empty; its first line names the columns company"),
        (HEAD.replace("company", "Company").encode() + b"\n", "its column `Company` should be `company`; rename it"),
        (f"{HEAD},low\n{LINE},90000\n".encode(), "rows.csv:1: the column `low` stands twice; keep one of the two"),
        (HEAD.replace(",", ";").encode() + b"\n", "rows.csv:1: its cells are parted by `;`; save it with commas"),
        (HEAD.replace(",", "\t").encode() + b"\n", "its cells are parted by tabs"),
        (f"{HEAD}\n{LINE}\n".replace("Clock", "Café").encode("latin-1"), "rows.csv:2: it is no CSV in UTF-8"),
        (b"PK\x03\x04\x00\x00\xff", "it is a workbook"),
    ],
    ids=["empty", "capitals", "twice", "semicolons", "tabs", "Latin-1", "a sheet"],
)
def test_a_file_that_is_no_csv_of_postings_is_refused_whole(content, words, bring, data):
    before = (data / "evidence/okta.yml").read_bytes()
    done = bring(content)
    assert done.exit_code == 1
    assert words in done.stderr
    assert (data / "evidence/okta.yml").read_bytes() == before


def test_a_header_alone_changes_nothing_and_says_so(bring):
    done = bring(f"{HEAD}\n".encode())
    assert done.exit_code == 0
    assert "it has no lines below its first, so nothing changed" in done.stderr


@pytest.mark.parametrize(
    "after",
    ["", ', "and so on"', '"', '",a cell', ' "quoted" word', '"",'],
    ids=["none", "opened later", "closed later", "closed, a cell more", "a word in quotes", "two quotes"],
)
def test_quotes_that_do_not_match_cost_their_own_line_alone(after, bring, data):
    """The next quote, or the end of the file, may stand hundreds of lines below the one that was not closed."""
    broken = LINE.replace("Senior Clock", '"Open Clock')
    good = [LINE.replace("jobs.example/1", f"jobs.example/{number}") for number in range(10, 510)]
    good[400] = good[400].replace("Chicago", f"Chicago{after}")
    done = bring("\n".join([HEAD, LINE, broken, *good]).encode())
    told = [line for line in done.stdout.splitlines() if line.startswith("left out: ")]
    assert done.exit_code == 1
    assert told[0].startswith("left out: rows.csv:3: its quotes do not match")
    assert len(told) == 1 + (len(good) + 1 - len(_postings(data)))
    assert len(told) <= 2
    assert f"502 lines read: {502 - len(told)} added, 0 updated, 0 as before, {len(told)} left out" in done.stderr


def test_a_cell_of_several_lines_is_one_cell(bring, data):
    done = bring(f"sep=,\n{HEAD}\n{LINE}\n".replace("Chicago", '"Chicago,\nLoop"').encode())
    assert done.exit_code == 0, done.output
    assert _postings(data)[0]["place"] == "Chicago, Loop"


def test_a_folder_and_a_file_that_is_not_there_are_told(data, tmp_path):
    for path, words in ((tmp_path, "is a directory"), (tmp_path / "none.csv", "does not exist")):
        done = CliRunner().invoke(main, ["evidence", "import", str(path), "--data", str(data)])
        assert done.exit_code == 2
        assert words in done.stderr


@pytest.mark.parametrize("opens", [0, 1], ids=["counting", "reading"])
def test_a_file_that_cannot_be_read_is_told(opens, bring, monkeypatch):
    """The tests may run as root, who may read everything, so the refusal is made here."""
    real, seen = Path.open, []

    def refuse(path, *args, **kwargs):
        if path.name == "rows.csv" and "w" not in (args[0] if args else ""):
            seen.append(path)
            if len(seen) > opens:
                raise PermissionError(13, "Permission denied")
        return real(path, *args, **kwargs)

    monkeypatch.setattr(Path, "open", refuse)
    done = bring(f"{HEAD}\n{LINE}\n".encode())
    assert done.exit_code == 1
    assert "rows.csv: it cannot be read (Permission denied)" in done.stderr


def test_guides_are_started_where_there_is_evidence(take, data):
    take(GOOD | {"role": "product-designer"})
    done = CliRunner().invoke(main, ["evidence", "guides", "--data", str(data)])
    assert "okta/product-designer.yml" in done.stdout
    assert CliRunner().invoke(main, ["check", "--data", str(data)]).exit_code == 0
