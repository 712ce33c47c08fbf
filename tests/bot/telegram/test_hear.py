"""What the bot hears, and what it passes over in silence."""

from uuid import UUID

import pytest
from aiogram.types import Update

from bot.channels.telegram.callback import Callbacks
from bot.channels.telegram.hear import Expired, Heard, Listener, Press
from bot.channels.telegram.updates import parse_update
from bot.commands import COMMANDS
from bot.inbound import Inbound
from tools.kit.call import Call, Json

CALLBACKS = Callbacks("111:AAA", UUID(int=1))
ASHA: dict[str, Json] = {
    "id": 501,
    "is_bot": False,
    "first_name": "Asha",
    "last_name": "K",
    "language_code": "ta",
}
PRIVATE: dict[str, Json] = {"id": 501, "type": "private"}
GROUP: dict[str, Json] = {"id": -100, "type": "supergroup", "title": "Street"}
FORWARDED: Json = {"type": "hidden_user", "date": 1, "sender_user_name": "Somebody"}


@pytest.fixture
def listener() -> Listener:
    return Listener("demo", 111, CALLBACKS, username="Shop_Bot")


def message(sender: Json = ASHA, /, **fields: Json) -> Update:
    body: dict[str, Json] = {"message_id": 9, "date": 1, "chat": PRIVATE, "from": sender}
    return update(message={**body, **fields})


def press(data: str, sender: Json = ASHA, /, **fields: Json) -> Update:
    body: dict[str, Json] = {
        "id": "q1",
        "from": sender,
        "chat_instance": "1",
        "data": data,
        "message": {"message_id": 8, "date": 1, "chat": PRIVATE, "text": "…"},
    }
    return update(callback_query={**body, **fields})


def update(**kind: Json) -> Update:
    parsed = parse_update({"update_id": 7, **kind})
    assert parsed is not None
    return parsed


def calls(heard: Heard | Expired | None) -> tuple[Call, ...] | None:
    assert isinstance(heard, Heard)
    return heard.inbound.calls


def test_words(listener: Listener) -> None:
    assert listener.hear(message(text="2 idly")) == Heard(
        Inbound(
            tenant="demo",
            channel="telegram",
            chat="501",
            sender="501",
            command_id="telegram:111:7",
            text="2 idly",
            sender_name="Asha K",
            language="ta",
        )
    )


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_a_call(listener: Listener, name: str) -> None:
    assert calls(listener.hear(message(text=f"/{name}"))) == (COMMANDS[name].call,)
    assert calls(listener.hear(message(text=f"/{name.upper()}@shop_bot"))) == (COMMANDS[name].call,)


def test_what_is_typed_after_a_command_is_heard_where_it_takes_words(listener: Listener) -> None:
    assert calls(listener.hear(message(text="/language  hi "))) == (
        Call("choose_language", {"language": "hi"}),
    )
    assert calls(listener.hear(message(text="/cart please"))) == (Call("view_cart"),)


def test_an_unknown_command_is_not_understood(listener: Listener) -> None:
    assert calls(listener.hear(message(text="/refund 5"))) == (Call("not_understood"),)


def test_a_slash_that_is_no_command_is_words(listener: Listener) -> None:
    heard = listener.hear(message(text="/ 2 idly"))
    assert isinstance(heard, Heard)
    assert (heard.inbound.text, heard.inbound.calls) == ("/ 2 idly", None)


@pytest.mark.parametrize(
    "fields",
    [
        {"sticker": {"file_id": "1", "file_unique_id": "1", "type": "regular", "width": 1,
                     "height": 1, "is_animated": False, "is_video": False}},
        {"voice": {"file_id": "1", "file_unique_id": "1", "duration": 3}},
        {"photo": [{"file_id": "1", "file_unique_id": "1", "width": 1, "height": 1}]},
        {"location": {"latitude": 1, "longitude": 1}},
        {"contact": {"phone_number": "1", "first_name": "A"}},
        {"document": {"file_id": "1", "file_unique_id": "1"}, "caption": "2 idly"},
    ],
    ids=lambda fields: next(iter(fields)),
)  # fmt: skip
def test_what_is_not_words_is_not_understood(listener: Listener, fields: dict[str, Json]) -> None:
    assert calls(listener.hear(message(**fields))) == (Call("not_understood"),)


@pytest.mark.parametrize(
    "update",
    [
        message({**ASHA, "is_bot": True}, text="hi"),
        message({**ASHA, "id": 1087968824}, text="hi"),
        message({**ASHA, "id": 777000}, text="hi"),
        message(text="/menu", sender_chat=GROUP, chat=GROUP),
        message(text="/menu", forward_origin=FORWARDED),
        message(pinned_message={"message_id": 1, "date": 1, "chat": PRIVATE, "text": "x"}),
        message(text="2 idly", chat=GROUP),
        message(text="/menu@other_bot", chat=GROUP),
        message(text="/unknown", chat=GROUP),
        message(chat=GROUP, new_chat_members=[ASHA]),
        update(edited_message={"message_id": 1, "date": 1, "chat": PRIVATE, "from": ASHA,
                               "text": "5 idly", "edit_date": 2}),
        update(channel_post={"message_id": 1, "date": 1, "chat": {"id": -1, "type": "channel"},
                             "text": "/menu"}),
        press("x", {**ASHA, "is_bot": True}),
    ],
    ids=["bot", "anonymous", "notice", "channel-in-group", "forwarded-command", "pinned",
         "group-talk", "other-bot", "group-unknown", "joined", "edited", "channel", "bot-press"],
)  # fmt: skip
def test_silence(listener: Listener, update: Update) -> None:
    assert listener.hear(update) is None


def test_forwarded_words_are_words(listener: Listener) -> None:
    heard = listener.hear(message(text="2 idly", forward_origin=FORWARDED))
    assert isinstance(heard, Heard)
    assert heard.inbound.text == "2 idly"


@pytest.mark.parametrize("text", ["/menu", "/menu@SHOP_bot"])
def test_a_command_in_a_group(listener: Listener, text: str) -> None:
    heard = listener.hear(message(text=text, chat=GROUP))
    assert calls(heard) == (Call("search_menu"),)
    assert isinstance(heard, Heard)
    assert (heard.inbound.chat, heard.inbound.sender) == ("-100", "501")


def test_a_press(listener: Listener) -> None:
    heard = listener.hear(press(CALLBACKS.seal(Call("view_cart"), "501", "501")))
    assert calls(heard) == (Call("view_cart"),)
    assert isinstance(heard, Heard)
    assert heard.press == Press("q1", 8)
    assert heard.inbound.command_id == "telegram:111:7"


@pytest.mark.parametrize(
    "update",
    [
        press("forged"),
        press(""),
        press(CALLBACKS.seal(Call("view_cart"), "501", "502")),
        press(CALLBACKS.seal(Call("view_cart"), "-100", "501")),
        press(CALLBACKS.seal(Call("view_cart"), "501", "501"), message=None),
    ],
    ids=["forged", "empty", "other-user", "other-chat", "no-message"],
)
def test_a_press_that_is_not_ours_has_expired(listener: Listener, update: Update) -> None:
    assert listener.hear(update) == Expired("q1", str(ASHA["id"]), "ta")


def test_half_a_character_is_a_question_mark(listener: Listener) -> None:
    sender: Json = {**ASHA, "first_name": "A\ud83d", "last_name": ""}
    heard = listener.hear(message(sender, text="2 idly\ud83d"))
    assert isinstance(heard, Heard)
    assert (heard.inbound.text, heard.inbound.sender_name) == ("2 idly?", "A?")
