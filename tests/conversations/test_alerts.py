"""A manager says what her room hears of by itself, over HTTP: command, buttons, sentences, undo."""

import asyncio
from collections.abc import AsyncIterator

import psycopg
import pytest

from bot.pg import Postgres
from tests.support.life import move
from tests.support.service import Service, at_work
from tests.support.shop import Shop

KINDS = [
    "order paid",
    "order late",
    "order cancelled",
    "payment failed",
    "refund due",
    "bill asked for",
    "bad review",
    "stock out",
    "stock low",
]
PAY = "select app.receive_tender(tenant_id, %s, now()) from cold.orders where order_id = %s"


@pytest.fixture
async def service(shop: Shop, db: psycopg.Connection, postgres: Postgres) -> AsyncIterator[Service]:
    async with at_work(shop, db, postgres, "kitchen", "counter", "owner") as service:
        service.office.person("Maya", "manager")
        service.office.person("Ravi", "kitchen")
        yield service


def pays(service: Service, order: object) -> None:
    service.office.db.execute(PAY, (order, order))


async def test_a_room_hears_of_what_it_wants_to_hear_of(service: Service) -> None:
    maya, asha = service.office.at("Maya", "owner"), service.office.person("Asha")
    listed = await maya.says("/alerts")
    assert listed.text == (
        f"This room is told of: {', '.join(KINDS[:-1])} and stock low. Press one to change it."
    )
    assert listed.labels == [f"✓ {kind}" for kind in KINDS]

    async def told(what: str) -> bool:
        before = len(service.room("owner"))
        order = await service.orders(asha)
        pays(service, order)
        move(service.office.db, order, "cancelled", actor="customer")
        await service.deliver()
        return any(what in text for text in service.room("owner")[before:])

    assert await told("is paid")
    pressed = await maya.presses("order paid")
    assert (pressed.message_id, pressed.labels[0]) == (listed.message_id, "✗ order paid")
    assert not await told("is paid")
    assert (await maya.says("no more alerts about cancelled orders")).labels[2].startswith("✗")
    assert not await told("was cancelled by its customer")
    said = await maya.says("tell us here when an order is cancelled")
    assert said.text.startswith("From now on this room is told of: order late, order cancelled, ")
    assert await told("was cancelled by its customer")
    assert await told("has to go back")
    await maya.says("no more payment alerts here")
    assert not await told("has to go back")
    assert (await maya.says("/undo")).text == (
        "Undone. This room is told again of what it was told of before."
    )
    assert await told("has to go back")
    assert (await maya.says("/alerts everything off")).text == (
        "This room is told of nothing by itself. Press what it shall hear of."
    )
    assert "/alerts stock on" in (await maya.says("/alerts loud")).text


async def test_it_is_a_managers_to_say(service: Service) -> None:
    ravi = service.office.at("Ravi", "kitchen")
    refused = await ravi.says("/alerts stock on")
    assert refused.text.startswith("That is not for kitchen; it is for owner, manager.")
    assert (await service.office.at("Maya", "kitchen").says("/alerts stock on")).text == (
        "From now on this room is told of: stock out and stock low."
    )


async def test_an_alert_is_delivered_at_once(service: Service) -> None:
    """Nobody looks for it: only the news of its row can bring it."""
    asha, telegram = service.office.person("Asha"), service.office.telegram
    async with service.dispatcher() as dispatcher, asyncio.TaskGroup() as group:
        running = group.create_task(dispatcher.run(every=3600))
        order = await service.orders(asha)
        # Two replies, then the order to Asha, and a ticket and a board in two rooms.
        await telegram.until_called("sendMessage", 7)
        pays(service, order)
        await telegram.until_called("sendMessage", 8)
        running.cancel()
    assert service.room("owner") == ["Order #1: ₹80 is paid in cash."]
