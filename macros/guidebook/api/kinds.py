"""The kinds of document: where each stands, and the shape of it."""

from dataclasses import dataclass
from typing import Any

from guidebook.api.guide_shape import GuideDocument
from guidebook.api.list_shapes import (
    EntriesDocument,
    FreshnessDocument,
    GuidesDocument,
    IndexDocument,
    LeversDocument,
    MarketDocument,
    RatesDocument,
    RightsDocument,
)
from guidebook.api.page_shapes import CompanyDocument, LeverDocument, RegionDocument, RoleDocument
from guidebook.page import API as TOP

VERSION = "1.1.0"
"""The version of the shapes. Its first number stands in the addresses; `docs/api/changelog.md` says what changed."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of document: its address below TOP, and the shape of what stands there."""

    name: str
    address: str
    shape: Any

    @property
    def schema(self) -> str:
        """Where its JSON Schema stands, below the top of the site."""
        return f"{TOP}schema/{self.name}.json"


KINDS = (
    Kind("index", "index.json", IndexDocument),
    Kind("guides", "guides/index.json", GuidesDocument),
    Kind("guide", "guides/{company}/{role}.json", GuideDocument),
    Kind("companies", "companies/index.json", EntriesDocument),
    Kind("company", "companies/{company}.json", CompanyDocument),
    Kind("roles", "roles/index.json", EntriesDocument),
    Kind("role", "roles/{role}.json", RoleDocument),
    Kind("regions", "regions/index.json", EntriesDocument),
    Kind("region", "regions/{region}.json", RegionDocument),
    Kind("levers", "levers/index.json", LeversDocument),
    Kind("lever", "levers/{lever}.json", LeverDocument),
    Kind("rights", "rights/index.json", RightsDocument),
    Kind("rates", "rates.json", RatesDocument),
    Kind("market", "market.json", MarketDocument),
    Kind("freshness", "freshness/index.json", FreshnessDocument),
)
"""Every kind of document; rates and market are there where the data has them."""
