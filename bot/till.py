"""The till: money that a channel asks about or has received. No intent and no tool leads here."""

import logging
import time
from dataclasses import replace
from typing import Literal
from zoneinfo import ZoneInfo

from bot.facts import facts_of
from bot.inbound import Inbound, Tendered
from bot.intent.reading import Reading
from bot.pg import DatabaseDown
from bot.reply import Reply
from bot.rooms import Rooms
from bot.saying import put_into_words
from tools.kit.call import Call, Json
from tools.kit.errors import UnknownTenant
from tools.kit.speech import Speech
from tools.kit.turn import Tenant
from tools.kit.view import SessionView
from tools.results.charged import charged, payment_refused

Function = Literal["pre_checkout", "credit_payment"]


class Till:
    """Decides by one statement each, whatever else the customer's conversation is busy with."""

    def __init__(self, rooms: Rooms) -> None:
        self._rooms = rooms
        self._log = logging.getLogger(__name__)

    async def refusal(self, inbound: Inbound, tendered: Tendered) -> str | None:
        """Why an invoice may not be paid now, in words; None where it may. Raises DatabaseDown."""
        asked = tendered.payment_id, tendered.currency, tendered.minor_units
        view = await self._call(inbound, "pre_checkout", *asked)
        return payment_refused(self._voice(inbound, view), view)

    async def credit(self, inbound: Inbound, tendered: Tendered) -> Reply:
        """Make an order of money that has arrived, or book it to go back. Raises DatabaseDown.

        Whatever is wrong with the order, the money is booked.
        """
        started = time.perf_counter()
        charge: dict[str, Json] = {
            "charge_id": tendered.charge_id,
            "provider_charge_id": tendered.provider_charge_id,
            "currency": tendered.currency,
            "minor": tendered.minor_units,
        }
        try:
            view = await self._call(inbound, "credit_payment", tendered.payment_id, charge, True)
        except DatabaseDown:
            raise
        except Exception:
            # Should the money not even be booked, this is what it can be found by.
            self._log.exception("%s: paid, but no order made: %s", inbound.command_id, charge)
            view = await self._call(inbound, "credit_payment", tendered.payment_id, charge, False)
        if view.payment is None:
            raise LookupError(f"charge {tendered.charge_id} is not booked")
        zone = ZoneInfo(self._shop(inbound.tenant).time_zone)
        result = charged(view, view.payment, self._rooms.clock().astimezone(zone))
        ms = (time.perf_counter() - started) * 1000
        say = self._voice(inbound, view)
        reply = put_into_words([result], view, _reading("credit_payment"), say, ms)
        reply = replace(reply, language=view.language or inbound.language)
        self._rooms.languages.note(inbound.person, view.language)
        self._rooms.answers.remember(inbound, reply)
        return reply

    async def provider_token(self, tenant: str) -> str | None:
        """What a shop's invoices are sent with: a secret. None where it sends none."""
        shop = self._shop(tenant)
        token = await self._rooms.database.call("payment_provider", shop.tenant_id)
        return str(token) if token else None

    async def _call(self, inbound: Inbound, function: Function, *args: object) -> SessionView:
        """One statement, and no menu: what is wrong with that must keep no money away."""
        facts = facts_of(inbound, self._rooms, _reading(function), 0)
        tenant_id = self._shop(inbound.tenant).tenant_id
        row = await self._rooms.database.call(function, tenant_id, facts, *args)
        return SessionView.model_validate(row)

    def _voice(self, inbound: Inbound, view: SessionView) -> Speech:
        """The voice of the language the customer has chosen, else of the channel's."""
        return self._rooms.speech(view.language or inbound.language, self._shop(inbound.tenant))

    def _shop(self, slug: str) -> Tenant:
        tenant = self._rooms.tenants.get(slug)
        if tenant is None:
            raise UnknownTenant(tenant=slug)
        return tenant


def _reading(function: Function) -> Reading:
    return Reading((Call(function),), "button")
