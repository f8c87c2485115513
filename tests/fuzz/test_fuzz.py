"""Inputs that nobody would think of: the importer and the loader neither crash nor hang nor lose a word.

`make fuzz` runs 20,000 cases; `make test` runs 300.
"""

import datetime
import os
import random
import string
import sys
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guidebook.document import Unreadable
from guidebook.load import KINDS, Tree
from guidebook.markdown import lines, reading, write
from guidebook.markdown.names import Names
from guidebook.markdown.refused import RefusedError
from guidebook.markdown.run import take_in
from guidebook.validate import validate
from guidebook.yaml_reader import parse

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "markdown"))
import made_guides

CASES = int(os.environ.get("FUZZ_CASES", "60"))
few = settings(max_examples=CASES, deadline=datetime.timedelta(seconds=20), suppress_health_check=list(HealthCheck))
MARKS = [
    "# ", "#### ", "**", "*", "_", "> ", "- ", "1. ", "| ", " | ", "|---|---|\n", "`", "```\n", "\n", "\n\n", "---\n", "$", "£98K",
    "$185K-$250K", "10–15%", "[a](https://b.example)", "](", "[", "]", "(", "<", "<br>", "&lt;b&gt;", "&amp;", "\\", "{", "}",
    '"', "“", "”", "**Negotiation DNA:** ", "**Level Mapping:** A = B", "**Global Levers**\n", "> **Negotiate Up Strategy:** ",
    "**Evidence & Sources**\n", "| Region | Base | Total |\n|---|---|---|\n", "| Berlin | €90K | €100K |\n", "I have a Globex offer at $200K.",
    "🌍", "é", "\u200b", "\u202e", "\x00", "\t", "\r\n", "=", "+", "—", "~~", "javascript:", "https://", "2025", "Lever 1 — X",
]  # fmt: skip
TITLE = "### Backend Engineer (L5) | Amber Works Global Negotiation Guide\n\n"
PIECES = st.lists(
    st.one_of(st.sampled_from(MARKS), st.text(max_size=12), st.text(string.ascii_letters + " .:", max_size=20)),
    max_size=60,
)


def read(text):
    """Read a text as the command does, up to the YAML; None where it is refused."""
    try:
        found = reading.read(lines.parse(text, "fuzz.md"), Names(), frozenset({"Globex"}))
    except RefusedError as refused:
        assert str(refused).startswith("fuzz.md:")
        return None
    written = write.guide("a", "b", found.text)
    try:
        document = parse(written, "fuzz.yml")
        return validate(document, KINDS["guides"])
    except Unreadable as unreadable:
        raise AssertionError(f"{unreadable.problems}\n{text!r}\n{written}") from None


@few
@given(PIECES)
def test_any_text_is_read_or_refused(pieces):
    read(TITLE + "".join(pieces))


@few
@given(
    st.integers(0, 10**9),
    st.lists(
        st.tuples(st.floats(0, 1), st.sampled_from(["cut", "put", "swap", "twice"]), st.sampled_from(MARKS)), max_size=6
    ),
)
def test_a_guide_with_accidents_is_read_or_refused(seed, accidents):
    text = made_guides.guide(random.Random(seed))
    for share, kind, mark in accidents:
        at = int(share * len(text))
        end = min(at + 17, len(text))
        if kind == "cut":
            text = text[:at] + text[end:]
        elif kind == "put":
            text = text[:at] + mark + text[at:]
        elif kind == "twice":
            text = text[:end] + text[at:]
        else:
            text = text[end:] + text[:at]
    read(text)


@few
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(tmp_path_factory, raw):
    path = tmp_path_factory.getbasetemp() / "fuzz.md"
    path.write_bytes(raw)
    report = take_in([path], path.parent / "data", Tree(), is_dry=True)
    assert report.read == 1
    assert len(report.imported) + len(report.refused) == 1


@few
@given(st.text(max_size=300) | PIECES.map("".join), st.sampled_from(sorted(KINDS)))
def test_any_yaml_is_read_or_refused(text, kind):
    try:
        validate(parse(text, "fuzz.yml"), KINDS[kind])
    except Unreadable as unreadable:
        assert all(problem.wrong and problem.right for problem in unreadable.problems)


@few
@given(st.integers(0, 10**9))
def test_a_sound_guide_comes_in_whole(seed):
    assert read(made_guides.guide(random.Random(seed))) is not None
