"""A cook who speaks Hindi in a shop that speaks English, and one in a shop that speaks Tamil."""

from collections.abc import AsyncIterator
from dataclasses import replace

import psycopg
import pytest

from bot.pg import Postgres
from tests.support.service import Service, at_work
from tests.support.shop import Shop
from tests.support.tongues import foreign, names_of

SCOPE = "all_group_chats"


@pytest.fixture
async def service(shop: Shop, db: psycopg.Connection, postgres: Postgres) -> AsyncIterator[Service]:
    async with at_work(shop, db, postgres, "kitchen", "owner") as service:
        yield service


async def test_a_cook_is_answered_in_his_language_and_the_room_in_the_shops(
    service: Service, shop: Shop
) -> None:
    office = service.office
    office.person("Ravi", "kitchen", language_code="hi")
    office.person("Maya", "manager", language_code="en")
    ravi, maya = office.at("Ravi", "kitchen"), office.at("Maya", "kitchen")
    asha = office.person("Asha", language_code="ta")
    names = names_of(await shop.rooms.menus.get(shop.rooms.tenants["demo"]))
    for words, told in (
        ("86 masala dosa", 'Masala Dosa ख़त्म, जब तक आप "Masala Dosa is back" न कहें।'),
        ("/undo", "वापस लिया। Masala Dosa फिर बिक रहा है।"),
        ("/stock", "Crab Masala: स्टॉक में 10।"),
        ("set idly stock to 20", "Idly: अब स्टॉक में 20। पहले गिना नहीं जाता था।"),
        ("/alerts stock on", "यह kitchen का काम नहीं, owner, manager का है।"),
        ("/staff sack", "स्टाफ़ में कौन है"),
    ):
        answer = await ravi.says(words)
        assert told in answer.text, answer.text
        for text in (answer.text, *answer.labels):
            assert not foreign(text, "hi", [*names, "kitchen", "owner", "manager"]), text
    assert (await maya.says("how many idly left")).text == "Idly: 20 in stock."

    # The ticket is for everybody: it is in the shop's language, and so is what it says when edited.
    await asha.says("2 idly")
    await asha.says("takeaway")
    await asha.presses("கேஷ்")
    await service.deliver()
    assert "Accept" in [label for one in service.messages("kitchen") for label in one.labels]
    await ravi.presses("Accept")
    assert "ऑर्डर #1" in (ravi.notice or "")

    # He may choose another, in words or by a command, and it is kept.
    assert (await ravi.says("reply in English")).text == (
        "All right, I'll write in English from now on."
    )
    assert (await ravi.says("how many idly left")).text.startswith("Idly: 18 in stock.")
    assert "தமிழ்" in (await ravi.says("/language ta")).text
    assert (await ravi.says("how many idly left")).text == "Idly: ஸ்டாக் 18."


async def test_a_button_that_is_not_his_and_a_stranger_are_told_in_their_language(
    service: Service,
) -> None:
    office = service.office
    ravi = office.at("Ravi", "kitchen") if "Ravi" in office.people else None
    assert ravi is None
    office.person("Ravi", "kitchen", language_code="hi")
    ravi = office.at("Ravi", "kitchen")
    await ravi.delivers(ravi.press("no button of ours", 5))
    notice = [*office.bot.answers.values()][-1]
    assert notice.startswith("यह बटन किसी और के लिए है")
    office.person("Eve", language_code="ta")
    stranger = office.at("Eve", "kitchen")
    assert (await stranger.says("/stock")).text.startswith("நீங்கள் (இனி) இந்தக் கடையின் ஊழியர் இல்லை")


async def test_the_commands_of_groups_are_described_in_each_language(service: Service) -> None:
    shown = {
        language: {one["command"]: one["description"] for one in commands}
        for (scope, language), commands in service.office.bot.commands_for.items()
        if scope == SCOPE
    }
    assert set(shown) == {"", "hi", "ta"}
    assert shown[""]["undo"] == "Take back what I did last"
    assert shown["hi"]["undo"] == "मेरा आख़िरी काम वापस लें"
    assert shown["ta"].keys() == shown[""].keys()


async def test_a_shop_that_speaks_tamil_has_its_tickets_and_alerts_in_tamil(
    shop: Shop, db: psycopg.Connection, postgres: Postgres
) -> None:
    tenant = replace(shop.rooms.tenants["demo"], language="ta")
    tamil = Shop(replace(shop.rooms, tenants={"demo": tenant}), shop.names)
    names = names_of(await shop.rooms.menus.get(shop.rooms.tenants["demo"]))
    async with at_work(tamil, db, postgres, "kitchen", "counter", "owner") as service:
        service.office.person("Maya", "manager", language_code="en")
        asha = service.office.person("Asha", language_code="en")
        order = await service.orders(asha, "2 idly with peanut chutney")
        pay = "select app.receive_tender(tenant_id, order_id, now()) from cold.orders"
        db.execute(pay)
        await service.deliver()
        await service.hands_over(order)
        await asha.presses("1 ★")
        await service.deliver()
        seen = [
            text
            for kind in ("kitchen", "counter", "owner")
            for one in service.messages(kind)
            for text in (one.text, *one.labels)
        ]
        assert len(seen) > 5
        for text in seen:
            assert not foreign(text, "ta", names), text
        maya = service.office.at("Maya", "kitchen")
        assert (await maya.says("how many idly left")).text == "Idly is not counted."
