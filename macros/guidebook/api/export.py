"""Export the shapes: a JSON Schema for each kind of document, and one OpenAPI file for them all."""

import re
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from guidebook.api.indexes import LICENSE
from guidebook.api.kinds import KINDS, VERSION, Kind
from guidebook.page import API as TOP

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_PLACE = re.compile(r"\{(\w+)\}")
_WHAT = "What companies pay for a role, what to ask for, what to say, and where every figure comes from. Static files."


@cache
def schemas() -> dict[str, dict[str, Any]]:
    """The JSON Schema of each kind of document, by its name."""
    return {kind.name: {"$schema": _DIALECT, **TypeAdapter(kind.shape).json_schema()} for kind in KINDS}


def openapi(site_url: str) -> dict[str, Any]:
    """The OpenAPI description of all documents; `site_url` ends with a slash, or is empty where it is not known."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Pay guides",
            "version": VERSION,
            "description": _WHAT,
            "license": {"name": "CC BY 4.0", "identifier": LICENSE},
        },
        "servers": [{"url": site_url or "/"}],
        "security": [],
        "paths": {f"/{TOP}{kind.address}": {"get": _operation(kind)} for kind in KINDS},
        "components": {"schemas": _components()},
    }


@cache
def _components() -> dict[str, Any]:
    wanted: Any = [(kind.name, "serialization", TypeAdapter(kind.shape)) for kind in KINDS]
    _, found = TypeAdapter.json_schemas(wanted, ref_template="#/components/schemas/{model}")
    return dict(found["$defs"])


def _operation(kind: Kind) -> dict[str, Any]:
    what = kind.shape.__doc__
    reference = {"$ref": f"#/components/schemas/{kind.shape.__name__}"}
    responses: dict[str, Any] = {"200": {"description": what, "content": {"application/json": {"schema": reference}}}}
    places = _PLACE.findall(kind.address)
    if places:
        responses["404"] = {"description": "There is none of that name."}
    return {
        "operationId": kind.name,
        "summary": what,
        "parameters": [
            {"name": name, "in": "path", "required": True, "schema": {"type": "string", "pattern": "^[a-z0-9-]+$"}}
            for name in places
        ],
        "responses": responses,
    }
