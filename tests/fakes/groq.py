"""A Groq-compatible server on the loopback that does what a test tells it, over real HTTP."""

import asyncio
import json
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass

from aiohttp import web

from tools.kit.call import Json


@dataclass(frozen=True)
class Asked:
    """A request as it arrived."""

    path: str
    authorization: str
    body: dict[str, Json]


class FakeGroq:
    """Answers each request with the next behaviour of its script."""

    def __init__(self) -> None:
        self.asked: list[Asked] = []
        self.url = ""
        self.released = asyncio.Event()
        self._script: deque[Callable[[], Awaitable[web.Response]]] = deque()

    def answers(self, *calls: dict[str, Json], tokens: tuple[int, int] = (400, 40)) -> None:
        """Next: a well-formed answer with these calls."""
        self.says(json.dumps({"calls": list(calls)}), tokens=tokens)

    def says(
        self, content: str | None, *, finish: str = "stop", tokens: tuple[int, int] = (400, 40)
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
        self.sends(json.dumps(body))

    def sends(self, body: str, *, status: int = 200, retry_after: str | None = None) -> None:
        """Next: this body, whatever it is."""
        headers = {} if retry_after is None else {"Retry-After": retry_after}

        async def send() -> web.Response:
            return web.Response(
                text=body, status=status, headers=headers, content_type="application/json"
            )

        self._script.append(send)

    def hangs(self) -> None:
        """Next: nothing, until `released` is set."""

        async def hang() -> web.Response:
            await self.released.wait()
            return web.Response(status=503)

        self._script.append(hang)

    async def handle(self, request: web.Request) -> web.Response:
        """Record the request and play the next behaviour."""
        authorization = request.headers.get("Authorization", "")
        self.asked.append(Asked(request.path, authorization, await request.json()))
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
