"""`hotcart migrate`, `recover` and `doctor`: for the operator."""

import sys
from collections.abc import Iterable

from rich.console import Console

from bot.cli.build import raw_server, server, settings
from bot.cli.errors import CommandError
from bot.doctor import Check, Finding, check_settings, report
from bot.settings import Settings
from db import health
from db import migrate as migrations
from db import recover as recovery
from db.embedded import EmbeddedError


def migrate() -> None:
    """Bring the database to head."""
    with raw_server(settings()) as opened:
        done = migrations.migrate(opened.dsn)
    print("The database is now at head." if done else "The database was at head already.")


def recover() -> None:
    """Replay what a crash has emptied. Raises CommandError when a session's log has a gap."""
    with server(settings()) as opened:
        result = recovery.recover(opened.dsn)
    print(f"Sessions replayed: {result.replayed}.")
    if result.broken:
        raise CommandError(
            f"the log of {len(result.broken)} sessions has a gap, so they stay closed: "
            + ", ".join(result.broken)
        )


def doctor(*, online: bool) -> None:
    """Draw every finding; exit with 1 when something is wrong."""
    chosen = settings()
    findings: list[Finding] = [*_database(chosen), *check_settings(chosen, online=online)]
    if not report(findings, Console(highlight=False)):
        sys.exit(1)


def _database(chosen: Settings) -> Iterable[Finding]:
    """The findings about the database; the embedded one is brought up to be looked at."""
    try:
        with (raw_server if chosen.database_url else server)(chosen) as opened:
            place = "DATABASE_URL" if chosen.database_url else f"embedded in {chosen.hotcart_home}"
            findings = health.examine(opened.dsn, chosen.intent_daily_tokens)
            return [Check("Server", True, place), *findings]
    except EmbeddedError as error:
        return [Check("Server", False, str(error))]
