"""What the tests of Prepare share: its form filled in, what it prints, what it keeps."""

import re

import pypdfium2
import pytest
from axe_playwright_python.sync_playwright import Axe

from looks import AXE

STATED, DERIVED, POUNDS = (
    "guides/midjourney/devops-engineer/",
    "guides/okta/devops-engineer/",
    "guides/monzo/senior-software-engineer/",
)


WORKSHEET = "prepare/worksheet/"


NUMBERS = {
    "ask": "243k",
    "target": "230k",
    "floor": "215k",
    "base": "211k",
    "bonus": "10%",
    "sign_on": "25k",
    "grant": "200k",
    "years": "4",
    "vesting": "40/30/20/10",
    "alternative": "stay, and look again in spring",
    "proof": "I halved the serving bill",
}


FIRST, AVERAGE = "$337,100", "$282,100"


"""By hand: 211 + 21.1 + 25 + 80 = 337.1 in the first year; 211 + 21.1 + 50 = 282.1 in an average one."""


@pytest.fixture
def open_form(open_page):
    """Open a page and its form."""

    def open_form(address=STATED, width=1280, scheme="light", **options):
        page = open_page(address, width, scheme, **options)
        if address != WORKSHEET and not address.startswith(f"{WORKSHEET}#"):
            page.get_by_role("link", name="Enter my numbers").click()
        page.get_by_role("form", name="Your numbers").wait_for()
        return page

    return open_form


def fill_in(page, numbers=None):
    for name, typed in (numbers or NUMBERS).items():
        page.locator(f"[name={name}]").fill(typed)


def print_pages(page, tmp_path, paper="A4"):
    """The pages that print gives, each as its text."""
    path = tmp_path / "printed.pdf"
    page.pdf(path=path, format=paper)
    document = pypdfium2.PdfDocument(path)
    texts = [one.get_textpage().get_text_range() for one in document]
    document.close()
    return [" ".join(text.split()) for text in texts]


def stored(page):
    return page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('guidebook'))")


SETTLED = "() => Promise.allSettled(document.getAnimations().map(animation => animation.finished)).then(() => true)"


def assert_accessible(page):
    page.evaluate("scrollTo(0, 0)")  # what the header covers in part by chance is no small target
    page.evaluate(SETTLED)  # a colour in the middle of a change is nobody's choice
    found = Axe().run(page, options=AXE)
    assert found.violations_count == 0, found.generate_report()


def assert_alone(page):
    """Nothing on the console, no other host, and nothing of the reader's in the address."""
    assert page.noise == []
    assert not re.search(r"\d{3}k|243|spring", page.url)
