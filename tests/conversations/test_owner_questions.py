"""An owner asks in plain words; what is answered is what the shop's books say."""

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal

import psycopg
import pytest
from rich.table import Table

from bot import charts
from bot.channels.console.cards import table_of
from bot.channels.telegram import pictures
from bot.pg import Postgres
from tests.speech import PlainSpeech
from tests.support.back_office import BackOffice, back_office, bind
from tests.support.busy_days import BUSY, FIRST, INDIA, books, let_be
from tests.support.servers import Server
from tests.support.shop import Person, Shop, open_shop
from tests.support.staff import grant
from tools.kit.enclosure import Chart
from tools.kit.result import FigureCard

NOW = datetime(2026, 3, 10, 15, 30, tzinfo=INDIA)
"""The Tuesday of the second week."""


@pytest.fixture
def dsn(server: Server) -> Iterator[str]:
    """A database of the demo shop's ninth day, for this test alone."""
    with server.database(server.template(BUSY, let_be)) as dsn:
        yield dsn


@pytest.fixture
async def busy(postgres: Postgres) -> Shop:
    """The demo shop on its ninth day."""
    return await open_shop(postgres, lambda: NOW)


@pytest.fixture
def boss(busy: Shop, db: psycopg.Connection) -> Person:
    grant(db, "boss", "owner")
    return busy.member("boss")


def rupees(amount: Decimal) -> str:
    return f"₹{amount:,.0f}" if amount == amount.to_integral_value() else f"₹{amount:,.2f}"


async def test_one_sentence_with_the_number(boss: Person, db: psycopg.Connection) -> None:
    kept = books(db)
    alive = kept.within(NOW.replace(hour=0, minute=0), NOW.replace(day=11, hour=0, minute=0))
    before = kept.within(NOW.replace(day=9, hour=0, minute=0), NOW.replace(day=9))
    money, was = (sum(map(kept.revenue, these), Decimal(0)) for these in (alive, before))
    reply = await boss.says("what's my revenue today?")
    assert reply.text == (
        f"Today so far: {rupees(money)} from {len(alive)} orders,"
        f" {rupees((money / len(alive)).quantize(Decimal('0.01')))} on average;"
        f" yesterday by this hour {rupees(was)} ({(money - was) * 100 / was:+.0f} %)."
    )
    assert "₹405 from 4 orders" in reply.text


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        (
            "orders this week vs last",
            "This week so far: 9 orders (9 take-away), 4 still open, 6 cancelled;"
            " last week by this time 13 (-31 %).",
        ),
        (
            "how many masala dosas did we sell this week",
            "This week so far: 7 Masala Dosa sold for ₹560; last week by this time 11 (-36 %).",
        ),
        (
            "new customers this month",
            "This month so far: 6 customers, 6 new (52 orders), none came back.",
        ),
        (
            "average time to ready last week",
            "Last week (2 March to 8 March): half of 30 orders were ready within 23 min,"
            " nine of ten within 34 min.",
        ),
        (
            "revenue on 2 march vs 3 march",
            "Monday, 2 March: ₹2,830 from 9 orders, ₹314.44 on average;"
            " Tuesday, 3 March ₹2,060 (+37 %).",
        ),
        (
            "refunds last week",
            "Last week (2 March to 8 March): ₹925 went back of 11 payments (in cash ₹925).",
        ),
        ("revenue in january", "January: no orders; December 2025 nothing."),
    ],
)
async def test_answers_read_aloud(boss: Person, asked: str, answer: str) -> None:
    assert (await boss.says(asked)).text == answer


async def test_tables_fit_a_phone_and_a_picture_comes_where_it_says_more(boss: Person) -> None:
    for asked, rows, chart in (
        ("revenue today", 3, None),
        ("revenue last week", 7, "Revenue · 2 March to 8 March"),
        ("top 4 items in march", 4, "Most sold · March 2026"),
        ("what did people ask for that we don't have", 5, None),
        ("cancelled orders last week", 2, None),
    ):
        reply = await boss.says(asked)
        assert isinstance(reply.card, FigureCard)
        table = table_of(reply.card, PlainSpeech())
        assert isinstance(table, Table)
        assert table.row_count == rows
        assert len(reply.card.lines) == rows, reply.card
        assert max(map(len, reply.card.lines)) <= 32
        drawn = reply.enclosure
        assert (drawn.title if isinstance(drawn, Chart) else None) == chart
        if isinstance(drawn, Chart):
            assert "Asia/Kolkata" in drawn.unit
    assert "98400" not in str([one.card for one in (reply,)])


async def test_a_summary_at_any_moment(boss: Person) -> None:
    reply = await boss.says("summary yesterday")
    assert reply.text.splitlines() == [
        "Yesterday: ₹1,075 from 5 orders, ₹215 on average; the Monday before ₹2,830 (-62 %).",
        "5 orders (5 take-away), 1 still open, 3 cancelled.",
        "Most sold: Plain Dosa 6, Idly 6, Masala Dosa 4.",
        "3 orders came to nothing, ₹660.",
        "₹55 went back of 1 payment (in cash ₹55).",
        "5 customers, none new, 5 came back.",
        "Asked for in vain: pizza 2, Idly (sold out) 1, falooda 1.",
    ]


async def test_what_is_unclear_is_asked(boss: Person) -> None:
    reply = await boss.says("how many dosas did we sell last week")
    assert reply.text.startswith("Which dosas do you mean?")
    await boss.presses("Plain Dosa")
    assert boss.reply.text.startswith("Last week (2 March to 8 March): ")
    assert "Plain Dosa sold for" in boss.reply.text
    await boss.says("sales in the year 2035")
    assert "That time has not been yet" in boss.reply.text
    await boss.presses("Last week")
    assert "₹10,950 from 43 orders" in boss.reply.text


@pytest.mark.parametrize("asked", ["revenue today", "summary", "top items this week"])
async def test_a_cook_is_not_told(busy: Shop, db: psycopg.Connection, asked: str) -> None:
    grant(db, "ravi", "kitchen")
    reply = await busy.member("ravi").says(asked)
    assert reply.text.startswith("That is not for kitchen; it is for owner, manager.")
    assert (reply.card, reply.enclosure) == (None, None)


async def ask(office: BackOffice, room: str, text: str) -> None:
    await office.at("Boss", room).says(text)


@pytest.mark.timeout(180)
@pytest.mark.usefixtures("ready_to_draw")
async def test_in_the_owners_room_with_a_picture(
    busy: Shop, db: psycopg.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    for kind in ("owner", "kitchen"):
        bind(db, kind)
    async with back_office(busy, db) as office:
        office.person("Boss", "owner")
        await ask(office, "owner", "revenue last week")
        (text,) = office.telegram.called("sendMessage")
        assert "<code>Mon 2   9  ₹2,830</code>" in text["text"]
        if charts.can_draw():
            (sent,) = office.telegram.called("sendPhoto")
            (photo,) = office.bot.photos
            assert photo.content.startswith(b"\x89PNG")
            assert sent["caption"] == "Revenue · 2 March to 8 March"
            assert sent["message_thread_id"] == text["message_thread_id"]
            order = [one.method for one in office.telegram.calls if one.method.startswith("send")]
            assert order == ["sendMessage", "sendPhoto"]

        await ask(office, "kitchen", "/revenue last week")
        refusal = office.telegram.called("sendMessage")[-1]["text"]
        assert "owner" in refusal
        assert "₹" not in refusal

        photos = len(office.telegram.called("sendPhoto"))
        monkeypatch.setattr(charts, "find_spec", lambda _: None)
        await ask(office, "owner", "/top 5 march")
        assert "most sold is Masala Dosa" in office.telegram.called("sendMessage")[-1]["text"]
        assert len(office.telegram.called("sendPhoto")) == photos


async def test_a_picture_that_cannot_be_sent_costs_nothing(
    busy: Shop, db: psycopg.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def drawn(chart: Chart) -> bytes:
        return b"\x89PNG\r\n\x1a\n"

    monkeypatch.setattr(pictures, "draw", drawn)
    bind(db, "owner")
    async with back_office(busy, db) as office:
        office.person("Boss", "owner")
        for status in (400, 500, 429):
            office.telegram.fail("sendPhoto", status, "no", retry_after=1)
            await ask(office, "owner", "revenue last week")
        assert len(office.telegram.called("sendMessage")) == 3
        assert len(office.telegram.called("sendPhoto")) == 3


def test_the_days_are_those_the_sentences_tell_of() -> None:
    assert (FIRST.isoweekday(), NOW.isoweekday()) == (1, 2)
