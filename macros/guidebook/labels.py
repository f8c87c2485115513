"""Words that a reader sees for the words of the model, and for days."""

import datetime
from functools import lru_cache

from babel.dates import format_date

from guidebook.model.base import first_day

LEVEL = {
    "entry": "Entry",
    "mid": "Mid",
    "senior": "Senior",
    "staff": "Staff",
    "principal": "Principal",
    "unstated": "Level not stated",
}
BASIS = {
    "posted": "posted by the employer",
    "filed": "filed with a government",
    "reported": "reported by somebody",
    "estimated": "estimated by a stated rule",
}
REQUIRES = {
    "none": "needs nothing",
    "written_offer": "only if you hold an offer in writing",
    "verbal_offer": "only if you hold a verbal offer",
    "current_job": "only if you have a job now",
    "deadline": "only if you have a deadline",
}
MOVES = {
    "base": "base",
    "equity": "equity",
    "bonus": "bonus",
    "sign_on": "sign-on",
    "level": "level",
    "location": "location",
    "time": "time",
    "terms": "terms",
    "profit_share": "profit share",
    "total": "total",
}
ABOVE, HIGHER = "above the ask", "higher level"
"""What the sheet says beside a lever that asks for more than its opening ask, the second of one about the level."""
EQUITY = {
    "rsu": "RSU",
    "double-trigger-rsu": "double-trigger RSU",
    "options": "options",
    "profit-units": "profit units",
    "profit-share": "profit share",
    "phantom": "phantom units",
    "cash": "cash in place of equity",
    "none": "no equity",
    "not disclosed": "equity not disclosed",
}
EQUITY_HELD = [item for item in EQUITY.items() if item[0] not in ("profit-share", "not disclosed")]
"""Kinds of equity that an offer may hold; a profit share is asked for apart."""
OWNERSHIP = {
    "public": "Public",
    "private": "Private",
    "nonprofit-controlled": "Nonprofit-controlled",
    "subsidiary": "Subsidiary",
    "government": "Government",
    "cooperative": "Cooperative",
}
VIA = {
    "ats-board": "employer's board",
    "careers-site": "employer's site",
    "posting-text": "words of the posting",
    "government-portal": "government job portal, monthly pay times 12",
    "job-board-copy": "a job board's copy of the posting",
}
QUESTION = {
    "base": "What is the band for this opening, and who sets my place in it?",
    "equity": "Is there equity in this role: of what kind, how much, and how does it vest?",
    "bonus": "Is there a bonus, what is its target, and what was paid last year?",
}
"""What to ask because nothing found discloses it."""
LADDER = (
    "a yes on the day it is in writing",
    "a sign-on, or equity for the difference, in writing",
    "a date to look at pay again, with the measure in writing",
)
"""What the steps of a derived ladder are traded for, from the ask down to the target."""
LADDER_END = "nothing more; below this, thanks and no"
"""What stands beside the reader's floor, which is the last step."""
TOTAL = {
    "average_year": "average year: base, one year of equity, bonus",
    "first_year": "first year: base, the equity of that year, bonus, sign-on",
}
DUTY = {
    "posting": "The posting must state the pay range.",
    "on_request": "You must be told the pay range when you ask.",
    "before_interview": "You must be told the pay range before the interview or the contract.",
    "by_offer": "You must be told the pay range with the offer, or before.",
    "no": "No duty to give a pay range was found.",
    "unknown": "Whether a pay range must be given was not found.",
}
HISTORY = {
    "banned": "An employer may not ask about past pay.",
    "restricted": "What an employer may ask about past pay is restricted.",
    "allowed": "An employer may ask about past pay; you need not answer.",
    "unknown": "Whether past pay may be asked was not found.",
}

LEVEL_WORDS = {
    "entry": ("entry level", "junior", "jr", "new grad", "new graduate", "graduate", "early career"),
    "mid": ("mid level", "intermediate", "middle"),
    "senior": ("sr", "snr", "lead"),
    "staff": (),
    "principal": ("distinguished", "fellow"),
}
"""Levels by what people type for them."""
RUNGS = ("d", "e", "g", "ic", "ict", "l", "m", "p", "t")
"""Letters that people type before the number of a level, whatever the company calls it."""
LEGAL_FORMS = frozenset({"inc", "incorporated", "llc", "ltd", "limited", "corp", "corporation", "co", "plc", "gmbh"})
"""Words at the end of a company's name that nobody misses."""
SHORT_FORMS = {
    "sr": "senior", "snr": "senior", "jr": "junior", "eng": "engineer", "engr": "engineer", "engg": "engineer",
    "engineering": "engineer", "dev": "developer", "mgr": "manager", "mngr": "manager", "sw": "software",
    "sci": "scientist", "arch": "architect", "infra": "infrastructure", "prog": "program", "programme": "program",
    "prod": "product", "tech": "technical", "sec": "security",
}  # fmt: skip
"""Shortened words of job titles, each with the whole word."""
WEAK_WORDS = (
    "a about an are at average avg be base best bonus by calculator can career careers com comp compensation company"
    " could counter data deal did do does earn employee engineer expect for from get give given"
    " guide guides help hire hiring how i in interview is it job jobs letter levels make making me money much my"
    " need negotiate negotiating negotiation of offer offers on opening or package page paid pay paying pays position"
    " range ranges raise role roles rsu salaries salary script should sign stock tc team test the they this tips"
    " to total up us vs wage wages want was what whats with work working worth year yearly you your"
)
"""Words of a question that name nothing by themselves."""
DUTY_SHORT = {
    "posting": "must be in the posting",
    "on_request": "must be given when you ask",
    "before_interview": "must be given before the interview or contract",
    "by_offer": "must be given with the offer or before",
    "no": "we found no duty to give one",
    "unknown": "no rule was found",
}
"""The duty to give a pay range, for the call sheet."""
HISTORY_SHORT = {
    "banned": "may not be asked",
    "restricted": "what may be asked is restricted",
    "allowed": "may be asked; you need not answer",
    "unknown": "no rule was found",
}
"""The rule on past pay, for the call sheet."""


@lru_cache(maxsize=4096)
def day(value: datetime.date) -> str:
    """A day as the pages write it: 23 Nov 2026."""
    return str(format_date(value, "d MMM y", locale="en"))


@lru_cache(maxsize=4096)
def partial_day(value: str) -> str:
    """A year, a month or a day as the pages write it: 2026, Nov 2026, 23 Nov 2026."""
    form = {4: "y", 7: "MMM y"}.get(len(value), "d MMM y")
    return str(format_date(first_day(value), form, locale="en"))
