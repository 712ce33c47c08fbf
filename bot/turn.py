"""The turn: one message in, one reply out."""

import time
from contextlib import suppress

from bot.facts import turn_for
from bot.inbound import Inbound
from bot.intent.reading import Reading
from bot.reply import Reply
from bot.rooms import Rooms
from bot.saying import put_into_words
from tools.kit.call import Json
from tools.kit.errors import ToolError, UnknownTenant
from tools.kit.result import Result
from tools.menu import Menu


async def take_turn(inbound: Inbound, rooms: Rooms) -> Reply:
    """Understand the message, run each call it means, put the results into words.

    At most one LLM call and one statement a call; no transaction is open while the LLM thinks.
    Raises UnknownTenant, and DatabaseDown when PostgreSQL cannot be reached.
    """
    started = time.perf_counter()
    tenant = rooms.tenants.get(inbound.tenant)
    if tenant is None:
        raise UnknownTenant(tenant=inbound.tenant)
    menu = await rooms.menus.get(tenant)
    reading = await understand(inbound, rooms, menu)
    say = rooms.speech(inbound.language, tenant)
    done: list[Result | ToolError] = []
    view = None
    for index, call in enumerate(reading.calls):
        turn = turn_for(inbound, tenant, menu, say, rooms, reading, index)
        try:
            result = await rooms.registry.run(turn, call)
            done.append(result)
            view = result.view
        except ToolError as refusal:
            done.append(refusal)
            # The refused statement was rolled back: this puts it, and the demand that was not met,
            # on record and reads the cart.
            # A session in quarantine refuses that as well.
            with suppress(ToolError):
                view = await turn.call("record_turn", _unmet(refusal))
            break
    if view is not None:
        rooms.menus.note_version(tenant, view.menu_version)
    reply = put_into_words(done, view, reading, say, server_ms(started, reading))
    rooms.answers.remember(inbound, reply)
    return reply


def _unmet(refusal: ToolError) -> dict[str, Json] | None:
    """What could not be had, for the demand ledger; None for a refusal of another kind."""
    item = refusal.words.get("item_id")
    if refusal.unmet is None or not isinstance(item, str):
        return None
    return {"item_id": item, "reason": refusal.unmet, "quantity": 1}


async def understand(inbound: Inbound, rooms: Rooms, menu: Menu) -> Reading:
    """A button, a command and the answer to our question are calls; else the classifier reads."""
    if inbound.calls is not None:
        return Reading(inbound.calls, "button")
    answer = rooms.answers.answer(inbound)
    if answer is not None:
        return Reading((answer,), "button")
    return await rooms.classifier.read(inbound.text, menu, inbound.role)


def server_ms(started: float, reading: Reading) -> float:
    """Milliseconds since `started`, without those the LLM took."""
    return max(0.0, (time.perf_counter() - started) * 1000 - reading.usage.ms)
