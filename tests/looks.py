"""What the tests in Chromium look at: pages, widths and schemes, and what sticks out of a window."""

MIDJOURNEY, OKTA = "guides/midjourney/devops-engineer/", "guides/okta/devops-engineer/"
GUIDES = [MIDJOURNEY, OKTA]
OTHERS = [
    "", "companies/", "companies/okta/", "roles/", "roles/devops-engineer/", "regions/", "regions/remote-us/",
    "levers/", "levers/competing-written-offer/", "rights/", "prepare/", "prepare/during/", "negotiate/", "about/",
    "contribute/", "contribute/fields/", "contribute/example/", "404.html",
]  # fmt: skip
LOOKS = [(390, "light"), (390, "dark"), (1280, "light"), (1280, "dark")]
OPEN_ALL = "document.querySelectorAll('details').forEach(part => part.open = true)"
# Without `resultTypes` axe sends every rule's every element; target-size is of WCAG 2.2 AA and off by default.
AXE = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}

SIDEWAYS = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  const scrolls = element => element && (/auto|scroll|hidden/.test(getComputedStyle(element).overflowX)
    && element !== document.body && element !== document.documentElement || scrolls(element.parentElement));
  const wide = [...document.body.querySelectorAll("*")].filter(
    element => element.getBoundingClientRect().right > width + 1 && !scrolls(element.parentElement));
  return [`the page is ${document.documentElement.scrollWidth} px wide, not ${width}`,
    ...wide.slice(0, 5).map(element => element.outerHTML.slice(0, 120))];
}"""


def sideways(page):
    """How much wider than its window the page is, and the first elements that stick out; empty where none do."""
    return page.evaluate(SIDEWAYS)
