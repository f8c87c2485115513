"""The shape of the JSON is a contract: schemas, OpenAPI, golden documents, the same figures as the pages, the feed."""

import copy
import datetime
import difflib
import json
import os
import re
from itertools import pairwise
from pathlib import Path
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree as ET

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from openapi_spec_validator import OpenAPIV31SpecValidator

from conftest import copy_sample
from guidebook import project
from guidebook.api import export
from guidebook.api.documents import document_text, view_text
from guidebook.api.guide import guide_document
from guidebook.api.kinds import KINDS, VERSION
from guidebook.enrich import guide as guides
from guidebook.model.base import Basis
from guidebook.money import FORMS, parse, text
from guidebook.render import Renderer

GOLDEN = Path(__file__).resolve().parent / "golden-api"
DOCUMENTS = (
    "guides/midjourney/devops-engineer.json", "guides/okta/devops-engineer.json", "companies/monzo.json",
    "levers/competing-written-offer.json", "regions/singapore.json", "rates.json", "index.json",
)  # fmt: skip
ATOM = "{http://www.w3.org/2005/Atom}"
DAY_LATER = "1795478400"


@pytest.fixture(scope="module")
def found(site):
    """Every JSON file under `api/v1/`, by its address there."""
    top = site / "api" / "v1"
    return {path.relative_to(top).as_posix(): path.read_text(encoding="utf-8") for path in sorted(top.rglob("*.json"))}


@pytest.fixture(scope="module")
def documents(found):
    """Every document by its address; schemas and the OpenAPI file are none."""
    return {name: json.loads(words) for name, words in found.items() if not name.startswith(("schema/", "openapi"))}


def _closed(schema):
    """The schema with no room for a field that it does not name."""
    closed = copy.deepcopy(schema)
    for part in (closed, *closed.get("$defs", {}).values()):
        if "properties" in part:
            assert sorted(part["required"]) == sorted(part["properties"])
            part["additionalProperties"] = False
    return closed


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_document_has_the_shape_of_its_kind(kind, documents):
    schema = _closed(export.schemas()[kind.name])
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema, format_checker=FormatChecker())
    mine = {name: document for name, document in documents.items() if document["kind"] == kind.name}
    assert mine
    pattern = re.sub(r"\\\{\w+\\\}", "[a-z0-9-]+", re.escape(kind.address))
    assert [name for name in mine if not re.fullmatch(pattern, name)] == []
    wrong = [(name, error.message) for name, document in mine.items() for error in validator.iter_errors(document)]
    assert wrong == []


def test_a_schema_refuses_what_is_not_its_shape(documents):
    document = copy.deepcopy(documents["guides/okta/devops-engineer.json"])
    document["pay"][0]["base"]["low"] = "185000"
    document["pay"][0]["basis"] = "guessed"
    document["strategy"]["openings"][0]["say"] = [{"text": "words"}]
    validator = Draft202012Validator(_closed(export.schemas()["guide"]))
    paths = {tuple(error.absolute_path)[:3] for error in validator.iter_errors(document)}
    assert paths == {("pay", 0, "base"), ("pay", 0, "basis"), ("strategy",)}


def test_the_schemas_of_the_site_are_the_definitions(found):
    assert {kind.name for kind in KINDS} == {Path(name).stem for name in found if name.startswith("schema/")}
    for kind in KINDS:
        assert json.loads(found[f"schema/{kind.name}.json"]) == export.schemas()[kind.name]


def test_openapi_is_accepted_by_a_public_validator(found):
    description = json.loads(found["openapi.json"])
    assert [error.message for error in OpenAPIV31SpecValidator(description).iter_errors()] == []
    assert set(description["paths"]) == {f"/api/v1/{kind.address}" for kind in KINDS}
    assert description["servers"] == [{"url": "https://negotiation-guide.example/"}]


def test_every_file_is_described(documents):
    described = {line["kind"] for line in documents["index.json"]["documents"]}
    assert described == {document["kind"] for document in documents.values()} == {kind.name for kind in KINDS}


@pytest.mark.parametrize("name", [*DOCUMENTS, "openapi.json"])
def test_document_is_golden(name, found):
    shown = json.dumps(json.loads(found[name]), indent=1, ensure_ascii=False) + "\n"
    golden = GOLDEN / name.replace("/", "--")
    if os.environ.get("GOLDEN") == "write":
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(shown, encoding="utf-8")
    wanted = golden.read_text(encoding="utf-8") if golden.exists() else ""
    if shown != wanted:
        changes = "\n".join(difflib.unified_diff(wanted.splitlines(), shown.splitlines(), n=0, lineterm=""))
        pytest.fail(f"{changes}\nIf the shape changed, say so in docs/api/changelog.md and in VERSION.")


def test_the_changelog_begins_with_the_version(root):
    versions = re.findall(r"^## (\S+)$", (root / "docs/api/changelog.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert versions[0] == VERSION
    assert VERSION.split(".")[0] == "1"


def test_the_page_names_every_document(root):
    page = (root / "docs/api/index.md").read_text(encoding="utf-8")
    assert [kind.name for kind in KINDS if f"`api/v1/{kind.address}`" not in page] == []


def test_the_shapes_on_the_page_are_those_of_the_schema(root):
    page = (root / "docs/api/index.md").read_text(encoding="utf-8")
    shown, script = (block.strip() for block in re.findall(r"```json\n(.+?)```", page, re.DOTALL))
    definitions = export.schemas()["guide"]["$defs"]
    amount = {"anyOf": [_closed(definitions[name]) for name in ("Money", "Percent", "Nothing", "Unknown")]}
    for line in shown.splitlines():
        Draft202012Validator(amount).validate(json.loads(line))
        assert text(parse(json.loads(line)["text"])) == json.loads(line)["text"]
    say = {**definitions["GuideLever"]["properties"]["say"], "$defs": definitions}
    Draft202012Validator(say).validate(json.loads(script))


def _amounts(value):
    """Every amount in a document, in its order."""
    if isinstance(value, dict):
        if "text" in value and {"currency", "low_percent", "none", "disclosed"} & value.keys():
            yield value
            return
        value = list(value.values())
    for part in value if isinstance(value, list) else ():
        yield from _amounts(part)


def test_every_amount_is_what_its_text_says(documents):
    amounts = [amount for document in documents.values() for amount in _amounts(document)]
    assert len(amounts) > 1000, FORMS
    for amount in amounts:
        read = parse(amount["text"])
        assert [getattr(read, name) for name in ("currency", "low", "high", "open") if name in amount] == [
            amount[name] for name in ("currency", "low", "high", "open") if name in amount
        ]


def test_pay_of_a_document_stands_on_its_page_in_the_same_order(documents, pages):
    read = [document for document in documents.values() if document["kind"] == "guide"]
    assert len(read) > 50
    for document in read:
        page = pages[document["page"]]
        table = next(table for table in page.iter("table") if "g-pay" in table.get("class", ""))
        rows = [" ".join("".join(row.itertext()).split()) for row in table.iter("tr") if not row.get("class")][1:]
        assert len(rows) == len(document["pay"])
        for row, pay in zip(rows, document["pay"], strict=True):
            assert pay["base"]["text"] in row
            assert pay["basis"] in row
        article = " ".join("".join(page.find(".//article").itertext()).split())
        assert [posting["url"] for posting in document["postings"]] == [
            link.get("href") for link in page.findall(".//details[@id='postings']//a")
        ]
        for lever in document["levers"]:
            words = "".join(part if isinstance(part, str) else part["text"] for part in lever["say"])
            assert " ".join(words.split()) in article


def test_every_figure_of_a_guide_has_its_basis_source_and_day(documents):
    bases = set(Basis.__args__)
    for document in documents.values():
        if document["kind"] != "guide":
            continue
        numbers = {source["number"] for source in document["sources"]}
        postings = {posting["number"] for posting in document["postings"]}
        for row in document["pay"]:
            assert row["basis"] in bases
            assert set(row["sources"]) <= numbers
            assert set(row["postings"]) <= postings
            assert row["sources"] or row["postings"] or row["unconfirmed"], document["id"]
            assert row["as_of"], document["id"]
        assert all(figure["source"] and figure["basis"] for figure in (*document["filings"], *document["market"]))
        assert all(posting["seen"] and posting["url"].startswith("https:") for posting in document["postings"])


def test_a_blank_is_never_words(documents):
    scripts = [lever[name] for document in documents.values() if document["kind"] == "guide"
               for lever in document["levers"] for name in ("say", "because", "if_no")]  # fmt: skip
    blanks = [part for script in scripts for part in script if isinstance(part, dict)]
    assert {blank["blank"] for blank in blanks} >= {"proof", "amount"}
    assert not any("{" in part for script in scripts for part in script if isinstance(part, str))


def test_each_page_of_data_links_to_its_own_document(pages, site):
    linked = {}
    for address, page in pages.items():
        found = [link.get("href") for link in page.iter("link") if link.get("type") == "application/json"]
        if found:
            assert len(found) == 1
            linked[address] = urljoin(f"https://site/{address}", found[0]).removeprefix("https://site/")
    for address, document in linked.items():
        content = json.loads((site / document).read_text(encoding="utf-8"))
        assert content.get("page", address) == address
    kinds = {address.split("/")[0] for address in linked}
    assert kinds == {"", "guides", "companies", "roles", "regions", "levers", "rights", "freshness"}
    others = ("404.html", "about/", "api/", "compare/", "contribute/", "negotiate/", "prepare/")
    assert [address for address in pages if address not in linked and not address.startswith(others)] == []
    for address in (address for address in linked if address.startswith("guides/")):
        shown = [a.get("href") for a in pages[address].find(".//article").iter("a") if "".join(a.itertext()) == "JSON"]
        assert [urljoin(f"https://site/{address}", href) for href in shown] == [f"https://site/{linked[address]}"]


def test_a_document_can_be_made_beside_its_page(sample, found):
    opened = project.open_site(sample).site
    view = guides.view(opened.catalogue, "okta/devops-engineer")
    assert document_text(guide_document(view, opened.catalogue)) == found["guides/okta/devops-engineer.json"]


def test_a_company_called_index_is_refused(tmp_path, run):
    data = copy_sample(tmp_path / "data")
    (data / "companies" / "index.yml").write_text("name: Index\n", encoding="utf-8")
    done = run("guidebook", "check", "--data", data)
    assert done.returncode == 1
    assert "companies/index.yml:1:1: `index` cannot be an address; it is the list of them all" in done.stdout


@pytest.fixture(scope="module")
def feed(site):
    return ET.parse(site / "feed.xml").getroot()


def test_feed_is_valid_atom(feed):
    assert feed.tag == f"{ATOM}feed"
    for holder in (feed, *feed.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(holder.findall(f"{ATOM}{name}")) == 1
            assert holder.findtext(f"{ATOM}{name}").strip()
        day = holder.findtext(f"{ATOM}updated")
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", day)
        assert datetime.datetime.fromisoformat(day)
        assert re.fullmatch(r"tag:[a-z0-9.-]+,\d{4}:[a-z0-9/-]+", holder.findtext(f"{ATOM}id"))
        kinds = [(link.get("rel"), link.get("type")) for link in holder.findall(f"{ATOM}link")]
        assert len(kinds) == len(set(kinds))
        assert all(link.get("href").startswith("https://") for link in holder.findall(f"{ATOM}link"))
    assert feed.find(f"{ATOM}author/{ATOM}name").text
    assert feed.find(f"{ATOM}link[@rel='self']").get("href") == "https://negotiation-guide.example/feed.xml"


def test_feed_holds_the_newest_guides_and_their_own_days(feed, documents, pages):
    entries = feed.findall(f"{ATOM}entry")
    assert len(entries) == 50
    assert len({entry.findtext(f"{ATOM}id") for entry in entries}) == 50
    days = [entry.findtext(f"{ATOM}updated")[:10] for entry in entries]
    assert all(later >= earlier for later, earlier in pairwise(days))
    assert feed.findtext(f"{ATOM}updated")[:10] == days[0]
    lines = {line["page"]: line for line in documents["guides/index.json"]["items"]}
    assert days == sorted((line["as_of"] for line in lines.values() if line["as_of"]), reverse=True)[:50]
    for entry, day in zip(entries, days, strict=True):
        address = urlsplit(entry.find(f"{ATOM}link[@type='text/html']").get("href")).path.lstrip("/")
        assert address in pages
        assert lines[address]["as_of"] == day


@pytest.mark.browser
def test_the_links_of_the_head_ask_for_nothing(open_page):
    """Material asks for the sitemap beside each alternate, which would be a lost request on every page."""
    page = open_page("guides/okta/devops-engineer/", until="networkidle")
    names = page.evaluate("performance.getEntriesByType('resource').map(entry => entry.name)")
    assert [name for name in names if "sitemap" in name or "/api/" in name] == []
    assert page.noise == []


def test_feed_is_named_in_every_head_and_does_not_know_the_day_of_the_build(pages, site, build):
    for address, page in pages.items():
        (link,) = [link for link in page.iter("link") if link.get("type") == "application/atom+xml"]
        assert link.get("rel").split() == ["alternate"]
        if address != "404.html":
            assert urljoin(f"https://site/{address}", link.get("href")) == "https://site/feed.xml"
    later = build(SOURCE_DATE_EPOCH=DAY_LATER)
    assert (later / "feed.xml").read_bytes() == (site / "feed.xml").read_bytes()
    changed = [path.relative_to(site).as_posix() for path in sorted((site / "api").rglob("*.json"))
               if (later / path.relative_to(site)).read_bytes() != path.read_bytes()]  # fmt: skip
    assert changed == ["api/v1/freshness/index.json"]


def test_feed_without_an_address_or_any_guide(sample):
    opened = project.open_site(sample).site
    opened.pages = [page for page in opened.pages if not page.path.startswith("guides/")]
    (made,) = [file for file in Renderer(opened).files() if file.path == "feed.xml"]
    read = ET.fromstring(made.content())
    assert read.findall(f"{ATOM}entry") == []
    assert read.findtext(f"{ATOM}id") == "tag:guidebook,2026:guides"
    assert read.findtext(f"{ATOM}updated") == f"{opened.newest}T00:00:00Z"


def test_documents_of_imported_guides_have_their_shape_and_say_that_nobody_reviewed_them(run, root, tmp_path):
    data = copy_sample(tmp_path / "data")
    files = sorted((root / "tests/markdown/samples").glob("*.md"))
    run("guidebook", "import", *files, "--data", data)  # two samples are of one guide, so the second is refused
    opened = project.open_site(data).site
    schema = Draft202012Validator(_closed(export.schemas()["guide"]), format_checker=FormatChecker())
    made = [guide_document(guides.view(opened.catalogue, name), opened.catalogue) for name in opened.catalogue.guides]
    imported = [document for document in made if document["review"]]
    assert len(imported) > 5
    written = [page.json for page in opened.pages if page.template == "imported"]
    assert sorted(written) == sorted(f"api/v1/guides/{document['id']}.json" for document in imported)
    assert [(document["id"], error.message) for document in made for error in schema.iter_errors(document)] == []
    assert any(document["tables"] for document in imported)
    assert any(section["table"] for document in imported for section in document["sections"])
    for kind in ("company", "role", "region"):
        validator = Draft202012Validator(_closed(export.schemas()[kind]), format_checker=FormatChecker())
        pages = [page for page in opened.pages if page.template == kind]
        documents = [json.loads(view_text(page, page.context()["view"], opened.catalogue)) for page in pages]
        assert [error.message for document in documents for error in validator.iter_errors(document)] == []
