"""Take HTML out of a line: what marks words becomes Markdown, what only decorates goes, all else is refused."""

import re

from guidebook.markdown.elements import DECORATING, acting, attributes, is_element, with_words

LINE_BREAK = re.compile(r"\s*<br\b[^<>]*>\s*", re.IGNORECASE)
_COMMENT_ENDS = re.compile(r"<!--+|--+>")
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)?[^\s<>@]*(?:@[^\s<>]+|://[^\s<>]+))>")
_TAG = re.compile(r"</?(?P<name>[A-Za-z][A-Za-z0-9]*)(?P<rest>(?:\s[^<>]*|/)?)>")
_LEFT = re.compile(r"<(?:[!?]|/?(?P<name>[A-Za-z][A-Za-z0-9-]*)(?=\s*$|\s+[\w:-]+\s*=\s*[\w\"'/]))")
"""What is left of HTML: an element that goes on in another line. `a <b + c` is none."""
_CODE = re.compile(r"(`+)(?!`)(.+?)(?<!`)\1(?!`)")
_ASIDE = re.compile(r"\x01([0-9]+)\x02")
"""Where code stood while all else is read; no line holds control characters of its own."""
_HEADING = re.compile(r"\s*<h(?P<level>[1-6])\b(?P<rest>[^<>]*)>(?P<words>.*?)</h[1-6]\s*>\s*", re.IGNORECASE)
_ITEM = re.compile(r"^(\s*)(?:<[uo]l\b[^<>]*>\s*)?<li\b[^<>]*>\s*", re.IGNORECASE)
_PAIR = re.compile(
    r"<(?P<name>a|abbr|b|strong|i|em|code|summary)(?P<rest>\s[^<>]*)?>(?P<words>(?:(?!<(?P=name)\b).)*?)</(?P=name)\s*>",
    re.IGNORECASE,
)
_IMAGE = re.compile(r"<img(?P<rest>\s[^<>]*?)/?>", re.IGNORECASE)
_MARKS = {"b": "**", "strong": "**", "summary": "**", "i": "*", "em": "*", "code": "`"}
_SAID = frozenset(
    {"href", "src", "alt", "title", "content", "value", "placeholder", "srcset", "summary", "label", "cite"}
)
"""Attributes that hold words or addresses."""


class MarkupError(ValueError):
    """HTML that no guide may hold; `near` is where it stands, `right` what to do."""

    def __init__(self, near: str, right: str = "write Markdown or plain text") -> None:
        super().__init__(near)
        self.near, self.right = near, right


def without_html(text: str) -> str:
    """The line with Markdown in the place of its HTML; every word of it stands. MarkupError where that cannot be.

    Code is left as it is, and what is no element stays as words: two signs may compare what stands beside them.
    """
    code = [found[0] for found in _CODE.finditer(text)] if "`" in text else []
    numbers = iter(range(len(code)))
    text = _CODE.sub(lambda _found: f"\x01{next(numbers)}\x02", text) if code else text
    text = _without_elements(text) if "<" in text or "-->" in text else text
    return _ASIDE.sub(lambda found: code[int(found[1])], text) if code else text


def _without_elements(text: str) -> str:
    text = _AUTOLINK.sub(r" \1 ", _COMMENT_ENDS.sub(" ", text))
    if near := acting(text):
        raise _error(near)
    text = LINE_BREAK.sub(" ", with_words(text))
    if found := _HEADING.fullmatch(text):
        _attributes(found["rest"], found[0])
        text = f"{'#' * int(found['level'])} {found['words']}"
    text = _ITEM.sub(r"\1- ", text)
    text = _IMAGE.sub(_image, text)
    for _ in range(4):  # one element within another
        text = _PAIR.sub(_pair, text)
    text = _TAG.sub(_bare, text)
    for found in _LEFT.finditer(text):
        if not found["name"] or is_element(found["name"], ""):
            raise _error(text[found.start() :])
    return text


def _pair(found: re.Match[str]) -> str:
    """An element whose words Markdown can mark."""
    name, words = found["name"].lower(), found["words"]
    given = _attributes(found["rest"] or "", found[0])
    title = f" ({given.pop('title')})" if given.get("title", "").strip() else ""
    if name == "a":
        address = given.pop("href", "")
        _nothing_more(given, found[0])
        if not re.fullmatch(r"[^\s()<>\"']*", address):
            raise _error(found[0], "write the link as `[words](https://address)`")
        return (f"[{words}]({address}){title}" if words.strip() else f" {address} ") if address else f" {words} "
    _nothing_more(given, found[0])
    if name == "summary":
        words = re.sub(r"</?[A-Za-z][^<>]*>|\*\*", "", words)
    mark = _MARKS.get(name, "")
    inner = words.strip()
    if not inner or not mark or mark[0] in inner or (mark == "`" and "\x01" in inner):
        return f" {words}{title} "
    before, after = words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]
    return f"{before}{mark}{inner}{mark}{after}{title}"


def _image(found: re.Match[str]) -> str:
    """A picture as its words and its address."""
    given = _attributes(found["rest"], found[0])
    words, address, title = (given.pop(name, "").strip() for name in ("alt", "src", "title"))
    _nothing_more(given, found[0])
    if not re.fullmatch(r"[^\s()<>\"']*", address):
        raise _error(found[0], "write the picture as `![words](https://address)`")
    return f" {f'[{words}]({address})' if words and address else words or address} {title}"


def _bare(found: re.Match[str]) -> str:
    """A tag without words of its own."""
    name = found["name"].lower()
    if name not in DECORATING:
        is_table = name in {"table", "thead", "tbody", "tr", "td", "th"}
        raise _error(found[0], "write the table in Markdown" if is_table else "write Markdown or plain text")
    _nothing_more(_attributes(found["rest"], found[0]), found[0])
    return "" if name == "sub" else " "  # H2O is one word, a figure and the number of its note are two


def _attributes(written: str, near: str) -> dict[str, str]:
    """The attributes of a tag that hold words; those that decorate are left out. MarkupError where one would act."""
    given = attributes(written)
    if given is None or any(name.startswith("on") for name, _value in given):
        raise _error(near)
    return {name: value for name, value in given if name in _SAID and value}


def check_tag(written: str, near: str) -> None:
    """Let the attributes of a tag pass that only place or size it. MarkupError where one would act, or holds words."""
    _nothing_more(_attributes(written, near), near)


def _nothing_more(given: dict[str, str], near: str) -> None:
    """Refuse an attribute whose words have no place in Markdown."""
    if any(re.search(r"\w", words) for words in given.values()):
        raise _error(near)


def _error(near: str, right: str = "write Markdown or plain text") -> MarkupError:
    return MarkupError(near[:30].strip(), right)
