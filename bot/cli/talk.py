"""`hotcart chat`: the terminal as a channel."""

import asyncio
import gc
import io
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from importlib import import_module
from pathlib import Path

from rich.console import Console

from bot.channels.console.chat import chat
from bot.channels.console.conversation import CHANNEL, Conversation
from bot.channels.console.notify import ConsoleNotifier
from bot.channels.console.record import record
from bot.channels.console.screen import Screen
from bot.channels.console.script import play, read_script, read_stream
from bot.cli.build import House, open_house, server, settings
from bot.cli.errors import CommandError
from bot.inbound import Inbound
from bot.outbox import Dispatcher, NoticeWords
from bot.reply import Reply
from bot.turn import take_turn
from tools.kit.turn import Role, Tenant


def talk(
    slug: str | None,
    customer: str,
    script: str | None,
    *,
    json: bool,
    role: Role = "customer",
) -> None:
    """Chat as a customer or one of the staff, or play a script.

    Without a terminal standard input is the script.
    """
    if not 1 <= len(customer) <= 64:
        raise CommandError("--as takes a name of 1 to 64 letters")
    chosen = settings()
    typed = script is None and not json and sys.stdin.isatty()
    lines = None if typed else _lines(script)
    with server(chosen) as opened, asyncio.Runner() as runner:
        house = runner.run(open_house(chosen, opened))

        def take(inbound: Inbound) -> Reply:
            # Between two messages nothing ran, so nothing was heard.
            runner.run(house.changes.catch_up())
            return runner.run(take_turn(inbound, house.rooms))

        try:
            shop = house.shop(slug or chosen.hotcart_tenant)
            if role == "staff":
                runner.run(_require_granted(house, shop, customer))
            # The first reply should not have to wait for the menu.
            runner.run(house.rooms.menus.get(shop))
            # What is built by now lives as long as the chat: the collector need not walk it again.
            gc.collect()
            gc.freeze()
            conversation = Conversation(take, shop.slug, customer, role=role)
            screen = Screen(Console(highlight=False), lambda language: house.voices(language, shop))
            if lines is None:
                outbox = Dispatcher(
                    house.postgres,
                    [ConsoleNotifier(shop.tenant_id, customer, screen)],
                    NoticeWords(house.rooms),
                )

                def read(prompt: str) -> str:
                    runner.run(outbox.deliver_due())
                    return input(prompt)

                _chat(shop, conversation, screen, read)
            else:
                show = partial(_print_record, currency=shop.currency)
                play(lines, conversation, show if json else screen.transcribe)
        finally:
            runner.run(house.close())


async def _require_granted(house: House, shop: Tenant, person: str) -> None:
    """Raises CommandError for whoever is not on the shop's staff."""
    if await house.postgres.call("staff_role", shop.tenant_id, CHANNEL, person) is None:
        raise CommandError(
            f"{person!r} is not on the staff of {shop.slug}; grant it with"
            f" `hotcart staff add {CHANNEL} {person} ROLE --tenant {shop.slug}`"
        )


def _chat(
    shop: Tenant, conversation: Conversation, screen: Screen, read: Callable[[str], str]
) -> None:
    with suppress(ImportError):
        import_module("readline")  # gives input() its line editing, where it exists
    chat(shop.name, conversation, screen, read)


def _lines(script: str | None) -> Iterable[str]:
    if script is None or script == "-":
        if isinstance(sys.stdin, io.TextIOWrapper):
            sys.stdin.reconfigure(encoding="utf-8", errors="replace")
        return read_stream(sys.stdin)
    return read_script(Path(script))


def _print_record(text: str, reply: Reply, currency: str) -> None:
    print(record(text, reply, currency).model_dump_json(), flush=True)
