"""What people type names one thing: aliases of the shipped companies, roles and regions."""

import unicodedata
from pathlib import Path

import pytest

from guidebook import project

COMPANIES = {
    "amazon": "AWS, Amazon Web Services, AMZN, Alexa",
    "anthropic": "Claude, Claude Code",
    "apple": "AAPL, iPhone",
    "atlassian": "Jira, Trello, Confluence, TEAM",
    "block": "Square, Cash App, CashApp, SQ, XYZ, Afterpay, Tidal",
    "broadcom": "VMware, Avago, AVGO",
    "bytedance": "TikTok, Douyin, Byte Dance",
    "capital-one": "CapOne, Cap One, COF",
    "cisco": "Splunk, Meraki, Webex, CSCO",
    "cvs": "CVS, Aetna",
    "databricks": "MosaicML, Data Bricks",
    "disney": "Hulu, ESPN, Walt Disney, Disney+",
    "everpure": "Pure Storage, PSTG",
    "google": "Alphabet, GOOG, GOOGL, Google Cloud, GCP, YouTube, DeepMind, Android",
    "gusto": "ZenPayroll",
    "harvey-ai": "Harvey AI",
    "hpe": "HPE, Aruba, HP Enterprise",
    "instacart": "Maplebear, CART",
    "intuit": "TurboTax, QuickBooks, Credit Karma, Mailchimp",
    "jpmorgan-chase": "Chase, JPM, JPMC, JP Morgan, J.P. Morgan",
    "lambda": "Lambda Labs",
    "match-group": "Tinder, Hinge",
    "meta": "Facebook, FB, Instagram, WhatsApp, Insta, Oculus, Threads",
    "microsoft": "MSFT, MS, LinkedIn, Linked In, GitHub, Azure, Xbox, Activision Blizzard",
    "mongodb": "Mongo, MDB, 10gen",
    "netflix": "NFLX",
    "okta": "Auth0",
    "openai": "ChatGPT, Open AI, Chat GPT",
    "oracle": "OCI, ORCL, Cerner, NetSuite",
    "palo-alto-networks": "PANW, PAN",
    "paypal": "Venmo, Braintree, PYPL",
    "robinhood": "HOOD, Robin Hood",
    "salesforce": "Slack, Tableau, MuleSoft, Heroku, SFDC",
    "scale-ai": "Scale, ScaleAI",
    "snap": "Snapchat",
    "spacex": "Starlink, Space X",
    "superhuman": "Grammarly, Coda",
    "twilio": "SendGrid, Segment, TWLO",
    "uber": "Uber Eats, UberEats, Postmates",
    "us-federal-government": "GS, federal government, USAJOBS",
    "walmart-global-tech": "Walmart, Walmart Labs, Wal-Mart",
    "wise": "TransferWise",
    "xai": "X, Twitter, Grok, X.com",
}
ROLES = {
    "data-engineer": "DE, ETL, Data Eng, Analytics Engineer",
    "data-scientist": "DS, Data Science",
    "devops-engineer": "SRE, Site Reliability, Platform Engineer, Infra, DevOps, DevSecOps, Sysadmin, Kubernetes",
    "engineering-manager": "EM, Eng Manager, SDM",
    "ml-ai-engineer": "MLE, ML, AI, AI Engineer, AI/ML Engineer, Machine Learning, Research Engineer, LLM",
    "product-designer": "UX, UI, UX/UI, UI/UX, Designer, UX Designer",
    "product-manager": "PM, GPM, Product Owner",
    "security-engineer": "AppSec, InfoSec, Security, Cybersecurity, Pentester",
    "senior-software-engineer": "Senior SWE, Sr SWE, Sr. Software Engineer, SDE3, SDE III, Senior Developer",
    "software-engineer": (
        "SWE, SDE, SDE2, SDE II, Dev, Developer, Programmer, Backend, Back-end, Frontend, Full Stack, Full-stack, "
        "Fullstack, iOS, Android, Mobile, MTS"
    ),
    "solutions-architect": "SA, Solutions Engineer, Sales Engineer, Presales, Pre-sales",
    "staff-software-engineer": "Staff, Staff SWE, Staff Engineer, Principal Engineer, Tech Lead",
    "technical-program-manager": "TPM, Program Manager, Programme Manager, PgM",
}
REGIONS = {
    "australia": "AU, Aus, Canberra",
    "bengaluru": "Bangalore, BLR",
    "los-angeles": "LA, L.A., SoCal",
    "london": "LDN",
    "munich": "München",
    "new-york": "NYC, New York City, NY, Manhattan",
    "remote-us": "Remote, US Remote, Remote USA",
    "san-francisco-bay-area": "SF, Bay Area, San Francisco, Silicon Valley, San Jose, Palo Alto",
    "seattle": "PNW, Pacific Northwest, Bellevue",
    "united-kingdom": "UK, Great Britain",
    "united-states": "US, USA",
    "washington-dc": "DC, Washington DC, D.C.",
}


TYPED = [
    pytest.param(kind, words, name, id=f"{kind}: {words}")
    for kind, table in (("companies", COMPANIES), ("roles", ROLES), ("regions", REGIONS))
    for name, typed in table.items()
    for words in typed.split(", ")
]


def _plain(name):
    return "".join(letter for letter in unicodedata.normalize("NFKD", name).casefold() if letter.isalnum())


@pytest.fixture(scope="module")
def named():
    """What each name stands for, by kind: the one id that has it."""
    catalogue = project.open_site(Path(__file__).resolve().parent.parent / "data").site.catalogue
    found = {}
    for kind in ("companies", "roles", "regions"):
        for name, item in getattr(catalogue, kind).items():
            for words in (item.name, *item.aliases):
                found.setdefault((kind, _plain(words)), set()).add(name)
    return found


@pytest.mark.parametrize(("kind", "typed", "name"), TYPED)
def test_what_people_type_names_one_thing(named, kind, typed, name):
    assert named[kind, _plain(typed)] == {name}
