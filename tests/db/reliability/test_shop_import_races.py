"""New rules beside customers who are ordering: a quote is by the old ones or by the new ones."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import psycopg
import pytest
from psycopg import Connection

from db.shop.import_file import import_shop
from db.tenants import tenant_id_of
from tests.db.reliability.broken import wait_for_waiting
from tests.support.shop_files import Document, put_file
from tests.support.together import at_once, fresh, must
from tests.support.turns import Caller, line
from tools.kit.view import Charge

Told = tuple[str, ...]


def rules(fee: int, rate: int) -> Document:
    """A fee, and tax on top of it and the dishes."""
    parts: Document = {"name": "GST", "rate": rate}
    return {
        "currency": "INR",
        "money": {
            "prices_include_tax": False,
            "tax_class": "restaurant",
            "taxes": [
                {"class": "restaurant", "parts": [parts]},
                {"class": "packaged", "parts": [parts]},
            ],
        },
        "fees": [{"id": "bag", "name": "Bag", "flat": fee}],
    }


OLD, NEW = rules(1000, 5), rules(2000, 10)
BY_OLD = ("Bag 10.00", "GST 2.50")
BY_NEW = ("Bag 20.00", "GST 6.00")


def told(charges: tuple[Charge, ...]) -> Told:
    return tuple(f"{one.name} {one.amount}" for one in charges)


def quoted(customer: Caller) -> Told:
    """What an idly of 40 costs besides."""
    quote = customer.checkout(command=fresh()).quote
    assert quote
    return told(quote.charges)


@contextmanager
def by_statements(dsn: str, slug: str) -> Iterator[Connection]:
    """Acting for a shop as `acting_for` must not: everybody sees every statement at once."""
    with psycopg.connect(dsn, autocommit=True) as connection:
        tenant = str(tenant_id_of(connection, slug))
        connection.execute("set role hotcart_owner")
        connection.execute("select set_config('app.tenant_id', %s, false)", (tenant,))
        yield connection


@pytest.mark.parametrize("in_one_transaction", [True, False])
def test_a_quote_in_the_middle_of_an_import_is_by_the_old_rules(
    dsn: str,
    db: Connection,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    *,
    in_one_transaction: bool,
) -> None:
    put_file(dsn, OLD, tmp_path)
    file = tmp_path / "new.json"
    file.write_text(json.dumps(NEW))
    if not in_one_transaction:
        monkeypatch.setattr("db.shop.import_file.acting_for", by_statements)

    with Caller(dsn) as asha, psycopg.connect(dsn) as holder:
        asha.add_to_cart([line("idly")])
        assert quoted(asha) == BY_OLD
        # Taxes are written before fees: there the import is held up.
        holder.execute("select from cold.fee for update")

        def look() -> Told:
            wait_for_waiting(db, 1)
            seen = quoted(asha)
            holder.rollback()
            return seen

        def change() -> Told:
            import_shop(dsn, "demo", file)
            return ()

        seen, _ = must(at_once([look, change]))
        assert seen == (BY_OLD if in_one_transaction else ("Bag 10.00", "GST 5.00"))
        assert quoted(asha) == BY_NEW


def test_many_quotes_and_orders_beside_many_imports(dsn: str, tmp_path: Path) -> None:
    files = []
    for number, document in enumerate((OLD, NEW)):
        files.append(tmp_path / f"{number}.json")
        files[-1].write_text(json.dumps(document))
    import_shop(dsn, "demo", files[0])

    def change() -> list[Told]:
        for number in range(20):
            import_shop(dsn, "demo", files[(number + 1) % 2])
        return []

    def order(name: str) -> list[Told]:
        seen = []
        with Caller(dsn, name) as customer:
            for _ in range(8):
                customer.add_to_cart([line("idly")], command=fresh())
                view = customer.checkout(command=fresh())
                while view.order is None:
                    assert view.checkout
                    seen.append(told(view.checkout.quote.charges))
                    view = customer.choose_payment(
                        "cash", view.checkout.checkout_id, command=fresh()
                    )
                assert told(view.order.charges) == seen[-1]
        return seen

    customers: list[Callable[[], list[Told]]] = [partial(order, f"customer {n}") for n in range(4)]
    found: list[list[Told]] = must(at_once([change, *customers]))
    assert {one for seen in found for one in seen} <= {BY_OLD, BY_NEW}
    assert sum(len(seen) for seen in found) >= 32


def test_a_code_is_not_redeemed_beyond_a_limit_that_is_just_being_set(
    dsn: str, db: Connection, tmp_path: Path
) -> None:
    code: Document = {"code": "ONCE", "amount": 1000}
    put_file(dsn, {"currency": "INR", "coupons": [code]}, tmp_path)
    limited: Document = {"currency": "INR", "coupons": [{**code, "total_limit": 1}]}
    with Caller(dsn, "asha") as asha, Caller(dsn, "ravi") as ravi:
        for customer in (asha, ravi):
            customer.add_to_cart([line("idly")])
            customer.apply_coupon("ONCE")
            assert customer.checkout().checkout
        assert asha.choose_payment("cash").order

        def change() -> bool:
            return bool(put_file(dsn, limited, tmp_path))

        def order() -> bool:
            return ravi.choose_payment("cash").order is not None

        try:
            must(at_once([change, order]))
        except ValueError as refused:
            # He was first: the limit comes too late.
            assert "it is redeemed 2 times already" in str(refused)  # noqa: PT017
    (row,) = db.execute("select redeemed, total_limit from cold.coupon").fetchall()
    assert row in ((1, 1), (2, None))
