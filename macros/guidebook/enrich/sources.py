"""Number the sources of a page in the order in which it uses them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from guidebook import labels
from guidebook.model import Source


@dataclass(frozen=True, slots=True)
class NumberedSource:
    """One entry of a page's list of sources."""

    number: int
    source: Source

    @property
    def published(self) -> str | None:
        """When it was published, as the page writes it."""
        return labels.partial_day(self.source.date) if self.source.date else None

    @property
    def checked(self) -> str | None:
        """When it was last looked at, as the page writes it."""
        return labels.day(self.source.checked) if self.source.checked else None


def name_filings(sources: Iterable[NumberedSource]) -> bool:
    """True where one of `sources` is the Department of Labor's own file of all filings."""
    return any(item.source.basis == "filed" and "//www.dol.gov/" in (item.source.url or "") for item in sources)


class SourceList:
    """The sources that a page may use, numbered as they are used."""

    def __init__(self, known: Mapping[str, Source]) -> None:
        self._known = known
        self._used: dict[str, NumberedSource] = {}

    def numbers(self, names: Iterable[str]) -> tuple[int, ...]:
        """The numbers of the named sources; each gets its number at its first use."""
        return tuple(self._number(name) for name in names)

    def all(self, rest: Iterable[str] = ()) -> tuple[NumberedSource, ...]:
        """Every source used so far, in order; those of `rest` follow."""
        self.numbers(rest)
        return tuple(self._used.values())

    def _number(self, name: str) -> int:
        if name not in self._used:
            self._used[name] = NumberedSource(len(self._used) + 1, self._known[name])
        return self._used[name].number
