"""Measure a served site: from the moment that one guide is saved until its page shows the change.

    python tests/bench/rebuild.py DATA

It runs `mkdocs serve` as a person does, asks for one guide's page until it answers, then edits that guide and asks
until the answer has the edit. MkDocs' own pause before a build counts; that of a browser which reloads does not.
Prints as JSON: seconds from the start to the first page, of each of the edits, and their median; DATA is as before.
"""

import contextlib
import json
import os
import re
import signal
import socket
import statistics
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

EDITS = 5
_ROOT = Path(__file__).resolve().parents[2]
_PATIENCE = 300
_PAUSE = 0.05
_TAG = re.compile(r"^dna: \[", re.MULTILINE)


def measure(data: Path) -> dict[str, float | list[float]]:
    """The seconds until the first page of `data` is there, and from each edit until it is seen."""
    guides = [path for path in sorted(data.glob("guides/*/*.yml")) if _TAG.search(path.read_text(encoding="utf-8"))]
    chosen = [guides[len(guides) * number // EDITS] for number in range(EDITS)]
    began = time.perf_counter()
    with _served(data) as address:
        _seen(f"{address}{_page(chosen[0])}", "<h1")
        first = time.perf_counter() - began
        edits = [_edited(address, path, number) for number, path in enumerate(chosen)]
    return {"seconds": statistics.median(edits), "slowest": max(edits), "first": first, "edits": edits}


def _edited(address: str, path: Path, number: int) -> float:
    """Save one guide with a tag more, wait for it, and put the guide back."""
    page, mark = f"{address}{_page(path)}", f"Seen at edit {number}"
    former = path.read_text(encoding="utf-8")
    _seen(page, "<h1")
    try:
        began = time.perf_counter()
        path.write_text(_TAG.sub(f"dna: [{mark}, ", former, count=1), encoding="utf-8")
        _seen(page, mark)
        return time.perf_counter() - began
    finally:
        path.write_text(former, encoding="utf-8")
        _seen(page, mark, is_there=False)


def _page(path: Path) -> str:
    return f"guides/{path.parent.name}/{path.stem}/"


@contextlib.contextmanager
def _served(data: Path) -> Iterator[str]:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "--quiet", "-a", f"127.0.0.1:{port}"]
    env = os.environ | {"GUIDEBOOK_DATA": str(data.resolve())}
    process = subprocess.Popen(command, cwd=_ROOT, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield f"http://127.0.0.1:{port}/"
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(timeout=_PATIENCE / 10)
        except subprocess.TimeoutExpired:  # started in the background of a shell, it does not hear that
            process.terminate()
            process.wait()


def _seen(address: str, words: str, *, is_there: bool = True) -> None:
    """Ask for a page until it holds `words`, or until it no longer does."""
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        with contextlib.suppress(OSError, urllib.error.URLError), urllib.request.urlopen(address) as answer:
            if (words in answer.read().decode("utf-8")) is is_there:
                return
        time.sleep(_PAUSE)
    sys.exit(f"{address} did not show it within {_PATIENCE} s")


if __name__ == "__main__":
    print(json.dumps(measure(Path(sys.argv[1]))))
