"""The rules that hold the design, each of them a test."""

import ast
import re
import socket
from pathlib import Path

import pytest
from pydantic import RootModel

from conftest import SAMPLE
from guidebook import schema
from guidebook.cli import main
from guidebook.load import KINDS, SINGLES
from guidebook.model.base import Model

ROOT = Path(__file__).resolve().parent.parent
PYTHON = sorted((ROOT / "macros").rglob("*.py"))
MARKUP = sorted(path for pattern in ("*.jinja", "*.html") for path in (ROOT / "macros").rglob(pattern))
ASSETS = sorted(path for path in (ROOT / "docs" / "assets").rglob("*") if path.suffix in (".css", ".js", ".svg"))

ELEMENTS = (
    "a|abbr|article|aside|b|blockquote|body|br|button|caption|circle|code|dd|details|div|dl|dt|em|fieldset|figcaption"
    "|figure|footer|form|g|h[1-6]|head|header|hr|html|i|iframe|img|input|label|legend|li|line|link|main|mark|meta|nav"
    "|noscript|ol|option|p|path|pre|rect|script|section|select|small|span|strong|style|sub|summary|sup|svg|table|tbody"
    "|td|template|text|textarea|tfoot|th|thead|time|title|tr|tspan|u|ul|[a-z]+-[a-z-]+"
)
TAG = re.compile(rf"</?(?:{ELEMENTS})(?:\s[^<>]*)?/?>", re.IGNORECASE)
MARKUP_FROM_TEXT = re.compile(
    r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|setHTML|\beval\(|new Function|createContextualFragment"
)


def _shown(path):
    return path.relative_to(ROOT).as_posix()


def _parsed(path):
    return ast.parse(path.read_text(encoding="utf-8"))


def _names():
    """Names of companies and roles, and their names in addresses where no common word could be meant."""
    for kind in ("companies", "roles"):
        for path in sorted((ROOT / "data" / kind).glob("*.yml")):
            if kind == "companies" and path.stem not in SAMPLE:
                continue  # many companies are called by a common word, such as Render or Basis
            name = re.search(r"^name: (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)[1].strip("\"'")
            yield from {name, path.stem} if "-" in path.stem else {name}


def test_there_are_names_to_look_for():
    assert {"Midjourney", "DevOps Engineer", "devops-engineer"} <= set(_names())


@pytest.fixture(scope="module")
def fact():
    """What tells a name in a text. A name of one word that begins a sentence may be the word, not the name."""
    names = sorted(_names(), key=len, reverse=True)
    many = "|".join(re.escape(name) for name in names if re.search(r"\W", name))
    one = "|".join(name for name in names if not re.search(r"\W", name))
    return re.compile(rf"\b(?:{many})\b|(?<=[\w,;:)] )(?:{one})\b|\b(?:{one})\b(?! )")


FACT_FREE = [path for path in (*PYTHON, *MARKUP, *ASSETS) if path.name != "titles.py"]  # its rules give roles to titles


@pytest.mark.parametrize("path", FACT_FREE, ids=_shown)
def test_facts_stand_only_in_the_data(path, fact):
    lines = path.read_text(encoding="utf-8").splitlines()
    assert [f"{number}: {line.strip()}" for number, line in enumerate(lines, 1) if fact.search(line)] == []


def test_a_name_is_known_from_a_word(fact):
    assert fact.search("pay at Okta")
    assert fact.search('if name == "Okta":')
    assert fact.search("like devops-engineer")
    assert not fact.search('"""Render the page."""')


@pytest.mark.parametrize("path", PYTHON, ids=_shown)
def test_no_string_of_python_is_markup(path):
    tree = _parsed(path)
    patterns = {id(node) for call in ast.walk(tree) if _makes_a_pattern(call) for node in ast.walk(call.args[0])}
    strings = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    found = [f"{node.lineno}: {node.value}" for node in strings if id(node) not in patterns and TAG.search(node.value)]
    pieces = [piece for text in ast.walk(tree) if isinstance(text, ast.JoinedStr) for piece in text.values]
    found += [str(piece.lineno) for piece in pieces if str(getattr(piece, "value", "")).endswith(("<", "</"))]
    assert found == []


def _makes_a_pattern(node):
    """True for `re.compile(...)` and its like: what reads markup makes none."""
    return isinstance(node, ast.Call) and bool(node.args) and ast.unparse(node.func).startswith("re.")


def test_a_tag_is_known_from_a_placeholder():
    assert TAG.search("<p class='x'>")
    assert TAG.search("</details>")
    assert TAG.search("<sortable-table>")
    assert not TAG.search("guides/<company>/<role>.yml, 1 < 2 > 0")


@pytest.mark.parametrize("path", sorted((ROOT / "docs" / "assets").rglob("*.js")), ids=_shown)
def test_scripts_write_no_markup_but_what_a_file_beside_them_holds(path):
    text = path.read_text(encoding="utf-8")
    for name, file in re.findall(r'const (\w+) = "@import ([^"]+\.html)";', text):
        assert (path.parent / file).is_file()
        text = text.replace(f"innerHTML = {name};", "")
    assert MARKUP_FROM_TEXT.findall(text) == []


@pytest.mark.parametrize("path", MARKUP, ids=_shown)
def test_templates_mark_only_their_own_words_as_safe(path):
    """`|safe` stands after a text of the template itself, never after a value."""
    text = path.read_text(encoding="utf-8")
    values = [found for found in re.findall(r"([\w.\]\)'\"]+)\s*\|\s*safe", text) if not found.endswith(("'", '"'))]
    assert values == []
    assert "autoescape false" not in text


@pytest.mark.parametrize("path", PYTHON, ids=_shown)
def test_only_the_hook_knows_mkdocs(path):
    imported = set()
    for node in ast.walk(_parsed(path)):
        if isinstance(node, ast.Import):
            imported |= {name.name.partition(".")[0] for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            imported.add((node.module or "").partition(".")[0])
    assert imported.isdisjoint({"mkdocs", "material"}) or path == ROOT / "macros" / "hooks.py"


def test_the_schema_is_what_the_model_exports():
    written = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "data" / "schema").iterdir()}
    assert written.keys() == schema.schemas().keys()
    for name, text in written.items():
        assert text == schema.shown(schema.schemas()[name]), f"{name} is stale; run `guidebook schema`"


@pytest.fixture(scope="module")
def code_for_contributors(pages):
    """What the pages for contributors write as code: names of fields, files, macros and commands."""
    found = [page.find(".//article") for address, page in pages.items() if address.startswith("contribute/")]
    assert len(found) >= 3
    return " \n".join("".join(code.itertext()) for page in found for code in page.iter("code"))


@pytest.fixture(scope="module")
def fields_by_part(pages):
    """The names of fields under each heading of the reference, as its tables show them."""
    found, part = {}, ""
    for element in pages["contribute/fields/"].find(".//article"):
        if element.tag == "h2":
            part = "".join(element.itertext()).removesuffix("#").strip()
        for row in element.iter("tr"):
            found.setdefault(part, []).append(row.findtext(".//th/code"))
    return found


def _models():
    """Every model that a file of the data is made of, once."""
    found, waiting = [], [*KINDS.values(), *SINGLES.values()]
    while waiting:
        model = waiting.pop()
        if model in found:
            continue
        found.append(model)
        for field in model.model_fields.values():
            waiting += _inside(field.annotation)
    return [model for model in found if not issubclass(model, RootModel)]


def _inside(annotation):
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return [annotation]
    return [model for part in getattr(annotation, "__args__", ()) for model in _inside(part)]


@pytest.mark.parametrize("model", _models(), ids=lambda model: model.__name__)
def test_the_reference_names_every_field(model, fields_by_part):
    assert [name for name in fields_by_part.get(model.__name__, []) if name] == list(model.model_fields)


def test_the_reference_says_of_every_field_what_it_holds_and_means(pages):
    rows = [row for row in pages["contribute/fields/"].find(".//article").iter("tr") if row.find("td") is not None]
    assert len(rows) > 100
    assert ["".join(row.itertext()) for row in rows if not all("".join(cell.itertext()).strip() for cell in row)] == []


@pytest.mark.parametrize("command", sorted(main.commands))
def test_the_contributors_pages_name_every_command(command, code_for_contributors):
    assert f"guidebook {command}" in code_for_contributors


def test_the_contributors_pages_name_every_file_of_macros(code_for_contributors):
    names = sorted(path.name for path in (ROOT / "macros").glob("*.html.jinja"))
    assert [name for name in names if name not in code_for_contributors] == []


def test_the_contributors_pages_name_every_macro(code_for_contributors):
    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "macros").glob("*.html.jinja"))]
    names = [name for text in texts for name in re.findall(r"{%-? macro (\w+)", text)]
    assert len(names) > 15
    assert [name for name in names if not re.search(rf"\b{name}\b", code_for_contributors)] == []


@pytest.mark.parametrize("path", PYTHON, ids=_shown)
def test_modules_and_functions_stay_short(path):
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= 250
    functions = [node for node in ast.walk(_parsed(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    lengths = [(node.name, node.end_lineno - node.lineno + 1) for node in functions]
    assert [(name, length) for name, length in lengths if length > 40] == []


@pytest.mark.parametrize("path", PYTHON, ids=_shown)
def test_the_first_line_of_a_module_says_what_it_does(path):
    assert ast.get_docstring(_parsed(path))


def test_no_test_can_reach_the_network():
    with socket.socket() as caller, pytest.raises(ConnectionRefusedError, match="a test may not reach"):
        caller.connect(("192.0.2.1", 443))
