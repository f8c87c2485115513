"""Make one guide's view from the catalogue."""

from guidebook import labels
from guidebook.enrich import laws
from guidebook.enrich.catalogue import Catalogue
from guidebook.enrich.chart import Bar, Chart, charts
from guidebook.enrich.guide_view import GuideView, MappingView, SectionView, Status
from guidebook.enrich.levers import LeverView, library_levers, offered, own_levers
from guidebook.enrich.ordered import ordered
from guidebook.enrich.rows import Row, bar, evidence_row, own_rows
from guidebook.enrich.sources import NumberedSource, SourceList, name_filings
from guidebook.enrich.strategy import chosen_row, derived, figures_of, stated
from guidebook.enrich.summary import Summary
from guidebook.model import Company, Filing, Guide, Lever, Posting, Role
from guidebook.model.places import PrevailingWage
from guidebook.money import NOT_DISCLOSED, Money
from guidebook.posted import posted_rows, together

FEWEST_FILINGS = 10
"""Filings of fewer applications than this are not shown as a range."""
FEWEST_LEVERS = 3
"""A guide with fewer levers of its own is filled up to this many from the library."""
MOST_QUESTIONS = 8
"""How many questions a guide shows: its own, then the company's, then the role's."""
_MOST_LINKS = 4


def view(catalogue: Catalogue, name: str) -> GuideView:
    """Make the view of the guide called `name`: its company and role with a slash between."""
    guide = catalogue.guides[name]
    company, role = catalogue.companies[guide.company], catalogue.roles[guide.role]
    sources = SourceList({**company.sources, **guide.sources})
    rows = _rows(catalogue, guide, sources)
    row = chosen_row(rows, guide.strategy)
    figures = _figures(catalogue, guide, row)
    mappings, sections = _mappings(guide, sources), _sections(guide, sources)
    own = own_levers(guide, catalogue.levers, sources, figures)
    library, more = _library_levers(catalogue, guide, rows, len(own), figures)
    strategy = stated(guide.strategy, sources, figures, catalogue.levers) if guide.strategy else None
    if strategy is None and row:
        strategy = derived(row, catalogue.levers, figures)
    postings = catalogue.postings(guide.company, guide.role) if not guide.pay else []
    filings = tuple(item for item in catalogue.filings(guide.company, guide.role) if item.n >= FEWEST_FILINGS)
    market = _market(catalogue, role, rows)
    listed = sources.all(guide.sources)
    status = _status(rows, postings, filings, listed)
    return GuideView(
        name, guide, company, role, _tags(guide, company), status, tuple(rows),
        _charts(catalogue, rows, filings, market), market, filings, together(postings),
        mappings, sections, own, library, more, strategy,
        _questions(guide, company, role, status), listed, laws.of(catalogue, company, rows, filings),
        _others(catalogue.by_role[guide.role], name), _others(catalogue.by_company[guide.company], name),
        figures,
        ordered(guide, own, strategy) if guide.order else (),
    )  # fmt: skip


def _mappings(guide: Guide, sources: SourceList) -> tuple[MappingView, ...]:
    return tuple(MappingView(item, sources.numbers(item.sources)) for item in guide.level_mapping)


def _sections(guide: Guide, sources: SourceList) -> tuple[SectionView, ...]:
    return tuple(
        SectionView(item.title, item.text, item.basis, item.unconfirmed, sources.numbers(item.sources))
        for item in guide.sections
    )


def _library_levers(
    catalogue: Catalogue, guide: Guide, rows: list[Row], own: int, figures: dict[str, str]
) -> tuple[tuple[LeverView, ...], tuple[tuple[str, Lever], ...]]:  # fmt: skip
    """Levers of the library that fill the guide up, in full, and the others that fit, by name."""
    company, role = catalogue.companies[guide.company], catalogue.roles[guide.role]
    is_posted = any(row.postings for row in rows)
    names = offered(guide, role, company, catalogue.levers, has_posted_band=is_posted)
    shown = max(FEWEST_LEVERS - own, 0)
    in_full = library_levers(names[:shown], catalogue.levers, own + 1, figures)
    return in_full, tuple((name, catalogue.levers[name]) for name in names[shown:])


def _questions(guide: Guide, company: Company, role: Role, status: Status) -> tuple[str, ...]:
    """The guide's own, then the company's, else one for each thing not disclosed, then the role's."""
    unknown = [labels.QUESTION[name] for name in status.not_disclosed if name in labels.QUESTION]
    found = [*guide.questions, *(company.questions or unknown), *role.questions]
    return tuple(dict.fromkeys(found))[:MOST_QUESTIONS]


def _rows(catalogue: Catalogue, guide: Guide, sources: SourceList) -> list[Row]:
    if guide.pay:
        company = catalogue.companies[guide.company]
        return own_rows(guide, sources, company.equity.kind if company.equity else None)
    return [evidence_row(row) for row in posted_rows(catalogue.postings(guide.company, guide.role))]


def _figures(catalogue: Catalogue, guide: Guide, row: Row | None) -> dict[str, str]:
    figures = {"company": catalogue.companies[guide.company].name, "role": catalogue.roles[guide.role].name}
    if row:
        region = catalogue.regions[row.region]
        figures["region"] = region.shown
        if row.level != "unstated":
            figures["level"] = row.level_label.lower()
    return figures | figures_of(guide.strategy, row)


def _tags(guide: Guide, company: Company) -> tuple[str, ...]:
    if guide.dna:
        return tuple(guide.dna)
    tags = [labels.OWNERSHIP[company.ownership]] if company.ownership else []
    if company.equity:
        tags.append(labels.EQUITY[company.equity.kind][:1].upper() + labels.EQUITY[company.equity.kind][1:])
        tags += [company.equity.vesting] if company.equity.vesting else []
    return tuple(tags)


def _status(
    rows: list[Row], postings: list[Posting], filings: tuple[Filing, ...], sources: tuple[NumberedSource, ...]
) -> Status:
    """What the page rests on; the file of all filings is one citation, and says of base alone what was offered."""
    days = [posting.seen for posting in postings]
    days += [item.source.checked for item in sources if item.source.checked]
    not_disclosed = [
        name
        for name in ("base", "equity", "bonus", "total")
        if (rows or name != "base") and all(getattr(row, name) == NOT_DISCLOSED for row in rows)
    ]
    bases = [f"{row.basis}, not confirmed" if row.unconfirmed else row.basis for row in rows]
    return Status(
        len(postings) + len(sources) + (bool(filings) and not name_filings(sources)),
        max(days, default=None),
        min(days, default=None),
        tuple(dict.fromkeys(bases or ["filed" if filings else "not disclosed"])),
        tuple(not_disclosed),
    )


def _charts(
    catalogue: Catalogue, rows: list[Row], filings: tuple[Filing, ...], market: tuple[PrevailingWage, ...]
) -> tuple[Chart, ...]:  # fmt: skip
    """Base by row, then filings, then the market reference of the first row's region."""
    places = [catalogue.regions[row.region].shown for row in rows]
    bars = [found for number, row in enumerate(rows) if (found := bar(number, row, places[number]))]
    for filing in filings[:1]:
        where = "H-1B filings, whole US" if filing.state == "US" else f"H-1B filings, {filing.state}"
        bars.append(
            Bar(where, Money("USD", filing.p25, filing.p75), "filed", f"filed, middle half of {filing.n} offers")
        )
    for wage in market[:1]:
        where = catalogue.regions[wage.region].shown
        amount = Money("USD", wage.levels[0], wage.levels[3])
        bars.append(Bar(f"Market, {where}", amount, "market", "wage levels I to IV, not this employer"))
    return charts(bars)


def _market(catalogue: Catalogue, role: Role, rows: list[Row]) -> tuple[PrevailingWage, ...]:
    regions = list(dict.fromkeys(row.region for row in rows))
    found = [wage for wage in catalogue.prevailing.get(role.occupation or "", ()) if wage.region in regions]
    return tuple(sorted(found, key=lambda wage: (regions.index(wage.region), wage.area)))


def _others(summaries: list[Summary], name: str) -> tuple[Summary, ...]:
    first = summaries[: _MOST_LINKS + 1]
    return tuple(summary for summary in first if summary.id != name)[:_MOST_LINKS]
