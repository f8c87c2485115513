"""Words that claim an offer in the first person, as a script would put them into its reader's mouth."""

import re
from functools import lru_cache

NAME = r"(?-i:\b[A-Z][\w&'-]*(?:\.\w+)*(?:\s+(?:&\s+|of\s+)?[A-Z][\w&'-]*(?:\.\w+)*){0,3})"
"""A name of up to four words, with the dot of an address in it."""
AMOUNT = r"(?-i:(?:\b[A-Z]{0,3}[$£€₹₩¥]|(?<!\w)[$£€₹₩¥]|\b[A-Z]{3}\s)\s?[0-9]|\b[0-9][0-9.,]*K\b|\b[0-9][0-9.,]*\s?€)"
_OFFER = r"(?:counter-?)?offers?\b"
_BID = r"(?:bids?|term\s+sheets?|offer\s+letters?)"
_HAVE = r"\bI(?:'ve|'m)?\s+(?:\w+\s+){0,2}?(?:have|hold|holding|got|gotten|received|given|secured|landed|weighing"
_HAVE += r"|sitting\s+on|with)\s+"
_LEAD = r"(?!(?:and|but|so|if|which|with|an?|in|for|on|at)\b)"
"""A comma within `a strong, fully written offer` stands before none of these."""
_CLAIM = re.compile(
    rf"(?P<other>\b(?:another|other|others|competing|rival|outside)\s+(?:[\w-]+\s+)?{_OFFER})"
    rf"|{_HAVE}(?:(?!(?:your?|the|this|that|about|until|thought|question|to|read|compared|reviewed"
    rf"|considered|seen|weighed)\b)[\w&.'()/$£€₹¥-]+(?:,(?=\s+{_LEAD}))?\s+){{0,5}}?{_OFFER}"
    rf"|{_HAVE}(?:an?|two|three|both)\s+(?:(?!(?:of|in|for|on|with|as|to)\b)[\w-]+,?\s+){{0,3}}?{_BID}\s+(?:of|at|from)\b"
    rf"|{_HAVE}{NAME}(?:\s+and\s+{NAME})?\s+at\s+{AMOUNT}"
    rf"|{_HAVE}{AMOUNT}[0-9.,]*[KM]?(?:\s+(?:base|total))?\s+from\s+{NAME}"
    r"|\bholding\s+[^,;:]{0,40}[$£€₹]\s?[0-9]"
    r"|\boffers?\s+I(?:'ve)?\s+(?:hold|have|got|received)\b"
    r"|(?-i:\b(?!You\b)[A-Z]\w+)\s+(?:has\s+|have\s+)?offer(?:ed|s)\s+(?:me\s+)?[$£€₹]"
    r"|\boffers?\s+from\s+(?!you\b|your\b|the\s+(?:team|committee|company)\b)"
    r"|\b(?:\w+ (?:has |have |is |are )?)(?<!\byou )(?<!\byou are )(?<!\byou have )(?<!\byou've )(?<!\byou're )"
    r"(?<!\brole )(?<!\bjob )(?<!\bteam )(?<!\bcompany )(?<!\bposition )(?:offered|offering|offers)\s+me\b"
    r"|\b(?:made|gave|given|extended|sent)\s+me\s+(?:(?!your\b|the\b)[\w-]+,?\s+){0,4}?offers?\b"
    r"|\bI(?:'ve| have)?\s+(?:was|been|got)\s+offered\b(?!\s+(?:the|this|your)\b)"
    r"|\bI(?:'ve| have)?\s+(?:was|been)\s+made\s+(?:(?!your\b|the\b)[\w-]+,?\s+){0,4}?offers?\b"
    r"|\bmatch\s+(?:my|their)\s+(?:\w+\s+)?offer\b"
    r"|(?<!\bthe )(?<!\byour )(?<!\bthis )\boffers?\b[^.;?]{0,40}\b(?:in hand|on my (?:table|desk))\b"
    rf"|\b(?:another|other)\s+(?:company|employer|firm)\s+(?:has\s+)?(?:put|offered|bid)\s+(?:me\s+)?{AMOUNT}"
    rf"|\bI(?:'ve| have)?\s+(?:was|been)\s+extended\s+(?:{AMOUNT}|(?:[\w-]+\s+){{0,3}}?{_OFFER})"
    rf"|\bI(?:'ve|\s+have)?\s+(?:turned\s+down|declined|passed\s+(?:on|up))\s+{AMOUNT}"
    rf"|\bmy\s+(?:\w+\s+){{0,2}}(?:alternatives?|BATNA)\s+(?:is|are)\b[^.;]{{0,40}}{AMOUNT}"
    r"|(?<!\byour )(?<!\bthe )\b(?:competing|rival|outside|signed|written)\s+(?:[\w-]+\s+)?"
    rf"{_BID}\s+(?:of|at|from|for)\s[^.;]{{0,40}}{AMOUNT}"
    r"|\b(?:someone|somebody)\s+else\s+(?:is|has)\s+offer(?:ing|ed)\b"
    r"|\bmy\s+(?:other|current|second)\s+(?:offers?|bids?)\b"
    rf"|\bmy\s+(?:other|second)\s+(?:option|choice)\s+(?:pays|is\s+at|comes\s+to)\s+{AMOUNT}"
    rf"|\b(?:a|another|your)\s+(?:competitor|rival)\s+(?:is|has|would)\b[^.;]{{0,30}}\bme\b[^.;]{{0,10}}{AMOUNT}"
    rf"|\bI\b[^.;]{{0,40}}\belsewhere\b[^.;]{{0,20}}{AMOUNT}"
    rf"|\bI(?:'ve|\s+already|\s+now)?\s+(?:have|got|hold)\s+{AMOUNT}[^.;]{{0,20}}\belsewhere\b"
    rf"|{_HAVE}an?\s+(?:\w+\s+){{0,2}}?(?:letter|verbal|number|package|deal)\s+(?:from|at|of)\b[^.;]{{0,40}}{AMOUNT}"
    r"|\b(?:another|(?:the|an)\s+other|two(?:\s+other)?|three(?:\s+other)?|a\s+(?:peer|rival|competing))\s+"
    r"(?:compan(?:y|ies)|firms?|employers?|studios?|banks?|funds?|shops?|labs?|start-?ups?|places?)\s+"
    rf"(?:(?:is|are|has|have|me|both|now)\s+){{0,3}}at\s+{AMOUNT}"
    rf"|\bI(?:'ve|\s+have|\s+was)?\s+(?:been\s+)?offered\b[^.;]{{0,40}}\s(?:at|by)\s+(?!you\b){NAME}[^.;]{{0,20}}{AMOUNT}"
    rf"|\bI\s+have\s+something\s+else\b[^.;]{{0,30}}{AMOUNT}"
    rf"|{AMOUNT}[^.;]{{0,20}}\bI\s+(?:was|am|have\s+been)\s+promised\s+elsewhere\b"
    r"|\bI(?:'m|\s+am)\s+(?:considering|comparing|fielding|weighing|choosing\s+between)\s+"
    r"(?:(?:two|three|several|other|my|multiple|some|a\s+few)\s+)?offers\b",
    re.IGNORECASE,
)
_PUT = re.compile(
    rf"(?!(?:I|We|You|They|He|She|It|HR|CFO|CEO|Finance|Base|Equity|Total|My|Our|Your|The)\b){NAME}\s+"
    rf"(?:(?:has|have|had|just|already)\s+){{0,2}}(?:(?:extended|bid)\s+(?:me\s+)?{AMOUNT}"
    rf"|put\s+(?:me\s+)?{AMOUNT}[^.;]{{0,20}}\s(?:in\s+writing|on\s+(?:the\s+table|paper)))"
)
"""What an employer did, by its name: `Harbour has put $240K in writing`."""
PUBLIC = re.compile(r"\b(?:post(?:s|ed|ings?)?|publish(?:es|ed)?|filed|filings?)\b", re.IGNORECASE)
"""What anybody can look up is no claim: `their posting says $300K`."""
_MAY_CLAIM = re.compile(rf"offer|holding|\bbid|term\s+sheet|{AMOUNT}", re.IGNORECASE)
"""No claim is without one of these: most scripts need no closer look."""
_DENIED = re.compile(
    r"\b(?:no|not|never|without|if|unless|whether|rather|nor|neither|once|until|as soon as"
    r"|expect(?:ing)?|awaiting|wait(?:ing)? for"
    r"|(?:can|could|may|should|would|do|did|when|after|before)\s+I)\b|n't\b",
    re.IGNORECASE,
)
"""What makes a claim none: it is denied, asked for, or of a time to come."""
_YOURS = re.compile(
    r"\byou(?:r|'ve|'s)?(?:\s+\w+){0,3}\s+(?:offered|offering|offers|made|gave|given|extended|sent)\s+me\b",
    re.IGNORECASE,
)
_BREAK = re.compile(r"[?!;:,]|\.(?!\w)|\b(?:and|but)\b(?=\s+I\b)")
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”\u2019)»]*\s+")
_SHORT = re.compile(r"\b(?:St|Dr|Mr|Mrs|Ms|vs|approx|e\.g|i\.e)\.$", re.IGNORECASE)
"""A dot after one of these ends no sentence."""


@lru_cache(maxsize=2_048)
def claims_an_offer(script: str, own: str = "") -> str | None:
    """The words of `script` that claim another offer in the first person, or None.

    An offer of `own`, the company that the reader speaks to, is none.
    """
    if not _MAY_CLAIM.search(script):
        return None
    for sentence in filter(_MAY_CLAIM.search, sentences(spoken_to(script, own))):
        for found in _CLAIM.finditer(sentence):
            if not _is_honest(sentence, found):
                return " ".join(found[0].split())
        put = _PUT.search(sentence)
        if put and not is_denied(sentence, put) and not PUBLIC.search(sentence):
            return " ".join(put[0].split())
    return None


def spoken_to(script: str, own: str) -> str:
    """The script with `you` where it names the company that it is said to, and apostrophes of one form."""
    words = script.replace("\u2019", "'")
    name = own.replace("\u2019", "'")
    return re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", "you", words) if name else words


def sentences(text: str) -> list[str]:
    """The sentences of a text, each with its end; a dot within a word or an amount ends none."""
    found = [""]
    for piece in _SENTENCE_END.sub(r"\g<0>\0", text).split("\0"):
        found[-1] += piece
        if not _SHORT.search(found[-1].rstrip()):
            found.append("")
    return [sentence.strip() for sentence in found if sentence.strip()]


def is_denied(sentence: str, found: re.Match[str]) -> bool:
    """True where a claim stands after `no`, `not`, `if` or the like within its part of the sentence."""
    ends = [match.end() for match in _BREAK.finditer(sentence) if match.end() <= found.start()]
    start = ends[-1] if ends else 0
    return _DENIED.search(sentence[start : found.end()]) is not None


def _is_honest(sentence: str, found: re.Match[str]) -> bool:
    """True where the words ask whether there is an offer, deny one, or speak of the one that the other side made."""
    end = _BREAK.search(sentence, found.end())
    is_asked = bool(found["other"]) and end is not None and end[0] == "?"
    is_yours = any(match.end() > found.start() for match in _YOURS.finditer(sentence, 0, found.end()))
    return is_asked or is_yours or is_denied(sentence, found)
