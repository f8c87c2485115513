"""Read a list by what the last heading was of: levers, sources, mappings, tags, else words as they are."""

import re

from guidebook.markdown import levels, levers
from guidebook.markdown.blocks import MARKER, Block, Item
from guidebook.markdown.inline import plain
from guidebook.markdown.reader import NO_LEVEL, Reader, add_lever, more_strategy
from guidebook.markdown.sources import source as evidence


def read_list(reader: Reader, block: Block) -> None:
    """Read a list into the field of its part where every item is understood, else into the text of its section."""
    if reader.open_lever:
        reader.open_lever[1].append(block.text)
        return
    is_simple = reader.kind == "evidence" or all(_is_simple(item) for item in block.items)
    readers = {"levers": _lever_items, "evidence": _source_items, "levels": _mapping_items, "dna": _tag_items}
    if reader.kind in readers and (is_simple or reader.kind == "levers") and readers[reader.kind](reader, block):
        return
    if reader.kind == "strategy":
        more_strategy(reader, _shown_list(block))
    elif reader.kind == "dna":
        reader.draft.worth(_shown_list(block))
    else:
        reader.draft.text(_shown_list(block))


def _lever_items(reader: Reader, block: Block) -> bool:
    """Read a list of levers; False where an item has neither title nor script, or none has either at its start."""
    read = [levers.titled(item) for item in block.items]
    if any(read):
        read = [pair or levers.untitled(item) for pair, item in zip(read, block.items, strict=True)]
    if not all(read):
        return False
    for item, pair in zip(block.items, read, strict=True):
        assert pair
        reader.lever_level = NO_LEVEL
        add_lever(reader, pair[0], pair[1], _number(item))
    return True


def _source_items(reader: Reader, block: Block) -> bool:
    for item in block.items:
        if made := evidence(_as_one(item)):
            reader.draft.source(made)
    return True


def _as_one(item: Item) -> str:
    """The words of an item with those of the lists within it, whose items are parted by semicolons."""
    first, *more = [line.text for line in item.lines] or [""]
    return first + "".join(
        f"; {text[marker.end() :]}" if (marker := MARKER.match(text)) else f"\n{text}" for text in more
    )


def _mapping_items(reader: Reader, block: Block) -> bool:
    """Read a list of mappings; False where it is of something else."""
    text = "\n".join(" ".join(line.text for line in item.lines) for item in block.items)
    made = levels.mappings(text, reader.names) if re.search(r"[=≈≅]", text) else None
    for mapping in made or ():
        reader.draft.add("mapping", mapping)
    return bool(made)


def _tag_items(reader: Reader, block: Block) -> bool:
    """Read a list of tags; False where there are tags already."""
    found = [plain(" ".join(line.text for line in item.lines)) for item in block.items]
    found = [tag for tag in found if re.search(r"\w", tag)]
    if "dna" in reader.draft.data or "worth" in reader.draft.data or not found:
        return False
    reader.draft.put("dna", found)
    return True


def _shown_list(block: Block) -> str:
    """The list with markers that Markdown knows."""
    return re.sub(r"^(\s*)[•▪◦‣●→➜➤►▸](?=\s)", r"\1-", block.text, flags=re.MULTILINE)


def _is_simple(item: Item) -> bool:
    """True for an item of one paragraph."""
    texts = [line.text for line in item.lines]
    return (
        bool(texts)
        and all(text.strip() for text in texts)
        and not any(re.match(r"\s*(?:[-*+]|\d+[.)])\s", t) for t in texts[1:])
    )


def _number(item: Item) -> int | None:
    return int(re.findall(r"[0-9]+", item.marker)[0]) if item.marker[0].isdigit() else None
