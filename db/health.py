"""What an operator should know about the database, as a list of findings."""

from collections.abc import Iterator
from dataclasses import dataclass

import psycopg
from psycopg import Connection, errors

from db.migrate import MigrationError, check_server, is_at_head
from db.outbox import dead_notices, overdue_notices
from db.shop.facts import shop_facts
from db.shop.notes import find_shop_oddities
from db.shop.rules import shop_rules
from db.tenants import Shop, acting_for, list_tenants


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at. `good` is None for what may be missing."""

    name: str
    good: bool | None
    detail: str
    remedy: str = ""


def require_head(dsn: str) -> None:
    """Refuse a database that this version of hotcart has not migrated. Raises MigrationError."""
    with psycopg.connect(dsn) as connection:
        check_server(connection)
        if not is_at_head(connection):
            raise MigrationError(
                "the database does not have this version's schema; run `hotcart migrate`"
            )


def examine(dsn: str, daily_tokens: int) -> list[Finding]:
    """Look at everything that can be looked at. Raises nothing: what fails is a finding.

    `daily_tokens` is what a shop without a number of its own may spend on models.
    """
    try:
        with psycopg.connect(dsn) as connection:
            findings = list(_server(connection))
            if not is_at_head(connection):
                remedy = "run `hotcart migrate`"
                return [*findings, Finding("Schema", False, "not at this version", remedy)]
        head = Finding("Schema", True, "at head")
        return [*findings, head, *_shops(dsn, daily_tokens), *_notices(dsn)]
    except psycopg.Error as error:
        reason = str(error).strip().partition("\n")[0]
        remedy = "check DATABASE_URL, and that the server is running"
        return [Finding("Database", False, reason, remedy)]


def _server(connection: Connection) -> Iterator[Finding]:
    version = f"PostgreSQL {connection.info.server_version // 10000}"
    try:
        check_server(connection)
        yield Finding("Database", True, version)
    except MigrationError as error:
        yield Finding("Database", False, str(error), "use PostgreSQL 15 or newer")
    login = connection.execute(
        """select rolname || case when rolsuper then ', a superuser' else '' end
           from pg_roles where rolname = session_user"""
    ).fetchone()
    yield Finding("Login", True, login[0] if login else "unknown")
    if connection.execute("show fsync").fetchone() == ("off",):
        yield Finding("Durability", False, "fsync is off: a crash can lose orders", "turn fsync on")
    else:
        yield Finding("Durability", True, "fsync is on")


def _shops(dsn: str, daily_tokens: int) -> Iterator[Finding]:
    try:
        shops = list_tenants(dsn)
    except errors.InsufficientPrivilege:
        yield Finding("Shops", None, "this login may serve them, not look into them")
        return
    if not shops:
        yield Finding("Shops", False, "there are none", "add one with `hotcart tenant add`")
    for shop in shops:
        yield Finding(
            f"Shop {shop.slug}",
            shop.dishes > 0,
            f"{shop.name}: {shop.dishes} dishes, {shop.bots} Telegram bots of its own",
            "" if shop.dishes else f"run `hotcart menu import FILE --tenant {shop.slug}`",
        )
        yield _rules(dsn, shop.slug)
        if shop.tokens_today or shop.daily_tokens is not None:
            yield _budget(shop, daily_tokens)


def _rules(dsn: str, slug: str) -> Finding:
    """What of a shop's rules cannot work, or may not be meant."""
    with acting_for(dsn, slug) as connection:
        rules, facts = shop_rules(connection, slug), shop_facts(connection, slug)
    oddities = list(find_shop_oddities(rules, facts))
    name = f"Rules of {slug}"
    if not oddities:
        return Finding(name, True, f"{len(rules.order_types)} order types, all can work")
    return Finding(
        name,
        None if all(oddity.works for oddity in oddities) else False,
        "; ".join(f"{', '.join(map(str, oddity.place))}: {oddity.text}" for oddity in oddities),
        f"mend what `hotcart shop export --tenant {slug}` prints, and `hotcart shop import` it",
    )


def _budget(shop: Shop, usual: int) -> Finding:
    """What a shop has spent on models today; once it is used up the rules alone read."""
    bound = usual if shop.daily_tokens is None else shop.daily_tokens
    spent = f"{shop.tokens_today:,} of {bound:,} tokens spent today"
    if shop.tokens_today < bound:
        return Finding(f"Model, {shop.slug}", True, spent)
    return Finding(
        f"Model, {shop.slug}",
        None,
        f"{spent}: the rules read until its next day",
        f"raise INTENT_DAILY_TOKENS, or run `hotcart tenant budget {shop.slug} TOKENS`",
    )


def _notices(dsn: str) -> Iterator[Finding]:
    try:
        dead, overdue = len(dead_notices(dsn)), overdue_notices(dsn)
    except errors.InsufficientPrivilege:
        yield Finding("Notices", None, "this login may deliver them, not look into them")
        return
    if dead:
        remedy = "see `hotcart outbox list`; `hotcart outbox retry` tries them again"
        yield Finding("Notices", False, f"{dead} could not be delivered", remedy)
    if overdue:
        remedy = "`hotcart serve` delivers them; those of a terminal chat wait for its next visit"
        yield Finding("Notices", None, f"{overdue} have waited over ten minutes", remedy)
    if not dead and not overdue:
        yield Finding("Notices", True, "delivered, or on their way")
