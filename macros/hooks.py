"""The only file that knows MkDocs: puts the pages of the data into its build.

A build goes into a folder beside the former site. Pages outside the nav are thousands: MkDocs knows them, so that links
are checked, but the theme's frame of each kind is rendered once and filled in several processes, or when a page is
asked for. GUIDEBOOK_PLAIN=1 leaves them to MkDocs; the bytes are the same.
"""

import gc
import logging
import os
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import escape
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import get_toc

from guidebook import body, frame, parallel, project, served, slim, staging
from guidebook.files import SiteFile
from guidebook.page import Page, addresses
from guidebook.problems import DataError, summary
from guidebook.render import Renderer, metadata
from guidebook.shrink import is_code, shrunk

log = get_plugin_logger("guidebook")


class _Build:
    """What one build carries from event to event."""

    renderer: Renderer
    nav: Navigation
    env: Environment
    files: Files
    filled: list["FilledFile"]
    frames: dict[Any, frame.Frame]
    made: list[Any]
    command = "build"
    site_dir: Path | None = None
    is_done = False


_build = _Build()
_pages = served.Pages()


class GeneratedPage(MkDocsPage):
    """A page of the data. Its HTML is ready, so that no Markdown has to be read."""

    def __init__(self, page: Page, file: File, config: MkDocsConfig) -> None:
        super().__init__(str(escape(page.short or page.title)), file, config)
        self.source = page

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002  the signature is MkDocs' own
        """Take title and description from the page; MkDocs puts them into HTML as they are."""
        texts = {name: str(escape(value)) for name, value in metadata(self.source).items() if isinstance(value, str)}
        self.markdown = ""
        self.meta = {**metadata(self.source), **texts, "date": self.source.changed}

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002  the signature is MkDocs' own
        """Render the page's templates."""
        self.content, contents = self.html()
        self.toc = get_toc([entry.token() for entry in contents])
        self.present_anchor_ids = body.anchors(self.content)

    def html(self) -> tuple[str, list[body.TocEntry]]:
        """The page's own HTML and its headings."""
        return _build.renderer.html(_build.renderer.text(self.source))


class FilledFile(File):
    """A page that is linked to and listed, but not built by MkDocs; or what `made` gives, in the same way."""

    page: GeneratedPage
    made: SiteFile | None = None
    is_left_alone = False

    def is_documentation_page(self) -> bool:
        """Say no once the address is made, so that MkDocs leaves the page alone."""
        return not self.is_left_alone

    def copy_file(self, dirty: bool = False) -> None:  # noqa: FBT001, FBT002  the signature is MkDocs' own
        """Leave it to `_fill`."""


def on_startup(command: str, dirty: bool) -> None:  # noqa: ARG001, FBT001  the signature is MkDocs' own
    """Note whether the site is served or built."""
    _build.command = command


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read and check the data before anything of the former site is touched."""
    data = Path(os.environ.get("GUIDEBOOK_DATA") or Path(config.config_file_path).parent / "data")
    gc.disable()  # a build makes objects to keep; looking for cycles among them costs a third of its time
    try:
        opened = project.open_site(data)
    except DataError as error:
        for problem in error.problems:
            log.log(logging.WARNING if problem.is_warning else logging.ERROR, str(problem))
        raise Abort(summary(error.problems)) from None
    _pages.close()
    if opened.warnings:
        log.info("%s; `guidebook check` lists them", summary(opened.warnings))
    if "GUIDEBOOK_DATA" in os.environ:  # the authored pages link to the levers of the project's own data
        config.validation.links.not_found = config.validation.nav.not_found = logging.INFO
    _build.renderer = Renderer(opened.site, addresses(config), is_served=_build.command == "serve")
    if _build.command == "build" and _build.site_dir is None:
        _build.site_dir = Path(config.site_dir)
        config.site_dir = str(staging.staging(_build.site_dir))
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add a page for everything that the data gives, and the files beside the pages."""
    listed = set(frame.listed(config.nav))
    is_plain = bool(os.environ.get("GUIDEBOOK_PLAIN"))
    _build.files, _build.filled, _build.frames = files, [], {}
    for page in _build.renderer.site.pages:
        kind = File if is_plain or f"{page.path}.md" in listed else FilledFile
        file = kind.generated(config, f"{page.path}.md", content="")  # its page is made below, and reads nothing
        file.edit_uri = f"../data/{page.source}" if page.source and "edit" not in page.hide else None
        GeneratedPage(page, file, config)
        files.append(file)
        if isinstance(file, FilledFile):
            file.page.read_source(config)
            file.is_left_alone = bool(file.dest_uri)
            _build.filled.append(file)
    for own in files:
        if own.src_dir == config.docs_dir and is_code(Path(own.src_uri)):
            own.content_string = shrunk(Path(config.docs_dir, own.src_uri))
    _build.made = _build.renderer.files(with_companions=is_plain)
    for made in _build.made:
        kind = File if is_plain else FilledFile
        file = kind.generated(config, made.path, content=made.content() if is_plain else "")
        files.append(file)
        if isinstance(file, FilledFile):
            file.made, file.is_left_alone = made, True
            _build.filled.append(file)
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:  # noqa: ARG001
    """Note the nav, which stands in every frame."""
    _build.nav = nav
    return nav


def on_page_markdown(markdown: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG001
    """Date every page by the data, not by the day of the build, so that two builds give the same bytes."""
    page.update_date = page.meta.get("date") or _build.renderer.site.newest


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Let the theme place the finder's data."""
    env.trim_blocks = env.lstrip_blocks = True
    env.add_extension(slim.SlimFrame)
    env.globals.update({made.name: made.path for made in _build.made if made.name}, is_served=_build.command == "serve")
    _build.env = env
    for page in files.documentation_pages():
        for target in page.page.links_to_anchors or () if page.page else ():
            if isinstance(target, FilledFile):  # somebody links into it, so its anchors must be known
                target.page.render(config, files)
    return env


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> dict[str, Any]:  # noqa: ARG001
    """List the filled pages in the sitemap, too."""
    context["pages"] = [file for file in _build.files if file.page]
    return context


def on_post_page(output: str, page: MkDocsPage, config: MkDocsConfig) -> str:  # noqa: ARG001
    """Drop idle space of generated pages."""
    return frame.tight(output) if isinstance(page, GeneratedPage) else output


def on_post_build(config: MkDocsConfig) -> None:
    """Write the filled pages; of a served site each when it is asked for."""
    fill = partial(_fill, config)
    if _build.command == "serve":
        makers = {file.dest_uri: partial(fill, file) for file in _build.filled}
        pages = [file for file in _build.filled if not file.made]
        _pages.open({path: makers[file.dest_uri] for file in pages for path in file.page.source.companions} | makers)
    else:  # the first of each kind here, so that templates and frames are there before the processes are
        firsts = {file.page.source.template: file for file in _build.filled if not file.made}
        rest = [file for file in _build.filled if file.made or firsts[file.page.source.template] is not file]
        for _ in chain(map(fill, firsts.values()), parallel.each(fill, rest)):
            pass
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
    if _build.is_done:
        staging.publish(_build.site_dir)
    staging.discard(_build.site_dir)
    _build.site_dir = None


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Any) -> LiveReloadServer:  # noqa: ARG001
    """Make pages when they are asked for, and rebuild when another data folder changes, too."""
    server.set_app(_pages.before(server.serve_request, server.mount_path))
    server.watch(os.environ.get("GUIDEBOOK_DATA") or config.docs_dir)
    return server


def _fill(config: MkDocsConfig, file: FilledFile) -> None:
    """Write one page, the theme's frame of its kind with its own HTML, or one file."""
    if file.made:
        staging.write(file.abs_dest_path, file.made.content())
        return
    page = file.page
    content, contents = page.html()
    key = frame.key(page, contents)
    if key not in _build.frames:
        _build.frames[key] = _new_frame(page, config, contents)
    staging.write(file.abs_dest_path, frame.fill(_build.frames[key], page, content, contents))
    for path, text in _build.renderer.companions(page.source):
        staging.write(f"{config.site_dir}/{path}", text)


def _new_frame(page: GeneratedPage, config: MkDocsConfig, contents: list[body.TocEntry]) -> frame.Frame:
    """Have the theme render a page like this one, with marks where pages differ."""
    sample, marked = frame.sample(page, contents, _build.renderer.heading)
    sample.toc = get_toc([entry.token() for entry in marked])
    context = get_context(_build.nav, [], config, sample)
    context = config.plugins.on_page_context(context, page=sample, config=config, nav=_build.nav)
    html = config.plugins.on_post_page(_build.env.get_template("main.html").render(context), page=sample, config=config)
    part = _build.env.get_template("partials/contents-item.html")
    entries = [part.render({**context, "toc_item": item}) for item in sample.toc.items[0].children]
    return frame.cut(html, sample.content or "", frame.tight("".join(entries)))
