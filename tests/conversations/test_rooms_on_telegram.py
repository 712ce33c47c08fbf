"""Topics as rooms of a shop: which is which, who is heard in them, and what ends them."""

from functools import partial

import psycopg

from bot.channels.telegram.callback import Callbacks
from tests.support.back_office import (
    GROUP,
    TOPICS,
    BackOffice,
    address,
    bind,
    employ,
)
from tools.kit.call import Call, Json

ROOMS = "select kind, chat from cold.room where unbound_at is null order by kind"
GRANTS = """select sender, role from cold.staff_member
            where channel = 'telegram' and revoked_at is null order by granted_at"""


async def test_a_group_without_topics_and_the_general_topic(
    office: BackOffice, db: psycopg.Connection
) -> None:
    office.person("Asha", "owner")
    asha = office.at("Asha", "group")
    await asha.says("/bind counter")
    await asha.presses("Yes, make it")
    assert db.execute(ROOMS).fetchall() == [("counter", str(GROUP))]
    seen = await asha.says("table 4 needs 2 idly", message_thread_id=77)  # a thread of replies
    assert "2x Idly" in seen.text
    assert seen.topic is None


async def test_strangers_groups_are_met_with_silence(
    office: BackOffice, db: psycopg.Connection
) -> None:
    bind(db, "kitchen")
    office.person("Asha", "owner")
    office.person("Eve")
    for who in ("Eve", "Asha"):
        for room in ("lobby", "group"):
            person = office.at(who, room)
            for text in ("hello", "/menu", "/start", "/help", "/staff", "2 idly", "86 idly"):
                assert await person.sends(text=text) == 200
    eve = office.at("Eve", "lobby")
    assert await eve.sends(text="/bind kitchen") == 200
    assert await eve.delivers(eve.press("x" * 20, 5)) == 200
    assert office.said() == 0
    assert db.execute("select count(*) from cold.sessions").fetchone() == (0,)


BANTER = (
    "anyone seen my keys?",
    "good morning all",
    "who is closing tonight",
    "lol",
    "thanks!",
    "ok",
    "yes",
    "running 10 minutes late, sorry",
    "did you watch the match",
    "table 4 is so loud today",
    "my bike has a flat tyre",
    "the printer is out of paper again",
    "can somebody cover my shift on friday?",
    "happy birthday Ravi 🎂",
    "coffee break?",
    "where is the big pan",
    "👍",
    "help",
    "it's raining",
    "who ate my lunch",
    "call me when you can",
    "the gas man came at noon",
    "no",
    "2",
)


async def test_banter_in_a_room_is_not_answered(office: BackOffice, db: psycopg.Connection) -> None:
    bind(db, "kitchen")
    office.person("Ravi", "kitchen")
    office.person("Eve")
    for who in ("Ravi", "Eve"):
        for text in BANTER:
            before = office.said()
            assert await office.at(who, "kitchen").sends(text=text) == 200
            assert office.said() == before, text
    ravi = office.at("Ravi", "kitchen")
    assert "Say for example" in (await ravi.says("@shop_bot good morning")).text
    ours: dict[str, Json] = {"message_id": 3, "date": 1, "chat": ravi.chat, "text": "x",
            "from": {"id": 111, "is_bot": True, "first_name": "Shop"}}  # fmt: skip
    assert "Say for example" in (await ravi.says("blah", reply_to_message=ours)).text
    # In a topic everything that replies to nothing replies to its beginning.
    begun: dict[str, Json] = ours | {"message_id": TOPICS["kitchen"], "forum_topic_created": {
        "name": "Kitchen", "icon_color": 1}}  # fmt: skip
    before = office.said()
    await ravi.sends(text="blah", reply_to_message=begun)
    assert office.said() == before


async def test_a_question_in_a_room_anybody_there_may_answer(
    office: BackOffice, db: psycopg.Connection
) -> None:
    bind(db, "kitchen")
    office.person("Ravi", "kitchen")
    mina, eve = office.person("Mina", "kitchen"), office.person("Eve")
    await office.at("Ravi", "kitchen").says("86 dosa")
    office.at("Eve", "kitchen")
    await eve.presses("Plain Dosa")
    assert eve.notice is not None
    assert eve.notice.startswith("You are not on the staff of this shop")
    assert eve.sees().labels, "the question is still there for the others"
    await office.at("Mina", "kitchen").presses("Plain Dosa")
    assert "Plain Dosa is sold out" in mina.sees().text
    # What Mina has done, Ravi's press of her button does not take back: it would be his own.
    await office.at("Ravi", "kitchen").presses("Undo")
    assert "somebody else's" in (office.person("Ravi").notice or "")
    await mina.presses("Undo")
    assert "Plain Dosa is on sale again" in mina.sees().text


async def test_the_bot_is_taken_out_of_the_group(
    office: BackOffice, db: psycopg.Connection
) -> None:
    bind(db, "kitchen")
    bind(db, "owner")
    asha = office.person("Asha", "owner")
    me: dict[str, Json] = {"id": 111, "is_bot": True, "first_name": "Shop"}
    change: dict[str, Json] = {
        "chat": {"id": GROUP, "type": "supergroup", "title": "Shop"},
        "from": asha.user,
        "date": 1,
        "old_chat_member": {"status": "member", "user": me},
        "new_chat_member": {"status": "left", "user": me},
    }
    update = office.bot.update("my_chat_member", change)
    assert await asha.delivers(update) == 200
    assert await asha.delivers(update) == 200
    assert db.execute(ROOMS).fetchall() == []
    rows = db.execute(
        """select e.action, e.subject, m.sender from cold.staff_event e
           left join cold.staff_member m using (tenant_id, member_id)"""
    ).fetchall()
    assert rows == [
        ("leave_group", f"room:telegram:{address('kitchen')}", str(asha.user_id)),
        ("leave_group", f"room:telegram:{address('owner')}", str(asha.user_id)),
    ]
    assert len(db.execute(GRANTS).fetchall()) == 1
    bind(db, "kitchen")
    stranger: dict[str, Json] = change | {"from": office.person("Eve").user}
    assert await asha.delivers(office.bot.update("my_chat_member", stranger)) == 200
    assert db.execute(
        "select count(*) from cold.staff_event where member_id is null"
    ).fetchone() == (1,)


async def test_a_group_that_is_upgraded_keeps_its_rooms(
    office: BackOffice, db: psycopg.Connection
) -> None:
    bind(db, "kitchen", "-77")
    ravi = office.person("Ravi", "kitchen")
    ravi.chat = {"id": -77, "type": "group", "title": "Shop"}
    await ravi.says("set idly stock to 5")
    assert await ravi.sends(migrate_to_chat_id=GROUP) == 200
    office.at("Ravi", "group")
    assert await ravi.sends(migrate_from_chat_id=-77) == 200
    assert db.execute(ROOMS).fetchall() == [("kitchen", str(GROUP))]
    assert "Idly: 9 in stock now, it was 5" in (await ravi.says("set idly stock to 9")).text


async def test_stations_of_a_kitchen(office: BackOffice, db: psycopg.Connection) -> None:
    office.person("Asha", "owner")
    asha = office.at("Asha", "kitchen")
    seen = await asha.says("/bind kitchen Dosa, Idly & Vada")
    assert "Cooked here:" in seen.text
    await asha.presses("Yes, make it")
    row = db.execute("select stations from cold.room where unbound_at is null").fetchone()
    assert row is not None
    assert len(row[0]) >= 2
    seen = await asha.says("/bind kitchen")
    assert seen.text.startswith("This is the kitchen now."), "the same rights: nothing to confirm"
    assert db.execute(ROOMS).fetchall() == [("kitchen", address("kitchen"))]
    assert 'nothing called "Sushi"' in (await asha.says("/bind kitchen Sushi")).text


async def test_a_group_shows_the_staffs_commands(office: BackOffice) -> None:
    shown = [one["command"] for one in office.bot.commands_for["all_group_chats", ""]]
    assert {"bind", "staff", "log", "undo"} <= {*shown}
    assert "bind" not in [one["command"] for one in office.bot.commands]


async def test_no_wrong_room(office: BackOffice, db: psycopg.Connection) -> None:
    bind(db, "kitchen")
    office.person("Asha", "owner")
    employ(db, 999, "owner")
    asha = office.at("Asha", "kitchen")
    seen = await asha.says("/staff")
    assert (
        "That is not done here, this is: the kitchen. It is done in: the owner's room" in seen.text
    )


async def test_a_press_on_a_notice_leaves_the_notice(
    office: BackOffice, db: psycopg.Connection
) -> None:
    bind(db, "kitchen")
    ravi, mina = office.person("Ravi", "kitchen"), office.person("Mina", "waiter")
    chat = address("kitchen")
    tenant = db.execute("select tenant_id from cold.tenants").fetchone()
    assert tenant is not None
    sealed = partial(Callbacks(office.bot.token, tenant[0]).seal, chat=chat, user=chat)
    stock = sealed(Call("update_stock", {"item": "idly", "pieces": 5, "how": "set"}))
    for person in (ravi, mina):
        person.goes_to(GROUP, TOPICS["kitchen"])
        assert await person.delivers(person.press(stock, 5)) == 200
    done, refused = office.telegram.called("answerCallbackQuery")
    assert done["text"].startswith("Idly: 5 in stock now")
    assert done["show_alert"] == "false"
    assert refused["text"].startswith("That is not for waiter")
    assert refused["show_alert"] == "true"
    assert ravi.reads() == []
    # What it asks is asked below, and for everybody there.
    assert await ravi.delivers(ravi.press(sealed(Call("mark_unavailable", {"items": ["dosa"]})), 5))
    assert ravi.sees().answers == 5
    await ravi.presses("Plain Dosa")
    assert "Plain Dosa is sold out" in ravi.sees().text
