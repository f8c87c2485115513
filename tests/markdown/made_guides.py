"""Varied Markdown guides, made from a seed: every form that is known to occur, mixed. Names and words are made up.

As a command: `python tests/markdown/made_guides.py FOLDER COUNT [SEED]` writes files to import and to measure with.
"""

import random
import sys
from pathlib import Path

FIRST = [
    "Amber",
    "Brook",
    "Cedar",
    "Delta",
    "Ember",
    "Fable",
    "Grove",
    "Harbor",
    "Indigo",
    "Juniper",
    "Kestrel",
    "Lumen",
    "Maple",
    "Nimbus",
    "Orchid",
    "Pebble",
]
SECOND = [
    "Works",
    "Labs",
    "Systems",
    "Robotics",
    "Bank",
    "Health",
    "Cloud",
    "Games",
    "Media",
    "AI",
    "Motors",
    "Foods",
    "Energy",
    "Air-Freight",
    "Data",
    "Security",
    "Pay",
]
SUFFIX = ["", " Inc", " & Co", " Group", ".io", " One"]
ROLES = [
    "Backend Engineer", "Full-Stack Engineer", "Data Platform Engineer", "Quant Researcher", "Product Counsel", "UX Writer",
    "Field Application Engineer", "Site Lead", "Growth Marketing Manager", "Chip Design Engineer", "C++ Engineer", "iOS Engineer",
]  # fmt: skip
LEVELS = ["", "", "", " (L5)", " (IC4)", " (Senior)", " (L4-L6)", " (Staff / L6)", " (E5)"]
PLACES = [
    ("San Francisco (HQ)", "$", "K"), ("🇺🇸 New York", "$", "K"), ("**London** (GBP £)", "£", "K"), ("🇩🇪 Berlin", "€", "K"),
    ("Zurich (CHF)", "CHF ", "K"), ("Bengaluru", "₹", "L"), ("Toronto", "C$", "K"), ("🇦🇺 Sydney", "A$", ",000"),
    ("Warsaw (PLN)", "PLN ", "K"), ("Seoul (KRW)", "KRW ", "M"), ("Remote US", "$", "K"), ("Remote — LATAM", "$", "K"),
    ("Singapore (SGD)", "S$", "K"), ("Gdańsk, Poland", "PLN ", "K"), ("Tier 2 (Austin/Denver)", "$", "K"), ("SF / NYC", "$", "K"),
]  # fmt: skip
EQUITY = [
    "Stock (RSU/4yr)", "Equity (Pre-IPO/4yr)", "Options (4yr)", "Equity/Profit Sharing (Annual)", "RSUs (4-year)", "Equity",
    "Carry/Bonus", "Stock Options", "Equity / yr",
]  # fmt: skip
ODD = ["Discretionary", "Choose Your Mix", "None", "—", "Varies", "TBD", "0.05%–0.10%", "N/A"]
WORDS = [
    "latency",
    "ledger",
    "pipeline",
    "customer",
    "safety",
    "review",
    "launch",
    "budget",
    "cluster",
    "vendor",
    "contract",
    "margin",
    "retention",
    "quarter",
    "signal",
    "model",
    "roadmap",
    "incident",
    "capacity",
    "onboarding",
    "audit",
    "forecast",
    "pricing",
    "partner",
    "region",
    "growth",
    "quality",
    "platform",
    "scope",
    "hiring",
]
EMOJI = ["", "", "", "🌍 ", "💡 ", "🚀 ", "⚙️ "]


def corpus(count, seed=1):
    """`count` guides as pairs of a file name and its text; names repeat as companies have many roles."""
    chance = random.Random(seed)
    companies = [
        f"{first} {second}{SUFFIX[(i + j) % len(SUFFIX)]}"
        for i, first in enumerate(FIRST)
        for j, second in enumerate(SECOND)
    ]
    chance.shuffle(companies)
    pairs = [
        (company, role, level) for role in ROLES for level in ("", *sorted(set(LEVELS) - {""})) for company in companies
    ]
    for number, (company, role, level) in enumerate(pairs[:count]):
        yield f"{number:05d}.md", guide(chance, company, role, level)


def guide(chance, company="Amber Works", role="Backend Engineer", level=None):
    """One guide: a title, then parts in the usual order, some left out or moved."""
    level = chance.choice(LEVELS) if level is None else level
    parts = [_dna(chance, company), _pay(chance), _prose_dna(chance), _mapping(chance, company)]
    parts += [_section(chance) for _ in range(chance.randint(0, 3))]
    parts += [_levers(chance, company), _strategy(chance), _evidence(chance)]
    if chance.random() < 0.25:
        chance.shuffle(parts)
    body = ("\n\n---\n\n" if chance.random() < 0.2 else "\n\n").join(part for part in parts if part)
    head = ""
    if chance.random() < 0.15:
        head = f'---\ntitle: "{role} at {company}"\ntags: [pay, {chance.choice(WORDS)}]\nupdated: 2026-0{chance.randint(1, 9)}-11\n---\n\n'
    return f"{head}{_title(chance, company, role, level)}\n\n{body}\n"


def _title(chance, company, role, level):
    mark = "#" * chance.randint(1, 4)
    separator = chance.choice([" | ", " | ", " | ", " — ", " – "])
    kind = chance.choice(
        ["Global Negotiation Guide", "Global Negotiation Guide", "Salary Negotiation Guide", "Negotiation Guide"]
    )
    return f"{mark} {role}{level}{separator}{company} {kind}"


def _sentence(chance, least=6, most=16):
    words = [chance.choice(WORDS) for _ in range(chance.randint(least, most))]
    if chance.random() < 0.3:
        words.insert(
            2, chance.choice(["12%", "$3M", "~60", "24/7", "3x", "10,000+", "v2.1", "**owned**", "*measured*", "`p99`"])
        )
    return " ".join(words).capitalize() + chance.choice([".", ".", ".", "!", "; plan ahead."])


def _paragraph(chance):
    return " ".join(_sentence(chance) for _ in range(chance.randint(1, 5)))


def _label(chance, words, *, is_inline=True):
    forms = [f"**{words}:**", f"**{words}**:", f"**{words} :**"]
    heads = [f"**{words}**", f"## {chance.choice(EMOJI)}{words}", f"### {words}", f"#### {words}"]
    return chance.choice(forms) if is_inline else chance.choice(heads)


def _dna(chance, company):
    tags = [" ".join(chance.sample(WORDS, 2)).title() for _ in range(chance.randint(2, 5))]
    tags[0] += " + " + chance.choice(WORDS).title()
    form = chance.choice(["bars", "bars", "bars", "code", "sentence", "bullets"])
    if form == "code":
        return f"{_label(chance, 'Negotiation DNA')} " + chance.choice([" ", " | ", ", "]).join(
            f"`{tag}`" for tag in tags
        )
    if form == "sentence":
        return (
            f"{_label(chance, 'Negotiation DNA')} {company} pays for {chance.choice(WORDS)} and {chance.choice(WORDS)}."
        )
    if form == "bullets":
        return f"{_label(chance, 'Negotiation DNA', is_inline=False)}\n\n" + "\n".join(f"- {tag}" for tag in tags)
    return f"{_label(chance, 'Negotiation DNA')} {' | '.join(tags)}"


def _range(chance, sign, scale, times=1.0):
    if chance.random() < 0.06:
        return chance.choice(ODD)
    low = int(chance.randint(9, 40) * 5 * times) or 5
    if scale == "L":
        low = max(low // 8, 2)
    high = low + max(low // chance.randint(2, 4), 1)
    dash = chance.choice(["–", "-", " - ", " – "])
    text = f"{sign}{low}{scale}{dash}{sign}{high}{scale}"
    text = f"**{text}**" if chance.random() < 0.08 else text
    if scale == "K" and sign == "£" and chance.random() < 0.3:
        return f"£{low}K – £{high}K / ${low + 20}K – ${high + 30}K"
    return text


def _pay(chance):
    places = chance.sample(PLACES, chance.randint(2, 5))
    head = f"{_label(chance, chance.choice(['Compensation', 'Compensation Overview (2026)', 'Pay by Region']), is_inline=False)}\n\n"
    lines = chance.choice([_usual_table, _usual_table, _usual_table, _levels_down, _parts_down])(chance, places)
    note = "\n\n*Figures are yearly; grants vest over four years.*" if chance.random() < 0.3 else ""
    return (head if chance.random() < 0.5 else "") + "\n".join(lines) + note


def _usual_table(chance, places):
    equity = chance.choice(EQUITY)
    columns = [chance.choice(["Region", "Location", "Market"])]
    columns += ["Level"] if chance.random() < 0.2 else []
    columns += [chance.choice(["Base Salary", "Base", "Base Salary (Annual)"]), equity]
    columns += [chance.choice(["Bonus", "Bonus (Target)", "Signing Bonus", "Sign-On"])] if chance.random() < 0.7 else []
    columns += [chance.choice(["Total Comp", "Total Comp (Yr 1)", "Total Compensation", "TC"])]
    lines = [
        f"| {' | '.join(columns)} |",
        "|" + "|".join(chance.choice(["---", ":---", "---:", ":-:"]) for _ in columns) + "|",
    ]
    for place, sign, scale in places:
        row = [place]
        for column in columns[1:]:
            row.append(_cell(chance, column, sign, scale))
        lines.append(f"| {' | '.join(row)} |")
    return lines


def _cell(chance, column, sign, scale):
    if column == "Level":
        return chance.choice(["L4", "Senior", "IC5", "Staff (L6)"])
    if column.startswith("Bonus"):
        return chance.choice(
            ["10–15%", "15%", "10%-20%", "—", "None", "Discretionary", f"{sign}20{scale}", "$60K (sign-on)"]
        )
    if "Equity" in column or "Stock" in column or "Options" in column or "RSU" in column or "Carry" in column:
        ends = ["", "", "/4yr", "+ profit sharing", "/yr", " RSU"]
        return _range(chance, sign, scale, 0.5) + chance.choice(ends)
    return _range(chance, sign, scale, 1.6 if column.startswith("T") else 1.0)


def _levels_down(chance, places):
    lines = [f"| Level | {' | '.join(place for place, _, _ in places)} |", "|---|" + "---|" * len(places)]
    for level in ("L4", "L5", "Staff"):
        lines.append(f"| {level} | {' | '.join(_range(chance, sign, scale) for _, sign, scale in places)} |")
    return [f"**Base Salary by Level**\n\n{lines[0]}", *lines[1:]]


def _parts_down(chance, places):
    lines = [f"| Component | {' | '.join(place for place, _, _ in places)} |", "|---|" + "---|" * len(places)]
    for part, times in (("Base", 1), ("Stock (RSU/4yr)", 1.5), ("Bonus", 0.2), ("**Total**", 1.6)):
        lines.append(f"| {part} | {' | '.join(_range(chance, sign, scale, times) for _, sign, scale in places)} |")
    return lines


def _prose_dna(chance):
    if chance.random() < 0.3:
        return ""
    label = chance.choice(["**Negotiation DNA**", "#### Negotiation DNA — Why it pays", "### Negotiation DNA"])
    return f"{label}\n{_paragraph(chance)}" + (f"\n\n{_paragraph(chance)}" if chance.random() < 0.3 else "")


def _mapping(chance, company):
    own = f"{company} {chance.choice(['L5', 'IC4', 'Senior'])}"
    form = chance.choice(["inline", "inline", "bars", "table", "bullets", "prose"])
    label = _label(chance, "Level Mapping")
    if form == "inline":
        return f"{label} {own} = Fable Foods L5 = Nimbus Games IC4-IC5 = Startup Lead (scope)"
    if form == "bars":
        return f"{label} {own} = Fable Foods L5 | Nimbus Games IC5 | Kestrel Air SDE III"
    if form == "table":
        rows = "\n".join(f"| L{n} | IC{n} | Band {n} |" for n in (4, 5, 6))
        return f"#### Level Mapping\n\n| {company} | Fable Foods | Nimbus Games |\n|---|---|---|\n{rows}\n\n{_paragraph(chance)}"
    if form == "bullets":
        return (
            f"{_label(chance, 'Level Mapping', is_inline=False)}\n- {own} = Fable Foods L5\n- Lead = Nimbus Games IC6"
        )
    return f"{label} {_paragraph(chance)}"


def _section(chance):
    title = " ".join(chance.sample(WORDS, 3)).title()
    title += chance.choice(["", " — How it Pays", ": the Case", "?", " (2026)"])
    kinds = chance.sample(["paragraph", "bullets", "quote", "table", "nested", "code", "link"], chance.randint(1, 3))
    made = {
        "paragraph": lambda: _paragraph(chance),
        "bullets": lambda: "\n".join(f"{chance.choice('-*')} {_sentence(chance)}" for _ in range(3)),
        "quote": lambda: f"> {_sentence(chance)}\n> {_sentence(chance)}",
        "table": lambda: "| Topic | Note |\n|---|---|\n" + "\n".join(f"| {chance.choice(WORDS)} | {_sentence(chance)} |" for _ in range(2)),
        "nested": lambda: f"- {_sentence(chance)}\n  - {_sentence(chance)}\n  - {_sentence(chance)}\n- {_sentence(chance)}",
        "code": lambda: f"```\n{_sentence(chance)}\n```",
        "link": lambda: f"See [the notes](https://notes.example/{chance.choice(WORDS)}) and http://old.example/page for {chance.choice(WORDS)}.",
    }  # fmt: skip
    return _label(chance, title, is_inline=False) + "\n\n" + "\n\n".join(made[kind]() for kind in kinds)


def _script(chance, company):
    honest = f"{_sentence(chance)} That is why I am asking for $24{chance.randint(0, 9)}K base."
    claim = f"I have a Pebble Bank offer at $210K / $220K RSU and a Maple Labs offer at $20{chance.randint(0, 9)}K. {company} is my first choice, but base needs to be $245K."
    return chance.choice([honest, honest, honest, claim])


def _levers(chance, company):
    title = lambda: " ".join(chance.sample(WORDS, 2)).title()  # noqa: E731
    form = chance.choice(["numbered", "numbered", "numbered", "bold", "lever", "heading", "prose", "both", "adjoining"])
    head = _label(
        chance,
        chance.choice(["Global Levers", "Global Levers (Use in Order)", "Key Negotiation Levers"]),
        is_inline=False,
    )
    items = []
    for number in range(1, chance.randint(3, 5)):
        quote = f'"{_script(chance, company)}"'
        if form == "numbered":
            items.append(f"{number}. **{title()}:** {quote}")
        elif form == "prose":
            items.append(f"{number}. **{title()}** — {_sentence(chance)}")
        elif form == "both":
            items.append(f"{number}. **{title()}:** {_sentence(chance)} {quote} {_sentence(chance)}")
        elif form == "adjoining":
            items.append(f'**{number}. The "{title()}" Lever:** {_sentence(chance)} {quote}')
        elif form == "bold":
            items.append(f'**{number}. The "{title()}" Lever**\n{_paragraph(chance)}\n\n> {quote}\n')
        elif form == "lever":
            items.append(f"**Lever {number} — {title()}**\n\n{_paragraph(chance)}\n\n*Script:* {quote}\n")
        else:
            items.append(f"#### Global Lever {number}: {title()}\n\n{_paragraph(chance)}\n\n> {quote}\n")
    return f"{head}\n" + "\n".join(items)


def _strategy(chance):
    text = f'"{_sentence(chance)} To join: ${chance.randint(240, 260)}K base and $140K+ profit sharing. Floor is $215K base."'
    advice = (
        f"Open at $250K base and $400K total. {_sentence(chance)} Accept at $240K base; walk away below $220K base."
    )
    words = chance.choice(
        [text, text, advice, f"{_sentence(chance)} {text}", f"{_sentence(chance)} Everything is open."]
    )
    form = chance.choice(["in", "in", "out", "paragraphs", "heading"])
    if form == "in":
        return f"> **Negotiate Up Strategy:** {words}"
    if form == "out":
        return f"> **Negotiate Up Strategy**: {words}"
    if form == "paragraphs":
        return f"> **Negotiate Up Strategy:** {words}\n>\n> {_sentence(chance)}"
    return f"#### Negotiate Up Strategy\n\n> {words}"


def _evidence(chance):
    head = _label(chance, chance.choice(["Evidence & Sources", "Sources", "Evidence and Sources"]), is_inline=False)
    items = []
    for number in range(1, chance.randint(3, 7)):
        name = " ".join(chance.sample(WORDS, 2)).title()
        line = chance.choice([
            f"{name} pay threads (2025-2026)", f"**{name}** — yearly survey, 2025", f"[{name}] filings of 2024",
            f"[{name}](https://data.example/{number})", f"{name} — https://data.example/p{number}", f"**{name}:** bands by level, 12,000 rows",
        ])  # fmt: skip
        items.append(f"{chance.choice(['-', '-', '*'])} {line}" if chance.random() < 0.8 else f"- {line}")
    if chance.random() < 0.1:
        items = [
            f"{item}\n  - {_sentence(chance)}\n  - base of {number}0 postings" for number, item in enumerate(items, 1)
        ]
    elif chance.random() < 0.3:
        items = [f"{number}. {item[2:]}" for number, item in enumerate(items, 1)]
    return f"{head}\n" + "\n".join(items)


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in corpus(int(sys.argv[2]), int((sys.argv[3:] or ["1"])[0])):
        (folder / name).write_text(text, encoding="utf-8")
