"""Build beside the former site, and put the new one in its place once it is whole."""

import os
import shutil
from io import FileIO
from pathlib import Path

_NEW = os.O_WRONLY | os.O_CREAT | os.O_TRUNC


def staging(site: Path) -> Path:
    """The folder that is built into."""
    return site.with_name(f"{site.name}.new")


def write(target: str, text: str) -> None:
    """Write one file of the site, and the folders above it."""
    try:
        handle = os.open(target, _NEW)
    except FileNotFoundError:  # the first file of its folder, as each page's HTML is
        os.makedirs(os.path.dirname(target), exist_ok=True)  # noqa: PTH103, PTH120  it is done for thousands of files
        handle = os.open(target, _NEW)
    with FileIO(handle, "w") as file:
        file.write(text.encode())


def publish(site: Path) -> None:
    """Put what was built in the place of the former site."""
    former = site.with_name(f"{site.name}.old")
    shutil.rmtree(former, ignore_errors=True)
    if site.exists():
        site.rename(former)
    staging(site).rename(site)
    shutil.rmtree(former, ignore_errors=True)


def discard(site: Path) -> None:
    """Throw away what was built; the former site stays as it was."""
    shutil.rmtree(staging(site), ignore_errors=True)
