"""The shapes of what documents are made of; the JSON Schema is exported from these definitions."""

from typing import Annotated, Any, Literal, get_args

from pydantic import ConfigDict, WithJsonSchema, with_config
from typing_extensions import TypedDict

from guidebook import blanks
from guidebook.model import Ask
from guidebook.model.base import Basis, EquityKind, Level, Moves, Ownership, Requires
from guidebook.model.places import HistoryQuestion, RangeDuty
from guidebook.money import CODES

shape = with_config(ConfigDict(use_attribute_docstrings=True))
"""Makes the text under each field its description in the schema."""


def _one_of(words: Any) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "enum": list(get_args(words))})


_MARKDOWN = "Small Markdown; links to pages of this site begin at its top."

Text = str
"""Plain text of one line."""
Markdown = Annotated[str, WithJsonSchema({"type": "string", "description": _MARKDOWN})]
Day = Annotated[str, WithJsonSchema({"type": "string", "format": "date"})]
PartialDay = Annotated[str, WithJsonSchema({"type": "string", "pattern": r"^\d{4}(-\d\d){0,2}$"})]
"""A year, a month or a day."""
Address = Annotated[str, WithJsonSchema({"type": "string", "pattern": r"^([a-z0-9][a-z0-9./_-]*)?(#[a-z0-9-]+)?$"})]
"""An address below the top of the site."""
Link = Annotated[str, WithJsonSchema({"type": "string", "format": "uri", "pattern": "^https://"})]
Currency = Annotated[str, WithJsonSchema({"type": "string", "enum": sorted(CODES)})]
BasisName = Annotated[str, _one_of(Basis)]
LevelName = Annotated[str, _one_of(Level)]
MovesName = Annotated[str, _one_of(Moves)]
NeedsName = Annotated[str, _one_of(Requires)]
EquityName = Annotated[str, _one_of(EquityKind)]
OwnershipName = Annotated[str, _one_of(Ownership)]
DutyName = Annotated[str, _one_of(RangeDuty)]
HistoryName = Annotated[str, _one_of(HistoryQuestion)]
UnitName = Annotated[str, WithJsonSchema({"type": "string", "enum": ["base", "total"]})]
PartName = Annotated[str, WithJsonSchema({"type": "string", "enum": list(Ask.model_fields)})]
BlankName = Annotated[str, WithJsonSchema({"type": "string", "enum": [*blanks.FIGURES, *blanks.BLANKS]})]


@shape
class Money(TypedDict):
    """One amount or a range, in whole units of its currency; a year, unless a field says otherwise."""

    currency: Currency
    """ISO 4217."""
    low: int
    high: int
    """The same as `low` where it is one amount."""
    open: bool
    """True where it is "or more"."""
    text: Text
    """As the pages write it."""


@shape
class Percent(TypedDict):
    """A share of base in percent."""

    low_percent: float
    high_percent: float
    text: Text


@shape
class Nothing(TypedDict):
    """Nothing of the kind is paid."""

    none: Literal[True]
    text: Text


@shape
class Unknown(TypedDict):
    """Nothing found says what is paid; it is never a zero."""

    disclosed: Literal[False]
    text: Text


Amount = Money | Percent | Nothing | Unknown


@shape
class Named(TypedDict):
    """Something that has a document of its own: its name in addresses, and its name."""

    id: str
    name: Text


@shape
class Blank(TypedDict):
    """A blank of a script, which only the reader can fill."""

    blank: BlankName
    text: Text
    """What the blank is called."""


Script = list[Text | Blank]
"""What to say, in pieces: words, and blanks between them."""


@shape
class Asked(TypedDict):
    """An amount that is asked for. It is a proposal, not evidence of pay."""

    part: PartName
    amount: Amount


@shape
class Source(TypedDict):
    """A page, filing or document that somebody can look up."""

    number: int
    """What the claims of the same document refer to it by."""
    title: Text
    publisher: Text
    url: Link | None
    date: PartialDay | None
    """When it was published."""
    checked: Day | None
    """When somebody last looked at it."""
    basis: BasisName
    supports: Text | None
    historical: bool


@shape
class Claim(TypedDict):
    """What a statement or a figure rests on."""

    basis: BasisName
    """posted by the employer, filed with a government, reported by somebody, or estimated by a stated rule."""
    unconfirmed: Text | None
    """What was looked for and not found, where nothing public supports it."""
    sources: list[int]
    """Numbers of entries in the document's `sources`."""
    as_of: Day | None
    """The newest day on which anything that it rests on was seen or checked."""


@shape
class Statement(Claim):
    """One sourced statement."""

    text: Markdown


@shape
class LeverLine(TypedDict):
    """A lever in one line."""

    id: str
    page: Address
    json: Address
    title: Text
    moves: MovesName
    requires: NeedsName


@shape
class GuideLine(TypedDict):
    """A guide in one line."""

    id: str
    """Its company and role with a slash between."""
    page: Address
    json: Address
    company: Named
    role: Named
    base: Amount
    """From the lowest to the highest of all its places and levels."""
    base_usd: Money | None
    """The same at the dated rates of `rates.json`, or null where there is no rate."""
    basis: BasisName
    is_confirmed: bool
    regions: list[str]
    levels: list[LevelName]
    postings: int
    """How many postings it rests on."""
    as_of: Day | None
    """The newest day of its figures."""


@shape
class Right(TypedDict):
    """What the law of one place says on pay ranges and past pay. Not legal advice."""

    id: str
    name: Text
    range_duty: DutyName
    range_who: Text | None
    range_since: Day | None
    history_question: HistoryName
    history_since: Day | None
    discuss: Literal["protected", "unknown"]
    statute: Text | None
    official_url: Link | None
    evidence: list[Link]
    evidence_date: Text
    checked: Day
    confidence: Literal["high", "medium", "low"]
    note: Text


@shape
class MarketWage(TypedDict):
    """The four US prevailing wage levels of an occupation in an area: all employers, not any one of them."""

    region: str
    area: Text
    occupation: Text
    """The occupation's code (SOC)."""
    levels: list[Money]
    """Levels I (entry) to IV (fully competent)."""
    basis: BasisName
    source: Text
    """The name of its source in `market.json`."""
    as_of: PartialDay | None
    """When the source was published."""
