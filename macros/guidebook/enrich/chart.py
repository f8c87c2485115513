"""Measure range charts: rows of one currency on one scale. How they look is the template's."""

from collections.abc import Iterable
from dataclasses import dataclass

from guidebook.money import Money, text


@dataclass(frozen=True, slots=True)
class Bar:
    """One row to draw: a range, and inside it what is usual."""

    label: str
    amount: Money
    basis: str
    detail: str = ""
    usual: Money | None = None
    row: int | None = None
    """The number of the table's row that it draws; none for a reference beside the table."""


@dataclass(frozen=True, slots=True)
class PlacedBar:
    """A bar with its ends in percent of the chart's width."""

    bar: Bar
    left: float
    width: float
    usual_left: float
    usual_width: float

    @property
    def shown(self) -> str:
        """The amount as the page writes it."""
        return text(self.bar.amount)


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars of one currency on one scale, from top to bottom."""

    start: Money
    end: Money
    bars: tuple[PlacedBar, ...]


_STEPS = (1, 2, 2.5, 5, 10)
_MOST_PARTS = 5
_NARROWEST = 0.6


def charts(bars: Iterable[Bar]) -> tuple[Chart, ...]:
    """One chart for each currency, in the order in which the currencies come."""
    by_currency: dict[str, list[Bar]] = {}
    for bar in bars:
        by_currency.setdefault(bar.amount.currency, []).append(bar)
    return tuple(_chart(currency, rows) for currency, rows in by_currency.items())


def scale(lowest: int, highest: int) -> tuple[int, int, int]:
    """Round ends outward to a step that gives at most five parts: start, end, step."""
    span = max(highest - lowest, highest // 10, 1)
    magnitude = 10 ** (len(str(span)) - 1)
    steps = (max(int(magnitude * part), 1) for part in (*_STEPS, 20))
    fitting = (step for step in steps if -(-highest // step) - lowest // step <= _MOST_PARTS)
    step = next(fitting, 10 * magnitude)
    return lowest // step * step, max(-(-highest // step), lowest // step + 1) * step, step


def share(value: int, start: int, end: int) -> float:
    """Where `value` lies between `start` and `end`, in percent with one decimal."""
    return round(100 * (value - start) / max(end - start, 1), 1)


def ends(amount: Money, start: int, end: int, narrowest: float) -> tuple[float, float]:
    """Left end and width of `amount` in percent of the scale: never outside it, never too narrow to see."""
    left = share(amount.low, start, end)
    width = max(round(share(amount.high, start, end) - left, 1), narrowest)
    return round(min(left, 100 - width), 1), width


def _chart(currency: str, rows: list[Bar]) -> Chart:
    start, end, _ = scale(min(bar.amount.low for bar in rows), max(bar.amount.high for bar in rows))
    placed = tuple(_place(bar, start, end) for bar in rows)
    return Chart(Money(currency, start, start), Money(currency, end, end), placed)


def _place(bar: Bar, start: int, end: int) -> PlacedBar:
    left, width = ends(bar.amount, start, end, _NARROWEST)
    usual_left, usual_width = ends(bar.usual or bar.amount, start, end, _NARROWEST)
    return PlacedBar(bar, left, width, usual_left, usual_width)
