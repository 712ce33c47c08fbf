"""A shop that takes money in the chat, and customers who pay it."""

from decimal import Decimal
from typing import cast
from uuid import UUID, uuid4

from psycopg import Connection

from tests.support.open_rooms import open_room
from tests.support.turns import Caller
from tools.kit.view import SessionView, Tender

PROVIDER_TOKEN = "284685063:TEST:a-secret-of-the-shop"  # noqa: S105
UPI_ID = "tiffin.room@okaxis"
TENDERS = """
select method, status, amount, refunded, charge_id, order_id is not null from cold.payments
order by created_at, charge_id, payment_id
"""
TO_GO_BACK = """
select payload ->> 'charge_id' from cold.outbox
where topic = 'refund_due' order by position
"""


def take_money(db: Connection, *, upi_id: str | None = UPI_ID) -> None:
    """Let the demo shop take every kind of payment, and hear in a room of what has to go back."""
    open_room(db, "inventory", f"-{uuid4().int % 10**9}", alerts=["refund_due"])
    db.execute(
        """update cold.tenants set payment_methods = '{cash,card,upi,telegram}',
             payment_provider_token = %s, upi_id = %s""",
        [PROVIDER_TOKEN, upi_id],
    )


class Payer(Caller):
    """A customer in his private chat in Telegram."""

    def __init__(self, dsn: str, who: str = "501") -> None:
        super().__init__(dsn, who)
        self.facts["channel"] = "telegram"

    def invoice(self, checkout_id: UUID | None = None, *, command: str | None = None) -> Tender:
        """Choose to pay here."""
        tender = self.choose_payment("telegram", checkout_id, command=command).invoice
        assert tender is not None
        return tender

    def may_pay(
        self, tender: Tender, *, minor: int | None = None, currency: str = "INR"
    ) -> SessionView:
        """What the last look before paying says."""
        sum_ = minor_of(tender) if minor is None else minor
        return self.call("pre_checkout", tender.payment_id, currency, sum_)

    def pays(
        self,
        tender: Tender | None,
        *,
        charge: str = "charge-1",
        minor: int | None = None,
        currency: str = "INR",
        command: str | None = None,
        place: bool = True,
    ) -> SessionView:
        """The money arrives."""
        booked = {
            "charge_id": charge,
            "provider_charge_id": f"provider-{charge}",
            "currency": currency,
            "minor": minor if minor is not None else minor_of(tender),
        }
        payment = None if tender is None else tender.payment_id
        return self.call("credit_payment", payment, booked, place, command=command or f"{uuid4()}")


def minor_of(tender: Tender | None) -> int:
    """The sum of an invoice in minor units."""
    assert tender is not None
    return int(tender.amount.scaleb(tender.digits))


Row = tuple[str, str, Decimal, Decimal, str | None, bool]


def tenders(db: Connection) -> list[Row]:
    """Every tender: method, status, amount, refunded, charge, and whether it is an order's."""
    return cast(list[Row], db.execute(TENDERS).fetchall())


def short(db: Connection) -> list[str]:
    """Every tender as "telegram paid 240.00"."""
    return [f"{method} {status} {amount}" for method, status, amount, *_ in tenders(db)]


def to_go_back(db: Connection) -> list[str | None]:
    """The charges the shop was told to give back."""
    return [charge for (charge,) in db.execute(TO_GO_BACK).fetchall()]
