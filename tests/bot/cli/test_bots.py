"""Which bots `serve` serves, and for whom."""

import pytest
from pydantic import SecretStr

from bot.changes import MENUS, Changes
from bot.cli.build import House
from bot.cli.errors import CommandError
from bot.cli.start import bots_to_serve, delivering, known_bots
from bot.pg import Postgres
from bot.preloader import Preloader
from bot.settings import Settings
from bot.speech import Voices
from bot.staff_rooms import StaffRooms
from db.tenants import add_bot, add_tenant
from tests.fakes.telegram import FakeTelegram
from tests.support.shop import Shop, open_shop
from tests.support.turns import Caller, line


def configured(token: str | None = None) -> Settings:
    return Settings(_env_file=None, telegram_bot_token=SecretStr(token) if token else None)


def house(postgres: Postgres, shop: Shop) -> House:
    menus = Preloader(postgres)
    return House(
        postgres,
        shop.rooms,
        Voices(),
        Changes(postgres, {MENUS: menus}),
        StaffRooms(postgres, "telegram"),
    )


async def test_without_any_bot_there_is_nothing_to_serve(postgres: Postgres, shop: Shop) -> None:
    with pytest.raises(CommandError, match="set TELEGRAM_BOT_TOKEN"):
        await bots_to_serve(configured(), house(postgres, shop))


async def test_the_configured_bot_serves_the_configured_shop(
    postgres: Postgres, shop: Shop
) -> None:
    (bot,) = await bots_to_serve(configured("7:abc"), house(postgres, shop))
    assert (bot.tenant_slug, bot.bot_id, bot.token) == ("demo", 7, "7:abc")
    assert bot.tenant_id == shop.rooms.tenants["demo"].tenant_id


async def test_a_configured_bot_needs_its_shop(postgres: Postgres, shop: Shop) -> None:
    settings = configured("7:abc").model_copy(update={"hotcart_tenant": "closed"})
    with pytest.raises(CommandError, match="there is no shop 'closed'"):
        await bots_to_serve(settings, house(postgres, shop))


async def test_every_shop_has_its_own_bots_and_secrets(postgres: Postgres, dsn: str) -> None:
    add_tenant(dsn, slug="hut", name="Hut", currency="INR", time_zone="Asia/Kolkata")
    add_bot(dsn, "hut", "8:def")
    add_bot(dsn, "hut", "7:new")
    shop = await open_shop(postgres)
    bots = await bots_to_serve(configured("7:abc"), house(postgres, shop))
    assert [(bot.tenant_slug, bot.token) for bot in bots] == [("hut", "7:new"), ("hut", "8:def")]
    assert len({bot.webhook_secret for bot in bots}) == 2


async def test_notices_go_out_by_the_bots_there_are(
    postgres: Postgres, shop: Shop, dsn: str
) -> None:
    with Caller(dsn) as asha:
        asha.facts = {"channel": "telegram", "chat": "501", "sender": "501"}
        asha.add_to_cart([line("idly")])
        asha.checkout()
        asha.choose_payment("cash")
    open_house = house(postgres, shop)
    async with FakeTelegram() as telegram:
        bot = telegram.bot("7:abc")
        chosen = configured("7:abc").model_copy(update={"telegram_api_base": telegram.base})
        async with delivering(chosen, open_house, await known_bots(chosen, open_house)) as outbox:
            assert outbox is not None
            await outbox.deliver_due()
    assert "is placed" in bot.chats.of(501)[0].text


async def test_without_bots_nobody_delivers(postgres: Postgres, shop: Shop) -> None:
    open_house = house(postgres, shop)
    chosen = configured()
    async with delivering(chosen, open_house, await known_bots(chosen, open_house)) as outbox:
        assert outbox is None
