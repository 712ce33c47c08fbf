"""Python values in the form PostgreSQL can hold."""

import json
from collections.abc import Mapping
from uuid import UUID


def storable(value: object) -> object:
    """The value without what text in PostgreSQL cannot hold: NUL, and halves of characters."""
    if isinstance(value, str):
        return value.replace("\0", "").encode(errors="replace").decode()
    if isinstance(value, list | tuple):
        # Hundreds of dish numbers come this way with every look at the menu.
        return [held if type(held) is int else storable(held) for held in value]
    if isinstance(value, Mapping):
        return {storable(key): storable(held) for key, held in value.items()}
    return value


def to_json(value: object) -> str:
    """The value as a JSON document. Raises TypeError for what JSON has no form for."""
    return json.dumps(value, default=_plain, ensure_ascii=False)


def _plain(value: object) -> str:
    if isinstance(value, UUID):
        return str(value)
    raise TypeError(f"{type(value).__name__} does not go into JSON")
