"""The guide that a file becomes, part by part: each part goes into its field, and its place into `order`."""

import re
from dataclasses import dataclass, field
from typing import Any

from guidebook.markdown.inline import plain, prose

_LISTS = {"table": "tables", "mapping": "level_mapping", "section": "sections", "lever": "levers"}


@dataclass(slots=True)
class Draft:
    """The fields of a guide, and the order of its parts in the file."""

    data: dict[str, Any] = field(default_factory=dict)
    order: list[str] = field(default_factory=list)

    def add(self, kind: str, item: dict[str, Any]) -> dict[str, Any]:
        """Add an item to the list of its kind, as the next part."""
        items = self.data.setdefault(_LISTS[kind], [])
        items.append(item)
        self.order.append(f"{kind}-{len(items)}")
        return item

    def put(self, kind: str, value: Any) -> None:
        """Set a field that stands once, as the next part."""
        self.data[kind] = value
        self.order.append(kind)

    def heading(self, words: str) -> None:
        """Begin a section with its heading alone; what follows may fill it."""
        if re.search(r"\w", title := plain(words)):
            self.add("section", {"title": title.rstrip(" :") or title})

    def text(self, markdown: str) -> None:
        """Add text to the section that stands last, or as a section without heading."""
        if not re.search(r"\w", words := prose(markdown)):
            return
        last = self._last_section()
        if last is None:
            self.add("section", {"text": words})
        else:
            last["text"] = f"{last['text']}\n\n{words}" if "text" in last else words

    def worth(self, markdown: str) -> None:
        """Add to what the role is worth, while nothing else came between."""
        words = prose(markdown)
        if "worth" not in self.data:
            self.put("worth", words)
        elif self.order[-1] == "worth":
            self.data["worth"] += f"\n\n{words}"
        else:
            self.text(markdown)

    def grid(self, head: list[str], rows: list[list[str]]) -> None:
        """Add a table that is not of pay to the section that stands last, or to one of its own."""
        table = {"columns": head, "rows": rows}
        last = self._last_section()
        if last is None:
            self.add("section", {"table": table})
        else:
            last["table"] = table

    def source(self, item: dict[str, Any]) -> None:
        """Add a source under a name of its own."""
        sources = self.data.setdefault("sources", {})
        sources[f"evidence-{len(sources) + 1}"] = item
        self.order.append(f"source-{len(sources)}")

    def _last_section(self) -> dict[str, Any] | None:
        """The section that stands last and can take more: a table ends one."""
        if not self.order or not self.order[-1].startswith("section-"):
            return None
        last: dict[str, Any] = self.data["sections"][-1]
        return None if "table" in last else last
