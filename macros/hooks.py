"""The only file that knows MkDocs: puts the pages of the data into its build.

A failed build leaves the former site as it was: pages are built into a folder beside it,
which takes its place once the build is done.
"""

import base64
import gc
import hashlib
import logging
import os
import re
import shutil
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import _TocToken, get_toc

from guidebook import body, project
from guidebook.cli import addresses
from guidebook.files import files as site_files
from guidebook.problems import DataError, summary
from guidebook.render import Renderer, front_matter, metadata
from guidebook.site import Page

log = get_plugin_logger("guidebook")

_STAGING = ".new"
_SEARCH = "material/search"
_INLINE_SCRIPT = re.compile(r"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", re.DOTALL)
_IDLE_SPACE = re.compile(r"\n\s+")
_POLICY_HASHES = "'inline-scripts'"


class _Build:
    """What one build carries from event to event."""

    renderer: Renderer | None = None
    command = "build"
    site_dir: Path | None = None
    is_done = False


_build = _Build()


class GeneratedPage(MkDocsPage):
    """A page of the data. Its HTML is ready, so that no Markdown has to be read."""

    def __init__(self, page: Page, file: File, config: MkDocsConfig) -> None:
        super().__init__(str(escape(page.short or page.title)), file, config)
        self.source = page

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002  the signature is MkDocs' own
        """Take title and description from the page; MkDocs puts them into HTML as they are."""
        texts = {name: str(escape(value)) for name, value in metadata(self.source).items() if isinstance(value, str)}
        self.markdown = ""
        self.meta = {**metadata(self.source), **texts, "search": {"exclude": True}, "date": self.source.changed}

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002  the signature is MkDocs' own
        """Render the page's templates."""
        assert _build.renderer is not None
        self.content, contents = _build.renderer.html(_build.renderer.markdown(self.source))
        self.toc = get_toc([_token(entry) for entry in contents])
        self.present_anchor_ids = set(re.findall(r'\bid="([^"]+)"', self.content))


def on_startup(command: str, dirty: bool) -> None:  # noqa: ARG001, FBT001  the signature is MkDocs' own
    """Note whether the site is served or built."""
    _build.command = command


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read and check the data before anything of the former site is touched."""
    data = Path(os.environ.get("GUIDEBOOK_DATA") or Path(config.config_file_path).parent / "data")
    try:
        opened = project.open_site(data)
    except DataError as error:
        for problem in error.problems:
            log.log(logging.WARNING if problem.is_warning else logging.ERROR, str(problem))
        raise Abort(summary(error.problems)) from None
    gc.disable()  # a build makes objects to keep; looking for cycles among them costs a third of its time
    if opened.warnings:
        log.info("%s; `guidebook check` lists them", summary(opened.warnings))
    if "GUIDEBOOK_DATA" in os.environ:  # the authored pages link to the levers of the project's own data
        config.validation.links.not_found = config.validation.nav.not_found = logging.INFO
    _build.renderer = Renderer(opened.site, addresses(config.repo_url, config.edit_uri))
    _build.is_done = False
    if _build.command == "build" and _build.site_dir is None:
        _build.site_dir = Path(config.site_dir)
        config.site_dir = str(_build.site_dir) + _STAGING
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add a page for everything that the data gives, and the files beside the pages."""
    assert _build.renderer is not None
    for page in _build.renderer.site.pages:
        file = File.generated(config, f"{page.path}.md", content=front_matter(page))
        file.edit_uri = f"../data/{page.source}" if page.source else None
        GeneratedPage(page, file, config)
        files.append(file)
    for made in site_files(_build.renderer.site):
        files.append(File.generated(config, made.path, content=made.content()))
    return files


def on_page_markdown(markdown: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG001
    """Date every page by the data, not by the day of the build, so that two builds give the same bytes."""
    assert _build.renderer is not None
    page.update_date = page.meta.get("date") or _build.renderer.site.newest


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG001
    """Let the theme place the policy's hashes, which only the finished page gives, and write no idle space."""
    env.trim_blocks = env.lstrip_blocks = True
    env.globals["inline_script_hashes"] = _POLICY_HASHES
    return env


def on_post_page(output: str, page: MkDocsPage, config: MkDocsConfig) -> str:  # noqa: ARG001
    """Allow the page's own inline scripts by their hashes, and no others; drop idle space of generated pages."""
    return _with_policy(_IDLE_SPACE.sub("\n", output) if isinstance(page, GeneratedPage) else output)


def on_post_template(output: str, template_name: str, config: MkDocsConfig) -> str:  # noqa: ARG001
    """Do the same for pages that are the theme's own, such as 404."""
    return _with_policy(output)


@event_priority(50)
def on_post_build(config: MkDocsConfig) -> None:
    """Add each generated page to the search as one small entry, before the index is written."""
    assert _build.renderer is not None
    if _SEARCH in config.plugins:
        search: Any = config.plugins[_SEARCH]
        search.search_index.entries += [_entry(page) for page in _build.renderer.site.pages]
    _build.is_done = True
    gc.enable()


def on_build_error(error: Exception) -> None:  # noqa: ARG001  the signature is MkDocs' own
    """Note that what was built may not be published."""
    _build.is_done = False
    gc.enable()


def on_shutdown() -> None:
    """Put the new site in the place of the former one, or throw it away."""
    if _build.site_dir is None:
        return
    staging = Path(str(_build.site_dir) + _STAGING)
    if _build.is_done:
        former = Path(str(_build.site_dir) + ".old")
        shutil.rmtree(former, ignore_errors=True)
        if _build.site_dir.exists():
            _build.site_dir.rename(former)
        staging.rename(_build.site_dir)
        shutil.rmtree(former, ignore_errors=True)
    shutil.rmtree(staging, ignore_errors=True)
    _build.site_dir = None


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Any) -> LiveReloadServer:  # noqa: ARG001
    """Rebuild when another data folder changes, too."""
    if other := os.environ.get("GUIDEBOOK_DATA"):
        server.watch(other)
    return server


def _with_policy(output: str) -> str:
    hashes = {_hash(script) for script in _INLINE_SCRIPT.findall(output) if script}
    return output.replace(_POLICY_HASHES, " ".join(sorted(hashes)))


def _entry(page: Page) -> dict[str, Any]:
    return {"location": page.url, "title": str(escape(page.title)), "text": str(escape(", ".join(page.terms)))}


def _token(entry: body.TocEntry) -> _TocToken:
    heading = entry.heading
    children = [_token(child) for child in entry.children]
    return {"level": heading.level, "id": heading.id, "name": str(heading.words), "children": children}


def _hash(script: str) -> str:
    digest = hashlib.sha256(script.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
