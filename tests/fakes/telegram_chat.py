"""The messages of a bot's chats, as picky about what it sends as Telegram is."""

import html
import json
import re
from dataclasses import dataclass, replace

TAG = re.compile(r"""</?(b|i|u|s|code|pre)>|<(a) href="tg://user\?id=\d+">|</(a)>""")


class BadRequest(Exception):
    """Telegram would answer 400 with these words."""


@dataclass(frozen=True, slots=True)
class Message:
    """A message as a person sees it: plain text, labels and data of its buttons, row by row.

    `topic` is where in a group it stands, `answers` the message it is a reply to.
    """

    message_id: int
    text: str
    html: str
    buttons: tuple[tuple[tuple[str, str], ...], ...] = ()
    topic: int | None = None
    answers: int | None = None

    @property
    def labels(self) -> list[str]:
        """The labels of all buttons, in reading order."""
        return [label for row in self.buttons for label, _ in row]

    @property
    def rows(self) -> list[list[str]]:
        """The labels of the buttons, row by row."""
        return [[label for label, _ in row] for row in self.buttons]


class Chats:
    """Every chat of one bot, by chat id; a chat is its messages from the bot by message id."""

    def __init__(self) -> None:
        self._chats: dict[str, dict[int, Message]] = {}
        self._requests: dict[str, tuple[str, ...]] = {}
        self._next_id = 1

    def send(self, params: dict[str, str]) -> Message:
        """sendMessage. Raises BadRequest."""
        self._next_id += 1
        asked = _requests(params)
        if asked is not None:
            self._requests[params["chat_id"]] = asked
        return self._keep(params["chat_id"], _message(self._next_id, params))

    def requests(self, chat_id: int) -> tuple[str, ...]:
        """What the buttons in place of the keyboard share: "location", "contact"."""
        return self._requests.get(str(chat_id), ())

    def edit(self, params: dict[str, str]) -> Message:
        """editMessageText. Raises BadRequest."""
        old = self._chats.get(params["chat_id"], {}).get(int(params["message_id"]))
        if old is None:
            raise BadRequest("message to edit not found")
        new = replace(_message(old.message_id, params), topic=old.topic, answers=old.answers)
        if new == old:
            raise BadRequest(
                "message is not modified: specified new message content and reply markup are"
                " exactly the same as a current content and reply markup of the message"
            )
        return self._keep(params["chat_id"], new)

    def of(self, chat_id: int) -> list[Message]:
        """A chat's messages, oldest first."""
        return list(self._chats.get(str(chat_id), {}).values())

    def forget(self, chat_id: int) -> None:
        """Make a chat's messages too old to be edited."""
        del self._chats[str(chat_id)]

    def _keep(self, chat_id: str, message: Message) -> Message:
        self._chats.setdefault(chat_id, {})[message.message_id] = message
        return message


def _message(message_id: int, params: dict[str, str]) -> Message:
    source = params["text"]
    text = _plain(source) if params.get("parse_mode") == "HTML" else source
    if not text.strip():
        raise BadRequest("message text is empty")
    if len(text.encode("utf-16-le")) // 2 > 4096:
        raise BadRequest("message is too long")
    topic = params.get("message_thread_id")
    answers = json.loads(params.get("reply_parameters") or "{}").get("message_id")
    buttons = _buttons(params.get("reply_markup"))
    return Message(message_id, text, source, buttons, int(topic) if topic else None, answers)


def _plain(source: str) -> str:
    """HTML without its tags. Raises BadRequest where Telegram cannot parse it."""
    opened: list[str] = []
    for tag in TAG.finditer(source):
        if not tag.group().startswith("</"):
            opened.append(tag.group(1) or "a")
        elif not opened or opened.pop() != (tag.group(1) or "a"):
            raise BadRequest("can't parse entities: unexpected end tag")
    bare = TAG.sub("", source)
    if opened or "<" in bare or ">" in bare:
        raise BadRequest("can't parse entities: unsupported start tag")
    return html.unescape(bare)


def _requests(params: dict[str, str]) -> tuple[str, ...] | None:
    """What the keyboard of a message asks for; None where it leaves the keyboard as it is."""
    markup = json.loads(params.get("reply_markup") or "{}")
    if markup.get("remove_keyboard"):
        return ()
    if "keyboard" not in markup:
        return None
    if int(params["chat_id"]) < 0:
        raise BadRequest("location can be requested in private chats only")
    buttons = [button for row in markup["keyboard"] for button in row]
    kinds = ("location", "contact")
    return tuple(kind for one in buttons for kind in kinds if one.get(f"request_{kind}"))


def _buttons(markup: str | None) -> tuple[tuple[tuple[str, str], ...], ...]:
    if markup is None:
        return ()
    rows = [
        tuple((button["text"], button["callback_data"]) for button in row)
        for row in json.loads(markup).get("inline_keyboard", ())
    ]
    buttons = [button for row in rows for button in row]
    if any(not 1 <= len(data.encode()) <= 64 for _, data in buttons):
        raise BadRequest("BUTTON_DATA_INVALID")
    if any(not label.strip() for label, _ in buttons):
        raise BadRequest("text buttons are unallowed in the inline keyboard")
    if len(buttons) > 100 or any(len(row) > 8 for row in rows):
        raise BadRequest("REPLY_MARKUP_TOO_LONG")
    return tuple(rows)
