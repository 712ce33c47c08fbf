"""A shop's rules as the document their file holds, and as the text of that file."""

import json

from db.menu.problems import Json
from db.shop.format import ShopFile


def shop_document(rules: ShopFile) -> dict[str, Json]:
    """The document. Of an entry of a list, what is as when left out is left out.

    All else is there, so that a file shows what can be set.
    """
    whole = rules.model_dump(mode="json", by_alias=True)
    brief = rules.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    for name, value in brief.items():
        if isinstance(value, list):
            whole[name] = value
    whole["money"]["taxes"] = brief.get("money", {}).get("taxes", [])
    return whole


def shop_json(rules: ShopFile) -> str:
    """The rules as JSON, an entry a line, so that two versions of a file can be compared."""
    return f"{_written(shop_document(rules), 0)}\n"


def _written(value: Json, depth: int) -> str:
    """Lists of objects and what holds other fields take lines of their own."""
    margin = "\n" + " " * (depth + 1)
    end = "\n" + " " * depth
    if isinstance(value, dict) and depth < 2:
        fields = (f"{json.dumps(name)}: {_written(its, depth + 1)}" for name, its in value.items())
        return "{" + margin + f",{margin}".join(fields) + end + "}"
    if isinstance(value, list) and value and isinstance(value[0], dict):
        entries = (json.dumps(entry, ensure_ascii=False) for entry in value)
        return "[" + margin + f",{margin}".join(entries) + end + "]"
    return json.dumps(value, ensure_ascii=False)
