"""A guide as a document, from the same view as its page. Pure, so that it can run beside the page's rendering."""

from collections.abc import Mapping

from guidebook.api import parts
from guidebook.api.guide_shape import (
    Filing,
    Grid,
    GuideDocument,
    GuideLever,
    LevelMapping,
    PayRow,
    Posting,
    Section,
    Status,
    Strategy,
)  # fmt: skip
from guidebook.api.parts import Days, amount, day, maybe, named
from guidebook.enrich.catalogue import Catalogue
from guidebook.enrich.guide_view import GuideView, MappingView, SectionView
from guidebook.enrich.guide_view import Status as StatusView
from guidebook.enrich.levers import LeverView
from guidebook.enrich.rows import Row
from guidebook.enrich.strategy import StrategyView
from guidebook.model import Filing as FilingRow
from guidebook.model import Posting as PostingRow
from guidebook.model import Section as SectionModel
from guidebook.model.table import PayTable

_FILINGS = "US Department of Labor, disclosure file of certified labour condition applications"


def guide_document(view: GuideView, catalogue: Catalogue) -> GuideDocument:
    """Everything that the page of `view` shows, in plain data; `catalogue` gives names of places and other guides."""
    guide = view.guide
    sources = [parts.source(item) for item in view.sources]
    days = parts.checked(sources)
    numbers = {id(posting): number for number, posting in enumerate(view.postings, 1)}
    return {
        "kind": "guide",
        "id": view.id,
        "page": f"guides/{view.id}/",
        "title": f"{view.role.name} at {view.company.name}",
        "review": guide.status,
        "company": named(guide.company, view.company),
        "role": named(guide.role, view.role),
        "levels": guide.levels,
        "tags": list(view.tags),
        "status": _status(view.status),
        "pay": [_row(row, catalogue, days, numbers) for row in view.rows],
        "tables": [_table(table) for table in guide.tables],
        "filings": [_filing(filing) for filing in view.filings],
        "market": [parts.wage(wage, catalogue.market) for wage in view.market] if catalogue.market else [],
        "worth": guide.worth,
        "level_mapping": [_mapping(item, days) for item in view.mappings],
        "sections": [_section(*pair, days) for pair in zip(view.sections, guide.sections, strict=True)],
        "levers": [_lever(item) for item in (*view.levers, *view.library_levers)],
        "more_levers": [name for name, _ in view.more_levers],
        "strategy": _strategy(view.strategy, view.rows, catalogue, days) if view.strategy else None,
        "questions": list(view.questions),
        "postings": [_posting(number, posting) for number, posting in enumerate(view.postings, 1)],
        "sources": sources,
        "rights": [named(name, rule) for name, rule in view.rights],
        "same_role": [summary.id for summary in view.same_role],
        "same_company": [summary.id for summary in view.same_company],
    }


def _status(found: StatusView) -> Status:
    return {
        "citations": found.citations,
        "newest": day(found.newest),
        "oldest": day(found.oldest),
        "bases": list(found.bases),
        "not_disclosed": list(found.not_disclosed),
    }


def _row(row: Row, catalogue: Catalogue, days: Days, numbers: Mapping[int, int]) -> PayRow:
    return {
        "region": named(row.region, catalogue.regions[row.region]),
        "level": row.level,
        "grade": row.grade,
        "base": amount(row.base),
        "equity": amount(row.equity),
        "equity_detail": row.equity_detail,
        "bonus": amount(row.bonus),
        "sign_on": maybe(row.sign_on),
        "total": amount(row.total),
        "total_rule": row.total_rule,
        "usual": parts.cash_or_none(row.usual),
        "usual_count": row.usual_count,
        "postings": [numbers[id(posting)] for posting in row.postings],
        "note": row.note,
        "basis": row.basis,
        "unconfirmed": row.unconfirmed,
        "sources": list(row.numbers),
        "as_of": _as_of(row, days),
    }


def _as_of(row: Row, days: Days) -> str | None:
    return row.newest.isoformat() if row.newest else parts.newest(row.numbers, days)


def _posting(number: int, posting: PostingRow) -> Posting:
    return {
        "number": number,
        "title": posting.title,
        "place": posting.place,
        "level": posting.level,
        "regions": posting.regions,
        "base": amount(posting.base),
        "basis": "posted",
        "seen": posting.seen.isoformat(),
        "via": posting.via,
        "url": posting.url,
        "historical": posting.historical,
    }


def _filing(filing: FilingRow) -> Filing:
    return {
        "state": filing.state,
        "applications": filing.n,
        "p25": parts.usd(filing.p25),
        "p50": parts.usd(filing.p50),
        "p75": parts.usd(filing.p75),
        "basis": "filed",
        "period": filing.period,
        "source": _FILINGS,
    }


def _mapping(item: MappingView, days: Days) -> LevelMapping:
    found = item.map
    return {
        "equals": [{"at": name.at, "level": name.level} for name in found.equals],
        "method": found.method,
        "date": day(found.date),
        **parts.claim(found, item.numbers, days),
    }


def _table(table: PayTable) -> Grid:
    columns = [column.words for column in table.columns]
    return {"columns": columns, "rows": [row.cells for row in table.rows], "note": table.note}


def _section(item: SectionView, own: SectionModel, days: Days) -> Section:
    table = own.table
    return {
        "title": item.title,
        "text": item.text,
        "table": {"columns": table.columns, "rows": table.rows, "note": None} if table else None,
        "basis": item.basis,
        "unconfirmed": item.unconfirmed,
        "sources": list(item.numbers),
        "as_of": parts.newest(item.numbers, days),
    }


def _lever(item: LeverView) -> GuideLever:
    return {
        "number": item.number,
        "title": item.title,
        "library": item.library,
        "moves": item.moves,
        "requires": item.requires,
        "ask": parts.asked(item.ask),
        "say": parts.script(item.say),
        "because": parts.script(item.because),
        "if_no": parts.script(item.if_no),
        "example": item.example,
        "why": item.why,
        "note": item.note,
        "sources": list(item.numbers),
    }


def _strategy(item: StrategyView, rows: tuple[Row, ...], catalogue: Catalogue, days: Days) -> Strategy:
    row = next((row for row in rows if (row.region, row.level) == (item.region, item.level) and row.newest), None)
    return {
        "unit": item.unit,
        "region": named(item.region, catalogue.regions[item.region]) if item.region else None,
        "level": item.level,
        "ask": amount(item.ask),
        "ask_rule": item.ask_rule,
        "target": maybe(item.target),
        "target_rule": item.target_rule,
        "floor": maybe(item.floor),
        "also": parts.asked(item.also),
        "reason": item.reason,
        "text": item.text,
        "openings": [
            {
                "requires": opening.requires,
                "when": opening.when,
                "say": parts.script(opening.say),
                "example": opening.example,
            }
            for opening in item.openings
        ],
        "ladder": [{"step": step.step, "trade": step.trade} for step in item.ladder],
        "basis": item.basis,
        "unconfirmed": item.unconfirmed,
        "sources": list(item.numbers),
        "as_of": _as_of(row, days) if row else parts.newest(item.numbers, days),
    }
