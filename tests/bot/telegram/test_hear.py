"""What the bot hears, and what it passes over in silence."""

from uuid import UUID

import pytest
from aiogram.types import Update

from bot.channels.telegram.callback import Callbacks
from bot.channels.telegram.hear import EDITED, FORWARDED, Listener
from bot.channels.telegram.heard import Expired, Heard, Press, Unsaid
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
HIDDEN: Json = {"type": "hidden_user", "date": 1, "sender_user_name": "Somebody"}
PLACE: Json = {"latitude": 13, "longitude": 80}
PAID: Json = {"currency": "INR", "total_amount": 8000, "invoice_payload": "x",
              "telegram_payment_charge_id": "1", "provider_payment_charge_id": "2"}  # fmt: skip


@pytest.fixture
def listener() -> Listener:
    return Listener("demo", 111, CALLBACKS)


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


def calls(heard: object) -> tuple[Call, ...] | None:
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
    command = COMMANDS[name]
    more = {command.takes: "please"} if command.takes else command.call.args
    assert calls(listener.hear(message(text=f"/{name}"))) == (command.call,)
    assert calls(listener.hear(message(text=f"/{name.upper()}@shop_bot please"))) == (
        Call(command.call.tool, more),
    )


def test_what_is_typed_after_a_command_is_heard_where_it_takes_words(listener: Listener) -> None:
    assert calls(listener.hear(message(text="/language  hi "))) == (
        Call("choose_language", {"language": "hi"}),
    )
    assert calls(listener.hear(message(text="/cart please"))) == (Call("view_cart"),)


@pytest.mark.parametrize(
    ("text", "call"),
    [
        ("/start table-4", Call("choose_table", {"table": "4"})),
        ("/start table-TERRACE-2", Call("choose_table", {"table": "TERRACE-2"})),
        ("/start table-", COMMANDS["start"].call),
        ("/start table-4;drop", COMMANDS["start"].call),
        ("/start aGk", COMMANDS["start"].call),
        ("/start join-aB_3-x", Call("join_staff", {"code": "aB_3-x"})),
        ("/join  aB_3-x ", Call("join_staff", {"code": "aB_3-x"})),
        ("/join", Call("join_staff", {"code": ""})),
        ("/table 4", Call("choose_table", {"table": "4"})),
        ("/table  T 4 ", Call("choose_table", {"table": "T 4"})),
        (
            "/address 12 Lake Road,\nIndiranagar",
            Call("give_address", {"address": "12 Lake Road,\nIndiranagar"}),
        ),
    ],
)
def test_what_follows_a_command(listener: Listener, text: str, call: Call) -> None:
    assert calls(listener.hear(message(text=text))) == (call,)


def test_a_location_is_where_to_deliver(listener: Listener) -> None:
    place: Json = {"latitude": 12.97194, "longitude": -0.5}  # type: ignore[dict-item]
    assert calls(listener.hear(message(location=place))) == (
        Call("share_location", {"latitude": "12.971940", "longitude": "-0.500000"}),
    )


@pytest.mark.parametrize(
    ("user", "args"), [(501, {"phone": "+91 98450 12345"}), (502, {}), (None, {})]
)
def test_only_ones_own_number_is_taken(
    listener: Listener, user: Json, args: dict[str, Json]
) -> None:
    contact: Json = {"phone_number": "+91 98450 12345", "first_name": "A", "user_id": user}
    assert calls(listener.hear(message(contact=contact))) == (Call("give_phone", args),)


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
        message(text="/menu", sender_chat=GROUP),
        message(pinned_message={"message_id": 1, "date": 1, "chat": PRIVATE, "text": "x"}),
        update(edited_message={"message_id": 1, "date": 1, "chat": PRIVATE, "from": ASHA,
                               "location": PLACE, "edit_date": 2}),
        update(channel_post={"message_id": 1, "date": 1, "chat": {"id": -1, "type": "channel"},
                             "text": "/menu"}),
        press("x", {**ASHA, "is_bot": True}),
    ],
    ids=["bot", "anonymous", "notice", "as-a-channel", "pinned", "live-location",
         "channel", "bot-press"],
)  # fmt: skip
def test_silence(listener: Listener, update: Update) -> None:
    assert listener.hear(update) is None


@pytest.mark.parametrize(
    "fields",
    [
        {"text": "yes"},
        {"text": "/cancel"},
        {"location": PLACE},
        {"contact": {"phone_number": "+919845012345", "first_name": "Ravi", "user_id": 501}},
        {"successful_payment": PAID},
    ],
    ids=lambda fields: next(iter(fields)),
)
def test_what_is_forwarded_is_not_said(listener: Listener, fields: dict[str, Json]) -> None:
    heard = listener.hear(message(**fields, forward_origin=HIDDEN))
    assert isinstance(heard, Unsaid)
    assert (heard.words, heard.inbound.text, heard.inbound.calls) == (FORWARDED, "", None)


def test_what_is_edited_is_not_said_again(listener: Listener) -> None:
    edited: dict[str, Json] = {
        "message_id": 1,
        "date": 1,
        "chat": PRIVATE,
        "from": ASHA,
        "text": "5 idly",
    }
    heard = listener.hear(update(edited_message={**edited, "edit_date": 2}))
    assert isinstance(heard, Unsaid)
    assert heard.words == EDITED


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
