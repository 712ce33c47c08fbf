"""Shops: adding them, listing them, acting for one of them."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from uuid import UUID, uuid4

import psycopg
from psycopg import Connection, errors
from psycopg.rows import class_row


class TenantError(ValueError):
    """A shop that cannot be added or found; the text says which, why and what to do."""


@dataclass(frozen=True, slots=True)
class Shop:
    """A shop as the operator sees it."""

    slug: str
    name: str
    currency: str
    time_zone: str
    language: str
    languages: list[str]
    order_types: list[str]
    dishes: int
    bots: int
    daily_tokens: int | None
    tokens_today: int


TOKEN = re.compile(r"[0-9]{1,18}:[A-Za-z0-9_-]+")
LIST = """
select t.slug, t.name, t.currency, t.time_zone, t.language, t.languages,
  array(select y.order_type_name from cold.tenant_order_type x
        join cold.order_type_table y using (order_type_id)
        where x.tenant_id = t.tenant_id order by y.order_type_id) as order_types,
  (select count(*) from cold.menu_item i
   where i.tenant_id = t.tenant_id and not i.is_removed) as dishes,
  (select count(*) from cold.tenant_bot b where b.tenant_id = t.tenant_id) as bots,
  t.daily_tokens,
  coalesce((select u.tokens from cold.llm_usage u
            where u.tenant_id = t.tenant_id and u.day = (now() at time zone t.time_zone)::date),
           0) as tokens_today
from cold.tenants t where t.slug = %s
"""


def list_tenants(dsn: str) -> list[Shop]:
    """Every shop, by slug."""
    with psycopg.connect(dsn) as connection:
        slugs = [
            row[0]
            for row in connection.execute("select slug from cold.tenants order by slug").fetchall()
        ]
    return [show_tenant(dsn, slug) for slug in slugs]


def show_tenant(dsn: str, slug: str) -> Shop:
    """One shop. Raises TenantError if there is none of that name."""
    with (
        acting_for(dsn, slug) as connection,
        connection.cursor(row_factory=class_row(Shop)) as cursor,
    ):
        shop = cursor.execute(LIST, (slug,)).fetchone()
    if shop is None:
        raise TenantError(unknown(slug))
    return shop


def add_tenant(
    dsn: str,
    *,
    slug: str,
    name: str,
    currency: str,
    time_zone: str,
    language: str = "en",
    languages: tuple[str, ...] = (),
    order_types: tuple[str, ...] = ("take_away",),
) -> UUID:
    """Add a shop and return its id; the first order type is the usual one.

    `languages` are those it offers beside its own; none: all there are. Raises TenantError.
    """
    if not order_types:
        raise TenantError(f"shop {slug!r} needs an order type: take_away, dine_in or delivery")
    tenant = uuid4()
    try:
        with psycopg.connect(dsn) as connection:
            _act_for(connection, tenant)
            zone = connection.execute(
                "select from pg_timezone_names where name = %s", (time_zone,)
            ).fetchone()
            if zone is None:
                raise TenantError(
                    f"time zone {time_zone!r} is unknown; use a name like Asia/Kolkata"
                )
            ids = [_order_type(connection, name) for name in dict.fromkeys(order_types)]
            connection.execute(
                """insert into cold.tenants (tenant_id, slug, name, currency, time_zone, language,
                                             languages, default_order_type_id)
                   values (%s, %s, %s, %s, %s, %s, %s, %s)""",
                (tenant, slug, name, currency, time_zone, language, [*languages], ids[0]),
            )
            for order_type_id in ids:
                connection.execute(
                    "insert into cold.tenant_order_type values (%s, %s)", (tenant, order_type_id)
                )
    except errors.UniqueViolation as error:
        raise TenantError(f"there is a shop {slug!r} already; choose another name") from error
    except (errors.CheckViolation, errors.StringDataRightTruncation) as error:
        raise TenantError(
            f"shop {slug!r}: a slug is lower-case letters, digits, - and _; a currency is three"
            " capitals like INR; a name has 1 to 80 characters"
        ) from error
    return tenant


def add_bot(dsn: str, slug: str, token: str) -> None:
    """Give a shop a Telegram bot, or its bot a new token. Raises TenantError."""
    if TOKEN.fullmatch(token) is None:
        raise TenantError("that is no bot token; BotFather's look like 123456789:AAE…")
    bot_id = int(token.partition(":")[0])
    try:
        with acting_for(dsn, slug) as connection:
            connection.execute(
                """insert into cold.tenant_bot values (%s, %s, %s)
                   on conflict (tenant_id, bot_id) do update set token = excluded.token""",
                (tenant_id_of(connection, slug), bot_id, token),
            )
    except errors.UniqueViolation as error:
        raise TenantError(
            f"bot {bot_id} serves another shop already; make a second bot with @BotFather"
        ) from error


def set_daily_tokens(dsn: str, slug: str, tokens: int | None) -> Shop:
    """How many tokens a shop may spend on models in a day; None: as many as the service allows.

    Raises TenantError.
    """
    with acting_for(dsn, slug) as connection:
        connection.execute(
            "update cold.tenants set daily_tokens = %s where slug = %s", (tokens, slug)
        )
    return show_tenant(dsn, slug)


@contextmanager
def acting_for(dsn: str, slug: str) -> Iterator[Connection]:
    """A transaction as the tables' owner that sees this shop's rows and no others.

    Raises TenantError.
    """
    with psycopg.connect(dsn) as connection:
        _act_for(connection, tenant_id_of(connection, slug))
        yield connection


def tenant_id_of(connection: Connection, slug: str) -> UUID:
    """The id behind a shop's name. Raises TenantError."""
    row = connection.execute(
        "select tenant_id from cold.tenants where slug = %s", (slug,)
    ).fetchone()
    if row is None:
        raise TenantError(unknown(slug))
    return UUID(str(row[0]))


def currency_of(connection: Connection, slug: str) -> str:
    """What a shop sells in, such as INR. Raises TenantError."""
    row = connection.execute(
        "select currency from cold.tenants where slug = %s", (slug,)
    ).fetchone()
    if row is None:
        raise TenantError(unknown(slug))
    return str(row[0])


def unknown(slug: str) -> str:
    """What to say of a shop that is not there."""
    return f"there is no shop {slug!r}; see `hotcart tenant list`, or `hotcart tenant add`"


def _act_for(connection: Connection, tenant: UUID) -> None:
    connection.execute("set local role hotcart_owner")
    connection.execute("select set_config('app.tenant_id', %s, true)", (str(tenant),))


def _order_type(connection: Connection, name: str) -> int:
    row = connection.execute(
        "select order_type_id from cold.order_type_table where order_type_name = %s", (name,)
    ).fetchone()
    if row is None:
        raise TenantError(
            f"order type {name!r} is unknown; there are take_away, dine_in and delivery"
        )
    return int(row[0])
