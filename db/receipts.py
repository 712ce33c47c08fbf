"""Receipts for the operator: handed out on the shop's behalf, and counted like any other."""

import json
from dataclasses import dataclass
from datetime import date

import psycopg
from pydantic import JsonValue

from db.tenants import TenantError, unknown


class NoReceipt(ValueError):
    """There is none; `words` are those of the refusal: the order's status, if there is one."""

    def __init__(self, words: dict[str, str]) -> None:
        super().__init__(words)
        self.words = words


@dataclass(frozen=True, slots=True)
class Handed:
    """A receipt and its shop, as `app.receipt_view` and `app.list_tenants` tell of them."""

    shop: JsonValue
    receipt: JsonValue


def hand_out(dsn: str, slug: str, order_no: int, day: date | None) -> Handed:
    """Hand out the receipt of the latest order of that number, or that of a day.

    Raises TenantError, NoReceipt.
    """
    with psycopg.connect(dsn) as connection:
        connection.execute("set local role hotcart_bot")
        shop = connection.execute(
            """select shop from jsonb_array_elements(app.list_tenants()) shop
               where shop ->> 'slug' = %s""",
            (slug,),
        ).fetchone()
        if shop is None:
            raise TenantError(unknown(slug))
        try:
            row = connection.execute(
                "select app.copy_receipt(%s, %s, %s)", (shop[0]["tenant_id"], order_no, day)
            ).fetchone()
        except psycopg.Error as error:
            if error.sqlstate is None or not error.sqlstate.startswith("OC"):
                raise
            raise NoReceipt(json.loads(error.diag.message_detail or "{}")) from error
    return Handed(shop[0], row[0] if row else None)
