"""docs/export.schema.json: the JSON Schema of an export, made from the keys of the format."""

import json
from collections.abc import Mapping
from typing import Any

from dipltrack.ledger.keys import (
    LOG_TABLES,
    MEETING_TABLES,
    SETTINGS_TABLES,
    SINGLE_TABLES,
    Key,
    Sort,
    keys_of,
    timing_keys,
)
from dipltrack.model.update import Change, Evidence

Schema = dict[str, Any]

_DAY: Schema = {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
_NAMES: Schema = {"type": "array", "items": {"type": "string"}}
_TEXT: Schema = {"type": "string"}
_ANY: Schema = {"$ref": "#/$defs/value"}
_SHAPES: Mapping[Sort, Schema] = {
    Sort.TEXT: _TEXT,
    Sort.LINES: _TEXT,
    Sort.DAY: _DAY,
    Sort.MOMENT: {"type": "string", "format": "date-time"},
    Sort.NUMBER: {"type": "integer", "minimum": 1},
    Sort.FLAG: {"type": "boolean"},
    Sort.PERIOD: {"type": "string", "pattern": "^[1-9][0-9]{0,2} (year|month)s?$"},
    Sort.NAMES: _NAMES,
    Sort.NAMES_OR_ONE: {"anyOf": [_TEXT, {**_NAMES, "minItems": 1}]},
    Sort.NUMBERS: {"type": "array", "items": {"type": "integer"}},
    Sort.DAYS: {"type": "array", "items": {"type": "integer", "minimum": 0}, "minItems": 1},
    Sort.MONTHS: {
        "type": "object",
        "additionalProperties": {"type": "integer", "minimum": 1, "maximum": 12},
    },
    Sort.VALUE: _ANY,
}


def schema_page() -> str:
    """The schema as it lies in docs/."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A whole ledger of dipltrack",
        "description": "What `dipltrack export --format json` writes and `import` takes back.",
        "type": "object",
        "required": ["schema", "export", "settings", "meetings"],
        "additionalProperties": False,
        "properties": {
            "schema": {"const": 1},
            "export": {"const": "ledger"},
            "settings": {"$ref": "#/$defs/settings"},
            "firmness": {"$ref": "#/$defs/own"},
            "reminders": {"type": "array", "items": {"$ref": "#/$defs/reminder"}},
            "meetings": {"type": "array", "items": {"$ref": "#/$defs/file"}},
        },
        "$defs": {
            "settings": _file(SETTINGS_TABLES, {}),
            "file": _file(
                MEETING_TABLES,
                {"file": {"type": "string", "description": "where it lies in the ledger"}},
            ),
            **{
                name: _table(model)
                for name, model in {**MEETING_TABLES, **SETTINGS_TABLES, **LOG_TABLES}.items()
            },
            "evidence": _table(Evidence),
            "changes": _table(Change),
            "own": {"type": "object", "additionalProperties": _ANY},
            "value": _value(),
        },
    }
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _file(tables: Mapping[str, type], more: Schema) -> Schema:
    main = next(iter(tables))
    return {
        "type": "object",
        "required": [*more, main],
        "additionalProperties": False,
        "properties": {
            **more,
            **{name: _listed(name) for name in tables},
            "own": {"$ref": "#/$defs/own"},
        },
    }


def _listed(name: str) -> Schema:
    one = {"$ref": f"#/$defs/{name}"}
    return one if name in SINGLE_TABLES else {"type": "array", "items": one}


def _table(model: type) -> Schema:
    keys = [
        inner
        for key in keys_of(model)
        for inner in (timing_keys() if key.sort is Sort.TIMING else (key,))
    ]
    timed = any(key.sort is Sort.TIMING for key in keys_of(model))
    required = [key.name for key in keys_of(model) if key.required]
    table: Schema = {
        "type": "object",
        "properties": {key.name: _key(key) for key in keys},
        "additionalProperties": _ANY,
    }
    if required:
        table["required"] = required
    if timed:
        others = [key.name for key in timing_keys() if key.name != "class"]
        table["dependentRequired"] = {name: ["class"] for name in others}
    return table


def _key(key: Key) -> Schema:
    return {**_shape(key), "description": key.meaning.replace("`", "")}


def _shape(key: Key) -> Schema:
    if key.words is not None:
        return {"enum": [word.value for word in key.words]}
    if key.table is not None:
        name = "evidence" if key.table is Evidence else "changes"
        return {"type": "array", "items": {"$ref": f"#/$defs/{name}"}}
    return _SHAPES[key.sort]


def _value() -> Schema:
    """Any value of TOML: what JSON has no type for is a table with one key that says it."""
    told: Mapping[str, Schema] = {
        "$date": _DAY,
        "$moment": {"type": "string", "description": "with an offset from UTC, or without one"},
        "$time": _TEXT,
        "$float": {"type": "string", "description": "1.5, 1e+16, inf, -inf or nan"},
        "$table": {
            "type": "object",
            "additionalProperties": _ANY,
            "description": "a table one of whose own keys begins with $",
        },
    }
    tagged = [
        {
            "type": "object",
            "required": [key],
            "properties": {key: shape},
            "additionalProperties": False,
        }
        for key, shape in told.items()
    ]
    plain = {
        "type": "object",
        "propertyNames": {"pattern": r"^(?!\$)"},
        "additionalProperties": _ANY,
    }
    return {
        "anyOf": [
            {"type": ["string", "boolean", "integer"]},
            {"type": "array", "items": _ANY},
            plain,
            *tagged,
        ]
    }
