"""Which bots `serve` serves, and for whom."""

import pytest
from pydantic import SecretStr

from bot.cli.build import House
from bot.cli.errors import CommandError
from bot.cli.start import bots_to_serve
from bot.menu_changes import MenuChanges
from bot.pg import Postgres
from bot.preloader import Preloader
from bot.settings import Settings
from bot.speech import Voices
from db.tenants import add_bot, add_tenant
from tests.support.shop import Shop, open_shop


def configured(token: str | None = None) -> Settings:
    return Settings(_env_file=None, telegram_bot_token=SecretStr(token) if token else None)


def house(postgres: Postgres, shop: Shop) -> House:
    menus = Preloader(postgres)
    return House(postgres, shop.rooms, Voices(), MenuChanges(postgres, menus))


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
