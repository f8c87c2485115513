"""Data whose every text tries to break out of its page: a site of it shows that text stays text."""

import json
import shutil
from pathlib import Path

import pytest

from guidebook.schema import schemas

TESTS = Path(__file__).resolve().parent
LINE = (
    "\"quotes\" 'single' & &amp; &lt;b&gt;no&lt;/b&gt; `code` *a* __b__ [x](y) ![i](j) ## {: #x } {: .y } "
    "{{ 7*7 }} {% raw %} {# c #} \\* ${x} <3 a < b > c 🙂 שלום עולם " + "long" * 40
)
SCRIPT = LINE.translate({ord(brace): None for brace in "{}"})
PROSE = (
    '"quotes" & &lt;b&gt;no&lt;/b&gt; {{ 7*7 }} {% raw %} snake_case_word 2 < 3 {: #x } 🙂 שלום עולם '
    + "long" * 40
    + "\n\n## No heading {: #x }"
)
PROSE_FIELDS = {"why", "text", "worth", "reason", "note", "what", "when", "paid_for"}
SCRIPT_FIELDS = {"say", "because", "if_no", "short"}
FIXED = {
    "company": "some-company", "role": "some-role", "region": "some-region", "lever": "some-lever",
    "regions": ["some-region"], "roles": ["some-role"], "levers": ["some-lever"], "rights": ["US"],
    "schedule": [25] * 4, "sources": ["a-source"], "occupation": "15-1252", "total_kind": "average_year", "state": "US",
    "per_eur": {"USD": "1.1684"},
}  # fmt: skip
PAY = {"base": "$100K-$120K", "amount": "$10K", "bonus": "10%", "total": "$120K-$142K"}
PAY |= {"target": "$115K", "floor": "$108K"}
FORMS = {"country": "US", "currency": "USD", "date": "2026-10", "slug": "some-name"}


class _Filler:
    """Makes a value for every field of the model; `texts` holds each text by the mark that it begins with."""

    def __init__(self):
        self.texts, self.schemas = {}, schemas()

    def file(self, name):
        schema = self.schemas[f"{name}.json"]
        (schema_of_one,) = schema.get("patternProperties", {None: schema}).values()
        return self.value(schema_of_one, schema.get("$defs", {}), (name,))

    def value(self, schema, parts, path):
        """A value that fits `schema`, for the field at `path`."""
        if "$ref" in schema:
            return self.value(parts[schema["$ref"].rsplit("/", 1)[-1]], parts, path)
        if "anyOf" in schema:
            return self.value(schema["anyOf"][0], parts, path)
        if "properties" in schema:
            return {name: self.value(part, parts, (*path, name)) for name, part in schema["properties"].items()}
        kind = schema.get("type")
        if kind == "object" and path[-1] == "sources":
            return {"a-source": self.value(*schema["patternProperties"].values(), parts, path)}
        if path[-1] in FIXED and not (kind == "array" and "$ref" in schema["items"]):
            return FIXED[path[-1]]
        if kind == "array":
            return [self.value(schema["items"], parts, path) for _ in range(schema.get("minItems", 1))]
        return self.leaf(schema, kind, path)

    def leaf(self, schema, kind, path):
        if "examples" in schema:
            return PAY.get(path[-1], "$120K")
        if "enum" in schema:
            return "none" if "none" in schema["enum"] else schema["enum"][0]
        if kind in ("integer", "boolean"):
            return min(schema.get("maximum", 100_000), 100_000) if kind == "integer" else False
        if "minLength" in schema:
            return self.text(path)
        if "https" in schema.get("pattern", ""):
            return "https://news.example/page"
        return "2026-10-01" if schema.get("format") == "date" else FORMS.get(path[-1], "some-name")

    def text(self, path):
        mark = f"Q{len(self.texts):03}{''.join(path).replace('_', '')}"
        words = SCRIPT if path[-1] in SCRIPT_FIELDS else PROSE if path[-1] in PROSE_FIELDS else LINE
        self.texts[mark] = f"{mark} {words}"
        return self.texts[mark]

    def short(self, path, most):
        """A text of at most `most` characters."""
        mark = self.text(path).split()[0]
        self.texts[mark] = self.texts[mark][:most].strip()
        return self.texts[mark]


def _hostile_sheet(filler):
    they, say = filler.short(("s", "they"), 34), filler.short(("s", "say"), 64)
    facts = {"none": [filler.short(("s", "fact"), 46)]}
    closing = {name: filler.short(("s", name), 100) for name in ("thanks", "writing")}
    keep = [filler.short(("s", "keep"), 46)]
    return {"pushback": [{"they": they, "say": say}], "equity": facts, "keep": keep, **closing}


def _hostile_files(filler):
    file = filler.file
    rights, market = file("rights"), file("market")
    market["sources"] = dict.fromkeys(("prevailing-wages", "oews"), market["sources"]["a-source"])
    market["occupations"] = {"15-1252": filler.text(("market", "occupations"))}
    evidence = file("evidence")
    posting = evidence["postings"][0]
    evidence["postings"].append(posting | {"role": "other-role", "url": f"{posting['url']}/other"})
    guide = file("guide")
    imported = {"status": "imported", "company": "some-company", "role": "third-role", "heading": guide.pop("heading")}
    imported |= {"tables": guide.pop("tables"), "order": ["heading", "table-1", "section-1"]}
    imported["sections"] = [{"table": guide["sections"][0].pop("table")}]
    del guide["status"], guide["order"]
    return {
        "companies/some-company.yml": file("company"),
        "evidence/some-company.yml": evidence,
        "guides/some-company/some-role.yml": guide,
        "guides/some-company/third-role.yml": imported,
        "guides/some-company/other-role.yml": {"company": "some-company", "role": "other-role"},
        "levers/some-lever.yml": file("lever"),
        "market.yml": market,
        "rates.yml": file("rates"),
        "regions.yml": {"some-region": file("regions")},
        "rights.yml": {"US": rights},
        "roles/some-role.yml": file("role"),
        "sheet.yml": _hostile_sheet(filler),
        "roles/third-role.yml": {"name": filler.text(("role", "name"))},
        "roles/other-role.yml": {"name": filler.text(("role", "name")), "paid_for": filler.text(("role", "paid_for"))},
    }


@pytest.fixture(scope="session")
def hostile_data(tmp_path_factory):
    """A data folder whose every text tries to break out, and these texts by the mark that each begins with."""
    data, filler = tmp_path_factory.mktemp("hostile"), _Filler()
    for name, value in _hostile_files(filler).items():
        path = data / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(value, ensure_ascii=False, indent=1), encoding="utf-8")
    for lever in (TESTS.parent / "data" / "levers").glob("*.yml"):  # the authored pages link to them
        shutil.copy(lever, data / "levers")
    return data, filler.texts


@pytest.fixture(scope="session")
def hostile(build, hostile_data):
    """The site of that data, and its texts."""
    data, texts = hostile_data
    return build(GUIDEBOOK_DATA=str(data)), texts
