"""The turn: one message in, one reply out."""

import time
from contextlib import suppress
from dataclasses import replace
from zoneinfo import ZoneInfo

from bot.facts import turn_for
from bot.inbound import Inbound
from bot.intent.reading import Reading
from bot.intent.rules.awaited import read_awaited
from bot.rehearsal import settle
from bot.reply import Reply
from bot.rooms import Rooms
from bot.saying import put_into_words
from bot.tape import Tape
from tools.kit.call import Call, Json
from tools.kit.errors import ToolError, UnknownTenant
from tools.kit.result import Result
from tools.kit.speech import Speech
from tools.kit.turn import Tenant
from tools.kit.view import SessionView
from tools.menu import Menu

_OF_WHY = frozenset({"not_understood", "mark_unavailable", "check_stock"})


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
    reading = await understand(inbound, rooms, tenant, menu)
    language = rooms.languages.of(inbound.person, inbound.language)
    say, now, tape = rooms.speech(language, tenant), rooms.clock(), Tape(rooms.database)
    here = replace(rooms, database=tape, clock=lambda: now)
    first = turn_for(inbound, tenant, menu, say, here, reading, 0)
    reading = await settle(reading, first, rooms.registry)
    done, view = await _run(inbound, tenant, menu, say, here, reading)
    if view is not None:
        rooms.menus.note_version(tenant, view.menu_version)
        rooms.languages.note(inbound.person, view.language)
        language = view.language or inbound.language
        if (chosen := rooms.speech(language, tenant)) is not say:
            # Only the session could tell what he has chosen; all is said anew, nothing is done.
            say, there = chosen, replace(here, database=tape.again())
            done, view = await _run(inbound, tenant, menu, say, there, reading)
    reply = put_into_words(done, view, reading, say, server_ms(started, reading), inbound.role)
    reply = replace(reply, language=language)
    rooms.answers.remember(inbound, reply)
    return reply


async def _run(
    inbound: Inbound, tenant: Tenant, menu: Menu, say: Speech, rooms: Rooms, reading: Reading
) -> tuple[list[Result | ToolError], SessionView | None]:
    """What came of each call up to the first refusal, and the session then."""
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
        if view is not None and view.spent is not None:
            rooms.budgets.note(tenant, view.spent)
        if isinstance(done[-1], ToolError):
            break
    return done, view


def _unmet(refusal: ToolError) -> dict[str, Json] | None:
    """What could not be had, for the demand ledger; None for a refusal of another kind."""
    item = refusal.words.get("item_id")
    if refusal.unmet is None or not isinstance(item, str):
        return None
    return {"item_id": item, "reason": refusal.unmet, "quantity": 1}


async def understand(inbound: Inbound, rooms: Rooms, tenant: Tenant, menu: Menu) -> Reading:
    """A button, a command and the answer to our question are calls; else the classifier reads.

    Of a shop that has used up its tokens of the day the rules alone read.
    """
    if inbound.calls is not None:
        return Reading(inbound.calls, "button")
    if (completed := rooms.answers.completed(inbound)) and await _is_free(inbound, rooms, menu):
        return Reading((completed,), "button")
    answer = _answer(inbound, rooms, menu)
    if answer is not None:
        return Reading((answer,), "button")
    if answered := await _answered(inbound, rooms, menu):
        return answered
    today = rooms.clock().astimezone(ZoneInfo(tenant.time_zone)).date()
    classifier = rooms.classifier if rooms.budgets.admits(tenant, today) else rooms.rules
    return await classifier.read(inbound.text, menu, inbound.role, inbound.may)


async def _is_free(inbound: Inbound, rooms: Rooms, menu: Menu) -> bool:
    """Whether words may be what they were asked for: they are no answer to the question's buttons,
    and tell nothing else than what there is of the menu. "Idly is finished" may well be a reason.
    """
    if rooms.answers.answer(inbound) is not None:
        return False
    read = await rooms.rules.read(inbound.text, menu, inbound.role)
    return all(call.tool in _OF_WHY for call in read.calls)


async def _answered(inbound: Inbound, rooms: Rooms, menu: Menu) -> Reading | None:
    """An answer with more behind it, "large, and a coke", as far as the rules can read that."""
    told = rooms.answers.answer_and_more(inbound)
    if told is None:
        return None
    answer, rest = told
    more = await rooms.rules.read(rest, menu, inbound.role)
    tools = {call.tool for call in more.calls}
    if tools == {"small_talk"}:
        return Reading((answer,), "button")
    if "not_understood" in tools:
        return None
    return replace(more, calls=(answer, *more.calls))


def _answer(inbound: Inbound, rooms: Rooms, menu: Menu) -> Call | None:
    """The call of an answer to our question. "3" is the table of that number, not the third one."""
    awaited = rooms.answers.awaits(inbound)
    table = read_awaited("table", inbound.text, menu) if awaited == "table" else None
    answer = table or rooms.answers.answer(inbound)
    if answer is None and awaited in ("address", "code", "why"):
        return read_awaited(awaited, inbound.text, menu)
    return answer


def server_ms(started: float, reading: Reading) -> float:
    """Milliseconds since `started`, without those the LLM took."""
    return max(0.0, (time.perf_counter() - started) * 1000 - reading.usage.ms)
