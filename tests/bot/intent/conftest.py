"""Who is there besides an attacker."""

from pathlib import Path

import psycopg
import pytest

from bot.pg import Postgres
from tests.support.bystanders import Bystanders


@pytest.fixture
async def bystanders(
    dsn: str, db: psycopg.Connection, postgres: Postgres, tmp_path: Path
) -> Bystanders:
    """Another customer of the demo shop, and another shop with its guest."""
    return await Bystanders.arrive(dsn, db, postgres, tmp_path / "menu.json")
