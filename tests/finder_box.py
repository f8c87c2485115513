"""The box of the finder, as tests use it: by its roles, as a screen reader meets it."""

from playwright.sync_api import expect


def box(page):
    """Where somebody types."""
    return page.get_by_role("combobox", name="Find a company or role")


def options(page):
    """The answers."""
    return page.get_by_role("listbox", name="Answers").get_by_role("option")


def first(page):
    """The address of the first answer, below the site's."""
    return options(page).first.get_attribute("href").split("/", 3)[3]


def entered(page):
    """Go into the box by its key: once the page has been drawn, before which a browser may drop what is pressed."""
    page.evaluate("() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))")
    page.keyboard.press("/")
    expect(box(page)).to_be_focused()


def typed(page, query):
    """Type as a person does, and wait for the answers to that."""
    entered(page)
    box(page).press_sequentially(query)
    answered(page)


def answered(page):
    """Wait for the answers, and until no more are on their way."""
    expect(options(page).first).to_be_visible()
    expect(page.get_by_role("listbox", name="Answers")).to_have_attribute("aria-busy", "false")
