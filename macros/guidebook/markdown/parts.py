"""Read one block by what the last heading was of: what is understood gets its field, the rest stays as it is."""

import re
from collections.abc import Callable

from guidebook.markdown import grid, levels, levers, tables
from guidebook.markdown.blocks import Block, blocks
from guidebook.markdown.inline import plain, prose
from guidebook.markdown.lists import read_list
from guidebook.markdown.reader import (
    BOLD_LEVEL,
    NO_LEVEL,
    Reader,
    add_lever,
    close_part,
    dna,
    kind_of,
    label_of,
    more_strategy,
    starts_with_label,
    strategy_of,
)
from guidebook.markdown.sources import source as evidence

_BOLD_DNA = re.compile(r"\W*(\*\*|__)negotiation dna\s*:(?:(?!\1).)+\1\W*", re.IGNORECASE)
_OWN_NUMBER = re.compile(r"\W*(\d{1,2})\s*[.):—–-]")
"""The number of the section that the levers are, as in `4. Global Levers`."""
_NUMBERED_NOTE = re.compile(r"\s*\[\^?\d{1,3}\]:?\s*\S")
"""A line as `[1] Levels.fyi, 2025`."""
_ITALIC = re.compile(r"^\s*(?P<mark>[*_])(?![*_])(?P<words>.+?)(?P=mark)\s*$", re.DOTALL)


def _heading(reader: Reader, block: Block) -> None:
    if reader.open_lever and block.level == BOLD_LEVEL and levers.is_of_script(block.words):
        reader.open_lever[1].append(block.text)
        return
    kind = kind_of(block.words)
    label = starts_with_label(block.words)
    is_numbered = _is_lever(reader, block.words, block.level) and kind in {"", "levers"}
    if is_numbered or (not kind and _is_lever_by_place(reader, block)):
        close_part(reader)
        reader.open_lever, reader.is_unnumbered = (block.words, []), not is_numbered
        reader.lever_level = NO_LEVEL if is_numbered else block.level
        reader.kind = "levers"
        return
    close_part(reader)
    if kind or block.level <= reader.levers_at:
        reader.levers_at, reader.lever_level = block.level if kind == "levers" else 0, 0
    reader.kind, reader.about = kind, plain(block.words)
    if kind == "strategy" and label and label["rest"]:
        more_strategy(reader, block.words)
        return
    if kind == "dna" and _is_of_tags(reader, plain(block.words)):
        return
    _split_heading(reader, block.words, kind)


def _is_lever(reader: Reader, words: str, level: int) -> bool:
    """True for a heading or bold words that are one lever by name, or by number while the part of the levers lasts."""
    if not levers.is_headed(words, among_levers=reader.kind == "levers"):
        return False
    number, of_part = levers.number_of(words), _OWN_NUMBER.match(reader.about)
    if "lever" in plain(words).lower() or not number or not reader.levers_at or level > reader.levers_at:
        return True
    if of_part:
        return level == reader.levers_at and number != int(of_part[1]) + 1
    last = levers.number_of(reader.open_lever[0]) if reader.open_lever else None
    return level == reader.levers_at or (reader.levers_at == BOLD_LEVEL and number == (last or 0) + 1)


def _is_lever_by_place(reader: Reader, block: Block) -> bool:
    """True for a heading right under that of the levers, or one like it, which is a lever where it has a script."""
    is_under = 0 < reader.levers_at < block.level and not block.words.rstrip("*_ ").endswith(":")
    return is_under and reader.lever_level in {0, block.level}


def _is_of_tags(reader: Reader, words: str) -> bool:
    """Read `**Negotiation DNA: a | b**`, tags and all in bold; False where no tags follow the colon."""
    head, colon, rest = words.partition(":")
    if not colon or "|" not in rest or "dna" in reader.draft.data:
        return False
    close_part(reader)
    reader.kind = "dna"
    reader.draft.heading(head)
    dna(reader, rest, is_inline=True)
    return True


def _split_heading(reader: Reader, words: str, kind: str) -> None:
    """`Level Mapping: A = B` as a heading holds the mapping itself."""
    head, colon, rest = words.partition(":")
    if colon and kind == "levels" and (made := levels.mappings(rest, reader.names)):
        reader.draft.heading(head)
        for mapping in made:
            reader.draft.add("mapping", mapping)
        return
    reader.draft.heading(words)


def _text(reader: Reader, block: Block) -> None:
    text = block.text.strip()
    if len(several := _adjoining(block)) > 1:
        for one in several:
            _text(reader, one)
        return
    label = label_of(text)
    if _BOLD_DNA.fullmatch(text) and _is_of_tags(reader, plain(text)):
        return
    if label and (kind := kind_of(label[0])):
        close_part(reader)
        reader.kind, reader.about, reader.levers_at = kind, plain(label[0]), 0
        reader.draft.heading(label[0])
        if label[1].strip():
            _of_kind(reader, label[1], block.line, is_inline="\n" not in text[: text.find(label[1][:20])])
        return
    bold = starts_with_label(text)
    if bold and _is_lever(reader, bold["words"], BOLD_LEVEL) and not bold["lead"].strip("-"):
        close_part(reader)
        reader.open_lever = (bold["words"], [bold["rest"]] if bold["rest"].strip() else [])
        reader.is_unnumbered, reader.lever_level = False, NO_LEVEL
        reader.kind = "levers"
    elif bold and reader.kind == "levers" and _is_labelled_lever(reader, bold):
        add_lever(reader, bold["words"], bold["rest"], None)
    elif reader.kind == "evidence" and all(_NUMBERED_NOTE.match(line.text) for line in block.lines):
        for made in filter(None, (evidence(line.text) for line in block.lines)):
            reader.draft.source(made)
    else:
        _of_kind(reader, text, block.line)


def _is_labelled_lever(reader: Reader, bold: re.Match[str]) -> bool:
    """True among the levers for bold words with a colon and a script after them."""
    has_colon = ":" in bold["inside"] + bold["outside"]
    is_script = has_colon and not levers.is_of_script(bold["words"]) and levers.body(bold["rest"]).say
    return reader.open_lever is None and bool(is_script)


def _adjoining(block: Block) -> list[Block]:
    """The levers of a paragraph apart: each line that begins with a lever's bold words, after one that does."""
    starts = [0]
    last = starts_with_label(block.lines[0].text)
    for at, line in enumerate(block.lines[1:], 1):
        label = starts_with_label(line.text)
        if last and label and levers.follows(last["words"], label["words"]):
            starts.append(at)
            last = label
    ends = [*starts[1:], len(block.lines)]
    return [Block("text", block.lines[start:end]) for start, end in zip(starts, ends, strict=True)]


def _of_kind(reader: Reader, text: str, line: int, *, is_inline: bool = False) -> None:
    """A paragraph, by what the last heading was of."""
    if reader.open_lever:
        reader.open_lever[1].append(text)
    elif (italic := _ITALIC.match(text)) and reader.draft.order and reader.draft.order[-1].startswith("table-"):
        _note(reader, italic["words"])
    elif reader.kind == "dna":
        dna(reader, text, is_inline=is_inline)
    elif reader.kind == "levels" and (made := levels.with_prose(text, reader.names))[0]:
        for mapping in made[0]:
            reader.draft.add("mapping", mapping)
        if made[1]:
            reader.draft.text(made[1])
    elif reader.kind == "strategy":
        more_strategy(reader, text)
    else:
        reader.draft.text(text)
        if reader.kind == "levels" and re.search(r"[=≈]", text):
            reader.notes.add("level mappings kept as text", line, text[:60])


def _note(reader: Reader, words: str) -> None:
    table = reader.draft.data["tables"][-1]
    if "note" in table:
        reader.draft.text(words)
    else:
        table["note"] = prose(words)


def _quote(reader: Reader, block: Block) -> None:
    inner = blocks(block.lines)
    texts = [item for item in inner if item.kind in {"text", "heading"}]
    first = texts[0].words if texts and texts[0].kind == "heading" else texts[0].text if texts else ""
    label = label_of(first.strip())
    kind = kind_of(label[0]) if label else kind_of(first) if texts and texts[0].kind == "heading" else ""
    if kind == "strategy":
        close_part(reader)
        reader.kind, reader.levers_at = "strategy", 0
        reader.draft.heading(label[0] if label else first)
        rest = [label[1]] if label and label[1].strip() else []
        strategy_of(reader, [*rest, *(item.text for item in inner if item is not texts[0])], block.line)
        reader.kind = ""
    elif reader.open_lever:
        reader.open_lever[1].append(_as_said(block))
    elif reader.kind == "strategy":
        more_strategy(reader, _as_said(block))
    elif kind or any(item.kind in {"table", "heading"} for item in inner):
        for item in inner:
            READERS[item.kind](reader, item)
    else:
        reader.draft.text("\n".join(f"> {line.text}" if line.text.strip() else ">" for line in block.lines))


def _as_said(block: Block) -> str:
    """A quoted block of one voice: said, whether it stands in quotation marks or not."""
    text = block.text.strip()
    is_plain = (
        "\n\n" not in text and not re.search(r"[\"“”]", text) and len(text.split()) >= 5 and not starts_with_label(text)
    )
    return f"“{text}”" if is_plain else text


def _table(reader: Reader, block: Block) -> None:
    close_part(reader)
    reader.kind = "" if reader.kind == "dna" else reader.kind  # prose under the pay table is no more of the DNA
    found = grid.read_cells(block)
    about = [reader.about, reader.draft.data.get("sections", [{}])[-1].get("title", "")]
    is_own = not grid.is_of_others(found, reader.title.company)
    made = tables.pay_table(found, about, reader.source, reader.places, reader.notes) if is_own else None
    if made and reader.kind not in {"levels", "evidence"}:
        reader.draft.add("table", made)
    else:
        reader.draft.grid(found.head, found.rows)


def _code(reader: Reader, block: Block) -> None:
    if reader.open_lever:
        reader.open_lever[1].append(block.text)
    elif reader.kind == "strategy":
        more_strategy(reader, block.text)
    else:
        reader.draft.text(block.text)


READERS: dict[str, Callable[[Reader, Block], None]] = {
    "heading": _heading, "text": _text, "list": read_list, "quote": _quote, "table": _table, "code": _code,
}  # fmt: skip
"""What reads each kind of block."""
