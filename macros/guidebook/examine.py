"""From the file of one guide to what the site keeps of it: its packed model, its summary, and all that is wrong.

The rest of the data is read by then. No guide leans on another, so many are examined at once; what two guides
have to do with each other is checked later, on what was kept.
"""

import datetime
import hashlib
from dataclasses import replace
from functools import partial

from guidebook import parallel
from guidebook.checks import Context, Examined, guide_problems
from guidebook.checks.links import links
from guidebook.document import Unreadable
from guidebook.enrich.catalogue import Catalogue
from guidebook.enrich.summary import summary
from guidebook.load import Entry, GuideFile, Tree
from guidebook.meant import named
from guidebook.model import Guide
from guidebook.shelf import Store, pack
from guidebook.validate import validate
from guidebook.yaml_reader import content, document

_known: dict[str, Examined] = {}
"""What was found last time, by file: while a site is served, a guide is read again only if something it leans on
changed. All of that is in `Examined.digest`."""
_stores: dict[bytes, Store] = {}
"""The store of the guides that are known, by what all of them lean on."""


def examine(tree: Tree, catalogue: Catalogue, today: datetime.date, *, keep: bool = True) -> list[Examined]:
    """Read and check every guide of `tree`, whose other files are read; `catalogue` is made of those.

    Where `keep` is false nothing is packed: a check alone asks for no model.
    """
    context = Context(tree, today, tuple(entry.value.name for entry in tree.companies.values()))
    shared = f"{tree.digest} {today} {keep}".encode()

    def work(file: GuideFile) -> Examined | None:
        return _one(file, shared, context, catalogue, keep=keep)

    store = _stores.get(shared) or Store()
    found = parallel.each(work, tree.guide_files)
    made = [_kept(new, store) if new else _known[file.shown] for new, file in zip(found, tree.guide_files, strict=True)]
    _stores.clear()
    _stores[shared] = store
    _known.clear()
    _known.update({item.path: item for item in made})
    return made


def _kept(new: Examined, store: Store) -> Examined:
    return replace(new, packed=store.keep(new.packed)) if isinstance(new.packed, bytes) else new


def _one(file: GuideFile, shared: bytes, context: Context, catalogue: Catalogue, *, keep: bool) -> Examined | None:
    """What is found in one file; None where it is what was found last time."""
    digest = b""
    try:
        raw = content(file.path, file.shown)
        digest = hashlib.sha256(shared + raw).digest()
        if file.shown in _known and _known[file.shown].digest == digest:
            return None
        read = document(raw, file.shown)
        entry = Entry(file.id, validate(read, Guide, partial(named, tree=context.tree)), read)
    except Unreadable as unreadable:
        return Examined(file.id, file.shown, digest, tuple(unreadable.problems))
    guide = entry.value
    return Examined(
        file.id,
        file.shown,
        digest,
        tuple(guide_problems(entry, context)),
        read.place(()),
        pack(guide) if keep else None,
        summary(guide, catalogue.postings(guide.company, guide.role), catalogue.in_usd),
        tuple(links(entry)),
    )
