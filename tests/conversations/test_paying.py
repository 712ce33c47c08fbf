"""Paying in Telegram, over HTTP and with the real shop: invoices and UPI codes."""

from collections.abc import AsyncIterator
from urllib.parse import parse_qs, urlsplit

import psycopg
import pytest
import segno
from rich.console import Console

from bot.channels.console.screen import Screen
from tests.bot.telegram.png import modules
from tests.bot.telegram.rig import webhook
from tests.fakes.telegram_person import Person
from tests.speech import PlainSpeech
from tests.support.charges import put_price
from tests.support.chats import bot_of
from tests.support.money import PROVIDER_TOKEN, UPI_ID, short, take_money, to_go_back
from tests.support.records import count
from tests.support.shop import Shop
from tools.kit.enclosure import PayCode


@pytest.fixture
async def asha(shop: Shop, db: psycopg.Connection) -> AsyncIterator[Person]:
    """Somebody with Telegram in hand, before a shop that takes every kind of money."""
    take_money(db)
    async with bot_of(shop, way=webhook) as (telegram, bot):
        yield telegram.person(bot, "Asha")


async def ask_for_an_invoice(asha: Person) -> None:
    """Two plates of idly, 80 rupees, to be paid here."""
    await asha.says("2 idly")
    await asha.says("takeaway")
    await asha.presses("Pay here")
    assert asha.bot.invoices[-1].total == 8000


async def test_an_invoice_is_paid_and_the_order_is_there(
    asha: Person, db: psycopg.Connection, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    await ask_for_an_invoice(asha)
    assert count(db, "cold.orders") == 0
    (invoice,) = asha.bot.invoices
    assert invoice.prices == (("2x Idly", 8000),)
    assert invoice.token == PROVIDER_TOKEN
    seen = await asha.pays()
    assert "Order #1 - Total: ₹80. It is paid." in seen.text
    assert short(db) == ["telegram paid 80.00"]
    assert PROVIDER_TOKEN not in caplog.text
    assert all(PROVIDER_TOKEN not in one.text for one in asha.reads())


async def test_a_changed_price_is_refused_before_money_moves_and_the_new_one_is_payable(
    asha: Person, db: psycopg.Connection
) -> None:
    await ask_for_an_invoice(asha)
    put_price(db, "idly", "45.00")
    answer = await asha.asks_to_pay()
    assert not answer.ok
    assert answer.error is not None
    assert "Idly" in answer.error
    assert "₹45" in answer.error
    assert "Nothing was charged" in answer.error
    assert "Shall I place it at ₹90?" in (await asha.presses("Pay here")).text
    await asha.presses("Pay here")
    assert asha.bot.invoices[-1].total == 9000
    assert "Order #1 - Total: ₹90" in (await asha.pays()).text
    assert short(db) == ["telegram void 80.00", "telegram paid 90.00"]


async def test_a_payment_told_again_after_the_reply_was_lost(
    asha: Person, db: psycopg.Connection
) -> None:
    await ask_for_an_invoice(asha)
    assert (await asha.asks_to_pay()).ok
    payment = asha.payment()
    await asha.delivers(payment)
    first = asha.sees().text
    await asha.delivers(payment)
    assert asha.sees().text == first
    assert count(db, "cold.orders") == 1
    assert to_go_back(db) == []


async def test_money_arrives_whatever_is_wrong_with_the_menu(
    asha: Person, shop: Shop, db: psycopg.Connection
) -> None:
    await ask_for_an_invoice(asha)
    db.execute("alter function app.load_menu rename to gone")
    shop.rooms.menus.forget_all()
    assert "Order #1 - Total: ₹80. It is paid." in (await asha.pays()).text
    assert short(db) == ["telegram paid 80.00"]


async def test_a_second_payment_goes_back_and_help_tells_of_both(
    asha: Person, db: psycopg.Connection
) -> None:
    await ask_for_an_invoice(asha)
    await asha.pays()
    answer = await asha.asks_to_pay()
    assert answer.error == "This order is placed already. Nothing was charged."
    await asha.delivers(asha.payment(charge="charge-2"))
    assert "We have received ₹80 for order #1" in asha.sees().text
    assert "will give you the money back" in asha.sees().text
    assert to_go_back(db) == ["charge-2"]
    seen = await asha.says("/paysupport")
    assert "₹80 (provider-charge-1): paid." in seen.text
    assert "₹80 (provider-charge-2): the shop has to give it back to you." in seen.text


async def test_money_for_a_cart_that_has_changed_goes_back(
    asha: Person, db: psycopg.Connection
) -> None:
    await ask_for_an_invoice(asha)
    payment = asha.payment()
    await asha.says("add 1 masala dosa")
    await asha.delivers(payment)
    assert "can no longer be placed as it was" in asha.sees().text
    assert (short(db), to_go_back(db)) == (["telegram refund_due 80.00"], ["charge-1"])


async def test_money_with_a_payload_that_is_not_ours_is_on_record(
    asha: Person, db: psycopg.Connection
) -> None:
    await ask_for_an_invoice(asha)
    await asha.delivers(asha.payment(invoice_payload="of another time"))
    assert sorted(short(db)) == ["telegram pending 80.00", "telegram refund_due 80.00"]


async def test_whatever_breaks_the_order_the_money_is_booked(
    asha: Person, db: psycopg.Connection
) -> None:
    """A function that fails, even at the commit, must not take the payment with it."""
    await ask_for_an_invoice(asha)
    db.execute(
        """create function cold.break() returns trigger language plpgsql as
           $$ begin raise exception 'broken at the commit'; end $$"""
    )
    db.execute(
        """create constraint trigger broken after insert on cold.orders deferrable
           initially deferred for each row execute function cold.break()"""
    )
    await asha.delivers(asha.payment())
    assert "will give you the money back" in asha.sees().text
    assert (short(db), to_go_back(db)) == (["telegram refund_due 80.00"], ["charge-1"])


async def test_upi_is_a_code_with_amount_and_reference(
    asha: Person, db: psycopg.Connection
) -> None:
    await asha.says("2 idly and 2 masala dosa")
    await asha.says("takeaway")
    seen = await asha.presses("UPI")
    (photo,) = asha.bot.photos
    row = db.execute("select reference, status from cold.payments").fetchone()
    assert row is not None
    reference, status = row
    assert status == "pending"
    assert f"the reference is {reference}" in seen.text
    assert photo.caption == f"₹240, reference {reference}"
    link = f"upi://pay?pa={UPI_ID}&pn=Tiffin%20Room&am=240.00&cu=INR&tn={reference}"
    name = db.execute("select coalesce(legal_name, name) from cold.tenants").fetchone()
    assert name is not None
    link = link.replace("Tiffin%20Room", name[0].replace(" ", "%20"))
    drawn = [[bool(module) for module in row] for row in segno.make_qr(link, error="m").matrix]
    assert modules(photo.content) == drawn
    assert parse_qs(urlsplit(link).query)["am"] == ["240.00"]


async def test_on_a_terminal_a_code_is_a_link(shop: Shop, db: psycopg.Connection) -> None:
    take_money(db)
    person = shop.person()
    await person.says("2 idly")
    await person.says("takeaway")
    reply = await person.presses("UPI")
    assert isinstance(reply.enclosure, PayCode)
    console = Console(record=True, width=200, quiet=False, force_terminal=False)
    Screen(console, lambda language: PlainSpeech()).show(reply)
    assert f"upi://pay?pa={UPI_ID}" in console.export_text()


async def test_on_a_terminal_one_is_told_how_to_pay_otherwise(
    shop: Shop, db: psycopg.Connection
) -> None:
    take_money(db)
    person = shop.person()
    await person.says("2 idly")
    reply = await person.says("takeaway")
    assert [row[0].label for row in reply.buttons][:3] == ["Cash", "Card at the counter", "UPI"]
    from tools.kit.call import Call

    reply = await person.calls(Call("choose_payment", {"method": "telegram"}))
    assert reply.text.startswith("We can't take that payment. You can pay by: cash, card, UPI.")


async def test_money_is_spoken_of_in_the_language_chosen(
    asha: Person, shop: Shop, db: psycopg.Connection
) -> None:
    await asha.says("/language")
    await asha.presses("हिन्दी")
    await asha.says("2 idly")
    await asha.says("takeaway")
    await asha.presses("यहीं कार्ड से पेमेंट करें")
    put_price(db, "idly", "45.00")
    # Whoever hears of the payment first need not have heard of the choice.
    shop.rooms.languages.note(("demo", "telegram", str(asha.user_id)), None)
    answer = await asha.asks_to_pay()
    assert answer.error is not None
    assert "कोई पैसा नहीं कटा" in answer.error
    put_price(db, "idly", "40.00")
    assert "पेमेंट हो चुका है।" in (await asha.pays()).text
