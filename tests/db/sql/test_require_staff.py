"""Who may do what: a grant in this shop and channel, of a role with the right; else nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from psycopg import Connection
from psycopg.errors import CheckViolation, InsufficientPrivilege, UniqueViolation

from db.functions import function_files
from db.menu.import_file import import_menu
from db.tenants import add_tenant
from tests.support.records import everything
from tests.support.refusals import refused
from tests.support.rights import ROLES
from tests.support.staff import RIGHTS, grant, revoke
from tests.support.turns import Caller, line

MENU = (
    '{"currency": "EUR", "items": [{"id": "idly", "name": "Idly", "category": "A", "price": 900}]}'
)
ARGUMENTS: dict[str, tuple[object, ...]] = {
    "check_stock": (("idly",),),
    "update_stock": ("idly", "set", 5),
    "mark_unavailable": (("idly",), None),
    "mark_available": (("idly",),),
    "check_orders": (1,),
    "accept_order": (1,),
    "start_order": (1,),
    "mark_ready": (1,),
    "send_out": (1,),
    "complete_order": (1,),
    "reject_order": (1, None, "no gas"),
    "cancel_for_customer": (1, None, "no gas"),
    "confirm_payment": (1,),
    "refund_payment": (1,),
    "add_to_table": ("4", [line("idly")]),
    "ask_shop": ("refunds", {"since": "2026-03-01T00:00Z", "until": "2026-03-02T00:00Z"}),
    "list_staff": (),
    "show_log": (None, 20),
    "add_staff": ("ravi", "rider", False),
    "remove_staff": ("ravi", False),
    "invite_staff": ("rider", False),
    "undo": (),
}


@pytest.fixture
def cafe(dsn: str, tmp_path: Path) -> Iterator[Caller]:
    """Asha at another shop, where she is not on the staff."""
    menu = tmp_path / "menu.json"
    menu.write_text(MENU, "utf-8")
    add_tenant(dsn, slug="cafe", name="Café", currency="EUR", time_zone="Europe/Paris")
    import_menu(dsn, "cafe", menu)
    with Caller(dsn, "asha", shop="cafe") as caller:
        yield caller


def order(person: Caller) -> None:
    """Place order number 1."""
    person.add_to_cart([line("idly")])
    person.checkout()
    assert person.choose_payment().order is not None


def let_be_its_turn(db: Connection, function: str) -> None:
    """Bring the order to where the function has something to do."""
    if function in ("send_out", "complete_order"):
        db.execute("update cold.orders set status = 'ready'")
    if function == "send_out":
        db.execute(
            """update cold.orders set order_type_id = (
                 select order_type_id from cold.order_type_table
                 where order_type_name = 'delivery')"""
        )
    if function == "refund_payment":
        db.execute("select app.receive_tender(tenant_id, order_id, now()) from cold.orders")
        db.execute("update cold.orders set status = 'cancelled'")


def test_every_function_of_staff_is_judged() -> None:
    judged = {
        name
        for name, text in function_files().items()
        if "security definer" in text and "app.require_staff(v_turn, " in text
    }
    assert judged == {*RIGHTS}
    for name in judged:
        assert f"app.require_staff(v_turn, '{name}')" in function_files()[name]


@pytest.mark.parametrize("function", ARGUMENTS)
@pytest.mark.parametrize("role", ROLES)
def test_a_role_does_what_is_its_own_and_no_more(
    asha: Caller, ravi: Caller, db: Connection, role: str, function: str
) -> None:
    order(ravi)
    let_be_its_turn(db, function)
    grant(db, "asha", role)
    if function == "undo":
        with refused("OC038"):
            asha.call("undo")
        return
    if role in RIGHTS[function]:
        assert asha.call(function, *ARGUMENTS[function]).staff is not None
        return
    before = everything(db)
    with refused("OC031") as refusal:
        asha.call(function, *ARGUMENTS[function])
    assert refusal.words["role"] == role
    assert set(str(refusal.words["roles"]).split(", ")) == RIGHTS[function]
    assert everything(db) == before


@pytest.mark.parametrize("function", ARGUMENTS)
def test_a_customer_does_none_of_it(asha: Caller, db: Connection, function: str) -> None:
    order(asha)
    before = everything(db)
    with refused("OC030") as refusal:
        asha.call(function, *ARGUMENTS[function])
    assert refusal.words["who"] == "asha"
    assert everything(db) == before


@pytest.mark.parametrize("function", ARGUMENTS)
def test_whose_grant_has_ended_does_none_of_it(asha: Caller, db: Connection, function: str) -> None:
    grant(db, "asha", "owner")
    asha.call("update_stock", "idly", "set", 7)
    revoke(db, "asha")
    before = everything(db)
    with refused("OC030"):
        asha.call(function, *ARGUMENTS[function])
    assert everything(db) == before


def test_a_repeated_command_is_judged_again(asha: Caller, db: Connection) -> None:
    grant(db, "asha", "owner")
    asha.call("list_staff", command="once")
    revoke(db, "asha")
    with refused("OC030"):
        asha.call("list_staff", command="once")


@pytest.mark.parametrize("function", ARGUMENTS)
def test_the_staff_of_a_shop_are_customers_of_another(
    asha: Caller, cafe: Caller, db: Connection, function: str
) -> None:
    grant(db, "asha", "owner")
    asha.call("update_stock", "idly", "set", 7)
    with refused("OC030"):
        cafe.call(function, *ARGUMENTS[function])


def test_the_same_id_in_another_channel_is_somebody_else(asha: Caller, db: Connection) -> None:
    grant(db, "asha", "owner")
    asha.facts["channel"] = "telegram"
    with refused("OC030"):
        asha.call("undo")


def test_what_a_turn_says_of_a_role_does_not_count(asha: Caller) -> None:
    asha.facts.update(role="owner", tool="update_stock", source="staff")
    with refused("OC030"):
        asha.call("update_stock", "idly", "set", 7)


def test_the_role_a_channel_is_told(asha: Caller, cafe: Caller, db: Connection) -> None:
    grant(db, "asha", "waiter")
    assert asha.json("staff_role", asha.tenant, "test", "asha") == "waiter"
    assert asha.json("staff_role", asha.tenant, "telegram", "asha") is None
    assert asha.json("staff_role", asha.tenant, "test", "ravi") is None
    assert cafe.json("staff_role", cafe.tenant, "test", "asha") is None
    revoke(db, "asha")
    assert asha.json("staff_role", asha.tenant, "test", "asha") is None


def test_one_role_at_a_time(db: Connection) -> None:
    grant(db, "asha", "waiter")
    with pytest.raises(UniqueViolation, match="staff_member_granted"):
        grant(db, "asha", "owner")
    revoke(db, "asha")
    grant(db, "asha", "owner")


@pytest.mark.parametrize("sender", ["777000", "136817688", "1087968824", "@asha", "0", "-100123"])
def test_who_is_many_people_or_none_is_granted_nothing(db: Connection, sender: str) -> None:
    with pytest.raises(CheckViolation, match="staff_member_is_a_person"):
        db.execute(
            """insert into cold.staff_member
                 (tenant_id, member_id, channel, sender, role, granted_by, granted_at)
               select tenant_id, gen_random_uuid(), 'telegram', %s, 'owner', 'operator', now()
               from cold.tenants""",
            (sender,),
        )


@pytest.mark.parametrize(
    "statement",
    [
        "delete from cold.staff_event",
        "update cold.staff_event set at = now()",
        "delete from cold.staff_member",
        "update cold.staff_member set role = 'owner'",
        "delete from cold.room",
        "delete from cold.staff_invite",
    ],
)
def test_no_function_can_change_what_is_on_record(
    asha: Caller, db: Connection, statement: str
) -> None:
    grant(db, "asha", "owner")
    asha.call("update_stock", "idly", "set", 7)
    db.execute("set role hotcart_api")
    with pytest.raises(InsufficientPrivilege):
        db.execute(statement.encode())
