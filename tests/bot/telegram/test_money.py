"""Money in Telegram: invoices, the ten seconds before a payment, and payments that arrive."""

import asyncio
import json
from uuid import UUID

import pytest
import segno

from bot.channels.telegram.callback import Callbacks
from bot.channels.telegram.money import payload_of
from bot.pg import DatabaseDown
from bot.reply import Reply
from tests.bot.telegram.png import modules
from tests.bot.telegram.rig import TENANT, Pauses, Script, ScriptedTill, config_of, polling, webhook
from tests.fakes.telegram import BotAccount, FakeTelegram
from tests.fakes.telegram_person import Person
from tools.kit.call import Call
from tools.kit.enclosure import Invoice, PayCode
from tools.kit.result import Button

PAYMENT = UUID("4c85ba72-f59b-4287-bf91-e53f49ed0b9d")
INVOICE = Invoice(PAYMENT, "Tiffin Room", "2x Idly", "INR", (("2x Idly", 8000), ("SAVE", -800)))
LINK = "upi://pay?pa=tiffin@okaxis&pn=Tiffin%20Room&am=240.00&cu=INR&tn=HC20261121-12"


@pytest.fixture
def asha(telegram: FakeTelegram, bot: BotAccount, script: Script) -> Person:
    """Somebody who is sent an invoice for everything said."""
    script.answer = lambda inbound: Reply("Here is your invoice.", enclosure=INVOICE)
    return telegram.person(bot)


@pytest.fixture
def till() -> ScriptedTill:
    return ScriptedTill()


async def test_an_invoice_follows_its_message(
    telegram: FakeTelegram, bot: BotAccount, script: Script, pauses: Pauses, asha: Person
) -> None:
    async with webhook(telegram, script, pauses, config_of(bot)):
        await asha.says("pay here")
    assert [one.text for one in asha.reads()] == ["Here is your invoice.", "Invoice"]
    (sent,) = bot.invoices
    assert (sent.title, sent.total, sent.currency) == ("Tiffin Room", 7200, "INR")
    assert sent.token == "provider:TEST:secret"  # noqa: S105
    (params,) = telegram.called("sendInvoice")
    assert params["start_parameter"], "a forwarded copy must not be payable"
    assert json.loads(params["prices"])[1] == {"label": "SAVE", "amount": -800}


@pytest.mark.parametrize("token", ["revoked", None])
async def test_without_a_provider_another_way_is_asked_for_and_the_token_stays_secret(
    telegram: FakeTelegram,
    bot: BotAccount,
    script: Script,
    pauses: Pauses,
    asha: Person,
    till: ScriptedTill,
    caplog: pytest.LogCaptureFixture,
    token: str | None,
) -> None:
    till.token = token
    telegram.fail("sendInvoice", 400, "Bad Request: PAYMENT_PROVIDER_INVALID revoked")
    async with webhook(telegram, script, pauses, config_of(bot), till=till):
        seen = await asha.says("pay here")
    assert seen.text.startswith("Paying here does not work at the moment.")
    assert "revoked" not in caplog.text


async def test_it_may_be_paid_and_the_payment_is_answered(
    telegram: FakeTelegram,
    bot: BotAccount,
    script: Script,
    pauses: Pauses,
    asha: Person,
    till: ScriptedTill,
) -> None:
    async with webhook(telegram, script, pauses, config_of(bot), till=till):
        await asha.says("pay here")
        seen = await asha.pays()
    assert seen.text == "Received 7200"
    assert [one.payment_id for one in (*till.asked, *till.received)] == [PAYMENT, PAYMENT]
    assert till.received[0].charge_id == "charge-1"


async def test_a_refusal_is_told_in_words(
    telegram: FakeTelegram,
    bot: BotAccount,
    script: Script,
    pauses: Pauses,
    asha: Person,
    till: ScriptedTill,
) -> None:
    till.words = "Idly now costs ₹45."
    async with webhook(telegram, script, pauses, config_of(bot), till=till):
        await asha.says("pay here")
        answer = await asha.asks_to_pay()
    assert (answer.ok, answer.error) == (False, "Idly now costs ₹45.")


@pytest.mark.parametrize("error", [DatabaseDown("gone"), RuntimeError("broken")])
async def test_in_trouble_it_may_not_be_paid(
    telegram: FakeTelegram,
    bot: BotAccount,
    script: Script,
    pauses: Pauses,
    asha: Person,
    till: ScriptedTill,
    error: Exception,
) -> None:
    async with webhook(telegram, script, pauses, config_of(bot), till=till):
        await asha.says("pay here")
        till.errors = [error]
        answer = await asha.asks_to_pay()
    assert not answer.ok
    assert answer.error is not None
    assert "Nothing was charged" in answer.error
    assert asha.status == 200


async def test_who_takes_too_long_to_find_out_says_no_in_time(
    telegram: FakeTelegram,
    bot: BotAccount,
    script: Script,
    pauses: Pauses,
    asha: Person,
    till: ScriptedTill,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("bot.channels.telegram.cashier.PATIENCE", 0.05)
    async with webhook(telegram, script, pauses, config_of(bot), till=till):
        await asha.says("pay here")
        till.gate.clear()
        answer = await asha.asks_to_pay()
    assert not answer.ok


@pytest.mark.parametrize("way", [polling, webhook])
async def test_it_does_not_wait_for_the_chats_turns(
    telegram: FakeTelegram,
    bot: BotAccount,
    script: Script,
    pauses: Pauses,
    asha: Person,
    till: ScriptedTill,
    way: type,
) -> None:
    """The lane is full, and still money may be asked about and comes in."""
    async with way(telegram, script, pauses, config_of(bot), till=till):
        await asha.says("pay here")
        script.gate.clear()
        async with asyncio.TaskGroup() as group:
            for number in range(25):
                group.create_task(asha.sends(text=f"flood {number}"))
            await script.until_begun(2)
            query, paid = asha.about_to_pay(), asha.payment()
            group.create_task(asha.delivers(query))
            group.create_task(asha.delivers(paid))
            await telegram.until_called("answerPreCheckoutQuery", 1)
            await till.news.wait()
            assert len(script.heard) == 1, "no turn has got through meanwhile"
            script.gate.set()
    assert [one.ok for one in bot.pay_answers.values()] == [True]


async def test_a_payment_is_acknowledged_when_it_is_booked(
    telegram: FakeTelegram,
    bot: BotAccount,
    script: Script,
    pauses: Pauses,
    asha: Person,
    till: ScriptedTill,
) -> None:
    async with webhook(telegram, script, pauses, config_of(bot), till=till):
        await asha.says("pay here")
        payment = asha.payment()
        till.errors = [DatabaseDown("gone")]
        assert await asha.delivers(payment) == 503
        assert await asha.delivers(payment) == 200
        till.errors = [RuntimeError("broken")]
        assert await asha.delivers(payment) == 200
    assert "is not lost" in asha.sees().text
    assert len(till.received) == 1


async def test_an_invoice_is_good_for_the_person_it_was_sent_to(
    telegram: FakeTelegram,
    bot: BotAccount,
    script: Script,
    pauses: Pauses,
    asha: Person,
    till: ScriptedTill,
) -> None:
    ravi = telegram.person(bot, "Ravi")
    async with webhook(telegram, script, pauses, config_of(bot), till=till):
        await asha.says("pay here")
        await ravi.asks_to_pay()
        await ravi.delivers(ravi.payment())
    assert [one.payment_id for one in till.asked] == [None]
    assert [one.payment_id for one in till.received] == [None], "the money is booked all the same"


def test_a_payload_is_no_button_and_a_button_no_payload() -> None:
    callbacks = Callbacks("111:AAA-token", TENANT)
    payload = payload_of(PAYMENT, callbacks, "501", "501")
    assert len(payload.encode()) <= 128
    assert callbacks.open(payload, "501", "501") is None
    sealed = callbacks.seal(Call("choose_payment", {"method": "telegram"}), "501", "501")
    assert (callbacks.stamped(sealed, "501", "501") or "").startswith("p.")


async def test_a_code_follows_its_message_as_a_picture(
    telegram: FakeTelegram, bot: BotAccount, script: Script, pauses: Pauses, asha: Person
) -> None:
    code = PayCode(LINK, "₹240, reference HC20261121-12 <now>")
    script.answer = lambda inbound: Reply(
        "Order placed.", buttons=[[Button("Menu", Call("search_menu"))]], enclosure=code
    )
    async with webhook(telegram, script, pauses, config_of(bot)):
        await asha.says("upi")
    (photo,) = bot.photos
    assert (photo.chat, photo.caption) == (str(asha.user_id), code.caption)
    assert modules(photo.content) == [
        [bool(module) for module in row] for row in segno.make_qr(LINK, error="m").matrix
    ]
