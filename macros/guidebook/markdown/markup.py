"""Take HTML out of a line: what marks words becomes Markdown, what only decorates goes, all else is refused."""

import re

LINE_BREAK = re.compile(r"\s*<br\b[^<>]*>\s*", re.IGNORECASE)
_COMMENT_ENDS = re.compile(r"<!--+|--+>")
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)?[^\s<>@]*(?:@[^\s<>]+|://[^\s<>]+))>")
_TAG = re.compile(r"</?(?P<name>[A-Za-z][A-Za-z0-9]*)(?P<rest>(?:\s[^<>]*|/)?)>")
_ATTRIBUTE = re.compile(
    r"\s*(?P<name>[A-Za-z][\w:-]*)(?:\s*=\s*(?:\"(?P<a>[^\"]*)\"|'(?P<b>[^']*)'|(?P<c>[^\s\"'=<>`]+)))?"
)  # fmt: skip
_LEFT = re.compile(r"<(?:[!?]|/?(?P<name>[A-Za-z][A-Za-z0-9-]*))")
_HEADING = re.compile(r"\s*<h(?P<level>[1-6])\b(?P<rest>[^<>]*)>(?P<words>.*?)</h[1-6]\s*>\s*", re.IGNORECASE)
_ITEM = re.compile(r"^(\s*)(?:<[uo]l\b[^<>]*>\s*)?<li\b[^<>]*>\s*", re.IGNORECASE)
_PAIR = re.compile(
    r"<(?P<name>a|abbr|b|strong|i|em|code|summary)(?P<rest>\s[^<>]*)?>(?P<words>(?:(?!<(?P=name)\b).)*?)</(?P=name)\s*>",
    re.IGNORECASE,
)
_PLACEHOLDER = re.compile(r"(?<![\w)])<(?P<words>(?P<name>[A-Za-z][\w-]*)[\w '\u2019&/.-]{0,40})>")
_IMAGE = re.compile(r"<img(?P<rest>\s[^<>]*?)/?>", re.IGNORECASE)
_MARKS = {"b": "**", "strong": "**", "summary": "**", "i": "*", "em": "*", "code": "`"}
_DECORATING = frozenset(
    (  # noqa: SIM905
        "a abbr b strong i em u s strike del ins p div center span font small big sup sub kbd mark code pre"
        " blockquote q cite details summary ul ol li hr h1 h2 h3 h4 h5 h6 section article header footer main nav aside"
        " picture figure figcaption wbr tt var samp dl dt dd"
    ).split()
)
"""Elements that only mark or place the words in them."""
_HTML = _DECORATING | frozenset(
    (  # noqa: SIM905
        "table thead tbody tfoot tr td th caption colgroup col script style iframe object embed applet form input"
        " button select option optgroup textarea label fieldset svg math path use image video audio source track canvas"
        " link meta base head body html title template slot noscript frame frameset marquee img br area map dialog"
        " portal param"
    ).split()
)
"""Names of elements; any other name in angle brackets, as in `<Company>`, is a word."""
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
    """The line with Markdown in the place of its HTML; every word of it stands. MarkupError where that cannot be."""
    text = _COMMENT_ENDS.sub(" ", LINE_BREAK.sub(" ", text))
    if "<" not in text:
        return text
    text = _AUTOLINK.sub(r" \1 ", text)
    if found := _HEADING.fullmatch(text):
        _attributes(found["rest"], found[0])
        text = f"{'#' * int(found['level'])} {found['words']}"
    text = _ITEM.sub(r"\1- ", text)
    text = _IMAGE.sub(_image, text)
    for _ in range(4):  # one element within another
        text = _PAIR.sub(_pair, text)
    text = _TAG.sub(_bare, _PLACEHOLDER.sub(_kept, text))
    for found in _LEFT.finditer(text):
        if not found["name"] or found["name"].lower() in _HTML:
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
        words = re.sub(r"<[^<>]*>|\*\*", "", words)
    mark = _MARKS.get(name, "")
    inner = words.strip()
    if not inner or not mark or mark[0] in inner:
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


def _kept(found: re.Match[str]) -> str:
    """What its author left to fill in, as `<Company>`; brackets say the same and are no HTML."""
    return found[0] if found["name"].lower() in _HTML else f"[{found['words']}]"


def _bare(found: re.Match[str]) -> str:
    """A tag without words of its own; a name that is no element's stays, as a word."""
    name = found["name"].lower()
    if name not in _HTML:
        if re.search(r"\bon\w+\s*=", found["rest"], re.IGNORECASE):
            raise _error(found[0])
        return f"< {found[0][1:]}"
    if name not in _DECORATING:
        is_table = name in {"table", "thead", "tbody", "tr", "td", "th"}
        raise _error(found[0], "write the table in Markdown" if is_table else "write Markdown or plain text")
    _nothing_more(_attributes(found["rest"], found[0]), found[0])
    return "" if name == "sub" else " "  # H2O is one word, a figure and the number of its note are two


def _attributes(written: str, near: str) -> dict[str, str]:
    """The attributes of a tag that hold words; those that decorate are left out. MarkupError where one would act."""
    given: dict[str, str] = {}
    rest = written.rstrip().removesuffix("/").rstrip()
    position = 0
    while position < len(rest):
        found = _ATTRIBUTE.match(rest, position)
        if not found or found.end() == position or found["name"].lower().startswith("on"):
            raise _error(near)
        if found["name"].lower() in _SAID:
            given[found["name"].lower()] = found["a"] or found["b"] or found["c"] or ""
        position = found.end()
    return given


def check_tag(written: str, near: str) -> None:
    """Let the attributes of a tag pass that only place or size it. MarkupError where one would act, or holds words."""
    _nothing_more(_attributes(written, near), near)


def _nothing_more(given: dict[str, str], near: str) -> None:
    """Refuse an attribute whose words have no place in Markdown."""
    if any(re.search(r"\w", words) for words in given.values()):
        raise _error(near)


def _error(near: str, right: str = "write Markdown or plain text") -> MarkupError:
    return MarkupError(near[:30].strip(), right)
