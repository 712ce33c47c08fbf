"""A Groq-compatible server on the loopback that does what a test tells it, over real HTTP."""

import asyncio
import json
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass

from aiohttp import web

from tools.kit.call import Json

NO_HEADERS: Mapping[str, str] = {}


@dataclass(frozen=True)
class Asked:
    """A request as it arrived."""

    path: str
    headers: Mapping[str, str]
    body: dict[str, Json]


class FakeGroq:
    """Answers each request with the next behaviour of its script."""

    def __init__(self) -> None:
        self.asked: list[Asked] = []
        self.url = ""
        self.arrived = asyncio.Event()
        self.released = asyncio.Event()
        self._script: deque[Callable[[], Awaitable[web.Response]]] = deque()

    def answers(
        self,
        *calls: dict[str, Json],
        tokens: tuple[int, int] = (400, 40),
        headers: Mapping[str, str] = NO_HEADERS,
    ) -> None:
        """Next: a well-formed answer with these calls."""
        self.says(json.dumps({"calls": list(calls)}), tokens=tokens, headers=headers)

    def says(
        self,
        content: str | None,
        *,
        finish: str = "stop",
        tokens: tuple[int, int] = (400, 40),
        headers: Mapping[str, str] = NO_HEADERS,
    ) -> None:
        """Next: a chat completion whose message is this text."""
        prompt, completion = tokens
        message = {"role": "assistant", "content": content}
        body = {
            "id": "chatcmpl-1",
            "object": "chat.completion",
            "created": 0,
            "model": "fake",
            "choices": [{"index": 0, "message": message, "finish_reason": finish}],
            "usage": {
                "prompt_tokens": prompt,
                "completion_tokens": completion,
                "total_tokens": prompt + completion,
            },
        }
        self.sends(json.dumps(body), headers=headers)

    def sends(
        self, body: str, *, status: int = 200, headers: Mapping[str, str] = NO_HEADERS
    ) -> None:
        """Next: this body, whatever it is."""

        async def send() -> web.Response:
            told = {"Content-Type": "application/json", **headers}
            return web.Response(body=body.encode(), status=status, headers=told)

        self._script.append(send)

    def hangs(self) -> None:
        """Next: nothing, until `released` is set."""

        async def hang() -> web.Response:
            await self.released.wait()
            return web.Response(status=503)

        self._script.append(hang)

    async def handle(self, request: web.Request) -> web.Response:
        """Record the request and play the next behaviour."""
        self.asked.append(Asked(request.path, request.headers, await request.json()))
        self.arrived.set()
        return await self._script.popleft()()


@asynccontextmanager
async def fake_groq() -> AsyncIterator[FakeGroq]:
    """A running server; `url` has no path."""
    fake = FakeGroq()
    app = web.Application()
    app.router.add_post("/{path:.*}", fake.handle)
    runner = web.AppRunner(app, shutdown_timeout=1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    fake.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield fake
    finally:
        fake.released.set()
        await runner.cleanup()
