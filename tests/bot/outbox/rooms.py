"""What can be seen in the rooms of a shop, and a customer who changes his mind."""

import psycopg

from tests.bot.outbox.post import Customer, Post
from tests.fakes.telegram_chat import Message
from tests.support.back_office import GROUP, TOPICS, address
from tests.support.life import change
from tests.support.open_rooms import open_room
from tests.support.turns import Caller
from tools.kit.call import Json


def room(db: psycopg.Connection, *kinds: str, stations: tuple[str, ...] = ()) -> None:
    """Make topics of the shop's group rooms."""
    for kind in kinds:
        open_room(db, kind, address(kind), stations=stations if kind == "kitchen" else ())


def seen(post: Post, kind: str) -> list[Message]:
    """The bot's messages in a room as they are now, oldest first, without its board."""
    return [one for one in in_topic(post, kind) if not is_board(one)]


def boards(post: Post, kind: str) -> list[str]:
    """The boards in a room."""
    return [one.text for one in in_topic(post, kind) if is_board(one)]


def in_topic(post: Post, kind: str) -> list[Message]:
    """All of the bot's messages in a room."""
    return [one for one in post.bot.chats.of(GROUP) if one.topic == TOPICS[kind]]


def is_board(message: Message) -> bool:
    """Whether it is what shows what is open."""
    return message.text.startswith(("Open:", "Nothing is open"))


def says(message: Message) -> list[str]:
    """Its lines."""
    return message.text.splitlines()


def another_quantity(post: Post, of: Customer, line_no: int, quantity: int) -> None:
    """A customer changes a line of his order, and confirms what it comes to then."""
    who = str(of.chat)
    with Caller(post.dsn) as caller:
        facts: dict[str, Json] = {"channel": "telegram", "chat": who, "sender": who}
        caller.facts = {**facts}
        asked = change(caller, of.order_id, {"line_no": line_no}, quantity).change
        assert asked is not None
        change(caller, of.order_id, {"line_no": line_no}, quantity, str(asked.total))
