"""A shop's bot before a Bot API on loopback, with the shop's own turns and till behind it."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from functools import partial

from bot.channels.telegram.config import BotConfig
from bot.till import Till
from bot.turn import take_turn
from tests.bot.telegram.rig import SECRET, Pauses, polling
from tests.fakes.telegram import BotAccount, FakeTelegram
from tests.support.shop import Shop

Way = Callable[..., AbstractAsyncContextManager[object]]
"""`polling` or `webhook`."""


@asynccontextmanager
async def bot_of(
    shop: Shop, *, way: Way = polling, slug: str = "demo", **more: object
) -> AsyncIterator[tuple[FakeTelegram, BotAccount]]:
    """The Bot API and the bot; `more` is what this way takes besides."""
    async with FakeTelegram() as telegram:
        bot = telegram.bot("111:AAA-token")
        config = BotConfig(slug, shop.rooms.tenants[slug].tenant_id, bot.token, SECRET)
        take, till = partial(take_turn, rooms=shop.rooms), Till(shop.rooms)
        async with way(telegram, take, Pauses(), config, till=till, **more):
            yield telegram, bot
