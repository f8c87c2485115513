"""List the files of a project that another builder makes the site from: pages, assets, theme, configuration."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from guidebook.new import TEMPLATES
from guidebook.render import Renderer
from guidebook.shrink import is_code, shrunk
from guidebook.wayout import config

_OWN = TEMPLATES / "wayout"
"""Parts of the theme that only the other builder needs."""
_IN_PLACE_OF = {"sitemap.xml"}
"""Parts of our theme that it cannot read; one of its own stands for each."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """The configuration, and the folders that it names."""

    config: dict[str, Any]
    docs: Path
    theme: Path | None


def inputs(path: Path) -> Inputs:
    """What the configuration in `path` says of the project; its folders are beside it."""
    found = config.read(path)
    theme = found.get("theme")
    custom = theme.get("custom_dir") if isinstance(theme, dict) else None
    docs = found.get("docs_dir")
    folder = path.resolve().parent
    return Inputs(
        found,
        folder / (docs if isinstance(docs, str) else "docs"),
        folder / custom if isinstance(custom, str) else None,
    )


def files(renderer: Renderer, found: Inputs) -> Iterator[tuple[str, bytes]]:
    """Every file of the project: its path below the folder, and what it holds."""
    for path in _below(found.docs):
        name = path.relative_to(found.docs).as_posix()
        yield f"{config.DOCS}/{name}", shrunk(path).encode("utf-8") if is_code(path) else path.read_bytes()
    for name, text in renderer.documents():
        yield f"{config.DOCS}/{name}", text.encode("utf-8")
    values = _values(renderer)
    for folder in (found.theme, _OWN):
        for path in _below(folder) if folder else ():
            name = path.relative_to(folder).as_posix() if folder else ""
            if folder == _OWN or name not in _IN_PLACE_OF:
                yield f"{config.THEME}/{name}", _known(path, values)
    yield "mkdocs.yml", config.converted(found.config).encode("utf-8")


def _values(renderer: Renderer) -> dict[str, str]:
    """What our hook tells the theme, and no other builder can."""
    return {file.name: file.path for file in renderer.files() if file.name}


def _known(path: Path, values: dict[str, str]) -> bytes:
    """The theme's file with the values written out in the place of their names."""
    text = path.read_text(encoding="utf-8")
    for name, value in values.items():
        text = re.sub(rf"\b{name}\b", json.dumps(value), text)
    return text.encode("utf-8")


def _below(folder: Path) -> list[Path]:
    """The files below `folder`, hidden ones left out; none where it is no folder."""
    found = [path for path in folder.rglob("*") if path.is_file()]
    return sorted(path for path in found if not any(part.startswith(".") for part in path.relative_to(folder).parts))
