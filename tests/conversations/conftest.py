"""What the conversations share."""

from collections.abc import AsyncIterator

import psycopg
import pytest

from tests.bot.telegram.conftest import close_at_once
from tests.support.back_office import BackOffice, back_office
from tests.support.shop import Shop

__all__ = ["close_at_once"]


@pytest.fixture
async def office(shop: Shop, db: psycopg.Connection) -> AsyncIterator[BackOffice]:
    """A shop with a group, of which nothing is a room yet."""
    async with back_office(shop, db) as opened:
        yield opened
