"""Jinja templates that escape what they write with less ado, and write the same.

Most of a page is small texts, some eight hundred in a guide. markupsafe makes an object of its own of each of
them, also where it is joined into a longer text in the next moment, and again of what a macro has escaped already.
"""

from collections.abc import Callable, MutableMapping
from types import CodeType
from typing import Any

from jinja2 import Environment, Template
from markupsafe import Markup, _escape_inner, escape  # type: ignore[attr-defined]


def quickly(value: Any) -> str:
    """What `escape` gives, as text that may be a plain string: good for being joined, not for being escaped again."""
    kind = type(value)
    if kind is Markup:
        return value  # type: ignore[no-any-return]
    return _escape_inner(value) if kind is str else escape(value)


class QuickTemplate(Template):
    """A template whose compiled code escapes by `quickly`: all that it does with the result is to join it."""

    @classmethod
    def from_code(
        cls,
        environment: Environment,
        code: CodeType,
        globals: MutableMapping[str, Any],  # noqa: A002  the name is jinja's own
        uptodate: Callable[[], bool] | None = None,
    ) -> Template:
        """Make the template and put `quickly` in the place of `escape`."""
        template = super().from_code(environment, code, globals, uptodate)
        template.root_render_func.__globals__["escape"] = quickly
        return template
