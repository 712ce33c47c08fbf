"""A receipt as a page that can be read on a phone and printed, and the door to it."""

import base64
import hashlib
import re
from collections.abc import Iterable
from datetime import tzinfo
from html import escape
from uuid import UUID
from zoneinfo import ZoneInfo

from aiohttp import web

from bot.pg import DatabaseDown
from bot.rooms import Rooms
from tools.kit.speech import Speech
from tools.kit.view import Receipt
from tools.results.receipt import Row, copy_mark, heading, receipt_title, rows, sums

_PATH = re.compile(r"(?P<tenant>[0-9a-f]{32})(?P<token>[0-9a-f]{32})")
STYLE = """
body{margin:0;background:#f4f4f2;color:#111;font:16px/1.45 system-ui,sans-serif}
main{box-sizing:border-box;max-width:26rem;margin:1.5rem auto;padding:1.5rem;background:#fff}
h1{margin:0 0 .5rem;font-size:1.25rem;overflow-wrap:anywhere}
p{margin:.15rem 0;overflow-wrap:anywhere}
.copy{display:inline-block;margin:0 0 .6rem;padding:0 .5rem;border:2px solid #111;font-weight:bold}
table{width:100%;margin-top:1rem;border-collapse:collapse}
td{padding:.2rem 0;vertical-align:top;overflow-wrap:anywhere}
td+td{padding-left:1rem;text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
tbody+tbody{border-top:1px solid #111}
tbody+tbody tr:first-child td{font-size:1.15rem;font-weight:bold}
@media print{@page{margin:12mm}body{background:#fff;font-size:11pt}main{margin:0 auto;padding:0}}
"""
_HASH = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": (
        f"default-src 'none'; style-src 'sha256-{_HASH}'; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'none'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex, nofollow",
}


def receipt_page(say: Speech, receipt: Receipt, zone: tzinfo) -> str:
    """The page: one file that needs no other. Every word of it is escaped."""
    title = escape(receipt_title(say, receipt))
    copy = copy_mark(say, receipt)
    mark = f'<p class="copy">{escape(copy)}</p>\n' if copy else ""
    head = "\n".join(f"<p>{escape(one)}</p>" for one in heading(say, receipt, zone))
    number = escape(say("Receipt {number}", number=receipt.number))
    return (
        '<!doctype html>\n<html>\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="robots" content="noindex, nofollow">\n'
        f"<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>{number}</h1>\n{mark}{head}\n"
        f"<table>\n{_table(rows(say, receipt))}{_table(sums(say, receipt))}</table>\n"
        "</main>\n</body>\n</html>\n"
    )


def receipt_routes(rooms: Rooms) -> list[web.RouteDef]:
    """GET /receipt/<shop and token>: whoever has the link may read it, and nobody can guess one.

    What is no link of ours is answered like one that has led nowhere yet.
    """
    shops = {tenant.tenant_id: tenant for tenant in rooms.tenants.values()}

    async def show(request: web.Request) -> web.Response:
        found = _PATH.fullmatch(request.match_info["link"])
        shop = shops.get(UUID(hex=found["tenant"])) if found else None
        if found is None or shop is None:
            return _answer(404, "There is no such receipt.")
        token = UUID(hex=found["token"])
        try:
            row = await rooms.database.call("read_receipt", shop.tenant_id, token)
        except DatabaseDown:
            return _answer(503, "The receipt cannot be shown just now. Please try again.")
        if row is None:
            return _answer(404, "There is no such receipt.")
        receipt = Receipt.model_validate(row)
        page = receipt_page(rooms.speech(None, shop), receipt, ZoneInfo(shop.time_zone))
        return web.Response(text=page, content_type="text/html", headers=HEADERS)

    return [web.get("/receipt/{link}", show)]


def _table(parts: Iterable[Row]) -> str:
    told = "\n".join(
        f"<tr><td>{escape(what)}</td><td>{escape(amount)}</td></tr>" for what, amount in parts
    )
    return f"<tbody>\n{told}\n</tbody>\n"


def _answer(status: int, text: str) -> web.Response:
    return web.Response(status=status, text=text, headers=HEADERS)
