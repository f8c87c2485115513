"""Compare guides in Markdown with the pages that they become: every word and figure, in order.

    python tests/markdown/compare.py FILE...    (`make roundtrip FILES="..."`)

Each file is imported into a copy of the data without guides and its page is rendered. Printed is how much of the
file stands in its page in the file's order; the command exits 1 where a file was neither whole nor refused.
"""

import html
import re
import shutil
import sys
import tempfile
from pathlib import Path

from click.testing import CliRunner

from guidebook import project
from guidebook.cli import main
from guidebook.render import Renderer

ROOT = Path(__file__).resolve().parents[2]
TOKEN = re.compile(r"[^\W_]+")
TAG = re.compile(r"<(/?)(\w+)([^>]*)>")
_ELEMENT = re.compile(
    r"</?(?:a|abbr|b|br|caption|code|col|colgroup|details|div|em|h[1-6]|hr|i|img|li|ol|p|span|strong|sub|summary|sup"
    r"|table|tbody|td|tfoot|th|thead|tr|u|ul)(?:\s+[\w-]+=(?:\"[^\"]*\"|'[^']*'|[^\s\"'<>]+)|\s+(?:open|hidden))*\s*/?>"
)
"""An element of HTML: its name, then attributes alone. Any other words in angle brackets are words."""
_CODE = re.compile(r"^[ >]*(```|~~~).*?^[ >]*\1|(?<!`)(`+)(?!`)[^`\n]+\2(?!`)", re.MULTILINE | re.DOTALL)
_LINKED = re.compile(r"<a\s[^<>]*?href=\"([^\"]*)\"[^<>]*>(.*?)</a>")
_PICTURE = re.compile(r"<img\s[^<>]*?src=\"([^\"]*)\"[^<>]*?alt=\"([^\"]*)\"[^<>]*>")


def copied(folder):
    """The data with few companies and no guides, so that a site of imported guides is made quickly."""
    data = folder / "data"
    left = shutil.ignore_patterns("companies", "guides", "evidence")
    shutil.copytree(ROOT / "data", data, ignore=left)
    few = lambda _folder, names: [name for name in names if name[0] not in "gm"]  # noqa: E731
    shutil.copytree(ROOT / "data" / "companies", data / "companies", ignore=few)
    return data


def written(folder, name, title, words="Some words.\n"):
    """The path of a new guide in Markdown under `title`."""
    path = folder / name
    path.write_text(f"### {title}\n\n{words}", encoding="utf-8")
    return path


def take_in(data, *files, options=()):
    """Run the command as a person does."""
    return CliRunner().invoke(main, ["import", *map(str, files), "--data", str(data), *options], catch_exceptions=False)


def pages_of(data):
    """The HTML of each guide's page by its path."""
    site = project.open_site(data).site
    renderer = Renderer(site)
    return {
        page.path: renderer.html(renderer.markdown(page))[0] for page in site.pages if page.path.startswith("guides/")
    }


def words_of_markdown(text):
    """Words and figures in the order in which a reader meets them, without the marks of Markdown and HTML."""
    text = text.replace("\ufeff", "").replace("\r\n", "\n")
    text = _CODE.sub(lambda found: found[0].replace("<", " "), text)
    lines = [line for line in text.split("\n") if not re.fullmatch(r"\s*\|?[\s:|-]+\|?\s*", line)]
    lines = [re.sub(r"^\s*(?:>\s*)*(?:#{1,6}\s+|\d{1,3}[.)]\s+)?", "", line) for line in lines]
    text = _LINKED.sub(r"\2 \1", _PICTURE.sub(r"\2 \1", "\n".join(lines)))
    text = re.sub(r"<abbr title=\"([^\"]*)\">(.*?)</abbr>", r"\2 \1", text)
    text = html.unescape(_ELEMENT.sub(" ", re.sub(r"</?sub>", "", text)))
    text = re.sub(r"\[([^\]]*)\]\(([^)\s]+)\)", r"\1 \2", text)
    return TOKEN.findall(re.sub(r"[*`]", "", text).casefold())


def words_of_page(page):
    """Words and figures of a page in the order in which they stand; a link's address after its words."""
    found, addresses, position = [], [], 0
    for tag in TAG.finditer(page):
        found.append(page[position : tag.start()])
        position = tag.end()
        if tag[2] == "a":
            address = re.search(r'href="([^"]*)"', tag[3])
            addresses.append(address[1] if address else "") if not tag[1] else found.append(f" {addresses.pop()} ")
        elif tag[2] not in {"b", "strong", "em", "code"}:
            found.append(" ")
    return TOKEN.findall(html.unescape("".join([*found, page[position:]])).casefold())


def lost(markdown, page):
    """The words of the Markdown that do not stand in the page in the same order."""
    ready = iter(words_of_page(page))
    return [word for word in words_of_markdown(markdown) if not any(word == other for other in ready)]


def compared(path):
    """A line about one file, and whether it came in whole or was refused."""
    with tempfile.TemporaryDirectory(prefix="guidebook-") as folder:
        data = copied(Path(folder))
        done = take_in(data, path)
        if done.exit_code:
            return f"refused  {done.stdout.rstrip()}", True
        [page] = pages_of(data).values()
    text = path.read_text(encoding="utf-8-sig")
    count, missing = len(words_of_markdown(text)), lost(text, page)
    share = 100 * (1 - len(missing) / count) if count else 100
    line = f"{share:6.2f} %  of {count:,} words and figures in order  {path.as_posix()}"
    return line + (f"  lost: {' '.join(missing[:8])}" if missing else ""), not missing


if __name__ == "__main__":
    results = [compared(Path(name)) for name in sys.argv[1:]]
    print("\n".join(line for line, _ in results))
    sys.exit(not all(is_sound for _, is_sound in results))
