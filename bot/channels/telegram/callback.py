"""The data of a button: a call that only this bot, this chat and this person can use."""

import base64
import hashlib
import hmac
from uuid import UUID

from bot.channels.telegram import payload
from bot.channels.telegram.fields import NotForButtons
from tools.kit.call import Call

LIMIT = 64
SEAL = 11
ANYONE = "anyone"
"""Whom a button is for that everybody in a room of the shop may press: he is judged as he does."""


class CallTooLong(NotForButtons):
    """The call does not fit into the 64 bytes Telegram gives a button."""


class Callbacks:
    """Seals the calls of one bot's buttons: eleven letters of HMAC, then the call itself.

    Telegram passes on whatever bytes a client sends as a press, so a call counts only under a seal
    made here, for the same shop, chat and person. Instead of a person it may be for ANYONE in a
    room, or, under a notice, for the chat. The key is derived from the bot's token.
    """

    def __init__(self, token: str, tenant_id: UUID) -> None:
        self._key = hashlib.sha256(f"hotcart callback {token}".encode()).digest()
        self._tenant_id = tenant_id

    def seal(self, call: Call, chat: str, user: str) -> str:
        """The callback data for a button. Raises NotForButtons, CallTooLong."""
        data = self.stamp(payload.write(call), chat, user)
        if (size := len(_bytes(data))) > LIMIT:
            raise CallTooLong(f"{call.tool} takes {size} bytes")
        return data

    def open(self, data: str, chat: str, user: str) -> Call | None:
        """The call in a press, or None when it was not sealed for this chat and person."""
        text = self.stamped(data, chat, user)
        try:
            return None if text is None else payload.read(text)
        except ValueError:
            return None

    def stamp(self, text: str, chat: str, user: str) -> str:
        """The text behind a seal for this chat and person."""
        return self._mac(text, chat, user) + text

    def stamped(self, data: str, chat: str, user: str) -> str | None:
        """The text that was stamped, or None when it was not, or not for this chat and person."""
        seal, text = data[:SEAL], data[SEAL:]
        genuine = hmac.compare_digest(_bytes(seal), self._mac(text, chat, user).encode())
        return text if genuine else None

    def _mac(self, text: str, chat: str, user: str) -> str:
        bound = "\n".join((self._tenant_id.hex, chat, user, text))
        digest = hmac.digest(self._key, _bytes(bound), "sha256")[:8]
        return base64.urlsafe_b64encode(digest).decode().rstrip("=")


def _bytes(text: str) -> bytes:
    """Any text at all as bytes: a press may hold what UTF-8 cannot."""
    return text.encode("utf-8", "surrogatepass")
