"""The whole of the shipped data: it builds strictly, its links lead somewhere, its figures have their sources."""

import csv
import html
import random
import re
from collections import defaultdict
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
import yaml

from guidebook import project
from guidebook.money import CODES, Money, text

ROOT = Path(__file__).resolve().parent.parent
CURRENCY = "|".join([rf"\b{code}\s?" for code in sorted(CODES)] + [r"[A-Z]{0,2}[$£€₹₪₩¥]"])
AMOUNT = re.compile(rf"(?=[A-Z$£€₹₪₩¥])(?:{CURRENCY})[0-9][0-9,.]*(?:K|M|L|Cr)?\b")
CITED = re.compile(
    r'href="https://|href="?#(?:s[0-9]+|postings)\b|rights/#right-|<i class=(?:posted|filed|reported|estimated)\b'
)
SEED = 20261123
MOST_BYTES = 30_000
MANY_POSTINGS = 40


@pytest.fixture(scope="module")
def shipped(run, tmp_path_factory):
    """The site of all of the shipped data, built strictly."""
    folder = tmp_path_factory.mktemp("shipped") / "site"
    done = run("mkdocs", "build", "--strict", "--site-dir", folder)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="module")
def texts(shipped):
    """Every page; that of a guide with its call sheet in the place of the frame."""
    found = {path.relative_to(shipped).as_posix(): path.read_text("utf-8") for path in shipped.rglob("*.html")}
    for name in [name for name in found if name.endswith("/sheet.html")]:
        sheet = re.search(r"<section.*</section>", found.pop(name), re.DOTALL)[0]
        page = name.replace("sheet.html", "index.html")
        found[page] = re.sub("<iframe[^>]*></iframe>", lambda _: sheet, found[page])  # noqa: B023  used at once
    return found


@pytest.fixture(scope="module")
def catalogue():
    return project.open_site(ROOT / "data").site.catalogue


def test_there_are_guides_for_many_companies(catalogue):
    assert len(catalogue.guides) >= 850
    assert len(catalogue.by_company) >= 280


def test_an_employer_under_rules_of_its_own_is_shown_no_law_of_states(texts):
    pages = [text for name, text in texts.items() if name.startswith("guides/us-federal-government/")]
    assert len(pages) >= 3
    assert not [page for page in pages if "rights/#right-" in page or "Your rights here" in page]


def test_a_guide_of_filings_alone_has_the_law_of_their_states(texts):
    page = texts["guides/microsoft/software-engineer/index.html"]
    assert "<th scope=row>WA</th>" in page
    assert "rights/#right-us-wa" in page
    assert "rights/#right-us-co" not in page


def test_no_page_of_a_guide_is_heavy_but_for_its_postings(shipped):
    """A page of more than 30 KB is one with more than 40 postings, which are folded; else its texts are too long."""
    heavy, folded = [], 0
    for path in sorted(shipped.glob("guides/*/*/index.html")):
        if path.stat().st_size > MOST_BYTES:
            page = path.read_text(encoding="utf-8")
            closed = re.search(r'<details class=g-postings id="postings">(.*?)</details>', page, re.DOTALL)
            if closed and closed[1].count("<a ") > MANY_POSTINGS:
                folded += 1
            else:
                heavy.append((path.parent.relative_to(shipped).as_posix(), path.stat().st_size))
    assert heavy == []
    assert folded > 0


def test_places_without_a_law_that_helps_stand_in_one_line(texts):
    page = texts["guides/iodine-software/devops-engineer/index.html"]
    assert re.search(r'<dd><b><a href="[^"]*#right-us-tx">.*#right-us">United States \(federal\)</a></b></dd>', page)


def test_a_silent_law_is_left_out_where_that_of_a_narrower_place_says_something(texts):
    page = texts["guides/uber/senior-software-engineer/index.html"]
    assert "#right-us-ca" in page
    assert '#right-us"' not in page
    assert '#right-us"' in texts["guides/anthropic/staff-software-engineer/index.html"], "which names remote work"


def test_no_heading_of_a_guide_stands_over_nothing_and_each_rests_on_something(texts):
    bare = []
    for name, page in texts.items():
        if name.startswith("guides/"):
            bare += [(name, heading) for heading in re.findall(r'<h2 id="?([^" >]+)"?>[^<]*</h2>\s*(?=<h2)', page)]
            status = re.search(r"<p class=g-status>([^<]*)", page)[1]
            if not re.match(r"[1-9][0-9,]* citations? · .*base [a-z]", status):
                bare.append((name, status))
    assert bare == []


def test_every_link_leads_to_a_page(texts, shipped):
    files = [path.relative_to(shipped).as_posix() for path in shipped.rglob("*") if path.is_file()]
    addresses = {name.removesuffix("index.html") for name in files}
    dead = set()
    for name, page in texts.items():
        if name == "404.html":  # the server may show it at any address, so its links are absolute
            continue
        here = f"https://site.example/{name.removesuffix('index.html')}"
        for target in re.findall(r'<a[^>]* href="(\.\.?(?:/[^"#?]*)?)', page):
            there = urlsplit(urljoin(here, target)).path.lstrip("/")
            if there not in addresses and f"{there}/" not in addresses:
                dead.add((name, target))
    assert sorted(dead)[:10] == []


def test_every_amount_of_a_guide_rests_on_a_source_of_its_page(texts):
    """A piece names what its amounts rest on, or repeats amounts of such a piece, or asks for one between them.

    Each row and lever is a piece of its own, and so is the text of a section with the note below it.
    A difference of two amounts that are cited counts as cited.
    """
    bare = []
    for name, page in texts.items():
        if name.startswith("guides/"):
            pieces = [(piece, _values(piece)) for part in _parts(page) for piece in _pieces(part)]
            known = {value for piece, values in pieces if values and CITED.search(piece) for value in values}
            for piece, values in pieces:
                stray = set(values) - known if values and not CITED.search(piece) else ()
                stray = {value for value in stray if not known or not min(known) <= value <= max(known)}
                gaps = {abs(one - other) for one in known for other in known} if stray else set()
                bare += [(name, value) for value in stray - gaps]
    assert bare == []


def test_every_amount_of_an_authored_page_is_an_example_or_has_its_source(texts):
    """On pages written by hand an amount stands in a box that calls it made-up, in code, or beside its source."""
    bare, walked = [], 0
    for name, page in texts.items():
        if name == "index.html" or name.startswith(("prepare/", "negotiate/", "about/", "contribute/")):
            article = page.partition("<article")[2].partition("</article>")[0]
            boxes = re.findall(r'<div class="admonition example">.*?</div>', article, re.DOTALL)
            walked += sum(bool(_values(box)) for box in boxes)
            bare += [(name, box[:200]) for box in boxes if _values(box) and "made-up" not in box]
            for piece in [*boxes, *re.findall(r"<(?:code|pre)[ >].*?</(?:code|pre)>", article, re.DOTALL)]:
                article = article.replace(piece, "")
            rows = [row for part in re.split(r"(?=<h2 )", article) for row in _rows(part) if "scope=col" not in row]
            rows = [row for row in rows if "pay, like " not in row]  # how a field is written
            bare += [(name, row[:200]) for row in rows if _values(row) and not CITED.search(row)]
    assert bare == []
    assert walked >= 10


@pytest.mark.parametrize(
    ("words", "values"),
    [
        ("from $185K to £75,000", [185_000, 75_000]),
        ("JPY 8.8M, ¥9,000 or CHF 120K", [8_800_000, 9_000, 120_000]),
        ("₹20L, ₹1.2Cr, S$245,000, KRW 90M", [2_000_000, 12_000_000, 245_000, 90_000_000]),
        ("MTS 2, GS-13, the 40 of FY2024, AFR 2", []),
    ],
)
def test_the_walk_sees_each_form_of_an_amount(words, values):
    assert _values(words) == values


def test_every_amount_of_a_list_of_guides_has_its_basis_or_the_guide_it_is_from(texts):
    bare = []
    for name, page in texts.items():
        if name.startswith(("companies/", "roles/", "regions/", "levers/")):
            rows = [row for part in _parts(page) for row in _rows(part)]
            rows = [row for row in rows if "scope=col" not in row]  # its ends are those of the chart's scale
            bare += [name for row in rows if _values(row) and not CITED.search(row) and "guides/" not in row]
    assert bare == []


def _parts(page):
    return re.split(r"(?=<h2 )", page.partition("<article")[2].partition("</article>")[0])


def _pieces(part):
    """What of a part has a source of its own: rows, levers, and the rest between them.

    A table of filings has one source for all of it, named below it.
    """
    blocks = re.split(r"(?=<details)|(?<=</details>)|(?=<div class=g-scroll)", part)
    for block in blocks:
        if "filings-caption" in block:
            yield block
        else:
            rows = re.split(r"(?=<tr[ >])|(?<=</tr>)", block)
            yield from (row for row in rows if "scope=col" not in row)  # its ends are those of the bars' scale


def _rows(part):
    """The rows of a part; a table of the market has one source for all of it, named below it."""
    return re.split(r"(?=<details)" if "market-caption" in part else r"(?=<tr[ >])|(?=<li[ >])", part)


def _values(part):
    """The amounts that a part shows, as plain numbers."""
    words = html.unescape(re.sub(r"<[^>]+>", " ", part))
    amounts = [amount.rstrip(",.") for amount in AMOUNT.findall(words)]
    found = [re.fullmatch(r".*?([0-9][0-9,]*(?:\.[0-9]+)?)(K|L|M|Cr)?", amount) for amount in amounts]
    scale = {"": 1, "K": 1_000, "L": 100_000, "M": 1_000_000, "Cr": 10_000_000}
    return [round(float(match[1].replace(",", "")) * scale[match[2] or ""]) for match in found if match]


def _drawn(catalogue):
    posted = sorted(name for name, guide in catalogue.guides.items() if catalogue.postings(guide.company, guide.role))
    drawn = random.Random(SEED).sample([name for name in posted if not catalogue.guides[name].pay], 10)
    return sorted(drawn)


def test_ten_drawn_guides_show_what_the_evidence_says(catalogue, texts):
    for name in _drawn(catalogue):
        company, role = name.split("/")
        evidence = yaml.safe_load((ROOT / "data/evidence" / f"{company}.yml").read_text("utf-8"))
        rows = [row for row in evidence["postings"] if row["role"] == role]
        groups = defaultdict(list)
        for row in rows:
            for region in row["regions"]:
                groups[region, row["level"]].append(row)
        page = html.unescape(texts[f"guides/{name}/index.html"])
        for found in groups.values():
            assert f"{len(found)} posting" in page, name
            assert _day(max(row["seen"] for row in found)) in page, name
        for row in rows:
            assert html.unescape(row["base"]) in page, (name, row["base"])
            assert row["url"] in page, name


def _day(value):
    year, month, day = str(value).split("-")
    months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()  # noqa: SIM905
    return f"{int(day)} {months[int(month) - 1]} {year}"


def test_an_import_of_what_is_there_changes_nothing(run, catalogue, tmp_path, sample):
    """The evidence, written as a CSV and brought in again, is added nowhere and updated nowhere."""
    path = tmp_path / "again.csv"
    columns = "company role level title location regions currency low high period seen url via".split()  # noqa: SIM905
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(columns)
        for posting in catalogue.evidence["okta"].postings:
            band = posting.base
            assert isinstance(band, Money), text(band)
            writer.writerow(
                ["okta", posting.role, posting.level, posting.title, posting.place, ";".join(posting.regions),
                 band.currency, band.low, band.high, "year", posting.seen, posting.url, posting.via]
            )  # fmt: skip
    before = (sample / "evidence/okta.yml").read_bytes()
    done = run("guidebook", "evidence", "import", path, "--data", sample)
    assert done.returncode == 0, done.stdout + done.stderr
    assert " 0 added, 0 updated" in done.stderr
    assert (sample / "evidence/okta.yml").read_bytes() == before
