"""Tell an element of HTML from words in angle brackets: by its name, and by whether all that follows is attributes."""

import re

_NAMED = re.compile(r"<(?P<end>/?)(?P<name>[A-Za-z][\w-]*)(?P<rest>[^<>]*)>")
_BLANK = re.compile(r"[A-Za-z][\w-]*[\w '\u2019&/.,-]{0,40}")
_HANDLER = re.compile(r"\bon\w+\s*=", re.IGNORECASE)
_ATTRIBUTE = re.compile(
    r"\s*(?P<name>[A-Za-z][\w:-]*)(?P<given>\s*=\s*(?:\"(?P<a>[^\"]*)\"|'(?P<b>[^']*)'|(?P<c>[^\s\"'=<>`]+)))?"
)  # fmt: skip
DECORATING = frozenset(
    (  # noqa: SIM905
        "a abbr b strong i em u s strike del ins p div center span font small big sup sub kbd mark code pre"
        " blockquote q cite details summary ul ol li hr h1 h2 h3 h4 h5 h6 section article header footer main nav aside"
        " picture figure figcaption wbr tt var samp dl dt dd"
    ).split()
)
"""Elements that only mark or place the words in them."""
_NAMES = DECORATING | frozenset(
    (  # noqa: SIM905
        "table thead tbody tfoot tr td th caption colgroup col script style iframe object embed applet form input"
        " button select option optgroup textarea label fieldset svg math path use image video audio source track canvas"
        " link meta base head body html title template slot noscript frame frameset marquee img br area map dialog"
        " portal param"
    ).split()
)
"""Names of elements; any other name in angle brackets, as in `<Company>`, is a word."""
_GIVEN = frozenset(
    (  # noqa: SIM905
        "abbr align alt axis bgcolor border cellpadding cellspacing char charoff cite class clear color cols colspan"
        " content datetime dir draggable face headers height href hreflang hspace id label lang loading media name"
        " noshade nowrap open placeholder rel role rowspan rows rules scope sizes size slot span src srcset start style"
        " summary tabindex target title translate type valign value vspace width"
    ).split()
)
"""Attributes of elements that decorate."""
_ALONE = frozenset({"hidden", "open", "reversed", "compact", "noshade", "nowrap"})
"""Attributes of elements that decorate which say all by their name."""


def is_element(name: str, rest: str) -> bool:
    """True for the name of an element with attributes that it may have; words after it make it words, too."""
    if name.lower() not in _NAMES or not re.match(r"[\s/]|$", rest):
        return False
    given = attributes(rest)
    if given is None:
        return False
    if name.lower() not in DECORATING and any(value is not None for _name, value in given):
        return True
    return all(_is_attribute(attribute, value) for attribute, value in given)


def attributes(rest: str) -> list[tuple[str, str | None]] | None:
    """Each attribute of a tag by its name, small letters, with its value; None where there is anything else."""
    rest = rest.rstrip().removesuffix("/").rstrip()
    given: list[tuple[str, str | None]] = []
    position = 0
    while position < len(rest):
        found = _ATTRIBUTE.match(rest, position)
        if not found:
            return None
        value = (found["a"] or found["b"] or found["c"] or "") if found["given"] else None
        given.append((found["name"].lower(), value))
        position = found.end()
    return given


def acting(text: str) -> str | None:
    """The first words in angle brackets that are no element and yet name what a script would answer to."""
    return next((found[0] for found in _NAMED.finditer(text) if _is_words(found) and _HANDLER.search(found[0])), None)


def with_words(text: str) -> str:
    """The text with all that is no element as words: a blank, as in `<Company>`, in brackets, else after a space."""
    return _NAMED.sub(lambda found: _worded(found) if _is_words(found) else found[0], text)


def _is_words(found: re.Match[str]) -> bool:
    return not is_element(found["name"], found["rest"]) or bool(found["end"] and found["rest"].strip())


def _worded(found: re.Match[str]) -> str:
    inner = f"{found['name']}{found['rest']}"
    before = found.string[found.start() - 1 : found.start()]
    is_blank = not found["end"] and _BLANK.fullmatch(inner) and not re.match(r"[\w)]", before)
    return f"[{inner}]" if is_blank else f"< {found[0][1:]}"


def _is_attribute(name: str, value: str | None) -> bool:
    if value is None:
        return name in _ALONE
    return name in _GIVEN or name.startswith(("data-", "aria-", "on"))
