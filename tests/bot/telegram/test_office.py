"""What of a group is heard: rooms by those on the staff, and nothing else."""

from uuid import UUID

import pytest
from aiogram.types import Update

from bot.channels.telegram.callback import ANYONE, Callbacks
from bot.channels.telegram.config import BotConfig
from bot.channels.telegram.heard import Denied, Expired, Heard, Press
from bot.channels.telegram.office import RoomListener, is_of_a_group
from bot.channels.telegram.updates import parse_update
from bot.inbound import Met, Speaker
from tests.bot.telegram.rig import SECRET, TENANT
from tools.kit.call import Call, Json

CONFIG = BotConfig("demo", TENANT, "111:AAA-token", SECRET)
CALLBACKS = Callbacks(CONFIG.token, TENANT)
RAVI: dict[str, Json] = {"id": 501, "is_bot": False, "first_name": "Ravi", "username": "Ravi_K"}
EVE: dict[str, Json] = {"id": 666, "is_bot": False, "first_name": "Eve"}
GROUP: dict[str, Json] = {"id": -100, "type": "supergroup", "title": "Shop", "is_forum": True}
KITCHEN: dict[str, Json] = {"message_thread_id": 7, "is_topic_message": True}
FORWARDED: Json = {"type": "hidden_user", "date": 1, "sender_user_name": "Somebody"}
ROOM = "-100/7"


class Staff:
    """One room, with one man in it. `told` is what was told of the group."""

    def __init__(self) -> None:
        self.rooms = {ROOM}
        self.roles = {"501": "kitchen"}
        self.met: list[tuple[str, Speaker]] = []
        self.told: list[tuple[str, ...]] = []

    async def is_room(self, tenant_id: UUID, chat: str) -> bool:
        return chat in self.rooms

    async def meet(self, tenant_id: UUID, chat: str, person: Speaker) -> Met:
        self.met.append((chat, person))
        return Met(chat in self.rooms, self.roles.get(person.sender))

    async def moved(self, tenant_id: UUID, chat: str, to: str) -> None:
        self.told.append(("moved", chat, to))

    async def removed(self, tenant_id: UUID, group: str, by: str, command_id: str) -> None:
        self.told.append(("removed", group, by))

    async def departed(self, tenant_id: UUID, group: str, sender: str, command_id: str) -> None:
        self.told.append(("departed", group, sender))


@pytest.fixture
def staff() -> Staff:
    return Staff()


@pytest.fixture
def office(staff: Staff) -> RoomListener:
    return RoomListener(CONFIG, CALLBACKS, staff, username="Shop_Bot")


def update(**kind: Json) -> Update:
    parsed = parse_update({"update_id": 7, **kind})
    assert parsed is not None
    assert is_of_a_group(parsed)
    return parsed


def message(sender: Json = RAVI, /, **fields: Json) -> Update:
    body: dict[str, Json] = {"message_id": 9, "date": 1, "chat": GROUP, "from": sender, **KITCHEN}
    return update(message={**body, **fields})


def press(data: str, sender: Json = RAVI, /, **fields: Json) -> Update:
    shown: dict[str, Json] = {"message_id": 8, "date": 1, "chat": GROUP, "text": "…", **KITCHEN}
    return update(
        callback_query={
            "id": "q1",
            "from": sender,
            "chat_instance": "1",
            "data": data,
            "message": {**shown, **fields},
        }
    )


def member(kind: str, user: Json, status: str, **more: Json) -> Update:
    change: dict[str, Json] = {
        "chat": GROUP,
        "from": RAVI,
        "date": 1,
        "old_chat_member": {"status": "member", "user": user},
        "new_chat_member": {"status": status, "user": user, **more},
    }
    return update(**{kind: change})


async def call_of(office: RoomListener, said: Update) -> Call | None:
    heard = await office.hear(said)
    assert isinstance(heard, Heard)
    assert heard.inbound.role == "staff"
    return heard.inbound.calls[0] if heard.inbound.calls else None


async def test_words_in_a_room(office: RoomListener, staff: Staff) -> None:
    heard = await office.hear(message(text="86 idly"))
    assert isinstance(heard, Heard)
    assert (heard.inbound.chat, heard.inbound.text, heard.chatter) == (ROOM, "86 idly", True)
    assert heard.answers == 9
    assert staff.met == [(ROOM, Speaker("501", "Ravi", "Ravi_K"))]


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({"text": "@shop_bot 86 idly"}, "86 idly"),
        ({"text": "@SHOP_BOT, 86 idly"}, "86 idly"),
        ({"text": "86 idly", "reply_to_message": {
            "message_id": 4, "date": 1, "chat": GROUP, "text": "x",
            "from": {"id": 111, "is_bot": True, "first_name": "Shop"}}}, "86 idly"),
    ],
    ids=["mention", "shouted", "reply"],
)  # fmt: skip
async def test_words_meant_for_the_bot(
    office: RoomListener, fields: dict[str, Json], text: str
) -> None:
    heard = await office.hear(message(**fields))
    assert isinstance(heard, Heard)
    assert (heard.inbound.text, heard.chatter) == (text, False)


@pytest.mark.parametrize(
    ("text", "call"),
    [
        ("/bind", Call("bind_room")),
        ("/bind kitchen", Call("bind_room", {"kind": "kitchen"})),
        (
            "/bind@shop_bot kitchen Dosa, Idly & Vada,",
            Call("bind_room", {"kind": "kitchen", "stations": ["Dosa", "Idly & Vada"]}),
        ),
        ("/unbind", Call("unbind_room")),
        ("/staff", Call("list_staff")),
        ("/staff add @asha waiter", Call("add_staff", {"who": "@asha", "role": "waiter"})),
        ("/staff ADD waiter 5012345", Call("add_staff", {"who": "5012345", "role": "waiter"})),
        ("/staff remove @asha", Call("remove_staff", {"who": "@asha"})),
        ("/staff add waiter", Call("show_usage", {"command": "staff"})),
        ("/staff hire @asha", Call("show_usage", {"command": "staff"})),
        ("/invite rider", Call("invite_staff", {"role": "rider"})),
        ("/log", Call("show_log")),
        ("/log @asha", Call("show_log", {"about": "@asha"})),
        ("/UNDO", Call("undo")),
        ("/nonsense@shop_bot", Call("show_usage", {"command": "nonsense"})),
    ],
)
async def test_commands(office: RoomListener, text: str, call: Call) -> None:
    assert await call_of(office, message(text=text)) == call


async def test_a_reply_tells_whom(office: RoomListener, staff: Staff) -> None:
    said: dict[str, Json] = {"message_id": 3, "date": 1, "chat": GROUP, "from": EVE, "text": "hi"}
    wanted = Call("add_staff", {"who": "666", "role": "rider"})
    assert await call_of(office, message(text="/staff add rider", reply_to_message=said)) == wanted
    assert (ROOM, Speaker("666", "Eve")) in staff.met
    mention: Json = [{"type": "text_mention", "offset": 11, "length": 3, "user": EVE}]
    assert await call_of(office, message(text="/staff add rider", entities=mention)) == wanted


@pytest.mark.parametrize(
    "said",
    [
        {"from": {**RAVI, "id": 1087968824}},
        {"from": {**RAVI, "is_bot": True}},
        {"from": RAVI, "sender_chat": GROUP},
        {"from": RAVI, "forum_topic_created": {"name": "Kitchen", "icon_color": 1}},
        {"from": RAVI, "message_id": 7},
    ],
    ids=["anonymous", "bot", "channel", "beginning", "first"],
)
async def test_a_reply_to_nobody_tells_nothing(office: RoomListener, said: dict[str, Json]) -> None:
    replied: dict[str, Json] = {"message_id": 3, "date": 1, "chat": GROUP, **said}
    update = message(text="/staff add rider", reply_to_message=replied)
    assert await call_of(office, update) == Call("show_usage", {"command": "staff"})


SILENT: dict[str, Update] = {
    "forwarded": message(text="86 idly", forward_origin=FORWARDED),
    "forwarded-command": message(text="/undo", forward_origin=FORWARDED),
    "anonymous": message({**RAVI, "id": 1087968824}, text="/undo", sender_chat=GROUP),
    "as-a-channel": message(text="/undo", sender_chat={"id": -5, "type": "channel", "title": "X"}),
    "channel-bot": message({**RAVI, "id": 136817688}, text="/undo"),
    "telegram": message({**RAVI, "id": 777000}, text="/undo"),
    "bot": message({**RAVI, "is_bot": True}, text="/undo"),
    "by-a-bot": message(text="/undo", via_bot={"id": 5, "is_bot": True, "first_name": "B"}),
    "nobody": update(message={"message_id": 9, "date": 1, "chat": GROUP, "text": "/undo"}),
    "photo": message(photo=[{"file_id": "1", "file_unique_id": "1", "width": 1, "height": 1}],
                     caption="/undo"),
    "other-bot": message(text="/undo@other_bot"),
    "unknown": message(text="/nonsense"),
    "strangers-words": message(EVE, text="86 idly"),
    "strangers-other-command": message(EVE, text="/nonsense"),
    "thread": message(text="/undo", is_topic_message=False),
    "group": message(text="/undo", is_topic_message=False, message_thread_id=0),
    "topic-beside": message(text="/undo", message_thread_id=8),
    "topic-beside-words": message(text="86 idly", message_thread_id=8),
    "stranger-binds": message(EVE, text="/bind kitchen", message_thread_id=8),
    "anonymous-press": press(CALLBACKS.seal(Call("undo"), ROOM, "501"), {**RAVI, "id": 1087968824}),
    "stranger-beside": press(CALLBACKS.seal(Call("undo"), "-100/8", ANYONE), EVE,
                             message_thread_id=8),
    "forged-beside": press("forged", message_thread_id=8),
}  # fmt: skip


@pytest.mark.parametrize("name", SILENT)
async def test_silence(office: RoomListener, name: str) -> None:
    assert await office.hear(SILENT[name]) is None


async def test_a_stranger_in_a_room_is_told_once(office: RoomListener) -> None:
    heard = await office.hear(message(EVE, text="/undo"))
    assert isinstance(heard, Denied)
    assert heard.answers == 9
    pressed = await office.hear(press(CALLBACKS.seal(Call("undo"), ROOM, ANYONE), EVE))
    assert isinstance(pressed, Denied)
    assert pressed.press == Press("q1", 8)


async def test_the_first_word_to_a_group_is_bind(office: RoomListener) -> None:
    assert await call_of(office, message(text="/bind owner", message_thread_id=8)) == Call(
        "bind_room", {"kind": "owner"}
    )


@pytest.mark.parametrize(
    ("whose", "sender", "on_notice"),
    [("501", RAVI, False), (ANYONE, RAVI, False), (ROOM, RAVI, True)],
    ids=["own", "anyones", "notice"],
)
async def test_presses(office: RoomListener, whose: str, sender: Json, on_notice: bool) -> None:
    heard = await office.hear(press(CALLBACKS.seal(Call("undo"), ROOM, whose), sender))
    assert isinstance(heard, Heard)
    assert heard.inbound.calls == (Call("undo"),)
    assert heard.press == Press("q1", 8, on_notice)


@pytest.mark.parametrize(
    "data",
    [
        "forged",
        "",
        CALLBACKS.seal(Call("undo"), ROOM, "666"),
        CALLBACKS.seal(Call("undo"), "-100/8", ANYONE),
        CALLBACKS.seal(Call("undo"), "-100", ANYONE),
        CALLBACKS.seal(Call("undo"), "501", "501"),
        Callbacks("222:BBB", TENANT).seal(Call("undo"), ROOM, ANYONE),
        Callbacks(CONFIG.token, UUID(int=9)).seal(Call("undo"), ROOM, ANYONE),
    ],
    ids=[
        "forged",
        "empty",
        "anothers",
        "other-topic",
        "group",
        "private",
        "other-bot",
        "other-shop",
    ],
)
async def test_a_press_that_is_not_his(office: RoomListener, data: str) -> None:
    assert await office.hear(press(data)) == Expired("q1", "501", None, in_room=True)


async def test_what_becomes_of_the_group_is_told(office: RoomListener, staff: Staff) -> None:
    me: Json = {"id": 111, "is_bot": True, "first_name": "Shop"}
    rights: dict[str, Json] = dict.fromkeys(
        ("can_send_messages", "can_send_audios", "can_send_documents", "can_send_photos",
         "can_send_videos", "can_send_video_notes", "can_send_voice_notes", "can_send_polls",
         "can_send_other_messages", "can_add_web_page_previews", "can_change_info",
         "can_invite_users", "can_pin_messages", "can_manage_topics", "can_react_to_messages",
         "can_edit_tag"), False)  # fmt: skip
    for each in (
        message(migrate_to_chat_id=-200),
        message(migrate_from_chat_id=-50),
        message(left_chat_member=EVE),
        message(left_chat_member=me),
        message(new_chat_members=[EVE]),
        member("my_chat_member", me, "left"),
        member("my_chat_member", me, "restricted", is_member=False, until_date=0, **rights),
        member("my_chat_member", me, "member"),
        member("chat_member", EVE, "kicked", until_date=0),
        member("chat_member", EVE, "member"),
    ):
        assert await office.hear(each) is None
    assert staff.told == [
        ("moved", "-100", "-200"),
        ("moved", "-50", "-100"),
        ("departed", "-100", "666"),
        ("removed", "-100", "501"),
        ("removed", "-100", "501"),
        ("departed", "-100", "666"),
    ]


def test_a_payment_is_taken_wherever_it_comes_from() -> None:
    paid = parse_update({"update_id": 1, "message": {
        "message_id": 9, "date": 1, "chat": GROUP, "from": RAVI, "successful_payment": {
            "currency": "INR", "total_amount": 1, "invoice_payload": "x",
            "telegram_payment_charge_id": "c", "provider_payment_charge_id": "p"}}})  # fmt: skip
    assert paid is not None
    assert not is_of_a_group(paid)
