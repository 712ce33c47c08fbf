"""People and shops that have nothing to do with an attacker: what is theirs must stay as it is."""

import json
from pathlib import Path

from psycopg import Connection, sql

from bot.reply import Reply
from db.menu.import_file import import_menu
from db.tenants import add_tenant
from tests.support.records import TABLES
from tests.support.shop import Person, open_shop
from tools.kit.call import Call, Json
from tools.kit.turn import Database

GIVEAWAY = "Zanzibar"
MENU: dict[str, Json] = {
    "currency": "EUR",
    "items": [
        {"id": "idly", "name": "Idly", "category": GIVEAWAY, "price": 900},
        {"id": "tea", "name": f"Tea {GIVEAWAY}", "category": "Tout", "price": 300},
    ],
}
# Where a customer's own turns move what is the whole shop's.
SHARED = {"cold.llm_usage", "cold.order_counter", "cold.stock_hold"}
OWN = """
select s.session_id from cold.sessions s where s.sender = %(who)s
union select s.customer_id::text from cold.sessions s where s.sender = %(who)s
union select o.order_id::text from cold.orders o join cold.sessions s using (tenant_id, customer_id)
      where s.sender = %(who)s
"""
TURNS = """
select count(*) from cold.turns t join cold.sessions s using (tenant_id, session_id)
where s.sender = %(who)s
"""
WRONG = """
select c.item_id, c.price::text from hot.session_cart c
join cold.sessions s using (tenant_id, session_id)
join cold.menu_item i using (tenant_id, item_id)
where s.sender = %(who)s and c.is_active and c.price is distinct from (
  select greatest(0, coalesce(max(o.price), i.price)
                     + coalesce(sum(o.price_delta * (chosen ->> 'count')::integer), 0))
  from jsonb_array_elements(c.options) chosen
  join cold.option o on o.tenant_id = c.tenant_id and o.group_id = chosen ->> 'group_id'
    and o.option_id = chosen ->> 'option_id')
union all
select 'order ' || o.order_no, o.total_amount::text from cold.orders o
join cold.sessions s using (tenant_id, customer_id)
where s.sender = %(who)s and (o.total_amount <= 0 or o.total_amount <> (
  select sum(i.unit_price * i.quantity) from cold.order_item i
  where i.tenant_id = o.tenant_id and i.order_id = o.order_id))
"""


class Bystanders:
    """Somebody with cart, order and allergy at the demo shop, and another shop with such a guest.

    What is theirs holds a word that gives it away wherever it gets to.
    """

    def __init__(self, db: Connection) -> None:
        self._db = db

    @classmethod
    async def arrive(cls, dsn: str, db: Connection, database: Database, menu: Path) -> "Bystanders":
        """Let them in."""
        _open_cafe(dsn, menu)
        shop = await open_shop(database)
        await _orders(Person(shop.rooms, "victim"))
        await _orders(Person(shop.rooms, "guest", "cafe"))
        return cls(db)

    def rows(self, attacker: str) -> dict[str, list[str]]:
        """Every row of every table that is not the attacker's own."""
        own = [str(row[0]) for row in self._db.execute(OWN, {"who": attacker}).fetchall()]
        shop = self._db.execute("select tenant_id::text from cold.tenants where slug = 'demo'")
        shops = [id_ for (id_,) in shop.fetchall()]
        found = {}
        for schema, table in self._db.execute(TABLES).fetchall():
            name = sql.Identifier(schema, table)
            rows = self._db.execute(sql.SQL("select t::text from {} t order by 1").format(name))
            table = f"{schema}.{table}"
            moved = [*own, *shops] if table in SHARED else own
            found[table] = [
                row for (row,) in rows.fetchall() if not any(id_ in row for id_ in moved)
            ]
        return found

    def turns_of(self, attacker: str) -> int:
        """How many turns the attacker has taken."""
        row = self._db.execute(TURNS, {"who": attacker}).fetchone()
        return int(row[0]) if row else 0

    def wrong_prices(self, attacker: str) -> list[tuple[str, str]]:
        """The attacker's lines at another price than the menu's, and orders that do not add up."""
        return self._db.execute(WRONG, {"who": attacker}).fetchall()

    @staticmethod
    def told(reply: Reply) -> bool:
        """Whether a reply knows anything of them: text, buttons, card or cart."""
        return GIVEAWAY.lower() in repr(reply).lower()


def _open_cafe(dsn: str, menu: Path) -> None:
    menu.write_text(json.dumps(MENU), "utf-8")
    add_tenant(dsn, slug="cafe", name=GIVEAWAY, currency="EUR", time_zone="Europe/Paris")
    import_menu(dsn, "cafe", menu)


async def _orders(person: Person) -> None:
    two_idly: dict[str, Json] = {"item": "idly", "quantity": 2, "note": GIVEAWAY}
    await person.calls(Call("add_to_cart", {"lines": [two_idly]}))
    await person.says("checkout")
    await person.says("cash")
    assert person.reply.view is not None
    assert person.reply.view.order is not None, person.reply.text
    await person.calls(Call("add_to_cart", {"lines": [two_idly]}))
    await person.says("I'm allergic to peanuts")
