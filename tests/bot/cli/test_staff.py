"""`hotcart staff`: who may run a shop."""

from datetime import timedelta

import psycopg
import pytest

from tests.bot.cli.conftest import Hotcart
from tests.support.records import count


def rows(out: str) -> list[str]:
    return [" ".join(row.split()) for row in out.splitlines()]


def test_a_grant_is_made_changed_listed_and_ended(
    shopkeeper: Hotcart, db: psycopg.Connection
) -> None:
    assert "Next: hotcart staff add" in shopkeeper("staff", "list").out
    assert shopkeeper("staff", "add", "telegram", "4711", "waiter").out == (
        "4711 on telegram is waiter of demo now.\n"
    )
    assert shopkeeper("staff", "add", "telegram", "4711", "kitchen").out == (
        "4711 on telegram is kitchen of demo now (was waiter).\n"
    )
    assert shopkeeper("staff", "add", "console", "ravi", "owner").code == 0
    listed = rows(shopkeeper("staff", "list").out)
    assert listed[0] == "Channel User Name Role Since Until"
    assert [row.split()[:3] for row in listed[1:]] == [
        ["console", "ravi", "owner"],
        ["telegram", "4711", "kitchen"],
    ]
    assert shopkeeper("staff", "remove", "telegram", "4711").out == (
        "4711 on telegram is no longer kitchen of demo.\n"
    )
    assert len(rows(shopkeeper("staff", "list").out)) == 2
    assert len(rows(shopkeeper("staff", "list", "--all").out)) == 4
    assert count(db, "cold.staff_member") == 3


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("add", "telegram", "@ravi", "owner"), "hotcart: '@ravi' is no person's user id on tele"),
        (("add", "telegram", "1087968824", "owner"), "hotcart: '1087968824' is no person's"),
        (("add", "console", "ravi", "chef"), "hotcart: role 'chef' is unknown; there are owner, "),
        (("add", "fax", "ravi", "owner"), "hotcart: channel 'fax' is unknown; there are console"),
        (("add", "console", "", "owner"), "hotcart: '' is no person's user id on console"),
        (("add", "console", "x" * 65, "owner"), "hotcart: 'xxx"),
        (("remove", "console", "ravi"), "hotcart: 'ravi' on console is not on the staff of demo"),
        (("list", "--tenant", "nope"), "hotcart: there is no shop 'nope'"),
    ],
)
def test_what_is_refused_says_why(
    shopkeeper: Hotcart, db: psycopg.Connection, arguments: tuple[str, ...], says: str
) -> None:
    ran = shopkeeper("staff", *arguments)
    assert ran.code == 1
    assert ran.err.splitlines()[-1].startswith(says)
    assert count(db, "cold.staff_member") == 0


def test_the_same_role_again_is_refused_and_stays(shopkeeper: Hotcart) -> None:
    shopkeeper("staff", "add", "console", "ravi", "owner")
    again = shopkeeper("staff", "add", "console", "ravi", "owner")
    assert (again.code, again.err) == (1, "hotcart: ravi on console is owner of demo already\n")
    assert "owner" in shopkeeper("staff", "list").out


def test_a_code_to_join_by(shopkeeper: Hotcart, db: psycopg.Connection) -> None:
    first, second = (
        shopkeeper("tenant", "invite", "demo").out,
        shopkeeper("tenant", "invite", "demo", "--role", "rider").out,
    )
    assert first.startswith("Within 24 hours, one person joins demo as owner by writing this")
    codes = [out.split("/join ")[1].split()[0] for out in (first, second)]
    assert all(len(code) == 12 for code in codes)
    assert f"start=join-{codes[1]}" in second
    kept = db.execute(
        """select role, code_hash = sha256(%s::bytea), expires_at - invited_at
           from cold.staff_invite order by invited_at""",
        (codes[0].encode(),),
    ).fetchall()
    day = timedelta(hours=24)
    assert kept == [("owner", True, day), ("rider", False, day)]
    ran = shopkeeper("tenant", "invite", "demo", "--role", "king")
    assert (ran.code, count(db, "cold.staff_invite")) == (1, 2)
    assert "role 'king' is unknown; there are owner, manager" in ran.err
