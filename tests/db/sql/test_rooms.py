"""Rooms and grants in SQL: what stays on record, what moves with a group, and several at once."""

from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path

import psycopg
import pytest
from psycopg import Connection

from db.staff import invite
from db.tenants import add_tenant
from tests.support.back_office import GROUP, address, bind, employ
from tests.support.life import place
from tests.support.open_rooms import waiting
from tests.support.refusals import refused
from tests.support.staff import grant
from tests.support.together import at_once, fresh
from tests.support.turns import Caller, line

BOUND = "select chat, kind from cold.room where unbound_at is null order by chat"
ROUNDS = 20


@pytest.fixture
def asha(dsn: str, db: Connection) -> Iterator[Caller]:
    """The owner, in the owner's room."""
    bind(db, "owner")
    employ(db, 501, "owner")
    with Caller(dsn, "501", chat=address("owner")) as caller:
        caller.facts["channel"] = "telegram"
        yield caller


def went_on(asha: Caller, to: str = "-200") -> object:
    """The group is another one now."""
    return asha.json("move_chat", asha.tenant, "telegram", str(GROUP), to)


def test_a_group_moves_with_all_its_topics(asha: Caller, db: Connection) -> None:
    bind(db, "kitchen")
    bind(db, "riders", "-1001234567890123")  # another group, whose id begins alike
    asha.call("list_staff")
    db.execute("update cold.room set board_bot = 1, board_message = 7")
    db.execute(
        """insert into cold.outbox
             (tenant_id, topic, dedupe_key, payload, channel, chat, created_at, next_at)
           select tenant_id, 'test', c, '{}', 'telegram', c, now(), now()
           from cold.tenants, unnest(%s::text[]) c""",
        ([address("kitchen"), str(GROUP), "-1001234567890123"],),
    )
    assert went_on(asha) == 2
    assert went_on(asha) == 0
    assert db.execute(BOUND).fetchall() == [
        ("-1001234567890123", "riders"),
        ("-200/11", "kitchen"),
        ("-200/15", "owner"),
    ]
    boards = "select board_message from cold.room order by board_message nulls first"
    assert db.execute(boards).fetchall() == [(None,), (None,), (7,)]
    waiting = "select chat from cold.outbox where topic = 'test' order by 1"
    assert [row[0] for row in db.execute(waiting)] == ["-1001234567890123", "-200", "-200/11"]
    # The conversation and its rights are there as well.
    asha.chat = "-200/15"
    assert asha.call("list_staff").staff is not None
    assert db.execute("select count(*) from cold.sessions").fetchone() == (1,)


def test_a_room_that_was_bound_in_the_new_group_already_is_the_one(
    asha: Caller, db: Connection
) -> None:
    bind(db, "counter", "-200/15")
    went_on(asha)
    assert db.execute(BOUND).fetchall() == [("-200/15", "counter")]


def test_every_room_and_grant_there_ever_was_stays_on_record(asha: Caller, db: Connection) -> None:
    asha.chat = address("lobby")
    for kind in ("kitchen", "counter", "counter"):
        asha.call("bind_room", kind, (), True)
    asha.call("unbind_room", True)
    rooms = db.execute(
        """select kind, unbound_at is null, bound_by, unbound_by from cold.room
           where bound_by <> 'operator' order by bound_at"""
    ).fetchall()
    assert rooms == [
        ("kitchen", False, "telegram:501", "telegram:501"),
        ("counter", False, "telegram:501", "telegram:501"),
    ]
    ledger = "select actorid, nodeid, opcode from cold.orevents order by created_at, opcode"
    here = f"telegram:{address('lobby')}"
    assert db.execute(ledger).fetchall() == [
        ("staff:telegram:501", here, 620),
        ("staff:telegram:501", here, 620),
        ("staff:telegram:501", here, 630),
    ]


def test_who_takes_the_bot_out_need_not_be_on_the_staff(asha: Caller, db: Connection) -> None:
    told = (asha.tenant, "telegram", str(GROUP), "666", "telegram:1:1")
    assert [asha.json("leave_group", *told) for _ in range(2)] == [1, 0]
    assert db.execute(BOUND).fetchall() == []
    assert db.execute("select member_id, after ->> 'by' from cold.staff_event").fetchall() == [
        (None, "telegram:666")
    ]
    assert db.execute("select actorid, opcode from cold.orevents").fetchall() == [
        ("telegram:666", 630)
    ]
    with refused("OC070"):
        asha.call("list_staff")


def test_a_room_that_is_one_again_shows_what_came_meanwhile(
    asha: Caller, dsn: str, db: Connection
) -> None:
    bind(db, "counter")
    with Caller(dsn, "ravi") as ravi, Caller(dsn, "501", chat=address("counter")) as there:
        there.facts["channel"] = "telegram"
        there.call("unbind_room", True)
        place(ravi, line("idly"))
        assert waiting(db, address("counter")) == []
        there.call("undo")
    assert waiting(db, address("counter")) == ["ticket", "board"]


def test_asking_changes_nothing_and_is_judged_too(asha: Caller, db: Connection) -> None:
    asha.chat = address("lobby")
    asha.call("bind_room", "kitchen", (), False)
    assert db.execute(BOUND).fetchall() == [(address("owner"), "owner")]
    assert db.execute("select count(*) from cold.staff_event").fetchone() == (0,)
    with refused("OC070"):
        asha.call("unbind_room", False)
    db.execute("update cold.staff_member set role = 'waiter'")
    for question in (("bind_room", "kitchen", (), False), ("unbind_room", False)):
        with refused("OC031"):
            asha.call(*question)


def test_what_there_is_not_is_refused(asha: Caller, db: Connection) -> None:
    asha.chat = address("lobby")
    for kind, stations in (("garage", ()), ("kitchen", ("no_such_category",))):
        with refused("OC072"):
            asha.call("bind_room", kind, stations, True)
    asha.chat = address("owner")
    with refused("OC072"):
        asha.call("add_staff", "501", "king", True)
    with refused("OC072"):
        asha.call("invite_staff", "king", True)
    with refused("OC073"):
        asha.call("add_staff", "4711", "rider", True)
    asha.facts["channel"] = "test"
    grant(db, "501", "owner")
    with refused("OC070"):
        asha.call("bind_room", "kitchen", (), True)


def test_a_repeated_command_does_it_once(asha: Caller, db: Connection) -> None:
    asha.chat = address("lobby")
    for _ in range(2):
        assert asha.call("bind_room", "kitchen", (), True, command="once").staff is not None
    asha.call("unbind_room", True)
    asha.call("bind_room", "kitchen", (), True, command="once")
    assert db.execute(BOUND).fetchall() == [(address("owner"), "owner")]
    asha.chat = address("owner")
    told = asha.call("invite_staff", "rider", True, command="code").staff
    again = asha.call("invite_staff", "rider", True, command="code").staff
    assert told is not None
    assert again is not None
    assert told.invite is not None
    assert again.invite is not None
    assert told.invite.code
    assert again.invite.code is None
    assert db.execute("select count(*) from cold.staff_invite").fetchone() == (1,)


def test_a_code_opens_in_its_own_shop_only(
    asha: Caller, dsn: str, db: Connection, tmp_path: Path
) -> None:
    add_tenant(dsn, slug="cafe", name="Café", currency="EUR", time_zone="Europe/Paris")
    code = invite(dsn, "cafe", "owner")
    with Caller(dsn, "502") as ravi:
        with refused("OC074"):
            ravi.call("join_staff", code)
        for guess in ("", " ", code[:-1], code.lower() + "x", "%", "' or true --"):
            with refused("OC074"):
                ravi.call("join_staff", guess)
    with Caller(dsn, "502", shop="cafe") as ravi:
        person = ravi.call("join_staff", f" {code} ").staff
        assert person is not None
        assert person.person is not None
        assert person.person.role == "owner"
    assert db.execute("select count(*) from cold.staff_member where sender = '502'").fetchone() == (
        1,
    )


def test_one_code_and_many_who_want_in_at_once(dsn: str, db: Connection) -> None:
    people = [str(600 + number) for number in range(6)]
    with ExitStack() as stack:
        callers = [stack.enter_context(Caller(dsn, who)) for who in people]
        for _ in range(ROUNDS):
            code = invite(dsn, "demo", "rider")
            db.execute("update cold.staff_member set revoked_at = now(), revoked_by = 'x'")
            answers = at_once(
                [partial(one.call, "join_staff", code, command=fresh()) for one in callers]
            )
            refusals = [one.sqlstate for one in answers if isinstance(one, psycopg.Error)]
            assert refusals == ["OC074"] * 5
    joined = "select count(*) from cold.staff_event where action = 'join_staff'"
    assert db.execute(joined).fetchone() == (ROUNDS,)


def test_two_owners_who_put_each_other_out_at_once_leave_one(dsn: str, db: Connection) -> None:
    bind(db, "owner")
    with (
        Caller(dsn, "501", chat=address("owner")) as asha,
        Caller(dsn, "502", chat=address("owner")) as ravi,
    ):
        for caller in (asha, ravi):
            caller.facts["channel"] = "telegram"
        for _ in range(ROUNDS):
            db.execute("update cold.staff_member set revoked_at = now(), revoked_by = 'x'")
            for who in ("501", "502"):
                employ(db, who, "owner")
            at_once(
                [
                    partial(asha.call, "remove_staff", "502", True, command=fresh()),
                    partial(ravi.call, "remove_staff", "501", True, command=fresh()),
                ]
            )
            left = "select count(*) from cold.staff_member where revoked_at is null"
            assert db.execute(left).fetchone() == (1,)


def test_a_customer_stays_one_by_all_this(asha: Caller, db: Connection) -> None:
    """A grant and a room are for the shop's rooms: in private one orders like anybody."""
    asha.chat = "501"
    view = asha.add_to_cart([line("idly")])
    assert [one.item_name for one in view.lines] == ["Idly"]
    with refused("OC070"):
        asha.call("update_stock", "idly", "set", 5)
