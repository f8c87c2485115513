"""The model: one definition of each thing that people write in `data/`."""

from guidebook.model.base import Model
from guidebook.model.company import Company, CompanyLevel, Equity, Role
from guidebook.model.evidence import Evidence, Filing, Posting
from guidebook.model.guide import Ask, Guide, GuideLever, LadderStep, PayRow, SayIt, Section, Strategy
from guidebook.model.lever import Lever
from guidebook.model.places import AllRights, Market, Rates, Redirects, Region, Regions, Rights
from guidebook.model.sheet import PushBack, Sheet
from guidebook.model.sources import Claim, Source, Statement

__all__ = [
    "AllRights", "Ask", "Claim", "Company", "CompanyLevel", "Equity", "Evidence", "Filing", "Guide", "GuideLever",
    "LadderStep", "Lever", "Market", "Model", "PayRow", "Posting", "PushBack", "Rates", "Redirects", "Region",
    "Regions", "Rights", "Role", "SayIt", "Section", "Sheet", "Source", "Statement", "Strategy",
]  # fmt: skip
