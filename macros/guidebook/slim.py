"""Leave out of templates the quotes that HTML can do without, so that they stay easy to read and pages are light.

It is done once, when a template is compiled. Ids and addresses keep their quotes: other builders look for them.
"""

import re

from jinja2.ext import Extension

_CODE = re.compile(r"(\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\})", re.DOTALL)
_QUOTED = re.compile(r'(?<= )(?!id=|href=)([a-z-]+)="([\w.#:/-]*[\w.#:-])"(?=[ >]|$)')

_UNUSED = re.compile(
    r'<input class="md-toggle"[^>]*>\s*|<label class="md-overlay"[^>]*></label>\s*'
    r'|<div class="md-dialog"[^>]*>\s*<div[^>]*></div>\s*</div>\s*| data-md-component="[a-z]+"'
    r'| data-md-color-(?:primary|accent)="[^"]*"|<meta name="generator"[^>]*>\s*'
)
"""Toggles, overlay and dialog of the theme, what its script finds its parts by, and names of its own colours."""


class Slim(Extension):
    """Makes the templates of pages and their parts slim; what gives YAML or XML stays as it is."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002  jinja's own
        """Give the template's source, slim."""
        return slim(source) if name and name.endswith((".md.jinja", ".html.jinja")) else source


class SlimFrame(Extension):
    """Makes the theme's frame slim, without what only the theme's own script would use, which no page loads."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002  jinja's own
        """Give the template's source, slim."""
        return slim(_UNUSED.sub("", source)) if name == "base.html" else source


def slim(source: str) -> str:
    """The source of a template of HTML without the quotes around values that need none."""
    pieces = _CODE.split(source)  # text, code, text, code, ..., text
    pieces[::2] = [_QUOTED.sub(r"\1=\2", text) for text in pieces[::2]]
    return "".join(pieces)
