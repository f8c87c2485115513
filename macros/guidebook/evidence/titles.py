"""Level and role of a job, read from its title: the first rule that matches wins in every list.

Written after reading the titles of all postings that are shown; the page About has the rules in plain words.
"""

import re


def _rules(*pairs: tuple[str, str]) -> list[tuple[re.Pattern[str], str]]:
    return [(re.compile(pattern, re.IGNORECASE), result) for pattern, result in pairs]


SENIOR = r"\b(?:senior|sr)\b\.?"
NUMBERED = r"(?:engineer(?:ing)?|eng|developer|scientist|architect|designer|manager)"
ENGINEERING_MANAGER = (
    r"\bengineering manager\b|\bdevelopment manager\b|\blead manager\b"
    r"|\bmanager[\s,\u2013-]+(?:of )?(?:(?:software|machine learning) )?engineering\b"
)
SENIOR_AND_STAFF = (
    rf"{SENIOR}\s*(?:/|\+|-|\bor\b|,\s*or\b)\s*staff\b"  # "Senior/Staff", "(Mid, Senior, or Staff)"
    rf"|\bstaff\s*(?:/|\+|\bor\b)\s*{SENIOR}"  # "Staff + Senior", "(Staff or Senior)"
)

LEVELS = _rules(
    # Two levels in one posting, or the higher one optional.
    (SENIOR_AND_STAFF, "unstated"),
    (rf"{SENIOR} staff\s*/\s*staff\b", "unstated"),
    (rf"\bsenior\s*/|\bmanager\s*/\s*{SENIOR}|\(senior\)", "unstated"),
    (r"\bprincipal associate\b", "unstated"),  # in banking a grade below manager
    (rf"{SENIOR}[\s-]staff\b|\bprincipal\b|\bdistinguished\b", "principal"),
    (r"(?<!technical )\bstaff\b", "staff"),
    (r"\blead,? product (?:manager|designer)\b", "staff"),
    (rf"{SENIOR} lead\b", "unstated"),  # like "Lead" alone
    (rf"{SENIOR}|\bsmts\b", "senior"),
    (r"\bearly career\b|\bgraduate\b|\bnew grad|\bphd\b|\bjunior\b|\bassociate\b|\(entry\)", "entry"),
    (r"\bintermediate\b|\bmid[ -]level\b", "mid"),
    (rf"(?:{ENGINEERING_MANAGER}).*\bI{{1,3}}\b", "unstated"),  # grades of managers
    (rf"(?-i:\bI{{2,3}}\b)|\b{NUMBERED} [23]\b", "mid"),
    (rf"(?-i:\bI\b)|\b{NUMBERED} 1\b", "entry"),
)

# No role of the 13, or not an ordinary employee's job: found anywhere in the title.
LEFT_OUT = re.compile(
    r"\bintern(?:ship)?\b|\bcontingent\b|\bcontractor\b|\bskillbridge\b"  # not an ordinary job
    r"|\brecruiting\b|\bsourcing\b|\breceivables\b|\binvestment product\b"  # another profession
    r"|\basic\b|\bIC engineer\b|\bprocess development\b|\bpackaging reliability\b"  # chips
    r"|\bIT systems engineer\b|\bworkday\b|\bdynamics 365\b|\bdemo platform\b|\bproduct architect\b"
    r"|\bmodel behavior(?: architect)?\)|^IC agentic",
    re.IGNORECASE,
)

# A job named anywhere in the title.
ANYWHERE = _rules(
    (r"\bsolutions? architect", "solutions-architect"),
    (r"\bproduct manager\b", "product-manager"),
    (r"\btechnical program manager\b|\btpm\b", "technical-program-manager"),
    (ENGINEERING_MANAGER, "engineering-manager"),
    (r"\bdesigner\b", "product-designer"),
    (r"\bdata scientist\b", "data-scientist"),
    (r"\bapplied scientist\b.*(?:marketing|economics|fairness|road safety)", "data-scientist"),
    (r"\bmarketing applied scientist\b", "data-scientist"),
    (r"\bdata engineer|\banalytics engineer|\bdata platform engineer", "data-engineer"),
)

# The job itself: the words before the first comma, dash, bar or bracket.
JOB = _rules(
    (
        (
            r"\bmachine learning\b|\bml\b|\bresearch (?:engineer|scientist)|\bapplied scientist\b"
            r"|\bai (?:inference |research )?engineer\b|\bai researcher\b|\bdeep learning\b"
            r"|\b(?:training|inference|applied) research$"
        ),
        "ml-ai-engineer",
    ),
    (r"\b(?:site|database|network|security|ai) reliability\b|\bsre\b", "devops-engineer"),
    (r"security|\bcyber|\bthreat detection\b", "security-engineer"),
    (r"\bdevops\b|\bproduction engineer|\bk8s\b", "devops-engineer"),
    (
        (
            r"(?<!frontend )(?<!cross )\bplatform engineer|\bcloud engineer\b"
            r"|(?<!simulation )(?<!sw )\binfrastructure engineer\b"
        ),
        "devops-engineer",
    ),
)

# The team of a software engineer or a plain "Staff Engineer": the whole title.
TEAM = _rules(
    (r"\b(?:sys)?ml\b(?! observability)|\bmachine learning\b|\bai engineering\b", "ml-ai-engineer"),
    (r"\bsite reliability\b|(?<!ai )\bsre\b|\bdevops\b|\bproduction engineering\b", "devops-engineer"),
    (
        r"[,(\u2013-]\s*(?:(?:application|information|offensive|product) )?security\b(?!/)",
        "security-engineer",
    ),
)

SOFTWARE = re.compile(
    r"\bsoft?ware (?:development )?(?:engineer|developer)|\bdeveloper\b|\bmember of technical staff\b"
    r"|\b(?:full[ -]?stack|front[ -]?end|back[ -]?end|mobile|android|ios|web|product|agentic|founding"
    r"|staff|infrastructure|platform|(?:ai|android|performance &) systems) engineer",
    re.IGNORECASE,
)
STAFF_LIKE = re.compile(rf"{SENIOR_AND_STAFF}|\btech(?:nical)? lead(?:er)?\b", re.IGNORECASE)
LEAD = re.compile(r"\blead\b|\blmts\b", re.IGNORECASE)
SOFTWARE_BY_LEVEL = {
    "senior": "senior-software-engineer",
    "staff": "staff-software-engineer",
    "principal": "staff-software-engineer",
}


def _first(rules: list[tuple[re.Pattern[str], str]], text: str) -> str | None:
    return next((result for pattern, result in rules if pattern.search(text)), None)


def level_of(title: str) -> str:
    """The level that a title states, or `unstated`."""
    return _first(LEVELS, title) or "unstated"


def role_of(title: str, level: str) -> str | None:
    """The role of a job by its title and level, or None where no role fits."""
    if LEFT_OUT.search(title):
        return None
    technical_staff = re.match(r"member of technical staff[\s,(\u2013-]*(.*)", title, re.IGNORECASE)
    text = technical_staff[1].rstrip(")") if technical_staff else title
    job = re.split(r"\s[-\u2013\u2014|]|[-\u2013\u2014|]\s|[,(:]", text, maxsplit=1)[0]
    named = _first(ANYWHERE, title) or _first(JOB, job) or _first(TEAM, title)
    if named:
        return named
    if not SOFTWARE.search(title):
        return None
    if level == "unstated" and not technical_staff:
        if STAFF_LIKE.search(title):
            return "staff-software-engineer"
        if LEAD.search(title):
            return "senior-software-engineer"
    return SOFTWARE_BY_LEVEL.get(level, "software-engineer")
