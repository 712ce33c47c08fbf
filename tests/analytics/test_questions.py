"""Every question of analytics/sql against a count of the raw rows that shares no SQL with it."""

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from itertools import groupby
from pathlib import Path
from uuid import UUID
from zoneinfo import ZoneInfo

import psycopg
import pytest

from analytics.query import ask, text_of
from db.menu.import_file import import_menu
from db.questions import questions
from db.tenants import add_tenant
from tests.support.busy_days import BUSY, FIRST, INDIA, Books, Row, books, let_be
from tests.support.servers import Server
from tests.support.staff import member
from tests.support.turns import Caller, line

PERIODS = (
    (FIRST, FIRST + timedelta(days=1)),
    (FIRST + timedelta(days=1), FIRST + timedelta(days=9)),
    (FIRST - timedelta(days=30), FIRST + timedelta(days=30)),
    (FIRST - timedelta(days=30), FIRST),
)
NAMES = [one.name for one in questions()]


@pytest.fixture(scope="module")
def busy(server: Server) -> Iterator[psycopg.Connection]:
    """The demo shop after nine days, for reading only."""
    copy = server.database(server.template(BUSY, let_be))
    with copy as dsn, psycopg.connect(dsn, autocommit=True) as db:
        yield db


def shop_of(db: psycopg.Connection) -> UUID:
    row = db.execute("select tenant_id from cold.tenants where slug = 'demo'").fetchone()
    assert row is not None
    return UUID(str(row[0]))


def cents(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.01"), ROUND_HALF_UP)


def revenue(kept: Books, orders: Sequence[Row], step: str, zone: ZoneInfo = INDIA) -> list[Row]:
    found: dict[datetime, list[Decimal]] = defaultdict(list)
    for order in orders:
        local = datetime.fromisoformat(str(order["created_at"])).astimezone(zone)
        floor = local.replace(minute=0, second=0, microsecond=0, tzinfo=None)
        found[floor if step == "hour" else floor.replace(hour=0)].append(kept.revenue(order))
    return [
        {
            "starts": starts,
            "orders": len(known),
            "revenue": sum(known),
            "average": cents(sum(known, Decimal(0)) / len(known)),
        }
        for starts, known in sorted(found.items())
    ]


@pytest.mark.parametrize("step", ["hour", "day"])
@pytest.mark.parametrize("period", PERIODS)
def test_revenue(busy: psycopg.Connection, period: tuple[datetime, datetime], step: str) -> None:
    kept, (since, until) = books(busy), period
    counted = revenue(kept, kept.within(since, until), step)
    assert ask(busy, "revenue", shop_of(busy), since=since, until=until, step=step) == counted
    assert bool(counted) is (since >= FIRST or until > FIRST)


def test_there_is_something_to_be_wrong_about(busy: psycopg.Connection) -> None:
    """Money has gone back, both what was too much and more; orders were cut and cancelled."""
    kept = books(busy)
    alive = kept.within(*PERIODS[2])
    assert any(kept.revenue(one) < kept.total(one) for one in alive)
    assert any(kept.revenue(one) == kept.total(one) != one["total_amount"] for one in alive)
    assert {"placed", "rejected", "cancelled", "completed"} <= {
        one["status"] for one in kept.orders
    }
    assert len(kept.adjustments) > 5


@pytest.mark.parametrize("period", PERIODS)
def test_orders(busy: psycopg.Connection, period: tuple[datetime, datetime]) -> None:
    kept = books(busy)
    found = []
    for kind in {str(one["order_type_name"]) for one in kept.placed(*period)}:
        these = [one for one in kept.placed(*period) if one["order_type_name"] == kind]
        dead = [one for one in these if one["status"] in ("cancelled", "rejected")]
        done = [one for one in these if one["status"] == "completed"]
        found.append(
            {
                "order_type": kind,
                "orders": len(these) - len(dead),
                "open": len(these) - len(dead) - len(done),
                "cancelled": len(dead),
            }
        )
    assert ask(busy, "orders", shop_of(busy), since=period[0], until=period[1]) == found


def sold(kept: Books, orders: Sequence[Row]) -> list[Row]:
    pieces: dict[str, int] = defaultdict(int)
    money: dict[str, Decimal] = defaultdict(Decimal)
    names: dict[str, str] = {}
    for order in orders:
        for one in kept.of(kept.lines, order):
            changed = [
                a for a in kept.of(kept.adjustments, order) if a["line_no"] == one["line_no"]
            ]
            left = int(str(one["quantity"])) + sum(int(str(a["quantity"])) for a in changed)
            item = str(one["menu_item_id"])
            if left:
                names[item] = str(one["item_name"])
                pieces[item] += left
                money[item] += left * Decimal(str(one["unit_price"]))
    ranked = sorted(pieces, key=lambda item: (-pieces[item], -money[item], item))
    return [
        {"item_id": one, "item_name": names[one], "quantity": pieces[one], "revenue": money[one]}
        for one in ranked
    ]


@pytest.mark.parametrize("period", PERIODS)
@pytest.mark.parametrize(("item", "most"), [(None, 30), (None, 2), ("idly", 5)])
def test_top_items(
    busy: psycopg.Connection, period: tuple[datetime, datetime], item: str | None, most: int
) -> None:
    kept, (since, until) = books(busy), period
    counted = [
        one for one in sold(kept, kept.within(since, until)) if item in (None, one["item_id"])
    ]
    asked = {"since": since, "until": until, "item": item, "most": most}
    assert ask(busy, "top_items", shop_of(busy), **asked) == counted[:most]


@pytest.mark.parametrize("period", PERIODS)
def test_new_customers(busy: psycopg.Connection, period: tuple[datetime, datetime]) -> None:
    kept, (since, until) = books(busy), period
    ever = kept.within(datetime(2020, 1, 1, tzinfo=INDIA), until)
    buyers = {one["customer_id"] for one in kept.within(since, until)}
    first = {
        who: min(str(one["created_at"]) for one in ever if one["customer_id"] == who)
        for who in buyers
    }
    new = {who for who in buyers if datetime.fromisoformat(first[who]) >= since}
    counted = {
        "customers": len(buyers),
        "newcomers": len(new),
        "came_back": len(buyers - new),
        "new_orders": sum(one["customer_id"] in new for one in kept.within(since, until)),
    }
    assert ask(busy, "new_customers", shop_of(busy), since=since, until=until) == [counted]


def quantile(values: Sequence[float], part: float) -> Decimal:
    """Between the two values that are nearest."""
    ranked = sorted(values)
    place = part * (len(ranked) - 1)
    low = int(place)
    high = min(low + 1, len(ranked) - 1)
    value = ranked[low] + (ranked[high] - ranked[low]) * (place - low)
    return Decimal(repr(round(value, 6))).quantize(Decimal("0.1"), ROUND_HALF_UP)


@pytest.mark.parametrize("period", PERIODS)
def test_time_to_ready(busy: psycopg.Connection, period: tuple[datetime, datetime]) -> None:
    kept = books(busy)
    waited: list[float] = []
    cooked: list[float] = []
    for order in kept.within(*period):
        at = {
            str(one["status"]): datetime.fromisoformat(str(one["at"]))
            for one in reversed(kept.of(kept.steps, order))
        }
        if "ready" in at and at["ready"] < at.get("completed", at["ready"] + timedelta(1)):
            waited.append((at["ready"] - at["placed"]).total_seconds() / 60)
            cooked.append((at["ready"] - at["accepted"]).total_seconds() / 60)
    figures = (
        {
            "orders": len(waited),
            "median": quantile(waited, 0.5),
            "slow": quantile(waited, 0.9),
            "kitchen": quantile(cooked, 0.5),
        }
        if waited
        else {}
    )
    kinds = [None, "take_away"] if waited else []
    asked = ask(busy, "time_to_ready", shop_of(busy), since=period[0], until=period[1])
    assert asked == [{"order_type": kind, **figures} for kind in kinds]


@pytest.mark.parametrize("period", PERIODS)
def test_unmatched_demand(busy: psycopg.Connection, period: tuple[datetime, datetime]) -> None:
    kept, (since, until) = books(busy), period
    asked: dict[tuple[str | None, str], list[object]] = defaultdict(list)
    for one in kept.wishes:
        at = datetime.fromisoformat(str(one["timestamp"]))
        if one["event_type"] == "demand_unmet" and since <= at < until:
            data = one["event_data"]
            assert isinstance(data, dict)
            words = "Idly" if data["item_id"] == "idly" else str(data["words"]).lower()
            told = words if words in ("Idly", "falooda", "pizza") else None
            asked[told, data["reason"]].append(one["customer_id"])
    for one in kept.turns:
        if (
            one["tool"] == "not_understood"
            and since <= datetime.fromisoformat(str(one["at"])) < until
        ):
            asked[None, "not_understood"].append(one["customer_id"])
    rows = ask(busy, "unmatched_demand", shop_of(busy), since=since, until=until, most=50)
    assert {(one["wish"], one["reason"]): (one["times"], one["customers"]) for one in rows} == {
        key: (len(who), len({*who})) for key, who in asked.items()
    }
    ranks = [(one["wish"] is not None, one["customers"], one["times"]) for one in rows]
    assert ranks == sorted(ranks, reverse=True)
    private = json.dumps(rows)
    assert not re.search("98400|@|call|a b c", private)


@pytest.mark.parametrize("period", PERIODS)
def test_cancellations(busy: psycopg.Connection, period: tuple[datetime, datetime]) -> None:
    kept = books(busy)
    ended = []
    for order in kept.placed(*period):
        if order["status"] in ("cancelled", "rejected"):
            (last,) = [o for o in kept.of(kept.steps, order) if o["status"] == order["status"]]
            who = "customer" if str(last["actor"]).startswith("customer") else "shop"
            ended.append(((order["status"], who, last["reason"]), kept.total(order)))
    ended.sort(key=lambda one: str(one[0]))
    counted = {
        key: (len(known := [amount for _, amount in group]), sum(known))
        for key, group in groupby(ended, key=lambda one: one[0])
    }
    rows = ask(busy, "cancellations", shop_of(busy), since=period[0], until=period[1])
    assert {
        (one["status"], one["actor"], one["reason"]): (one["orders"], one["amount"]) for one in rows
    } == counted


@pytest.mark.parametrize("period", PERIODS)
def test_refunds(busy: psycopg.Connection, period: tuple[datetime, datetime]) -> None:
    kept, (since, until) = books(busy), period
    back = [
        Decimal(str(one["refunded"]))
        for one in kept.payments
        if one["refunded"] and since <= datetime.fromisoformat(str(one["updated_at"])) < until
    ]
    counted = [{"method": "cash", "refunds": len(back), "amount": sum(back)}] if back else []
    assert ask(busy, "refunds", shop_of(busy), since=since, until=until) == counted


MENU = '{"currency": "EUR", "items": [{"id": "tea", "name": "Tea", "category": "A", "price": 300}]}'
PARIS = ZoneInfo("Europe/Paris")


def test_days_and_hours_are_the_shops(dsn: str, db: psycopg.Connection, tmp_path: Path) -> None:
    """The night of 29 March has 23 hours in Paris; 00:30 is of the day that begins."""
    menu = tmp_path / "menu.json"
    menu.write_text(MENU, "utf-8")
    add_tenant(dsn, slug="cafe", name="Café", currency="EUR", time_zone="Europe/Paris")
    import_menu(dsn, "cafe", menu)
    moments = (
        "2026-03-28T23:59:59+01:00",
        "2026-03-29T00:30:00+01:00",
        "2026-03-29T01:30:00+01:00",
        "2026-03-29T03:30:00+02:00",
        "2026-03-29T23:59:59+02:00",
        "2026-03-30T00:00:00+02:00",
        "2026-10-25T02:30:00+02:00",
        "2026-10-25T02:30:00+01:00",
    )
    with Caller(dsn, "asha", shop="cafe") as asha:
        for at in moments:
            asha.turn_clock(at)
            asha.add_to_cart([line("tea")])
            asha.checkout()
            assert asha.choose_payment().order is not None
        tenant = asha.tenant
    since, until = datetime(2026, 3, 1, tzinfo=PARIS), datetime(2026, 11, 1, tzinfo=PARIS)
    kept = books(db)
    for step in ("hour", "day"):
        counted = revenue(kept, kept.orders, step, PARIS)
        assert ask(db, "revenue", tenant, since=since, until=until, step=step) == counted
    day = {
        "since": datetime(2026, 3, 29, tzinfo=PARIS),
        "until": datetime(2026, 3, 30, tzinfo=PARIS),
    }
    (told,) = ask(db, "revenue", tenant, step="day", **day)
    assert (told["orders"], told["starts"]) == (4, datetime(2026, 3, 29))  # noqa: DTZ001
    hours = ask(db, "revenue", tenant, step="hour", **day)
    assert [one["starts"].hour for one in hours if isinstance(one["starts"], datetime)] == [
        *(0, 1, 3, 23)
    ]
    assert ask(db, "revenue", UUID(int=0), step="day", **day) == []


@pytest.mark.parametrize("question", NAMES)
def test_the_header_tells_the_columns_and_the_function_is_the_file(
    busy: psycopg.Connection, question: str
) -> None:
    (known,) = [one for one in questions() if one.name == question]
    assert known.about.endswith("?")
    given: dict[str, object] = {"since": FIRST, "until": FIRST + timedelta(days=9)}
    given |= {"step": "day", "item": None, "most": 30}
    taken = {name: given[name] for name in known.parameters if name != "tenant"}
    rows = ask(busy, question, shop_of(busy), **taken)
    assert all(list(row) == list(known.columns) for row in rows)
    assert rows

    source = busy.execute(
        "select prosrc from pg_proc where proname = %s", (known.function,)
    ).fetchone()
    assert source is not None
    as_file = re.sub(r"%\((\w+)\)s", r"p_\1", text_of(question)).replace("%%", "%")
    assert source[0].strip() == as_file.strip()
    places = ", ".join(f"p_{name} => %({name})s" for name in known.parameters)
    busy.execute("select set_config('app.tenant_id', %s, false)", (str(shop_of(busy)),))
    asked = busy.execute(
        f"select * from app.{known.function}({places})".encode(), {**taken, "tenant": shop_of(busy)}
    ).fetchall()
    assert asked == [tuple(row.values()) for row in rows]


def test_a_question_can_write_nothing(
    busy: psycopg.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("analytics.query.text_of", lambda _: "delete from cold.orders returning 1")
    with pytest.raises(psycopg.errors.ReadOnlySqlTransaction):
        ask(busy, "revenue", shop_of(busy))
    with pytest.raises(FileNotFoundError):
        text_of("../../etc/passwd")


def test_a_tables_rounds_count_once_and_are_nobodys(dsn: str, db: psycopg.Connection) -> None:
    with member(dsn, db, "ravi", "waiter") as ravi:
        ravi.turn_clock("2026-03-04T20:00:00+05:30")
        ravi.call("add_to_table", "4", [line("idly", 2)])
        ravi.call("add_to_table", "4", [line("masala_dosa", 1)])
        ravi.call("bill_tab", "4")
        ravi.call("pay_bill", "4", None, "cash", Decimal("160.00"))
        tenant = ravi.tenant
    kept = books(db)
    assert sum(_money(one["amount"]) for one in kept.payments if one["status"] == "paid") == 160
    day = {"since": FIRST, "until": FIRST + timedelta(days=9)}
    (told,) = ask(db, "revenue", tenant, step="day", **day)
    assert (told["orders"], told["revenue"]) == (2, Decimal("160.00"))
    (kind,) = ask(db, "orders", tenant, **day)
    assert (kind["order_type"], kind["orders"]) == ("dine_in", 2)
    (nobody,) = ask(db, "new_customers", tenant, **day)
    assert nobody["customers"] == 0
    # What is called ready only because the table has paid tells nothing of the kitchen.
    assert ask(db, "time_to_ready", tenant, **day) == []


def _money(value: object) -> Decimal:
    assert isinstance(value, Decimal)
    return value
