"""Measure one command and the site that it made.

This module and `run.py` import nothing large: a child's peak memory is never below what its parent held.
"""

import gzip
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

SEARCH_DATA = ("search/search_index.json", "assets/finder/names-*.js", "assets/finder/others-*.js")
"""Files that a reader's browser loads before the first answer of the search; those that are there count."""

_PROC = Path("/proc")
_PAUSE = 0.2
_KB = 1024


@dataclass(frozen=True)
class Cost:
    """What a command took: seconds by the clock and of the processors, bytes at the peak, and what it printed."""

    seconds: float
    cpu_seconds: float
    peak_bytes: int
    output: str


def run(command: Sequence[str], cwd: Path, env: Mapping[str, str]) -> Cost:
    """Run `command` to its end in a process of its own; exit with what it said where it fails."""
    with tempfile.TemporaryFile() as printed:
        start = time.perf_counter()
        child = subprocess.Popen(command, cwd=cwd, env={**os.environ, **env}, stdout=printed, stderr=subprocess.STDOUT)
        watch = _Watch(child.pid)
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - start
        family = watch.stop()
        child.returncode = os.waitstatus_to_exitcode(status)
        printed.seek(0)
        output = printed.read().decode("utf-8", "replace")
    if child.returncode:
        sys.exit(f"{' '.join(command)}\nended with {child.returncode}:\n{output[-4000:]}")
    own = usage.ru_maxrss * (1 if sys.platform == "darwin" else _KB)
    return Cost(seconds, usage.ru_utime + usage.ru_stime, max(own, family), output)


def site(folder: Path) -> dict[str, int]:
    """Bytes of a built site: all of it, its pages of guides (raw and gzip), their call sheets, its search data."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    guides = [path.read_bytes() for path in folder.glob("guides/*/*/index.html")]
    packed = [_packed(page) for page in guides]
    raw = [len(page) for page in guides]
    sheets = [path.stat().st_size for path in files if path.name == "sheet.html"]
    search = [path.read_bytes() for name in SEARCH_DATA for path in folder.glob(name)]
    largest = max((path for path in files if path.suffix == ".html"), key=lambda path: path.stat().st_size)
    return {
        "site_bytes": sum(path.stat().st_size for path in files),
        "files": len(files),
        "pages": sum(path.suffix == ".html" for path in files) - len(sheets),
        "guide_bytes_median": round(statistics.median(raw)),
        "guide_bytes_largest": max(raw),
        "guide_gzip_median": round(statistics.median(packed)),
        "guide_gzip_largest": max(packed),
        "sheet_bytes_median": round(statistics.median(sheets or [0])),
        "largest_page_bytes": largest.stat().st_size,
        "search_bytes": sum(map(len, search)),
        "search_gzip": sum(map(_packed, search)),
    }


def _packed(content: bytes) -> int:
    return len(gzip.compress(content, 6, mtime=0))


class _Watch:
    """Looks now and then at a process and those it started, where there is more than one.

    One process alone knows its own peak. Several share pages, so their proportional share counts.
    """

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self.peak = 0
        self.is_over = threading.Event()
        self.thread = threading.Thread(target=self._look, daemon=True)
        if _PROC.is_dir():
            self.thread.start()

    def stop(self) -> int:
        """The most bytes that the processes held together; 0 where there was only one."""
        self.is_over.set()
        return self.peak

    def _look(self) -> None:
        while not self.is_over.wait(_PAUSE):
            family = _family(self.pid)
            if len(family) > 1:
                self.peak = max(self.peak, sum(map(_share, family)))


def _family(pid: int) -> list[int]:
    """The process and all that it started, as far as they still run."""
    found = [pid]
    for parent in found:
        try:
            listed = [task.read_text(encoding="ascii") for task in _PROC.glob(f"{parent}/task/*/children")]
        except OSError:
            continue
        found += [int(child) for children in listed for child in children.split()]
    return found


def _share(pid: int) -> int:
    try:
        lines = (_PROC / str(pid) / "smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * _KB for line in lines if line.startswith("Pss:"))
