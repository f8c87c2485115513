"""Find text that a comment cuts off: in YAML a `#` behind a space begins one, in `team #4` as well."""

import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import yaml
from yaml._yaml import CParser

from guidebook.problems import Problem

_NAME = r"""(?:(?:[\w-]+|"[^"\n]*"|'[^'\n]*'):[ \t]+)?+"""
_SUSPECT = re.compile(rf"""^[ \t]*+(?:-[ \t]+)*+{_NAME}(?![\s"'])[^\n]*?(?<=[ \t])#[^\s#]""", re.MULTILINE)
"""A line with such a mark whose value does not begin with a quote; few files have one."""
_CUT = re.compile(r"[ \t]+(#[^\s#][^\r\n]{0,19})")


def cut_off(text: str, shown: str) -> list[Problem]:
    """The places in YAML where what stands behind a plain value was meant to be part of it, by the look of it.

    A comment has a space behind its mark: `# like this`.
    """
    if (" #" not in text and "\t#" not in text) or not _SUSPECT.search(text):
        return []
    return [
        Problem(
            shown,
            mark.line + 1,
            mark.column + 1 + found.start(1) - found.start(),
            f"`{found[1].strip()}` is left out: a `#` behind a space begins a comment",
            "put the whole text in quotes, or write a comment as `# ...`, with a space behind its mark",
        )
        for mark, found in _cuts(text)
    ]


def _cuts(text: str) -> Iterator[tuple[Any, re.Match[str]]]:
    """Where each plain value ends that such a comment follows on its line, as far as `text` can be read."""
    parser = CParser(text)
    with suppress(yaml.YAMLError):
        while (event := parser.get_event()) is not None:
            end: Any = event.end_mark
            if isinstance(event, yaml.ScalarEvent) and not event.style and (found := _CUT.match(text, end.index)):
                yield end, found
    parser.dispose()
