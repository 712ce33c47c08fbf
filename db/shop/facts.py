"""What a shop file is judged by besides itself: the shop's currency, menu and redeemed codes."""

from collections.abc import Mapping
from dataclasses import dataclass

from psycopg import Connection

FACTS = """
select t.currency, app.currency_digits(t.currency), t.payment_provider_token is not null
from cold.tenants t where t.slug = %s
"""
DISHES = "select item_id, tax_class from cold.menu_item where not is_removed order by position"
REDEEMED = "select code, redeemed from cold.coupon"


@dataclass(frozen=True, slots=True)
class ShopFacts:
    """A shop, as far as its file must fit it.

    `digits` are the currency's decimals; `classes` the tax classes of dishes, each with one dish.
    """

    currency: str
    digits: int
    dishes: frozenset[str]
    classes: Mapping[str, str]
    redeemed: Mapping[str, int]
    has_provider: bool


def shop_facts(connection: Connection, slug: str) -> ShopFacts:
    """The facts of the shop the connection acts for."""
    shop = connection.execute(FACTS, (slug,)).fetchone()
    if shop is None:
        raise LookupError(slug)
    dishes = connection.execute(DISHES).fetchall()
    return ShopFacts(
        currency=shop[0],
        digits=shop[1],
        dishes=frozenset(item for item, _ in dishes),
        classes={name: item for item, name in reversed(dishes) if name is not None},
        redeemed=dict(connection.execute(REDEEMED).fetchall()),
        has_provider=bool(shop[2]),
    )
