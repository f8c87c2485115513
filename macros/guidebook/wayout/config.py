"""Turn the configuration of MkDocs into one that a builder without our hook understands."""

from pathlib import Path
from typing import Any

import yaml

DOCS, THEME, SITE = "docs", "theme", "site"
"""Folders of the written project: its pages, the parts of its theme, what is built."""

_ONLY_HERE = ("hooks", "watch", "not_in_nav")
"""What only our own build needs: the hook, the folders that it reads, and a check of the nav."""
_HEAD = """\
# Written by `guidebook render` for Zensical; change the project's mkdocs.yml, not this file.
#
#     zensical build --strict
"""


class Tagged:
    """A value with a tag of MkDocs' own, such as `!ENV`; it is written as it was read."""

    def __init__(self, node: yaml.Node) -> None:
        self.node = node


class _Reader(yaml.SafeLoader):
    """Reads the configuration, tags of any kind too; nothing of them is run."""


class _Writer(yaml.SafeDumper):
    """Writes what the reader read."""


_Reader.add_multi_constructor("", lambda _loader, _suffix, node: Tagged(node))
_Writer.add_representer(Tagged, lambda _writer, tagged: tagged.node)


def read(path: Path) -> dict[str, Any]:
    """The configuration in `path`; empty where there is none."""
    found = yaml.load(path.read_text(encoding="utf-8"), _Reader) if path.is_file() else None  # noqa: S506
    return found if isinstance(found, dict) else {}


def converted(found: dict[str, Any]) -> str:
    """The configuration of the written project, as the text of its file."""
    kept = {name: value for name, value in found.items() if name not in _ONLY_HERE}
    theme = kept.get("theme")
    theme = {"name": theme} if isinstance(theme, str) else dict(theme or {"name": "material"})
    theme |= {"custom_dir": THEME, "variant": "classic"}  # the look that the style sheets are written for
    kept |= {"docs_dir": DOCS, "site_dir": SITE, "theme": theme}
    kept.setdefault("site_name", "Pay guides")
    return _HEAD + yaml.dump(kept, Dumper=_Writer, sort_keys=False, allow_unicode=True, width=120)
