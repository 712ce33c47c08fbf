"""Shops with menus of many options, opened for one test: in words, and behind a Telegram bot."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import psycopg

from bot.pg import Postgres
from db.menu.import_file import import_menu
from db.tenants import add_tenant
from tests.fakes.telegram_chat import Message
from tests.fakes.telegram_person import Person
from tests.support.chats import bot_of
from tests.support.shop import Person as Speaker
from tests.support.shop import Shop, open_shop

MENUS = Path(__file__).parent / "menus"
CURRENCIES = {"taqueria": "USD", "pizzeria": "EUR", "espresso_bar": "EUR"}
Line = tuple[int, str, list[str], str]


async def open_menu(dsn: str, postgres: Postgres, menu: str) -> Shop:
    """A shop of its own with one of the menus here."""
    add_tenant(
        dsn,
        slug=menu,
        name=menu,
        currency=CURRENCIES[menu],
        time_zone="UTC",
        language="en",
        order_types=("take_away",),
    )
    import_menu(dsn, menu, MENUS / f"{menu}.json")
    return await open_shop(postgres)


def speaker(shop: Shop, menu: str) -> Speaker:
    """Somebody who writes to that shop."""
    person = shop.person("asha")
    person.tenant = menu
    return person


@asynccontextmanager
async def presser(shop: Shop, menu: str) -> AsyncIterator[Person]:
    """Somebody with Telegram in hand, before that shop's bot."""
    async with bot_of(shop, slug=menu) as (telegram, bot):
        yield telegram.person(bot, "Asha")


async def press(person: Person, label: str) -> Message:
    """Press the button of the newest message that is called so, or begins so."""
    labels = person.sees().labels
    found = [one for one in labels if one == label] or sorted(
        (one for one in labels if one.startswith(label)), key=len
    )
    assert found, f"no button {label!r} among {labels}"
    return await person.presses(found[0])


async def leaf_to(person: Person, label: str) -> Message:
    """Turn the pages of a group until the button is there, and press it."""
    for _ in range(40):
        if any(one.startswith(label) for one in person.sees().labels):
            break
        await press(person, "\N{BLACK RIGHT-POINTING TRIANGLE}")
    return await press(person, label)


async def pick(person: Person, group: str, *labels: str) -> None:
    """Open a group's page, press what is named there, and go back."""
    await press(person, group)
    for label in labels:
        await leaf_to(person, label)
    await press(person, "Done")


async def opens(person: Person, dish: str) -> Message:
    """Find a dish on the menu by its buttons alone, and open its page."""
    await person.says("/menu")
    for _ in range(10):
        if any(one.endswith(dish) for one in person.sees().labels):
            return await person.presses(dish)
        await press(person, "More")
    raise AssertionError(f"no page of the menu has {dish!r}")


def cart(db: psycopg.Connection) -> list[Line]:
    """The lines of the one cart: quantity, dish, options and removals, price of one."""
    rows = db.execute(
        """select quantity, item_name, options, without, price::text
           from hot.session_cart where is_active order by line_no"""
    ).fetchall()
    return [
        (quantity, name, [*map(_option, options), *(f"no {one['name']}" for one in gone)], price)
        for quantity, name, options, gone, price in rows
    ]


def total(db: psycopg.Connection) -> str:
    """What the one cart comes to."""
    row = db.execute(
        "select sum(quantity * price)::text from hot.session_cart where is_active"
    ).fetchone()
    assert row is not None
    return str(row[0])


def _option(option: dict[str, object]) -> str:
    count = option["count"]
    parts = (f"{count}x" if count != 1 else "", option["amount"], option["name"])
    return " ".join(str(part) for part in parts if part)
