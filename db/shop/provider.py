"""The token a shop's Telegram invoices are sent with: a secret, and so in no file."""

import re

from db.tenants import TenantError, acting_for

TOKEN = re.compile(r"\S{1,200}")


def set_provider(dsn: str, slug: str, token: str | None) -> None:
    """Give a shop the token of its payment provider; None: no invoices. Raises TenantError."""
    if token is not None and TOKEN.fullmatch(token) is None:
        raise TenantError(
            "that is no provider token; @BotFather gives it under Payments, like 123456789:TEST:…"
        )
    with acting_for(dsn, slug) as connection:
        connection.execute(
            "update cold.tenants set payment_provider_token = %s where slug = %s", (token, slug)
        )
