"""Somebody at the demo shop's counter."""

from collections.abc import Iterator

import pytest

from tests.support.turns import Caller


@pytest.fixture
def asha(dsn: str) -> Iterator[Caller]:
    """A customer who calls the SQL functions directly."""
    with Caller(dsn, "asha") as caller:
        yield caller


@pytest.fixture
def ravi(dsn: str) -> Iterator[Caller]:
    """Another customer of the same shop."""
    with Caller(dsn, "ravi") as caller:
        yield caller
