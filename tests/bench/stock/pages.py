"""The pages of the data as macros for mkdocs-macros-plugin: what it makes of them says what our own build has."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from guidebook import project
from guidebook.page import addresses
from guidebook.render import Renderer


def define_env(env: Any) -> None:
    """Give pages the macro `made`, as mkdocs-macros-plugin asks for."""
    site = project.open_site(Path(env.conf["extra"]["data"])).site
    renderer = Renderer(site, addresses(env.conf))
    pages = {page.path: replace(page, is_file=True) for page in site.pages}

    def made(path: str) -> str:
        return renderer.markdown(pages[path])

    env.macro(made)
