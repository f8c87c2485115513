"""How old evidence is, and how old it may be."""

import datetime

WARN_MONTHS = 18
"""Evidence older than this is stale: it is flagged."""
REFUSE_MONTHS = 36
"""Evidence older than this is refused, unless it is marked historical."""
SOON_DAYS = 60
"""What will be stale within this many days is listed ahead."""
NEW_DAYS = 30
"""What was seen or checked within this many days counts as changed."""


def months(day: datetime.date, today: datetime.date) -> int:
    """Whole months from `day` to `today`."""
    return (today.year - day.year) * 12 + today.month - day.month - (today.day < day.day)


def is_stale(day: datetime.date, today: datetime.date, limit: int = WARN_MONTHS) -> bool:
    """True where `day` lies `limit` months back or more."""
    return months(day, today) >= limit
