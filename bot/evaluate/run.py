"""Runs cases through the real pipeline, several side by side, each in a chat of its own."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from bot.evaluate.cases import Case, CasesError
from bot.evaluate.intents import intent_of
from bot.evaluate.lines import Choice, Line, line_of
from bot.evaluate.predictions import CallMade, Prediction, Turned
from bot.facts import turn_for
from bot.inbound import Inbound
from bot.intent.reading import Reading
from bot.pg import DatabaseDown
from bot.reply import Reply
from bot.rooms import Rooms
from bot.turn import take_turn
from tools.kit.call import Call, Json
from tools.kit.errors import ToolError
from tools.kit.turn import Turn


async def run_cases(
    cases: Sequence[Case],
    slugs: Mapping[str, str],
    rooms: Rooms,
    *,
    at_once: int,
    done: Callable[[], None],
) -> list[Prediction]:
    """What came of each case, in their order; `slugs` are the shops with the cases' menus.

    A case that breaks the program is told as such and does not keep the others from being run.
    Raises CasesError for a starting cart its menu does not have, and DatabaseDown.
    """
    waiting = iter(enumerate(cases))
    ran: dict[int, Prediction] = {}

    async def work() -> None:
        for number, case in waiting:
            ran[number] = await _run(case, number, slugs[case.runs_on], rooms)
            done()

    async with asyncio.TaskGroup() as group:
        for _ in range(at_once):
            group.create_task(work())
    return [ran[number] for number in range(len(cases))]


async def _run(case: Case, number: int, slug: str, rooms: Rooms) -> Prediction:
    chat = f"case-{number}"
    person = Inbound(slug, "eval", chat, chat, f"{chat}:start", role=case.role)
    if case.context.cart:
        await _put_into_cart(case, person, rooms)
    turns = [
        await _turn(replace(person, command_id=f"{chat}:{place}", text=text), rooms)
        for place, text in enumerate(case.sentences)
    ]
    return Prediction(id=case.id, menu=case.runs_on, dialog=bool(case.turns), turns=tuple(turns))


async def _turn(inbound: Inbound, rooms: Rooms) -> Turned:
    try:
        reply = await take_turn(inbound, rooms)
    except DatabaseDown:
        raise
    except Exception as error:
        # It is what the operator wants to know of, but not instead of all the others.
        return Turned(cart=await _cart(inbound, rooms), error=f"{type(error).__name__}: {error}")
    order = reply.view.order if reply.view else None
    return Turned(
        intent=intent_of(reply.calls, inbound.role),
        cart=tuple(map(line_of, order.lines)) if order else await _cart(inbound, rooms),
        order_placed=order is not None,
        source=reply.source,
        calls=_calls(reply),
        reply=reply.text,
    )


async def _cart(inbound: Inbound, rooms: Rooms) -> tuple[Line, ...]:
    """The cart as it is, whatever the reply says: the turn's command again changes nothing."""
    turn = await _bare_turn(inbound, rooms, "record_turn")
    return tuple(map(line_of, (await turn.call("record_turn")).lines))


async def _put_into_cart(case: Case, inbound: Inbound, rooms: Rooms) -> None:
    turn = await _bare_turn(inbound, rooms, "add_to_cart")
    lines: list[Json] = [_wish(line) for line in case.context.cart]
    try:
        await turn.call("add_to_cart", lines, [])
    except ToolError as refusal:
        problem = refusal.text(turn.say)
        raise CasesError(f"case {case.id!r} cannot start from its cart: {problem}") from refusal


async def _bare_turn(inbound: Inbound, rooms: Rooms, tool: str) -> Turn:
    tenant = rooms.tenants[inbound.tenant]
    menu = await rooms.menus.get(tenant)
    say = rooms.speech(inbound.language, tenant)
    return turn_for(inbound, tenant, menu, say, rooms, Reading((Call(tool),), "button"), 0)


def _wish(line: Line) -> dict[str, Json]:
    return {
        "item": {"item_id": line.item_id},
        "quantity": line.quantity,
        "options": [_choice(each) for each in line.options],
        "without": [_choice(each) for each in line.without],
        "note": None,
    }


def _choice(choice: Choice) -> dict[str, Json]:
    chosen: dict[str, Json] = {"group_id": choice.group, "option_id": choice.option}
    if choice.amount:
        chosen["amount"] = choice.amount
    if choice.count:
        chosen["count"] = choice.count
    return chosen


def _calls(reply: Reply) -> tuple[CallMade, ...]:
    return tuple(
        CallMade(tool=call.tool, args=dict[str, object](call.args)) for call in reply.calls
    )
