"""Made-up words for made-up guides: names of companies that do not exist, and sentences that are never quite alike."""

from random import Random

_STARTS = (
    "Bru", "Dwe", "Fli", "Gra", "Jul", "Kep", "Lom", "Mip", "Nuv", "Olb", "Pry", "Quo", "Rud", "Sted", "Tull", "Umb",
    "Vop", "Wex", "Yar", "Zim", "Drav", "Clom", "Hesk", "Thrun",
)  # fmt: skip
_MIDDLES = ("ba", "de", "fo", "gu", "la", "mo", "ni", "pu", "ra", "so", "ta", "vu")
_ENDS = (
    "bix", "dock", "fen", "gant", "hurst", "lark", "mond", "nell", "quill", "rune", "stry", "thorn", "vale", "wick",
    "zor",
)  # fmt: skip
_KINDS = ("Systems", "Works", "Health", "Freight", "Energy", "Robotics", "Studio", "Bank", "Networks", "Foods")

ROLES = (
    "Technical Writer", "Support Engineer", "Hardware Engineer", "Test Engineer", "Network Engineer",
    "Financial Analyst", "Recruiter", "Account Executive", "Marketing Manager", "Operations Analyst", "Legal Counsel",
)  # fmt: skip
"""Roles for the generated data beside the project's own."""

_FILLERS = {
    "thing": (
        "the payment ledger", "the search index", "the booking service", "the model gateway", "the fleet of phones",
        "the data lake", "the edge cache", "the invoice run", "the sign-in page", "the pricing engine",
        "the alarm chain", "the warehouse map", "the design library", "the release train", "the partner portal",
        "the audit trail",
    ),
    "people": (
        "the platform group", "three product teams", "the finance office", "the night shift", "the founders",
        "a team of nine", "the regional leads", "the support desk", "the research group", "the field engineers",
    ),
    "result": (
        "fewer alarms at night", "shorter waits", "a smaller bill for computing", "releases on the promised day",
        "lower churn", "audits without findings", "faster first answers", "a steadier forecast", "cleaner hand-overs",
    ),
    "tool": ("Kubernetes", "Postgres", "Terraform", "Kafka", "Spark", "Figma", "Rust", "dbt", "Grafana", "Looker"),
    "paper": (
        "a careers page", "an engineering blog", "a yearly report", "a salary survey", "a forum thread", "a podcast",
        "a talk at a user group", "a newsletter", "a filing", "a comparison by a coach", "a letter to shareholders",
    ),
    "month": ("January", "March", "April", "June", "July", "September", "October", "November"),
}  # fmt: skip

_SENTENCES = (
    "{company} puts {people} behind {thing}, and a {role} there is measured by {result}.",
    "In {month} {paper} spoke of {n} services around {thing}; {tool} comes up {m} times.",
    "The work is less about {tool} than about {result}, and {people} decide what comes first.",
    "About {n} people work with {thing}, says {paper}, and {m} of them joined since {month}.",
    "Ask who answers for {thing} when {people} are away, and how often that was in the last {m} weeks.",
    "What moves pay here is **{result}**: bring a graph, a date and the number before and after.",
    "{paper_} gives {n} as the count of open posts; nothing found confirms it.",
    "The band is set by level first, so settle the level before {thing} is talked about.",
    "{people_} keep a list of {n} promises to customers, and {thing} is behind {m} of them.",
    "If {thing} fails, {company} pays back {m} percent of the month's fee, which puts a price on {result}.",
    "Since {month} the budget for {tool} has been planned by {people}, with a review every {m} weeks.",
    "A [{paper_name} of {month}](https://reports.example/{tool_name}/{n}) names {result} as the aim of the year.",
    "A {role} who has moved {n} users off {thing} without a lost day can say so in one sentence.",
    "The plan for the year holds {m} projects; {thing} is the only one that {people} ask about each week.",
)
_POINTS = (
    "**{result_}:** {n} percent better in {m} months, by {paper}",
    "{people_} and {thing}: who decides, and since when?",
    "{tool} in {m} places; one of them is {thing}",
    "What did the last {m} people in this job say about {thing}?",
)
_SAYINGS = (
    "In my last job I brought {result} for {people}: {{proof}}. For {thing} I would do the same.",
    "I have run {thing} with {tool} for {m} years, and I can show {n} days of it: {{proof}}.",
    "You told me that {people} depend on {thing}. I have done that work: {{proof}}.",
    "What you need is {result}, and I have a record of it with {tool}: {{proof}}.",
    "By {month} I would have {thing} where {people} want it; here is how I did it before: {{proof}}.",
)
_REASONS = (
    "because {people} get {result} sooner, and I am paid for it",
    "because it costs less than {m} more months of waiting for {thing}",
    "because a clear number now lets both of us plan for {month}",
    "because {result} is worth more to {people} than the difference",
)
_REPLIES = (
    "What would {people} need to see by {month} to bring it there?",
    "Then could we write down {result} as the aim, with a date in {month} to look again?",
    "Which part of {thing} should I leave to somebody else, so that the job fits the pay?",
    "Could the rest come as a payment in {month}, once {n} percent of {thing} is done?",
)
_QUESTIONS = (
    "How is {result} counted here, and who sees the number?",
    "Who owned {thing} before, and why is the post open?",
    "How many of {n} promises for {month} hang on {thing}?",
    "What would {people} say is missing in {tool} today?",
)
_TITLES = (
    "What {thing} is worth", "How {people} plan the year", "The case for {result}", "What changed in {month}",
    "{tool} and the {n} services", "Where {people} and pay meet", "The price of {thing}",
)  # fmt: skip
_TRADES = (
    "your opening; they get an answer by {month}",
    "the plan for {thing} in writing",
    "a review in {month} with the aim written down",
    "a sign-on payment for what you leave behind",
    "a smaller scope: {people} keep {thing}",
)


class Writer:
    """Writes for one company and role; the same random numbers give the same words."""

    def __init__(self, rng: Random, company: str, role: str) -> None:
        self.rng = rng
        self.company = company
        self.role = role

    def sentence(self) -> str:
        return self._from(_SENTENCES)

    def paragraph(self) -> str:
        return " ".join(self.sentence() for _ in range(self.rng.randint(2, 4)))

    def points(self) -> str:
        return "\n".join(f"- {self._from(_POINTS)}" for _ in range(self.rng.randint(2, 5)))

    def saying(self) -> str:
        return self._from(_SAYINGS)

    def reason(self) -> str:
        return self._from(_REASONS)

    def reply(self) -> str:
        return self._from(_REPLIES)

    def question(self) -> str:
        return self._from(_QUESTIONS)

    def title(self) -> str:
        return _capital(self._from(_TITLES))

    def trade(self) -> str:
        return self._from(_TRADES)

    def tag(self) -> str:
        return _capital(self.rng.choice((*_FILLERS["result"], *_FILLERS["tool"])))

    def paper(self) -> str:
        return self.rng.choice(_FILLERS["paper"])

    def _from(self, forms: tuple[str, ...]) -> str:
        chosen = {name: self.rng.choice(words) for name, words in _FILLERS.items()}
        capitals = {f"{name}_": _capital(words) for name, words in chosen.items()}
        names = {"paper_name": chosen["paper"].split(" ", 1)[1], "tool_name": chosen["tool"].lower()}
        numbers = {"n": self.rng.randint(12, 980), "m": self.rng.randint(2, 11)}
        form = self.rng.choice(forms)
        return form.format(company=self.company, role=self.role, **chosen, **capitals, **names, **numbers)


def company_names(rng: Random, count: int) -> list[str]:
    """As many different names of companies that do not exist."""
    stems = [f"{start}{middle}{end}" for start in _STARTS for middle in _MIDDLES for end in _ENDS]
    chosen = rng.sample(stems, count)
    return [f"{stem} {rng.choice(_KINDS)}" if rng.random() < 0.4 else stem for stem in chosen]


def former_name(rng: Random, name: str) -> str:
    """A name that the company may have had, unlike any other company's."""
    return f"{name.split(maxsplit=1)[0]} {rng.choice(('Holdings', 'Software', 'Labs', 'and Sons'))}"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
