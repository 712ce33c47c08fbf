"""A group becomes the shop's back office: who joins, with what rights, and who goes."""

import psycopg

from db.staff import invite
from tests.support.back_office import (
    GROUP,
    LOBBY,
    TOPICS,
    BackOffice,
    address,
    bind,
)
from tests.support.staff import stock_of
from tools.kit.call import Json

ROOMS = "select kind, chat from cold.room where unbound_at is null order by kind"
GRANTS = """select sender, role from cold.staff_member
            where channel = 'telegram' and revoked_at is null order by granted_at"""


async def test_an_owner_sets_up_the_shop_from_nothing(
    office: BackOffice, dsn: str, db: psycopg.Connection
) -> None:
    code = invite(dsn, "demo", "owner")
    asha, ravi, mina = office.person("Asha"), office.person("Ravi"), office.person("Mina")
    seen = await asha.says(f"/start join-{code}")
    assert seen.text.startswith("Welcome, Asha! You are owner of")
    assert "/bind" in seen.text

    office.at("Asha", "owner")
    seen = await asha.says("/bind owner")
    assert seen.text.startswith("Make this the owner's room? It gets alerts")
    assert db.execute(ROOMS).fetchall() == []
    seen = await asha.presses("Yes, make it")
    assert seen.text.startswith("This is the owner's room now.")
    await office.at("Asha", "kitchen").says("/bind@shop_bot Kitchen")
    await asha.presses("Yes, make it")
    assert db.execute(ROOMS).fetchall() == [
        ("kitchen", address("kitchen")),
        ("owner", address("owner")),
    ]

    # Ravi is known by what he has written in a room; Mina by the message that is replied to.
    assert await office.at("Ravi", "kitchen").sends(text="hello all") == 200
    seen = await office.at("Asha", "owner").says("/staff add @ravi cook")
    assert seen.text == f"Make Ravi (@ravi) (user id {ravi.user_id}) kitchen?"
    await asha.presses("Yes, kitchen")
    seen = await asha.says(
        "/staff add waiter",
        reply_to_message={
            "message_id": 5,
            "date": 1,
            "chat": asha.chat,
            "from": mina.user,
            "text": "hi",
        },
    )
    assert f"user id {mina.user_id}) waiter?" in seen.text
    await asha.presses("Yes, waiter")
    assert db.execute(GRANTS).fetchall() == [
        (str(asha.user_id), "owner"),
        (str(ravi.user_id), "kitchen"),
        (str(mina.user_id), "waiter"),
    ]
    seen = await asha.says("/staff")
    assert "• Ravi (@ravi): kitchen" in seen.text
    assert "Rooms: the kitchen, the owner's room." in seen.text

    seen = await office.at("Ravi", "kitchen").says("set idly stock to 7")
    assert "Idly: 7 in stock now" in seen.text
    assert seen.answers is not None
    seen = await office.at("Asha", "owner").says("/staff remove @ravi")
    await asha.presses("Yes, take off")
    before = office.said()
    await office.at("Ravi", "kitchen").sends(text="set idly stock to 9")
    assert office.said() == before, "what he says is chatter now"
    assert stock_of(db, "idly") == 7
    seen = await ravi.says("/undo")
    assert seen.text.startswith("You are not on the staff of this shop")

    seen = await office.at("Asha", "owner").says("/log")
    assert [line.partition(": ")[2] for line in seen.text.splitlines()] == [
        "took Ravi off the staff (was: kitchen)",
        "stock of Idly: not counted → 7",
        "made Mina waiter (was: none)",
        "made Ravi kitchen (was: none)",
        "made a chat the kitchen (was: none)",
        "made a chat the owner's room (was: none)",
        "joined the staff as owner",
    ]
    assert "stock of Idly" in (await asha.says("/log @ravi")).text
    assert (await asha.says("/log idly")).text.count("\n") == 0


async def test_a_code_opens_once_and_not_for_ever(
    office: BackOffice, dsn: str, db: psycopg.Connection
) -> None:
    code = invite(dsn, "demo", "kitchen")
    ravi, mina = office.person("Ravi"), office.person("Mina")
    assert (await ravi.says(f"/join {code}")).text.startswith("Welcome, Ravi! You are kitchen")
    assert "was used already" in (await mina.says(f"/join {code}")).text
    another = invite(dsn, "demo", "owner")
    assert "You are on the staff already, as kitchen" in (await ravi.says(f"/join {another}")).text
    db.execute("update cold.staff_invite set expires_at = now() where used_by is null")
    assert "is older than 24 hours" in (await mina.says(f"/join {another}")).text
    assert "does not open anything" in (await mina.says("/join nonsense")).text
    assert db.execute(GRANTS).fetchall() == [(str(ravi.user_id), "kitchen")]
    # The code itself is nowhere: who reads the database cannot join by it.
    assert code.encode() not in b"".join(
        bytes(row[0]) for row in db.execute("select code_hash from cold.staff_invite").fetchall()
    )


async def test_a_code_made_in_the_owners_room(office: BackOffice, db: psycopg.Connection) -> None:
    bind(db, "owner")
    asha = office.person("Asha", "owner")
    await office.at("Asha", "owner").says("/invite rider")
    seen = await asha.presses("Yes, make a code")
    code = seen.text.split()[-1]
    seen = await office.person("Kumar").says(f"/join {code}")
    assert "You are rider of" in seen.text
    seen = await asha.says("/invite")
    assert seen.labels[:2] == ["owner", "manager"]


async def test_only_who_was_asked_confirms(office: BackOffice, db: psycopg.Connection) -> None:
    bind(db, "owner")
    asha, ravi = office.person("Asha", "owner"), office.person("Ravi", "owner")
    await office.at("Ravi", "owner").sends(text="hi")
    await office.at("Asha", "owner").says("/staff add @ravi rider")
    before = office.bot.chats.of(GROUP)
    await ravi.presses("Yes, rider")
    assert ravi.notice is not None
    assert ravi.notice.startswith("This button is somebody else's")
    assert office.bot.chats.of(GROUP) == before
    await asha.presses("No, leave it")
    assert "I left everything as it is" in asha.sees().text
    assert (str(ravi.user_id), "owner") in db.execute(GRANTS).fetchall()


async def test_managers_make_no_owners_and_the_last_owner_stays(
    office: BackOffice, db: psycopg.Connection
) -> None:
    bind(db, "owner")
    asha, mira = office.person("Asha", "owner"), office.person("Mira", "manager")
    ravi = office.person("Ravi", "kitchen")
    for person in (asha, mira, ravi):
        person.goes_to(GROUP, TOPICS["owner"])
        await person.sends(text="hi")
    for text in ("/staff add @ravi owner", "/staff add @asha waiter", "/staff remove @asha",
                 "/invite manager"):  # fmt: skip
        assert "That is not for manager; it is for owner" in (await mira.says(text)).text
    assert "the shop would have no owner" in (await asha.says("/staff remove @asha")).text.lower()
    assert "no owner" in (await asha.says("/staff add @asha waiter")).text
    assert "That is not for kitchen" in (await ravi.says("/staff add @ravi owner")).text
    assert "I have not met @nobody yet" in (await asha.says("/staff add @nobody rider")).text
    assert "nothing called" in (await asha.says("/staff add @ravi king")).text
    assert "/staff add @name kitchen" in (await asha.says("/staff promote @ravi")).text


async def test_rights_that_are_gone_are_gone_at_once(
    office: BackOffice, db: psycopg.Connection
) -> None:
    bind(db, "kitchen")
    ravi = office.person("Ravi", "kitchen")
    office.at("Ravi", "kitchen")
    await ravi.says("set idly stock to 5")
    db.execute("update cold.room set unbound_at = now(), unbound_by = 'x'")
    await ravi.presses("Undo")
    assert "This is no room of the shop" in (ravi.notice or "")
    before = office.said()
    await ravi.sends(text="set idly stock to 9")
    assert office.said() == before
    bind(db, "inventory", address("kitchen"))
    employ_again = "update cold.staff_member set role = 'waiter'"
    db.execute(employ_again)
    assert "That is not for waiter" in (await ravi.says("set idly stock to 9")).text
    assert stock_of(db, "idly") == 5


async def test_an_owner_who_leaves_keeps_his_grant_and_it_is_on_record(
    office: BackOffice, db: psycopg.Connection
) -> None:
    bind(db, "owner")
    asha = office.person("Asha", "owner")
    eve = office.person("Eve")
    for gone in (asha, eve):
        office.at("Asha", "group")
        assert await asha.sends(left_chat_member=gone.user) == 200
        change: dict[str, Json] = {
            "chat": asha.chat,
            "from": asha.user,
            "date": 1,
            "old_chat_member": {"status": "member", "user": gone.user},
            "new_chat_member": {"status": "kicked", "user": gone.user, "until_date": 0},
        }
        assert await asha.delivers(office.bot.update("chat_member", change)) == 200
    assert db.execute("select action, subject from cold.staff_event").fetchall() == [
        ("note_departure", f"staff:telegram:{asha.user_id}")
    ]
    assert len(db.execute(GRANTS).fetchall()) == 1
    assert "left the group" in (await office.at("Asha", "owner").says("/log")).text


async def test_undo_of_what_concerns_rights(office: BackOffice, db: psycopg.Connection) -> None:
    bind(db, "owner")
    asha, ravi = office.person("Asha", "owner"), office.person("Ravi")
    await office.at("Ravi", "owner").sends(text="hi")
    await office.at("Asha", "owner").says("/staff add @ravi rider")
    await asha.presses("Yes, rider")
    await asha.presses("Undo")
    assert "Ravi is not on the staff any more" in asha.sees().text
    await office.at("Asha", "lobby").says("/bind counter")
    await asha.presses("Yes, make it")
    await asha.says("/unbind")
    await asha.presses("Yes, end it")
    assert ("counter", f"{GROUP}/{LOBBY}") not in db.execute(ROOMS).fetchall()
    await asha.presses("Undo")
    assert ("counter", f"{GROUP}/{LOBBY}") in db.execute(ROOMS).fetchall()
    await asha.says("/undo")
    assert ("counter", f"{GROUP}/{LOBBY}") not in db.execute(ROOMS).fetchall()
    await office.at("Asha", "owner").says("/invite rider")
    code = (await asha.presses("Yes, make a code")).text.split()[-1]
    await asha.presses("Undo")
    assert "does not open anything" in (await ravi.goes_to(None).says(f"/join {code}")).text


async def test_what_is_to_be_confirmed_is_pressed_and_never_typed(
    office: BackOffice, db: psycopg.Connection
) -> None:
    bind(db, "owner")
    office.person("Asha", "owner")
    asha = office.at("Asha", "lobby")
    await asha.says("/bind kitchen")
    asha = office.at("Asha", "owner")
    await asha.says("/invite rider")
    for text in ("yes", "Yes, make a code", "the first one", "1"):
        await asha.sends(text=text)
    assert db.execute("select count(*) from cold.staff_invite").fetchone() == (0,)
    assert len(db.execute(ROOMS).fetchall()) == 1
