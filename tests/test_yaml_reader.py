"""YAML becomes plain data that knows its places, or says what is wrong and where, whatever the file holds."""

import json
from itertools import pairwise
from pathlib import Path
from unittest.mock import Mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guidebook.yaml_reader import DEEPEST, LARGEST_FILE, Document, Unreadable, content, document, parse

FUZZ = settings(deadline=None, derandomize=True, max_examples=400)
NESTED = f"values are nested more than {DEEPEST} levels deep; write it out more simply"
PLACED = """\
# a comment
name: Acme
list:
  - one
  - two: 2
    three: [3, {four: 4}]
block: |-
  long
  text
folded: >-
  more
anchor: &it {inside: [a, b]}
alias: *it
after: it
"empty":
last: {a: 1, b: [2]}
"""


def read(path, shown):
    return document(content(path, shown), shown)


def _problems(text):
    with pytest.raises(Unreadable) as unreadable:
        parse(text, "x.yml")
    return [str(problem) for problem in unreadable.value.problems]


def _unreadable(path, raw=None):
    if raw is not None:
        path.write_bytes(raw)
    with pytest.raises(Unreadable) as unreadable:
        read(path, "x.yml")
    return [str(problem) for problem in unreadable.value.problems]


PLACES = [
    ((), (2, 1), (2, 1)),
    (("name",), (2, 1), (2, 7)),
    (("list",), (3, 1), (4, 3)),
    (("list", 0), (4, 5), (4, 5)),
    (("list", 1), (5, 5), (5, 5)),
    (("list", 1, "two"), (5, 5), (5, 10)),
    (("list", 1, "three"), (6, 5), (6, 12)),
    (("list", 1, "three", 1), (6, 16), (6, 16)),
    (("list", 1, "three", 1, "four"), (6, 17), (6, 23)),
    (("block",), (7, 1), (7, 8)),
    (("folded",), (10, 1), (10, 9)),
    (("anchor",), (12, 1), (12, 9)),
    (("alias",), (13, 1), (12, 9)),
    (("alias", "inside", 1), (12, 26), (12, 26)),
    (("after",), (14, 1), (14, 8)),
    (("empty",), (15, 1), (15, 9)),
    (("last", "b", 0), (16, 18), (16, 18)),
    (("list", 1, "missing"), (5, 5), (5, 5)),
    (("list", 9), (3, 1), (4, 3)),
    (("missing", "deeper"), (2, 1), (2, 1)),
]


@pytest.mark.parametrize(("location", "key", "value"), PLACES)
def test_place(location, key, value):
    document = parse(PLACED, "x.yml")
    assert document.place(location) == value
    assert document.key_place(location) == key


@pytest.mark.parametrize("ends", ["\r\n", "\n"])
@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf"], ids=["plain", "bom"])
def test_place_whatever_the_line_ends_and_the_bom(ends, start, tmp_path):
    path = tmp_path / "x.yml"
    path.write_bytes(start + PLACED.replace("\n", ends).encode())
    found = read(path, "x.yml")
    assert found.data["block"] == "long\ntext"
    assert found.place(("list", 1, "three", 1, "four")) == (6, 23)


VALUES = {"12": 12, "+12": 12, "-12": -12, "0": 0, "1.5": 1.5, "-0.25": -0.25}
VALUES |= {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
VALUES |= dict.fromkeys(["null", "Null", "NULL", "~", ""])
WORDS = ["yes", "no", "on", "off", "y", "n", "NO", "tRUE", "nUll", "2024-01-01", "2024-01-01 10:00:00", "12:30"]
WORDS += ["1:30:00", "1_000", "0b11", "1,000", "$185K", "10%", "<<", "=", "1.2.3", "+", "--1", "e9", "L4"]
NUMBERS_AS_WRITTEN = ["010", "0o17", "0x1F", "1e9", "1.5e3", ".5", ".inf", "-.inf", ".nan"]
"""The core schema makes numbers of these; no field wants one, and kept as text a message can show what was written."""


@pytest.mark.parametrize(("written", "value"), VALUES.items())
def test_scalar_of_the_core_schema(written, value):
    found = parse(f"a: {written}", "x.yml").data["a"]
    assert (found, type(found)) == (value, type(value))


@pytest.mark.parametrize("written", [*WORDS, *NUMBERS_AS_WRITTEN])
def test_scalar_stays_text(written):
    assert parse(f"a: {written}\nb:\n- {written}", "x.yml").data == {"a": written, "b": [written]}


QUOTED = {f"a: {word}": {"a": word[1:-1]} for word in ('"no"', "'12'", '"true"', "'~'", '""', "'2024-01-01'")}
NAMES = {f"{name}: 1": {name: 1} for name in ("true", "null", "~", "12", "no")}


@pytest.mark.parametrize(("written", "data"), {**QUOTED, **NAMES}.items())
def test_quoted_words_and_names_of_fields_are_text(written, data):
    assert parse(written, "x.yml").data == data


FAULTS = [
    ("a: 1\na: 2\nb: 3\nb: 4\n", ["2:1: `a` is given twice, first on line 1", "4:1: `b` is given twice, first on"]),
    ("a: {b: 1, b: 2}\n", ["1:11: `b` is given twice, first on line 1; keep one of the two"]),
    ("a: 1\n'a': 2\n", ["2:1: `a` is given twice, first on line 1"]),
    ("a: !!str 1\nb: !x [1]\nc: !y {d: 1}\n", ["1:4: the tag `", "2:4: the tag `!x`", "3:4: the tag `!y`"]),
    ("--- a\n--- b\n", ["2:1: this is not YAML"]),
    ("? [a]\n: b\n", ["1:3: a list or a mapping stands where a field's name should"]),
    ("a: *b\n", ["1:4: this is not YAML: `*` begins a reference to nothing; write the value out"]),
    ("a: &b [*b]\n", ["1:8: the alias `*b` stands in what it names; write it out more simply"]),
    ("a: &b 1\n*b : 2\n", ["2:1: an alias stands where a field's name should; write it out more simply"]),
    ("a: &b 1\nc: &b 2\n", ["2:4: the anchor `&b` is given twice; keep one of the two"]),
    ("\ta: 1\n", ["1:1: this is not YAML: a tab, or text that begins with a mark of YAML; indent with spaces"]),
    ("a: 1\nb: \0\n", ["2:4: a character that YAML does not allow; delete it"]),
    ("é: é\nb: é\a\n", ["2:5: a character that YAML does not allow; delete it"]),
    ("a: it: b\n", ["1:6: this is not YAML: a colon stands where none can; indent the field like those beside it"]),
    ("a:\n  - b\n  c: d\n", ["3:3: this is not YAML: this line is no item of the list above it; begin each item"]),
    ("a: - b\n", ["1:4: this is not YAML: a list begins in the middle of a line; begin the list on a line of its own"]),
    ('a: "b\nc: d\n', ["1:4: this is not YAML: the quote that opens here is not closed; close it"]),
    ("a: 'it's'\n", ["1:8: the quote is closed before the text ends; put the whole text in quotes"]),
    ("a: b\n<<<<<<< HEAD\nc: d\n=======\n", ["2:1: `<<<<<<<` is a mark of a merge that was not finished; keep one"]),
    ("a: b\n=======\nc: d\n", ["2:1: `=======` is a mark of a merge"]),
    ("a: >-\nSome text\nand more.\nc: d\n", ["2:1: the text under `>-` is not indented; indent it by two spaces"]),
    ("a:\n  - b\n\u00a0 c: d: e\n", ["3:1: a non-breaking space stands in an indentation; write plain"]),
    ("a: “It is: so”\n", ["1:4: this is not YAML: a curly quote opens the text; curly quotes do not count as quotes"]),
    ("a: b\nc:\u00a0d\ne: f\n", ["2:3: a non-breaking space stands behind a colon; write plain spaces"]),
    ('a:\n  - "Big" cloud\n  - x\n', ["2:11: the quote is closed before the text ends; put the whole text in quotes"]),
    ("a:\n  - [Remote] cloud\n", ["2:14: the list or the mapping is closed before the text ends; put the whole text"]),
    ("a: [Remote] cloud\nb: c\n", ["1:13: the list or the mapping is closed before the text ends; put the whole text"]),
    (" a: b\nc: d\n", ["2:1: this is not YAML: this line is indented less than the first one; begin the first field"]),
    ("a:\n- >50 people\n", ["2:5: this is not YAML: text stands beside the `>` or `|`"]),
    ("a:\n- >0 people\n", ["2:4: this is not YAML: text stands beside the `>` or `|`"]),
    ("a: |- This role\nb: c\n", ["1:7: this is not YAML: text stands beside the `>` or `|`"]),
    ("say: I led team #4. I ask.\n", ["1:17: `#4. I ask.` is left out: a `#` behind a space begins a comment; put"]),
    ("é: 😀 #4\r\nb: # no\r\nc: #5\r\n", ["1:6: `#4` is left out", "3:4: `#5` is left out"]),
    ("a:\n  - one\n    two #3\n  - [b, c\t#4\n  ]\n", ["3:9: `#3` is left out", "4:11: `#4` is left out"]),
    ("a:\n  - The #1 cloud\n    of all\n", ["2:9: `#1 cloud` is left out", "3:5: this is not YAML"]),
    ("b: \U0001f600\a\n", ["1:5: a character that YAML does not allow; delete it"]),
]


@pytest.mark.parametrize(("text", "problems"), FAULTS)
def test_fault_is_placed(text, problems):
    found = _problems(text)
    assert len(found) == len(problems)
    for problem, wanted in zip(found, problems, strict=True):
        assert problem.startswith(f"x.yml:{wanted}")


COMMENTS = "# note #1\na: b # note #2\nc: 'd #3' #e\nf: >-\n  g #4\nh: \"i\n  j #5\"\nk: C#\nl: m ##\nn: o #\n"


def test_a_comment_is_none_of_the_text():
    data = {"a": "b", "c": "d #3", "f": "g #4", "h": "i j #5", "k": "C#", "l": "m", "n": "o"}
    assert parse(COMMENTS, "x.yml").data == data


BYTES = {
    "latin-1": (b"a: 1\nb: caf\xe9\n", "2:7: byte 0xe9 is not UTF-8; save the file as UTF-8"),
    "latin-1, crlf": (b"a: 1\r\nb: caf\xe9\r\n", "2:7: byte 0xe9 is not UTF-8; save the file as UTF-8"),
    "latin-1 after utf-8": ("b: é".encode() + b"\xe9\n", "1:5: byte 0xe9 is not UTF-8; save the file as UTF-8"),
    "latin-1 after a bom": (b"\xef\xbb\xbfb: caf\xe9\n", "1:7: byte 0xe9 is not UTF-8; save the file as UTF-8"),
    "utf-16": ("a: 1".encode("utf-16"), "1:1: byte 0xff is not UTF-8; save the file as UTF-8"),
    "cut off": (b"a: \xf0\x9f", "1:4: byte 0xf0 is not UTF-8; save the file as UTF-8"),
    "nul": (b"a: b\0", "1:5: a character that YAML does not allow; delete it"),
    "empty": (b"", "1:1: the file is empty; "),
    "blank": (b"\r\n \n", "1:1: the file is empty; "),
    "comment": (b"# only this\n", "1:1: the file is empty; "),
    "bom": (b"\xef\xbb\xbf", "1:1: the file is empty; "),
    "10 mb": (b"a: " + b"b" * 10_000_000, f"1:1: the file has more than {LARGEST_FILE:,} bytes; "),
}


@pytest.mark.parametrize("name", BYTES)
def test_bytes_are_refused(name, tmp_path):
    raw, problem = BYTES[name]
    (found,) = _unreadable(tmp_path / "x.yml", raw)
    assert found.startswith(f"x.yml:{problem}")


def test_largest_file_is_read(tmp_path):
    path = tmp_path / "x.yml"
    path.write_bytes(b"a: " + b"b" * (LARGEST_FILE - 3))
    assert len(read(path, "x.yml").data["a"]) == LARGEST_FILE - 3


def test_file_that_may_not_be_read(tmp_path, monkeypatch):
    monkeypatch.setattr(Path, "read_bytes", Mock(side_effect=PermissionError(13, "Permission denied")))
    wanted = "x.yml:1:1: the file cannot be read (permission denied); check that it exists and may be read"
    assert _unreadable(tmp_path / "x.yml", b"a: 1") == [wanted]


def test_folder_and_link_to_nothing(tmp_path):
    (tmp_path / "x.yml").symlink_to(tmp_path / "nowhere.yml")
    assert _unreadable(tmp_path / "x.yml")[0].startswith("x.yml:1:1: the file cannot be read (no such file")
    assert _unreadable(tmp_path) == ["x.yml:1:1: a folder stands where a file should; put a YAML file here"]


@pytest.mark.parametrize("step", ["{0}: &{0} [{1}]", "{0}: &{0} {{<<: [{1}]}}"], ids=["lists", "merges"])
def test_alias_bomb(step):
    lines = [step.format(name, ", ".join([f"*{before}"] * 10)) for before, name in pairwise("abcdefghi")]
    (problem,) = _problems("\n".join(["a: &a [1, 2, 3]", *lines]))
    expected = "merges with `<<` are not allowed" if "<<" in step else "the file holds more than 200,000 values"
    assert expected in problem


@pytest.mark.parametrize("count", [100, 1_000])
@pytest.mark.parametrize(
    ("opener", "closer", "column"),
    [("[", "]", 25), ("{a: ", "}", 97), ("- ", "", 49), ("-  ", "", 73), ("-    ", "", 121), ("- - ", "", 49)],
)
def test_deep_nesting(opener, closer, column, count):
    assert _problems(opener * count + "x" + closer * count) == [f"x.yml:1:{column}: {NESTED}"]


@pytest.mark.parametrize("start", ["a:", "-"])
def test_deep_nesting_by_indentation(start):
    text = "".join(f"{' ' * depth}{start}\n" for depth in range(300))
    assert _problems(text) == [f"x.yml:25:25: {NESTED}"]


def test_nesting_up_to_the_limit():
    assert parse("[" * (DEEPEST - 1) + "x" + "]" * (DEEPEST - 1), "x.yml").data
    assert _problems("[" * DEEPEST + "x" + "]" * DEEPEST)


def test_many_shallow_lists_are_no_deep_ones():
    assert parse("- []\n" * 1_000, "x.yml").data == [[]] * 1_000


@pytest.mark.parametrize("opener", ["[", "{a: ", "- ", "-  ", "-     ", "?  ", "- ?  "])
def test_no_depth_ends_the_command(opener, run, tmp_path):
    """In a process of its own: what recurses in C would take the test run with it."""
    (tmp_path / "companies").mkdir()
    (tmp_path / "companies/deep.yml").write_text(opener * (1_000_000 // len(opener)), encoding="utf-8")
    done = run("guidebook", "check", "--data", ".", cwd=tmp_path)
    assert done.returncode == 1, done.returncode
    assert done.stdout.startswith("companies/deep.yml:1:")


_TEXT = st.text(st.characters(categories=["L", "N", "P", "S"]) | st.just(" "), max_size=12)
_VALUES = st.none() | st.booleans() | st.integers(-(10**15), 10**15) | _TEXT
_DATA = st.recursive(_VALUES, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_TEXT, inner, max_size=4))


@FUZZ
@given(_DATA, st.sampled_from([None, 1, 3]))
def test_json_is_read_with_every_place(data, indent):
    text = json.dumps(data, indent=indent, ensure_ascii=False)
    document = parse(text, "x.yml")
    assert document.data == data
    lines = text.split("\n")
    for location, value in _walk(data):
        line, column = document.place(location)
        begins = json.dumps(value, ensure_ascii=False)
        assert lines[line - 1][column - 1 :].startswith(begins[:1] if isinstance(value, list | dict) else begins)


def _walk(data, location=()):
    yield location, data
    for step, child in data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ():
        yield from _walk(child, (*location, step))


@FUZZ
@given(st.text() | st.text("-?:,[]{}#&*!|>'\"%@` \n\t\rab1~<=.é\0\x85\N{BYTE ORDER MARK}", max_size=60))
def test_any_text_gives_data_or_problems(text):
    found = _result(lambda: parse(text, "x.yml"))
    marks = [(mark.line, mark.column) for mark in found.marks] if isinstance(found, Document) else []
    assert all(place >= 0 for mark in marks for place in mark)
    assert all(line >= 1 for line in ([] if isinstance(found, Document) else map(_line, found)))


@pytest.fixture(scope="module")
def scratch(tmp_path_factory):
    return tmp_path_factory.mktemp("scratch") / "x.yml"


@FUZZ
@given(raw=st.binary(max_size=40))
def test_any_bytes_give_data_or_problems(raw, scratch):
    scratch.write_bytes(raw)
    found = _result(lambda: read(scratch, "x.yml"))
    assert isinstance(found, Document) or all(1 <= _line(problem) <= len(raw) + 1 for problem in found)


def _result(reading):
    try:
        return reading()
    except Unreadable as unreadable:
        return unreadable.problems


def _line(problem):
    return problem.line
