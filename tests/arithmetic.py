"""The arithmetic of Prepare without a page: its scripts in a browser, called from a test."""

from pathlib import Path

import pytest

from guidebook import paydata, project

SCRIPTS = Path(__file__).resolve().parent.parent / "docs" / "assets" / "js" / "prepare"


PURE = [f"{name}.js" for name in "money pay store readings checks derive asks levers ladder offers".split()]  # noqa: SIM905


TODAY = "2026-11-25"


@pytest.fixture(scope="module")
def arithmetic(browser, sample):
    """Calls the functions of `globalThis.guidebook` in a page that holds nothing but the scripts."""
    page = browser.new_page()
    catalogue = project.open_site(sample).site.catalogue
    page.evaluate(paydata.basics(catalogue))
    for name in PURE:
        page.evaluate((SCRIPTS / name).read_text(encoding="utf-8"))
    page.evaluate("""() => {
      const plain = value => typeof value === 'bigint' ? Number(value) : value instanceof Set ? [...value].sort()
        : Array.isArray(value) ? value.map(plain) : value && typeof value === 'object'
        ? Object.fromEntries(Object.entries(value).map(([name, part]) => [name, plain(part)])) : value;
      globalThis.call = ([names, ...given]) =>
        plain(names.split('|').reduce((found, name) => [guidebook[name](...found)], given)[0]);
    }""")
    yield lambda name, *given: page.evaluate("given => call(given)", [name, *given])
    page.close()


@pytest.fixture(scope="module")
def derive(arithmetic):
    """From what is typed to what is shown, with no guide or with the row of one."""
    return lambda numbers, guide=None: arithmetic("derive", numbers, guide, TODAY)
