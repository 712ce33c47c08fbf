"""Variants and options: what a piece costs, what is filled in, and how choices are counted."""

from decimal import Decimal

import pytest
from psycopg import Connection

from tests.support.refusals import refused
from tests.support.turns import Caller, chosen, line
from tools.kit.view import CartLine

VARIANTS = """
insert into cold.option_group (tenant_id, group_id, name, min_choices, max_choices,
                               default_option_id, replaces_price)
select tenant_id, 'plate', 'Plate', 1, 1, 'regular', true from cold.tenants;
insert into cold.option (tenant_id, group_id, option_id, option_no, name, position, price)
select tenant_id, 'plate', id, 9000 + place, initcap(id), place, price
from cold.tenants,
  (values ('half', 1, 25), ('regular', 2, 40), ('family', 3, 150)) as o (id, place, price);
insert into cold.menu_item_option_group select tenant_id, 'idly', 'plate', 9 from cold.tenants;
"""
SHOTS = """
insert into cold.option_group (tenant_id, group_id, name, min_choices, max_choices)
select tenant_id, 'shots', 'Shots', 0, 2 from cold.tenants;
insert into cold.option (tenant_id, group_id, option_id, option_no, name, position, price_delta,
                         countable)
select tenant_id, 'shots', id, 9100 + place, initcap(id), place, 15, true
from cold.tenants, (values ('espresso', 1), ('syrup', 2)) as o (id, place);
insert into cold.menu_item_option_group select tenant_id, 'tea', 'shots', 9 from cold.tenants;
"""
NO_DEFAULT = "update cold.option_group set default_option_id = null where group_id = 'plate'"


def added(asha: Caller, *options: object, item: str = "idly", quantity: int = 1) -> CartLine:
    """The line that comes of ordering a dish with these options."""
    given = [option for option in options if isinstance(option, dict)]
    asha.clear_cart()
    return asha.add_to_cart([line(item, quantity, options=given)]).lines[0]


@pytest.fixture
def plates(asha: Caller, db: Connection) -> Caller:
    """A customer where an idly comes as half, regular or family plate."""
    for statement in VARIANTS.split(";")[:-1]:
        db.execute(statement.encode())
    return asha


def test_a_variant_stands_in_place_of_the_price(plates: Caller) -> None:
    family = added(plates, chosen("plate", "family"), quantity=2)
    assert (family.unit_price, family.line_total) == (Decimal(150), Decimal(300))
    with_ghee = added(plates, chosen("plate", "half"), chosen("extras", "ghee"))
    assert with_ghee.unit_price == Decimal(45)
    assert [(o.option_id, o.price) for o in with_ghee.options] == [
        ("ghee", None),
        ("half", Decimal(25)),
    ]


def test_without_a_choice_the_default_is_filled_in(plates: Caller, db: Connection) -> None:
    db.execute("update cold.menu_item set price = 999 where item_id = 'idly'")
    plain = added(plates)
    assert [o.option_id for o in plain.options] == ["regular"]
    assert plain.unit_price == Decimal(40)
    assert plates.add_to_cart([line("idly", options=[chosen("plate", "regular")])]).item_count == 2
    assert len(plates.view_cart().lines) == 1


def test_the_default_sets_the_price_of_an_optional_group_too(
    plates: Caller, db: Connection
) -> None:
    db.execute("update cold.option_group set min_choices = 0 where group_id = 'plate'")
    db.execute("update cold.menu_item set price = 999 where item_id = 'idly'")
    assert added(plates).unit_price == Decimal(40)
    db.execute(NO_DEFAULT)
    assert added(plates).unit_price == Decimal(999)


def test_a_default_that_is_sold_out_must_be_chosen_instead(plates: Caller, db: Connection) -> None:
    db.execute("update cold.option set is_available = false where option_id = 'regular'")
    with refused("OC009") as refusal:
        plates.add_to_cart([line("idly")])
    assert refusal.words == {"item": "Idly", "group": "Plate"}


def test_without_a_default_it_must_be_chosen(plates: Caller, db: Connection) -> None:
    db.execute(NO_DEFAULT)
    with refused("OC009"):
        plates.add_to_cart([line("idly")])
    with refused("OC010"):
        plates.add_to_cart(
            [line("idly", options=[chosen("plate", "half"), chosen("plate", "family")])]
        )


def test_a_variant_is_written_with_its_price(plates: Caller, db: Connection) -> None:
    added(plates, chosen("plate", "family"))
    plates.checkout()
    order = plates.choose_payment("cash").order
    assert order is not None
    assert order.total == Decimal(150)
    found = db.execute("select option_id, price_delta, price from cold.order_item_option")
    assert found.fetchall() == [("family", Decimal(0), Decimal(150))]


def test_an_update_changes_the_variant(plates: Caller) -> None:
    added(plates, chosen("plate", "half"))
    view = plates.update_item({"last": True}, {"options": [chosen("plate", "family")]})
    assert [(o.option_id, found.unit_price) for found in view.lines for o in found.options] == [
        ("family", Decimal(150))
    ]


def test_two_shots_are_two_choices(asha: Caller, db: Connection) -> None:
    for statement in SHOTS.split(";")[:-1]:
        db.execute(statement.encode())
    two = added(asha, chosen("shots", "espresso", count=2), item="tea")
    assert two.unit_price == Decimal(55)
    for options in (
        [chosen("shots", "espresso", count=3)],
        [chosen("shots", "espresso", count=2), chosen("shots", "syrup")],
    ):
        with refused("OC010") as refusal:
            asha.add_to_cart([line("tea", options=options)])
        assert refusal.words == {"item": "Tea", "group": "Shots", "max": 2}
    twice = [chosen("shots", "espresso"), chosen("shots", "espresso"), chosen("shots", "syrup")]
    assert added(asha, *twice, item="tea").unit_price == Decimal(55)
