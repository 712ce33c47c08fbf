"""Refusals of the SQL functions, as tests meet them."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import psycopg
import pytest

from tools.kit.call import Json


@dataclass
class Refusal:
    """What a refused call said: the words of its sentence."""

    words: dict[str, Json] = field(default_factory=dict)


@contextmanager
def refused(sqlstate: str) -> Iterator[Refusal]:
    """The block must be refused with this SQLSTATE."""
    refusal = Refusal()
    with pytest.raises(psycopg.Error) as raised:
        yield refusal
    assert raised.value.sqlstate == sqlstate, raised.value
    refusal.words = json.loads(raised.value.diag.message_detail or "{}")
