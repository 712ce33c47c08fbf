"""A Bot API on loopback: what the bot calls and what it is sent go over real HTTP, both ways.

    async with FakeTelegram() as telegram:
        bot = telegram.bot("111:token")          # give telegram.base to the program as its API base
        asha = telegram.person(bot, "Asha")
        seen = await asha.says("2 idly")         # returns when the program has dealt with it

Errors can be injected with `fail` and `lose_answer`; every call is kept in `calls`. `heeded` is
awaited for each call that was done, before it is answered.
"""

import asyncio
import json
from collections import Counter, defaultdict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self

from aiohttp import ClientSession, ClientTimeout, web

from tests.fakes.telegram_chat import BadRequest, Chats, Message
from tests.fakes.telegram_money import Invoice, PayAnswer, Photo, invoice, pay_answer, photo
from tests.fakes.telegram_person import Person
from tools.kit.call import Json

PATIENCE = 20.0
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105


@dataclass(frozen=True, slots=True)
class ApiCall:
    """A call the bot made; every parameter is text, as it was sent; of a file, its bytes."""

    bot_id: int
    method: str
    params: dict[str, str]


@dataclass(frozen=True, slots=True)
class Fault:
    """An error to answer with instead of doing what was asked; `chat`: only there."""

    status: int
    description: str
    retry_after: int | None = None
    migrate_to: int | None = None
    chat: int | None = None

    def is_for(self, params: dict[str, str]) -> bool:
        """Whether a call with these parameters meets it."""
        return self.chat is None or params.get("chat_id") == str(self.chat)


@dataclass(slots=True)
class BotAccount:
    """A bot as Telegram knows it."""

    token: str
    username: str
    revoked: bool = False
    webhook: dict[str, str] = field(default_factory=dict)
    commands_for: dict[tuple[str, str], list[dict[str, str]]] = field(default_factory=dict)
    commands_in: dict[str, list[dict[str, str]]] = field(default_factory=dict)
    chats: Chats = field(default_factory=Chats)
    answers: dict[str, str] = field(default_factory=dict)
    invoices: list[Invoice] = field(default_factory=list)
    photos: list[Photo] = field(default_factory=list)
    pay_answers: dict[str, PayAnswer] = field(default_factory=dict)
    next_update_id: int = 1000
    pending: dict[int, dict[str, Json]] = field(default_factory=dict)
    confirmed: dict[int, asyncio.Event] = field(default_factory=dict)
    news: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def commands(self) -> list[dict[str, str]]:
        """The commands shown to people of no language in particular."""
        return self.commands_in[""]

    @property
    def bot_id(self) -> int:
        """The number before the colon of the token."""
        return int(self.token.partition(":")[0])

    def update(self, kind: str, content: dict[str, Json]) -> dict[str, Json]:
        """A new update around a message or a callback query."""
        self.next_update_id += 1
        return {"update_id": self.next_update_id - 1, kind: content}

    def confirm(self, offset: int) -> None:
        """Forget the updates below the offset, as Telegram does."""
        for update_id in [one for one in self.pending if one < offset]:
            del self.pending[update_id]
            self.confirmed.pop(update_id).set()


class FakeTelegram:
    """The server. `base` is its address; `calls` is what was called, oldest first."""

    def __init__(self) -> None:
        self.base = ""
        self.calls: list[ApiCall] = []
        self._bots: dict[str, BotAccount] = {}
        self.heeded: Callable[[ApiCall], Awaitable[None]] | None = None
        self._faults: dict[str, list[Fault]] = defaultdict(list)
        self._lost: Counter[str] = Counter()
        self._addresses: dict[str, str] = {}
        self._called = asyncio.Event()
        self._closing = False
        self._next_user = 500
        self._methods: dict[str, Callable[[BotAccount, dict[str, str]], Awaitable[Json]]] = {
            "getMe": self._get_me,
            "getUpdates": self._get_updates,
            "setWebhook": self._set_webhook,
            "deleteWebhook": self._delete_webhook,
            "setMyCommands": self._set_my_commands,
            "sendMessage": self._send_message,
            "editMessageText": self._edit_message_text,
            "answerCallbackQuery": self._answer_callback_query,
            "sendChatAction": self._send_chat_action,
            "sendInvoice": self._send_invoice,
            "sendPhoto": self._send_photo,
            "answerPreCheckoutQuery": self._answer_pre_checkout_query,
        }

    async def __aenter__(self) -> Self:
        app = web.Application()
        app.router.add_post("/bot{token}/{method}", self._serve)
        self._runner = web.AppRunner(app, shutdown_timeout=1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        host, port = self._runner.addresses[0]
        self.base = f"http://{host}:{port}"
        self._client = ClientSession(timeout=ClientTimeout(total=PATIENCE))
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._closing = True
        for bot in self._bots.values():
            bot.news.set()
        await self._client.close()
        await self._runner.cleanup()

    def bot(self, token: str, username: str = "shop_bot") -> BotAccount:
        """Register a bot; calls with any other token are answered 401."""
        self._bots[token] = BotAccount(token, username)
        return self._bots[token]

    def person(self, bot: BotAccount, name: str = "Asha", **user: Json) -> Person:
        """Somebody who talks to the bot in a private chat; `user` are more fields of the User."""
        self._next_user += 1
        return Person(self, bot, {"id": self._next_user, "first_name": name, **user})

    def revoke(self, bot: BotAccount) -> None:
        """Take a bot's token back."""
        bot.revoked = True
        bot.news.set()

    def fail(
        self,
        method: str,
        status: int,
        description: str,
        *,
        retry_after: int | None = None,
        migrate_to: int | None = None,
        chat: int | None = None,
    ) -> None:
        """Answer the next call of the method with an error. Several are used up in order."""
        self._faults[method].append(Fault(status, description, retry_after, migrate_to, chat))

    def lose_answer(self, method: str) -> None:
        """Do what the next call of the method asks for, and hang up instead of answering."""
        self._lost[method] += 1

    def called(self, method: str) -> list[dict[str, str]]:
        """The parameters of every call of the method, oldest first."""
        return [call.params for call in self.calls if call.method == method]

    async def until_called(self, method: str, times: int) -> None:
        """Wait until the method has been called that many times since the start."""
        async with asyncio.timeout(PATIENCE):
            while len(self.called(method)) < times:
                self._called.clear()
                await self._called.wait()

    def reach(self, public_url: str, address: str) -> None:
        """Post webhooks for `public_url` to `address`: what a proxy does."""
        self._addresses[public_url] = address

    async def deliver(self, bot: BotAccount, update: dict[str, Json]) -> int:
        """Give the bot an update; its webhook's status, or 200 when polling has confirmed it."""
        async with asyncio.timeout(PATIENCE):
            if bot.webhook:
                return await self._post(bot, update)
            update_id = update["update_id"]
            assert isinstance(update_id, int)
            bot.pending[update_id] = update
            confirmed = bot.confirmed[update_id] = asyncio.Event()
            bot.news.set()
            await confirmed.wait()
            return 200

    async def _post(self, bot: BotAccount, update: dict[str, Json]) -> int:
        url = bot.webhook["url"]
        for public_url, address in self._addresses.items():
            url = url.replace(public_url, address)
        headers = {SECRET_HEADER: bot.webhook["secret_token"]}
        async with self._client.post(url, json=update, headers=headers) as response:
            return response.status

    async def _serve(self, request: web.Request) -> web.Response:
        bot = self._bots.get(request.match_info["token"])
        if bot is None or bot.revoked:
            return _error(Fault(401, "Unauthorized"))
        method = request.match_info["method"]
        params = {name: _text(value) for name, value in (await request.post()).items()}
        call = ApiCall(bot.bot_id, method, params)
        self.calls.append(call)
        self._called.set()
        for fault in self._faults[method]:
            if fault.is_for(params):
                self._faults[method].remove(fault)
                return _error(fault)
        try:
            result = await self._methods[method](bot, params)
        except BadRequest as bad:
            return _error(Fault(400, f"Bad Request: {bad}"))
        if self.heeded is not None:
            await self.heeded(call)
        if self._lost[method]:
            self._lost[method] -= 1
            assert request.transport is not None
            request.transport.abort()
        return web.json_response({"ok": True, "result": result})

    async def _get_me(self, bot: BotAccount, params: dict[str, str]) -> Json:
        return {"id": bot.bot_id, "is_bot": True, "first_name": "Shop", "username": bot.username}

    async def _get_updates(self, bot: BotAccount, params: dict[str, str]) -> Json:
        if bot.webhook:
            raise BadRequest("can't use getUpdates method while webhook is active")
        bot.confirm(int(params.get("offset", "0")))
        try:
            async with asyncio.timeout(int(params.get("timeout", "0"))):
                while not (bot.pending or bot.revoked or self._closing):
                    bot.news.clear()
                    await bot.news.wait()
        except TimeoutError:
            return []
        waiting = sorted(bot.pending)[: int(params.get("limit", "100"))]
        return [bot.pending[update_id] for update_id in waiting]

    async def _set_webhook(self, bot: BotAccount, params: dict[str, str]) -> Json:
        bot.webhook = params
        return True

    async def _delete_webhook(self, bot: BotAccount, params: dict[str, str]) -> Json:
        bot.webhook = {}
        return True

    async def _set_my_commands(self, bot: BotAccount, params: dict[str, str]) -> Json:
        scope = json.loads(params.get("scope") or "{}").get("type", "")
        commands = json.loads(params["commands"])
        if scope:
            bot.commands_for[scope, params.get("language_code", "")] = commands
        else:
            bot.commands_in[params.get("language_code", "")] = commands
        return True

    async def _send_message(self, bot: BotAccount, params: dict[str, str]) -> Json:
        return _message(bot, params["chat_id"], bot.chats.send(params))

    async def _edit_message_text(self, bot: BotAccount, params: dict[str, str]) -> Json:
        return _message(bot, params["chat_id"], bot.chats.edit(params))

    async def _answer_callback_query(self, bot: BotAccount, params: dict[str, str]) -> Json:
        bot.answers[params["callback_query_id"]] = params.get("text", "")
        return True

    async def _send_invoice(self, bot: BotAccount, params: dict[str, str]) -> Json:
        bot.invoices.append(invoice(params))
        return _message(bot, params["chat_id"], bot.chats.send({**params, "text": "Invoice"}))

    async def _send_photo(self, bot: BotAccount, params: dict[str, str]) -> Json:
        bot.photos.append(photo(params))
        return _message(bot, params["chat_id"], bot.chats.send({**params, "text": "Photo"}))

    async def _answer_pre_checkout_query(self, bot: BotAccount, params: dict[str, str]) -> Json:
        bot.pay_answers[params["pre_checkout_query_id"]] = pay_answer(params)
        return True

    async def _send_chat_action(self, bot: BotAccount, params: dict[str, str]) -> Json:
        return True


def _text(value: str | bytes | bytearray | web.FileField) -> str:
    if isinstance(value, web.FileField):
        return value.file.read().decode("latin-1")
    return value if isinstance(value, str) else bytes(value).decode("latin-1")


def _message(bot: BotAccount, chat_id: str, message: Message) -> Json:
    return {
        "message_id": message.message_id,
        "date": 1,
        "chat": {"id": int(chat_id), "type": "supergroup" if chat_id < "0" else "private"},
        "from": {"id": bot.bot_id, "is_bot": True, "first_name": "Shop"},
        "text": message.text,
    }


def _error(fault: Fault) -> web.Response:
    body: dict[str, Json] = {
        "ok": False,
        "error_code": fault.status,
        "description": fault.description,
    }
    if fault.retry_after is not None:
        body["parameters"] = {"retry_after": fault.retry_after}
    if fault.migrate_to is not None:
        body["parameters"] = {"migrate_to_chat_id": fault.migrate_to}
    return web.json_response(body, status=fault.status)
