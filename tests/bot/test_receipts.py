"""The page of a receipt: what it says, that nothing on it is code, and who gets to see it."""

import base64
import hashlib
import re
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from psycopg import Connection

from bot.pg import DatabaseDown
from bot.receipts import receipt_page, receipt_routes
from tests.speech import PlainSpeech
from tests.support.charges import Coupon, Fee, Rules
from tests.support.shop import Person, Shop
from tools.kit.call import Json
from tools.kit.view import Receipt

Client = TestClient[web.Request, web.Application]
SAY = PlainSpeech()
ZONE = ZoneInfo("Asia/Kolkata")
EVIL = '<script>alert("1")</script>'
URL = "https://order.example"
LINK = re.compile(rf"{URL}(/receipt/[0-9a-f]{{64}})")
SHOP = """update cold.tenants set receipt_prefix = 'TR/26-', legal_name = 'Tiffin Room & Sons',
  tax_number = '33AAAAA0000A1Z5', address = '12 Lake Road, Chennai 600 034'"""
RULES = Rules(
    classes={"gst": {"CGST": "2.5", "SGST": "2.5"}},
    default_class="gst",
    fees=(Fee("Packaging", "5"),),
    coupons=(Coupon("SAVE", "20"),),
)


def receipt(**more: Json) -> Receipt:
    row: dict[str, Json] = {
        "number": "TR-7",
        "token": str(uuid4()),
        "issued_at": "2026-11-21T08:00:00Z",
        "prints": 1,
        "shop": "Tiffin Room",
        "order_ref": "20261121-12",
        "order": {
            "order_id": str(uuid4()),
            "order_no": 12,
            "status": "completed",
            "order_type": "take_away",
            "payment_method": "cash",
            "total": "80.00",
            "created_at": "2026-11-21T07:30:00Z",
            "lines": [
                {
                    "line_no": 1,
                    "item_id": "idly",
                    "item_name": EVIL,
                    "quantity": 2,
                    "unit_price": "40.00",
                    "line_total": "80.00",
                    "note": EVIL,
                }
            ],
            "payments": [{"method": "cash", "status": "paid", "amount": "80.00"}],
        },
        **more,
    }
    return Receipt.model_validate(row)


@pytest.mark.parametrize("field", ["shop", "legal_name", "address", "tax_number", "number"])
def test_every_word_is_escaped(field: str) -> None:
    page = receipt_page(SAY, receipt(**{field: EVIL}), ZONE)
    assert "<script" not in page
    assert page.count("&lt;script&gt;") >= 3


@pytest.mark.parametrize(("prints", "mark"), [(0, None), (1, None), (2, "Copy 2"), (9, "Copy 9")])
def test_a_copy_is_marked(prints: int, mark: str | None) -> None:
    page = receipt_page(SAY, receipt(prints=prints), ZONE)
    found = re.search(r'<p class="copy">(.*)</p>', page)
    assert (found[1] if found else None) == mark


async def pay(person: Person, db: Connection) -> None:
    """Order for 5 rupees of packaging, with a code, and let the shop have the money."""
    await person.says("2 idly and 2 masala dosa")
    await person.says("code SAVE")
    await person.says("takeaway")
    await person.says("cash")
    db.execute("select app.receive_tender(tenant_id, order_id, now()) from cold.orders")


@pytest.fixture
async def asha(shop: Shop, db: Connection) -> Person:
    db.execute(SHOP)
    RULES.put(db)
    db.execute("update cold.menu_item set tax_class = null")
    open_to_all = Shop(replace(shop.rooms, public_url=URL), shop.names)
    person = open_to_all.person()
    await pay(person, db)
    return person


@pytest.fixture
async def client(asha: Person) -> AsyncIterator[Client]:
    app = web.Application()
    app.add_routes(receipt_routes(asha.rooms))
    async with TestClient(TestServer(app)) as client:
        yield client


async def test_from_the_chat_to_the_page(asha: Person, client: Client, folder: Path) -> None:
    told = (await asha.says("receipt please")).text
    link = LINK.search(told)
    assert link is not None
    answer = await client.get(link[1])
    page = await answer.text()
    assert (answer.status, answer.content_type) == (200, "text/html")
    for words in (
        "Receipt TR/26-1",
        "Tiffin Room &amp; Sons",
        "12 Lake Road, Chennai 600 034",
        "Tax number: 33AAAAA0000A1Z5",
        "<td>2x Masala Dosa</td><td>₹160</td>",
        "<td>Discount SAVE</td><td>-₹20</td>",
        "<td>Packaging</td><td>₹5</td>",
        "<td>Total</td><td>₹225</td>",
        "<td>of which CGST 2.5%</td><td>₹5.36</td>",
        "<td>of which SGST 2.5%</td><td>₹5.36</td>",
        "<td>Paid in cash</td><td>₹225</td>",
    ):
        assert words in page, words
    assert "opy" not in page.replace(".copy", "")
    (folder / "receipt.html").write_text(page, "utf-8")
    assert "(Copy 2)" in (await asha.says("receipt")).text
    assert '<p class="copy">Copy 2</p>' in await (await client.get(link[1])).text()


async def test_it_is_kept_and_found_by_nobody_and_runs_nothing(
    asha: Person, client: Client
) -> None:
    link = LINK.search((await asha.says("receipt")).text)
    assert link is not None
    answer = await client.get(link[1])
    style = re.search("<style>(.*?)</style>", await answer.text(), re.DOTALL)
    assert style is not None
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    policy = answer.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none';")
    assert f"'sha256-{digest}'" in policy
    assert answer.headers["Cache-Control"] == "no-store"
    assert "noindex" in answer.headers["X-Robots-Tag"]
    assert answer.headers["Referrer-Policy"] == "no-referrer"


async def test_what_is_no_link_of_ours(asha: Person, client: Client) -> None:
    link = LINK.search((await asha.says("receipt")).text)
    assert link is not None
    path = link[1]
    last = "0" if path[-1] != "0" else "1"
    for wrong in (
        path[:-1] + last,
        path + "0",
        path[:-2],
        "/receipt/" + path[9:].upper(),
        "/receipt/1",
    ):
        answer = await client.get(wrong)
        assert (answer.status, await answer.text()) == (404, "There is no such receipt."), wrong
        assert answer.headers["Cache-Control"] == "no-store"


async def test_without_a_public_address_there_is_no_link(shop: Shop, db: Connection) -> None:
    RULES.put(db)
    person = shop.person()
    await pay(person, db)
    assert "http" not in (await person.says("receipt")).text


class Down:
    """A database that cannot be reached."""

    async def call(self, function: str, *args: object) -> Json:
        raise DatabaseDown("gone")


async def test_a_database_that_is_down_is_told_as_such(shop: Shop) -> None:
    app = web.Application()
    app.add_routes(receipt_routes(replace(shop.rooms, database=Down())))
    tenant = shop.rooms.tenants["demo"].tenant_id.hex
    async with TestClient(TestServer(app)) as client:
        answer = await client.get(f"/receipt/{tenant}{uuid4().hex}")
    assert answer.status == 503
