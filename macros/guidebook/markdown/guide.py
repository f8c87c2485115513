"""Turn a file's blocks into a guide: find its title, then read every block in order."""

import re

from guidebook.markdown import dollars, title
from guidebook.markdown.blocks import Block, blocks
from guidebook.markdown.lines import Source
from guidebook.markdown.names import Names
from guidebook.markdown.parts import READERS
from guidebook.markdown.places import Places
from guidebook.markdown.reader import Reader, close_part

IN_FRONT_MATTER = -1
_TITLE = re.compile(r"^- title\s*[:=]\s*([\"']?)(?P<words>.+?)\1\s*$", re.MULTILINE | re.IGNORECASE)


def read(source: Source, names: Names, employers: frozenset[str]) -> Reader:
    """Read a file into a draft; RefusedError where its title or an amount of its table cannot be read."""
    head, found = split(source)
    at, read_title = find_title(source, found, names, head)
    said = dollars.statement("\n".join(line.text for line in source.lines))
    reader = Reader(source, names, Places(names, said), employers, read_title)
    for line in source.lines:
        if "<!--" in line.raw:
            reader.notes.add("comments that the page shows as text", line.number, line.text.strip()[:60])
    fill(reader, head, found, at)
    return reader


def find_title(source: Source, found: list[Block], names: Names, head: str = "") -> tuple[int, title.Title]:
    """The first heading that calls the file a guide, by its place among the blocks; RefusedError where none does.

    One whose role and company cannot be told apart counts only where no other calls the file a guide.
    The front matter's title counts where no heading does; its place is IN_FRONT_MATTER.
    """
    unread = None
    for number, block in _candidates(found):
        words = block.words if block.kind == "heading" else block.text
        if unread and not title.is_of_guide(words):
            continue
        read = title.read(words, names)
        above = found[number - 1].words if number else ""
        if read is None and "|" in above and (split := title.read(above, names)):
            return number - 1, split
        if read:
            return number, read
        unread = unread or block
    if unread:
        wrong = "the title does not tell role and company apart"
        raise source.refuse(unread.line, "title without role or company", wrong, f"write it like {title.FORM}")
    stated = _TITLE.search(head)
    if stated and title.is_title(stated["words"]) and (read := title.read(stated["words"], names)):
        return IN_FRONT_MATTER, read
    line = next((block.line for block in found if block.kind == "heading"), found[0].line if found else 1)
    raise source.refuse(line, "no title", "there is no title of a guide", f"begin with a line like {title.FORM}")


def _candidates(found: list[Block]) -> list[tuple[int, Block]]:
    """The blocks that may be the title with their places: sentences, which may speak of any guide, come last."""
    made = [
        (number, block)
        for number, block in enumerate(found)
        if (words := block.words if block.kind == "heading" else block.text if block.kind == "text" else "")
        and "\n" not in words
        and title.is_title(words)
    ]
    return sorted(made, key=lambda pair: pair[1].kind == "text" and _is_sentence(pair[1].text))


def _is_sentence(text: str) -> bool:
    return re.search(r"\w[.!?][*_\s]*$", text) is not None


def split(source: Source) -> tuple[str, list[Block]]:
    """The front matter of a file, and the blocks under it."""
    lines = list(source.lines)
    first = next((number for number, line in enumerate(lines) if line.text.strip()), 0)
    if lines[first].text.strip() in {"---", "+++"}:
        end = next(
            (n for n in range(first + 1, len(lines)) if lines[n].text.strip() == lines[first].text.strip()), None
        )
        between = lines[first + 1 : end] if end else []
        if end and all(re.match(r"\s*(?:[\w-]+\s*[:=]|- |#|$|\s+\S|\]|\})", line.text) for line in between):
            head = "\n".join(_listed(line.text.strip()) for line in between if re.search(r"\w", line.text))
            return head, blocks(lines[end + 1 :])
    return "", blocks(lines)


def _listed(text: str) -> str:
    """A line of the front matter as an item, an item of its own lists within the one before."""
    return f"  {text}" if text.startswith("- ") else f"- {text}"


def fill(reader: Reader, head: str, found: list[Block], at: int) -> None:
    """Read every block into the reader's draft; the block `at` is the title."""
    draft = reader.draft
    if at == IN_FRONT_MATTER:
        draft.put("heading", reader.title.words)
    if head:
        draft.text(head)
    for number, block in enumerate(found):
        if number == at:
            close_part(reader)
            draft.put("heading", reader.title.words)
        else:
            reader.line = block.line
            READERS[block.kind](reader, block)
    close_part(reader)
