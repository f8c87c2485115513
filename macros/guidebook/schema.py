"""Export the model as JSON Schema, so that editors complete and explain the fields."""

import json
from pathlib import Path
from typing import Any

from guidebook.load import KINDS, SINGLES

NAMES = {"companies": "company", "roles": "role", "levers": "lever", "evidence": "evidence", "guides": "guide"}
"""The schema's name for each folder of the data."""


def schemas() -> dict[str, dict[str, Any]]:
    """The JSON Schema of each kind of file, by the schema's file name."""
    named = {f"{NAMES[folder]}.json": model for folder, model in KINDS.items()}
    named |= {f"{Path(name).stem}.json": model for name, model in SINGLES.items()}
    return {
        name: {"$schema": "https://json-schema.org/draft/2020-12/schema", **model.model_json_schema()}
        for name, model in named.items()
    }


def write(folder: Path) -> list[Path]:
    """Write every schema into `folder`, give the files written, and delete those of no kind."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, schema in schemas().items():
        path = folder / name
        path.write_text(shown(schema), encoding="utf-8")
        written.append(path)
    for stale in set(folder.glob("*.json")) - set(written):
        stale.unlink()
    return written


def shown(schema: dict[str, Any]) -> str:
    """The schema as its file holds it."""
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
