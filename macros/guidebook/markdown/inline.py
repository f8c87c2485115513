"""Words of one line or paragraph: as plain text, and as the small Markdown that the data allows."""

import re

_LINK = re.compile(
    r"(!?)\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\(\s*<?([^()\s<>]*(?:\([^()\s]*\)[^()\s<>]*)*)>?(?:\s+[\"'(]([^\"')]*)[\"')])?\s*\)"
)
_REFERENCE = re.compile(r"^(\s{0,3})\[([^\]]+)\]:[ \t]*", re.MULTILINE)
_HTTPS = re.compile(r"https://[^\s\"'<>\\`*_\[\](){}|]+(?:_[^\s\"'<>\\`*\[\](){}|]+)*")
_BARE = re.compile(r"https?://[^\s<>\"'\])}|*`]+")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_STRONG = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1", re.DOTALL)
_EMPHASIS = re.compile(
    r"(?<![\w*])\*(?=[^\s*])([^*]+?)(?<=[^\s*])\*(?![\w*])|(?<![\w_])_(?=[^\s_])([^_]+?)(?<=[^\s_])_(?![\w_])"
)
_CODE = re.compile(r"(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)
_STRUCK = re.compile(r"~~(?=\S)(.+?)(?<=\S)~~")
_MARKED = re.compile(r"[*_`~\\<]|\]\(")
_BRACES = str.maketrans({"{": "[", "}": "]"})


def plain(text: str) -> str:
    """The words of Markdown text on one line: no emphasis, no code marks, links as words and address."""
    if not _MARKED.search(text):
        return " ".join(text.split())
    words = _LINK.sub(_spelled, text) if "](" in text else text
    words = _CODE.sub(r"\2", words) if "`" in words else words
    for _ in range(3 if "**" in words or "__" in words else 0):  # emphasis within emphasis
        words = _STRONG.sub(r"\2", words)
    words = _EMPHASIS.sub(lambda found: found[1] or found[2], words)
    words = _STRUCK.sub(r"\1", words) if "~~" in words else words
    words = _ESCAPED.sub(r"\1", words) if "\\" in words else words
    return _apart(" ".join(words.split()))


def script(text: str) -> str:
    """The words of something to say; braces would be blanks to fill, so they become brackets."""
    return plain(text).translate(_BRACES)


def prose(text: str) -> str:
    """Markdown text as the data allows it: links lead to https or are spelled out, nothing else changes."""
    words = _LINK.sub(_kept, text) if "](" in text else text
    words = words.replace("](", "] (") if _has_odd_link(words) else words
    words = _REFERENCE.sub(r"\1[\2] : ", words)
    words = _STRUCK.sub(r"\1", words) if "~~" in words else words
    return _apart("\n".join(line.rstrip() for line in words.split("\n")).strip("\n"))


def links(text: str) -> list[str]:
    """The https addresses in Markdown text, in order, each once."""
    found = [match[3] for match in _LINK.finditer(text)] + _BARE.findall(_LINK.sub("", text))
    return [address for address in dict.fromkeys(item.rstrip(".,;:!?") for item in found) if is_link(address)]


def is_link(address: str) -> bool:
    """True for an address that the data may link to."""
    return _HTTPS.fullmatch(address) is not None and "." in address.split("/")[2]


def _spelled(found: re.Match[str]) -> str:
    parts = [found[2], f"({found[3]})" if found[3] and found[3] != found[2] else "", found[4] or ""]
    return " ".join(part for part in parts if part)


def _kept(found: re.Match[str]) -> str:
    if not is_link(found[3]) or not found[2].strip() or "[" in found[2]:
        return _spelled(found)
    title = f" ({found[4]})" if found[4] else ""
    return f"[{found[2]}]({found[3]}){title}"


def _has_odd_link(words: str) -> bool:
    """True where something like a link is left that the data would refuse."""
    return any(not is_link(match[1]) for match in re.finditer(r"\]\(\s*([^)\s]*)", words))


def _apart(words: str) -> str:
    """A less-than sign before a letter would begin HTML."""
    return re.sub(r"<(?=[A-Za-z/!?])", "< ", words) if "<" in words else words
