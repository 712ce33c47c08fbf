"""Updates as they arrive, before anything in them is trusted."""

import json
import logging
from collections.abc import Mapping
from typing import NoReturn

from aiogram.types import Update
from pydantic import ValidationError

KINDS = [
    "message",
    "edited_message",
    "callback_query",
    "pre_checkout_query",
    "my_chat_member",
    "chat_member",
]


class NotAnUpdate(ValueError):
    """This is no JSON object with an update id."""


def parse_body(body: bytes) -> dict[str, object]:
    """The JSON object in a webhook's body. Raises NotAnUpdate whatever the bytes are."""
    try:
        data = json.loads(body.decode(), parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        raise NotAnUpdate from error
    if not isinstance(data, dict) or type(data.get("update_id")) is not int:
        raise NotAnUpdate
    return data


def parse_update(data: Mapping[str, object]) -> Update | None:
    """The update, or None when aiogram does not know its shape: it must not come again.

    Half a surrogate pair is valid in JSON, but can be neither stored nor sent back; it becomes "?".
    """
    text = json.dumps(data, ensure_ascii=False).encode("utf-8", "replace")
    try:
        return Update.model_validate_json(text)
    except ValidationError as error:
        places = sorted({".".join(map(str, problem["loc"])) for problem in error.errors()})
        logging.getLogger(__name__).error(
            "update %s is passed over, its shape is unknown at %s",
            data.get("update_id"),
            places[:5],
        )
        return None


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)
