"""Write the same pages for the builders that ours is measured beside.

    python tests/bench/baselines.py stock|macros|same|searched|hugo DATA FOLDER
    python tests/bench/baselines.py plain SITE FOLDER
    python tests/bench/baselines.py rendered DOCS FOLDER

`stock` writes the text of every guide as plain Markdown, `macros` as a stub whose text mkdocs-macros-plugin makes
while it builds; both stand under mkdocs-material with a short nav, and leave out what else our pages hold: the sheet,
the form, charts, rights, links. `same` writes a stub for every page of ours, and the plugin makes all that stands in
it and in its call sheet, by our own templates; Material's search is off there, since our pages bring their own. In
`searched` it is on, as in `stock` and `macros`: without it nobody finds anything there, while our build makes the
finder, too. `hugo` writes the Markdown of `stock` for Hugo, the fastest builder known, with one small template: header,
nav, contents list, the page.
`plain` is the lower bound: it writes the HTML of a built site once more and prints the seconds that the writing took.
`rendered` puts the authored pages and a plain configuration beside pages that `guidebook render` wrote into
FOLDER/docs.
"""

import json
import shutil
import sys
import time
from pathlib import Path

from stock.guides import Guides

from guidebook import project
from guidebook.render import front_matter

_STOCK = Path(__file__).resolve().parent / "stock"
_DOCS = Path(__file__).resolve().parents[2] / "docs"
_CONFIG = {
    "site_name": "Negotiation guides",
    "site_url": "https://negotiation-guide.example/",
    "theme": {"name": "material", "font": False},
    "nav": [{"Home": "index.md"}, {"Companies": "companies/index.md"}, {"Roles": "roles/index.md"}],
    "not_in_nav": "/guides/\n/companies/*\n/roles/*\n",
    "markdown_extensions": ["attr_list", "tables", {"toc": {"permalink": True}}],
}
_HUGO = {
    "baseURL": _CONFIG["site_url"],
    "title": _CONFIG["site_name"],
    "languageCode": "en",
    "disableKinds": ["taxonomy", "term", "rss"],
    "menus": {"main": [{"name": "Companies", "pageRef": "/companies"}, {"name": "Roles", "pageRef": "/roles"}]},
    "markup": {"tableOfContents": {"startLevel": 2, "endLevel": 3}},
}


def stock(data: Path, folder: Path) -> None:
    """Write a MkDocs project of the guides in `data` with every page as Markdown."""
    guides = Guides(data)
    _project(folder, guides, {"plugins": ["search"]})
    for name in guides.names():
        _write(folder / "docs" / "guides" / f"{name}.md", guides.markdown(name))


def macros(data: Path, folder: Path) -> None:
    """Write the same project with guides as stubs for mkdocs-macros-plugin."""
    guides = Guides(data)
    _project(folder, guides, {"plugins": ["search", "macros"], "extra": {"data": str(data)}})
    shutil.copyfile(_STOCK / "guides.py", folder / "main.py")
    shutil.copyfile(_STOCK / "guide.md.jinja", folder / "guide.md.jinja")
    for name in guides.names():
        _write(folder / "docs" / "guides" / f"{name}.md", f'{{{{ guide("{name}") }}}}\n')


def same(data: Path, folder: Path, *, search: tuple[str, ...] = ()) -> None:
    """Write every page of ours as a stub for mkdocs-macros-plugin, beside the authored pages."""
    shutil.copytree(_DOCS, folder / "docs", ignore=shutil.ignore_patterns("assets"))
    _write(folder / "mkdocs.yml", json.dumps({**_CONFIG, "plugins": [*search, "macros"], "extra": {"data": str(data)}}))
    shutil.copyfile(_STOCK / "pages.py", folder / "main.py")
    for page in project.open_site(data).site.pages:
        _write(folder / "docs" / f"{page.path}.md", f'{front_matter(page)}{{{{ made("{page.path}") }}}}\n')


def searched(data: Path, folder: Path) -> None:
    """Write the project of `same` with Material's search."""
    same(data, folder, search=("search",))


def hugo(data: Path, folder: Path) -> None:
    """Write the same pages as `stock` as a project for Hugo."""
    guides = Guides(data)
    _write(folder / "hugo.json", json.dumps(_HUGO))
    shutil.copytree(_STOCK / "hugo", folder / "layouts")
    content = folder / "content"
    for name in guides.names():
        title = guides.title(name)
        front = json.dumps({"title": title, "description": f"Pay of a {title}"})
        _write(content / "guides" / f"{name}.md", f"{front}\n\n{guides.markdown(name)}")
    _listings(content, guides, "_index.md", "../../guides/{}/")


def plain(site: Path, folder: Path) -> float:
    """Write the HTML of `site` into `folder`; give the seconds that it took, without the reading."""
    pages = {path.relative_to(site): path.read_bytes() for path in site.rglob("*.html")}
    start = time.perf_counter()
    for path, html in pages.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(html)
    return time.perf_counter() - start


def rendered(docs: Path, folder: Path) -> None:
    """Make a MkDocs project with Material's own search of the pages in `folder`, and of the authored pages."""
    shutil.copytree(docs, folder / "docs", dirs_exist_ok=True, ignore=shutil.ignore_patterns("assets"))
    _write(folder / "mkdocs.yml", json.dumps({**_CONFIG, "plugins": ["search"], "nav": [{"Home": "index.md"}]}))


def _project(folder: Path, guides: Guides, more: dict[str, object]) -> None:
    """Write the configuration of MkDocs, and the pages that list guides."""
    _write(folder / "mkdocs.yml", json.dumps({**_CONFIG, **more}))
    _listings(folder / "docs", guides, "index.md", "../guides/{}.md")


def _listings(pages: Path, guides: Guides, index: str, address: str) -> None:
    """Write the pages that list guides: by company, by role, and the home page."""
    end = address.partition("{}")[2]
    for number, kind in enumerate(("companies", "roles")):
        listed: dict[str, list[str]] = {}
        for name in guides.names():
            listed.setdefault(name.split("/")[number], []).append(name)
        for entry, names in listed.items():
            lines = "".join(f"- [{guides.title(name)}]({address.format(name)})\n" for name in names)
            _write(pages / kind / f"{entry}.md", f"# {entry}\n\n{lines}")
        lines = "".join(f"- [{entry}]({entry}{end})\n" for entry in listed)
        _write(pages / kind / index, f"# {kind.capitalize()}\n\n{lines}")
    home = f"# Guides\n\nBy [company](companies/{index}) or [role](roles/{index}).\n"
    _write(pages / index, home.replace(index, "") if index.startswith("_") else home)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    kind, source, target = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    if kind == "plain":
        print(json.dumps({"seconds": plain(source, target)}))
    else:
        kinds = {
            "stock": stock,
            "macros": macros,
            "same": same,
            "searched": searched,
            "hugo": hugo,
            "rendered": rendered,
        }
        kinds[kind](source, target)
