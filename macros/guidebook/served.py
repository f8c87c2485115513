"""Make the pages of a served site when they are asked for, from the data as it stands then.

A build of thousands of pages takes seconds, of which somebody who edits one guide reads one or two. So a served
site is built without them, and each is made at its first request: none can be older than the last build.
"""

import os
import posixpath
import sys
import threading
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]
"""A WSGI application."""


class Pages:
    """What is still to be made, by paths below the site's top; closed while a build is under way."""

    def __init__(self) -> None:
        self._code = _code()
        self._state = threading.Condition()
        self._makers: dict[str, Callable[[], None]] = {}
        self._is_open = False
        self._builds = 0

    def close(self) -> None:
        """A build begins: requests wait until it has ended, as those for other files do.

        Where our own code has changed while the site was served, the process starts anew, to run what is there now.
        """
        with self._state:
            if self._is_open and self._code != _code():
                os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])  # noqa: S606  as it was started
            self._is_open = False
            self._builds += 1

    def open(self, makers: Mapping[str, Callable[[], None]]) -> None:
        """A build has ended; each of `makers` writes the file of its path, and is called once."""
        with self._state:
            self._makers = dict(makers)
            self._is_open = True
            self._state.notify_all()

    def before(self, application: Application, mount: str) -> Application:
        """The application of a server whose site begins at the path `mount`, with what is asked for made first."""

        def made(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
            path: str = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
            if not path.startswith(mount) or path.startswith("/livereload/"):
                return application(environ, start_response)
            answer: list[Any] = []
            while True:
                builds = self._builds
                self._make(posixpath.normpath("/" + path[len(mount) :]).strip("/"))
                body = application(environ, lambda *given: answer.append(given))
                if not answer[-1][0].startswith("404") or self._builds == builds:
                    break  # else a build has begun in between, and taken the file away
            start_response(*answer[-1])
            return body

        return made

    def _make(self, path: str) -> None:
        with self._state:
            self._state.wait_for(lambda: self._is_open)
            for name in (path, f"{path}/index.html"):
                if name and name in self._makers:
                    self._makers[name]()
                    del self._makers[name]


def _code() -> dict[Path, int]:
    """When each module of ours, the hook beside the package too, was changed last."""
    return {path: path.stat().st_mtime_ns for path in Path(__file__).parent.parent.rglob("*.py")}
