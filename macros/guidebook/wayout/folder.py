"""Write many files into a folder: all of them or none, and never over what somebody else wrote."""

import hashlib
import json
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

LIST = ".guidebook-files.json"
"""The list of what was written, with the hash of each file: what has another hash by now is somebody's own."""
_SHOWN = 5


class NotOursError(Exception):
    """The folder holds what may not be written over; the text says what, and what to do."""


def write(folder: Path, files: Iterable[tuple[str, bytes]]) -> int:
    """Write `files` into `folder` and delete those of the former time; give how many there are.

    Everything is made beside the folder first: an error while `files` is read leaves the folder as it was.
    Raise NotOursError, and change nothing, where the folder holds files that are not of the former time.
    """
    folder = folder.resolve()
    former = _former(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    staging = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        written = dict(_put(staging, name, content) for name, content in files)
        _refuse(_foreign(folder, former, written), folder)
        _move(staging, folder, former, written)
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    return len(written)


def _former(folder: Path) -> dict[str, str]:
    """What was written the former time, with its hashes; refuse a folder of somebody else."""
    if not folder.exists() or (folder.is_dir() and not any(folder.iterdir())):
        return {}
    try:
        found = json.loads((folder / LIST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        found = None
    if not isinstance(found, dict):
        raise NotOursError(f"{folder} holds files that `guidebook render` did not write; name a new or an empty folder")
    return {str(name): str(digest) for name, digest in found.items()}


def _put(staging: Path, name: str, content: bytes) -> tuple[str, str]:
    path = staging / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return name, hashlib.sha256(content).hexdigest()


def _foreign(folder: Path, former: dict[str, str], written: dict[str, str]) -> list[str]:
    """Files that stand where one would be written or deleted, and are not as they were written."""
    found = []
    for name in {**former, **written}:
        path = folder / name
        if path.parent.resolve() != path.parent or path.is_symlink():
            found.append(name)
        elif path.is_file():
            if hashlib.sha256(path.read_bytes()).hexdigest() not in (former.get(name), written.get(name)):
                found.append(name)
        elif path.exists() or any(parent.is_file() for parent in path.parents):
            found.append(name)
    return sorted(found)


def _refuse(foreign: list[str], folder: Path) -> None:
    if foreign:
        shown = ", ".join(foreign[:_SHOWN]) + (f" and {len(foreign) - _SHOWN} more" if len(foreign) > _SHOWN else "")
        raise NotOursError(f"in {folder} somebody wrote or changed {shown}; move that away, or name another folder")


def _move(staging: Path, folder: Path, former: dict[str, str], written: dict[str, str]) -> None:
    """Put the new files in place. The list comes first and names both times, so that a broken run can be repeated."""
    folder.mkdir(exist_ok=True)
    _list(folder, former | written)
    for name in written:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        (staging / name).replace(path)
    for name in former.keys() - written.keys():
        path = folder / name
        path.unlink(missing_ok=True)
        _prune(path.parent, folder)
    _list(folder, written)


def _prune(folder: Path, top: Path) -> None:
    while folder != top and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def _list(folder: Path, hashes: dict[str, str]) -> None:
    (folder / LIST).write_text(json.dumps(hashes, indent=0, sort_keys=True) + "\n", encoding="utf-8")
