"""The pages of the data as macros for mkdocs-macros-plugin: what it makes of them says what our own build has."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from guidebook import body, project
from guidebook.page import addresses
from guidebook.render import Renderer


def define_env(env: Any) -> None:
    """Give pages the macro `made`, as mkdocs-macros-plugin asks for."""
    site = project.open_site(Path(env.conf["extra"]["data"])).site
    renderer = Renderer(site, addresses(env.conf))
    pages = {page.path: replace(page, is_file=True) for page in site.pages}
    sheet = renderer.environment.get_template("sheet.html.jinja").module.sheet  # type: ignore[attr-defined]

    def made(path: str) -> str:
        page = pages[path]
        text = renderer.markdown(page)  # our build writes the call sheet beside the page; here it stands in it
        return text + body.tidy(sheet(renderer.context["sheet"], page.url)) if page.sheet else text

    env.macro(made)
