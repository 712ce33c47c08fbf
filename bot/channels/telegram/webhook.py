"""Updates that Telegram posts, believed by their secret and acknowledged after the commit."""

import hmac
from collections.abc import Mapping

from aiohttp import web

from bot.channels.telegram.desk import Desk, Redeliver
from bot.channels.telegram.updates import NotAnUpdate, parse_body, parse_update

PATH = "/telegram/{bot_id}"
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105
BODY_LIMIT = 256 * 1024
CHUNK = 64 * 1024


class Webhook:
    """Receives for every desk in the process, by bot id."""

    def __init__(self, desks: Mapping[int, Desk]) -> None:
        self._desks = {str(bot_id): desk for bot_id, desk in desks.items()}

    async def receive(self, request: web.Request) -> web.Response:
        """200: dealt with, 503: send it again; 400, 401, 404 and 413 are the sender's fault."""
        desk = self._desks.get(request.match_info["bot_id"])
        genuine = _genuine(request.headers.get(SECRET_HEADER, ""), desk)
        if desk is None:
            return web.Response(status=404)
        if not genuine:
            return web.Response(status=401)
        body = await _read(request)
        if body is None:
            return web.Response(status=413)
        try:
            update = parse_update(parse_body(body))
        except NotAnUpdate:
            return web.Response(status=400)
        try:
            if update is not None:
                await desk.handle(update)
        except Redeliver:
            return web.Response(status=503)
        return web.Response()


def _genuine(header: str, desk: Desk | None) -> bool:
    """Compare bytes: a header may hold any. Without a desk it takes as long and is never true."""
    secret = desk.config.webhook_secret if desk else "?"
    return hmac.compare_digest(header.encode("utf-8", "surrogateescape"), secret.encode())


async def _read(request: web.Request) -> bytes | None:
    """The body, or None when it is too large to be an update."""
    body = bytearray()
    async for chunk in request.content.iter_chunked(CHUNK):
        body += chunk
        if len(body) > BODY_LIMIT:
            return None
    return bytes(body)
