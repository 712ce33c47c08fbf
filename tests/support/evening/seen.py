"""What there is to see of a bot's calls, by the room or the person it is seen by."""

import json
import re
from collections.abc import Callable

from tests.fakes.telegram import ApiCall, BotAccount
from tests.fakes.telegram_chat import Message
from tests.support.back_office import GROUP
from tests.support.evening.script import block

ROOMS = {"owner": 11, "counter": 12, "tiffin": 13, "dosa": 14, "riders": 15}
"""The topics of the group, by what people call them."""
CODE = re.compile(r"(?<=/join )\S+$", re.MULTILINE)
BOARDS = ("Open:", "Nothing is open.")
UNSEEN = ("sendChatAction", "answerPreCheckoutQuery", "setMyCommands", "setWebhook", "getMe")


class Seen:
    """Notes every call that was done; one that changes nothing is refused, and nobody sees it.

    `code` is the one by which somebody can join; it is another each time, and so not told.
    """

    def __init__(self, bot: BotAccount, name_of: Callable[[int], str], code: str) -> None:
        self.code = code
        self._bot = bot
        self._name_of = name_of
        self._seen: dict[str, list[str]] = {}

    async def note(self, call: ApiCall) -> None:
        """See what a call has done, as soon as it is done."""
        if call.method in UNSEEN:
            return
        params = call.params
        if call.method == "answerCallbackQuery":
            user = int(params["callback_query_id"].split("-")[1])
            if params.get("text"):
                self._tell(self._name_of(user), " sees", params["text"])
            return
        message = self._message(params)
        place = self._place(int(params["chat_id"]), message)
        match call.method:
            case "sendInvoice":
                bill = self._bot.invoices[-1]
                rows = [f"{what} — {_money(amount)}" for what, amount in bill.prices]
                self._tell(place, ", invoice", "\n".join([bill.title, *rows, _money(bill.total)]))
            case "sendPhoto":
                self._tell(place, ", picture", self._bot.photos[-1].caption)
            case "sendMessage" | "editMessageText":
                edited = ", edited" if call.method == "editMessageText" else ""
                if not message.text.startswith(BOARDS):
                    self._tell(place, edited, self._without_code(message.text), *_rows(params))
            case _:
                raise AssertionError(f"nobody knows what is seen of {call}")

    def take(self) -> list[str]:
        """What there is to see since this was asked last, one place after the other."""
        seen, self._seen = self._seen, {}
        return [line for place in sorted(seen, key=_rank) for line in seen[place]]

    def _message(self, params: dict[str, str]) -> Message:
        messages = self._bot.chats.of(int(params["chat_id"]))
        number = params.get("message_id")
        (found,) = [one for one in messages if str(one.message_id) == number] or messages[-1:]
        return found

    def _place(self, chat: int, message: Message) -> str:
        if chat != GROUP:
            return self._name_of(chat)
        return next(room for room, topic in ROOMS.items() if topic == message.topic)

    def _tell(self, place: str, how: str, text: str, *rows: str) -> None:
        self._seen.setdefault(place, []).extend(block(f"{place}{how}", text, [*rows]))

    def _without_code(self, text: str) -> str:
        if found := CODE.search(text):
            self.code = found[0]
        return text.replace(self.code, "{code}")


def _rank(place: str) -> tuple[int, int]:
    """People, who have done something, come before rooms."""
    return (1, [*ROOMS].index(place)) if place in ROOMS else (0, 0)


def _rows(params: dict[str, str]) -> list[str]:
    """ "[Accept] [Ready]", row by row; buttons in place of the keyboard too."""
    markup = json.loads(params.get("reply_markup") or "{}")
    rows = markup.get("inline_keyboard") or markup.get("keyboard") or []
    return [" ".join(f"[{one['text']}]" for one in row) for row in rows]


def _money(minor: int) -> str:
    return f"₹{minor // 100}.{minor % 100:02}"
